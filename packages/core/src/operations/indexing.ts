/**
 * Picking elements: by index, by place, by side of the diagonal.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { DimArgument, MadeDim, Whole, WhichSize } from '../shape/argument.ts';
import type { OneAxisOf } from '../shape/axes.ts';
import type { DataLast, Unwaiting } from '../shape/dataLast.ts';
import type { CannotTell, Keeping, NoResult, NoShape, OrWrap, Resulting, Shape, Unproven } from '../shape/dims.ts';
import type { Integers, NoDType, Operand, Takes } from '../shape/dtypes.ts';
import type { Diagonal, Matrices } from '../shape/rearrange.ts';
import type { Take, TakeAlong } from '../shape/select.ts';
import type { DTypeOr, OtherDType } from '../shape/optional.ts';
import type { Tensor } from '../tensor.ts';
import * as untyped from './untyped/indexing.ts';
import { atMost, isNumber, orNoTensor, tensorLast, unwaiting, withSignature } from './untyped/signature.ts';

/**
 * Slices along an axis, picked by index: `[...A, n, ...B], [...I] -> [...A, ...I, ...B]`.
 *
 * Negative indices count from the end. An index out of range reads NaN, 0 for integers, false for booleans.
 * Throws `ShapeError` when the axis is out of range, `DTypeError` unless the indices are integers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { take, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2], [3, 4], [5, 6]]);
 * assert.deepEqual(take(x, tensor([2, 0], 'i32'), 0).toNested(), [[5, 6], [1, 2]]);
 * ```
 */
export const take: {
  (indices: Unwaiting<'take', 'take(x, indices, 0)'>, axis?: unknown): NoResult;
  <
    S extends Shape,
    I extends Shape,
    const A extends number,
    D extends DType = NoDType,
    E extends DType = NoDType,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Operand<'take', D>,
    indices: Tensor<I, E> & Takes<Integers<'take'>, E>,
    axis: OneAxisOf<'take', S, A>,
  ): Tensor<Resulting<Z, Take<S, I, A>>, D>;
} = withSignature(unwaiting('take', 3, 'take(x, indices, 0)', atMost('take', 3, untyped.take)));

/**
 * Elements along an axis, an index for each place: `[...A, n, ...B], [...A, m, ...B] -> [...A, m, ...B]`.
 *
 * Negative indices count from the end. An index out of range reads NaN, 0 for integers, false for booleans.
 * Throws `ShapeError` when the shapes differ beside the axis, `DTypeError` unless the indices are integers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { takeAlongAxis, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * assert.deepEqual(takeAlongAxis(x, tensor([[1], [0]], 'i32'), 1).toNested(), [[2], [3]]);
 * ```
 */
export const takeAlongAxis: {
  (indices: Unwaiting<'takeAlongAxis', 'takeAlongAxis(x, indices, 0)'>, axis?: unknown): NoResult;
  <
    S extends Shape,
    const A extends number,
    D extends DType = NoDType,
    I extends Shape = NoShape,
    E extends DType = NoDType,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Operand<'takeAlongAxis', D>,
    indices: Unproven<
      CannotTell<'takeAlongAxis', 'the shapes are equal beside the axis'>,
      [S, I],
      TakeAlong<S, I, A>,
      Tensor<I, E> & Takes<Integers<'takeAlongAxis'>, E>
    >,
    axis: OneAxisOf<'takeAlongAxis', S, A>,
  ): Tensor<Keeping<Z, TakeAlong<S, I, A>, I>, D>;
} = withSignature(
  unwaiting('takeAlongAxis', 3, 'takeAlongAxis(x, indices, 0)', atMost('takeAlongAxis', 3, untyped.takeAlongAxis)),
);

/**
 * 1 in the place that each index names along a new last axis, 0 elsewhere: `[...S] -> [...S, depth]`.
 *
 * All 0 for an index out of range. The dtype is `f32` when none is given. Throws `DTypeError` unless the indices are integers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { oneHot, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(oneHot(tensor([1, 0], 'i32'), 3).toNested(), [[0, 1, 0], [1, 0, 0]]);
 * ```
 */
