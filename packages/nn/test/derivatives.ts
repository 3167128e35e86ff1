/**
 * Elementwise functions with their first two derivatives, read at a list of points.
 */
import { type AnyTensor, type Float, sum, type Tensor } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { grad } from '@cotangent/grad';

/** Numbers in a row. */
export type Points = Tensor<['points'], Float>;

/** Numbers as a tensor. */
export const pointsOf = (points: readonly number[], dtype: Float): Points =>
  typed(P.constant(dtype === 'f32' ? Float32Array.from(points) : Float64Array.from(points), [points.length], dtype));

/** What a function gives at points, its derivative, and its second derivative. */
export interface Jet {
  readonly value: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

const read = (y: AnyTensor): readonly number[] => Array.from(y.toArray());

const derivative =
  (f: (x: Points) => AnyTensor): ((x: Points) => Points) =>
  (x) =>
    grad((y: Points): Tensor<[], Float> => sum(typed<['points'], Float>(f(y))))(x);

/** A function and its derivatives at points, computed in a dtype. */
export const jet = (f: (x: Points) => AnyTensor, points: readonly number[], dtype: Float): Jet => {
  const x = pointsOf(points, dtype);
  return { value: read(f(x)), first: read(derivative(f)(x)), second: read(derivative(derivative(f))(x)) };
};

/** How far two numbers may be apart: relative to the larger one, and absolutely near 0. Equal infinities and two NaN are together. */
export const apart = (found: number, expected: number, tolerance: number): boolean =>
  !(
    Object.is(found, expected) ||
    Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected)) ||
    found === expected
  );
