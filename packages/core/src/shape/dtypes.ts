/**
 * Checks on element types. A table indexed by the dtype decides inside generic bodies too: `Floats<F>[D]` is `unknown`, which
 * accepts everything, for each `D extends Float`.
 */
import type { DType } from '../dtype.ts';
import type { Box, Equal, Fails, Fits, Typed } from './dims.ts';

/** Accepts numbers. */
export interface Numbers<F extends string> {
  readonly f32: unknown;
  readonly f64: unknown;
  readonly i32: unknown;
  readonly u32: unknown;
  readonly bool: `${F}: needs numbers, got bool: convert it first`;
}

/** Accepts floats. */
export interface Floats<F extends string> {
  readonly f32: unknown;
  readonly f64: unknown;
  readonly i32: `${F}: needs floats, got i32: convert it first`;
  readonly u32: `${F}: needs floats, got u32: convert it first`;
  readonly bool: `${F}: needs floats, got bool: convert it first`;
}

/** Accepts integers. */
export interface Integers<F extends string> {
  readonly f32: `${F}: needs integers, got f32: convert it first`;
  readonly f64: `${F}: needs integers, got f64: convert it first`;
  readonly i32: unknown;
  readonly u32: unknown;
  readonly bool: `${F}: needs integers, got bool: convert it first`;
}

/** Accepts integers and booleans. */
export interface Bits<F extends string> {
  readonly f32: `${F}: needs integers or booleans, got f32: convert it first`;
  readonly f64: `${F}: needs integers or booleans, got f64: convert it first`;
  readonly i32: unknown;
  readonly u32: unknown;
  readonly bool: unknown;
}

/** Accepts booleans. */
export interface Booleans<F extends string> {
  readonly f32: `${F}: needs booleans, got f32: compare it first`;
  readonly f64: `${F}: needs booleans, got f64: compare it first`;
  readonly i32: `${F}: needs booleans, got i32: compare it first`;
  readonly u32: `${F}: needs booleans, got u32: compare it first`;
  readonly bool: unknown;
}

/** Which dtypes an operation accepts. */
export interface Accepts {
  readonly f32: unknown;
  readonly f64: unknown;
  readonly i32: unknown;
  readonly u32: unknown;
  readonly bool: unknown;
}

/** What a tensor has to be whose partner has the dtype `E`: `never` is a number's, and a number does not stand beside booleans. */
export type Beside<F extends string, E extends DType> = [E] extends [never] ? BesideNumber<F> : Accepts;

interface BesideNumber<F extends string> {
  readonly f32: unknown;
  readonly f64: unknown;
  readonly i32: unknown;
  readonly u32: unknown;
  readonly bool: `${F}: a number beside a bool tensor: convert the tensor first`;
}

/** A number beside a tensor of dtype `D`; beside booleans or another number, nothing. */
export interface NumberBeside {
  readonly f32: number;
  readonly f64: number;
  readonly i32: number;
  readonly u32: number;
  readonly bool: never;
}

/** Whether two operands have one dtype; `never` is that of a number, which takes the other's. */
export type DTypesAgree<F extends string, D extends DType, E extends DType> =
  Box<D | E> extends Box<D> | Box<E> ? Fits<[]> : Fails<`${F}: dtypes differ, ${D} and ${E}: convert one of them`>;

/** The common dtype of operands, or a message. */
export type CommonDType<F extends string, T extends readonly unknown[]> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? AllDType<F, H['dtype'], Rest>
  : never;

type AllDType<F extends string, D extends DType, T extends readonly unknown[]> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? Equal<D, H['dtype']> extends true
    ? AllDType<F, D, Rest>
    : `${F}: dtypes differ, ${D} and ${H['dtype']}: convert one of them`
  : true;

/** The dtype of operands that have one in common. */
export type DTypeOf<T extends readonly unknown[]> = T extends readonly [infer H extends Typed, ...unknown[]] ? H['dtype'] : never;
