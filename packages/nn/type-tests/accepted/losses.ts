import { dim, ones, type Dim, type Float, type Integer, type Shape, type Tensor, zeros } from '@cotangent/core';
import {
  binaryCrossEntropy,
  huber,
  logSoftmax,
  meanSquaredError,
  softmax,
  softmaxCrossEntropy,
  softmaxCrossEntropyOneHot,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { either } from '../layers.ts';

const batch = dim('batch', 4);

export const scalar: Tensor<[]> = meanSquaredError(ones([batch, 2]), zeros([batch, 2]));
export const double: Tensor<[], 'f64'> = huber(ones([3], 'f64'), zeros([3], 'f64'), { delta: 2 });
export const piped: Tensor<[]> = pipe(ones([batch, 1]), binaryCrossEntropy(zeros([batch, 1])));
export const pipedWith: Tensor<[]> = pipe(ones([3]), huber(zeros([3]), { delta: 0.5 }));
export const labels: Tensor<[]> = softmaxCrossEntropy(ones([batch, 10]), zeros([batch], 'i32'));
export const single: Tensor<[]> = softmaxCrossEntropy(ones([10]), zeros([], 'u32'));
export const pipedLabels: Tensor<[], 'f64'> = pipe(ones([2, batch, 10], 'f64'), softmaxCrossEntropy(zeros([2, batch], 'i32')));
export const rows: Tensor<[]> = softmaxCrossEntropyOneHot(ones([batch, 10]), zeros([batch, 10]));

/** A dtype that is one of two, where that makes no difference. */
export const oneOfTwo: Tensor<[], Float> = softmaxCrossEntropy(
  ones([2, 10], either('f64', 'f32')),
  zeros([2], either('i32', 'u32')),
);

export const genericDim = <B extends Dim>(logits: Tensor<[B, 10]>, y: Tensor<[B], 'i32'>): Tensor<[]> =>
  softmaxCrossEntropy(logits, y);
export const genericShape = <S extends Shape, D extends Float>(x: Tensor<S, D>, y: Tensor<S, D>): Tensor<[], D> =>
  meanSquaredError(x, y);
export const genericLeading = <B extends Shape>(p: Tensor<[...B, 1]>, y: Tensor<[...B, 1]>): Tensor<[]> =>
  binaryCrossEntropy(p, y);
export const genericPiped = <B extends Shape>(p: Tensor<[...B, 1]>, y: Tensor<[...B, 1]>): Tensor<[]> =>
  pipe(p, binaryCrossEntropy(y));
export const genericDTypes = <B extends Dim, D extends Float, I extends Integer>(
  x: Tensor<[B, 3], D>,
  y: Tensor<[B], I>,
): Tensor<[], D> => softmaxCrossEntropy(x, y);
export const genericDTypesPiped = <B extends Shape, D extends Float, I extends Integer>(
  x: Tensor<[...B, 3], D>,
  y: Tensor<B, I>,
): Tensor<[], D> => pipe(x, softmaxCrossEntropy(y));
export const genericOptions = <S extends Shape, D extends Float>(x: Tensor<S, D>, y: Tensor<S, D>): Tensor<[], D> =>
  huber(y, { delta: 2 })(x);
export const genericRows = <S extends Shape, N extends Dim, D extends Float>(
  x: Tensor<[...S, N], D>,
  y: Tensor<[...S, N], D>,
): Tensor<[], D> => softmaxCrossEntropyOneHot(x, softmax(y));
export const genericRowsPiped = <S extends Shape>(x: Tensor<[...S, 10]>, y: Tensor<[...S, 10]>): Tensor<[]> =>
  pipe(x, logSoftmax, softmaxCrossEntropyOneHot(y));

// Options in place, of a number that is known or not, none, and left out.
declare const options: { readonly delta?: number };
export const adjusted: Tensor<[]>[] = [
  huber(ones([3]), zeros([3]), options),
  huber(ones([3]), zeros([3]), { delta: Math.random() }),
  huber(ones([3]), zeros([3]), {}),
];
