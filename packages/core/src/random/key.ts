/**
 * Random keys: values from which every random number follows. Nothing is hidden, nothing changes: the same key gives the same bits.
 */
import { describe } from '../decodeError.ts';
import type { Described } from '../described.ts';
import { type Axis, checkAxes, checkAxis, showAxes, showShape, sizeOf } from '../dim.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as P from '../primitives/builders.ts';
import type { DType } from '../dtype.ts';
import type { NoElements } from '../held.ts';
import type { DimArgument, NoCount, NoSize, ShapeOf } from '../shape/argument.ts';
import type { CannotTell, Co, Refusal, Shape, Show } from '../shape/dims.ts';
import type { Integers, Takes } from '../shape/dtypes.ts';
import type { Optional } from '../shape/optional.ts';
import { type AnyTensor, axesOf, isTensor, type Tensor, typed } from '../tensor.ts';
import { needIntegers } from '../operations/untyped/dtypes.ts';
import { wordPairs } from './counters.ts';
import { fnv1a } from './hash.ts';

/** A key: two words that random numbers are made from. */
export type Key = Tensor<[2], 'u32'>;

/** A key as an argument. `_Why` is printed in its place where what is given is none. */
export type KeyOr<_Why extends string> = Tensor<[2], 'u32'>;

/** What `F` says of what is no key. */
export type NoKey<F extends string> = `${F}: expected a key, u32[2]: make one with key(seed), and more with split(key)`;

/** Throws `DTypeError` when a value is no key. */
export const checkKey = (operation: string, value: AnyTensor): void => {
  if (!isTensor(value) || value.dtype !== 'u32' || value.shape.join() !== '2') {
    const found = isTensor(value) ? `${value.dtype}${showAxes(axesOf(value))}` : describe(value);
    throw new DTypeError(`${operation}: expected a key, u32[2], got ${found}: make one with key(seed), and more with split(key)`);
  }
};

/** A count of keys, or why it is none; what is only known to be a `number` is left to run time. */
type CountOfKeys<F extends string, N extends number> =
  NoSize<N> extends never ? (N extends 0 ? `${F}: 0 keys are none: ask for at least one` : N) : NoCount<F, 'the count', N>;

/** So many keys, as a tuple. */
export type Keys<N extends number> = number extends N ? readonly Key[] : NoSize<N> extends never ? AsMany<N> : never;

type AsMany<N extends number, Found extends readonly Key[] = readonly []> = N extends Found['length']
  ? Found
  : AsMany<N, readonly [...Found, Key]>;

const isSeed = (seed: number | bigint): boolean =>
  typeof seed === 'bigint' ? BigInt.asIntN(64, seed) === seed || BigInt.asUintN(64, seed) === seed : Number.isSafeInteger(seed);

const pair = (high: number, low: number): AnyTensor => P.constant(Uint32Array.of(high, low), [2], 'u32');

/** A seed, or why it is none; what is only known to be a `number` is left to run time. */
type Seed<N> = N extends number | bigint
  ? `${N}` extends `${string}.${string}` | `${string}e-${string}`
    ? `key: the seed ${N} is no integer of 64 bits (a number up to 2^53 - 1 in size, or a bigint)`
    : N
  : `key: expected a seed, an integer, found ${Described<N>}`;

/**
 * The key of a seed: `[2]`, the high and the low word of the seed as a 64-bit integer.
 *
 * The same as `jax.random.key(seed)`, of seeds below 2^32 always and of all others where JAX has 64-bit integers. Throws `RangeError` when the seed is no safe integer, a bigint of more than 64 bits, or no number.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key } from '@cotangent/core';
 *
 * assert.deepEqual(key(42).toNested(), [0, 42]);
 * ```
 */
export const key = <const N>(seed: Seed<N>): Key => {
  const given: unknown = seed;
  if (typeof given !== 'number' && typeof given !== 'bigint')
    throw new RangeError(`key: expected a seed, an integer, found ${describe(given)}`);
  if (!isSeed(given))
    throw new RangeError(`key: the seed ${given} is no integer of 64 bits (a number up to 2^53 - 1 in size, or a bigint)`);
  const bits = BigInt.asUintN(64, BigInt(given));
  return typed(pair(Number(bits >> 32n), Number(bits & 0xffffffffn)));
};

const checkCount = (operation: string, count: Axis): void => {
  if (sizeOf(count) < 1) throw new ShapeError(`${operation}: ${sizeOf(count)} keys are none: ask for at least one`);
};

