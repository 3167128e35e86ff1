/**
 * Checks of dtypes at run time, with the messages of `shape/dtypes.ts`.
 */
import { type DType, isFloat, isInteger } from '../../dtype.ts';
import { DTypeError } from '../../errors.ts';
import type { AnyTensor } from '../../tensor.ts';

const need =
  (accepts: (dtype: DType) => boolean, wanted: string, remedy: string) =>
  (operation: string, x: AnyTensor): void => {
    if (!accepts(x.dtype)) throw new DTypeError(`${operation}: needs ${wanted}, got ${x.dtype}: ${remedy} it first`);
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
  for (const { dtype } of others) {
    if (dtype !== first.dtype)
      throw new DTypeError(`${operation}: dtypes differ, ${first.dtype} and ${dtype}: convert one of them`);
  }
};
