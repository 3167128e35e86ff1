/**
 * `dropout`: noise in training that keeps units from relying on each other.
 */
import { type AnyTensor, bernoulli, type Key } from '@cotangent/core';
import { axesOf, type FromZeroToBelowOne, P } from '@cotangent/core/primitives';
import type { Combinator } from './activations/activation.ts';
import { thenPlain } from './row.ts';
import { before, describe, isLayer, plain, typedLayer } from './untyped.ts';

/** Each element divided by the chance to be kept, or 0. */
const drop = (x: AnyTensor, key: Key, rate: number): AnyTensor => {
  // As many names as axes: bernoulli checks them at run time.
  const kept = bernoulli(key, 1 - rate, axesOf(x) as readonly []);
  return P.select(kept, P.divide(x, P.fillLike(x, 1 - rate)), P.fillLike(x, 0));
};

/** A rate, or why it is none. */
type Rate<N> = N extends number
  ? FromZeroToBelowOne<`${N}`> extends true
    ? N
    : `dropout: the rate is ${N}, which is not from 0 to below 1`
  : NoRate;

/** Why `dropout` without a rate is no step. */
export type NoRate = 'dropout: expected a rate from 0 to below 1: write dropout(0.5)';

/** What stands in the place of a rate, as messages name it. */
const described = ([given, ...more]: readonly unknown[]): string => {
  if (more.length > 0) return `${more.length + 1} arguments`;
  return isLayer(given) ? 'a layer' : describe(given);
};

/** The type of `dropout`. By its name `sequential` knows it where it stands without a rate. */
export interface Dropout {
  <const N = number>(rate: Rate<N>): Combinator<'dropout'>;
}

/**
 * In training sets each element to 0 with probability `rate` and divides the others by `1 - rate`: `[...B, ...S] -> [...B, ...S]`.
 *
 * In evaluation it does nothing. To be put after a layer, in a pipe or in `sequential`; its key depends on its place there, so two
 * dropouts never drop alike. Throws `RangeError` unless `0 <= rate < 1`. Srivastava et al., "Dropout: A Simple Way to Prevent Neural
 * Networks from Overfitting" (2014).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { key, ones } from '@cotangent/core';
 * import { dropout, evaluation, input, train } from '@cotangent/nn';
 *
 * const layer = pipe(input(1000), dropout(0.5));
 * const [dropped] = layer.apply({}, {}, train(key(0)))(ones([1000]));
 * assert.deepEqual(new Set(dropped.toNested()), new Set([0, 2]));
 * const [same] = layer.apply({}, {}, evaluation)(ones([1000]));
 * assert.deepEqual(new Set(same.toNested()), new Set([1]));
 * ```
 */
export const dropout: Dropout = (...rate: readonly unknown[]): Combinator<'dropout'> => {
  const [chance] = rate;
  // Two more are an index and the list: `rates.map(dropout)`.
  if (typeof chance !== 'number' || rate.length === 2)
    throw new TypeError(`dropout: expected a rate from 0 to below 1, got ${described(rate)}: write dropout(0.5)`);
  if (!(chance >= 0 && chance < 1)) throw new RangeError(`dropout: the rate is ${chance}, which is not from 0 to below 1`);
  return (self) => {
    const first = before('dropout', self);
    const { output } = first;
    const layer = plain(
      'dropout',
      output,
      output,
      (mode) => (x) => (mode._tag === 'Train' && chance > 0 ? drop(x, mode.key, chance) : x),
    );
    return typedLayer(thenPlain(first, layer));
  };
};
