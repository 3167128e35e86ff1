/**
 * Joining tensors and cutting them up at run time, with the messages of `shape/`: join, split, slice and extend.
 */
import { agree, type Axis, checkAxes, checkNames, checkSizes, nameOf, namesOf, showShape, sizeOf } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import type { Edges } from '../../shape/extend.ts';
import type { Range } from '../../shape/slice.ts';
import { addAxes, divideAxes, quotientAxes, subtractAxes } from '../../dims/polynomials.ts';
import { type AnyTensor, axesOf, checkTensor, type Expression, expressionOf, isTensor } from '../../tensor.ts';
import { agreeAll, axisOf, checkList } from './axes.ts';
import { checkElement } from '../../checkElement.ts';
import { needSame } from './dtypes.ts';
import { expandDims, renamed } from './shaping.ts';
import { isSurplus } from './signature.ts';

const firstOf = (operation: string, xs: readonly AnyTensor[]): AnyTensor => {
  const given: unknown = xs;
  const [first] = Array.isArray(given) ? xs.map((x) => checkTensor(operation, x)) : [];
  if (first === undefined) {
    throw new ShapeError(
      `${operation}: there is no list of tensors, or their number is unknown: write it in place, [x, y], or \`as const\``,
    );
  }
  checkNames(operation, xs.map(expressionOf));
  return first;
};

/** A function of a list of tensors and an axis; of tensors one after the other it throws. */
export const ofList =
  (operation: string, f: (xs: readonly AnyTensor[], axis?: number) => Expression) =>
  (xs: readonly AnyTensor[], axis?: number, ...more: readonly unknown[]): Expression => {
    if (isTensor(xs) || isTensor(axis) || isSurplus(2, [xs, axis, ...more]))
      throw new ShapeError(`${operation}: expected a list of tensors, and one axis or none: ${operation}([x, y], 0)`);
    return f(xs, axis);
  };

/** Joined along an axis. */
export const concatenate = (xs: readonly AnyTensor[], axis = 0): Expression => {
  const first = firstOf('concatenate', xs);
  const at = axisOf('concatenate', first, axis);
  const differs = xs.find((x) => x.rank !== first.rank || !agreeAll(axesOf(x).toSpliced(at, 1), axesOf(first).toSpliced(at, 1)));
  if (differs !== undefined) {
    throw new ShapeError(`concatenate: ${showShape(first.shape)} and ${showShape(differs.shape)} differ beside axis ${axis}`);
  }
  needSame('concatenate', first, xs);
  const joined = xs.map((x) => axesOf(x)[at] ?? 0).reduce(addAxes);
  const axes = checkAxes('concatenate', axesOf(first).with(at, joined));
  return renamed(P.concatenate(xs, at), axes);
};

/** Equal tensors along a new axis. */
export const stack = (xs: readonly AnyTensor[], axis = 0): Expression => {
  const first = firstOf('stack', xs);
  const differs = xs.find((x) => !agreeAll(axesOf(x), axesOf(first)));
  if (differs !== undefined)
    throw new ShapeError(`stack: shapes differ, ${showShape(first.shape)} and ${showShape(differs.shape)}`);
  const expanded = xs.map((x) => expandDims(x, axis, 'stack'));
  needSame('stack', first, xs);
  return P.concatenate(expanded, axis < 0 ? axis + first.rank + 1 : axis);
};

/** From `start` up to `stop` along each axis. */
const cut = (x: AnyTensor, at: number, start: number, size: number, axis: Axis): Expression => {
  const starts = x.sizes.map((_, index) => (index === at ? start : 0));
  const limits = x.sizes.map((all, index) => (index === at ? start + size : all));
  return renamed(
    P.slice(
      x,
      starts,
      limits,
      x.sizes.map(() => 1),
    ),
    axesOf(x).with(at, axis),
  );
};

/** Cut along an axis into equal parts, or into parts of given sizes. */
export const splitAxis = (x: AnyTensor, parts: number | readonly number[], axis = 0): readonly Expression[] => {
  const at = axisOf('splitAxis', x, axis);
  const whole = axesOf(x)[at] ?? 0;
  const sizes =
    typeof parts === 'number'
      ? equalParts(x, parts, axis, whole)
      : checkSizes('splitAxis', 'part', checkList('splitAxis', 'sizes', parts));
  const total = sizes.reduce(addAxes, 0);
  if (!agree(total, whole)) {
    throw new ShapeError(
      `splitAxis: parts of ${showShape(namesOf(sizes))} make ${nameOf(total)}, but axis ${axis} of ${showShape(x.shape)} is ${nameOf(whole)}`,
    );
  }
  let start = 0;
  return sizes.map((size) => {
    const part = cut(x, at, start, sizeOf(size), size);
    start += sizeOf(size);
    return part;
  });
};

const equalParts = (x: AnyTensor, parts: number, axis: number, whole: Axis): readonly Axis[] => {
  const size = Number.isInteger(parts) && parts > 0 ? divideAxes(whole, parts) : undefined;
  if (size === undefined)
    throw new ShapeError(`splitAxis: axis ${axis} of ${showShape(x.shape)} does not divide into ${parts} equal parts`);
  return Array.from({ length: parts }, () => size);
};

/** One axis of a slice: where it starts, how far apart, and what is left; `dropped` for a single index. */
interface Cut {
  readonly start: number;
  readonly limit: number;
  readonly stride: number;
  readonly axis: Axis;
  readonly dropped: boolean;
}

