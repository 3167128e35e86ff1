/**
 * Observers: effects that follow a run from outside.
 */
import { isTensor } from '@cotangent/core';
import { checkFunction } from '@cotangent/core/primitives';
import type { IO } from 'fp-ts/lib/IO.js';
import type { Monoid } from 'fp-ts/lib/Monoid.js';
import type { Count } from '../config/literals.ts';
import { argument, count } from '../config/options.ts';

/** How far a run is: steps done, those of earlier runs included, and how many it will be, if that is known. */
export interface Position {
  readonly step: number;
  readonly total: number | undefined;
}

/**
 * What happens in a run: it starts, takes a step, finishes, or stops at an error.
 *
 * Values are tensors that nobody has read: reading one computes it.
 */
export type RunEvent<S, M> =
  | (Position & { readonly _tag: 'Started'; readonly state: S })
  | (Position & { readonly _tag: 'Stepped'; readonly state: S; readonly metrics: M })
  | (Position & { readonly _tag: 'Finished'; readonly state: S; readonly metrics: M | undefined })
  | (Position & { readonly _tag: 'Failed'; readonly error: unknown });

/**
 * What is done about each event of a run.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { foldObserved, type Observer } from '@cotangent/train';
 *
 * const seen: string[] = [];
 * const trace: Observer<number, number> = ({ _tag, step }) => () => void seen.push(`${_tag} ${step}`);
 * foldObserved((sum: number, x: number) => [sum + x, sum + x], trace)(0, [1, 2])();
 * assert.deepEqual(seen, ['Started 0', 'Stepped 1', 'Stepped 2', 'Finished 2']);
 * ```
 */
export type Observer<S = unknown, M = unknown> = (event: RunEvent<S, M>) => IO<void>;

/**
 * The observer that does nothing.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { silent } from '@cotangent/train';
 *
 * assert.equal(silent({ _tag: 'Started', step: 0, total: undefined, state: {} })(), undefined);
 * ```
 */
export const silent: Observer = () => () => {};

/**
 * Observers side by side: each event goes to all of them, in order.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { collect, foldObserved, observers } from '@cotangent/train';
 *
 * const [sums, squares] = [collect((sum: number) => sum), collect((sum: number) => sum * sum)];
 * foldObserved((sum: number, x: number) => [sum + x, sum + x], observers(sums.observer, squares.observer))(0, [1, 2])();
 * assert.deepEqual([sums.values(), squares.values()], [[1, 3], [1, 9]]);
 * ```
 */
export const observers =
  <S, M>(...all: readonly Observer<S, M>[]): Observer<S, M> =>
  (event) =>
  () => {
    for (const observer of all) observer(event)();
  };

/**
 * Observers as an fp-ts `Monoid`: side by side, with `silent` as the one that does nothing.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { concatAll } from 'fp-ts/lib/Monoid.js';
 * import { getObserverMonoid, silent } from '@cotangent/train';
 *
 * const both = concatAll(getObserverMonoid<unknown, unknown>())([silent, silent]);
 * assert.equal(both({ _tag: 'Started', step: 0, total: 10, state: {} })(), undefined);
 * ```
 */
export const getObserverMonoid = <S, M>(): Monoid<Observer<S, M>> => ({
  empty: silent,
  concat: (first, second) => observers(first, second),
});

/**
 * Lets an observer see one step in so many (those whose number `period` divides), and every other event.
 *
 * Throws `ConfigError` when the period is no whole number of at least 1.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { collect, every, foldObserved } from '@cotangent/train';
 *
 * const sums = collect((sum: number) => sum);
 * foldObserved((sum: number, x: number) => [sum + x, sum + x], every(2, sums.observer))(0, [1, 2, 3, 4, 5])();
 * assert.deepEqual(sums.values(), [3, 10]);
 * ```
 */
export const every = <S, M, const N extends number = number>(
  period: Count<'every', 'period', N>,
  observer: Observer<S, M>,
): Observer<S, M> => {
  const held = argument('every', 'period', count, period);
  checkFunction('every', observer);
  return (event) => (event._tag !== 'Stepped' || event.step % held === 0 ? observer(event) : () => {});
};

/** The steps that a state has already behind it, when it counts them in a tensor called `step`. */
const stepsBehind = (state: unknown): number => {
  const step: unknown = typeof state === 'object' && state !== null && 'step' in state ? state.step : undefined;
  return isTensor(step) && step.dtype === 'i32' && step.rank === 0 ? Number(step.item()) : 0;
};

const lengthOf = (batches: object): number | undefined => {
  if ('length' in batches && typeof batches.length === 'number') return batches.length;
  return 'size' in batches && typeof batches.size === 'number' ? batches.size : undefined;
};

/** Where a run stands before its first batch. */
export const startOf = (state: unknown, batches: object): Position => {
  const step = stepsBehind(state);
  const length = lengthOf(batches);
  return { step, total: length === undefined ? undefined : step + length };
};
