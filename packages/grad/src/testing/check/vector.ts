/**
 * Vectors of numbers.
 */

/** Position `index` of a vector; one past its end is NaN, which agrees with nothing. */
export const entry = (vector: Float64Array, index: number): number => vector[index] ?? Number.NaN;

/** `x + t v` */
export const along = (x: Float64Array, v: Float64Array, t: number): Float64Array =>
  x.map((value, index) => value + t * entry(v, index));

/** `sum of x_i y_i` */
export const dot = (x: Float64Array, y: Float64Array): number =>
  x.reduce((total, value, index) => total + value * entry(y, index), 0);

/** `sum of |x_i y_i|`: what the rounding error of `dot` is measured by. */
export const absoluteDot = (x: Float64Array, y: Float64Array): number =>
  x.reduce((total, value, index) => total + Math.abs(value * entry(y, index)), 0);

/** The vector with 1 at a position and 0 elsewhere. */
export const unit = (size: number, position: number): Float64Array => {
  const vector = new Float64Array(size);
  vector[position] = 1;
  return vector;
};

/** The numbers from 0 up to `size`. */
export const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);

/** The first position at which two vectors differ in their bits, apart from which NaN it is; -1 when there is none. */
export const firstDifference = (x: Float64Array, y: Float64Array): number =>
  x.length === y.length ? x.findIndex((value, index) => !Object.is(value, entry(y, index))) : Math.min(x.length, y.length);
