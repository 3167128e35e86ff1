/**
 * Shapes of literal sizes.
 */
import * as fc from 'fast-check';

/** Bounds of a shape. */
export interface ShapeOptions {
  /** The smallest number of axes; 0 when left out. */
  readonly minRank?: number;
  /** The largest number of axes; 3 when left out. */
  readonly maxRank?: number;
  /** The smallest size of an axis; 1 when left out. */
  readonly minSize?: number;
  /** The largest size of an axis; 4 when left out. */
  readonly maxSize?: number;
  /** The largest number of elements; 32 when left out. */
  readonly maxElements?: number;
}

/** Cuts sizes down, from the last axis on, until their product is within bounds; keeps `minSize`. */
const within = (sizes: readonly number[], minSize: number, maxElements: number): readonly number[] => {
  const product = (list: readonly number[]): number => list.reduce((total, size) => total * size, 1);
  return sizes.reduceRight<readonly number[]>((cut, size, axis) => {
    const others = product(cut) / Math.max(1, size);
    return product(cut) <= maxElements ? cut : cut.with(axis, Math.max(minSize, Math.floor(maxElements / Math.max(1, others))));
  }, sizes);
};

/**
 * Shapes: lists of literal sizes. They shrink to fewer and smaller axes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { shapes } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(shapes({ maxRank: 2, maxSize: 3 }), (shape) => assert.ok(shape.length <= 2)));
 * ```
 */
export const shapes = (options: ShapeOptions = {}): fc.Arbitrary<readonly number[]> => {
  const { minRank = 0, maxRank = 3, minSize = 1, maxSize = 4, maxElements = 32 } = options;
  return fc
    .array(fc.integer({ min: minSize, max: maxSize }), { minLength: minRank, maxLength: maxRank })
    .map((sizes) => within(sizes, minSize, maxElements));
};
