/**
 * Elementwise functions of one tensor. Shape and dtype stay.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { Unwaiting } from '../shape/dataLast.ts';
import type { NoResult, Shape } from '../shape/dims.ts';
import type { DTypeIn, OtherDType } from '../shape/optional.ts';
import type { Floats, NoDType, Numbers, Operand, Takes } from '../shape/dtypes.ts';
import { type AnyTensor, checkTensor, type Expression, expressionOf, type Tensor, typed } from '../tensor.ts';
import { needFloats, needNumbers } from './untyped/dtypes.ts';
import { checkSurplus, unwaiting, withSignature } from './untyped/signature.ts';

/** An elementwise function of floats, named `F`. */
export interface FloatFunction<F extends string> {
  <S extends Shape, D extends DType = NoDType>(x: Tensor<S, D> & Takes<Floats<F>, D>): Tensor<S, D>;
}

/** An elementwise function of numbers, named `F`. */
export interface NumericFunction<F extends string> {
  <S extends Shape, D extends DType = NoDType>(x: Tensor<S, D> & Takes<Numbers<F>, D>): Tensor<S, D>;
}

type One = (x: AnyTensor) => Expression;

const checked =
  (need: (operation: string, x: AnyTensor) => void, operation: string, f: One): One =>
  (...operands) => {
    checkSurplus(operation, 1, operands);
    const [x] = operands;
    need(operation, x);
    return f(x);
  };

const ofFloats = <F extends string>(operation: F, f: One): FloatFunction<F> => withSignature(checked(needFloats, operation, f));
const ofNumbers = <F extends string>(operation: F, f: One): NumericFunction<F> =>
  withSignature(checked(needNumbers, operation, f));

/**
 * The negative of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { negate, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(negate(tensor([1, -2])).toNested(), [-1, 2]);
 * ```
 */
export const negate: NumericFunction<'negate'> = ofNumbers('negate', P.negate);

/**
 * The absolute value of each element. The derivative at 0 is 0: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { abs, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(abs(tensor([1, -2])).toNested(), [1, 2]);
 * ```
 */
export const abs: NumericFunction<'abs'> = ofNumbers('abs', P.abs);

/**
 * -1, 0 or 1 after the sign of each element. The derivative is 0 everywhere: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sign, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(sign(tensor([3, -2])).toNested(), [1, -1]);
 * ```
 */
export const sign: NumericFunction<'sign'> = ofNumbers('sign', P.sign);

/**
 * e to the power of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { exp, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(exp(tensor([0])).toNested(), [1]);
 * ```
 */
export const exp: FloatFunction<'exp'> = ofFloats('exp', P.exp);

/**
 * `exp(x) - 1`, accurate near 0: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { expm1, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(expm1(tensor([0])).toNested(), [0]);
 * ```
 */
export const expm1: FloatFunction<'expm1'> = ofFloats('expm1', P.expm1);

/**
 * The natural logarithm of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { log, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(log(tensor([1])).toNested(), [0]);
 * ```
 */
export const log: FloatFunction<'log'> = ofFloats('log', P.log);

/**
 * `log(1 + x)`, accurate near 0: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { log1p, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(log1p(tensor([0])).toNested(), [0]);
 * ```
 */
export const log1p: FloatFunction<'log1p'> = ofFloats('log1p', P.log1p);

/**
 * The square root of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sqrt, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(sqrt(tensor([4, 9])).toNested(), [2, 3]);
 * ```
 */
export const sqrt: FloatFunction<'sqrt'> = ofFloats('sqrt', P.sqrt);

/**
 * `1 / sqrt(x)` of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { rsqrt, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(rsqrt(tensor([4])).toNested(), [0.5]);
 * ```
 */
export const rsqrt: FloatFunction<'rsqrt'> = ofFloats('rsqrt', P.rsqrt);

/**
 * The cube root of each element, also of negative ones: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { cbrt, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(cbrt(tensor([8, -27])).toNested(), [2, -3]);
 * ```
 */
export const cbrt: FloatFunction<'cbrt'> = ofFloats('cbrt', P.cbrt);

/**
 * The sine of each element, in radians: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sin, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(sin(tensor([0])).toNested(), [0]);
 * ```
 */
export const sin: FloatFunction<'sin'> = ofFloats('sin', P.sin);

/**
 * The cosine of each element, in radians: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { cos, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(cos(tensor([0])).toNested(), [1]);
 * ```
 */
export const cos: FloatFunction<'cos'> = ofFloats('cos', P.cos);

/**
 * The tangent of each element, in radians: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tan, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(tan(tensor([0])).toNested(), [0]);
 * ```
 */
export const tan: FloatFunction<'tan'> = ofFloats('tan', P.tan);

/**
 * The inverse sine of each element, in radians: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { asin, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(asin(tensor([0])).toNested(), [0]);
 * ```
 */
export const asin: FloatFunction<'asin'> = ofFloats('asin', P.asin);

/**
 * The inverse cosine of each element, in radians: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { acos, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(acos(tensor([1])).toNested(), [0]);
 * ```
 */
export const acos: FloatFunction<'acos'> = ofFloats('acos', P.acos);

/**
 * The inverse tangent of each element, in radians: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { atan, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(atan(tensor([0])).toNested(), [0]);
 * ```
 */
export const atan: FloatFunction<'atan'> = ofFloats('atan', P.atan);

/**
 * The hyperbolic sine of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sinh, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(sinh(tensor([0])).toNested(), [0]);
 * ```
 */
