/**
 * Loops over the elements of arrays of equal length: every read is inside.
 *
 * V8 specializes a loop for no more than four kinds of arrays, so floats and whole numbers (integers, booleans) have loops of their
 * own. So have the commonest float operations: calling a function for each element costs ten times as much as an addition.
 */
import type { TypedArray } from '../dtype.ts';

/** A loop over one operand. */
export type Loop1 = (out: TypedArray, x: TypedArray) => void;

/** A loop over two operands. */
export type Loop2 = (out: TypedArray, x: TypedArray, y: TypedArray) => void;

/** A function of floats. */
export const floats1 =
  (f: (x: number) => number): Loop1 =>
  (out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number);
  };

/** A function of whole numbers. */
export const wholes1 =
  (f: (x: number) => number): Loop1 =>
  (out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number);
  };

/** A function from floats to whole numbers. */
export const floatsToWholes1 =
  (f: (x: number) => number): Loop1 =>
  (out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number);
  };

/** Floats to floats of any width. */
export const copyFloats: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i] = x[i] as number;
};

/** Whole numbers to floats. */
export const wholesToFloats: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i] = x[i] as number;
};

/** -x */
export const negateFloats: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i] = -(x[i] as number);
};

/** The square root. */
export const sqrtFloats: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(x[i] as number);
};

/** A function of two floats. */
export const floats2 =
  (f: (x: number, y: number) => number): Loop2 =>
  (out, x, y) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number, y[i] as number);
  };

/** A function of two whole numbers. */
export const wholes2 =
  (f: (x: number, y: number) => number): Loop2 =>
  (out, x, y) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number, y[i] as number);
  };

/** A comparison of floats, to booleans. */
export const compareFloats =
  (f: (x: number, y: number) => boolean): Loop2 =>
  (out, x, y) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number, y[i] as number) ? 1 : 0;
  };

/** A comparison of whole numbers, to booleans. */
export const compareWholes =
  (f: (x: number, y: number) => boolean): Loop2 =>
  (out, x, y) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number, y[i] as number) ? 1 : 0;
  };

/** x + y */
export const addFloats: Loop2 = (out, x, y) => {
  for (let i = 0; i < out.length; i++) out[i] = (x[i] as number) + (y[i] as number);
};

/** x - y */
export const subtractFloats: Loop2 = (out, x, y) => {
  for (let i = 0; i < out.length; i++) out[i] = (x[i] as number) - (y[i] as number);
};

/** x * y */
export const multiplyFloats: Loop2 = (out, x, y) => {
  for (let i = 0; i < out.length; i++) out[i] = (x[i] as number) * (y[i] as number);
};

/** x / y */
export const divideFloats: Loop2 = (out, x, y) => {
  for (let i = 0; i < out.length; i++) out[i] = (x[i] as number) / (y[i] as number);
};

/** The larger, NaN if either is. */
export const maximumFloats: Loop2 = (out, x, y) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.max(x[i] as number, y[i] as number);
};

/** Elements of x where the condition holds, of y elsewhere. */
export const selectFloats = (out: TypedArray, condition: TypedArray, x: TypedArray, y: TypedArray): void => {
  for (let i = 0; i < out.length; i++) out[i] = (condition[i] === 0 ? y[i] : x[i]) as number;
};

/** The same for whole numbers. */
export const selectWholes = (out: TypedArray, condition: TypedArray, x: TypedArray, y: TypedArray): void => {
  for (let i = 0; i < out.length; i++) out[i] = (condition[i] === 0 ? y[i] : x[i]) as number;
};
