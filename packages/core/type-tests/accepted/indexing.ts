import {
  convert,
  diagonal,
  matmul,
  oneHot,
  sum,
  take,
  takeAlongAxis,
  tril,
  triu,
  type Dim,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { named, t } from '../tensors.ts';

export const rows: Tensor<[2, 5, 4]> = take(t([3, 4]), t([2, 5], 'i32'), 0);
export const embedded: Tensor<['batch', 'seq', 64]> = take(t([1000, 64]), t(['batch', 'seq'], 'i32'), 0);
export const one: Tensor<[4]> = take(t([3, 4]), t([], 'u32'), 0);
export const along: Tensor<['n', 1]> = takeAlongAxis(t(['n', 4]), t(['n', 1], 'i32'), 1);
export const hot: Tensor<['batch', 10]> = oneHot(t(['batch'], 'i32'), 10);
export const hotNamed: Tensor<['batch', 'classes'], 'f64'> = oneHot(t(['batch'], 'i32'), named('classes'), 'f64');
export const lower: Tensor<['batch', 4, 4]> = tril(t(['batch', 4, 4]), -1);
export const upper: Tensor<[3, 4]> = triu(1)(t([3, 4]));
export const diagonals: Tensor<['batch', 4]> = diagonal(t(['batch', 4, 4]));

export const genericTake = <B extends Dim>(x: Tensor<[10, 4]>, indices: Tensor<[B], 'i32'>): Tensor<[B, 4]> =>
  take(x, indices, 0);
export const genericTakeShape = <S extends Shape>(x: Tensor<[10, 4]>, indices: Tensor<S, 'i32'>): Tensor<[...S, 4]> =>
  take(x, indices, 0);
export const genericHot = <S extends Shape>(indices: Tensor<S, 'i32'>): Tensor<[...S, 10]> => oneHot(indices, 10);
export const genericTril = <B extends Shape, N extends Dim>(x: Tensor<[...B, N, N]>): Tensor<[...B, N, N]> => tril(x);
export const genericDiagonal = <B extends Shape, N extends Dim>(x: Tensor<[...B, N, N]>): Tensor<[...B, N]> => diagonal(x);

// A conversion around it says nothing of its dtype.
export const counted: Tensor<[4], 'i32'> = convert(sum(oneHot(t([4], 'i32'), 5), -1), 'i32');
export const looked: Tensor<[4, 2], 'f64'> = convert(matmul(oneHot(t([4], 'i32'), 5), t([5, 2])), 'f64');