const fromEnd = (axis: Axis, bound: number): Axis => (bound < 0 ? subtractAxes(axis, -bound) : bound);

const showRange = (range: Exclude<Range, number | null>): string => `[${range.map((bound) => `${bound}`).join(', ')}]`;

/** Whether a list is a start, a stop, and perhaps a step. */
const isRange = (range: readonly unknown[]): boolean =>
  (range.length === 2 || range.length === 3) &&
  range.every((bound, index) => typeof bound === 'number' || (index < 2 ? bound === null : bound === undefined));

const cutAt = (x: AnyTensor, axis: Axis, index: number, range: Range): Cut => {
  const size = sizeOf(axis);
  if (range === null) return { start: 0, limit: size, stride: 1, axis, dropped: false };
  if (typeof range === 'number') {
    const at = range < 0 ? range + size : range;
    if (!Number.isInteger(at) || at < 0 || at >= size) {
      throw new ShapeError(`slice: index ${range} is out of range for axis ${index} of ${showShape(x.shape)}`);
    }
    return { start: at, limit: at + 1, stride: 1, axis: 1, dropped: true };
  }
  const refuse = (): never => {
    throw new ShapeError(`slice: range ${showRange(range)} does not fit axis ${index} of ${showShape(x.shape)}`);
  };
  if (!isRange(checkList('slice', 'bounds', range))) refuse();
  const [from, to, stride = 1] = range;
  const [start, stop] = [fromEnd(axis, from ?? 0), to === null ? axis : fromEnd(axis, to)];
  const left = subtractAxes(stop, start);
  const [low, high, count] = [sizeOf(start), sizeOf(stop), sizeOf(left)];
  const whole = [low, high, stride].every(Number.isInteger);
  if (!whole || low < 0 || high > size || count < 0 || stride < 1) refuse();
  const kept = stride === 1 ? left : quotientAxes(addAxes(left, stride - 1), stride);
  return { start: low, limit: high, stride, axis: kept, dropped: false };
};

/** A slice; axes without a range are kept whole. */
export const slice = (x: AnyTensor, ranges: readonly Range[]): Expression => {
  checkList('slice', 'ranges', ranges);
  const cuts = checkTensor('slice', x).axes.map((axis, index) => cutAt(x, axis, index, ranges[index] ?? null));
  if (ranges.length > x.rank) throw new ShapeError(`slice: there are more ranges than ${showShape(x.shape)} has axes`);
  const sliced = P.slice(
    x,
    cuts.map(({ start }) => start),
    cuts.map(({ limit }) => limit),
    cuts.map(({ stride }) => stride),
  );
  const kept = cuts.filter(({ dropped }) => !dropped).map(({ axis }) => axis);
  return kept.length === cuts.length ? renamed(sliced, kept) : P.reshape(sliced, kept);
};

const isPair = (edge: unknown): boolean =>
  Array.isArray(edge) && edge.length === 2 && edge.every((count) => typeof count === 'number');

/** What is wrong with the edges of an axis, which are a pair. */
const edgeFault = (x: AnyTensor, edge: Edges, index: number): string | undefined => {
  if (index >= x.rank) return `there are more edges than ${showShape(x.shape)} has axes`;
  if (edge.some((count) => count < 0)) return 'edges are not negative: crop with slice';
  return edge.every(Number.isInteger) ? undefined : 'edges are pairs of integers, [before, after]';
};

/** An axis with so much around it. */
const padded = (axis: Axis, [before, after]: Edges): Axis => addAxes(axis, before + after);

/** A value around the edges. */
export const pad = (x: AnyTensor, edges: readonly Edges[], value: number | boolean = 0): Expression => {
  checkTensor('pad', x);
  if (!checkList('pad', 'edges', edges).every(isPair)) throw new ShapeError('pad: edges are pairs of integers, [before, after]');
  const [fault] = edges.flatMap((edge, index) => edgeFault(x, edge, index) ?? []);
  if (fault !== undefined) throw new ShapeError(`pad: ${fault}`);
  if (edges.length < x.rank) throw new ShapeError(`pad: there are fewer edges than ${showShape(x.shape)} has axes`);
  const axes = checkAxes(
    'pad',
    axesOf(x).map((axis, index) => padded(axis, edges[index] ?? [0, 0])),
  );
  const around = P.scalar(checkElement('pad', value, x.dtype), x.dtype);
  const [low, high] = [edges.map(([before]) => before), edges.map(([, after]) => after)];
  return renamed(
    P.pad(
      x,
      around,
      low,
      high,
      low.map(() => 0),
    ),
    axes,
  );
};

/** Elements moved along an axis, those that fall off the end coming in at the start. */
export const roll = (x: AnyTensor, shift: number, axis: number): Expression => {
  const at = axisOf('roll', x, axis);
  if (!Number.isInteger(shift)) throw new ShapeError(`roll: the shift ${shift} is no integer`);
  const size = x.sizes[at] ?? 0;
  const start = size === 0 ? 0 : ((-shift % size) + size) % size;
  if (start === 0) return expressionOf(x);
  const part = (from: number, to: number): Expression => cut(x, at, from, to - from, to - from);
  return renamed(P.concatenate([part(start, size), part(0, start)], at), axesOf(x));
};
