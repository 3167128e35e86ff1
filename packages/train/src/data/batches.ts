/**
 * Minibatches.
 */
import { type Axis, dim, type Key, type LeadingDim, permutation, type Tree } from '@cotangent/core';
import { type Decided, inheritOrigin, type Optional, type Slices } from '@cotangent/core/primitives';
import { anything, checked, optional, options as optionsOf } from '../config/options.ts';
import { type BatchSize, checkSize } from './batchSize.ts';
import { type DimOf, inOrder, rowsOf, type WithLeading } from './rows.ts';

/** Batches one after the other, from the start each time they are asked for, and how many there are. */
export interface Batches<B> extends Iterable<B> {
  readonly length: number;
}

/** Batches from a function that makes each. */
export const batchesFrom = <B>(length: number, from: () => Iterator<B>): Batches<B> =>
  Object.freeze({ length, [Symbol.iterator]: from });

/** Options of `batches`. */
export interface BatchOptions {
  /** Shuffles the examples; they stay in order when it is left out. */
  readonly key?: Key;
  /** Leaves out the last examples when they do not fill a batch. */
  readonly dropLast?: boolean;
}

const batchOptions = optionsOf<{ readonly key?: unknown; readonly dropLast?: unknown }>({
  key: optional(anything),
  dropLast: optional(anything),
});

/** The axis of a batch of so many; a token's name is what it is, and made where the token was. */
const axisOf = (axis: Axis, count: number): Axis =>
  typeof axis === 'number' ? axis : inheritOrigin(dim(axis.name as 'batch', count), [axis]);

/** The numbers of a count's examples, shuffled when there is a key. */
export const orderOf = (count: number, key: Key | undefined): ArrayLike<number> =>
  key === undefined ? inOrder(count) : permutation(key, dim('examples', count)).toArray();

/**
 * The minibatches of stacked data: a tree of tensors `[N, ...S]` to trees of tensors `[size, ...S]`.
 *
 * Pure: the same key gives the same batches. A literal size must divide the number of examples, unless `dropLast` leaves the last of them
 * out; with a token, `dim('batch', 32)`, the last batch may be smaller. Reads the data once, when it is called. Throws `ShapeError` when
 * leading axes differ or the size does not fit, which the compiler refuses with the same words where it knows both.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, tensor } from '@cotangent/core';
 * import { batches } from '@cotangent/train';
 *
 * const data = { x: tensor([[0, 0], [0, 1], [1, 0]]), y: tensor([0, 1, 1]) };
 * const [first, last] = [...batches(data, dim('batch', 2))];
 * assert.deepEqual(first?.x.shape, ['batch', 2]);
 * assert.deepEqual([first?.y.toNested(), last?.y.toNested()], [[0, 1], [1]]);
 * ```
 */
export const batches = <const T, const A, const Drops extends boolean = false, G = {}>(
  data: Slices<'batches', 'data', T>,
  // `Tree`, which refers to itself, is what the checker tries first where batches are given for those of a type parameter, `<B extends Tree>`.
  size: BatchSize<A, Tree extends T ? number : LeadingDim<T>, Drops>,
  options: Optional<BatchOptions & { readonly dropLast?: Drops } & Decided<'batches', 'dropLast', Drops, false, G>, G>,
): Batches<WithLeading<T, DimOf<A>>> => {
  const { key, dropLast = false }: BatchOptions = options ?? {};
  checked('batches', batchOptions, options ?? {});
  // Slices of T are T, or a message in its place that the compiler refuses.
  const { count, pick } = rowsOf('batches', data as T);
  // A batch size is A, or a message in its place that the compiler refuses.
  const axis = size as Axis;
  const step = checkSize(count, axis, dropLast);
  const length = dropLast ? Math.floor(count / step) : Math.ceil(count / step);
  return batchesFrom(length, function* () {
    const order = orderOf(count, key);
    for (let index = 0; index < length; index++) {
      const numbers = Array.prototype.slice.call(order, index * step, (index + 1) * step);
      // Whatever the name is: DimOf<A> tells.
      yield pick<DimOf<A>>(numbers, axisOf(axis, numbers.length));
    }
  });
};
