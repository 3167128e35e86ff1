/**
 * Literal numbers that are out of range, and lists that are too short or too long. What is only known to be a `number` is left to run time.
 */
import type { FromZeroToBelowOne } from '@cotangent/core/primitives';

/** A number above 0, or why it is none. */
export type Positive<F extends string, What extends string, N extends number> = `${N}` extends `-${string}` | '0'
  ? `${F}: ${What} is ${N}, expected a finite number above 0`
  : N;

/** A whole number of at least 1, or why it is none. */
export type Count<F extends string, What extends string, N extends number> = `${N}` extends
  | `-${string}`
  | '0'
  | `${string}.${string}`
  | `${string}e-${string}`
  ? `${F}: ${What} is ${N}, expected a whole number of at least 1`
  : N;

/** A number between 0 and 1, or why it is none. */
export type Share<F extends string, What extends string, N extends number> = number extends N
  ? N
  : `${N}` extends `0.${string}` | `${bigint}e-${string}`
    ? N
    : `${F}: ${What} is ${N}, expected a number between 0 and 1`;

/** A number from 0 up to, but not, 1, or why it is none. */
export type Fraction<F extends string, What extends string, N extends number> =
  FromZeroToBelowOne<`${N}`> extends true ? N : `${F}: ${What} is ${N}, expected a number from 0 up to, but not, 1`;

/** Steps `B` between the elements of `V`, or why they are not as many. Of lists of unknown length run time decides. */
export type Boundaries<F extends string, V extends readonly unknown[], B extends readonly number[]> = number extends
  | V['length']
  | B['length']
  ? B
  : V extends readonly [unknown, ...infer R]
    ? R['length'] extends B['length']
      ? B
      : `${F}: boundaries is an array of ${B['length']}, expected ${R['length']} rising steps, one between each two`
    : `${F}: values is an array of 0, expected an array of at least 1`;
