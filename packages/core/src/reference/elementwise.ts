/**
 * Elementwise kernels. Floats of both widths are computed in float64 and rounded once, where they are stored.
 */
import { type DType, isFloat, makeArray } from '../dtype.ts';
import type { Binary, Comparison, Unary } from '../primitives/attributes.ts';
import * as integer from './integer.ts';
import {
  binaryKernel,
  firstOperand,
  identityKernel,
  onlyOutput,
  type Row,
  type Rows,
  ternaryKernel,
  unaryKernel,
} from './kernel.ts';
import {
  addFloats,
  compareFloats,
  compareWholes,
  copyFloats,
  divideFloats,
  floats1,
  floats2,
  floatsToWholes1,
  maximumFloats,
  multiplyFloats,
  negateFloats,
  selectFloats,
  selectWholes,
  sqrtFloats,
  subtractFloats,
  wholes1,
  wholes2,
  wholesToFloats,
  type Loop1,
  type Loop2,
} from './loops.ts';
import { logistic, power, roundHalfToEven } from './scalar.ts';
import { erf, erfInv } from './special.ts';

const unary =
  (choose: (dtype: DType) => Loop1): Row<Unary | 'convert'> =>
  (equation) => {
    const { dtype, size } = onlyOutput(equation);
    const loop = choose(firstOperand(equation).dtype);
    return unaryKernel((x) => {
      const out = makeArray(dtype, size);
      loop(out, x);
      return out;
    });
  };

const binary =
  (choose: (dtype: DType) => Loop2): Row<Binary | Comparison> =>
  (equation) => {
    const { dtype, size } = onlyOutput(equation);
    const loop = choose(firstOperand(equation).dtype);
    return binaryKernel((x, y) => {
      const out = makeArray(dtype, size);
      loop(out, x, y);
      return out;
    });
  };

/** One loop for floats, one for integers and booleans. */
const either =
  <L>(floats: L, wholes: L) =>
  (dtype: DType): L =>
    isFloat(dtype) ? floats : wholes;

const float1 = (f: (x: number) => number): Row<Unary> => {
  const loop = floats1(f);
  return unary(() => loop);
};

const float2 = (f: (x: number, y: number) => number): Row<Binary> => {
  const loop = floats2(f);
  return binary(() => loop);
};

const whole2 = (f: (x: number, y: number) => number): Row<Binary> => {
  const loop = wholes2(f);
  return binary(() => loop);
};

const compare = (f: (x: number, y: number) => boolean): Row<Comparison> => binary(either(compareFloats(f), compareWholes(f)));

const select: Row<'select'> = (equation) => {
  const { dtype, size } = onlyOutput(equation);
  const loop = isFloat(dtype) ? selectFloats : selectWholes;
  return ternaryKernel((condition, onTrue, onFalse) => {
    const out = makeArray(dtype, size);
    loop(out, condition, onTrue, onFalse);
    return out;
  });
};

const isTrue = (x: number): number => (x === 0 ? 0 : 1);

/** Toward zero, to the nearest bound when out of range, NaN to 0. */
const saturate = (low: number, high: number): Loop1 =>
  floatsToWholes1((x) => (Number.isNaN(x) ? 0 : Math.trunc(Math.min(Math.max(x, low), high))));

const fromFloats: Readonly<Record<DType, Loop1>> = {
  f32: copyFloats,
  f64: copyFloats,
  i32: saturate(-(2 ** 31), 2 ** 31 - 1),
  u32: saturate(0, 2 ** 32 - 1),
  bool: floatsToWholes1(isTrue),
};

/** Between integers the bits are kept: storing wraps around. */
const fromWholes: Readonly<Record<DType, Loop1>> = {
  f32: wholesToFloats,
  f64: wholesToFloats,
  i32: wholes1((x) => x),
  u32: wholes1((x) => x),
  bool: wholes1(isTrue),
};

const convert: Row<'convert'> = (equation, compile) => {
  const { dtype } = equation.attributes;
  if (firstOperand(equation).dtype === dtype) return identityKernel;
  return unary(either(fromFloats[dtype], fromWholes[dtype]))(equation, compile);
};

const notBool = wholes1((x) => 1 - x);
const notInteger = wholes1((x) => ~x);

/** Kernels of elementwise operations. */
export const elementwise: Rows<Unary | Binary | Comparison | 'select' | 'convert'> = {
  negate: unary(
    either(
      negateFloats,
      wholes1((x) => -x),
    ),
  ),
  abs: unary(either(floats1(Math.abs), wholes1(Math.abs))),
  sign: unary(either(floats1(Math.sign), wholes1(Math.sign))),
  exp: float1(Math.exp),
  expm1: float1(Math.expm1),
  log: float1(Math.log),
  log1p: float1(Math.log1p),
  sqrt: unary(() => sqrtFloats),
  rsqrt: float1((x) => 1 / Math.sqrt(x)),
  cbrt: float1(Math.cbrt),
  sin: float1(Math.sin),
  cos: float1(Math.cos),
  tan: float1(Math.tan),
  asin: float1(Math.asin),
  acos: float1(Math.acos),
  atan: float1(Math.atan),
  sinh: float1(Math.sinh),
  cosh: float1(Math.cosh),
  tanh: float1(Math.tanh),
  asinh: float1(Math.asinh),
  acosh: float1(Math.acosh),
  atanh: float1(Math.atanh),
  logistic: float1(logistic),
  erf: float1(erf),
  erfInv: float1(erfInv),
  floor: float1(Math.floor),
  ceil: float1(Math.ceil),
  round: float1(roundHalfToEven),
  not: unary((dtype) => (dtype === 'bool' ? notBool : notInteger)),
  stopGradient: () => identityKernel,
  add: binary(
    either(
      addFloats,
      wholes2((x, y) => x + y),
    ),
  ),
  subtract: binary(
    either(
      subtractFloats,
      wholes2((x, y) => x - y),
    ),
  ),
  multiply: binary(either(multiplyFloats, wholes2(Math.imul))),
  divide: binary(either(divideFloats, wholes2(integer.divide))),
  remainder: binary(
    either(
      floats2((x, y) => x % y),
      wholes2(integer.remainder),
    ),
  ),
  power: binary(either(floats2(power), wholes2(integer.power))),
  maximum: binary(either(maximumFloats, wholes2(Math.max))),
  minimum: binary(either(floats2(Math.min), wholes2(Math.min))),
  atan2: float2(Math.atan2),
  and: whole2((x, y) => x & y),
  or: whole2((x, y) => x | y),
  xor: whole2((x, y) => x ^ y),
  shiftLeft: whole2(integer.shiftLeft),
  shiftRightLogical: whole2(integer.shiftRightLogical),
  shiftRightArithmetic: whole2(integer.shiftRightArithmetic),
  equal: compare((x, y) => x === y),
  notEqual: compare((x, y) => x !== y),
  less: compare((x, y) => x < y),
  lessEqual: compare((x, y) => x <= y),
  greater: compare((x, y) => x > y),
  greaterEqual: compare((x, y) => x >= y),
  select,
  convert,
};
