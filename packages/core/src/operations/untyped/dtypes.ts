/**
 * Checks of dtypes at run time, with the messages of `shape/dtypes.ts`.
 */
import { type DType, isFloat, isInteger } from '../../dtype.ts';
import { DTypeError } from '../../errors.ts';
import { type AnyTensor, checkTensor } from '../../tensor.ts';

const need =
  (accepts: (dtype: DType) => boolean, wanted: string, remedy: string) =>
  (operation: string, x: AnyTensor): void => {
    const { dtype } = checkTensor(operation, x);
    if (!accepts(dtype)) throw new DTypeError(`${operation}: needs ${wanted}, got ${dtype}: ${remedy} it first`);
  };

export const needFloats: (operation: string, x: AnyTensor) => void = need(isFloat, 'floats', 'convert');
export const needNumbers: (operation: string, x: AnyTensor) => void = need((dtype) => dtype !== 'bool', 'numbers', 'convert');
export const needIntegers: (operation: string, x: AnyTensor) => void = need(isInteger, 'integers', 'convert');
export const needBits: (operation: string, x: AnyTensor) => void = need(
  (dtype) => !isFloat(dtype),
  'integers or booleans',
  'convert',
);
export const needBooleans: (operation: string, x: AnyTensor) => void = need((dtype) => dtype === 'bool', 'booleans', 'compare');

/** Checks that tensors have one dtype. */
export const needSame = (operation: string, first: AnyTensor, others: readonly AnyTensor[]): void => {
  const expected = checkTensor(operation, first).dtype;
  for (const other of others) {
    const { dtype } = checkTensor(operation, other);
    if (dtype !== expected) throw new DTypeError(`${operation}: dtypes differ, ${expected} and ${dtype}: convert one of them`);
  }
};
