/**
 * Dtypes that are one of several, where that makes no difference; and functions that are generic in a dtype.
 */
import * as T from '@cotangent/core';
import type { DType, Float, Integer, Numeric, Shape, Tensor } from '@cotangent/core';
import { float, number, t, whole } from '../tensors.ts';

export const same: readonly Tensor<[3], Float>[] = [
  T.exp(float),
  T.softmax(float),
  T.add(float, 1),
  T.add(1, float),
  T.subtract(1)(float),
  T.atan2(float, 1),
  T.clip(float, 0, 1),
  T.where(t([3], 'bool'), float, 1),
  T.where(t([3], 'bool'), 1, float),
  T.concatenate([float]),
];
export const reduced: readonly Tensor<[], Float>[] = [T.mean(float), T.einsum('i->', float), T.reduce(float, 'a ->', 'mean')];
export const sums: Tensor<[], 'f32' | 'i32'> = T.sum(number);
export const pooled: Tensor<[1], Float> = T.averagePool(float, [2]);
export const conditions: readonly Tensor<[3], 'bool'>[] = [T.less(number, 1), T.greater(1, float)];
export const indexed: Tensor<[3, 4]> = T.take(t([5, 4]), whole, 0);
export const hot: Tensor<[3, 4]> = T.oneHot(whole, 4);
export const grid: Tensor<[3], Integer> = T.bitwiseAnd(whole, 1);

export const floats = <D extends Float>(x: Tensor<[3], D>, y: Tensor<[3], D>): readonly Tensor<[3], D>[] => [
  T.add(x, y),
  T.add(1, x),
  T.add(y)(x),
  T.exp(x),
  T.atan2(x, y),
  T.softmax(x),
  T.where(T.less(x, y), x, y),
  T.where(T.less(x, 0), x, 1),
  T.where(T.less(0, x), 1, x),
  T.clip(x, y, y),
  T.concatenate([T.slice(x, [[0, 1]]), T.slice(y, [[1, 3]])]),
  T.maxPool(x, [1]),
];
export const scalars = <D extends Float>(x: Tensor<[3], D>, y: Tensor<[3], D>): readonly Tensor<[], D>[] => [
  T.dot(x, y),
  T.einsum('i,i->', x, y),
  T.einsum('i->', x),
  T.mean(x),
  T.sum(0)(x),
  T.reduce(x, 'a ->', 'mean'),
];
export const rows = <D extends Float, B extends Shape>(x: Tensor<[...B, 3], D>): readonly Tensor<[...B, 3], D>[] => [
  T.softmax(x),
  T.softmax(x, -1),
  T.logSoftmax(-1)(x),
];
export const matrices = <D extends Float>(x: Tensor<['batch', 4], D>, w: Tensor<[4, 5], D>): Tensor<['batch', 5], D> =>
  T.add(T.matmul(x, w), T.einsum('bi,io->bo', x, w));
export const kernels = <D extends Float>(x: Tensor<[3, 9], D>, k: Tensor<[8, 3, 3], D>): Tensor<[8, 7], D> => T.conv(x, k);
export const numbers = <D extends Numeric, S extends Shape>(x: Tensor<S, D>): Tensor<S, D> => T.multiply(T.add(x, x), 2);
export const integers = <D extends Integer>(x: Tensor<[3], D>): Tensor<[3], D> => T.bitwiseAnd(x, T.bitwiseNot(x));
export const any = <D extends DType>(x: Tensor<[3], D>, y: Tensor<[3], D>): Tensor<[2, 3], D> =>
  T.stack([x, T.where(T.equal(x, y), x, y)]);
