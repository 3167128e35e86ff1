/**
 * Going over data more than once.
 */
import type { Count } from '../config/literals.ts';
import { argument, count } from '../config/options.ts';
import { batchesInOrder } from '../step/sources.ts';
import { type Batches, batchesFrom } from './batches.ts';

/** Makes the batches of an epoch. `_Why` is printed in its place where what is given does not. */
type Maker<B, _Why extends string> = (epoch: number) => Batches<B>;

type NoMaker = 'epochs: takes a function that makes the batches of an epoch, such as (epoch) => batches(data, 32)';

const noMaker: NoMaker = 'epochs: takes a function that makes the batches of an epoch, such as (epoch) => batches(data, 32)';

/** Batches. Throws `TypeError` for what is none, which only untyped callers can give. */
const checkBatches = <B>(made: Batches<B>): Batches<B> => {
  if (!batchesInOrder<B>().is(made) || typeof made.length !== 'number') throw new TypeError(noMaker);
  return made;
};

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
export const epochs = <B = never, const N extends number = number>(
  number: Count<'epochs', 'number', N>,
  make: Maker<B, NoMaker>,
): Batches<B> => {
  const held = argument('epochs', 'number', count, number);
  if (typeof make !== 'function') throw new TypeError(noMaker);
  const { length } = checkBatches(make(0));
  return batchesFrom(held * length, function* () {
    for (let epoch = 0; epoch < held; epoch++) yield* checkBatches(make(epoch));
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
export const repeat = <B, const N extends number = number>(number: Count<'repeat', 'number', N>, batch: B): Batches<B> => {
  const held = argument('repeat', 'number', count, number);
  return batchesFrom(held, function* () {
    for (let index = 0; index < held; index++) yield batch;
  });
};
