/** Activations of tensors and of layers, and losses. */
import { dim, type Float, multiply, ones, type Shape, tanh as tanhOf, type Tensor, zeros } from '@cotangent/core';
import {
  activation,
  type AnyLayer,
  binaryCrossEntropyWithLogits,
  dense,
  elu,
  geluTanh,
  hardSigmoid,
  hardTanh,
  input,
  leakyRelu,
  logSigmoid,
  meanAbsoluteError,
  mish,
  selu,
  sequential,
  showSummary,
  silu,
  softplus,
  summary,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { model, x } from '../layers.ts';

export const each: readonly Tensor<['batch', 784]>[] = [
  geluTanh,
  hardSigmoid,
  hardTanh,
  logSigmoid,
  mish,
  selu,
  silu,
  softplus,
].map((f) => f(x));
export const everyShape = <S extends Shape, D extends Float>(y: Tensor<S, D>): Tensor<S, D> => pipe(y, silu, mish, softplus);

const shrink = activation('shrink', (y) => multiply(tanhOf(y), 0.5));
export const shrunk: Tensor<['batch', 784]> = shrink(x);
export const layered: Tensor<[2]> = sequential(dense(3, 4), shrink, dense(4, 2), hardTanh).output;
export const named: Tensor<[4], 'f64'> = pipe(input([3], 'f64'), dense('out', 4), selu, shrink).output;

export const described: string = showSummary(summary(model));
export const absolute: Tensor<[]> = meanAbsoluteError(ones([dim('batch', 4), 2]), zeros([dim('batch', 4), 2]));
export const logits = <B extends Shape, D extends Float>(y: Tensor<[...B, 1], D>, z: Tensor<[...B, 1], D>): Tensor<[], D> =>
  pipe(y, binaryCrossEntropyWithLogits(z));

// With a number behind what is a type parameter, or a layer made in place.
export const leakyAfter = <L extends AnyLayer>(layer: L): L => leakyRelu(layer, 0.1);
export const eluOf = <T extends Tensor<[3]>>(x: T): T => elu(x, 0.1);
export const leakyInPlace: readonly [2] = leakyRelu(dense(3, 2), 0.1).output.shape;
export const perhapsLeaky = (slope?: number): Tensor<[3]> => leakyRelu(ones([3]), slope);
