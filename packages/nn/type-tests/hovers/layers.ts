import { dim, key, ones } from '@cotangent/core';
import {
  dense,
  dropout,
  evaluation,
  flatten,
  gelu,
  input,
  leakyRelu,
  meanSquaredError,
  named,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  softmaxCrossEntropy,
  train,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

// Layers alone.
export const byPosition = dense(784, 128);
export const withoutBias = dense(784, 128, { bias: false });
export const ofDoubles = dense(784, 128, { dtype: 'f64' });
export const ofNames = dense(dim('features', 20), 3);
export const byName = dense('hidden', 128);
export const start = input(28, 28);
export const leaky = leakyRelu(0.1);
export const half = dropout(0.5);

// Models.
export const inPipe = pipe(input(28, 28), flatten, dense('hidden', 128), relu, dropout(0.5), dense('out', 10));
export const inSequence = sequential(dense(784, 128), relu, dense(128, 10, { bias: false }));
export const nested = pipe(
  input(8),
  named('blocks', repeat(3, residual(sequential(dense(8, 8), relu)))),
  named('heads', parallel(dense(8, 1), dense(8, 2))),
);
export const deep = pipe(
  input(784),
  dense('first', 512),
  gelu,
  dense('second', 256),
  gelu,
  dense('third', 128),
  gelu,
  dense('fourth', 64),
  gelu,
  dense('fifth', 32),
  gelu,
  dense('out', 10),
);

// Their parameters.
export const began = inPipe.init(key(0));
export const { params, state } = inPipe.init(key(0));
export const paramTree = inPipe.init(key(0)).params;
export const hidden = paramTree.hidden;
export const deepParams = deep.init(key(0)).params;
export const nestedParams = nested.init(key(0)).params;
export const nestedState = nested.init(key(0)).state;
export const sequenceParams = inSequence.init(key(0)).params;

// Their results.
export const apply = inPipe.apply(params, state, evaluation);
export const applied = inPipe.apply(params, state, train(key(1)))(ones([dim('batch', 2), 28, 28]));
export const output = applied[0];
export const loss = softmaxCrossEntropy(output, ones([dim('batch', 2)], 'i32'));
export const lossLater = meanSquaredError(output);
export const activated = relu(output);

// Names in use.
dense('hidden', 128);
// ^?
sequential(dense(784, 128), relu);
// ^?
relu(output);
// ^?
relu(paramTree.hidden.weight);
//                      ^?
