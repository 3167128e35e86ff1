/**
 * Broadcasting at run time, after NumPy, with the messages of `shape/broadcast.ts`.
 */
import { agree, type Axes, type Axis, checkNames, nameOf, showShape, namesOf } from '../../dim.ts';
import { checkElement } from '../../checkElement.ts';
import { DTypeError, ShapeError } from '../../errors.ts';
import type { DType } from '../../dtype.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, checkTensor, type Expression } from '../../tensor.ts';
import { difference, range } from './axes.ts';
import { needSame } from './dtypes.ts';
import { checkSurplus } from './signature.ts';

/** What elementwise functions take: a tensor, or a number in the dtype of the other operand. */
export type Operand = AnyTensor | number;

export const isTensorOperand = (operand: Operand): operand is AnyTensor => typeof operand === 'object';

/** The common axis of two that are aligned, or `undefined`. The same rule as the types': equal names, equal literals, or 1. */
const commonAxis = (a: Axis, b: Axis): Axis | undefined => {
  if (agree(a, b) || nameOf(b) === 1) return a;
  return nameOf(a) === 1 ? b : undefined;
};

const refuse = (operation: string, [left, right]: readonly [Axes, Axes], [a, b]: readonly [Axis, Axis]): never => {
  throw new ShapeError(
    `${operation}: cannot broadcast ${showShape(namesOf(left))} with ${showShape(namesOf(right))}: ${difference(a, b)}`,
  );
};

/** The common shape of two. Throws `ShapeError` naming both, or the shapes that they are parts of, and the last dimensions that differ. */
export const broadcastAxes = (
  operation: string,
  left: Axes,
  right: Axes,
  within: readonly [Axes, Axes] = [left, right],
): Axes => {
  const rank = Math.max(left.length, right.length);
  return range(rank)
    .toReversed()
    .map((index) => {
      const [a, b] = [left[index - rank + left.length], right[index - rank + right.length]];
      if (a === undefined || b === undefined) return a ?? b ?? 1;
      return commonAxis(a, b) ?? refuse(operation, within, [a, b]);
    })
    .toReversed();
};

/** A tensor stretched to a shape that it broadcasts to. */
export const stretch = (x: Expression, shape: Axes): Expression => {
  const same = x.axes.length === shape.length && x.axes.every((axis, index) => nameOf(axis) === nameOf(shape[index] ?? -1));
  return same
    ? x
    : P.broadcastInDim(
        x,
        shape,
        range(x.rank).map((index) => index + shape.length - x.rank),
      );
};

const refuseOperand = (operation: string, value: unknown): never => {
  throw new DTypeError(
    `${operation}: expected a tensor, got ${typeof value}: make one with tensor(...), scalar(...) or fromArray(...)`,
  );
};

const checkNumber = (operation: string, value: number, dtype: DType): void => {
  if (typeof value !== 'number') refuseOperand(operation, value);
  if (dtype === 'bool') throw new DTypeError(`${operation}: a number beside a bool tensor: convert the tensor first`);
  checkElement(operation, value, dtype);
};

/** An operand as an expression: numbers take the dtype of the other operand. */
const asTensor = (operation: string, x: Operand, dtype: DType): Expression => {
  if (isTensorOperand(x)) return checkTensor(operation, x);
  checkNumber(operation, x, dtype);
  return P.scalar(x, dtype);
};

/** A check of a tensor's dtype. */
export type Needs = (operation: string, x: AnyTensor) => void;

/** Operands of one dtype, stretched to their common shape. */
export const broadcastAll = (operation: string, operands: readonly Operand[], needs?: Needs): readonly Expression[] => {
  const [first, ...others] = operands.filter(isTensorOperand).map((operand) => checkTensor(operation, operand));
  if (first === undefined) throw new DTypeError(`${operation}: needs at least one tensor: make one with scalar(...)`);
  needs?.(operation, first);
  const shape = [first, ...others].map(({ axes }) => axes).reduce((found, axes) => broadcastAxes(operation, found, axes));
  needSame(operation, first, others);
  checkNames(operation, [first, ...others]);
  return operands.map((operand) => stretch(asTensor(operation, operand, first.dtype), shape));
};

/** A function of two equal operands as a broadcasting one. */
export const broadcasting =
  (operation: string, f: (x: AnyTensor, y: AnyTensor) => Expression, needs?: Needs) =>
  (x: Operand, y: Operand): Expression => {
    const [a, b] = broadcastAll(operation, [x, y], needs);
    // broadcastAll gives as many tensors as it takes.
    return f(a as Expression, b as Expression);
  };

/**
 * A broadcasting function of two equal operands; of the second alone, one that waits for the first.
 *
 * Behind the second may stand what `[x, y].reduce(add)` gives there, an index and the array.
 */
export const binary =
  (operation: string, f: (x: AnyTensor, y: AnyTensor) => Expression, needs?: Needs) =>
  (...operands: readonly [y: Operand] | readonly [x: Operand, y: Operand]): Expression | ((x: Operand) => Expression) => {
    checkSurplus(operation, 2, operands);
    if (operands.length !== 1) return broadcasting(operation, f, needs)(...operands);
    const [y] = operands;
    if (isTensorOperand(y)) needs?.(operation, checkTensor(operation, y));
    else if (typeof y !== 'number') refuseOperand(operation, y);
    const apply = broadcasting(operation, f, isTensorOperand(y) ? undefined : needs);
    return (x) => apply(x, y);
  };
