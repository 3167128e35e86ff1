/**
 * Axes of a tensor.
 */
import * as fc from 'fast-check';

/** How many axes, and how they are counted. */
export interface AxesOptions {
  /** The smallest number of axes; 0 when left out. */
  readonly minLength?: number;
  /** The largest number of axes; all of them when left out. */
  readonly maxLength?: number;
  /** Whether some axes are counted from the end: -1 is the last one. */
  readonly negative?: boolean;
}

/**
 * Lists of different axes of a tensor of some rank, in any order. They shrink to fewer axes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { axes } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(axes(3), (some) => assert.equal(new Set(some).size, some.length)));
 * ```
 */
export const axes = (rank: number, options: AxesOptions = {}): fc.Arbitrary<readonly number[]> => {
  const { minLength = 0, maxLength = rank, negative = false } = options;
  const all = Array.from({ length: rank }, (_, axis) => axis);
  const chosen = fc.shuffledSubarray(all, { minLength, maxLength });
  if (!negative) return chosen;
  const fromEnd = fc.array(fc.boolean(), { minLength: rank, maxLength: rank });
  return fc.tuple(chosen, fromEnd).map(([some, flags]) => some.map((axis) => (flags[axis] === true ? axis - rank : axis)));
};
