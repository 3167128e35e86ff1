/**
 * Random booleans, categories and integers.
 */
import { type Axes, checkAxes, showShape } from '../dim.ts';
import { checkInteger, type DType, type Float, type Integer } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as P from '../primitives/builders.ts';
import type { Made, ShapeArgument } from '../shape/argument.ts';
import type { AtMost } from '../shape/arithmetic.ts';
import type { Count } from '../shape/count.ts';
import type {
  CannotTell,
  Co,
  Dim,
  Fails,
  Fits,
  Kind,
  About,
  NoShape,
  NothingKnown,
  Pop,
  Refusal,
  Shape,
  Show,
  Unproven,
  UnknownOf,
} from '../shape/dims.ts';
import type { Floats, NoDType, Takes } from '../shape/dtypes.ts';
import type { Decided, DTypeIn, OtherDType } from '../shape/optional.ts';
import type { FromZeroToBelowOne } from '../shape/unitInterval.ts';
import { type AnyTensor, axesOf, checkTensor, isTensor, type Tensor, typed } from '../tensor.ts';
import { showEmpty } from '../operations/untyped/axes.ts';
import { checkCounted, checkDrawn, words } from './counters.ts';
import { needFloat } from './floats.ts';
import { checkKey, type Key, type KeyOr, type NoKey, split } from './key.ts';
import { moved, unitInterval } from './uniform.ts';
import { checkKnown } from '../operations/untyped/options.ts';

const probability = (operation: string, p: number | AnyTensor): AnyTensor => {
  if (isTensor(p)) return p;
  if (typeof p !== 'number' || !(p >= 0 && p <= 1))
    throw new RangeError(`${operation}: the probability is ${p}, which is not from 0 to 1`);
  return P.scalar(p, 'f32');
};

const tossed = (operation: string, key: AnyTensor, p: number | AnyTensor, shape: Axes): AnyTensor => {
  const chance = probability(operation, p);
  if (chance.rank > 0) throw new ShapeError(`${operation}: the probability is ${showShape(chance.shape)}, not a scalar`);
  const dtype = needFloat(operation, chance);
  const axes = checkDrawn(operation, shape);
  return P.less(unitInterval(key, axes, dtype), P.broadcastInDim(chance, axes, []));
};

/** A probability as a tensor: a scalar. */
type Probability<F extends string, P extends Shape, D extends DType> = Unproven<
  CannotTell<F, 'the probability is a scalar'>,
  P,
  Co<P> extends Co<readonly []> ? Fits<[]> : Fails<`${F}: the probability is ${Show<P>}, not a scalar`>,
  Tensor<P, D> & Takes<Floats<F>, D>
>;

/** A number as a probability, or why it is none; what is only known to be a `number` is left to run time. */
type UnitNumber<F extends string, N extends number> = [N] extends [1]
  ? N
  : FromZeroToBelowOne<`${N}`> extends true
    ? N
    : Refusal<`${F}: the probability is ${N}, which is not from 0 to 1`>;

/**
 * Booleans that are true with probability `p`: `[2], [] -> [...S]`.
 *
 * The same as `jax.random.bernoulli` of an f32 probability: a uniform number is below `p`, so `p` counts in steps of 2^-23 (2^-52
 * for f64). Throws `ShapeError` when an axis is no size or the probability is no scalar, `RangeError` when a number is no probability.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bernoulli, key } from '@cotangent/core';
 *
 * assert.deepEqual(bernoulli(key(0), 1, [3]).toNested(), [true, true, true]);
 * ```
 */
export const bernoulli = <
  const S extends readonly unknown[],
  P extends Shape = [],
  D extends DType = 'f32',
  const N extends number = number,
>(
  key: KeyOr<NoKey<'bernoulli'>>,
  p: UnitNumber<'bernoulli', N> | Probability<'bernoulli', P, D>,
  shape: ShapeArgument<'bernoulli', S>,
): Tensor<Made<'bernoulli', S>, 'bool'> => {
  checkKey('bernoulli', key);
  // Both are what they should be, or messages in their place that the compiler refuses.
  return typed(tossed('bernoulli', key, p as number | AnyTensor, shape as Axes));
};

