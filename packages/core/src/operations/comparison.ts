/**
 * Comparisons, element by element, of two operands that broadcast; and tests of single elements.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type {
  Broadcast,
  BroadcastOver,
  BroadcastsOver,
  KindOf,
  NoneOf,
  SecondNumber,
  SecondTensor,
  Whole,
} from '../shape/broadcast.ts';
import type { CommonComparison } from '../shape/common.ts';
import type { DataLast, TwoOperands } from '../shape/dataLast.ts';
import type { Box, Shape } from '../shape/dims.ts';
import type { Beside, Floats, IsOne, NoDType, Takes } from '../shape/dtypes.ts';
import { type AnyTensor, type Expression, type Tensor, typed } from '../tensor.ts';
import { asCondition } from '../traceScope.ts';
import { binary } from './untyped/broadcast.ts';
import { withSignature } from './untyped/signature.ts';
import { needFloats } from './untyped/dtypes.ts';

/** A comparison that has its second operand, of shape `B` and dtype `E`. */
export type ComparisonLater<F extends string, B extends Shape, E extends DType> = <
  A extends Shape,
  D extends DType,
  Y extends 0 = 0,
>(
  a: BroadcastsOver<F, A, B, D, E, Y>,
) => Tensor<BroadcastOver<F, A, B, D, E, Y>, 'bool'>;

/** The same when the second operand is a number. */
export type NumberComparisonLater<F extends string> = <A extends Shape, D extends DType>(
  a: Tensor<A, D> & Takes<Beside<F, never>, D>,
) => Tensor<A, 'bool'>;

/** A comparison of whatever operands broadcast. */
export interface GeneralComparison<F extends string> {
  <
    A extends Shape = [],
    D extends DType = never,
    B extends Shape = [],
    E extends DType = D,
    X = never,
    Y = never,
    Z extends 0 = 0,
  >(
    a: Whole<X, number | Tensor<A, D> | NoneOf<F, X>>,
    b: Whole<
      Y,
      | SecondNumber<F, B, D, KindOf<X, Z>, KindOf<Y, Z>>
      | SecondTensor<F, A, B, D, E, Beside<F, D>, KindOf<X, Z>, KindOf<Y, Z>>
      | NoneOf<F, Y>
    >,
  ): Tensor<Broadcast<A, B>['shape'], 'bool'>;
  // `never` is the dtype of a number: the length of what is mapped over it is neither that of a text nor that of a type parameter.
  <B extends Shape = [], E extends DType = never, Z extends 0 = 0>(
    b: number | (Tensor<B, E> & IsOne<F, E>),
  ): DataLast<
    Z,
    { 0: Box<{ 0: { [I in keyof E]: 'generic' }['length'] }[Z]> extends Box<number> | Box<'generic'> ? 1 : 0 }[Z] extends 1
      ? ComparisonLater<F, B, E>
      : NumberComparisonLater<F>
  >;
}

/** A comparison of two operands that broadcast: of two tensors of one dtype, or of a tensor and a number. `less(b)` waits for the first. */
export type Comparing<F extends string> = TwoOperands<F> & CommonComparison & GeneralComparison<F>;

const comparing = <F extends string>(operation: F, f: (a: AnyTensor, b: AnyTensor) => Expression): Comparing<F> =>
  withSignature(binary(operation, (a, b) => asCondition(f(a, b))));

/**
 * Whether elements are equal; NaN equals nothing: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { equal, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(equal(tensor([1, 2]), 2).toNested(), [false, true]);
 * ```
 */
export const equal: Comparing<'equal'> = comparing('equal', P.equal);

/**
 * Whether elements differ; NaN differs from everything: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { notEqual, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(notEqual(tensor([1, 2]), 2).toNested(), [true, false]);
 * ```
 */
export const notEqual: Comparing<'notEqual'> = comparing('notEqual', P.notEqual);

/**
 * Whether elements of the first operand are smaller: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { less, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(less(tensor([1, 2]), 2).toNested(), [true, false]);
 * ```
 */
export const less: Comparing<'less'> = comparing('less', P.less);

/**
 * Whether elements of the first operand are smaller or equal: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { lessEqual, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(lessEqual(tensor([1, 2, 3]), 2).toNested(), [true, true, false]);
 * ```
 */
export const lessEqual: Comparing<'lessEqual'> = comparing('lessEqual', P.lessEqual);

/**
 * Whether elements of the first operand are larger: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { greater, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(greater(tensor([2, 3]), 2).toNested(), [false, true]);
 * ```
 */
export const greater: Comparing<'greater'> = comparing('greater', P.greater);

/**
 * Whether elements of the first operand are larger or equal: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { greaterEqual, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(greaterEqual(tensor([1, 2, 3]), 2).toNested(), [false, true, true]);
 * ```
 */
export const greaterEqual: Comparing<'greaterEqual'> = comparing('greaterEqual', P.greaterEqual);

/** A test of each element of a tensor of floats. */
export type Test<F extends string> = <S extends Shape, D extends DType = NoDType>(
  x: Tensor<S, D> & Takes<Floats<F>, D>,
) => Tensor<S, 'bool'>;

const test =
  <F extends string>(operation: F, f: (x: AnyTensor) => Expression): Test<F> =>
  (x) => {
    // An intersection with a check is the tensor itself.
    const tensor = x as AnyTensor;
    needFloats(operation, tensor);
    return typed(asCondition(f(tensor)));
  };

const infinity = (x: AnyTensor): Expression => P.fillLike(x, Number.POSITIVE_INFINITY);

/**
 * Whether each element is NaN: `[...S] -> [...S]`.
 *
 * Throws `DTypeError` unless the elements are floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { isNaN, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(isNaN(tensor([NaN, 1])).toNested(), [true, false]);
 * ```
 */
export const isNaN: Test<'isNaN'> = test('isNaN', (x) => P.notEqual(x, x));

/**
 * Whether each element is neither infinite nor NaN: `[...S] -> [...S]`.
 *
 * Throws `DTypeError` unless the elements are floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { isFinite, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(isFinite(tensor([Infinity, 1, NaN])).toNested(), [false, true, false]);
 * ```
 */
export const isFinite: Test<'isFinite'> = test('isFinite', (x) => P.less(P.abs(x), infinity(x)));

/**
 * Whether each element is infinite: `[...S] -> [...S]`.
 *
 * Throws `DTypeError` unless the elements are floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { isInfinite, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(isInfinite(tensor([-Infinity, 1, NaN])).toNested(), [true, false, false]);
 * ```
 */
export const isInfinite: Test<'isInfinite'> = test('isInfinite', (x) => P.equal(P.abs(x), infinity(x)));
