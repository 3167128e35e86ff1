/**
 * Stacked data: trees of tensors whose leading axes run over the same examples.
 */
import {
  type AnyTensor,
  type Axis,
  type Dim,
  type DType,
  evaluate,
  flattenTree,
  type Shape,
  ShapeError,
  type Tensor,
  type TypedArray,
  unflattenTree,
} from '@cotangent/core';
import { axesOf, type Co, type Expression, P, type ShapeOf, type WideDim } from '@cotangent/core/primitives';

/** A tree with another leading axis on every tensor. */
export type WithLeading<T, N extends Dim> =
  T extends Tensor<infer S extends Shape, infer D extends DType>
    ? S extends readonly [Dim, ...infer R extends Shape]
      ? Tensor<[N, ...R], D>
      : 'this tensor has no leading axis'
    : { readonly [K in keyof T]: WithLeading<T[K], N> };

/** The name or literal size of an axis. */
export type DimOf<A extends Axis> = ShapeOf<readonly [A]>[0] & Dim;

/** An axis as an argument, or why it is refused. */
export type SizeArgument<A extends Axis> = Co<number> extends Co<A> ? WideDim : A;

/** Data whose examples can be picked by number. */
export interface Rows<T> {
  readonly count: number;
  /** The examples of these numbers, along an axis that is as long as there are of them. */
  readonly pick: <N extends Dim>(numbers: ArrayLike<number>, axis: Axis) => WithLeading<T, N>;
}

const show = ({ shape }: AnyTensor): string => `[${shape.join(', ')}]`;

const countOf = (operation: string, leaves: readonly AnyTensor[], paths: readonly string[]): number => {
  const count = leaves[0]?.sizes[0];
  if (count === undefined)
    throw new ShapeError(`${operation}: the data holds no tensor with a leading axis to take examples from`);
  leaves.forEach((leaf, index) => {
    if (leaf.sizes[0] !== count) {
      throw new ShapeError(
        `${operation}: leading axes differ, ${paths[0] ?? 'data'} is ${show(leaves[0] ?? leaf)} and ${paths[index] ?? 'data'} is ${show(leaf)}: ` +
          `${count} vs ${leaf.sizes[0] ?? 'none'}`,
      );
    }
  });
  return count;
};

/** The rows of these numbers. A row is `width` elements. */
const pickRows = (leaf: Expression, from: TypedArray, numbers: ArrayLike<number>, axis: Axis): AnyTensor => {
  const [, ...inner] = axesOf(leaf);
  const width = leaf.sizes.slice(1).reduce((product, size) => product * size, 1);
  const to = from.slice(0, numbers.length * width);
  for (let row = 0; row < numbers.length; row++) {
    const start = (numbers[row] ?? 0) * width;
    for (let index = 0; index < width; index++) to[row * width + index] = from[start + index] ?? 0;
  }
  return P.constant(to, [axis, ...inner], leaf.dtype);
};

/** Reads stacked data. Throws `ShapeError` when leading axes differ. */
export const rowsOf = <T>(operation: string, data: T): Rows<T> => {
  const { leaves, paths, structure } = flattenTree(evaluate(data), 'data');
  const values = leaves.map((leaf) => leaf.toArray());
  return {
    count: countOf(operation, leaves, paths),
    pick: <N extends Dim>(numbers: ArrayLike<number>, axis: Axis) =>
      // Every tensor of the data, in its place, with the axis as its leading one; there is an array of values for each.
      unflattenTree(
        structure,
        leaves.map((leaf, index) => pickRows(leaf, values[index] as TypedArray, numbers, axis)),
      ) as WithLeading<T, N>,
  };
};

/** The numbers from 0 on, so many of them. */
export const inOrder = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => index);