export const oneHot: {
  (depth: Unwaiting<'oneHot', 'oneHot(indices, 10)', 'indices'>): NoResult;
  <S extends Shape, const N, E extends DType = NoDType, D extends DType = 'f32'>(
    indices: Tensor<S, E> & Takes<Integers<'oneHot'>, E>,
    depth: DimArgument<'oneHot', N, WhichSize<'oneHot'>, 'the depth'>,
    dtype: DTypeOr<OtherDType<'oneHot'>, D>,
  ): Tensor<[...S, MadeDim<'oneHot', N, 'the depth'>], NoInfer<D>>;
} = withSignature(unwaiting('oneHot', 2, 'oneHot(indices, 10)', atMost('oneHot', 3, untyped.oneHot), 'indices'));

/** A triangle that waits for its matrices. */
export type TriangleLater<F extends string> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<CannotTell<F, 'the shape has two axes'>>, S, Matrices<F, S>, Tensor<S, D>>,
) => Tensor<S, D>;

/** Of each matrix the elements on one side of a diagonal. */
export interface Triangle<F extends string> {
  <S extends Shape = NoShape, D extends DType = NoDType, const N extends number = 0, Z extends 0 = 0>(
    x: Unproven<CannotTell<F, 'the shape has two axes'>, S, Matrices<F, S>, Tensor<S, D>>,
    offset: Whole<F, 'the offset', N> | undefined,
  ): Tensor<Resulting<Z, Matrices<F, S>>, D>;
  <const N extends number, Z extends 0 = 0>(offset: Whole<F, 'the offset', N>): DataLast<Z, TriangleLater<F>>;
  <S extends Shape = NoShape, D extends DType = NoDType>(
    x: Unproven<CannotTell<F, 'the shape has two axes'>, S, Matrices<F, S>, Tensor<S, D>>,
  ): Tensor<S, D>;
}

/**
 * Of each matrix the elements on or below the diagonal, 0 elsewhere: `[...B, n, m] -> [...B, n, m]`.
 *
 * With an offset, the diagonal that many places to the right. Throws `ShapeError` unless there are two axes or more.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor, tril } from '@cotangent/core';
 *
 * assert.deepEqual(tril(tensor([[1, 2], [3, 4]])).toNested(), [[1, 0], [3, 4]]);
 * ```
 */
export const tril: Triangle<'tril'> = withSignature(
  atMost('tril', 2, tensorLast(untyped.triangle('tril', P.lessEqual), orNoTensor('tril', isNumber, untyped.checkOffset('tril')))),
);

/**
 * Of each matrix the elements on or above the diagonal, 0 elsewhere: `[...B, n, m] -> [...B, n, m]`.
 *
 * With an offset, the diagonal that many places to the right. Throws `ShapeError` unless there are two axes or more.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor, triu } from '@cotangent/core';
 *
 * assert.deepEqual(triu(tensor([[1, 2], [3, 4]])).toNested(), [[1, 2], [0, 4]]);
 * ```
 */
export const triu: Triangle<'triu'> = withSignature(
  atMost(
    'triu',
    2,
    tensorLast(untyped.triangle('triu', P.greaterEqual), orNoTensor('triu', isNumber, untyped.checkOffset('triu'))),
  ),
);

/**
 * The diagonals of square matrices: `[...B, n, n] -> [...B, n]`.
 *
 * Throws `ShapeError` unless the last two axes are equal.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { diagonal, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(diagonal(tensor([[1, 2], [3, 4]])).toNested(), [1, 4]);
 * ```
 */
export const diagonal: <S extends Shape = NoShape, D extends DType = NoDType, Z extends 0 = 0>(
  x: Unproven<CannotTell<'diagonal', 'the matrices are square'>, S, Diagonal<S>, Tensor<S, D>>,
) => Tensor<Resulting<Z, Diagonal<S>>, D> = withSignature(atMost('diagonal', 1, untyped.diagonal));
