/**
 * Elementwise functions with their first two derivatives, read at a list of points.
 */
import { type AnyTensor, type Float, sum, type Tensor } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { grad } from '@cotangent/grad';

/** Numbers in a row. */
export type Points<D extends Float = 'f64'> = Tensor<['points'], D>;

/** Numbers as a tensor. */
export const pointsOf = <D extends Float>(points: readonly number[], dtype: D): Points<D> =>
  typed(P.constant(dtype === 'f32' ? Float32Array.from(points) : Float64Array.from(points), [points.length], dtype));

/** What a function gives at points, its derivative, and its second derivative. */
export interface Jet {
  readonly value: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

const read = (y: AnyTensor): readonly number[] => Array.from(y.toArray());

const derivative =
  <D extends Float>(f: (x: Points<D>) => AnyTensor): ((x: Points<D>) => Points<D>) =>
  (x) =>
    grad((y: Points<D>): Tensor<[], D> => sum(typed<['points'], D>(f(y))))(x);

/** A function and its derivatives at points, computed in a dtype. */
export const jet = <D extends Float>(f: (x: Points<D>) => AnyTensor, points: readonly number[], dtype: D): Jet => {
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
