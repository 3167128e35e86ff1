/**
 * Matrix products at run time, with the messages of `shape/`.
 */
import { type Axes, nameOf, sameAxis, showShape } from '../../dim.ts';
import { DTypeError, ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, type Expression, expressionOf } from '../../tensor.ts';
import { broadcastAxes, stretch } from './broadcast.ts';
import { range } from './axes.ts';

const check = (operation: string, x: AnyTensor, y: AnyTensor): void => {
  if (x.dtype !== y.dtype) throw new DTypeError(`${operation}: dtypes differ, ${x.dtype} and ${y.dtype}: convert one of them`);
};

const inner = (x: AnyTensor, y: AnyTensor): void => {
  const [a, b] = [axesOf(x).at(-1), axesOf(y).at(-2)];
  if (a === undefined || b === undefined) throw new ShapeError(`matmul: needs two axes or more, ${showShape(x.shape)} x ${showShape(y.shape)}`);
  if (!sameAxis(a, b)) {
    throw new ShapeError(`matmul: inner dims differ, ${showShape(x.shape)} x ${showShape(y.shape)}: ${nameOf(a)} vs ${nameOf(b)}`);
  }
};

/** `[...B, M, K] x [...B, K, N] -> [...B, M, N]`; a right operand `[K, N]` serves every leading dimension of the left. */
export const matmul = (x: AnyTensor, y: AnyTensor): Expression => {
  check('matmul', x, y);
  inner(x, y);
  if (y.rank === 2) return P.dotGeneral(x, y, { contract: [[x.rank - 1], [0]], batch: [[], []] });
  const leading = (z: AnyTensor): Axes => axesOf(z).slice(0, -2);
  const shared = broadcastAxes('matmul', leading(x), leading(y));
  const spread = (z: AnyTensor): Expression => stretch(expressionOf(z), [...shared, ...axesOf(z).slice(-2)]);
  const batch = range(shared.length);
  return P.dotGeneral(spread(x), spread(y), { contract: [[batch.length + 1], [batch.length]], batch: [batch, batch] });
};
