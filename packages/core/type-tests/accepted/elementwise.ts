/** Functions of two tensors. */
import {
  atan2,
  bitwiseAnd,
  bitwiseOr,
  bitwiseXor,
  greaterEqual,
  less,
  lessEqual,
  logAddExp,
  logicalOr,
  logicalXor,
  minimum,
  notEqual,
  remainder,
  shiftLeft,
  shiftRightArithmetic,
  shiftRightLogical,
  type Dim,
  type Float,
  type Integer,
  type Numeric,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const [x, whole, flags] = [t(['n', 10]), t(['n', 10], 'i32'), t([10], 'bool')];

export const angles: Tensor<['n', 10]> = atan2(x, t(['n', 1]));
export const joined: Tensor<['n', 10]> = logAddExp(t([10]), minimum(x, 3));
export const rest: Tensor<['n', 10], 'i32'> = remainder(whole, 3);
export const masked: Tensor<['n', 10], 'i32'> = bitwiseOr(bitwiseAnd(whole, 7), bitwiseXor(whole, t([1], 'i32')));
export const shifted: Tensor<['n', 10], 'i32'> = pipe(
  whole,
  shiftLeft(2),
  shiftRightLogical(t([10], 'i32')),
  shiftRightArithmetic(1),
);
export const ordered: Tensor<['n', 10], 'bool'> = logicalXor(less(x, 1), lessEqual(t([10]), x));
export const flagged: Tensor<['n', 10], 'bool'> = logicalOr(flags, greaterEqual(x, 0));
export const other: Tensor<['n', 10], 'bool'> = pipe(x, notEqual(t([10])));
export const otherFlags: Tensor<[10], 'bool'> = notEqual(flags, flags);

// In generic bodies.
export const biased = <B extends Shape, N extends Dim, D extends Float>(
  y: Tensor<[...B, N], D>,
  z: Tensor<[N], D>,
): Tensor<[...B, N], D> => logAddExp(atan2(y, z), y);
export const least = <S extends Shape, D extends Numeric>(y: Tensor<S, D>): Tensor<S, D> => minimum(remainder(y, 3), y);
export const bits = <S extends Shape, D extends Integer>(y: Tensor<S, D>): Tensor<S, D> =>
  bitwiseXor(bitwiseAnd(y, shiftLeft(y, 1)), bitwiseOr(y, 1));
export const inside = <S extends Shape>(y: Tensor<S>): Tensor<S, 'bool'> => logicalOr(lessEqual(y, -1), greaterEqual(y, 1));
export const outside = <S extends Shape, D extends Float>(y: Tensor<S, D>, z: Tensor<[], D>): Tensor<S, 'bool'> =>
  logicalXor(less(y, z), notEqual(y, z));
