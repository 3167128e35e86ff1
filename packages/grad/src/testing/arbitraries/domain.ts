/**
 * Domains: from where the elements of a tensor are drawn.
 *
 * `fc.double` is uniform over representations, so nine in ten of its numbers are below 1e-6 and a wrong gradient passes unseen.
 * The domains of floats lie on the dyadic grid `integer / 64` instead: `x + h` and `x - 2h` are exact for every step `h = 2^-k` used,
 * in float32 too, and no point but a grid point itself comes near a kink on the grid.
 */
import type { DType, Float } from '@cotangent/core';
import * as fc from 'fast-check';

/** From where the elements of a tensor are drawn; booleans are 0 and 1. */
export interface Domain<D extends DType = DType> {
  readonly name: string;
  readonly dtype: D;
  /** All elements of a tensor of `count` elements. */
  readonly elements: (count: number) => fc.Arbitrary<readonly number[]>;
}

/** Grid points between neighboring whole numbers. */
const perUnit = 64;

/** Each element one of `values`, for itself; it shrinks to the one nearest to 0, of either sign to a positive one. */
const oneOf = <D extends DType>(name: string, dtype: D, values: readonly number[]): Domain<D> => {
  const ordered = values.toSorted((a, b) => Number(a < 0) - Number(b < 0) || Math.abs(a) - Math.abs(b));
  const element = fc.nat({ max: values.length - 1 }).map((index) => ordered[index] ?? 0);
  return Object.freeze({ name, dtype, elements: (count: number) => fc.array(element, { minLength: count, maxLength: count }) });
};

/** The whole numbers from `low` to `high`. */
const wholes = (low: number, high: number): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, index) => low + index);

/** The grid points from `low` to `high` that fulfill a condition. */
const floats = (name: string, low: number, high: number, accepts: (value: number) => boolean = () => true): Domain<'f64'> =>
  oneOf(
    name,
    'f64',
    wholes(low * perUnit, high * perUnit)
      .map((point) => point / perUnit)
      .filter(accepts),
  );

/**
 * Numbers from -3 to 3.
 *
 * @example
 * ```ts
 * import { sin } from '@cotangent/core';
 * import { gradientProperty, real, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => sin(x), fc.tuple(tensors([3], real))), { numRuns: 5 });
 * ```
 */
export const real: Domain<'f64'> = floats('real', -3, 3);

/**
 * Numbers from 1/4 to 3.
 *
 * @example
 * ```ts
 * import { log } from '@cotangent/core';
 * import { gradientProperty, positive, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => log(x), fc.tuple(tensors([3], positive))), { numRuns: 5 });
 * ```
 */
export const positive: Domain<'f64'> = floats('positive', 0.25, 3);

/**
 * Numbers from 1/16 to 15/16: inside the unit interval and clear of both its ends.
 *
 * @example
 * ```ts
 * import { asin } from '@cotangent/core';
 * import { gradientProperty, unitInterval, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => asin(x), fc.tuple(tensors([3], unitInterval))), { numRuns: 5 });
 * ```
 */
export const unitInterval: Domain<'f64'> = floats('unitInterval', 1 / 16, 15 / 16);

/**
 * Numbers from -3 to 3 that are at least 1/4 away from 0.
 *
 * @example
 * ```ts
 * import { reciprocal } from '@cotangent/core';
 * import { gradientProperty, nonzero, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => reciprocal(x), fc.tuple(tensors([3], nonzero))), { numRuns: 5 });
 * ```
 */
export const nonzero: Domain<'f64'> = floats('nonzero', -3, 3, (value) => Math.abs(value) >= 1 / 4);

/**
 * Numbers from -1/8 to 1/8, for functions that are steep elsewhere.
 *
 * @example
 * ```ts
 * import { tan } from '@cotangent/core';
 * import { gradientProperty, small, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => tan(x), fc.tuple(tensors([3], small))), { numRuns: 5 });
 * ```
 */
export const small: Domain<'f64'> = floats('small', -1 / 8, 1 / 8);

/**
 * Booleans.
 *
 * @example
 * ```ts
 * import { sin, where } from '@cotangent/core';
 * import { booleans, gradientProperty, real, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * const inputs = fc.tuple(tensors([3], booleans), tensors([3], real));
 * fc.assert(gradientProperty((condition, x) => where(condition, sin(x), x), inputs), { numRuns: 5 });
 * ```
 */
export const booleans: Domain<'bool'> = oneOf('booleans', 'bool', [0, 1]);

/**
 * Numbers from `low` to `high`, both multiples of 1/64.
 *
 * @example
 * ```ts
 * import { between, gradientProperty, tensors } from '@cotangent/grad/testing';
 * import { acosh } from '@cotangent/core';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => acosh(x), fc.tuple(tensors([3], between(1.25, 4)))), { numRuns: 5 });
 * ```
 */
export const between = (low: number, high: number): Domain<'f64'> => floats(`between ${low} and ${high}`, low, high);

/**
 * Numbers from -3 to 3 that are at least 1/16 away from each of some kinks.
 *
 * @example
 * ```ts
 * import { awayFrom, gradientProperty, tensors } from '@cotangent/grad/testing';
 * import { abs } from '@cotangent/core';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => abs(x), fc.tuple(tensors([3], awayFrom(0)))), { numRuns: 5 });
 * ```
 */
export const awayFrom = (...kinks: readonly number[]): Domain<'f64'> =>
  floats(`away from ${kinks.join(', ')}`, -3, 3, (value) => kinks.every((kink) => Math.abs(value - kink) >= 1 / 16));

/**
 * Numbers no two of which are equal in a tensor, at least 1/64 apart: away from the ties of `max`, `sort` and their like.
 *
 * @example
 * ```ts
 * import { distinct, gradientProperty, tensors } from '@cotangent/grad/testing';
 * import { max } from '@cotangent/core';
 * import * as fc from 'fast-check';
 *
 * fc.assert(gradientProperty((x) => max(x), fc.tuple(tensors([3], distinct))), { numRuns: 5 });
 * ```
 */
export const distinct: Domain<'f64'> = Object.freeze({
  name: 'distinct',
  dtype: 'f64',
  elements: (count: number) => {
    const bound = Math.max(3 * perUnit, count);
    const points = fc.uniqueArray(fc.integer({ min: -bound, max: bound }), { minLength: count, maxLength: count });
    return points.map((list) => list.map((point) => point / perUnit));
  },
});

/**
 * Whole numbers from `low` to `high`, both included, as `i32`: indices, labels, counts.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { integers, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * const [labels] = fc.sample(tensors([8], integers(0, 9)), 1);
 * assert.ok(labels?.toArray().every((label) => label >= 0 && label <= 9));
 * ```
 */
export const integers = (low: number, high: number): Domain<'i32'> =>
  oneOf(`integers ${low} to ${high}`, 'i32', wholes(low, high));

/**
 * A domain of floats as `f32`: for functions typed for it. The checker itself computes in `f64` all the same.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { inFloat32, positive, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * assert.equal(fc.sample(tensors([2], inFloat32(positive)), 1)[0]?.dtype, 'f32');
 * ```
 */
export const inFloat32 = (domain: Domain<Float>): Domain<'f32'> => Object.freeze({ ...domain, dtype: 'f32' });
