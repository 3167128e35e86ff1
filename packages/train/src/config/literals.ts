/**
 * Literal numbers that are out of range. What is only known to be a `number` is left to run time.
 */

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
