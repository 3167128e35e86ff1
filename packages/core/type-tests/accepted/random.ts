import {
  bernoulli,
  categorical,
  key,
  ones,
  permutation,
  scalar,
  type Dim,
  type Dimension,
  type Float,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { named, t } from '../tensors.ts';

export const drawn: readonly [Tensor<[], 'i32'>, Tensor<[2], 'i32'>, Tensor<['batch'], 'i32'>] = [
  categorical(key(0), t([3])),
  categorical(key(0), t([2, 3], 'f64')),
  categorical(key(0), t(['batch', 3])),
];
export const shuffled: readonly [Tensor<[4], 'i32'>, Tensor<['batch'], 'i32'>, Tensor<[2, 3], 'bool'>] = [
  permutation(key(0), 4),
  permutation(key(0), named('batch')),
  permutation(key(0), t([2, 3], 'bool')),
];
export const tossed: readonly [Tensor<[3], 'bool'>, Tensor<['batch'], 'bool'>] = [
  bernoulli(key(0), 0.5, [3]),
  bernoulli(key(0), scalar(0.5, 'f64'), [named('batch')]),
];

// In generic bodies.
export const rows = <B extends Shape, K extends Dim, D extends Float>(x: Tensor<[...B, K], D>): Tensor<B, 'i32'> =>
  categorical(key(0), x);
export const order = <B extends Dim, R extends Shape>(
  x: Tensor<[B, 3]>,
  y: Tensor<[...R, 3]>,
): readonly [Tensor<[B, 3]>, Tensor<[...R, 3]>, Tensor<[B], 'i32'>] => [
  permutation(key(0), x),
  permutation(key(0), y),
  permutation(key(0), x.dim(0)),
];
export const chance = <D extends Float>(p: Tensor<[], D>): Tensor<[3], 'bool'> => bernoulli(key(0), p, [3]);
export const sized = <N extends Dim>(n: Dimension<N>): Tensor<[N, 3]> => ones([n, 3]);
