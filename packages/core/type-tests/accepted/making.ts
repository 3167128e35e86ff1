/** Tensors, keys and type-class instances, from sizes and from data. */
import {
  any,
  argMin,
  type AnyTensor,
  bits,
  flattenTree,
  flattenTreeLike,
  foldIn,
  fromArray,
  fromNested,
  getBooleanAlgebra,
  getProductMonoid,
  getRing,
  getSumMonoid,
  isTensor,
  key,
  linspace,
  min,
  norm,
  normal,
  onesLike,
  prod,
  randint,
  showProgram,
  spec,
  split,
  splitStacked,
  tensorCodec,
  trace,
  truncatedNormal,
  unflattenTree,
  uniform,
  zerosLike,
  type Dim,
  type DType,
  type Key,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../tensors.ts';

export const spaced: readonly [Tensor<[5]>, Tensor<['n'], 'f64'>] = [linspace(0, 1, 5), linspace(0, 1, named('n'), 'f64')];
export const like = <S extends Shape, D extends DType>(x: Tensor<S, D>): readonly [Tensor<S, D>, Tensor<S, D>] => [
  zerosLike(x),
  onesLike(x),
];

// Data from outside.
export const decoded: Tensor<[2, 3], 'i32'> = pipe(
  fromArray([1, 2, 3, 4, 5, 6], [2, 3], 'i32'),
  E.getOrElse(() => t([2, 3], 'i32')),
);
export const nested: Tensor<['n', 2]> = pipe(
  fromNested([[1, 2]], [named('n'), 2]),
  E.getOrElse(() => t(['n', 2])),
);
export const encoded: readonly (readonly number[])[] = tensorCodec([2, 3]).encode(t([2, 3]));
export const elements = (x: unknown): AnyTensor | undefined => (isTensor(x) ? x : undefined);

// Instances.
export const summed: Tensor<[2, 'n'], 'i32'> = getRing([2, named('n')]).mul(t([2, 'n'], 'i32'), t([2, 'n'], 'i32'));
export const monoids: readonly Tensor<[2], 'u32'>[] = [getSumMonoid([2], 'u32').empty, getProductMonoid([2], 'u32').empty];
export const meet: Tensor<['n'], 'bool'> = getBooleanAlgebra([named('n')]).meet(t(['n'], 'bool'), t(['n'], 'bool'));

// Random numbers.
const [first, second]: readonly [Key, Key] = split(key(0));
export const keys: readonly [readonly [Key, Key, Key], Key, Key] = [
  split(first, 3),
  foldIn(second, 'layer'),
  foldIn(first, t([], 'i32')),
];
export const stacked: Tensor<['n', 2], 'u32'> = splitStacked(first, named('n'));
export const drawn: readonly [Tensor<[2, 'n']>, Tensor<[3], 'f64'>, Tensor<[]>] = [
  uniform(first, [2, named('n')], { min: -1, max: 1 }),
  normal(first, [3], { dtype: 'f64' }),
  truncatedNormal(first, [], { lower: -2, upper: 2 }),
];
export const integers: readonly [Tensor<['n'], 'i32'>, Tensor<[4], 'u32'>, Tensor<[2, 2], 'u32'>] = [
  randint(first, [named('n')], { max: 10 }),
  randint(first, [4], { min: 1, max: 7, dtype: 'u32' }),
  bits(first, [2, 2]),
];
export const noise = <B extends Dim, N extends Dim>(x: Tensor<[B, N]>, k: Key): Tensor<[B, N]> => normal(k, [x.dim(0), x.dim(1)]);

// Reductions beside those of statistics.
export const reduced: readonly [Tensor<['n']>, Tensor<[1, 3], 'i32'>, Tensor<[]>, Tensor<['n'], 'i32'>, Tensor<[3], 'bool'>] = [
  prod(t(['n', 3]), -1),
  min(t(['n', 3], 'i32'), 0, { keepDims: true }),
  norm(t(['n', 3]), [0, 1], { order: 1 }),
  argMin(t(['n', 3]), 1),
  any(t(['n', 3], 'bool'), 0),
];
export const smallest = <B extends Shape, N extends Dim>(x: Tensor<[...B, N]>): readonly [Tensor<B, 'i32'>, Tensor<B>] => [
  argMin(x, -1),
  norm(x, -1, { order: 2 }),
];

// Trees and programs.
const params = { weight: t([3, 2]), bias: t([2]) };
const flat = flattenTree(params, 'params');
export const rebuilt: unknown = unflattenTree(flat.structure, flattenTreeLike(flat, params, 'gradient').leaves);
export const text: string = showProgram(trace((x: Tensor<['n', 3]>) => x)(spec([named('n'), 3])).program);
