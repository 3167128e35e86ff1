/**
 * Floats with normal distributions.
 */
import { checkElement } from '../checkElement.ts';
import type { Axes } from '../dim.ts';
import { checkFloat, type DType, type Float } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { Made, ShapeArgument } from '../shape/argument.ts';
import type { Shape } from '../shape/dims.ts';
import type { Floats, Takes } from '../shape/dtypes.ts';
import type { Decided, DTypeIn, Optional, OtherDType } from '../shape/optional.ts';
import { type AnyTensor, axesOf, type Tensor, typed } from '../tensor.ts';
import { checkDrawn } from './counters.ts';
import { needFloat } from './floats.ts';
import { checkKey, type KeyOr, type NoKey } from './key.ts';
import { nextDown, nextUp } from './nextAfter.ts';
import { moved, unitInterval } from './uniform.ts';
import { checkKnown } from '../operations/untyped/options.ts';

/** The inverse of the normal distribution function, of numbers from (-1, 1) instead of (0, 1): sqrt(2) erfInv(u). */
const normalAt = (u: AnyTensor): AnyTensor => P.multiply(P.erfInv(u), P.fillLike(u, Math.SQRT2));

/** Numbers with the standard normal distribution. */
const standard = (key: AnyTensor, shape: Axes, dtype: Float): AnyTensor =>
  normalAt(moved(unitInterval(key, shape, dtype), P.scalar(nextUp(-1, dtype), dtype), P.scalar(1, dtype)));

/** In which dtype normal numbers are drawn. */
export interface NormalOptions<D extends Float> {
  /** `f32` when left out. */
  readonly dtype?: DTypeIn<OtherDType<'normal', 'f32, f64'>, D>;
}

/**
 * Floats with the standard normal distribution, mean 0 and variance 1: `[2] -> [...S]`.
 *
 * By inversion, as in JAX: sqrt(2) erfInv(u) of uniform u in (-1, 1). Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, normal } from '@cotangent/core';
 *
 * const values = normal(key(0), [1000]).toNested();
 * assert.ok(Math.abs(values.reduce((sum, value) => sum + value, 0) / 1000) < 0.1);
 * ```
 */
export const normal = <const S extends readonly unknown[], D extends Float = 'f32', G = {}>(
  key: KeyOr<NoKey<'normal'>>,
  shape: ShapeArgument<'normal', S>,
  options: Optional<NormalOptions<D> & Decided<'normal', 'dtype', D, 'f32', G>, G>,
): Tensor<Made<'normal', S>, NoInfer<D>> => {
  const given: NormalOptions<Float> = options ?? {};
  checkKnown('normal', ['dtype'], given);
  checkKey('normal', key);
  const dtype = checkFloat('normal', given.dtype ?? 'f32');
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  return typed(standard(key, checkDrawn('normal', shape as Axes), dtype));
};

/**
 * Floats with the standard normal distribution, in the shape and dtype of a tensor: `[2], [...S] -> [...S]`.
 *
 * What `normal` draws, where the shape is not written down: noise beside a tensor of any shape. The elements of `x` don't matter.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, exp, key, multiply, normal, normalLike, type Shape, type Tensor, zeros } from '@cotangent/core';
 *
 * const sample = <S extends Shape>(mean: Tensor<S>, logDeviation: Tensor<S>): Tensor<S> =>
 *   add(mean, multiply(exp(logDeviation), normalLike(key(0), mean)));
 * assert.deepEqual(sample(zeros([2, 3]), zeros([2, 3])).toNested(), normal(key(0), [2, 3]).toNested());
 * ```
 */
export const normalLike = <S extends Shape, D extends DType>(
  key: KeyOr<NoKey<'normalLike'>>,
  x: Tensor<S, D> & Takes<Floats<'normalLike'>, D>,
): Tensor<S, D> => {
  checkKey('normalLike', key);
  const dtype = needFloat('normalLike', x);
  return typed(standard(key, checkDrawn('normalLike', axesOf(x)), dtype));
};

/** Where and in which dtype truncated normal numbers are drawn. */
export interface TruncatedNormalOptions<D extends Float> {
  /** The bound below the numbers, -2 when left out. */
  readonly lower?: number;
  /** The bound above the numbers, 2 when left out. */
  readonly upper?: number;
  /** `f32` when left out. */
  readonly dtype?: DTypeIn<OtherDType<'truncatedNormal', 'f32, f64'>, D>;
}

/**
 * Floats with the standard normal distribution, given that they lie between `lower` and `upper`: `[2] -> [...S]`.
 *
 * By inversion, as in JAX. Far out in one tail (beyond 4 in f32, 7 in f64) the distribution function no longer tells the numbers
 * apart, and neither does this. Throws `ShapeError` when an axis is no size, `RangeError` when `lower` is not below `upper`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, truncatedNormal } from '@cotangent/core';
 *
 * const values = truncatedNormal(key(0), [1000], { lower: -1, upper: 3 }).toNested();
 * assert.ok(values.every((value) => value > -1 && value < 3));
 * ```
 */
export const truncatedNormal = <const S extends readonly unknown[], D extends Float = 'f32', G = {}>(
  key: KeyOr<NoKey<'truncatedNormal'>>,
  shape: ShapeArgument<'truncatedNormal', S>,
  options: Optional<TruncatedNormalOptions<D> & Decided<'truncatedNormal', 'dtype', D, 'f32', G>, G>,
): Tensor<Made<'truncatedNormal', S>, NoInfer<D>> => {
  const given: TruncatedNormalOptions<Float> = options ?? {};
  checkKnown('truncatedNormal', ['lower', 'upper', 'dtype'], given);
  checkKey('truncatedNormal', key);
  const dtype = checkFloat('truncatedNormal', given.dtype ?? 'f32');
  const lower = checkElement('truncatedNormal', given.lower ?? -2, dtype);
  const upper = checkElement('truncatedNormal', given.upper ?? 2, dtype);
  if (!(lower < upper)) throw new RangeError(`truncatedNormal: lower is ${lower}, which is not below upper, ${upper}`);
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const unit = unitInterval(key, checkDrawn('truncatedNormal', shape as Axes), dtype);
  const erfAt = (bound: number): AnyTensor => P.erf(P.divide(P.scalar(bound, dtype), P.scalar(Math.SQRT2, dtype)));
  const values = normalAt(moved(unit, erfAt(lower), erfAt(upper)));
  const clipped = P.minimum(
    P.maximum(values, P.fillLike(values, nextUp(lower, dtype))),
    P.fillLike(values, nextDown(upper, dtype)),
  );
  return typed(clipped);
};
