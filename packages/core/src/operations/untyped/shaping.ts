/**
 * Reshaping and rearranging at run time, with the messages of `shape/`.
 */
import {
  agree,
  type Axes,
  type Axis,
  checkAxes,
  checkAxis,
  checkNames,
  checkSizes,
  nameOf,
  namesOf,
  showShape,
} from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { divideAxes, multiplyAxes, productOfAxes } from '../../dims/polynomials.ts';
import { type AnyTensor, axesOf, checkTensor, type Expression, expressionOf } from '../../tensor.ts';
import { axisOf, checkAxisNumber, checkList, range } from './axes.ts';
import { broadcastAxes, stretch } from './broadcast.ts';

const sameNames = (a: Axes, b: Axes): boolean => showShape(namesOf(a)) === showShape(namesOf(b));

/** A tensor under other axes of the same sizes: the tensor itself when they have the same names. */
export const renamed = (x: Expression, axes: Axes): Expression => (sameNames(x.axes, axes) ? x : P.reshape(x, axes));

const refuseReshape = (x: AnyTensor, shape: Axes, reason: string): never => {
  throw new ShapeError(`reshape: ${showShape(x.shape)} -> ${showShape(namesOf(shape))}: ${reason}`);
};

/** Without the axes at both ends that two shapes have in common. */
const trimmed = (from: Axes, to: Axes): readonly [Axes, Axes] => {
  const same = (a: Axis | undefined, b: Axis | undefined): boolean => a !== undefined && b !== undefined && agree(a, b);
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && same(from[start], to[start])) start++;
  let end = 0;
  while (end < shorter - start && same(from.at(-1 - end), to.at(-1 - end))) end++;
  return [from.slice(start, from.length - end), to.slice(start, to.length - end)];
};

/** Axes without those of the last ones whose product is `size`, if there are such; they are spared a division, which sums have not. */
const withoutTail = (axes: Axes, size: Axis): Axes | undefined => {
  const starts = range(axes.length).toReversed();
  const start = starts.find((from) => nameOf(productOfAxes(axes.slice(from))) === nameOf(size));
  return start === undefined ? undefined : axes.slice(0, start);
};

/** How often axes have the elements of others. */
const share = (from: Axes, to: Axes): Axis | undefined => {
  if (to.length === 0) return productOfAxes(from);
  const size = productOfAxes(to);
  if (nameOf(size) === 0) return undefined;
  const rest = withoutTail(from, size);
  return rest === undefined ? divideAxes(productOfAxes(from), size) : productOfAxes(rest);
};

/** Axes without what stands in both. A 0 stays: where it is, all shapes have as many elements. */
const uncommon = (from: Axes, to: Axes): readonly [from: Axes, to: Axes] =>
  from.reduce<readonly [Axes, Axes]>(
    ([kept, left], axis) => {
      const at = nameOf(axis) === 0 ? -1 : left.findIndex((other) => nameOf(other) === nameOf(axis));
      return at < 0 ? [[...kept, axis], left] : [kept, left.toSpliced(at, 1)];
    },
    [[], to],
  );

/** The axis that -1 stands for. */
const inferred = (x: AnyTensor, shape: Axes): Axis => {
  if (shape.filter((axis) => axis === -1).length > 1) return refuseReshape(x, shape, '-1 stands twice');
  const [from, open] = trimmed(axesOf(x), shape);
  const to = open.filter((axis) => axis !== -1);
  return share(from, to) ?? share(...uncommon(from, to)) ?? refuseReshape(x, shape, '-1 stands for no whole number');
};

const isNone = (axis: Axis): boolean => nameOf(axis) === 0;

/** Axes that have as many elements as a tensor. Where both have a 0 it may have been cancelled. */
const sameSize = (x: AnyTensor, axes: Axes): Axes => {
  const [from, to] = trimmed(axesOf(x), axes).map(productOfAxes);
  const agreed = from !== undefined && to !== undefined && agree(from, to);
  if (!agreed && !(axesOf(x).some(isNone) && axes.some(isNone))) {
    refuseReshape(x, axes, `${nameOf(productOfAxes(axesOf(x)))} elements vs ${nameOf(productOfAxes(axes))}`);
  }
  return axes;
};

/** Where the open axis stands, or -1. What is no array has none, and is refused with all other shapes. */
const openAxis = (shape: unknown): number => (Array.isArray(shape) ? shape.indexOf(-1) : -1);

/** Checks the shape of a reshaping and puts it into canonical form, with 1 in place of each -1. */
export const checkReshape = (shape: Axes): Axes =>
  checkAxes('reshape', openAxis(shape) < 0 ? shape : shape.map((axis) => (axis === -1 ? 1 : axis)));

/** `[...S] -> [...T]` with as many elements; one axis may be -1. */
export const reshape = (x: AnyTensor, shape: Axes): Expression => {
  const [open, given] = [openAxis(shape), checkReshape(shape)];
  checkNames('reshape', [checkTensor('reshape', x), { axes: given }]);
  return P.reshape(x, open < 0 ? sameSize(x, given) : given.with(open, inferred(x, shape)));
};

/** The axes from `axis` on merged into one. */
export const flatten = (x: AnyTensor, axis = 0): Expression => {
  if (checkTensor('flatten', x).rank === 0) return P.reshape(x, [1]);
  const at = axisOf('flatten', x, axis);
  const axes = axesOf(x);
  return P.reshape(x, checkAxes('flatten', [...axes.slice(0, at), productOfAxes(axes.slice(at))]));
};

