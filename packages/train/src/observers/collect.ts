/**
 * An observer that keeps what it reads.
 */
import type { IO } from 'fp-ts/lib/IO.js';
import type { Observer } from './observer.ts';

/** An observer, and what it has collected so far. */
export interface Collector<S, M, A> {
  readonly observer: Observer<S, M>;
  readonly values: IO<readonly A[]>;
}

/**
 * Keeps something of every step that it sees, such as the loss for a curve. A run that starts starts the list anew.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { collect, foldObserved } from '@cotangent/train';
 *
 * const halves = collect(({ half }: { half: number }) => half);
 * foldObserved((sum: number, x: number) => [sum + x, { half: (sum + x) / 2 }], halves.observer)(0, [2, 4])();
 * assert.deepEqual(halves.values(), [1, 3]);
 * ```
 */
export const collect = <M, A, S = unknown>(read: (metrics: M, state: S) => A): Collector<S, M, A> => {
  let values: A[] = [];
  return {
    observer: (event) => () => {
      if (event._tag === 'Started') values = [];
      if (event._tag === 'Stepped') values.push(read(event.metrics, event.state));
    },
    values: () => [...values],
  };
};
