/**
 * Axis arguments at run time: negative ones counted from the end, each checked, with the messages of `shape/axes.ts`.
 */
import { type Axis, nameOf, showShape, sizeOf } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import type { AnyTensor } from '../../tensor.ts';

/** One axis, or several; all of them when left out. */
export type AxesArgument = number | readonly number[] | undefined;

/** An axis counted from the front. Throws `ShapeError` when the tensor does not have it. */
export const axisOf = (operation: string, x: AnyTensor, axis: number, rank: number = x.rank): number => {
  const counted = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(counted) || counted < 0 || counted >= rank) {
    throw new ShapeError(`${operation}: axis ${axis} is out of range for ${showShape(x.shape)}`);
  }
  return counted;
};

/** Axes counted from the front, rising. Throws `ShapeError` when one is out of range or named twice. */
export const axesFrom = (operation: string, x: AnyTensor, axes: AxesArgument): readonly number[] => {
  if (axes === undefined) return x.sizes.map((_, index) => index);
  const counted = (typeof axes === 'number' ? [axes] : axes).map((axis) => axisOf(operation, x, axis));
  const twice = counted.find((axis, index) => counted.indexOf(axis) !== index);
  if (twice !== undefined) throw new ShapeError(`${operation}: the axes name one axis of ${showShape(x.shape)} twice`);
  return counted.sort((a, b) => a - b);
};

/** The numbers from 0 up to `length`. */
export const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Whether two axes are one dimension: equal names, or equal literals. The same rule as the types'. */
export const agree = (a: Axis, b: Axis): boolean => nameOf(a) === nameOf(b) && sizeOf(a) === sizeOf(b);

/** How two axes differ, for messages: `10 vs 784`, or the two sizes that one name was given. */
export const difference = (a: Axis, b: Axis): string =>
  nameOf(a) === nameOf(b) ? `two sizes of '${nameOf(a)}', ${sizeOf(a)} and ${sizeOf(b)}` : `${nameOf(a)} vs ${nameOf(b)}`;

/** Whether two shapes have the same dimensions. */
export const agreeAll = (a: readonly Axis[], b: readonly Axis[]): boolean =>
  a.length === b.length && a.every((axis, index) => agree(axis, b[index] ?? -1));
