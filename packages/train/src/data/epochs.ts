/**
 * Going over data more than once.
 */
import { checkFunction } from '@cotangent/core/primitives';
import { argument, count } from '../config/options.ts';
import { type Batches, batchesFrom } from './batches.ts';

/**
 * The batches of so many epochs, one after the other. `make` gives those of each epoch, from 0 on: fold its number into a key, and each
 * is shuffled in its own way.
 *
 * Throws `ConfigError` when the number is no whole number of at least 1.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, foldIn, key, tensor } from '@cotangent/core';
 * import { batches, epochs } from '@cotangent/train';
 *
 * const data = tensor([1, 2, 3, 4]);
 * const all = epochs(10, (epoch) => batches(data, 2, { key: foldIn(key(0), epoch) }));
 * assert.equal(all.length, 20);
 * const [first] = all;
 * assert.deepEqual(first?.shape, [2]);
 * ```
 */
export const epochs = <B>(number: number, make: (epoch: number) => Batches<B>): Batches<B> => {
  const held = argument('epochs', 'number', count, number);
  checkFunction('epochs', make);
  return batchesFrom(held * make(0).length, function* () {
    for (let epoch = 0; epoch < held; epoch++) yield* make(epoch);
  });
};

/**
 * The same batch so many times: full-batch training.
 *
 * Throws `ConfigError` when the number is no whole number of at least 1.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { fold, repeat } from '@cotangent/train';
 *
 * const batch = 2;
 * assert.deepEqual(fold((sum: number, x: number) => [sum + x, sum])(0, repeat(10, batch)), [20, 18]);
 * ```
 */
export const repeat = <B>(number: number, batch: B): Batches<B> => {
  const held = argument('repeat', 'number', count, number);
  return batchesFrom(held, function* () {
    for (let index = 0; index < held; index++) yield batch;
  });
};
