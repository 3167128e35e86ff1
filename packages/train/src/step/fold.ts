/**
 * Folding a step over batches.
 */
import type { Reducer } from './makeStep.ts';

/** Where a fold ends: the last state, and the metrics of the last step, `undefined` when there was none. */
export type Folded<S, M> = readonly [state: S, metrics: M | undefined];

/**
 * Runs a step over any iterable of batches: `fold(step)(state, batches)` is the last state and the last metrics.
 *
 * Pure: `fold(step)(state, [...a, ...b])` is `fold(step)(fold(step)(state, a)[0], b)`, bit by bit, so a run can stop and go on anywhere.
 * `foldObserved` is the same with observers on the way.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { fold, type Reducer } from '@cotangent/train';
 *
 * const running: Reducer<number, number, { mean: number }> = (sum, x) => [sum + x, { mean: (sum + x) / 2 }];
 * assert.deepEqual(fold(running)(0, [1, 2, 3]), [6, { mean: 3 }]);
 * assert.deepEqual(fold(running)(0, []), [0, undefined]);
 * ```
 */
export const fold =
  <S, B, M>(step: Reducer<S, B, M>) =>
  (state: S, batches: Iterable<B>): Folded<S, M> => {
    let next = state;
    let metrics: M | undefined;
    for (const batch of batches) [next, metrics] = step(next, batch);
    return [next, metrics];
  };
