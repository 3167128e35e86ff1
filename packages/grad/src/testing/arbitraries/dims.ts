/**
 * Dimensions: literal sizes and named ones.
 */
import { type Axis, dim } from '@cotangent/core';
import * as fc from 'fast-check';

/** Bounds of a dimension. */
export interface DimOptions {
  /** The smallest size; 1 when left out. */
  readonly min?: number;
  /** The largest size; 4 when left out. */
  readonly max?: number;
  /** A name for the dimension; a literal size when left out. */
  readonly name?: string;
}

/**
 * Dimensions: sizes from `min` to `max`, with a name when one is given. They shrink to smaller sizes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dims } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(dims({ max: 3 }), (size) => assert.ok(size === 1 || size === 2 || size === 3)));
 * ```
 */
export const dims = ({ min = 1, max = 4, name }: DimOptions = {}): fc.Arbitrary<Axis> =>
  // Whatever the name is: the type of the result does not tell.
  fc.integer({ min, max }).map((size) => (name === undefined ? size : dim(name as 'name', size)));
