/**
 * Integer arithmetic on one element of i32 or u32. Results are taken modulo 2^32 where they are stored.
 *
 * What has no mathematical answer is as in XLA: dividing by zero gives -1 (all bits set), the remainder by zero is the dividend,
 * -2^31 / -1 wraps around to -2^31, and shifting by 32 or more (or by a negative number) shifts everything out.
 */

/** The quotient, toward zero. A float64 quotient of 32-bit integers never rounds across an integer. */
export const divide = (x: number, y: number): number => (y === 0 ? -1 : Math.trunc(x / y));

/** The remainder, with the sign of the dividend. */
export const remainder = (x: number, y: number): number => (y === 0 ? x : x % y);

const reciprocalPower = (x: number, exponent: number): number => {
  if (x === 1) return 1;
  return x === -1 ? 1 + 2 * (exponent % 2) : 0;
};

/** x^exponent by repeated squaring; a negative exponent gives the truncated reciprocal, 0 unless x is 1 or -1. */
export const power = (x: number, exponent: number): number => {
  if (exponent < 0) return reciprocalPower(x, exponent);
  let result = 1;
  for (let rest = exponent, square = x; rest > 0; rest = Math.floor(rest / 2), square = Math.imul(square, square)) {
    if (rest % 2 === 1) result = Math.imul(result, square);
  }
  return result;
};

const shiftsOut = (y: number): boolean => y >>> 0 > 31;

/** Zeros come in from the right. */
export const shiftLeft = (x: number, y: number): number => (shiftsOut(y) ? 0 : x << y);

/** Zeros come in from the left. */
export const shiftRightLogical = (x: number, y: number): number => (shiftsOut(y) ? 0 : x >>> y);

/** Copies of the topmost bit come in from the left, for u32 too. */
export const shiftRightArithmetic = (x: number, y: number): number => (shiftsOut(y) ? x >> 31 : x >> y);
