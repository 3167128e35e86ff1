/**
 * Choosing between elements at run time.
 */
import { checkNames } from '../../dim.ts';
import { DTypeError, ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, checkTensor, type Expression, expressionOf, isTensor } from '../../tensor.ts';
import { broadcastAll, broadcastAxes, broadcasting, isTensorOperand, type Operand, stretch } from './broadcast.ts';
import { needNumbers } from './dtypes.ts';

/** Elements of `onTrue` where the condition holds, of `onFalse` elsewhere. */
export const where = (condition: AnyTensor, onTrue: Operand, onFalse: Operand): Expression => {
  const { dtype } = checkTensor('where', condition);
  if (dtype !== 'bool') throw new DTypeError(`where: needs a boolean condition, got ${dtype}: compare it first`);
  const shape = [condition, onTrue, onFalse]
    .filter(isTensorOperand)
    .map((operand) => checkTensor('where', operand).axes)
    .reduce((found, axes) => broadcastAxes('where', found, axes));
  checkNames('where', [condition, onTrue, onFalse].filter(isTensorOperand).map(expressionOf));
  // broadcastAll gives as many tensors as it takes.
  const [yes, no] = broadcastAll('where', [onTrue, onFalse]) as readonly [Expression, Expression];
  return P.select(stretch(expressionOf(condition), shape), stretch(yes, shape), stretch(no, shape));
};

const between = (x: AnyTensor, low: Operand, high: Operand): Expression => {
  needNumbers('clip', x);
  checkNames(
    'clip',
    [x, low, high].filter(isTensorOperand).map((operand) => checkTensor('clip', operand)),
  );
  return broadcasting('clip', P.minimum)(broadcasting('clip', P.maximum)(x, low), high);
};

/** Elements brought between two bounds; of the bounds alone, a function that waits for the tensor. */
export const clip = (
  ...operands: readonly [x: AnyTensor, low: Operand, high: Operand] | readonly [low: number, high: number]
): Expression | ((x: AnyTensor) => Expression) => {
  // Only untyped callers give a tensor and one bound.
  if (operands.length === 2 && isTensor(operands[0])) throw new ShapeError('clip: the upper bound is missing');
  return operands.length === 2 ? (x) => between(x, ...operands) : between(...operands);
};
