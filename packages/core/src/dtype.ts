/**
 * Element types of tensors and the typed arrays that hold them.
 */

import { DTypeError } from './errors.ts';
import type { Refusal } from './shape/dims.ts';

/** An element type: 32- and 64-bit floats, signed and unsigned 32-bit integers, booleans. */
export type DType = 'f32' | 'f64' | 'i32' | 'u32' | 'bool';

/** The element types that have derivatives. */
export type Float = 'f32' | 'f64';

/** The integer element types. */
export type Integer = 'i32' | 'u32';

/** The element types that support arithmetic. */
export type Numeric = Float | Integer;

/** The typed array that holds each element type; booleans are bytes, 0 or 1. */
export interface ArrayOf {
  readonly f32: Float32Array;
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly bool: Uint8Array;
}

/** Any array that can hold a tensor's elements. */
export type TypedArray = ArrayOf[DType];

/** What one element of each dtype reads as in JavaScript. */
export type Scalar<D extends DType> = D extends 'bool' ? boolean : number;

const makers = {
  f32: (size: number) => new Float32Array(size),
  f64: (size: number) => new Float64Array(size),
  i32: (size: number) => new Int32Array(size),
  u32: (size: number) => new Uint32Array(size),
  bool: (size: number) => new Uint8Array(size),
} as const;

const floats: readonly Float[] = ['f32', 'f64'];
const integers: readonly Integer[] = ['i32', 'u32'];
const numerics: readonly Numeric[] = [...floats, ...integers];
const dtypes: readonly DType[] = [...numerics, 'bool'];

const among =
  <D extends DType>(accepted: readonly D[]) =>
  <E extends D>(operation: string, dtype: E | Refusal<never>): E => {
    // No value is a Refusal<never>.
    const given = dtype as E;
    if (accepted.includes(given)) return given;
    throw new DTypeError(`${operation}: the dtype is '${given}', not one of ${accepted.join(', ')}`);
  };

/** A dtype as an argument. Throws `DTypeError` for anything else, which only untyped callers can pass. */
export const checkDType: <D extends DType>(operation: string, dtype: D | Refusal<never>) => D = among(dtypes);

/** A dtype of numbers as an argument. Throws `DTypeError` for anything else, which only untyped callers can pass. */
export const checkNumeric: <D extends Numeric>(operation: string, dtype: D | Refusal<never>) => D = among(numerics);

/** A dtype of floats as an argument. Throws `DTypeError` for anything else, which only untyped callers can pass. */
export const checkFloat: <D extends Float>(operation: string, dtype: D | Refusal<never>) => D = among(floats);

/** A dtype of integers as an argument. Throws `DTypeError` for anything else, which only untyped callers can pass. */
export const checkInteger: <D extends Integer>(operation: string, dtype: D | Refusal<never>) => D = among(integers);

/** A zero-filled array for `size` elements of a dtype. */
export const makeArray = (dtype: DType, size: number): TypedArray => makers[checkDType('a tensor', dtype)](size);

/** Whether a dtype has derivatives. */
export const isFloat = (dtype: DType): dtype is Float => dtype === 'f32' || dtype === 'f64';

/** Whether a dtype is an integer type. */
export const isInteger = (dtype: DType): dtype is Integer => dtype === 'i32' || dtype === 'u32';

/** The dtype a typed array holds; a `Uint8Array` holds booleans. */
export const dtypeOfArray = (array: TypedArray): DType => {
  if (array instanceof Float32Array) return 'f32';
  if (array instanceof Float64Array) return 'f64';
  if (array instanceof Int32Array) return 'i32';
  if (array instanceof Uint32Array) return 'u32';
  return 'bool';
};
