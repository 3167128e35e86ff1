/**
 * Axis arguments at run time: negative ones counted from the end, each checked, with the messages of `shape/axes.ts`.
 */
import { agree, type Axis, nameOf, showShape, twoSizes } from '../../dim.ts';
import { describe } from '../../decodeError.ts';
import { ShapeError } from '../../errors.ts';
import { type AnyTensor, checkTensor } from '../../tensor.ts';

/** One axis, or several; all of them when left out. */
export type AxesArgument = number | readonly number[] | undefined;

/** An axis as it is given. Throws `ShapeError` for what is no number, most often options in its place. */
export const checkAxisNumber = (operation: string, axis: number): number => {
  if (typeof axis === 'number') return axis;
  const found = describe(axis);
  const advice = found === 'an object' ? ': options come after it, as in f(x, undefined, options)' : '';
  throw new ShapeError(`${operation}: expected an axis, found ${found}${advice}`);
};

/** A list as an argument. Throws `ShapeError` for anything else, which only untyped callers can pass. */
export const checkList = <T>(operation: string, what: string, list: readonly T[]): readonly T[] => {
  const found: unknown = list;
  if (!Array.isArray(found)) throw new ShapeError(`${operation}: expected a list of ${what}, found ${describe(list)}`);
  return list;
};

/** An axis counted from the front. Throws `ShapeError` when the tensor does not have it. */
export const axisOf = (operation: string, x: AnyTensor, axis: number): number => {
  const { rank } = checkTensor(operation, x);
  const counted = checkAxisNumber(operation, axis) < 0 ? axis + rank : axis;
  if (!Number.isInteger(counted) || counted < 0 || counted >= rank) {
    throw new ShapeError(`${operation}: axis ${axis} is out of range for ${showShape(x.shape)}`);
  }
  return counted;
};

/** Axes counted from the front, rising. Throws `ShapeError` when one is out of range or named twice. */
export const axesFrom = (operation: string, x: AnyTensor, axes: AxesArgument): readonly number[] => {
  if (axes === undefined) return range(checkTensor(operation, x).rank);
  // A list, in which holes are looked at as well, or what axisOf refuses.
  const counted = Array.from(Array.isArray(axes) ? axes : [axes as number], (axis: number) => axisOf(operation, x, axis));
  const twice = counted.find((axis, index) => counted.indexOf(axis) !== index);
  if (twice !== undefined) throw new ShapeError(`${operation}: the axes name one axis of ${showShape(x.shape)} twice`);
  return counted.sort((a, b) => a - b);
};

/** A shape with the sizes of the names in it that are 0. */
export const showEmpty = (x: AnyTensor): string =>
  showShape(x.shape.map((name, axis) => (x.sizes[axis] === 0 && name !== 0 ? `${name}=0` : name)));

/** The numbers from 0 up to `length`. */
export const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** How two axes differ, for messages: `10 vs 784`, or the two sizes that one name was given. */
export const difference = (a: Axis, b: Axis): string =>
  nameOf(a) === nameOf(b) ? twoSizes(a, b) : `${nameOf(a)} vs ${nameOf(b)}`;

/** Whether two shapes have the same dimensions. */
export const agreeAll = (a: readonly Axis[], b: readonly Axis[]): boolean =>
  a.length === b.length && a.every((axis, index) => agree(axis, b[index] ?? -1));
