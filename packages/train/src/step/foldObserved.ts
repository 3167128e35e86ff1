/**
 * Folding a step over batches while observers look on.
 */
import type { IO } from 'fp-ts/lib/IO.js';
import type { Task } from 'fp-ts/lib/Task.js';
import { argument } from '../config/options.ts';
import { type Observer, type Position, silent, startOf } from '../observers/observer.ts';
import { batchesInOrder, batchesInTime, type Folded } from './sources.ts';
import type { Reducer } from './makeStep.ts';

/** A run under way: what it has come to, and how it goes on. */
interface Run<S, B, M> {
  readonly take: (batch: B) => void;
  readonly fail: (error: unknown) => void;
  readonly finish: () => Folded<S, M>;
}

const run = <S, B, M>(step: Reducer<S, B, M>, observer: Observer<S, M>, start: S, from: Position): Run<S, B, M> => {
  const { total } = from;
  let [state, done]: [S, number] = [start, from.step];
  let metrics: M | undefined;
  observer({ _tag: 'Started', ...from, state })();
  return {
    take: (batch) => {
      const [next, measured] = step(state, batch);
      [state, metrics, done] = [next, measured, done + 1];
      observer({ _tag: 'Stepped', step: done, total, state, metrics: measured })();
    },
    fail: (error) => observer({ _tag: 'Failed', step: done, total, error })(),
    finish: () => {
      observer({ _tag: 'Finished', step: done, total, state, metrics })();
      return [state, metrics];
    },
  };
};

/**
 * `fold` with an observer that is told of every step: an effect, which runs when it is called.
 *
 * The results are those of `fold`, bit by bit. Steps are numbered on from `state.step` where the state has one. When a step or the
 * iterable throws, observers are told, and the error goes on. Throws `ConfigError` when the batches are no iterable.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { collect, fold, foldObserved, type Reducer } from '@cotangent/train';
 *
 * const running: Reducer<number, number, number> = (sum, x) => [sum + x, sum + x];
 * const sums = collect((sum: number) => sum);
 * assert.deepEqual(foldObserved(running, sums.observer)(0, [1, 2, 3])(), fold(running)(0, [1, 2, 3]));
 * assert.deepEqual(sums.values(), [1, 3, 6]);
 * ```
 */
export const foldObserved =
  <S, B, M>(step: Reducer<S, B, M>, observer: Observer<S, M>) =>
  (state: S, batches: Iterable<B>): IO<Folded<S, M>> => {
    const all = argument('foldObserved', 'batches', batchesInOrder<B>(), batches);
    return () => {
      const { take, fail, finish } = run(step, observer, state, startOf(state, batches));
      try {
        for (const batch of all) take(batch);
      } catch (error) {
        fail(error);
        throw error;
      }
      return finish();
    };
  };

/**
 * `fold` over batches that arrive in their own time: an fp-ts `Task`, which runs when it is called.
 *
 * An observer may look on. The task rejects when the source of the batches or a step does.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { foldAsync, type Reducer } from '@cotangent/train';
 *
 * const running: Reducer<number, number, number> = (sum, x) => [sum + x, sum + x];
 * const numbers = async function* () {
 *   yield 1;
 *   yield 2;
 * };
 * assert.deepEqual(await foldAsync(running)(0, numbers())(), [3, 3]);
 * ```
 */
export const foldAsync =
  <S, B, M>(step: Reducer<S, B, M>, observer: Observer<S, M> = silent) =>
  (state: S, batches: AsyncIterable<B> | Iterable<B | Promise<B>>): Task<Folded<S, M>> => {
    const all = argument('foldAsync', 'batches', batchesInTime<B | Promise<B>>(), batches);
    return async () => {
      const { take, fail, finish } = run(step, observer, state, startOf(state, batches));
      try {
        for await (const batch of all) take(batch);
      } catch (error) {
        fail(error);
        throw error;
      }
      return finish();
    };
  };
