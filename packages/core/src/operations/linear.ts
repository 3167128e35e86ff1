/**
 * Matrix products and Einstein summation.
 */
import type { DType } from '../dtype.ts';
import type { CommonBatches, CommonMatmul, QuickMatmul } from '../shape/common.ts';
import type { DataLast, TwoOperands } from '../shape/dataLast.ts';
import type {
  About,
  Answer,
  Box,
  CannotTell,
  Dim,
  Fails,
  Fits,
  NoShape,
  OrWrap,
  Passes,
  Quiet,
  Resulting,
  Shape,
  ShapeIn,
  Show,
  Typed,
  UnknownOf,
  Unproven,
} from '../shape/dims.ts';
import type { DTypeFollows, NoDType, Numbers, OneDType, Takes, TakesOne } from '../shape/dtypes.ts';
import type { Einsum, Equation } from '../shape/einsum.ts';
import type { Matmul } from '../shape/matmul.ts';
import type { Tensor } from '../tensor.ts';
import { needNumbers } from './untyped/dtypes.ts';
import { einsum as untypedEinsum } from './untyped/einsum.ts';
import * as untyped from './untyped/linear.ts';
import { pairLast, withSignature } from './untyped/signature.ts';

/** The product of two operands, when they have one dtype. */
type Same<F extends string, R extends Answer, D extends DType, E extends DType> = R extends Passes
  ? OneDType<F, D, E>
  : Fails<R['message']>;

type Why<F extends string, A extends Shape, B extends Shape, D extends DType, E extends DType> = CannotTell<
  F,
  `${Show<A>} of ${D} and ${Show<B>} of ${E} fit`
>;

/** The right operand, or why it does not fit the left. */
type Right<F extends string, R extends Answer, A extends Shape, B extends Shape, D extends DType, E extends DType> = Unproven<
  Why<F, A, B, D, E>,
  [A, B],
  Same<F, R, D, E>,
  Tensor<B, E>
>;

/** The same when the second, which came first, has one dtype. */
type Follows<F extends string, R extends Answer, D extends DType, E extends DType> = R extends Passes
  ? DTypeFollows<F, D, E>
  : Fails<R['message']>;

/** The left operand, or why the right does not fit it. */
type Left<F extends string, R extends Answer, A extends Shape, B extends Shape, D extends DType, E extends DType> = Unproven<
  OrWrap<Why<F, A, B, D, E>>,
  [A, B],
  Follows<F, R, D, E>,
  Tensor<A, D>
>;

/**
 * What a matrix waits for, and what comes of it; what is not quick to tell is asked when `Z` is known. What type parameters leave open the
 * checker prints by this name, with `_Why`.
 */
type Rows<
  A extends Shape,
  B extends Shape,
  D extends DType,
  E extends DType,
  Z extends 0,
  _Why extends string = OrWrap<CannotTell<'matmul', 'it can be applied to the shape'>>,
> = {
  0: QuickMatmul<Z, A, B, D, E>;
}[Z] extends Shape
  ? Tensor<A, D>
  : Unproven<{ 0: OrWrap<Why<'matmul', A, B, D, E>> }[Z], [A, B], { 0: Multiplied<A, B, D, E> }[Z], Tensor<A, D>>;

type RowsTimes<A extends Shape, B extends Shape, D extends DType, E extends DType, Z extends 0> = {
  0: QuickMatmul<Z, A, B, D, E>;
}[Z] extends infer R extends Shape
  ? R
  : ShapeIn<{ 0: Multiplied<A, B, D, E> }[Z]>;

/** The shape of the matrix product of operands that have one dtype. */
type Multiplied<A extends Shape, B extends Shape, D extends DType, E extends DType> =
  Matmul<A, B> extends Fits<infer R>
    ? DTypeFollows<'matmul', D, E> extends Passes
      ? Fits<R>
      : DTypeFollows<'matmul', D, E>
    : Fails<Matmul<A, B>['message']>;

/** A matrix product that has its right operand. */
export type MatmulLater<B extends Shape, E extends DType> = <A extends Shape, D extends DType, Y extends 0 = 0>(
  a: Rows<A, B, D, E, Y>,
) => Tensor<RowsTimes<A, B, D, E, Y>, D>;

/**
 * The matrix product, batched: `[...A, m, k] x [...B, k, n] -> [...broadcast(A, B), m, n]`.
 *
 * A vector is a row on the left and a column on the right, and its axis is gone from the result. Throws `ShapeError` when the inner
 * dims differ or the batch dims do not broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { matmul, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * assert.deepEqual(matmul(x, tensor([[1], [1]])).toNested(), [[3], [7]]);
 * assert.deepEqual(matmul(tensor([1, 1]))(x).toNested(), [3, 7]);
 * ```
 */
export const matmul: TwoOperands<'matmul'> &
  CommonMatmul & {
    <B extends Shape, E extends DType = NoDType, Z extends 0 = 0>(
      b: Tensor<B, E> & TakesOne<'matmul', Numbers<'matmul'>, E>,
    ): DataLast<Z, MatmulLater<B, E>>;
  } & CommonBatches & {
    <A extends Shape, D extends DType = NoDType, B extends Shape = NoShape, E extends DType = NoDType>(
      a: Tensor<A, D> & Takes<Numbers<'matmul'>, D>,
      b: Right<'matmul', Matmul<A, B>, A, B, D, E>,
    ): Tensor<Matmul<A, B>['shape'], D>;
  } = withSignature(pairLast('matmul', untyped.matmul, needNumbers));

