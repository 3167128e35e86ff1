/**
 * Single numbers and booleans as arguments: fill values, scalars, bounds.
 */
import { describe } from './decodeError.ts';
import { checkDType, type DType } from './dtype.ts';
import { elementFix, elementTypes } from './elements.ts';
import { DTypeError } from './errors.ts';

/** An argument as an element of a dtype. Throws `DTypeError` when the dtype cannot hold it. */
export const checkElement = (operation: string, value: unknown, dtype: DType): number => {
  const type = elementTypes[checkDType(operation, dtype)];
  if (type.is(value)) return Number(value);
  throw new DTypeError(
    `${operation}: expected ${type.name} for ${dtype}, found ${describe(value)}: ${elementFix(value, type.name)}`,
  );
};
