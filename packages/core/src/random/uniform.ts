/**
 * Random bits and floats that are spread evenly.
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
import { checkDrawn, twoWords, words } from './counters.ts';
import { needFloat } from './floats.ts';
import { checkKey, type KeyOr, type NoKey } from './key.ts';
import { checkKnown } from '../operations/untyped/options.ts';

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
export const bits = <const S extends readonly unknown[]>(
  key: KeyOr<NoKey<'bits'>>,
  shape: ShapeArgument<'bits', S>,
): Tensor<Made<'bits', S>, 'u32'> => {
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

/** Where floats are drawn. */
export interface UniformBounds {
  /** The least number, 0 when left out. */
  readonly min?: number;
  /** The bound above the numbers, 1 when left out. */
  readonly max?: number;
}

/** Where and in which dtype floats are drawn. */
export interface UniformOptions<D extends Float> extends UniformBounds {
  /** `f32` when left out. */
  readonly dtype?: DTypeIn<OtherDType<'uniform', 'f32, f64'>, D>;
}

interface Drawn extends UniformBounds {
  readonly shape: Axes;
  readonly dtype: Float;
}

const evenly = (operation: string, key: AnyTensor, { min: from = 0, max: to = 1, shape, dtype }: Drawn): AnyTensor => {
  const [min, max] = [checkElement(operation, from, dtype), checkElement(operation, to, dtype)];
  if (!(min < max)) throw new RangeError(`${operation}: min is ${min}, which is not below max, ${max}`);
  const unit = unitInterval(key, checkDrawn(operation, shape), dtype);
  return min === 0 && max === 1 ? unit : moved(unit, P.scalar(min, dtype), P.scalar(max, dtype));
};

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
  key: KeyOr<NoKey<'uniform'>>,
  shape: ShapeArgument<'uniform', S>,
  options: Optional<UniformOptions<D> & Decided<'uniform', 'dtype', D, 'f32', G>, G>,
): Tensor<Made<'uniform', S>, NoInfer<D>> => {
  const given: UniformOptions<Float> = options ?? {};
  checkKnown('uniform', ['min', 'max', 'dtype'], given);
  checkKey('uniform', key);
  const dtype = checkFloat('uniform', given.dtype ?? 'f32');
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  return typed(evenly('uniform', key, { ...given, shape: shape as Axes, dtype }));
};

/**
 * Floats spread evenly from `min` (included) to `max` (excluded), in the shape and dtype of a tensor: `[2], [...S] -> [...S]`.
 *
 * What `uniform` draws, where the shape is not written down. The elements of `x` don't matter. Throws `RangeError` when `min` is not
 * below `max`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, key, type Shape, type Tensor, uniform, uniformLike, zeros } from '@cotangent/core';
 *
 * const jittered = <S extends Shape>(x: Tensor<S>): Tensor<S> => add(x, uniformLike(key(0), x, { min: -0.5, max: 0.5 }));
 * assert.deepEqual(jittered(zeros([2, 3])).toNested(), uniform(key(0), [2, 3], { min: -0.5, max: 0.5 }).toNested());
 * ```
 */
export const uniformLike = <S extends Shape, D extends DType>(
  key: KeyOr<NoKey<'uniformLike'>>,
  x: Tensor<S, D> & Takes<Floats<'uniformLike'>, D>,
  bounds: UniformBounds = {},
): Tensor<S, D> => {
  checkKnown('uniformLike', ['min', 'max'], bounds);
  checkKey('uniformLike', key);
  const dtype = needFloat('uniformLike', x);
  return typed(evenly('uniformLike', key, { ...bounds, shape: axesOf(x), dtype }));
};