type NoVectors<F extends string, A extends Shape, B extends Shape> = Quiet<
  A | B,
  Fails<About<F, A, About<F, B, `${F}: needs two vectors, got ${Show<A>} x ${Show<B>}`>>, UnknownOf<A | B>>
>;

/** The dot product of two vectors. */
type Dot<A extends Shape, B extends Shape> = A extends readonly [infer N]
  ? B extends readonly [infer M]
    ? Box<N> extends Box<M>
      ? Fits<[]>
      : Fails<`dot: inner dims differ, ${Show<A>} x ${Show<B>}: ${N & (string | number)} vs ${M & (string | number)}`>
    : NoVectors<'dot', A, B>
  : NoVectors<'dot', A, B>;

/** A dot product that has its right operand. */
export type DotLater<B extends Shape, E extends DType> = <A extends Shape, D extends DType>(
  a: Left<'dot', Dot<A, B>, A, B, D, E>,
) => Tensor<[], D>;

/**
 * The inner product of two vectors: `[n] x [n] -> []`.
 *
 * Throws `ShapeError` unless both are vectors of one size, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dot, tensor } from '@cotangent/core';
 *
 * assert.equal(dot(tensor([1, 2]), tensor([3, 4])).item(), 11);
 * ```
 */
export const dot: {
  <B extends Shape, E extends DType = NoDType, Z extends 0 = 0>(
    b: Tensor<B, E> & TakesOne<'dot', Numbers<'dot'>, E>,
  ): DataLast<Z, DotLater<B, E>>;
  <A extends Shape, D extends DType = NoDType, B extends Shape = NoShape, E extends DType = NoDType>(
    a: Tensor<A, D> & Takes<Numbers<'dot'>, D>,
    b: Right<'dot', Dot<A, B>, A, B, D, E>,
  ): Tensor<[], D>;
} = withSignature(pairLast('dot', untyped.dot, needNumbers));

/** The outer product of two vectors. */
type Outer<A extends Shape, B extends Shape> = A extends readonly [infer N extends Dim]
  ? B extends readonly [infer M extends Dim]
    ? Fits<[N, M]>
    : NoVectors<'outer', A, B>
  : NoVectors<'outer', A, B>;

/** An outer product that has its right operand. */
export type OuterLater<B extends Shape, E extends DType> = <A extends Shape, D extends DType>(
  a: Left<'outer', Outer<A, B>, A, B, D, E>,
) => Tensor<ShapeIn<Outer<A, B>>, D>;

/**
 * The outer product of two vectors: `[n] x [m] -> [n, m]`.
 *
 * Throws `ShapeError` unless both are vectors, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { outer, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(outer(tensor([1, 2]), tensor([3, 4])).toNested(), [[3, 4], [6, 8]]);
 * ```
 */
export const outer: TwoOperands<'outer'> & {
  <B extends Shape, E extends DType = NoDType, Z extends 0 = 0>(
    b: Tensor<B, E> & TakesOne<'outer', Numbers<'outer'>, E>,
  ): DataLast<Z, OuterLater<B, E>>;
  <A extends Shape, D extends DType = NoDType, B extends Shape = NoShape, E extends DType = NoDType>(
    a: Tensor<A, D> & Takes<Numbers<'outer'>, D>,
    b: Right<'outer', Outer<A, B>, A, B, D, E>,
  ): Tensor<Outer<A, B>['shape'], D>;
} = withSignature(pairLast('outer', untyped.outer, needNumbers));

/**
 * Einstein summation over any number of operands: a letter for each axis, letters missing from the output summed over.
 *
 * An ellipsis stands for axes without letters; these broadcast, after NumPy. A letter that stands twice in one operand takes its
 * diagonal. Operands are contracted two at a time, those with the smallest product first. Throws `ShapeError` when the
 * equation does not fit the operands, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { einsum, tensor, type Dim, type Shape, type Tensor } from '@cotangent/core';
 *
 * const [a, b] = [tensor([[1, 2], [3, 4]]), tensor([[5, 6], [7, 8]])];
 * assert.deepEqual(einsum('ij,jk->ik', a, b).toNested(), [[19, 22], [43, 50]]);
 * assert.equal(einsum('ii->', a).item(), 5);
 *
 * // [...B, T, d] x [...B, U, d] -> [...B, T, U], whatever the leading dims are.
 * const scores = <B extends Shape, T extends Dim, U extends Dim>(q: Tensor<[...B, T, 64]>, k: Tensor<[...B, U, 64]>) =>
 *   einsum('...qd,...kd->...qk', q, k);
 * ```
 */
export const einsum: <const E extends string, const T extends readonly Typed[], Z extends 0 = 0>(
  equation: Equation<CannotTell<'einsum', 'the equation fits the operands'>, E, T>,
  ...operands: T
) => Tensor<Resulting<Z, Einsum<E, T>, E>, T[0]['dtype']> = withSignature(untypedEinsum);
