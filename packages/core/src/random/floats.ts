/**
 * The dtype that floats are drawn in beside a tensor: its own.
 */
import { type Float, isFloat } from '../dtype.ts';
import { DTypeError } from '../errors.ts';
import { type AnyTensor, checkTensor } from '../tensor.ts';

/** The dtype of a tensor of floats. Throws `DTypeError` for another. */
export const needFloat = (operation: string, x: AnyTensor): Float => {
  const { dtype } = checkTensor(operation, x);
  if (isFloat(dtype)) return dtype;
  throw new DTypeError(`${operation}: needs floats, got ${dtype}: convert it first`);
};
