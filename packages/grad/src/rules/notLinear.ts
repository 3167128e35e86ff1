/**
 * What a map that is not linear gets in place of a transpose: most often a custom rule that is not linear in its tangents.
 */
import { TraceError } from '@cotangent/core';

/** The error for a primitive that stands where only linear maps have a transpose. */
export const notLinear = (primitive: string, why: string): TraceError =>
  new TraceError(`linearTranspose: ${primitive} is not linear here: ${why}; only linear functions have a transpose`);

/** Throws `TraceError` when both factors of a product vary. */
export const refuseBoth = (primitive: string, left: boolean | undefined, right: boolean | undefined): void => {
  if (left === true && right === true) throw notLinear(primitive, 'both of its operands vary');
};
