/**
 * Near misses: what may be one of several where each of them makes the same shape, and type parameters that are one dimension, whichever it is.
 */
import {
  broadcastTo,
  concatenate,
  cumulativeSum,
  einsum,
  expandDims,
  key,
  ones,
  permutation,
  reshape,
  reverse,
  roll,
  slice,
  softmax,
  sort,
  splitAxis,
  stack,
  sum,
  transpose,
  zeros,
  type Dim,
  type Dimension,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const flag: boolean = t([1]).size > 0;
const axis: 0 | 1 = flag ? 0 : 1;
const x = t([3, 4]);

// Along whichever axis, the shape stays as it is.
export const along: readonly Tensor<[3, 4]>[] = [
  softmax(x, axis),
  sort(x, axis),
  cumulativeSum(x, flag ? -1 : 0),
  roll(x, 1, axis),
  reverse(x, axis),
  reverse(x, flag ? [0] : [0, 1]),
  pipe(x, softmax(axis)),
];

// Whichever row, and whichever two.
export const row: Tensor<[4]> = slice(x, [axis]);
export const rows: Tensor<[2, 4]> = slice(x, [flag ? ([0, 2] as const) : ([1, 3] as const)]);

// The caller's branches have types of their own.
export const either: Tensor<[4]> | Tensor<[3]> = flag ? sum(x, 0) : sum(x, 1);

// A literal and a token that stand alone, a list of a known number of tensors, the same tensor twice.
export const shaped: Tensor<[3, 4]> = reshape(t([12]), [3, 4] as const);
export const joined: Tensor<[9, 4]> = concatenate([x, x, x] as const);
export const parts: readonly [Tensor<[1, 4]>, Tensor<[2, 4]>] = splitAxis(x, [1, 2] as const);
export const turned: Tensor<[4, 3]> = transpose(x, [1, 0] as const);

// Dimensions and shapes that are type parameters are one, whichever it is.
export const fresh = <N extends Dim>(n: Dimension<N>): Tensor<[N, 10]> => ones([n, 10]);
export const same = <B extends Dim, C extends Dim>(y: Tensor<[B, C]>): Tensor<[B, C]> => zeros([y.dim(0), y.dim(1)]);
export const split = <B extends Dim>(y: Tensor<[B, 12]>): Tensor<[B, 3, 4]> => reshape(y, [y.dim(0), 3, 4]);
export const wide = <B extends Dim>(y: Tensor<[4]>, n: Dimension<B>): Tensor<[B, 4]> => broadcastTo(y, [n, 4]);
export const order = <N extends Dim>(n: Dimension<N>): Tensor<[N], 'i32'> => permutation(key(0), n);
export const twice = <S extends Shape>(y: Tensor<S>): Tensor<[2, ...S]> => stack([y, y]);
export const beside = <S extends Shape>(y: Tensor<[...S, 4]>): Tensor<[...S, 8]> => concatenate([y, y], -1);
export const last = <S extends Shape>(y: Tensor<[...S, 4]>): Tensor<S> => sum(y, -1);
export const first = <S extends Shape>(y: Tensor<S>): Tensor<[1, ...S]> => expandDims(y, 0);
export const product = <B extends Dim>(y: Tensor<[B, 4]>): Tensor<[B]> => einsum('ij->i', y);
