/**
 * Moving elements at run time: reshaping, transposing, joining, cutting, gathering.
 */
import { type Axes, type Axis, elements, nameOf, sameAxis, showShape, namesOf, sizeOf, sizesOf } from '../../dim.ts';
import { DTypeError, ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, type Expression, expressionOf } from '../../tensor.ts';
import { axisOf, moved, range } from './axes.ts';
import { stretch, broadcastAxes } from './broadcast.ts';

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new ShapeError(`there is no axis ${index}`);
  return found;
};

/** `[...S] -> [...T]` of as many elements; one entry of `shape` may be -1, and is what remains. */
export const reshape = (x: AnyTensor, shape: Axes): Expression => {
  const open = shape.findIndex((axis) => axis === -1);
  if (open < 0) return P.reshape(x, shape);
  const rest = elements(sizesOf(shape.filter((_, index) => index !== open)));
  if (rest === 0 || x.size % rest !== 0) {
    throw new ShapeError(`reshape: ${showShape(x.shape)} -> ${showShape(namesOf(shape))}: ${x.size} elements do not divide by ${rest}`);
  }
  return P.reshape(x, shape.map((axis, index) => (index === open ? x.size / rest : axis)));
};

export const transpose = (x: AnyTensor, permutation?: readonly number[]): Expression =>
  P.transpose(x, permutation === undefined ? [...range(x.rank)].reverse() : permutation.map((axis) => axisOf('transpose', x, axis)));

export const moveAxis = (x: AnyTensor, from: number, to: number): Expression =>
  P.transpose(x, moved(x.rank, axisOf('moveAxis', x, from), axisOf('moveAxis', x, to)));

export const swapAxes = (x: AnyTensor, first: number, second: number): Expression => {
  const [a, b] = [axisOf('swapAxes', x, first), axisOf('swapAxes', x, second)];
  return P.transpose(x, range(x.rank).map((axis) => (axis === a ? b : axis === b ? a : axis)));
};

export const expandDims = (x: AnyTensor, axis: number): Expression => {
  const place = axisOf('expandDims', x, axis, x.rank + 1);
  const axes = axesOf(x);
  return P.reshape(x, [...axes.slice(0, place), 1, ...axes.slice(place)]);
};

/** Drops axes of size 1: those named, or all of them. */
export const squeeze = (x: AnyTensor, axes?: readonly number[]): Expression => {
  const dropped = axes?.map((axis) => axisOf('squeeze', x, axis)) ?? range(x.rank).filter((axis) => nameOf(at(axesOf(x), axis)) === 1);
  const wrong = dropped.find((axis) => x.sizes[axis] !== 1);
  if (wrong !== undefined) throw new ShapeError(`squeeze: axis ${wrong} of ${showShape(x.shape)} is ${nameOf(at(axesOf(x), wrong))}, not 1`);
  return P.reshape(x, axesOf(x).filter((_, axis) => !dropped.includes(axis)));
};

export const broadcastTo = (x: AnyTensor, shape: Axes): Expression => {
  const common = broadcastAxes('broadcastTo', axesOf(x), shape);
  if (common.length !== shape.length || common.some((axis, index) => sizeOf(axis) !== sizeOf(at(shape, index)))) {
    throw new ShapeError(`broadcastTo: ${showShape(x.shape)} does not stretch to ${showShape(namesOf(shape))}`);
  }
  return stretch(expressionOf(x), shape);
};

const sameDTypes = (operation: string, xs: readonly AnyTensor[]): void => {
  const [first] = xs;
  for (const x of xs) {
    if (first !== undefined && x.dtype !== first.dtype) {
      throw new DTypeError(`${operation}: dtypes differ, ${first.dtype} and ${x.dtype}: convert one of them`);
    }
  }
};

const first = (operation: string, xs: readonly AnyTensor[]): AnyTensor => {
  const [x] = xs;
  if (x === undefined) throw new ShapeError(`${operation}: there are no tensors`);
  sameDTypes(operation, xs);
  return x;
};

export const concatenate = (xs: readonly AnyTensor[], axis: number): Expression => {
  const x = first('concatenate', xs);
  const along = axisOf('concatenate', x, axis);
  for (const other of xs) {
    const fits = other.rank === x.rank && axesOf(other).every((dim, index) => index === along || sameAxis(dim, at(axesOf(x), index)));
    if (!fits) throw new ShapeError(`concatenate: ${showShape(x.shape)} and ${showShape(other.shape)} differ beside axis ${axis}`);
  }
  return P.concatenate(xs, along);
};

export const stack = (xs: readonly AnyTensor[], axis: number): Expression => {
  const x = first('stack', xs);
  for (const other of xs) {
    const same = other.rank === x.rank && axesOf(other).every((dim, index) => sameAxis(dim, at(axesOf(x), index)));
    if (!same) throw new ShapeError(`stack: shapes differ, ${showShape(x.shape)} and ${showShape(other.shape)}`);
  }
  const place = axisOf('stack', x, axis, x.rank + 1);
  return P.concatenate(xs.map((each) => expandDims(each, place)), place);
};

