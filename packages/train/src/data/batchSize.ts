/**
 * The sizes of batches: which ones a number of examples divides into, for types and at run time.
 */
import { type Axis, ShapeError } from '@cotangent/core';
import { checkAxis } from '@cotangent/core/primitives';
import type {
  Box,
  DimArgument,
  Divide,
  Nameless,
  NamelessDim,
  NoSize,
  OneOf,
  WhichSize,
  WideDim,
} from '@cotangent/core/primitives';

/** `A`, the size of batches of `N` examples, or why it is refused. `Drops` tells whether the last examples are left out. */
export type BatchSize<A, N, Drops> =
  Box<A> extends (A extends unknown ? (number extends A ? never : Box<A>) : never)
    ? A extends number
      ? [NoSize<A>] extends [never]
        ? A extends 0
          ? `batches: the size ${A} is no whole number of at least 1`
          : [Drops] extends [true]
            ? A
            : Divided<CannotDivide<A>, N, A>
        : `batches: the size ${A} is no whole number of at least 1`
      : Named<A, Drops>
    : number extends A
      ? `batches: ${WideDim}`
      : OneOf<'batches', 'the size'>;

/** The token of an axis, or why it is refused. */
type Named<A, Drops> = A extends { readonly name: infer N }
  ? [Nameless<Drops, N>] extends [never]
    ? A
    : `batches: nothing is known of the size: ${NamelessDim}`
  : DimArgument<'batches', A, WhichSize<'batches'>, 'the size'>;

type CannotDivide<A extends number> = `batches: cannot tell whether batches of ${A} leave no rest: ${Remedy<A>}`;

type Remedy<A extends number> = `leave the last out with dropLast: true, or name the axis, dim('batch', ${A})`;

type Divided<_Why, N, A extends number> = [N] extends [number]
  ? number extends N
    ? A
    : Divide<N, A> extends [unknown, infer Rest]
      ? Rest extends 0
        ? A
        : `batches: ${N} examples do not divide into batches of ${A}: ${Remedy<A>}, for a last batch of ${Rest & number}`
      : A
  : A;

const sizeOf = (axis: Axis): number => (typeof axis === 'number' ? axis : axis.size);

/** The size of a batch. Throws `ShapeError` when the examples do not divide into batches of it. */
export const checkSize = (count: number, axis: Axis, dropLast: boolean): number => {
  const size = typeof axis === 'number' ? axis : sizeOf(checkAxis('batches: the size', axis));
  if (!Number.isInteger(size) || size < 1) throw new ShapeError(`batches: the size ${size} is no whole number of at least 1`);
  if (typeof axis === 'number' && count % size !== 0 && !dropLast) {
    throw new ShapeError(
      `batches: ${count} examples do not divide into batches of ${size}: leave the last out with dropLast: true, ` +
        `or name the axis, dim('batch', ${size}), for a last batch of ${count % size}`,
    );
  }
  return size;
};
