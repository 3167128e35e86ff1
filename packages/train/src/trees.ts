/**
 * Trees side by side: parameters, gradients and the state that goes with them.
 */
import { type AnyTensor, DTypeError, type Flat, flattenTree, unflattenTree } from '@cotangent/core';
import { flattenAlike, P } from '@cotangent/core/primitives';

const checkFloats = (operation: string, { leaves, paths }: Flat): void =>
  leaves.forEach(({ dtype }, index) => {
    if (dtype === 'f32' || dtype === 'f64') return;
    throw new DTypeError(`${operation}: ${paths[index] ?? ''} is ${dtype}: optimizers update floats`);
  });

/**
 * Applies a function to the corresponding tensors of trees; the record names them for messages, the first one gives the structure.
 *
 * `f` keeps shape and dtype. Throws `TreeError` when structures differ, `ShapeError` when tensors do, `DTypeError` when they are no floats.
 */
export const zipTrees = <T>(
  operation: string,
  trees: Readonly<Record<string, T>>,
  f: (...leaves: readonly AnyTensor[]) => AnyTensor,
): T => {
  const [[firstName, firstTree], ...others] = Object.entries(trees) as [[string, T], ...(readonly [string, T])[]];
  const first = flattenTree(firstTree, firstName, operation);
  checkFloats(operation, first);
  const rest = others.map(([name, tree]) => flattenAlike(operation, first, tree, name));
  const leaves = first.leaves.map((leaf, index) => f(leaf, ...rest.map((other) => other[index] ?? leaf)));
  // Leaf by leaf the shapes and dtypes of the first tree, in its structure.
  return unflattenTree(first.structure, leaves) as T;
};

/** Throws unless parameters are a tree of floats and other trees are like them. */
export const checkTrees = (operation: string, params: unknown, others: Readonly<Record<string, unknown>>): void => {
  const flat = flattenTree(params, 'params', operation);
  checkFloats(operation, flat);
  for (const [name, tree] of Object.entries(others)) flattenAlike(operation, flat, tree, name);
};

/** A tree of zeros in the shapes and dtypes of a tree. */
export const zerosOf = <T>(operation: string, params: T): T => zipTrees(operation, { params }, (leaf) => P.fillLike(leaf, 0));
