/**
 * Random bits and floats that are spread evenly.
 */
import { checkElement } from '../checkElement.ts';
import type { Axes } from '../dim.ts';
import { checkFloat, type Float } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { ShapeArgument, MadeOf } from '../shape/argument.ts';
import type { Decided, Optional } from '../shape/optional.ts';
import { type AnyTensor, axesOf, type Tensor, typed } from '../tensor.ts';
import { checkDrawn, twoWords, words } from './counters.ts';
import { checkKey, type Key } from './key.ts';

/**
 * Random words: `[2] -> [...S]`, each of the 2^32 equally likely.
 *
 * The same bits as `jax.random.bits`. Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bits, key } from '@cotangent/core';
 *
 * assert.deepEqual(bits(key(0), [2]).toNested(), bits(key(0), [2]).toNested());
 * ```
 */
export const bits = <const S extends readonly unknown[]>(key: Key, shape: ShapeArgument<'bits', S>): Tensor<MadeOf<S>, 'u32'> => {
  checkKey('bits', key);
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  return typed(words(key, checkDrawn('bits', shape as Axes)));
};

const scaled = (x: AnyTensor, factor: number): AnyTensor => P.multiply(x, P.fillLike(x, factor));

const shifted = (x: AnyTensor, count: number): AnyTensor => P.shiftRightLogical(x, P.fillLike(x, count));

/**
 * Multiples of 2^-23 (f32) or 2^-52 (f64) in [0, 1), equally likely.
 *
 * As JAX makes them: the top bits of a word, or of two, are the mantissa of a number in [1, 2), less 1.
 */
export const unitInterval = (key: AnyTensor, shape: Axes, dtype: Float): AnyTensor => {
  if (dtype === 'f32') return scaled(P.convert(shifted(words(key, shape), 9), 'f32'), 2 ** -23);
  const [high, low] = twoWords(key, shape);
  return scaled(P.add(scaled(P.convert(high, 'f64'), 2 ** 20), P.convert(shifted(low, 12), 'f64')), 2 ** -52);
};

/** Numbers from the unit interval moved to another, whose ends are scalars. Rounding never takes them below its start. */
export const moved = (unit: AnyTensor, min: AnyTensor, max: AnyTensor): AnyTensor => {
  const spread = (x: AnyTensor): AnyTensor => P.broadcastInDim(x, axesOf(unit), []);
  return P.maximum(spread(min), P.add(P.multiply(unit, spread(P.subtract(max, min))), spread(min)));
};

/** Where and in which dtype floats are drawn. */
export interface UniformOptions<D extends Float> {
  /** The least number, 0 when left out. */
  readonly min?: number;
  /** The bound above the numbers, 1 when left out. */
  readonly max?: number;
  /** `f32` when left out. */
  readonly dtype?: D;
}

/**
 * Floats spread evenly from `min` (included) to `max` (excluded, up to rounding): `[2] -> [...S]`.
 *
 * The same bits as `jax.random.uniform` (up to the last one, where JAX fuses a multiplication with an addition); 23 of them are
 * random in f32, 52 in f64. Throws `ShapeError` when an axis is no size, `RangeError` when `min` is not below `max`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, uniform } from '@cotangent/core';
 *
 * const x = uniform(key(0), [1000], { min: -1, max: 1 });
 * assert.ok(x.toNested().every((value) => value >= -1 && value < 1));
 * ```
 */
export const uniform = <const S extends readonly unknown[], D extends Float = 'f32', G = {}>(
  key: Key,
  shape: ShapeArgument<'uniform', S>,
  options: Optional<UniformOptions<D> & Decided<'uniform', 'dtype', D, 'f32', G>, G>,
): Tensor<MadeOf<S>, NoInfer<D>> => {
  const given: UniformOptions<Float> = options ?? {};
  checkKey('uniform', key);
  const dtype = checkFloat('uniform', given.dtype ?? 'f32');
  const [min, max] = [checkElement('uniform', given.min ?? 0, dtype), checkElement('uniform', given.max ?? 1, dtype)];
  if (!(min < max)) throw new RangeError(`uniform: min is ${min}, which is not below max, ${max}`);
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const unit = unitInterval(key, checkDrawn('uniform', shape as Axes), dtype);
  return typed(min === 0 && max === 1 ? unit : moved(unit, P.scalar(min, dtype), P.scalar(max, dtype)));
};
