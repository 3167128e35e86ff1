/**
 * Choosing between elements.
 */
import type { DType } from '../dtype.ts';
import type {
  Broadcast,
  BroadcastsAny,
  BroadcastsWith,
  Whole,
  KindOf,
  NoneOf,
  OneShape,
  SecondNumber,
} from '../shape/broadcast.ts';
import type { DataLast, Lacking, Unwaiting } from '../shape/dataLast.ts';
import type { Fits, NoResult, Resulting, Shape } from '../shape/dims.ts';
import type { AllDTypes, Beside, NoDType, Numbers, Takes } from '../shape/dtypes.ts';
import type { Tensor } from '../tensor.ts';
import * as untyped from './untyped/choice.ts';
import { atMost, unwaiting, withSignature } from './untyped/signature.ts';

/** Accepts conditions. */
interface Condition<
  _Bound extends string = "where: cannot tell whether the condition is boolean: bound its dtype, <D extends 'bool'>",
> {
  readonly f32: 'where: needs a boolean condition, got f32: compare it first';
  readonly f64: 'where: needs a boolean condition, got f64: compare it first';
  readonly i32: 'where: needs a boolean condition, got i32: compare it first';
  readonly u32: 'where: needs a boolean condition, got u32: compare it first';
  readonly bool: object;
  readonly one: 1;
  readonly needs: 'where: needs a boolean condition';
}

/** The common shape of three. */
type Common<A extends Shape, B extends Shape, C extends Shape> = Broadcast<Broadcast<A, B>['shape'], C>['shape'];

/** The same as an answer. */
type Chosen<A extends Shape, B extends Shape, C extends Shape> =
  Broadcast<A, B> extends Fits<infer R> ? Broadcast<R, C> : Broadcast<A, B>;

/** The second of two tensors that are chosen from, as `SecondTensor`. */
type Otherwise<C extends Shape, A extends Shape, B extends Shape, D extends DType, E extends DType, KX, KY> = KY extends 'number'
  ? never
  : OneShape<
      'where',
      Common<C, A, B>,
      Broadcast<C, A>['shape'],
      Broadcast<C, B>['shape'],
      KX,
      KY,
      BroadcastsWith<'where', Broadcast<C, A>['shape'], B, D, E, Beside<'where', D>>
    >;

/** The upper of two bounds, as `SecondTensor`, or a number. */
type High<S extends Shape, L extends Shape, H extends Shape, D extends DType, G extends DType, KX, KY> = OneShape<
  'clip',
  Common<S, L, H>,
  Broadcast<S, L>['shape'],
  Broadcast<S, H>['shape'],
  KX,
  KY,
  number | BroadcastsWith<'clip', Broadcast<S, L>['shape'], H, D, G, AllDTypes>
>;

/**
 * Elements of one operand where a condition holds, of another elsewhere: `[...C], [...A], [...B] -> [...broadcast(C, A, B)]`.
 *
 * The derivative goes to the chosen element alone. Both branches are computed: keep each finite where the other is chosen, or its derivative
 * may be NaN. Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or the condition is no boolean.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { greater, tensor, where } from '@cotangent/core';
 *
 * const x = tensor([-1, 2]);
 * assert.deepEqual(where(greater(x, 0), x, 0).toNested(), [0, 2]);
 * ```
 */
export const where: {
  (onTrue: Unwaiting<'where', 'where(condition, x, y)', 'condition'>, onFalse?: unknown): NoResult;
  <
    C extends Shape,
    K extends DType = NoDType,
    A extends Shape = [],
    D extends DType = never,
    B extends Shape = [],
    E extends DType = D,
    X = never,
    Y = never,
    Z extends 0 = 0,
  >(
    condition: Tensor<C, K> & Takes<Condition, K>,
    onTrue: Whole<X, number | BroadcastsAny<'where', C, A, D> | NoneOf<'where', X>>,
    onFalse: Whole<
      Y,
      | SecondNumber<'where', B, D, KindOf<X, Z>, KindOf<Y, Z>>
      | Otherwise<C, A, B, D, E, KindOf<X, Z>, KindOf<Y, Z>>
      | NoneOf<'where', Y>
    >,
  ): Tensor<Resulting<Z, Chosen<C, A, B>>, { 0: D | E }[Z]>;
} = withSignature(unwaiting('where', 3, 'where(condition, x, y)', atMost('where', 3, untyped.where), 'condition'));

/** A clip between two numbers that waits for its tensor. */
export type ClipLater = <S extends Shape, D extends DType = NoDType>(x: Tensor<S, D> & Takes<Numbers<'clip'>, D>) => Tensor<S, D>;

/**
 * Elements brought between two bounds: `[...S], [...L], [...H] -> [...broadcast(S, L, H)]`.
 *
 * The same as `minimum(maximum(x, low), high)`. Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { clip, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(clip(tensor([-2, 0.5, 2]), -1, 1).toNested(), [-1, 0.5, 1]);
 * ```
 */
export const clip: {
  <Z extends 0 = 0>(low: number, high: number): DataLast<Z, ClipLater>;
} & Lacking<'clip', 'the upper bound'> & {
    <
      S extends Shape,
      D extends DType = NoDType,
      L extends Shape = [],
      E extends DType = D,
      H extends Shape = [],
      G extends DType = D,
      X = never,
      Y = never,
      Z extends 0 = 0,
    >(
      x: Tensor<S, D> & Takes<Numbers<'clip'>, D>,
      low: Whole<X, number | BroadcastsWith<'clip', S, L, D, E, AllDTypes> | NoneOf<'clip', X>>,
      high: Whole<Y, High<S, L, H, D, G, KindOf<X, Z>, KindOf<Y, Z>> | NoneOf<'clip', Y>>,
    ): Tensor<Resulting<Z, Chosen<S, L, H>>, D>;
  } = withSignature(atMost('clip', 3, untyped.clip));
