/** Functions of one tensor, of dtypes that have no such elements; and of what is no tensor, or more than one. */
import {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  bitwiseNot,
  cbrt,
  ceil,
  convert,
  cos,
  cosh,
  erf,
  erfInv,
  exp,
  expm1,
  floor,
  isFinite,
  isInfinite,
  isNaN,
  log,
  log10,
  log1p,
  log2,
  logicalNot,
  negate,
  reciprocal,
  round,
  rsqrt,
  sigmoid,
  sign,
  sin,
  sinh,
  sqrt,
  square,
  stopGradient,
  tan,
  tanh,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const [x, whole, flags] = [t(['batch', 10]), t(['batch', 10], 'i32'), t([3], 'bool')];

abs(flags);
acos(whole);
acosh(whole);
asin(whole);
asinh(flags);
atan(t([3], 'u32'));
atanh(whole);
bitwiseNot(x);
cbrt(whole);
ceil(whole);
cos(whole);
cosh(whole);
erf(whole);
erfInv(flags);
exp(whole);
expm1(whole);
floor(whole);
isFinite(whole);
isInfinite(flags);
isNaN(whole);
log(whole);
log10(t([], 'u32'));
log1p(whole);
log2(flags);
logicalNot(x);
negate(flags);
reciprocal(whole);
round(whole);
rsqrt(whole);
sigmoid(flags);
sign(flags);
sin(whole);
sinh(whole);
sqrt(whole);
square(flags);
tan(whole);
tanh(whole);
convert(x, 'f16');
pipe(whole, sqrt);
pipe(x, exp, isNaN, square);

export const logOfAny = <S extends Shape, D extends DType>(y: Tensor<S, D>) => log(y);
export const signOfAny = <S extends Shape, D extends DType>(y: Tensor<S, D>) => sign(y);
export const inverseOfAny = <D extends DType>(y: Tensor<[3], D>) => bitwiseNot(y);
export const otherShape = <S extends Shape, R extends Shape>(y: Tensor<S>): Tensor<R> => stopGradient(y);
export const otherDType = <S extends Shape>(y: Tensor<S, 'f64'>): Tensor<S> => square(y);
export const notConverted = <S extends Shape>(y: Tensor<S, 'i32'>): Tensor<S> => convert(y, 'f64');