/**
 * Booleans that are true with probability `p`, in the shape of a tensor: `[2], [], [...S] -> [...S]`.
 *
 * What `bernoulli` draws, where the shape is not written down: masks for a tensor of any shape. The elements of `x` don't matter.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { bernoulliLike, divide, type Key, key, ones, type Shape, type Tensor, where } from '@cotangent/core';
 *
 * const halved = <S extends Shape>(k: Key, x: Tensor<S>): Tensor<S> => where(bernoulliLike(k, 0.5, x), divide(x, 0.5), 0);
 * assert.deepEqual(new Set(halved(key(0), ones([100])).toNested()), new Set([0, 2]));
 * ```
 */
export const bernoulliLike = <
  S extends Shape,
  E extends DType,
  P extends Shape = [],
  D extends DType = 'f32',
  const N extends number = number,
>(
  key: KeyOr<NoKey<'bernoulliLike'>>,
  p: UnitNumber<'bernoulliLike', N> | Probability<'bernoulliLike', P, D>,
  x: Tensor<S, E>,
): Tensor<S, 'bool'> => {
  checkKey('bernoulliLike', key);
  // A probability, or a message in its place that the compiler refuses.
  return typed(tossed('bernoulliLike', key, p as number | AnyTensor, axesOf(checkTensor('bernoulliLike', x))));
};

/** The least normal number. */
const tiny = { f32: 2 ** -126, f64: 2 ** -1022 } as const;

/** Numbers with the standard Gumbel distribution, -log(-log(u)). */
const gumbel = (key: AnyTensor, shape: Axes, dtype: Float): AnyTensor => {
  const u = moved(unitInterval(key, shape, dtype), P.scalar(tiny[dtype], dtype), P.scalar(1, dtype));
  return P.negate(P.log(P.negate(P.log(u))));
};

/**
 * The shape of the rows' indices. (The question whether there are no categories has the answer no for type parameters, and what `F` is, a name,
 * makes it none before all are known.)
 */
type Rows<F extends string, S extends Shape> =
  Co<S> extends Co<readonly []>
    ? Fails<`${F}: the logits are a scalar and have no axis of categories`>
    : Pop<S> extends [infer B extends Shape, infer K extends Dim]
      ? [Co<0>, Co<Kind<K>>] extends [Co<K>, Co<'size' | Kind<F>>]
        ? Fails<`${F}: the logits are ${Show<S>}: there is no category to draw`>
        : Fits<B>
      : Fails<About<F, S, `${F}: ${NothingKnown}`>, UnknownOf<S>>;

const drawn = (key: Key, logits: AnyTensor): AnyTensor => {
  if (logits.rank === 0) throw new ShapeError('categorical: the logits are a scalar and have no axis of categories');
  if (logits.sizes.at(-1) === 0)
    throw new ShapeError(`categorical: the logits are ${showEmpty(logits)}: there is no category to draw`);
  const dtype = needFloat('categorical', logits);
  return P.argMax(P.add(logits, gumbel(key, checkCounted('categorical', axesOf(logits)), dtype)), logits.rank - 1);
};

/**
 * Categories drawn with probabilities `softmax(logits)` along the last axis: `[2], [...B, K] -> [...B]`, as i32.
 *
 * By the Gumbel-max trick (Gumbel 1954; Maddison, Tarlow, Minka 2014), as in JAX: the category with the largest logit plus Gumbel
 * noise. Logits need no normalization; `-Infinity` rules a category out. In f32, categories below a probability of 1e-7 come too rarely.
 * Throws `ShapeError` when there are no categories.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { categorical, key, tensor } from '@cotangent/core';
 *
 * const certain = tensor([[0, -Infinity, -Infinity], [-Infinity, -Infinity, 0]]);
 * assert.deepEqual(categorical(key(0), certain).toNested(), [0, 2]);
 * ```
 */
export const categorical = <S extends Shape = NoShape, D extends DType = NoDType>(
  key: KeyOr<NoKey<'categorical'>>,
  logits: Unproven<
    CannotTell<'categorical', 'the logits have an axis of categories'>,
    S,
    Rows<'categorical', S>,
    Tensor<S, D> & Takes<Floats<'categorical'>, D>
  >,
): Tensor<Rows<'categorical', S>['shape'], 'i32'> => {
  checkKey('categorical', key);
  // The logits are a tensor, or a message in its place that the compiler refuses.
  return typed(drawn(key, checkTensor('categorical', logits as AnyTensor)));
};

