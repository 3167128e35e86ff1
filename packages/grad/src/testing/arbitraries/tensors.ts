/**
 * Tensors of a shape, their elements from a domain.
 */
import type { Axis, DType, Tensor, TypedArray } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import type * as fc from 'fast-check';
import { type Domain, real } from './domain.ts';

const sizeOf = (axis: Axis): number => (typeof axis === 'number' ? axis : axis.size);

const arrays: { readonly [D in DType]: (values: readonly number[]) => TypedArray } = {
  f32: (values) => Float32Array.from(values),
  f64: (values) => Float64Array.from(values),
  i32: (values) => Int32Array.from(values),
  u32: (values) => Uint32Array.from(values),
  bool: (values) => Uint8Array.from(values),
};

/** The shape of a list of axes: names and literal sizes. */
type ShapeOf<A extends readonly Axis[]> = {
  -readonly [I in keyof A]: A[I] extends { readonly name: infer N extends number | string }
    ? N
    : A[I] extends number
      ? A[I]
      : number | string;
};

/**
 * Tensors of a shape with elements from a domain, `real` when none is given. They shrink to elements nearer to 0.
 *
 * The shape is a list of literal sizes and tokens of named dimensions. Shapes that are themselves drawn: `shapes().chain(tensors)`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { positive, shapes, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(tensors([2, 3], positive), (x) => assert.ok(x.toArray().every((element) => element > 0))));
 * fc.assert(fc.property(shapes().chain((shape) => tensors(shape)), (x) => assert.ok(x.rank <= 3)));
 * ```
 */
export const tensors = <const A extends readonly Axis[], D extends DType = 'f64'>(
  shape: A,
  domain?: Domain<D>,
): fc.Arbitrary<Tensor<ShapeOf<A>, D>> => {
  const { dtype, elements }: Domain = domain ?? real;
  const count = shape.reduce<number>((product, axis) => product * sizeOf(axis), 1);
  // The domain's dtype and the shape are what the type says.
  return elements(count).map((values) => typed(P.constant(arrays[dtype](values), shape, dtype)));
};
