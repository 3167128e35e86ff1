/**
 * The batch axis: always in front.
 */
import type { AnyTensor, Axis } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import type { Batched } from './site.ts';

/** `n` to `n + 1`: where an axis is when a batch axis has come in front. */
export const after = (axes: readonly number[]): readonly number[] => axes.map((axis) => axis + 1);

/** The axes of a batch of tensors with the axes of `x`. */
const leadingAxes = (x: AnyTensor, axis: Axis): readonly Axis[] => [axis, ...axesOf(x)];

/** A batch of the same tensor. */
export const repeated = (x: AnyTensor, axis: Axis): AnyTensor =>
  P.broadcastInDim(
    x,
    leadingAxes(x, axis),
    Array.from({ length: x.rank }, (_, index) => index + 1),
  );

/** All tensors batched. */
export const allBatched = ({ tensors, batched }: Batched, axis: Axis): readonly AnyTensor[] =>
  tensors.map((x, index) => (batched[index] === true ? x : repeated(x, axis)));

/** An axis put in front, the others keeping their order. */
export const movedToFront = (x: AnyTensor, axis: number): AnyTensor =>
  axis === 0 ? x : P.transpose(x, frontOrder(x.rank, axis));

const frontOrder = (rank: number, axis: number): readonly number[] => [
  axis,
  ...Array.from({ length: rank }, (_, index) => index).filter((index) => index !== axis),
];

/** The leading axis put at a position. */
export const movedFromFront = (x: AnyTensor, axis: number): AnyTensor => {
  if (axis === 0) return x;
  const order = frontOrder(x.rank, axis);
  return P.transpose(
    x,
    order.map((_, index) => order.indexOf(index)),
  );
};

/** A single output that is batched. */
export const one = (x: AnyTensor): Batched => ({ tensors: [x], batched: [true] });
