/**
 * Neighbors of floating-point numbers.
 */
import type { Float } from '../dtype.ts';

/** The neighbor above a finite f64. IEEE 754 numbers of one sign are ordered like their bits. */
const above = (value: number): number => {
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
};

/** The neighbor above a finite f32. */
const aboveSingle = (value: number): number => {
  if (value === 0) return 2 ** -149;
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  view.setInt32(0, view.getInt32(0) + (value > 0 ? 1 : -1));
  return view.getFloat32(0);
};

/** The least float above a number. */
export const nextUp = (value: number, dtype: Float): number => {
  if (!Number.isFinite(value)) return value;
  return dtype === 'f64' ? above(value) : aboveSingle(Math.fround(value));
};

/** The greatest float below a number. */
export const nextDown = (value: number, dtype: Float): number => -nextUp(-value, dtype);
