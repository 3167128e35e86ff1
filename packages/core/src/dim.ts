/**
 * Dimensions at run time: a plain number, or a name that carries its size in a token.
 */
import { describe } from './decodeError.ts';
import { ShapeError } from './errors.ts';
import { inheritOrigin, originOf, rememberOrigin } from './origin.ts';
import type { Dim, Shape } from './shape/dims.ts';
import type { NameOfDim, NamedDim, SizeOfDim } from './shape/token.ts';

/** A dimension as a value of which the type tells no name. */
export interface AnyDimension {
  readonly name: Dim;
  readonly size: number;
}

/**
 * A dimension as a value: its name (or its literal size) with its size.
 *
 * That of one name is none of another, nor of one of several: of two in one call, `(n: Dimension<N>, m: Dimension<N>)`, both must be `N`.
 */
export interface Dimension<in out N extends Dim> extends AnyDimension {
  readonly name: N;
}

/** One axis of a shape argument: a literal size or a token from `dim`. */
export type Axis = number | AnyDimension;

/** A shape as a value. */
export type Axes = readonly Axis[];

const isSize = (size: unknown): boolean => typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= 2 ** 31 - 1;

/**
 * Names a dimension whose size is known at run time only.
 *
 * Shapes that hold the token have the name in their type: `zeros([dim('batch', 32), 10])` is a `Tensor<['batch', 10]>`.
 * A name is a word of letters, digits and `_`, so that `2*batch+1` can only be meant as arithmetic. Throws `ShapeError` for other names, and when
 * the size is no integer from 0 to 2^31 - 1.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, zeros } from '@cotangent/core';
 *
 * const x = zeros([dim('batch', 32), 10]);
 * assert.deepEqual(x.shape, ['batch', 10]);
 * assert.deepEqual(x.sizes, [32, 10]);
 * ```
 */
export const dim = <const N extends string | number, const S extends number = number, Z extends 0 = 0>(
  given: NameOfDim<N>,
  givenSize: SizeOfDim<N, S, Z>,
): Dimension<NamedDim<N, S, Z>> => {
  // A name is N and a size S, or a message in its place that the compiler refuses.
  const [name, size] = [given as N, givenSize as number];
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new ShapeError(`dim: '${name}' is no name: write a word of letters, digits and _, such as 'batch' or 'seq_len'`);
  }
  if (!isSize(size)) throw new ShapeError(`dim: the size of '${name}' is ${size}, not an integer from 0 to 2^31 - 1`);
  const token = Object.freeze({ name, size });
  rememberOrigin(token);
  return token;
};

/** The size of an axis. */
export const sizeOf = (axis: Axis): number => (typeof axis === 'number' ? axis : axis.size);

/** The name of an axis, or its literal size. */
export const nameOf = (axis: Axis): Dim => (typeof axis === 'number' ? axis : axis.name);

/** The canonical form of an axis: tokens of literal sizes become plain numbers. */
const toAxis = (axis: Axis): Axis => {
  if (typeof axis === 'number') return axis;
  if (typeof axis.name === 'number') return axis.size;
  return Object.isFrozen(axis) ? axis : inheritOrigin(Object.freeze({ name: axis.name, size: axis.size }), [axis]);
};

/** The axis as a token, whether it is named or literal. */
export const toDimension = (axis: Axis): AnyDimension =>
  typeof axis === 'number' ? Object.freeze({ name: axis, size: axis }) : axis;

/** The sizes of a shape. */
export const sizesOf = (axes: Axes): readonly number[] => axes.map(sizeOf);

/** The names and literal sizes of a shape, as in its type. */
export const namesOf = (axes: Axes): Shape => axes.map(nameOf);

/** The number of elements of a shape. */
export const elements = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** A shape as messages print it: `[batch, 10]`. */
export const showShape = (shape: Shape): string => `[${shape.join(', ')}]`;

/** A shape as messages print it, with the sizes of names: `[batch=32, 10]`. */
export const showAxes = (axes: Axes): string =>
  `[${axes.map((axis) => (typeof axis === 'number' ? `${axis}` : typeof axis.name === 'number' ? `${axis.size}` : `${axis.name}=${axis.size}`)).join(', ')}]`;

