/**
 * Examples to train on, and examples to test on.
 */
import { dim, type Key, ShapeError } from '@cotangent/core';
import type { Slices } from '@cotangent/core/primitives';
import { argument, expected, type Guard } from '../config/options.ts';
import { orderOf } from './batches.ts';
import { rowsOf, type WithLeading } from './rows.ts';

/** Options of `trainTestSplit`. */
export interface SplitOptions {
  /** The share of examples to test on, between 0 and 1. */
  readonly test: number;
  /** Shuffles the examples before they are divided; the last ones are tested on when it is left out. */
  readonly key?: Key;
}

const share: Guard<number> = expected(
  'a number between 0 and 1',
  (value): value is number => typeof value === 'number' && value > 0 && value < 1,
);

/**
 * Stacked data in two parts: `[N, ...S]` to `['train', ...S]` and `['test', ...S]`.
 *
 * The test part has `round(N * test)` examples. The leading axes are named, so that the two cannot be mistaken for each other.
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
 * ```
 */
export const trainTestSplit = <const T>(
  data: Slices<'trainTestSplit', 'data', T>,
  { test, key }: SplitOptions,
): readonly [train: WithLeading<T, 'train'>, test: WithLeading<T, 'test'>] => {
  argument('trainTestSplit', 'test', share, test);
  const { count, pick } = rowsOf('trainTestSplit', data as T);
  const tested = Math.round(count * test);
  if (tested === 0 || tested === count) {
    throw new ShapeError(`trainTestSplit: ${test} of ${count} examples leaves none to ${tested === 0 ? 'test on' : 'train on'}`);
  }
  const order = Array.from(orderOf(count, key));
  return [
    pick<'train'>(order.slice(0, count - tested), dim('train', count - tested)),
    pick<'test'>(order.slice(count - tested), dim('test', tested)),
  ];
};
