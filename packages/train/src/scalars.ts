/**
 * Scalars beside tensors: numbers known when the program is written, and tensors computed in it.
 *
 * Scalars that follow from the step, such as bias corrections, are computed in float64 and rounded to the dtype of the tensor
 * they meet: `1 - 0.999^t` in float32 would lose four digits.
 */
import type { AnyTensor, Tensor } from '@cotangent/core';
import { axesOf, P, typed } from '@cotangent/core/primitives';

/** The number of updates so far. */
export type Count = Tensor<[], 'i32'>;

/** A scalar: a number, or a float tensor without axes. */
export type ScalarValue = number | AnyTensor;

/** A scalar in the shape and dtype of a tensor. */
export const spread = (scalar: ScalarValue, like: AnyTensor): AnyTensor => {
  if (typeof scalar === 'number') return P.fillLike(like, scalar);
  const converted = P.convert(scalar, like.dtype);
  return like.rank === 0 ? converted : P.broadcastInDim(converted, axesOf(like), []);
};

/** A tensor times a scalar; times 1 it is the tensor itself. */
export const times = (x: AnyTensor, factor: ScalarValue): AnyTensor => (factor === 1 ? x : P.multiply(x, spread(factor, x)));

/** `x + factor * y`. */
export const addTimes = (x: AnyTensor, factor: ScalarValue, y: AnyTensor): AnyTensor => P.add(x, times(y, factor));

/** A constant among scalars. */
export const real = (value: number): AnyTensor => P.scalar(value, 'f64');

/** A scalar as a tensor, to compute with others. */
export const toReal = (scalar: ScalarValue): AnyTensor => (typeof scalar === 'number' ? real(scalar) : P.convert(scalar, 'f64'));

/** The negative of a scalar. */
export const negated = (scalar: ScalarValue): ScalarValue => (typeof scalar === 'number' ? -scalar : P.negate(scalar));

/** A count of no updates. */
export const zeroCount = (): Count => typed(P.scalar(0, 'i32'));

/** A count of one update more. */
export const increment = (count: Count): Count => typed(P.add(count, P.scalar(1, 'i32')));
