/**
 * Pairs of shapes that broadcast with each other.
 */
import * as fc from 'fast-check';
import { shapes, type ShapeOptions } from './shapes.ts';

/** What becomes of one axis of the common shape in the two operands. */
type Fate = 'both' | 'left stretched' | 'right stretched';

const fates = fc.constantFrom<Fate>('both', 'left stretched', 'right stretched');

/** Leading axes of one operand that the other lacks altogether. */
interface Missing {
  readonly left: boolean;
  readonly count: number;
}

/**
 * Pairs of shapes that broadcast, after NumPy, to a common shape within the bounds. They shrink to equal scalars.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { broadcastableShapes } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * const fits = (a?: number, b?: number) => a === undefined || b === undefined || a === b || a === 1 || b === 1;
 * fc.assert(
 *   fc.property(broadcastableShapes(), ([left, right]) => {
 *     for (const axis of [-1, -2, -3]) assert.ok(fits(left.at(axis), right.at(axis)));
 *   }),
 * );
 * ```
 */
export const broadcastableShapes = (
  options: ShapeOptions = {},
): fc.Arbitrary<readonly [left: readonly number[], right: readonly number[]]> =>
  shapes(options).chain((common) => {
    const missing: fc.Arbitrary<Missing> = fc.record({ count: fc.nat({ max: common.length }), left: fc.boolean() });
    return fc
      .tuple(fc.array(fates, { minLength: common.length, maxLength: common.length }), missing)
      .map(([fate, { left, count }]) => {
        const stretched = (which: Fate): readonly number[] => common.map((size, axis) => (fate[axis] === which ? 1 : size));
        const [a, b] = [stretched('left stretched'), stretched('right stretched')];
        return left ? [a.slice(count), b] : [a, b.slice(count)];
      });
  });
