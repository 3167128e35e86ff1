/**
 * The axis that all tensors of a tree begin with.
 */
import { agree, type Axis, nameOf, showAxes, showShape, sizeOf, sizesApart } from './dim.ts';
import { ShapeError } from './errors.ts';
import type { Expression } from './tensor.ts';
import type { Flat } from './tree.ts';

/** As the types print it; with the sizes of names where these alone tell two tensors apart. */
const show = ({ axes, shape }: Expression, other: Expression): string =>
  showShape(shape) === showShape(other.shape) ? showAxes(axes) : showShape(shape);

/** By the characters of their paths: the compiler, which does not know in which order the fields of a record come, says the same. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);

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
    if (axis === undefined || agree(axis, length)) return;
    const named = nameOf(axis) === nameOf(length);
    const said = [
      { path: at(0), shape: show(first, leaf), axis: named ? sizeOf(length) : nameOf(length) },
      { path: at(index), shape: show(leaf, first), axis: named ? sizeOf(axis) : nameOf(axis) },
    ].toSorted(byPath);
    throw new ShapeError(
      `${operation}: leading axes differ, ${said.map(({ path, shape }) => `${path} is ${shape}`).join(' and ')}: ${said.map((one) => one.axis).join(' vs ')}${sizesApart([length], [axis])}`,
    );
  });
  return length;
};