export const sinh: FloatFunction<'sinh'> = ofFloats('sinh', P.sinh);

/**
 * The hyperbolic cosine of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { cosh, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(cosh(tensor([0])).toNested(), [1]);
 * ```
 */
export const cosh: FloatFunction<'cosh'> = ofFloats('cosh', P.cosh);

/**
 * The hyperbolic tangent of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tanh, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(tanh(tensor([0])).toNested(), [0]);
 * ```
 */
export const tanh: FloatFunction<'tanh'> = ofFloats('tanh', P.tanh);

/**
 * The inverse hyperbolic sine of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { asinh, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(asinh(tensor([0])).toNested(), [0]);
 * ```
 */
export const asinh: FloatFunction<'asinh'> = ofFloats('asinh', P.asinh);

/**
 * The inverse hyperbolic cosine of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { acosh, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(acosh(tensor([1])).toNested(), [0]);
 * ```
 */
export const acosh: FloatFunction<'acosh'> = ofFloats('acosh', P.acosh);

/**
 * The inverse hyperbolic tangent of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { atanh, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(atanh(tensor([0])).toNested(), [0]);
 * ```
 */
export const atanh: FloatFunction<'atanh'> = ofFloats('atanh', P.atanh);

/**
 * The logistic function `1 / (1 + exp(-x))` of each element, accurate in both tails: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sigmoid, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(sigmoid(tensor([0])).toNested(), [0.5]);
 * ```
 */
export const sigmoid: FloatFunction<'sigmoid'> = ofFloats('sigmoid', P.logistic);

/**
 * The error function of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { erf, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(erf(tensor([0])).toNested(), [0]);
 * ```
 */
export const erf: FloatFunction<'erf'> = ofFloats('erf', P.erf);

/**
 * The inverse error function of each element, infinite at -1 and 1: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { erfInv, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(erfInv(tensor([0])).toNested(), [0]);
 * ```
 */
export const erfInv: FloatFunction<'erfInv'> = ofFloats('erfInv', P.erfInv);

/**
 * The largest whole number not above each element. The derivative is 0: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { floor, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(floor(tensor([1.5, -1.5])).toNested(), [1, -2]);
 * ```
 */
export const floor: FloatFunction<'floor'> = ofFloats('floor', P.floor);

/**
 * The smallest whole number not below each element. The derivative is 0: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { ceil, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(ceil(tensor([1.5, -1.5])).toNested(), [2, -1]);
 * ```
 */
export const ceil: FloatFunction<'ceil'> = ofFloats('ceil', P.ceil);

/**
 * The nearest whole number, halves to the even one. The derivative is 0: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { round, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(round(tensor([1.5, 2.5])).toNested(), [2, 2]);
 * ```
 */
export const round: FloatFunction<'round'> = ofFloats('round', P.round);

/**
 * The square of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { square, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(square(tensor([3])).toNested(), [9]);
 * ```
 */
export const square: NumericFunction<'square'> = ofNumbers('square', (x) => P.multiply(x, x));

/**
 * `1 / x` of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { reciprocal, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(reciprocal(tensor([4])).toNested(), [0.25]);
 * ```
 */
export const reciprocal: FloatFunction<'reciprocal'> = ofFloats('reciprocal', (x) => P.divide(P.fillLike(x, 1), x));

/**
 * The logarithm to base 2 of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { log2, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(log2(tensor([1, 8])).toNested(), [0, 3]);
 * ```
 */
export const log2: FloatFunction<'log2'> = ofFloats('log2', (x) => P.divide(P.log(x), P.fillLike(x, Math.LN2)));

/**
 * The logarithm to base 10 of each element: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { log10, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(log10(tensor([1])).toNested(), [0]);
 * ```
 */
export const log10: FloatFunction<'log10'> = ofFloats('log10', (x) => P.divide(P.log(x), P.fillLike(x, Math.LN10)));

/**
 * The same value with derivative 0: `[...S] -> [...S]`, of any dtype.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, scalar, stopGradient, type Tensor } from '@cotangent/core';
 * import { grad } from '@cotangent/grad';
 *
 * const f = (x: Tensor<[]>) => multiply(x, stopGradient(x));
 * assert.equal(grad(f)(scalar(3)).item(), 3);
 * ```
 */
export const stopGradient = <S extends Shape, D extends DType = NoDType>(
  x: Tensor<S, D> & Operand<'stopGradient', D>,
): Tensor<S, D> => typed(P.stopGradient(checkTensor('stopGradient', x)));

/**
 * The same elements in another dtype: `[...S] -> [...S]`.
 *
 * Floats become integers toward zero, within the bounds of the integer type, NaN becomes 0; anything but 0 becomes true. This is the only
 * way from one dtype to another: nothing is promoted silently.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { convert, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(convert(tensor([1.7, -1.7]), 'i32').toNested(), [1, -1]);
 * ```
 */
export const convert: {
  (dtype: Unwaiting<'convert', "convert(x, 'i32')">): NoResult;
  <S extends Shape, const E extends DType>(
    x: AnyTensor & { readonly shape: S },
    dtype: DTypeIn<OtherDType<'convert'>, E>,
  ): Tensor<S, E>;
} = withSignature(
  unwaiting('convert', 2, "convert(x, 'i32')", (x: AnyTensor, dtype: DType) =>
    expressionOf(P.convert(checkTensor('convert', x), dtype)),
  ),
);
