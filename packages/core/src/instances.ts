/**
 * fp-ts instances of tensors, where their laws hold exactly. Sums and products of floats are not associative, so floats form no ring.
 */
import type * as B from 'fp-ts/lib/BooleanAlgebra.js';
import type * as E from 'fp-ts/lib/Eq.js';
import type * as M from 'fp-ts/lib/Monoid.js';
import type * as R from 'fp-ts/lib/Ring.js';
import type * as S from 'fp-ts/lib/Show.js';
import { type Axes, checkAxes } from './dim.ts';
import { checkInteger, type Integer } from './dtype.ts';
import { evaluateAll, knownValue } from './evaluate.ts';
import * as P from './primitives/builders.ts';
import type { ShapeArgument, ShapeOf } from './shape/argument.ts';
import type { DTypeOr, Optional, OtherDType } from './shape/optional.ts';
import { type AnyTensor, type Expression, expressionOf, type Tensor, typed } from './tensor.ts';

const sameNumber = (a: number | undefined, b: number | undefined): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

const sameValues = (x: Expression, y: Expression): boolean => {
  evaluateAll([x, y], 'Eq.equals');
  const other = knownValue(y);
  return knownValue(x).every((value, index) => sameNumber(value, other[index]));
};

const list = (entries: readonly unknown[]): string => entries.join();

/**
 * Equality of tensors: same dtype, same shape with the same names, equal elements.
 *
 * An equivalence: NaN equals NaN, so that every tensor equals itself; 0 equals -0. Evaluates both tensors.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import * as T from '@cotangent/core';
 *
 * assert.ok(T.Eq.equals(T.tensor([1, 2]), T.arange(1, 3)));
 * assert.ok(!T.Eq.equals(T.tensor([1, 2]), T.tensor([1, 2], 'i32')));
 * ```
 */
export const Eq: E.Eq<AnyTensor> = {
  equals: (x, y) =>
    x === y ||
    (x.dtype === y.dtype &&
      list(x.shape) === list(y.shape) &&
      list(x.sizes) === list(y.sizes) &&
      sameValues(expressionOf(x), expressionOf(y))),
};

/**
 * The text of tensors, as `String(x)` gives it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import * as T from '@cotangent/core';
 *
 * assert.equal(T.Show.show(T.scalar(0.25)), 'Tensor f32[] 0.25');
 * ```
 */
export const Show: S.Show<AnyTensor> = { show: String };

/** The ring of a shape that `operation` is given. */
const ringOf = <S extends readonly unknown[], D extends Integer>(
  operation: string,
  shape: Axes,
  dtype: Optional<D>,
): R.Ring<Tensor<ShapeOf<S>, NoInfer<D>>> => {
  const axes = checkAxes(operation, shape);
  const held = checkInteger(operation, dtype ?? 'i32');
  return {
    zero: typed(P.fill(0, axes, held)),
    one: typed(P.fill(1, axes, held)),
    add: (x, y) => typed(P.add(x, y)),
    mul: (x, y) => typed(P.multiply(x, y)),
    sub: (x, y) => typed(P.subtract(x, y)),
  };
};

/**
 * The ring of integer tensors of one shape: elementwise sums and products modulo 2^32.
 *
 * Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import * as T from '@cotangent/core';
 *
 * const ring = T.getRing([2]);
 * const x = T.tensor([3, 4], 'i32');
 * assert.deepEqual(ring.add(ring.mul(x, x), ring.one).toNested(), [10, 17]);
 * ```
 */
export const getRing = <const S extends readonly unknown[], D extends Integer = 'i32'>(
  shape: ShapeArgument<'getRing', S>,
  dtype: DTypeOr<OtherDType<'getRing', 'i32, u32'>, D>,
): R.Ring<Tensor<ShapeOf<S>, NoInfer<D>>> =>
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  ringOf<S, D>('getRing', shape as Axes, dtype);

/**
 * The monoid of integer tensors of one shape under elementwise sums modulo 2^32.
 *
 * Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { concatAll } from 'fp-ts/lib/Monoid.js';
 * import * as T from '@cotangent/core';
 *
 * const counts = [T.tensor([1, 0], 'i32'), T.tensor([2, 5], 'i32')];
 * assert.deepEqual(concatAll(T.getSumMonoid([2]))(counts).toNested(), [3, 5]);
 * ```
 */
export const getSumMonoid = <const S extends readonly unknown[], D extends Integer = 'i32'>(
  shape: ShapeArgument<'getSumMonoid', S>,
  dtype: DTypeOr<OtherDType<'getSumMonoid', 'i32, u32'>, D>,
): M.Monoid<Tensor<ShapeOf<S>, NoInfer<D>>> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const { zero, add } = ringOf<S, D>('getSumMonoid', shape as Axes, dtype);
  return { empty: zero, concat: add };
};

/**
 * The monoid of integer tensors of one shape under elementwise products modulo 2^32.
 *
 * Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { concatAll } from 'fp-ts/lib/Monoid.js';
 * import * as T from '@cotangent/core';
 *
 * const factors = [T.tensor([1, 3], 'i32'), T.tensor([2, 5], 'i32')];
 * assert.deepEqual(concatAll(T.getProductMonoid([2]))(factors).toNested(), [2, 15]);
 * ```
 */
export const getProductMonoid = <const S extends readonly unknown[], D extends Integer = 'i32'>(
  shape: ShapeArgument<'getProductMonoid', S>,
  dtype: DTypeOr<OtherDType<'getProductMonoid', 'i32, u32'>, D>,
): M.Monoid<Tensor<ShapeOf<S>, NoInfer<D>>> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const { one, mul } = ringOf<S, D>('getProductMonoid', shape as Axes, dtype);
  return { empty: one, concat: mul };
};

/**
 * The Boolean algebra of boolean tensors of one shape, elementwise.
 *
 * Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import * as T from '@cotangent/core';
 *
 * const { meet, not } = T.getBooleanAlgebra([2]);
 * const x = T.tensor([true, false]);
 * assert.deepEqual(meet(x, not(x)).toNested(), [false, false]);
 * ```
 */
export const getBooleanAlgebra = <const S extends readonly unknown[]>(
  shape: ShapeArgument<'getBooleanAlgebra', S>,
): B.BooleanAlgebra<Tensor<ShapeOf<S>, 'bool'>> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const axes = checkAxes('getBooleanAlgebra', shape as Axes);
  return {
    zero: typed(P.fill(0, axes, 'bool')),
    one: typed(P.fill(1, axes, 'bool')),
    meet: (x, y) => typed(P.and(x, y)),
    join: (x, y) => typed(P.or(x, y)),
    not: (x) => typed(P.not(x)),
    implies: (x, y) => typed(P.or(P.not(x), y)),
  };
};
