/**
 * Picking elements by index at run time, with the messages of `shape/select.ts`.
 */
import { agree, type Axis, checkAxis, checkNames, showShape } from '../../dim.ts';
import { checkDType, type DType } from '../../dtype.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, checkTensor, type Expression, expressionOf } from '../../tensor.ts';
import { agreeAll, axisOf, difference, range } from './axes.ts';
import { needIntegers } from './dtypes.ts';

/** Negative indices counted from the end. */
const fromStart = (indices: AnyTensor, size: number): AnyTensor => {
  if (indices.dtype === 'u32') return indices;
  const isNegative = P.less(indices, P.fillLike(indices, 0));
  return P.select(isNegative, P.add(indices, P.fillLike(indices, size)), indices);
};

/** With a last axis of size 1, as gather wants its index vectors. */
const asVectors = (indices: AnyTensor): Expression => P.reshape(indices, [...axesOf(indices), 1]);

/** Slices of `x` along an axis, in the places of their indices. */
export const take = (x: AnyTensor, indices: AnyTensor, axis: number): Expression => {
  needIntegers('take', indices);
  const at = axisOf('take', x, axis);
  checkNames('take', [expressionOf(x), expressionOf(indices)]);
  const offset = range(x.rank - 1).map((index) => (index < at ? index : index + indices.rank));
  return P.gather(x, asVectors(fromStart(indices, x.sizes[at] ?? 0)), {
    offset,
    collapsed: [at],
    operandBatch: [],
    indicesBatch: [],
    indexMap: [at],
    sliceSizes: x.sizes.map((size, index) => (index === at ? 1 : size)),
  });
};

/** `result[..., i, ...] = x[..., indices[..., i, ...], ...]`. */
export const takeAlongAxis = (x: AnyTensor, indices: AnyTensor, axis: number): Expression => {
  const at = axisOf('takeAlongAxis', x, axis);
  checkNames('takeAlongAxis', [expressionOf(x), checkTensor('takeAlongAxis', indices)]);
  if (indices.rank !== x.rank || !agreeAll(axesOf(x).toSpliced(at, 1), axesOf(indices).toSpliced(at, 1))) {
    throw new ShapeError(
      `takeAlongAxis: ${showShape(x.shape)} and indices ${showShape(indices.shape)} differ beside axis ${axis}`,
    );
  }
  needIntegers('takeAlongAxis', indices);
  const others = range(x.rank).filter((index) => index !== at);
  return P.gather(x, asVectors(fromStart(indices, x.sizes[at] ?? 0)), {
    offset: [],
    collapsed: [at],
    operandBatch: others,
    indicesBatch: others,
    indexMap: [at],
    sliceSizes: x.sizes.map(() => 1),
  });
};

/** 1 in the place that each index names, 0 elsewhere, along a new last axis. */
export const oneHot = (indices: AnyTensor, depth: Axis, dtype: DType = 'f32'): AnyTensor => {
  needIntegers('oneHot', indices);
  const shape = [...axesOf(indices), checkAxis('oneHot: the depth', depth)];
  checkNames('oneHot', [{ axes: shape }]);
  const places = P.iota(shape, indices.rank, indices.dtype);
  return P.convert(P.equal(places, P.broadcastInDim(indices, shape, range(indices.rank))), checkDType('oneHot', dtype));
};

const matrices = (operation: string, x: AnyTensor): void => {
  if (checkTensor(operation, x).rank < 2) throw new ShapeError(`${operation}: needs matrices, got ${showShape(x.shape)}`);
};

/** Checks the offset of a triangle. */
export const checkOffset =
  (operation: string) =>
  (offset: number): void => {
    if (!Number.isInteger(offset)) throw new ShapeError(`${operation}: the offset ${offset} is no integer`);
  };

/** Keeps the elements whose column minus row lies on one side of `offset`. */
export const triangle =
  (operation: 'tril' | 'triu', keeps: (columns: AnyTensor, rows: AnyTensor) => Expression) =>
  (x: AnyTensor, offset = 0): Expression => {
    matrices(operation, x);
    checkOffset(operation)(offset);
    const shape = axesOf(x);
    const rows = P.iota(shape, x.rank - 2, 'i32');
    const bounds = P.add(rows, P.fillLike(rows, offset));
    return P.select(keeps(P.iota(shape, x.rank - 1, 'i32'), bounds), x, P.fillLike(x, 0));
  };

/** The elements whose row and column are equal. */
export const diagonal = (x: AnyTensor): Expression => {
  matrices('diagonal', x);
  const axes = axesOf(x);
  const [row, column] = [axes.at(-2) ?? 0, axes.at(-1) ?? 0];
  if (!agree(row, column)) throw new ShapeError(`diagonal: ${showShape(x.shape)} is not square: ${difference(row, column)}`);
  const places = P.iota([...axes.slice(0, -1), 1], x.rank - 2, 'i32');
  return P.reshape(takeAlongAxis(x, places, -1), axes.slice(0, -1));
};
