/**
 * The transpose of `dotGeneral` in either operand: another `dotGeneral`, and a transposition of its axes.
 */
import type { AnyTensor } from '@cotangent/core';
import { type DotAxes, P } from '@cotangent/core/primitives';
import { refuseBoth } from './notLinear.ts';
import { at, type TransposeRule } from './site.ts';

/** One operand's axes: what it shares with the other one, what it sums over with it, what is its own. */
interface Role {
  readonly batch: readonly number[];
  readonly contract: readonly number[];
  readonly free: readonly number[];
}

const role = (x: AnyTensor, batch: readonly number[], contract: readonly number[]): Role => ({
  batch,
  contract,
  free: x.sizes.map((_, axis) => axis).filter((axis) => !batch.includes(axis) && !contract.includes(axis)),
});

const range = (from: number, length: number): readonly number[] => Array.from({ length }, (_, index) => from + index);

/** Axis `i` of `x` goes to `order[i]`. */
const placed = (x: AnyTensor, order: readonly number[]): AnyTensor =>
  order.every((axis, index) => axis === index)
    ? x
    : P.transpose(
        x,
        order.map((_, axis) => order.indexOf(axis)),
      );

/**
 * The cotangent of one operand, from that of the result and the other operand.
 *
 * Over the result's axes `[batch, left free, right free]`: batch runs along, the other's free axes are summed. There come out
 * batch, own free axes, and the other's contracted axes in rising order, whose partners are the operand's own contracted axes.
 */
const cotangentOf = (cotangent: AnyTensor, own: Role, other: AnyTensor, others: Role, free: readonly number[]): AnyTensor => {
  const product = P.dotGeneral(cotangent, other, {
    contract: [free, others.free],
    batch: [range(0, own.batch.length), others.batch],
  });
  const partners = others.contract
    .map((axis, index) => [axis, at(own.contract, index)] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, partner]) => partner);
  return placed(product, [...own.batch, ...own.free, ...partners]);
};

/** `dL/dx` and `dL/dy` of `z = dot(x, y)`. */
export const transposeDotGeneral: TransposeRule<'dotGeneral'> = ({
  operands,
  linear: [inLeft, inRight],
  cotangents,
  attributes,
}) => {
  refuseBoth('dotGeneral', inLeft, inRight);
  const [x, y, cotangent] = [at(operands, 0), at(operands, 1), at(cotangents, 0)];
  const { contract, batch }: DotAxes = attributes;
  const [left, right] = [role(x, batch[0], contract[0]), role(y, batch[1], contract[1])];
  const leftFree = range(batch[0].length, left.free.length);
  const rightFree = range(batch[0].length + left.free.length, right.free.length);
  return [
    inLeft === true ? cotangentOf(cotangent, left, y, right, rightFree) : undefined,
    inRight === true ? cotangentOf(cotangent, right, x, left, leftFree) : undefined,
  ];
};
