/** Elements that a dtype holds, or of which only run time knows whether it does. */
import {
  type AnyTensor,
  arange,
  type Dim,
  type DType,
  type Float,
  full,
  fullLike,
  key,
  type Numeric,
  ones,
  pad,
  permutation,
  scalar,
  type Shape,
  tensor,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

export const mixed: Tensor<[3], 'bool'> = tensor([true, 1, 0]);
export const bits: Tensor<[2], 'bool'> = tensor([1, 0], 'bool');
export const bounds: Tensor<[3], 'i32'> = tensor([2147483647, -2147483648, 1000000000], 'i32');
export const unsigned: Tensor<[2], 'u32'> = tensor([4294967295, 0], 'u32');
export const fractions: Tensor<[2], 'f64'> = tensor([1.5, 1e-7], 'f64');
export const unknown = (n: number, flag: boolean): readonly [Tensor<[2], 'i32'>, Tensor<[], 'bool'>] => [
  tensor([n, 2], 'i32'),
  scalar(flag),
];
export const wide = (n: number): Tensor<[2], 'u32'> => full([2], n, 'u32');
export const one: Tensor<[2], 'bool'> = full([2], 1, 'bool');
export const zeroOf = <S extends Shape, D extends DType>(x: Tensor<S, D>): Tensor<S, D> => fullLike(x, 0);
export const half = <D extends Float>(x: Tensor<[3], D>): Tensor<[5], D> => pad(x, [[1, 1]], 0.5);
export const generic = <D extends Numeric>(dtype: D): readonly [Tensor<[2], D>, Tensor<[3], D>] => [
  tensor([1, 2], dtype),
  arange(0, 3, dtype),
];
export const down: Tensor<[4], 'u32'> = arange(3, -1, -1, 'u32');
export const last = <S extends Shape, N extends Dim>(x: Tensor<[...S, N]>): Tensor<[N]> => ones([x.dim(-1)]);
export const ofAny = (x: AnyTensor, axis: number): number => x.dim(axis).size;
export const rows = <B extends Dim>(x: Tensor<[B, 3]>): readonly [Tensor<[B, 3]>, Tensor<[B], 'i32'>] => [
  permutation(key(0), x),
  permutation(key(0), x.dim(0)),
];
export const padded: Tensor<[5], 'i32'> = pad(t([3], 'i32'), [[1, 1]], 7);
export const paddedTrue: Tensor<[5], 'bool'> = pad(t([3], 'bool'), [[1, 1]], true);
export const paddedOne: Tensor<[5], 'bool'> = pad(t([3], 'bool'), [[1, 1]], 1);