/** From where to where, and in which dtype, integers are drawn. */
export interface RandintOptions<D extends Integer, Min extends number = number, Max extends number = number> {
  /** The least number, 0 when left out. */
  readonly min?: Min;
  /** The bound above the numbers, which is not drawn itself. */
  readonly max: Max;
  /** `i32` when left out. */
  readonly dtype?: DTypeIn<OtherDType<'randint', 'i32, u32'>, D>;
}

/** The least integer of a dtype, what is beyond the largest, and their sizes. */
interface Ranges {
  readonly i32: readonly ['-2147483648 to 2147483648', 2147483648, 2147483648];
  readonly u32: readonly ['0 to 4294967296', 0, 4294967296];
}

/** Why there are no integers of `D` to draw; `unknown`, which accepts everything, when there are, or when bounds are known to be no more than a `number`. */
type Drawable<Min extends number, Max extends number, D extends Integer> = number extends Min | Max
  ? unknown
  : IsRange<Min, Max, D> extends true
    ? unknown
    : `randint: min is ${Min} and max ${Max}: they must be integers, min below max, from ${Ranges[D][0]} for ${D}`;

type IsRange<Min extends number, Max extends number, D extends Integer> = `${Min}|${Max}` extends `${string}${'.' | 'e'}${string}`
  ? false
  : Count<Min, Max, 1> extends 0
    ? false
    : `${Min}` extends `-${infer Size extends number}`
      ? AtMost<Size, Ranges[D][1]> extends true
        ? IsBelow<Max, D>
        : false
      : IsBelow<Max, D>;

type IsBelow<Max extends number, D extends Integer> = `${Max}` extends `-${string}` ? true : AtMost<Max, Ranges[D][2]>;

const ranges = { i32: [-(2 ** 31), 2 ** 31], u32: [0, 2 ** 32] } as const;

const checkRange = (min: number, max: number, dtype: Integer): void => {
  const [least, beyond] = ranges[dtype];
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < least || max > beyond || min >= max) {
    throw new RangeError(
      `randint: min is ${min} and max ${max}: they must be integers, min below max, from ${least} to ${beyond} for ${dtype}`,
    );
  }
};

/** `(high * 2^32 + low) % span` where products stay below 2^32; above a span of 2^16 it is `low % span`, as in JAX. */
const offsets = (high: AnyTensor, low: AnyTensor, span: number): AnyTensor => {
  const root = 2 ** 16 % span;
  const remainder = (x: AnyTensor): AnyTensor => P.remainder(x, P.fillLike(x, span));
  return remainder(P.add(P.multiply(remainder(high), P.fillLike(high, (Math.imul(root, root) >>> 0) % span)), remainder(low)));
};

/**
 * Integers from `min` (included) to `max` (excluded): `[2] -> [...S]`.
 *
 * The same bits as `jax.random.randint`. With a span of up to 2^16 numbers, two words make one number and no number is more likely
 * than another by more than 1 part in 2^48; above that one word does, and numbers differ by up to span / 2^32. Throws `ShapeError` when
 * an axis is no size, `RangeError` when the bounds are no integers of the dtype or out of order.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, randint } from '@cotangent/core';
 *
 * const dice = randint(key(0), [100], { min: 1, max: 7 }).toNested();
 * assert.ok(dice.every((pips) => pips >= 1 && pips <= 6));
 * ```
 */
export const randint = <
  const S extends readonly unknown[],
  const Max extends number,
  const Min extends number = 0,
  D extends Integer = 'i32',
>(
  key: KeyOr<NoKey<'randint'>>,
  shape: ShapeArgument<'randint', S>,
  options: RandintOptions<D, Min, Max> & Drawable<Min, Max, D> & Decided<'randint', 'dtype', D, 'i32'>,
): Tensor<Made<'randint', S>, NoInfer<D>> => {
  checkKey('randint', key);
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const axes = checkAxes('randint', shape as Axes);
  if (typeof options !== 'object') throw new ShapeError('randint: there is no bound: write randint(key, shape, { max })');
  checkKnown('randint', ['min', 'max', 'dtype'], options);
  const { min = 0, max } = options;
  const dtype = checkInteger('randint', options.dtype ?? 'i32');
  checkRange(min, max, dtype);
  checkCounted('randint', axes);
  const [first, second] = split(key);
  const [high, low] = [words(first, axes), words(second, axes)];
  const offset = P.convert(max - min === 2 ** 32 ? low : offsets(high, low, max - min), dtype);
  return typed(P.add(offset, P.fillLike(offset, min)));
};