/** A strided part of one axis. */
export const sliceAxis = (x: AnyTensor, axis: number, start: number, limit: number, stride = 1): Expression =>
  P.slice(
    x,
    x.sizes.map((_, index) => (index === axis ? start : 0)),
    x.sizes.map((size, index) => (index === axis ? limit : size)),
    x.sizes.map((_, index) => (index === axis ? stride : 1)),
  );

/** Parts of the given sizes along an axis, in order. */
export const splitAt = (x: AnyTensor, sizes: readonly number[], axis: number): readonly Expression[] => {
  const along = axisOf('split', x, axis);
  let start = 0;
  return sizes.map((size) => sliceAxis(x, along, start, (start += size)));
};

/** Elements moved along an axis, round its end. */
export const roll = (x: AnyTensor, shift: number, axis: number): Expression => {
  const along = axisOf('roll', x, axis);
  const size = at(x.sizes, along);
  const cut = size === 0 ? 0 : (((-shift % size) + size) % size);
  return P.concatenate([sliceAxis(x, along, cut, size), sliceAxis(x, along, 0, cut)], along);
};

/** Each axis repeated whole, `counts[i]` times: `[...S] -> [...S * counts]`. */
export const tile = (x: AnyTensor, counts: readonly number[]): Expression => {
  const axes = axesOf(x);
  const doubled = P.broadcastInDim(x, axes.flatMap((axis, index): Axis[] => [at(counts, index), axis]), axes.map((_, index) => index * 2 + 1));
  return P.reshape(doubled, axes.map((axis, index) => (counts[index] === 1 ? axis : sizeOf(axis) * at(counts, index))));
};

/** Each element of an axis repeated in place. */
export const repeat = (x: AnyTensor, count: number, axis: number): Expression => {
  const along = axisOf('repeat', x, axis);
  const axes = axesOf(x);
  const wide = P.broadcastInDim(
    x,
    [...axes.slice(0, along + 1), count, ...axes.slice(along + 1)],
    axes.map((_, index) => (index <= along ? index : index + 1)),
  );
  return P.reshape(wide, axes.map((dim, index) => (index === along ? sizeOf(dim) * count : dim)));
};

const needIndices = (operation: string, indices: AnyTensor): void => {
  if (indices.dtype !== 'i32' && indices.dtype !== 'u32') {
    throw new DTypeError(`${operation}: needs integers, got ${indices.dtype}: convert it first`);
  }
};

const vectorized = (indices: AnyTensor): Expression => P.reshape(indices, [...axesOf(indices), 1]);

/** Slices at indices along an axis: `[...A, n, ...B]` and `[...I] -> [...A, ...I, ...B]`. */
export const take = (x: AnyTensor, indices: AnyTensor, axis: number): Expression => {
  needIndices('take', indices);
  const along = axisOf('take', x, axis);
  return P.gather(x, vectorized(indices), {
    offset: range(x.rank + indices.rank - 1).filter((index) => index < along || index >= along + indices.rank),
    collapsed: [along],
    operandBatch: [],
    indicesBatch: [],
    indexMap: [along],
    sliceSizes: x.sizes.map((size, index) => (index === along ? 1 : size)),
  });
};

/** Elements at indices along an axis, for each position of the other axes: shapes agree beside the axis. */
export const takeAlongAxis = (x: AnyTensor, indices: AnyTensor, axis: number): Expression => {
  needIndices('takeAlongAxis', indices);
  const along = axisOf('takeAlongAxis', x, axis);
  const others = range(x.rank).filter((index) => index !== along);
  const fits = indices.rank === x.rank && others.every((index) => sameAxis(at(axesOf(indices), index), at(axesOf(x), index)));
  if (!fits) throw new ShapeError(`takeAlongAxis: ${showShape(x.shape)} and ${showShape(indices.shape)} differ beside axis ${axis}`);
  return P.gather(x, vectorized(indices), {
    offset: [], collapsed: [along], operandBatch: others, indicesBatch: others, indexMap: [along], sliceSizes: x.sizes.map(() => 1),
  });
};

/** `[...B] -> [...B, classes]`: 1 at each index, 0 elsewhere and for indices out of range. */
export const oneHot = (indices: AnyTensor, classes: Axis, dtype: 'f32' | 'f64' | 'i32' | 'u32'): Expression => {
  needIndices('oneHot', indices);
  const shape = [...axesOf(indices), classes];
  const spread = P.broadcastInDim(indices, shape, range(indices.rank));
  return expressionOf(P.convert(P.equal(spread, P.iota(shape, indices.rank, indices.dtype)), dtype));
};

/** Keeps what lies on the side of a diagonal, 0 elsewhere. */
export const triangle = (operation: string, x: AnyTensor, keep: (row: AnyTensor, column: AnyTensor) => AnyTensor): Expression => {
  if (x.rank < 2) throw new ShapeError(`${operation}: needs two axes or more, got ${showShape(x.shape)}`);
  const shape = axesOf(x).slice(-2);
  const mask = keep(P.iota(shape, 0, 'i32'), P.iota(shape, 1, 'i32'));
  return P.select(stretch(expressionOf(mask), axesOf(x)), x, P.fillLike(x, 0));
};

/** An axis sorted upward, NaN last. */
export const sort = (x: AnyTensor, axis: number): Expression => {
  const along = axisOf('sort', x, axis);
  return takeAlongAxis(x, P.argSort(x, along), along);
};