/**
 * Independent keys from one, two when no number is given: `[2] -> N times [2]`.
 *
 * Use a key once: either to draw from or to split. Throws `ShapeError` when the number is no positive integer.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, split, uniform } from '@cotangent/core';
 *
 * const [weights, biases] = split(key(0));
 * assert.notDeepEqual(uniform(weights, [2]).toNested(), uniform(biases, [2]).toNested());
 * const [a, b, c] = split(key(0), 3);
 * assert.deepEqual(a.toNested(), weights.toNested());
 * assert.equal([a, b, c].length, 3);
 * ```
 */
export const split = <const N extends number = 2>(
  key: KeyOr<NoKey<'split'>>,
  count: Optional<CountOfKeys<'split', N>>,
): Keys<N> => {
  checkKey('split', key);
  const length = sizeOf(checkAxis('split: the count', count ?? 2));
  checkCount('split', length);
  // As many keys as N says.
  return Object.freeze(Array.from({ length }, (_, index) => typed(P.threefry(key, pair(0, index))))) as unknown as Keys<N>;
};

/**
 * Independent keys from one, stacked for `vmap`: `[2] -> [N, 2]`. Row `i` is key `i` of `split`.
 *
 * The number is a literal or a token from `dim`. Throws `ShapeError` when it is no positive integer.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, key, split, splitStacked } from '@cotangent/core';
 *
 * const keys = splitStacked(key(0), dim('seeds', 100));
 * assert.deepEqual(keys.shape, ['seeds', 2]);
 * assert.deepEqual(keys.toNested()[1], split(key(0))[1].toNested());
 * ```
 */
export const splitStacked = <const A>(
  key: KeyOr<NoKey<'splitStacked'>>,
  count: [A] extends [0] ? CountOfKeys<'splitStacked', A> : DimArgument<'splitStacked', A>,
): Tensor<[...ShapeOf<readonly [A]>, 2], 'u32'> => {
  checkKey('splitStacked', key);
  // The count is A, or a message in its place that the compiler refuses.
  const axes = checkAxes('splitStacked', [count as Axis, 2]);
  checkCount('splitStacked', count as Axis);
  return typed(P.reshape(wordPairs(key, sizeOf(count as Axis)), axes));
};

/** A number that is folded into a key, or why it is refused. */
type FoldedNumber<N extends number> = NoElements<N>['u32'] extends never
  ? N
  : Refusal<`foldIn: ${N} is no integer from 0 to 2^32 - 1`>;

/** A tensor that is folded into a key, or why it is refused. `_Why` is printed where it cannot be told. */
type FoldedTensor<_Why extends string, S extends Shape, D extends DType> =
  Co<S> extends Co<readonly []>
    ? Tensor<S, D> & Takes<Integers<'foldIn'>, D>
    : Refusal<`foldIn: the data is ${Show<S>}, not a scalar`>;

/** The words that a piece of data stands for. */
const dataWord = (data: number | string | AnyTensor): AnyTensor => {
  if (isTensor(data)) {
    if (data.rank > 0) throw new ShapeError(`foldIn: the data is ${showShape(data.shape)}, not a scalar`);
    needIntegers('foldIn', data);
    return P.convert(data, 'u32');
  }
  if (typeof data === 'string') return P.scalar(fnv1a(data), 'u32');
  if (data >>> 0 !== data) throw new RangeError(`foldIn: ${data} is no integer from 0 to 2^32 - 1`);
  return P.scalar(data, 'u32');
};

/**
 * A key for a name, a number or an integer tensor, from another key: `[2], [] -> [2]`.
 *
 * Keys for different data are independent, whatever else is drawn: adding a layer leaves its siblings' weights alone. Names are
 * hashed by FNV-1a (32 bits, of their UTF-8); numbers are the same as in `jax.random.fold_in`. Throws `RangeError` when a number is
 * no integer from 0 to 2^32 - 1, `ShapeError` when a tensor is no scalar.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { foldIn, key } from '@cotangent/core';
 *
 * const hidden = foldIn(key(0), 'hidden');
 * assert.notDeepEqual(hidden.toNested(), foldIn(key(0), 'out').toNested());
 * const third = foldIn(hidden, 3);
 * assert.deepEqual(third.shape, [2]);
 * ```
 */
export const foldIn = <const N extends number, S extends Shape = [], D extends DType = 'i32'>(
  key: KeyOr<NoKey<'foldIn'>>,
  data: FoldedNumber<N> | string | FoldedTensor<CannotTell<'foldIn', 'the data is a scalar'>, S, D>,
): Key => {
  checkKey('foldIn', key);
  // A number is N, or a message in its place that the compiler refuses.
  const word = dataWord(data as number | string | AnyTensor);
  const counter = P.multiply(P.broadcastInDim(word, [2], []), P.iota([2], 0, 'u32'));
  return typed(P.threefry(key, counter));
};
