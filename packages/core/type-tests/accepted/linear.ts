import { dot, matmul, outer, type Dim, type Float, type Shape, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

export const plain: Tensor<['batch', 10]> = matmul(t(['batch', 784]), t([784, 10]));
export const leading: Tensor<[3, 'batch', 10]> = matmul(t([3, 'batch', 784]), t([784, 10]));
export const batched: Tensor<[3, 'batch', 10]> = matmul(t([3, 'batch', 784]), t([3, 784, 10]));
export const stretched: Tensor<[5, 3, 'batch', 10]> = matmul(t([3, 'batch', 784]), t([5, 1, 784, 10]));
export const rowVector: Tensor<[10]> = matmul(t([784]), t([784, 10]));
export const columnVector: Tensor<['n']> = matmul(t(['n', 784]), t([784]));
export const vectors: Tensor<[]> = matmul(t([784]), t([784]));
export const rowOfStack: Tensor<[2, 10]> = matmul(t([784]), t([2, 784, 10]));
export const double: Tensor<[2, 2], 'f64'> = matmul(t([2, 3], 'f64'), t([3, 2], 'f64'));
export const last: Tensor<['batch', 10]> = pipe(t(['batch', 784]), matmul(t([784, 10])));
export const inner: Tensor<[]> = dot(t(['n']), t(['n']));
export const outerProduct: Tensor<['n', 3]> = outer(t(['n']), t([3]));

export const genericDim = <B extends Dim>(x: Tensor<[B, 784]>): Tensor<[B, 10]> => matmul(x, t([784, 10]));
export const genericLeading = <B extends Shape>(x: Tensor<[...B, 784]>): Tensor<[...B, 10]> => matmul(x, t([784, 10]));
export const genericLeadingPiped = <B extends Shape>(x: Tensor<[...B, 784]>): Tensor<[...B, 10]> => pipe(x, matmul(t([784, 10])));
export const genericBatch = <B extends Shape, T extends Dim>(
  x: Tensor<[...B, T, 64]>,
  y: Tensor<[...B, 64, T]>,
): Tensor<[...B, T, T]> => matmul(x, y);
export const genericSizes = <B extends Shape, I extends Dim, O extends Dim>(
  x: Tensor<[...B, I]>,
  w: Tensor<[I, O]>,
): Tensor<[...B, O]> => matmul(x, w);
export const genericColumn = <B extends Shape, I extends Dim>(x: Tensor<[...B, I]>, w: Tensor<[I]>): Tensor<B> => matmul(x, w);
export const genericStack = <B extends Shape, T extends Dim>(
  x: Tensor<[T, 64]>,
  y: Tensor<[...B, 64, T]>,
): Tensor<[...B, T, T]> => matmul(x, y);
export const genericDType = <B extends Shape, D extends Float>(
  x: Tensor<[...B, 784], D>,
  w: Tensor<[784, 10], D>,
): Tensor<[...B, 10], D> => matmul(x, w);
