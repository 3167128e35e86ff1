/**
 * Random orders.
 */
import { type Axis, checkAxes, sizeOf } from '../dim.ts';
import { ShapeError } from '../errors.ts';
import * as P from '../primitives/builders.ts';
import type { DimArgument, DimOf, WhichSize } from '../shape/argument.ts';
import type { CannotTell, Co, Fails, Fits, Typed, Unproven } from '../shape/dims.ts';
import type { OneOf } from '../shape/single.ts';
import { type AnyTensor, axesOf, isTensor, type Tensor } from '../tensor.ts';
import { words } from './counters.ts';
import { checkKey, type Key, type KeyOr, type NoKey, split } from './key.ts';

/** The slices of a tensor along its first axis, in another order: `[N, ...R], [N] -> [N, ...R]`. */
const reorder = (x: AnyTensor, order: AnyTensor): AnyTensor => {
  const [first = 0] = axesOf(x);
  return P.gather(x, P.reshape(order, [first, 1]), {
    offset: x.sizes.slice(1).map((_, axis) => axis + 1),
    collapsed: [0],
    operandBatch: [],
    indicesBatch: [],
    indexMap: [0],
    sliceSizes: [1, ...x.sizes.slice(1)],
  });
};

/** So many sorts by fresh random words that ties in all of them are less likely than 1 / N (JAX's rule). */
const rounds = (size: number): number => Math.ceil((3 * Math.log(Math.max(1, size))) / Math.log(2 ** 32 - 1));

/** The numbers below a size in random order: sorted by random words. */
const shuffled = (key: Key, axis: Axis): AnyTensor => {
  let order: AnyTensor = P.iota([axis], 0, 'i32');
  let next = key;
  for (let round = rounds(sizeOf(axis)); round > 0; round--) {
    const [rest, drawn] = split(next);
    order = reorder(order, P.argSort(words(drawn, [axis]), 0));
    next = rest;
  }
  return order;
};

/** A number, or a tensor that has an axis. */
type Countable<X, _Why extends string = WhichSize<'permutation'>, All = X> =
  X extends Typed<infer S, infer _>
    ? Unproven<
        CannotTell<'permutation', 'the shape has an axis'>,
        S,
        Co<S> extends Co<readonly []> ? Fails<'permutation: a scalar has no axis to permute along'> : Fits<S>,
        X
      >
    : [All] extends [X]
      ? DimArgument<'permutation', X>
      : OneOf<'permutation', 'the size'>;

type Permuted<X> = X extends { readonly shape: unknown } ? X : { readonly tensor: Tensor<[DimOf<X>], 'i32'> }['tensor'];

/**
 * The numbers from 0 to N - 1 in random order, or a tensor's slices along its first axis in random order:
 * `[2] -> [N]` as i32, `[2], [N, ...R] -> [N, ...R]`.
 *
 * The same order as `jax.random.permutation`. The number is a literal or a token from `dim`. Throws `ShapeError` when it is no
 * size, or when the tensor has no axis.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, permutation, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(permutation(key(0), 4).toNested().toSorted(), [0, 1, 2, 3]);
 * const rows = permutation(key(0), tensor([[1, 2], [3, 4]]));
 * assert.deepEqual(rows.shape, [2, 2]);
 * ```
 */
export const permutation = <const X>(key: KeyOr<NoKey<'permutation'>>, count: Countable<X>): Permuted<X> => {
  checkKey('permutation', key);
  // Countable<X> is X, or a message in its place that the compiler refuses.
  const given = count as Axis | AnyTensor;
  const [axis] = isTensor(given) ? axesOf(given) : checkAxes('permutation', [given]);
  if (axis === undefined) throw new ShapeError('permutation: a scalar has no axis to permute along');
  const order = shuffled(key, axis);
  // Slices in another order have the shape and dtype of the tensor, and the order is one of so many numbers.
  return (isTensor(given) ? reorder(given, order) : order) as Permuted<X>;
};