/** The axes of a permutation, one after the other: the first that there is not, or that stood before, is refused. */
const permuted = (x: AnyTensor, permutation: readonly number[]): readonly number[] => {
  const refuse = (): never => {
    throw new ShapeError(`transpose: ${showShape(permutation)} is no permutation of the axes of ${showShape(x.shape)}`);
  };
  const seen = new Set<number>();
  for (const axis of checkList('transpose', 'axes', permutation)) {
    const at = axisOf('transpose', x, axis);
    if (seen.has(at)) refuse();
    seen.add(at);
  }
  return seen.size === x.rank ? [...seen] : refuse();
};

/** Axis `i` of the result is axis `permutation[i]`; all in reverse order when left out. */
export const transpose = (x: AnyTensor, permutation?: readonly number[]): Expression =>
  P.transpose(x, permutation === undefined ? range(checkTensor('transpose', x).rank).toReversed() : permuted(x, permutation));

export const swapAxes = (x: AnyTensor, first: number, second: number): Expression => {
  const [a, b] = [axisOf('swapAxes', x, first), axisOf('swapAxes', x, second)];
  return P.transpose(
    x,
    range(x.rank).map((axis) => (axis === a ? b : axis === b ? a : axis)),
  );
};

const newAxis = (operation: string, x: AnyTensor, axis: number, rank: number): number => {
  const at = checkAxisNumber(operation, axis) < 0 ? axis + rank : axis;
  if (!Number.isInteger(at) || at < 0 || at >= rank) {
    throw new ShapeError(`${operation}: axis ${axis} is out of range for a new axis of ${showShape(x.shape)}`);
  }
  return at;
};

export const moveAxis = (x: AnyTensor, from: number, to: number): Expression => {
  const source = axisOf('moveAxis', x, from);
  const rest = range(x.rank).filter((axis) => axis !== source);
  const target = axisOf('moveAxis', x, to);
  return P.transpose(x, [...rest.slice(0, target), source, ...rest.slice(target)]);
};

/** A new axis of size 1. */
export const expandDims = (x: AnyTensor, axis: number, operation = 'expandDims'): Expression => {
  const at = newAxis(operation, x, axis, checkTensor(operation, x).rank + 1);
  return P.reshape(x, axesOf(x).toSpliced(at, 0, 1));
};

/** Without an axis of size 1, or without all of them. */
export const squeeze = (x: AnyTensor, axis?: number): Expression => {
  const { axes } = checkTensor('squeeze', x);
  if (axis === undefined)
    return P.reshape(
      x,
      axes.filter((one) => nameOf(one) !== 1),
    );
  const at = axisOf('squeeze', x, axis);
  const dropped = axes[at];
  if (dropped !== 1) {
    throw new ShapeError(
      `squeeze: axis ${axis} of ${showShape(x.shape)} is ${dropped === undefined ? 'missing' : nameOf(dropped)}, not 1`,
    );
  }
  return P.reshape(x, axes.toSpliced(at, 1));
};

export const broadcastTo = (x: AnyTensor, shape: Axes): Expression => {
  const axes = checkAxes('broadcastTo', shape);
  checkNames('broadcastTo', [checkTensor('broadcastTo', x), { axes }]);
  const common = broadcastAxes('broadcastTo', axesOf(x), axes);
  if (!sameNames(common, axes))
    throw new ShapeError(`broadcastTo: ${showShape(x.shape)} does not broadcast to ${showShape(namesOf(axes))}`);
  return stretch(expressionOf(x), axes);
};

/** Elements in reverse order along axes. */
export const reverse = (x: AnyTensor, axes: readonly number[]): Expression => P.reverse(x, axes);

/** `counts[i]` copies along axis `i`, one after the other. */
export const tile = (x: AnyTensor, counts: readonly number[]): Expression => {
  checkSizes('tile', 'count', checkList('tile', 'counts', counts));
  if (counts.length !== checkTensor('tile', x).rank) {
    throw new ShapeError(
      `tile: there are ${counts.length > x.rank ? 'more' : 'fewer'} counts than ${showShape(x.shape)} has axes`,
    );
  }
  const axes = axesOf(x);
  checkNames('tile', [{ axes }, { axes: counts }]);
  const tiled = checkAxes(
    'tile',
    axes.map((axis, index) => (counts[index] === 1 ? axis : multiplyAxes(axis, counts[index] ?? 1))),
  );
  const spread = P.broadcastInDim(
    x,
    axes.flatMap((axis, index) => [counts[index] ?? 1, axis]),
    range(x.rank).map((axis) => 2 * axis + 1),
  );
  return P.reshape(spread, tiled);
};

/** Each element `count` times in a row along an axis. */
export const repeat = (x: AnyTensor, count: number, axis: number): Expression => {
  const at = axisOf('repeat', x, axis);
  checkAxis('repeat: the count', count);
  const axes = axesOf(x);
  const repeated = checkAxes(
    'repeat',
    axes.map((one, index) => (index === at ? multiplyAxes(one, count) : one)),
  );
  const spread = P.broadcastInDim(
    x,
    axes.toSpliced(at + 1, 0, count),
    range(x.rank).map((index) => (index > at ? index + 1 : index)),
  );
  return P.reshape(spread, repeated);
};
