/** Activations, summaries and losses of what they are not for. */
import { dim, ones, type DType, type Shape, type Tensor, zeros } from '@cotangent/core';
import {
  activation,
  binaryCrossEntropyWithLogits,
  dense,
  elu,
  flatten,
  geluTanh,
  hardSigmoid,
  hardTanh,
  input,
  logSigmoid,
  meanAbsoluteError,
  mish,
  relu,
  selu,
  showSummary,
  sigmoid,
  silu,
  softmax,
  softplus,
  summary,
  tanh,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { model, whole, x } from '../layers.ts';

elu(whole);
elu(x, '1');
selu(whole);
geluTanh('x');
hardSigmoid(whole);
hardTanh(3);
logSigmoid(whole);
mish(whole);
relu([1, 2]);
relu(whole);
elu('x');
softmax(whole);
softmax(3);
sigmoid(ones([2], 'bool'));
silu(whole);
softplus(whole);
tanh(whole);
pipe(whole, silu);
pipe(input(784), dense('hidden', 128), tanh(1));
flatten(x);
flatten(relu);
summary(x);
summary(relu);
showSummary(model);
binaryCrossEntropyWithLogits(ones([4, 1]), zeros([4]));
binaryCrossEntropyWithLogits(ones([dim('batch', 4)]), zeros([dim('batch', 4)], 'i32'));
binaryCrossEntropyWithLogits(zeros([4], 'f64'))(ones([4]));
meanAbsoluteError(ones([4, 1]), zeros([4]));
meanAbsoluteError(whole, whole);
pipe(ones([4]), meanAbsoluteError(zeros([3])));

// Of what is made, only a call says what is wrong.
export const noFunction = activation('cube');
export const noName = activation((y: Tensor<[3]>) => y);
export const oneShape = activation('cube', (y: Tensor<[3]>) => y);

export const siluOfAny = <S extends Shape, D extends DType>(y: Tensor<S, D>) => silu(y);
export const errorOfAny = <S extends Shape, R extends Shape>(y: Tensor<S>, z: Tensor<R>) => meanAbsoluteError(y, z);
