/**
 * Checks of what is measured with labels at run time, with the messages of `shape/labels.ts`.
 */
import { isFloat, isInteger } from '../../dtype.ts';
import { DTypeError } from '../../errors.ts';
import { type AnyTensor, checkTensor } from '../../tensor.ts';

/** Throws `DTypeError` for what comes before labels, logits or scores, when it is no floats. */
export const checkBeforeLabels = (operation: string, what: string, x: AnyTensor): void => {
  const { dtype } = checkTensor(operation, x);
  if (!isFloat(dtype)) {
    throw new DTypeError(`${operation}: ${what} are floats, got ${dtype}: give the ${what} first, then the labels`);
  }
};

/** Throws `DTypeError` for labels that are no whole numbers; of those that stand alone it says that they may be the `what`. */
export const checkLabels = (operation: string, labels: AnyTensor, what?: string): void => {
  const { dtype } = checkTensor(operation, labels);
  if (isInteger(dtype)) return;
  const both = what === undefined ? '' : `, or give ${what} and labels, ${operation}(${what}, labels)`;
  throw new DTypeError(`${operation}: labels are whole numbers, got ${dtype}: convert them to i32${both}`);
};
