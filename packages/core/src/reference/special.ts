/**
 * The error function and its inverse in float64, within 4 units in the last place.
 *
 * Formulas: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.5 (series) and 7.1.14 (continued fraction).
 */

const twoOverSqrtPi = 1.1283791670955126;
const twoOverSqrtPiLessOne = 0.1283791670955126;

/** Above this the complement, erfc = 1 - erf, is computed: in the tail it is the better known part. */
const tail = 0.8;

/** x^2 - (x^2 as rounded): Dekker's product (1971). */
const squareError = (x: number): number => {
  const scaled = 134217729 * x;
  const high = scaled - (scaled - x);
  const low = x - high;
  return high * high - x * x + 2 * high * low + low * low;
};

/** e^(-x^2), with the rounding error of x^2 made good. */
const gaussian = (x: number): number => Math.exp(-x * x) * (1 - squareError(x));

/**
 * erf x - x, where erf x = 2x/sqrt(pi) (1 - t/3 + t^2/(2! 5) - t^3/(3! 7) + ...), t = x^2. For |x| up to 0.8.
 *
 * A small part of x, so its rounding errors are small too.
 */
const excessOverX = (x: number): number => {
  const t = x * x;
  let sum = 0;
  for (let n = 1, power = -t; n <= 20; n++, power *= -t / n) sum += power / (2 * n + 1);
  return x * (twoOverSqrtPiLessOne + twoOverSqrtPi * sum);
};

/** erfc x = e^(-x^2)/sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))). For x from 0.8. */
const complement = (x: number): number => {
  let fraction = x;
  for (let n = Math.ceil(10 + 200 / (x * x)); n >= 1; n--) fraction = x + n / 2 / fraction;
  return (0.5 * twoOverSqrtPi * gaussian(x)) / fraction;
};

/** The error function, 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
export const erf = (x: number): number => {
  const size = Math.abs(x);
  if (size <= tail || Number.isNaN(x)) return x + excessOverX(x);
  // Beyond 6 the complement is less than half a unit in the last place of 1.
  return Math.sign(x) * (size > 6 ? 1 : 1 - complement(size));
};

/** Winitzki's closed form (2008), good to a few thousandths, for 0 < y < 1. */
const erfInvEstimate = (y: number): number => {
  const a = 0.147;
  const log = Math.log1p(-y * y);
  const half = 2 / (Math.PI * a) + log / 2;
  return Math.sqrt(-log / a / (Math.sqrt(half * half - log / a) + half));
};

/** erf x - y from differences of neighbors, which are exact: x - y, or 1 - y in the tail. */
const erfExcess = (x: number, y: number): number => (x <= tail ? x - y + excessOverX(x) : 1 - y - complement(x));

/** Halley's step for erf x = y; erf'' = -2x erf'. Each triples the number of right digits, and three are enough. */
const halley = (x: number, y: number): number => {
  const step = erfExcess(x, y) / (twoOverSqrtPi * gaussian(x));
  return x - step / (1 + x * step);
};

/** The inverse of the error function: infinite at -1 and 1, NaN outside. */
export const erfInv = (y: number): number => {
  const size = Math.abs(y);
  if (y === 0 || !(size < 1)) return size === 1 ? y * Infinity : y === 0 ? y : NaN;
  return Math.sign(y) * halley(halley(halley(erfInvEstimate(size), size), size), size);
};
