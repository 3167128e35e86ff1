/**
 * The axis that all tensors of a tree begin with.
 */
import { type Axis, nameOf, sameAxis, showAxes, showShape, sizeOf } from './dim.ts';
import { ShapeError } from './errors.ts';
import type { Expression } from './tensor.ts';
import type { Flat } from './tree.ts';

/** As the types print it; with the sizes of names where these alone tell two tensors apart. */
const show = ({ axes, shape }: Expression, other: Expression): string =>
  showShape(shape) === showShape(other.shape) ? showAxes(axes) : showShape(shape);

/** The leading axis of all tensors of a tree. Throws `ShapeError` when one has none, two differ, or there is no tensor. */
export const leadingAxis = (operation: string, { leaves, paths, what }: Flat): Axis => {
  const at = (index: number): string => paths[index] ?? what;
  leaves.forEach((leaf, index) => {
    if (leaf.rank > 0) return;
    throw new ShapeError(`${operation}: ${at(index)} is ${leaf.dtype}[], which has no leading axis`);
  });
  const [first] = leaves;
  const length = first?.axes[0];
  if (first === undefined || length === undefined) throw new ShapeError(`${operation}: ${what} holds no tensor`);
  leaves.forEach((leaf, index) => {
    const axis = leaf.axes[0];
    if (axis === undefined || sameAxis(axis, length)) return;
    const differ = nameOf(axis) === nameOf(length) ? [sizeOf(length), sizeOf(axis)] : [nameOf(length), nameOf(axis)];
    throw new ShapeError(
      `${operation}: leading axes differ, ${at(0)} is ${show(first, leaf)} and ${at(index)} is ${show(leaf, first)}: ${differ.join(' vs ')}`,
    );
  });
  return length;
};
