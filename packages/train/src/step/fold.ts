/**
 * Folding a step over batches.
 */
import type { CannotTell, Co, Differences, Faultless } from '@cotangent/core/primitives';
import type { Task } from 'fp-ts/lib/Task.js';
import { ConfigError } from '../config/configError.ts';
import { argument } from '../config/options.ts';
import { areAsync, batchesInTime, type Folded } from './sources.ts';
import { foldAsync } from './foldObserved.ts';
import type { Reducer } from './makeStep.ts';

/** A step over many batches: where it ends, and, when they arrive in their own time, a `Task` of that, which runs when it is called. */
export type Fold<S, B, M> = <Q, Z extends 0 = 0>(state: S, batches: BatchesIn<Q, B, Z>) => Ended<Q, Folded<S, M>>;

/** `Q` where it is batches for a step, of either kind, or why it is none. */
type BatchesIn<Q, B, Z extends 0> =
  Q extends AsyncIterable<infer X>
    ? Fitting<X, B, Q & AsyncIterable<B>, Z>
    : Q extends Iterable<infer X>
      ? Fitting<X, B, Q & Iterable<B>, Z>
      : Q extends object
        ? 'fold: batches is an object, expected an iterable or async iterable of batches, such as [batch]'
        : Iterable<B>;

/** `Taken`, unless a batch `X` cannot stand where the step takes `B`: then in what they differ. What type parameters leave open the compiler decides. */
type Fitting<X, B, Taken, Z extends 0> = [Z, Co<[X] extends [B] ? 1 : 0>] extends [0, Co<0>]
  ? Faultless<
      CannotTell<'fold', 'the batches are what the step takes'>,
      Taken,
      Differences<X, B, 'batch', "the step's batch">,
      'fold'
    >
  : Taken;

/** An end, at once or later. */
type Ended<Q, R> = Q extends AsyncIterable<unknown> ? Task<R> : R;

const inOrder = <S, B, M>(step: Reducer<S, B, M>, state: S, batches: Iterable<B>): Folded<S, M> => {
  let next = state;
  let metrics: M | undefined;
  for (const batch of batches) [next, metrics] = step(next, batch);
  return [next, metrics];
};

/** Throws `ConfigError` when the state and the batches are given with the step. What `map` gives behind it, a number and the list that it is in, is passed over. */
const checkAlone = (step: unknown, more: readonly unknown[]): void => {
  const [, list] = more;
  if (more.length === 0 || (Array.isArray(list) && list.includes(step))) return;
  throw new ConfigError('fold: the state and the batches come in a second call: fold(step)(state, batches)');
};

/**
 * Runs a step over any iterable of batches: `fold(step)(state, batches)` is the last state and the last metrics. Over an async iterable it
 * is an fp-ts `Task` of them: `await fold(step)(state, batches)()`.
 *
 * Pure: `fold(step)(state, [...a, ...b])` is `fold(step)(fold(step)(state, a)[0], b)`, bit by bit, so a run can stop and go on anywhere.
 * `foldObserved` and `foldAsync` are the same with observers on the way. Throws `ConfigError` when the batches are no iterable.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { fold, type Reducer } from '@cotangent/train';
 *
 * const running: Reducer<number, number, { mean: number }> = (sum, x) => [sum + x, { mean: (sum + x) / 2 }];
 * assert.deepEqual(fold(running)(0, [1, 2, 3]), [6, { mean: 3 }]);
 * assert.deepEqual(fold(running)(0, []), [0, undefined]);
 *
 * const later = async function* () {
 *   yield 1;
 *   yield 2;
 * };
 * assert.deepEqual(await fold(running)(0, later())(), [3, { mean: 1.5 }]);
 * ```
 */
export const fold: <S, B, M>(step: Reducer<S, B, M>) => Fold<S, B, M> = <S, B, M>(
  step: Reducer<S, B, M>,
  ...more: readonly unknown[]
): Fold<S, B, M> => {
  checkAlone(step, more);
  return ((state: S, batches: Iterable<B> | AsyncIterable<B>) => {
    const all = argument('fold', 'batches', batchesInTime<B>(), batches);
    return areAsync(all) ? foldAsync(step)(state, all) : inOrder(step, state, all);
    // What the overloads say: a Task for an async iterable, and the end at once for another.
  }) as Fold<S, B, M>;
};
