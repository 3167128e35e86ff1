/**
 * Logic on booleans and on the bits of integers.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { Broadcast, Whole, KindOf, NoneOf, SecondNumber, SecondTensor } from '../shape/broadcast.ts';
import type { DataLast } from '../shape/dataLast.ts';
import type { Resulting, Shape } from '../shape/dims.ts';
import type { Bits, Booleans, Integers, NoDType, Takes } from '../shape/dtypes.ts';
import { type AnyTensor, type Expression, type Tensor, typed } from '../tensor.ts';
import type { Elementwise, ElementwiseLater } from './arithmetic.ts';
import { asCondition } from '../traceScope.ts';
import { binary } from './untyped/broadcast.ts';
import { withSignature } from './untyped/signature.ts';
import { needBits, needBooleans, needIntegers } from './untyped/dtypes.ts';

type Two = (a: AnyTensor, b: AnyTensor) => Expression;

// Interfaces, so that a table of dtypes is made where it is asked for, and not for each function that is imported.

/** An elementwise function of two operands of booleans. */
export interface BooleanElementwise<F extends string> {
  <
    A extends Shape = [],
    D extends DType = never,
    B extends Shape = [],
    E extends DType = D,
    X = never,
    Y = never,
    Z extends 0 = 0,
  >(
    a: Whole<X, BesideNone<F, X> | (Tensor<A, D> & Takes<Booleans<F>, D>) | NoneOf<F, X>>,
    b: Whole<
      Y,
      | SecondNumber<F, B, D, 'tensor', KindOf<Y, Z>>
      | SecondTensor<F, A, B, D, E, Booleans<F>, 'tensor', KindOf<Y, Z>>
      | NoneOf<F, Y>
    >,
  ): Tensor<Resulting<Z, Broadcast<A, B>>, 'bool'>;
  <B extends Shape = [], E extends DType = never, Y = never, Z extends 0 = 0>(
    b: Whole<Y, BesideNone<F, Y> | (Tensor<B, E> & Takes<Booleans<F>, E>) | NoneOf<F, Y>>,
  ): DataLast<Z, ElementwiseLater<F, B, E>>;
}

/** Why a number is refused that stands first, given as an `X`: no tensor of booleans stands beside one. */
type BesideNone<F extends string, X> = X extends number ? `${F}: a number beside a bool tensor: convert the tensor first` : never;

/** An elementwise function of two operands of integers. */
export interface IntegerElementwise<F extends string> extends Elementwise<F, Integers<F>> {}

const logical = <F extends string>(operation: F, f: Two): BooleanElementwise<F> =>
  withSignature(binary(operation, (a, b) => asCondition(f(a, b)), needBooleans));
const bitwise = <F extends string>(operation: F, f: Two): Elementwise<F, Integers<F>> =>
  withSignature(binary(operation, f, needIntegers));

/**
 * Whether both are true: `[...A], [...B] -> [...broadcast(A, B)]`, booleans.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are booleans.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logicalAnd, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(logicalAnd(tensor([true, true]), tensor([true, false])).toNested(), [true, false]);
 * ```
 */
export const logicalAnd: BooleanElementwise<'logicalAnd'> = logical('logicalAnd', P.and);

/**
 * Whether either is true: `[...A], [...B] -> [...broadcast(A, B)]`, booleans.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are booleans.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logicalOr, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(logicalOr(tensor([false, true]), tensor([false, false])).toNested(), [false, true]);
 * ```
 */
export const logicalOr: BooleanElementwise<'logicalOr'> = logical('logicalOr', P.or);

/**
 * Whether exactly one is true: `[...A], [...B] -> [...broadcast(A, B)]`, booleans.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are booleans.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logicalXor, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(logicalXor(tensor([true, true]), tensor([true, false])).toNested(), [false, true]);
 * ```
 */
export const logicalXor: BooleanElementwise<'logicalXor'> = logical('logicalXor', P.xor);

/**
 * The bits set in both: `[...A], [...B] -> [...broadcast(A, B)]`, integers.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are integers of one dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bitwiseAnd, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(bitwiseAnd(tensor([6], 'i32'), 3).toNested(), [2]);
 * ```
 */
export const bitwiseAnd: IntegerElementwise<'bitwiseAnd'> = bitwise('bitwiseAnd', P.and);

/**
 * The bits set in either: `[...A], [...B] -> [...broadcast(A, B)]`, integers.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are integers of one dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bitwiseOr, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(bitwiseOr(tensor([6], 'i32'), 3).toNested(), [7]);
 * ```
 */
export const bitwiseOr: IntegerElementwise<'bitwiseOr'> = bitwise('bitwiseOr', P.or);

/**
 * The bits set in exactly one: `[...A], [...B] -> [...broadcast(A, B)]`, integers.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are integers of one dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bitwiseXor, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(bitwiseXor(tensor([6], 'i32'), 3).toNested(), [5]);
 * ```
 */
export const bitwiseXor: IntegerElementwise<'bitwiseXor'> = bitwise('bitwiseXor', P.xor);

/**
 * The bits moved up, zeros following; nothing is left of a shift by 32 or more: `[...A], [...B] -> [...broadcast(A, B)]`, integers.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are integers of one dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { shiftLeft, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(shiftLeft(tensor([1, 3], 'i32'), 2).toNested(), [4, 12]);
 * ```
 */
export const shiftLeft: IntegerElementwise<'shiftLeft'> = bitwise('shiftLeft', P.shiftLeft);

/**
 * The bits moved down, zeros following: `[...A], [...B] -> [...broadcast(A, B)]`, integers.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are integers of one dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { shiftRightLogical, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(shiftRightLogical(tensor([-1], 'i32'), 28).toNested(), [15]);
 * ```
 */
export const shiftRightLogical: IntegerElementwise<'shiftRightLogical'> = bitwise('shiftRightLogical', P.shiftRightLogical);

/**
 * The bits moved down, the sign staying: `[...A], [...B] -> [...broadcast(A, B)]`, integers.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` unless both are integers of one dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { shiftRightArithmetic, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(shiftRightArithmetic(tensor([-8], 'i32'), 1).toNested(), [-4]);
 * ```
 */
export const shiftRightArithmetic: IntegerElementwise<'shiftRightArithmetic'> = bitwise(
  'shiftRightArithmetic',
  P.shiftRightArithmetic,
);

/**
 * Whether each element is false: `[...S] -> [...S]`, booleans.
 *
 * Throws `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logicalNot, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(logicalNot(tensor([true, false])).toNested(), [false, true]);
 * ```
 */
export const logicalNot = <S extends Shape, D extends DType = NoDType>(
  x: Tensor<S, D> & Takes<Booleans<'logicalNot'>, D>,
): Tensor<S, D> => {
  // An intersection with a check is the tensor itself.
  const tensor = x as AnyTensor;
  needBooleans('logicalNot', tensor);
  return typed(asCondition(P.not(tensor)));
};

/**
 * Every bit turned over: `[...S] -> [...S]`, integers or booleans.
 *
 * Throws `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bitwiseNot, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(bitwiseNot(tensor([0, 5], 'i32')).toNested(), [-1, -6]);
 * ```
 */
export const bitwiseNot = <S extends Shape, D extends DType = NoDType>(
  x: Tensor<S, D> & Takes<Bits<'bitwiseNot'>, D>,
): Tensor<S, D> => {
  // An intersection with a check is the tensor itself.
  const tensor = x as AnyTensor;
  needBits('bitwiseNot', tensor);
  return typed(asCondition(P.not(tensor)));
};
