/**
 * Reductions at run time: axes normalized, kept or dropped, and what is built from sums and maxima.
 */
import { checkAxes, elements, showShape } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, type Expression } from '../../tensor.ts';
import { type AxesArgument, axesFrom } from './axes.ts';

type Reduce = (x: AnyTensor, axes: readonly number[]) => Expression;

/** Puts reduced axes back with size 1. */
const keepAxes = (reduced: AnyTensor, x: AnyTensor, axes: readonly number[]): Expression =>
  P.reshape(
    reduced,
    axesOf(x).map((axis, index) => (axes.includes(index) ? 1 : axis)),
  );

/** A reduction with the axis argument of the public functions. */
export const reduction =
  (operation: string, reduce: Reduce) =>
  (x: AnyTensor, axis: AxesArgument, keepDims: boolean): Expression => {
    const axes = axesFrom(operation, x, axis);
    const reduced = reduce(x, axes);
    return keepDims ? keepAxes(reduced, x, axes) : reduced;
  };

/** How many elements each result of a reduction is made of. */
const countAlong = (x: AnyTensor, axes: readonly number[]): number => elements(axes.map((axis) => x.sizes[axis] ?? 1));

const overCount = (x: AnyTensor, axes: readonly number[], count: number): Expression => {
  const total = P.reduceSum(x, axes);
  return P.divide(total, P.fillLike(total, count));
};

export const mean: Reduce = (x, axes) => {
  return overCount(x, axes, countAlong(x, axes));
};

/** Two passes: the mean first, then the squares of what differs from it. `correction` is what the count is lessened by. */
export const variance =
  (correction: number): Reduce =>
  (x, axes) => {
    const centered = P.subtract(x, P.spreadBack(mean(x, axes), x, axes));
    return overCount(P.multiply(centered, centered), axes, countAlong(x, axes) - correction);
  };

/** Taken together as one vector: the sum of sizes, the root of the sum of squares, or the largest size. */
export const norm =
  (order: number): Reduce =>
  (x, axes) => {
    if (order === 1) return P.reduceSum(P.abs(x), axes);
    if (order === 2) return safeSqrt(P.reduceSum(P.multiply(x, x), axes));
    if (order === Number.POSITIVE_INFINITY) return P.reduceMax(P.abs(x), axes);
    throw new ShapeError(`norm: the order is ${order}: it must be 1, 2 or Infinity`);
  };

/** The square root whose derivative at 0 is 0: neither branch of the choice divides by 0. */
export const safeSqrt = (x: AnyTensor): Expression => {
  const zero = P.fillLike(x, 0);
  const isZero = P.equal(x, zero);
  return P.select(isZero, zero, P.sqrt(P.select(isZero, P.fillLike(x, 1), x)));
};

/** The largest element along axes, 0 where it is infinite, without a derivative: what exponentials are shifted by. */
const shiftFor: Reduce = (x, axes) => {
  const largest = P.stopGradient(P.reduceMax(x, axes));
  const zero = P.fillLike(largest, 0);
  const infinite = P.equal(P.abs(largest), P.fillLike(largest, Number.POSITIVE_INFINITY));
  return P.select(infinite, zero, largest);
};

/** The logarithm whose derivative at 0 is 0: all terms of the sum are `exp(-infinity)`, and stay so. */
const logOfSum = (total: AnyTensor): Expression => {
  const isZero = P.equal(total, P.fillLike(total, 0));
  return P.select(isZero, P.fillLike(total, Number.NEGATIVE_INFINITY), P.log(P.select(isZero, P.fillLike(total, 1), total)));
};

export const logSumExp: Reduce = (x, axes) => {
  const shift = shiftFor(x, axes);
  const total = P.reduceSum(P.exp(P.subtract(x, P.spreadBack(shift, x, axes))), axes);
  return P.add(logOfSum(total), shift);
};

export const softmax: Reduce = (x, axes) => {
  const largest = P.stopGradient(P.reduceMax(x, axes));
  const exponentials = P.exp(P.subtract(x, P.spreadBack(largest, x, axes)));
  return P.divide(exponentials, P.spreadBack(P.reduceSum(exponentials, axes), x, axes));
};

export const logSoftmax: Reduce = (x, axes) => {
  const shifted = P.subtract(x, P.spreadBack(P.stopGradient(P.reduceMax(x, axes)), x, axes));
  return P.subtract(shifted, P.spreadBack(P.log(P.reduceSum(P.exp(shifted), axes)), x, axes));
};

/** An index along an axis, or into all elements; the axes stay with size 1 when `keepDims`. */
export const argReduction =
  (operation: string, reduce: (x: AnyTensor, axis: number) => Expression) =>
  (x: AnyTensor, axis: number | undefined, keepDims: boolean): Expression => {
    if (Array.isArray(axis)) throw new ShapeError(`${operation}: takes one axis, got [${axis.join(', ')}]`);
    const axes = axesFrom(operation, x, axis);
    const [only = 0] = axes;
    if (countAlong(x, axes) === 0) {
      throw new ShapeError(`${operation}: ${axis === undefined ? '' : `axis ${axis} of `}${showShape(x.shape)} is empty`);
    }
    const found = axis === undefined ? reduce(P.reshape(x, checkAxes(operation, [x.size])), 0) : reduce(x, only);
    return keepDims ? keepAxes(found, x, axes) : found;
  };
