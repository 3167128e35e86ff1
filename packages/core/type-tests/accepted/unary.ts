/** Functions of one tensor keep its shape and dtype, or make booleans or another dtype of it. */
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
  type Dim,
  type DType,
  type Float,
  type Integer,
  type Numeric,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

export const whole: Tensor<['n'], 'i32'> = pipe(t(['n'], 'i32'), abs, sign, square, negate, bitwiseNot);
export const tests: Tensor<[2, 'n'], 'bool'> = pipe(t([2, 'n'], 'f64'), isFinite, logicalNot);
export const converted: Tensor<['n', 3], 'u32'> = convert(t(['n', 3], 'bool'), 'u32');

/** A function of tensors of floats, whatever their shape. */
type Elementwise = <S extends Shape, D extends Float>(x: Tensor<S, D>) => Tensor<S, D>;
export const roots: readonly Elementwise[] = [sqrt, rsqrt, cbrt, square, reciprocal];
export const logarithms: readonly Elementwise[] = [exp, expm1, log, log1p, log2, log10];
export const circular: readonly Elementwise[] = [sin, cos, tan, asin, acos, atan];
export const hyperbolic: readonly Elementwise[] = [sinh, cosh, tanh, asinh, acosh, atanh];
export const sigmoids: readonly Elementwise[] = [sigmoid, erf, erfInv];
export const steps: readonly Elementwise[] = [floor, ceil, round, stopGradient];

// In generic bodies.
export const distances = <S extends Shape, N extends Dim, D extends Float>(x: Tensor<[...S, N], D>): Tensor<[...S, N], D> =>
  sqrt(abs(log1p(square(x))));
export const magnitudes = <S extends Shape, D extends Numeric>(x: Tensor<S, D>): Tensor<S, D> => abs(negate(sign(x)));
export const bits = <S extends Shape, D extends Integer>(x: Tensor<S, D>): Tensor<S, D> => bitwiseNot(x);
export const missing = <S extends Shape, D extends Float>(x: Tensor<S, D>): Tensor<S, 'bool'> => logicalNot(isNaN(x));
export const bounded = <B extends Dim>(x: Tensor<[B, 3]>): Tensor<[B, 3], 'bool'> => isInfinite(x);
export const constant = <S extends Shape, D extends DType>(x: Tensor<S, D>): Tensor<S, D> => stopGradient(x);
export const widened = <S extends Shape, D extends DType>(x: Tensor<S, D>): Tensor<S, 'f64'> => convert(x, 'f64');
export const like = <S extends Shape, D extends DType, E extends DType>(x: Tensor<S, D>, y: Tensor<[], E>): Tensor<S, E> =>
  convert(x, y.dtype);
