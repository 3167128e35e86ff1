/**
 * Elementwise functions with a derivative of their own, for where the derivative of the formula is not the formula of the derivative:
 * at kinks, where terms cancel, and where infinities meet zeros.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Expression, P } from '@cotangent/core/primitives';
import { customJvp } from '@cotangent/grad';

/** A function of a tensor that keeps shape and dtype. */
export type Pointwise = (x: AnyTensor) => Expression;

/**
 * `value` with the derivative `slope`: `value(x + t) = value(x) + slope(x) t` for small t.
 *
 * Both are written in primitives, so the second derivative is that of `slope`. `name` is what printed programs call it.
 */
export const withDerivative = (name: string, value: Pointwise, slope: Pointwise): Pointwise =>
  customJvp(
    Object.defineProperty((x: AnyTensor) => value(x), 'name', { value: name }),
    ([x], [t]) => P.multiply(slope(x), t),
  );

/** A number beside a tensor, in its shape and dtype. */
export const number = (x: AnyTensor, value: number): Expression => P.fillLike(x, value);

/** `x` kept between two numbers, with derivative 1 at both. NaN is in neither's reach and stays NaN, as does its derivative. */
export const clamp = (x: AnyTensor, low: number, high: number): Expression => {
  const [least, most] = [number(x, low), number(x, high)];
  return P.select(P.greater(x, most), most, P.select(P.less(x, least), least, x));
};
