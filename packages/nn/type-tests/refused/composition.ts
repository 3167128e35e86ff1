import { dim, type Shape, type Tensor } from '@cotangent/core';
import {
  dense,
  dropout,
  evaluation,
  flatten,
  input,
  type Layer,
  logSoftmax,
  named,
  type None,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  softmax,
  train,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { model, params, size, state, token, x } from '../layers.ts';

sequential(dense(784, 128), relu, dense(64, 10));
sequential(dense(784, 128), dense(64, 32), dense(32, 10));
sequential(dense(8, 4), sequential(dense(5, 5), relu), dense(5, 1));
sequential(input(28, 28), dense(784, 10));
sequential(input(28, 28), flatten, dense(783, 10));
sequential(dense(dim('n', 3), 4), dense(dim('n', 3), 4));
sequential(input([4], 'f64'), dense(4, 3));
sequential(relu, dense(4, 3));
sequential(dense(4, 3), dense('out', 2));
pipe(input(784), dense('hidden', 128), relu, dense('hidden', 10));
pipe(input(784), named('a', dense(784, 10)), named('a', dense(10, 10)));
pipe(input(28, 28), dense('hidden', 10));
pipe(input(784), dense('hidden', 128), named('out', dense(64, 10)));
pipe(input([784], 'f64'), named('out', dense(784, 10)));
parallel(dense(10, 3), dense(11, 4));
parallel(dense(10, 3), dense(10, 4, { dtype: 'f64' }));
parallel(input(2, 3), dense(2, 3));
parallel(input(2, 3), pipe(input(2, 3), flatten));
residual(dense(3, 2));
repeat(2, dense(3, 2));
repeat(size, dense(3, 3));
dense(size, 10);
dense(784, size);
dense('hidden', size);
input(size, 3);
input([size], 'f64');
dropout('half');
model.apply(params, state, train())(x);
model.apply({ hidden: params.hidden }, state, evaluation)(x);
export const anySize = <N extends number>(n: N) => dense(n, 3);

// Rates that are none.
dropout(1);
dropout(-0.5);
dropout(2.5);

// Names behind lists of parameters, and behind a tensor.
pipe(sequential(dense(3, 4)), dense('b', 4));
pipe(parallel(dense(3, 4)), named('b', dense(4, 4)));
pipe(repeat(2, sequential(dense(3, 3))), relu, dense('b', 4));
export const afterTensor = (layer: Layer<Tensor<[3]>, None, [3], [3]>) => pipe(layer, dense('b', 4));
export const afterList = (layer: Layer<readonly Tensor<[3]>[], None, [3], [3]>) => pipe(layer, named('b', dense(3, 4)));

// An axis that is not there, and copies that are none.
sequential(input(), softmax);
sequential(input(), relu, logSoftmax);
repeat(0, dense(3, 3));
export const lastOfAny = <S extends Shape>(layer: Layer<None, None, S, S>) => sequential(layer, softmax);

// Sizes that are none, and tokens of which nobody knows the name.
dense(-1, 3);
dense(4, 1.5);
dense('hidden', -2);
input(3, 1.5);
repeat(1.5, dense(3, 3));
dense(token, 3);
dense('hidden', token);
input(token);
repeat(token, dense(3, 3));
