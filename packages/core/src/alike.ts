/**
 * Trees that must be like others: the same structure, shapes and dtypes.
 */
import { agree, showAxes, showShape, sizesApart } from './dim.ts';
import { ShapeError } from './errors.ts';
import type { Expression } from './tensor.ts';
import { type Flat, flattenTreeLike } from './tree.ts';

/** As the types print it; with the sizes of names where these alone tell two tensors apart. */
const show = ({ dtype, shape, axes }: Expression, other: Expression): string => {
  const told = dtype !== other.dtype || showShape(shape) !== showShape(other.shape);
  return `${dtype}${told ? showShape(shape) : showAxes(axes)}`;
};

const isAlike = (x: Expression, y: Expression): boolean =>
  x.dtype === y.dtype &&
  x.rank === y.rank &&
  x.axes.every((axis, index) => {
    const other = y.axes[index];
    return other !== undefined && agree(axis, other);
  });

/** The leaves of a tree that must be like another. Throws `TreeError` or `ShapeError` with the paths of what differs. */
export const flattenAlike = (operation: string, like: Flat, tree: unknown, what: string): readonly Expression[] => {
  const { leaves, paths } = flattenTreeLike(like, tree, what, operation);
  leaves.forEach((leaf, index) => {
    const expected = like.leaves[index];
    if (expected === undefined || isAlike(leaf, expected)) return;
    throw new ShapeError(
      `${operation}: ${paths[index] ?? what} is ${show(leaf, expected)}, not ${show(expected, leaf)} as ${like.paths[index] ?? like.what}${sizesApart(expected.axes, leaf.axes)}`,
    );
  });
  return leaves;
};
