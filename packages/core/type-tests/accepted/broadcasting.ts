import {
  add,
  broadcastTo,
  clip,
  divide,
  einsum,
  equal,
  greater,
  less,
  logicalAnd,
  matmul,
  maximum,
  multiply,
  power,
  subtract,
  sum,
  where,
  type Dim,
  type Float,
  type Numeric,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t(['batch', 10]);

export const withNumber: Tensor<['batch', 10]> = add(x, 1);
export const numberFirst: Tensor<['batch', 10]> = subtract(1, x);
export const row: Tensor<['batch', 10]> = add(x, t([10]));
export const rowFirst: Tensor<['batch', 10]> = add(t([10]), x);
export const same: Tensor<['batch', 10]> = add(x, x);
export const scalar: Tensor<['batch', 10]> = multiply(x, t([]));
export const scalarFirst: Tensor<['batch', 10]> = multiply(t([]), x);
export const columns: Tensor<[3, 4]> = add(t([3, 1]), t([4]));
export const ones: Tensor<[2, 3, 4]> = maximum(t([2, 1, 4]), t([3, 1]));
export const integers: Tensor<[2], 'i32'> = add(t([2], 'i32'), 3);
export const comparison: Tensor<['batch', 10], 'bool'> = equal(x, 0);
export const booleans: Tensor<[2], 'bool'> = logicalAnd(t([2], 'bool'), t([2], 'bool'));
export const chosen: Tensor<['batch', 10]> = where(greater(x, 0), x, 0);
export const chosenNumbers: Tensor<['batch', 10]> = where(greater(x, 0), t([]), 0);
export const chosenRow: Tensor<[3, 2, 4]> = where(t([3, 1, 1], 'bool'), t([2, 1]), t([4]));
export const clipped: Tensor<['batch', 10]> = clip(x, 0, 1);
export const clippedTensors: Tensor<['batch', 10]> = clip(x, t([10]), t(['batch', 1]));
export const last: Tensor<['batch', 10]> = add(t([10]))(x);
export const piped: Tensor<['batch', 10]> = pipe(x, add(1), multiply(t([10])), divide(2), power(2));

export const sameGeneric = <S extends Shape>(y: Tensor<S>): Tensor<S> => add(y, y);
export const numberGeneric = <S extends Shape>(y: Tensor<S>): Tensor<S> => add(y, 1);
export const numberFirstGeneric = <S extends Shape>(y: Tensor<S>): Tensor<S> => subtract(1, y);
export const scalarGeneric = <S extends Shape>(y: Tensor<S>, scale: Tensor<[]>): Tensor<S> => multiply(y, scale);
export const scalarFirstGeneric = <S extends Shape>(y: Tensor<S>, scale: Tensor<[]>): Tensor<S> => multiply(scale, y);
export const bias = <B extends Dim>(y: Tensor<[B, 10]>, b: Tensor<[10]>): Tensor<[B, 10]> => add(y, b);
export const biasLeading = <B extends Shape>(y: Tensor<[...B, 10]>, b: Tensor<[10]>): Tensor<[...B, 10]> => add(y, b);
export const keptLeading = <B extends Shape>(y: Tensor<[...B, 10]>, m: Tensor<[...B, 1]>): Tensor<[...B, 10]> => subtract(y, m);
export const trailing = <B extends Shape>(y: Tensor<[4, ...B]>): Tensor<[4, ...B]> => multiply(y, y);
export const genericPair = <B extends Dim, C extends Dim>(y: Tensor<[B, 1]>, z: Tensor<[C]>): Tensor<[B, C]> => add(y, z);
export const genericPairFlipped = <B extends Dim, C extends Dim>(y: Tensor<[C]>, z: Tensor<[B, 1]>): Tensor<[B, C]> => add(y, z);
export const genericOnes = <B extends Dim, C extends Dim>(y: Tensor<[B, 4, C]>): Tensor<[B, 4, C]> => add(y, t([1, 4, 1]));
export const genericThree = <B extends Dim, C extends Dim>(y: Tensor<[C, 1, B]>, z: Tensor<[B, 1]>): Tensor<[C, B, B]> =>
  add(y, z);
export const genericFloat = <S extends Shape, D extends Float>(y: Tensor<S, D>): Tensor<S, D> => multiply(add(y, 1), y);
export const genericNumber = <S extends Shape, D extends Numeric>(y: Tensor<S, D>): Tensor<S, D> => add(y, y);
export const genericBias = <B extends Shape, D extends Float>(
  y: Tensor<[...B, 10], D>,
  b: Tensor<[10], D>,
): Tensor<[...B, 10], D> => add(y, b);
export const genericPipe = <B extends Shape>(y: Tensor<[...B, 10]>): Tensor<[...B, 10]> => pipe(y, add(t([10])), multiply(2));
export const genericWhere = <S extends Shape>(y: Tensor<S>): Tensor<S> => where(greater(y, 0), y, 0);
export const genericWhereTwo = <S extends Shape>(y: Tensor<S>): Tensor<S> => where(greater(y, 0), y, multiply(y, 0.1));
export const genericClip = <S extends Shape>(y: Tensor<S>): Tensor<S> => clip(y, 0, 1);

/** A 1 stretches to whatever a type parameter is, on either side. */
export const beside = <B extends Dim>(one: Tensor<[1, 64]>, rows: Tensor<[B, 64]>) => {
  const all: readonly [Tensor<[B, 64]>, Tensor<[B, 64]>, Tensor<[B, 64]>, Tensor<[B, 64]>] = [
    add(one, rows),
    add(rows, one),
    where(less(one, rows), one, rows),
    broadcastTo(one, [rows.dim(0), 64]),
  ];
  return all;
};
export const batches = <B extends Dim>(x: Tensor<[1, 3, 4]>, y: Tensor<[B, 4, 5]>) => {
  const all: readonly [Tensor<[B, 3, 5]>, Tensor<[B, 3, 5]>] = [matmul(x, y), einsum('...ij,...jk->...ik', x, y)];
  return all;
};

/** What is before the same generic dimensions broadcasts as any other does: a batch of images, whatever these are, and one of them. */
export const behindOthers = <S extends Shape, B extends Dim>(
  one: Tensor<S>,
  many: Tensor<[B, ...S]>,
  more: Tensor<[3, 1, ...S]>,
) => {
  const all: readonly [Tensor<[B, ...S]>, Tensor<[B, ...S]>, Tensor<[3, B, ...S]>, Tensor<[3, B, ...S]>] = [
    subtract(many, one),
    add(one, many),
    multiply(more, many),
    where(less(more, many), many, more),
  ];
  return all;
};
export const behindAndBefore = <S extends Shape>(one: Tensor<[...S, 1]>, many: Tensor<['batch', 2, ...S, 4]>) => {
  const all: readonly [Tensor<['batch', 2, ...S, 4]>, Tensor<['batch', 2, ...S, 4]>, Tensor<[2, ...S, 'batch']>] = [
    add(one, many),
    add(many, one),
    einsum('b...k,...->...b', many, sum(one, -1)),
  ];
  return all;
};
