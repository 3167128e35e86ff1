/** Functions of two tensors. */
import {
  bitwiseAnd,
  bitwiseOr,
  bitwiseXor,
  divide,
  greater,
  greaterEqual,
  lessEqual,
  logAddExp,
  logicalOr,
  logicalXor,
  minimum,
  notEqual,
  power,
  remainder,
  shiftLeft,
  shiftRightArithmetic,
  shiftRightLogical,
  subtract,
  type Dim,
  type DType,
  type Integer,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const [x, whole, flags] = [t(['batch', 10]), t(['batch', 10], 'i32'), t([3], 'bool')];

divide(x, t(['batch']));
divide(x, whole);
remainder(whole, t(['batch', 10], 'u32'));
remainder(t([4]), x);
power(flags, flags);
power(x, t(['batch', 9]));
minimum(t([2, 3]), t([3, 2]));
minimum(x, whole);
subtract(x, t(['time', 10]));
logAddExp(whole, whole);
logAddExp(x, t([1, 2]));
notEqual(x, t([3]));
notEqual(whole, x);
lessEqual(x, t(['time', 1]));
greater(x, t([9]));
greaterEqual(x, t([], 'f64'));
logicalOr(flags, x);
logicalXor(flags, t([2], 'bool'));
bitwiseOr(x, x);
bitwiseXor(whole, t([10], 'u32'));
bitwiseAnd(whole, t([3], 'i32'));
shiftLeft(x, 1);
shiftLeft(whole, t([10]));
shiftRightLogical(flags, flags);
shiftRightArithmetic(whole, t([9], 'i32'));
pipe(x, divide(t(['batch'])));
pipe(x, minimum(whole));
pipe(flags, logicalOr(t([2], 'bool')));
pipe(whole, shiftRightLogical(t([10], 'u32')));
pipe(x, greaterEqual(t([9])));

export const twoDims = <B extends Dim, C extends Dim>(y: Tensor<[B, 10]>, z: Tensor<[C, 10]>) => divide(y, z);
export const twoShapes = <S extends Shape, R extends Shape>(y: Tensor<S, 'bool'>, z: Tensor<R, 'bool'>) => logicalXor(y, z);
export const anyDType = <S extends Shape, D extends DType>(y: Tensor<S, D>) => power(y, y);
export const anyBits = <S extends Shape, D extends DType>(y: Tensor<S, D>) => shiftLeft(y, y);
export const twoIntegers = <I extends Integer>(y: Tensor<[4], I>, z: Tensor<[4], 'i32'>) => bitwiseOr(y, z);