/** Whether two axes are one dimension: equal names, or equal literals. The same rule as the types'. */
export const agree = (a: Axis, b: Axis): boolean => nameOf(a) === nameOf(b) && sizeOf(a) === sizeOf(b);

/**
 * Whether two axes may be one in a primitive: equal sizes and no two different names.
 *
 * Wider than `agree`: between what a user gave and what rules of derivatives and batches make of it, names may have been lost.
 */
export const sameAxis = (a: Axis, b: Axis): boolean =>
  sizeOf(a) === sizeOf(b) && (typeof a === 'number' || typeof b === 'number' || a.name === b.name);

/** An axis's size with the place where its token was made: `32 (from model.ts:12:7)`. */
const sizeWithOrigin = (axis: Axis): string => {
  const place = originOf(axis);
  return place === undefined ? `${sizeOf(axis)}` : `${sizeOf(axis)} (from ${place})`;
};

/** What is wrong with two axes of one name and different sizes. */
export const twoSizes = (a: Axis, b: Axis): string =>
  `two sizes of '${nameOf(a)}', ${sizeWithOrigin(a)} and ${sizeWithOrigin(b)}: one name stands for one size`;

/** What is added to a message about axes that differ, where one name stands for two sizes: where each was named. Otherwise nothing. */
export const sizesApart = (some: Axes, others: Axes): string => {
  for (const a of some) {
    const b = others.find((other) => typeof a === 'object' && nameOf(other) === a.name && sizeOf(other) !== a.size);
    if (b !== undefined) return `: ${twoSizes(a, b)}`;
  }
  return '';
};

/** Throws `ShapeError` when one name stands for two sizes in what meets. */
export const checkNames = (operation: string, all: readonly { readonly axes: Axes }[]): void => {
  // Names are few: a list is looked through faster than a map is made.
  const seen: AnyDimension[] = [];
  for (const { axes } of all) {
    for (const axis of axes) {
      if (typeof axis === 'number' || seen.includes(axis)) continue;
      const before = seen.find(({ name }) => name === axis.name);
      if (before === undefined) seen.push(axis);
      else if (before.size !== axis.size) throw new ShapeError(`${operation}: ${twoSizes(before, axis)}`);
    }
  }
};

/** Of two equal axes the one that carries a name. */
export const namedAxis = (a: Axis, b: Axis): Axis => (typeof a === 'number' ? b : a);

/** A token has a name; a tensor, which has a size as well, has none. */
const isToken = (axis: unknown): axis is AnyDimension =>
  typeof axis === 'object' && axis !== null && 'name' in axis && 'size' in axis;

const isAxis = (axis: unknown): axis is Axis => (typeof axis === 'number' ? isSize(axis) : isToken(axis) && isSize(axis.size));

const showEntry = (axis: unknown): string => (isToken(axis) ? String(axis.size) : describe(axis));

/** Checks an entry of a shape argument and puts it into canonical form; throws `ShapeError` saying that `what` is no size. */
export const checkAxis = (what: string, axis: unknown): Axis => {
  if (typeof axis === 'string') {
    throw new ShapeError(
      `${what} is the bare name '${axis}': give its size with dim('${axis}', size), or take x.dim(axis) of a tensor`,
    );
  }
  if (!isAxis(axis)) throw new ShapeError(`${what} is ${showEntry(axis)}, not an integer from 0 to 2^31 - 1`);
  return toAxis(axis);
};

/** Checks a list of sizes and puts them into canonical form; throws `ShapeError` saying which of `what` is no size. */
export const checkSizes = (operation: string, what: string, sizes: Axes): Axes =>
  // Holes, as in [2, , 3], are looked at as well.
  Array.from(sizes, (size: unknown, index) => checkAxis(`${operation}: ${what} ${index}`, size));

/** Checks a shape argument and puts it into canonical form; throws `ShapeError` naming the axis that is no size, or a name of two sizes. */
export const checkAxes = (operation: string, axes: Axes): Axes => {
  if (!Array.isArray(axes)) throw new ShapeError(`${operation}: the shape is not an array: write [2, 3]`);
  const checked = checkSizes(operation, 'axis', axes);
  checkNames(operation, [{ axes: checked }]);
  return checked;
};
