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
  type Tensor,
  type Tree,
  type TypedArray,
  unflattenTree,
} from '@cotangent/core';
import { axesOf, leadingAxis, type Expression, type Leaf, P, type ShapeOf } from '@cotangent/core/primitives';

/** A tree with another leading axis on every tensor. */
export type WithLeading<T, N extends Dim> =
  T extends Tensor<[infer _N extends Dim, ...infer R extends Shape], infer D extends DType>
    ? Tensor<[N, ...R], D>
    : T extends Tensor<infer _S extends Shape, infer _D extends DType>
      ? 'this tensor has no leading axis'
      : T extends Leaf
        ? T
        : { readonly [K in keyof T]: WithLeading<T[K], N> };

/** The name or literal size of an axis. */
export type DimOf<A> = A extends Axis ? ShapeOf<readonly [A]>[0] & Dim : never;

/** Data whose examples can be picked by number. */
export interface Rows<T> {
  readonly count: number;
  /** The examples of these numbers, along an axis that is as long as there are of them. */
  readonly pick: <N extends Dim>(numbers: ArrayLike<number>, axis: Axis) => WithLeading<T, N>;
}

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
  const flat = flattenTree(data, 'data', operation);
  const axis = leadingAxis(operation, flat);
  // What is no tree has been refused.
  const { leaves, structure } = flattenTree(evaluate(data as unknown as Tree), 'data');
  const values = leaves.map((leaf) => leaf.toArray());
  return {
    count: typeof axis === 'number' ? axis : axis.size,
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
