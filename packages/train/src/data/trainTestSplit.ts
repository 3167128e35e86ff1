/**
 * Examples to train on, and examples to test on.
 */
import { dim, isTensor, type Key, ShapeError } from '@cotangent/core';
import { type Co, type Equal, type MayBeMissing, type OneName, rememberOrigin, type Slices } from '@cotangent/core/primitives';
import { ConfigError } from '../config/configError.ts';
import type { Share } from '../config/literals.ts';
import {
  anything,
  argument,
  checked,
  expected,
  type Guard,
  isOptions,
  optional,
  options as optionsOf,
} from '../config/options.ts';
import { orderOf } from './batches.ts';
import { rowsOf, type WithLeading } from './rows.ts';

/** Options of `trainTestSplit`. */
export interface SplitOptions<A extends string = 'train', B extends string = 'test', N = number> {
  /** The share of examples to test on, between 0 and 1. */
  readonly test: N;
  /** Shuffles the examples before they are divided; the last ones are tested on when it is left out. */
  readonly key?: Key;
  /** What the leading axes of the two parts are called; `['train', 'test']` when left out. Two data sets that meet need names of their own. */
  readonly names?: readonly [train: A, test: B];
}

/** The name of a part, or why it is none. What type parameters leave open the checker prints by this name, with `_Why`. */
type NameOfPart<
  N extends string,
  _Why extends string = 'trainTestSplit: cannot tell which name a type parameter is: write it in place',
> = [N] extends [OneName<'trainTestSplit', N>] ? N : OneName<'trainTestSplit', N>;

/** The name of the second part, or why it is none. Whether it is that of the first is not asked of type parameters. */
type OtherName<A extends string, B extends string, Z extends 0> = [Z, Co<IsOne<A, B>>] extends [0, Co<1>]
  ? `trainTestSplit: both parts are named '${B}': two sizes need two names`
  : NameOfPart<B>;

type IsOne<A, B> = Co<A> extends Co<'\0'> ? 0 : Co<B> extends Co<'\0'> ? 0 : Equal<A, B> extends true ? 1 : 0;

/** That names are there, unless they are what they would be anyway. */
type NamesOf<V> = [V] extends [readonly ['train', 'test']] ? unknown : GivenNames<MayBeMissing<'trainTestSplit', 'names'>>;

/** `_Why` is printed where they are not. */
type GivenNames<_Why extends string> = { readonly names: unknown };

const isName = (value: unknown): boolean => typeof value === 'string';

const twoNames: Guard<readonly [string, string]> = expected(
  "two names, such as ['train', 'test']",
  (value): value is readonly [string, string] => Array.isArray(value) && value.length === 2 && value.every(isName),
);

const splitOptions = optionsOf<{ readonly test?: unknown; readonly key?: unknown; readonly names?: unknown }>({
  test: optional(anything),
  key: optional(anything),
  names: optional(anything),
});

const share: Guard<number> = expected(
  'a number between 0 and 1',
  (value): value is number => typeof value === 'number' && value > 0 && value < 1,
);

/**
 * Stacked data in two parts: `[N, ...S]` to `['train', ...S]` and `['test', ...S]`.
 *
 * The test part has `round(N * test)` examples. The leading axes are named, so that the two cannot be mistaken for each other; `names` says how.
 * Pure: the same key gives the same parts. Throws `ConfigError` when the share is not between 0 and 1, and `ShapeError` when leading axes
 * differ or a part would be empty.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, tensor } from '@cotangent/core';
 * import { trainTestSplit } from '@cotangent/train';
 *
 * const data = { x: tensor([[1], [2], [3], [4], [5]]), y: tensor([1, 2, 3, 4, 5]) };
 * const [train, test] = trainTestSplit(data, { test: 0.4, key: key(0) });
 * assert.deepEqual([train.x.sizes, test.y.shape, test.y.sizes], [[3, 1], ['test'], [2]]);
 * assert.deepEqual([...train.y.toArray(), ...test.y.toArray()].toSorted(), [1, 2, 3, 4, 5]);
 *
 * const [letters] = trainTestSplit(data, { test: 0.4, names: ['letters', 'newLetters'] });
 * assert.deepEqual(letters.x.shape, ['letters', 1]);
 * ```
 */
export const trainTestSplit = <
  const T,
  const A extends string = 'train',
  const B extends string = 'test',
  const N extends number = number,
  Z extends 0 = 0,
>(
  data: Slices<'trainTestSplit', 'data', T>,
  options: SplitOptions<NameOfPart<A>, OtherName<A, B, Z>, Share<'trainTestSplit', 'test', N>> & NamesOf<readonly [A, B]>,
): readonly [train: WithLeading<T, A>, test: WithLeading<T, B>] => {
  if (isTensor(options)) {
    throw new ConfigError('trainTestSplit: takes one tree of data and options: write trainTestSplit({ x, y }, { test: 0.2 })');
  }
  const { count, pick } = rowsOf('trainTestSplit', data as T);
  if (isOptions(options)) checked('trainTestSplit', splitOptions, options);
  const {
    test,
    key,
    names = ['train', 'test'],
  }: Partial<SplitOptions<string, string, unknown>> = isOptions(options) ? options : {};
  const tested = argument('trainTestSplit', 'test', share, test);
  const [first, second] = argument('trainTestSplit', 'names', twoNames, names);
  if (first === second) throw new ShapeError(`trainTestSplit: both parts are named '${first}': two sizes need two names`);
  const last = Math.round(count * tested);
  if (last === 0 || last === count) {
    throw new ShapeError(`trainTestSplit: ${tested} of ${count} examples leaves none to ${last === 0 ? 'test on' : 'train on'}`);
  }
  const order = Array.from(orderOf(count, key));
  // They are what A and B say: names that fit are what they are, and others are refused.
  const [a, b] = [dim(first as 'train', count - last), dim(second as 'test', last)];
  rememberOrigin(a);
  rememberOrigin(b);
  return [pick<A>(order.slice(0, count - last), a), pick<B>(order.slice(count - last), b)];
};
