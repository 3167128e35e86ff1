/**
 * Matrix products at run time, with the messages of `shape/matmul.ts`.
 */
import { agree, type Axes, type Axis, checkNames, showShape } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, checkTensor, type Expression, expressionOf } from '../../tensor.ts';
import { difference, range } from './axes.ts';
import { broadcastAxes, stretch } from './broadcast.ts';
import { needSame } from './dtypes.ts';

const checkInner = (operation: string, x: AnyTensor, y: AnyTensor, a: Axis | undefined, b: Axis | undefined): void => {
  const shapes = `${showShape(x.shape)} x ${showShape(y.shape)}`;
  if (a === undefined || b === undefined) throw new ShapeError(`${operation}: needs vectors or matrices, got ${shapes}`);
  if (!agree(a, b)) throw new ShapeError(`${operation}: inner dims differ, ${shapes}: ${difference(a, b)}`);
};

const checkSame = (operation: string, x: AnyTensor, y: AnyTensor): void => {
  checkNames(operation, [expressionOf(x), expressionOf(y)]);
  needSame(operation, x, [y]);
};

/** Contracts the last axis of the left with one of the right, the only batch axes being those in front. */
const contract = (x: AnyTensor, y: AnyTensor, axis: number, batch: number): Expression =>
  P.dotGeneral(x, y, { contract: [[x.rank - 1], [axis]], batch: [range(batch), range(batch)] });

/** The batch axes of a product: those before the last two, broadcast. */
const sharedAxes = (x: AnyTensor, y: AnyTensor): Axes => {
  const whole = [axesOf(x), axesOf(y)] as const;
  return broadcastAxes('matmul', whole[0].slice(0, -2), whole[1].slice(0, -2), whole);
};

const batched = (x: AnyTensor, y: AnyTensor, shared: Axes): Expression => {
  const spread = (z: AnyTensor): Expression => stretch(expressionOf(z), [...shared, ...axesOf(z).slice(-2)]);
  return contract(spread(x), spread(y), shared.length, shared.length);
};

/** A row times a stack of matrices: `[K] x [...B, K, N] -> [...B, N]`. */
const rowTimes = (x: AnyTensor, y: AnyTensor): Expression =>
  P.dotGeneral(y, x, { contract: [[y.rank - 2], [0]], batch: [[], []] });

/** `[...A, M, K] x [...B, K, N] -> [...broadcast(A, B), M, N]`; a vector is a row on the left, a column on the right. */
export const matmul = (x: AnyTensor, y: AnyTensor): Expression => {
  const [left, right] = [checkTensor('matmul', x), checkTensor('matmul', y)];
  checkInner('matmul', x, y, left.axes.at(-1), right.axes.at(y.rank === 1 ? -1 : -2));
  const shared = x.rank > 1 && y.rank > 2 ? sharedAxes(x, y) : undefined;
  checkSame('matmul', x, y);
  if (y.rank <= 2) return contract(x, y, 0, 0);
  return shared === undefined ? rowTimes(x, y) : batched(x, y, shared);
};

const checkVectors = (operation: string, x: AnyTensor, y: AnyTensor): void => {
  const ranks = [x, y].map((operand) => checkTensor(operation, operand).rank);
  if (ranks.some((rank) => rank !== 1))
    throw new ShapeError(`${operation}: needs two vectors, got ${showShape(x.shape)} x ${showShape(y.shape)}`);
};

/** `[N] x [N] -> []`. */
export const dot = (x: AnyTensor, y: AnyTensor): Expression => {
  checkVectors('dot', x, y);
  checkInner('dot', x, y, axesOf(x)[0], axesOf(y)[0]);
  checkSame('dot', x, y);
  return contract(x, y, 0, 0);
};

/** `[N] x [M] -> [N, M]`. */
export const outer = (x: AnyTensor, y: AnyTensor): Expression => {
  checkVectors('outer', x, y);
  checkSame('outer', x, y);
  return P.dotGeneral(x, y, { contract: [[], []], batch: [[], []] });
};
