/**
 * Where the batches of a fold come from, and where it ends.
 */
import { expected, type Guard } from '../config/options.ts';

/** Where a fold ends: the last state, and the metrics of the last step, `undefined` when there was none. */
export type Folded<S, M> = readonly [state: S, metrics: M | undefined];

const has = (value: unknown, method: symbol): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Readonly<Record<symbol, unknown>>)[method] === 'function';

/** Whether batches arrive in their own time. */
export const areAsync = <B>(batches: Iterable<B> | AsyncIterable<B>): batches is AsyncIterable<B> =>
  has(batches, Symbol.asyncIterator);

/** Batches one after the other. */
export const batchesInOrder = <B>(): Guard<Iterable<B>> =>
  expected('an iterable of batches, such as [batch]; fold and foldAsync take async ones', (value): value is Iterable<B> =>
    has(value, Symbol.iterator),
  );

/** Batches one after the other, or in their own time. */
export const batchesInTime = <B>(): Guard<Iterable<B> | AsyncIterable<B>> =>
  expected(
    'an iterable or async iterable of batches, such as [batch]',
    (value): value is Iterable<B> | AsyncIterable<B> => has(value, Symbol.iterator) || has(value, Symbol.asyncIterator),
  );
