/**
 * Trees side by side: parameters, gradients and the state that goes with them.
 */
import {
  type AnyTensor,
  DTypeError,
  flattenTree,
  flattenTreeLike,
  type Flat,
  ShapeError,
  TreeError,
  unflattenTree,
} from '@cotangent/core';
import { P } from '@cotangent/core/primitives';

const show = ({ dtype, shape }: AnyTensor): string => `${dtype}[${shape.join(', ')}]`;

const checkLeaves = (operation: string, first: Flat, other: Flat): void =>
  first.leaves.forEach((leaf, index) => {
    const found = other.leaves[index];
    if (found === undefined) throw new TreeError(`${operation}: ${first.paths[index] ?? ''} has no counterpart`);
    if (leaf.dtype !== 'f32' && leaf.dtype !== 'f64') {
      throw new DTypeError(`${operation}: ${first.paths[index] ?? ''} is ${show(leaf)}: optimizers update floats`);
    }
    if (leaf.dtype !== found.dtype || leaf.sizes.join() !== found.sizes.join()) {
      const Fault = leaf.dtype === found.dtype ? ShapeError : DTypeError;
      throw new Fault(
        `${operation}: ${first.paths[index] ?? ''} is ${show(leaf)} and ${other.paths[index] ?? ''} is ${show(found)}`,
      );
    }
  });

/**
 * Applies a function to the corresponding tensors of trees; the record names them for messages, the first one gives the structure.
 *
 * `f` keeps shape and dtype. Throws `TreeError` when structures differ, `ShapeError` or `DTypeError` when tensors do or are no floats.
 */
export const zipTrees = <T>(
  operation: string,
  trees: Readonly<Record<string, T>>,
  f: (...leaves: readonly AnyTensor[]) => AnyTensor,
): T => {
  const [[firstName, firstTree], ...others] = Object.entries(trees) as [[string, T], ...(readonly [string, T])[]];
  const first = flattenTree(firstTree, firstName, operation);
  const rest = others.map(([name, tree]) => flattenTreeLike(first, tree, name, operation));
  for (const other of [first, ...rest]) checkLeaves(operation, first, other);
  const leaves = first.leaves.map((leaf, index) => f(leaf, ...rest.map((other) => other.leaves[index] ?? leaf)));
  // Leaf by leaf the shapes and dtypes of the first tree, in its structure.
  return unflattenTree(first.structure, leaves) as T;
};

/** A tree of zeros in the shapes and dtypes of a tree. */
export const zerosOf = <T>(operation: string, params: T): T => zipTrees(operation, { params }, (leaf) => P.fillLike(leaf, 0));
