/**
 * Pairwise summation (Higham 1993): an error that grows with the logarithm of the number of terms.
 */
import type { TypedArray } from '../dtype.ts';

/** Up to so many terms are added one after another, in four sums. */
const block = 128;

const sumBlock = (x: TypedArray, from: number, to: number): number => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    // Reads are inside x: to is at most its length.
    a += x[i] as number;
    b += x[i + 1] as number;
    c += x[i + 2] as number;
    d += x[i + 3] as number;
  }
  for (; i < to; i++) a += x[i] as number;
  return a + b + (c + d);
};

/** The sum of floats `from` to `to`, in float64. */
export const pairwiseSum = (x: TypedArray, from: number, to: number): number => {
  if (to - from <= block) return sumBlock(x, from, to);
  const middle = from + Math.floor((to - from) / 2);
  return pairwiseSum(x, from, middle) + pairwiseSum(x, middle, to);
};
