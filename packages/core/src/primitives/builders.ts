/**
 * A builder for each primitive, dynamically typed: what derivative rules and composite functions are written with.
 */
import type { Axes, Axis } from '../dim.ts';
import { type DType, makeArray, type TypedArray } from '../dtype.ts';
import { settle } from '../settled.ts';
import { type AnyTensor, axesOf, type Expression } from '../tensor.ts';
import type { TraceScope } from '../traceScope.ts';
import type {
  Binary,
  Comparison,
  Convolution,
  CustomJvp,
  CustomTangent,
  CustomVjp,
  DotAxes,
  GatherAxes,
  Reduction,
  Scan,
  Unary,
  WindowReduction,
  Windows,
} from './attributes.ts';
import { bind, bindOne } from './bind.ts';
import { none } from './shapeRules.ts';

type One = (x: AnyTensor) => Expression;
type Two = (x: AnyTensor, y: AnyTensor) => Expression;
type Reduce = (x: AnyTensor, axes: readonly number[]) => Expression;
type Slide = (x: AnyTensor, windows: Windows) => Expression;

const unary =
  (primitive: Unary): One =>
  (x) =>
    bindOne(primitive, [x], none);
const binary =
  (primitive: Binary | Comparison): Two =>
  (x, y) =>
    bindOne(primitive, [x, y], none);
const reduce =
  (primitive: Reduction): Reduce =>
  (x, axes) =>
    bindOne(primitive, [x], { axes });
const slide =
  (primitive: WindowReduction | 'windowArgMax' | 'windowArgMin'): Slide =>
  (x, windows) =>
    bindOne(primitive, [x], windows);

export const negate: One = unary('negate');
export const abs: One = unary('abs');
export const sign: One = unary('sign');
export const exp: One = unary('exp');
export const expm1: One = unary('expm1');
export const log: One = unary('log');
export const log1p: One = unary('log1p');
export const sqrt: One = unary('sqrt');
export const rsqrt: One = unary('rsqrt');
export const cbrt: One = unary('cbrt');
export const sin: One = unary('sin');
export const cos: One = unary('cos');
export const tan: One = unary('tan');
export const asin: One = unary('asin');
export const acos: One = unary('acos');
export const atan: One = unary('atan');
export const sinh: One = unary('sinh');
export const cosh: One = unary('cosh');
export const tanh: One = unary('tanh');
export const asinh: One = unary('asinh');
export const acosh: One = unary('acosh');
export const atanh: One = unary('atanh');
export const logistic: One = unary('logistic');
export const erf: One = unary('erf');
export const erfInv: One = unary('erfInv');
export const floor: One = unary('floor');
export const ceil: One = unary('ceil');
export const round: One = unary('round');
export const not: One = unary('not');
export const stopGradient: One = unary('stopGradient');

export const add: Two = binary('add');
export const subtract: Two = binary('subtract');
export const multiply: Two = binary('multiply');
export const divide: Two = binary('divide');
export const remainder: Two = binary('remainder');
export const power: Two = binary('power');
export const maximum: Two = binary('maximum');
export const minimum: Two = binary('minimum');
export const atan2: Two = binary('atan2');
export const and: Two = binary('and');
export const or: Two = binary('or');
export const xor: Two = binary('xor');
export const shiftLeft: Two = binary('shiftLeft');
export const shiftRightLogical: Two = binary('shiftRightLogical');
export const shiftRightArithmetic: Two = binary('shiftRightArithmetic');
export const equal: Two = binary('equal');
export const notEqual: Two = binary('notEqual');
export const less: Two = binary('less');
export const lessEqual: Two = binary('lessEqual');
export const greater: Two = binary('greater');
export const greaterEqual: Two = binary('greaterEqual');

export const reduceSum: Reduce = reduce('reduceSum');
export const reduceProd: Reduce = reduce('reduceProd');
export const reduceMax: Reduce = reduce('reduceMax');
export const reduceMin: Reduce = reduce('reduceMin');
export const reduceAnd: Reduce = reduce('reduceAnd');
export const reduceOr: Reduce = reduce('reduceOr');

export const select = (condition: AnyTensor, onTrue: AnyTensor, onFalse: AnyTensor): Expression =>
  bindOne('select', [condition, onTrue, onFalse], none);

/** To another dtype; the tensor itself when it has it already. */
export const convert = (x: AnyTensor, dtype: DType): AnyTensor => (x.dtype === dtype ? x : bindOne('convert', [x], { dtype }));

export const broadcastInDim = (x: AnyTensor, shape: Axes, axes: readonly number[]): Expression =>
  bindOne('broadcastInDim', [x], { shape, axes });

export const reshape = (x: AnyTensor, shape: Axes): Expression => bindOne('reshape', [x], { shape });

export const transpose = (x: AnyTensor, permutation: readonly number[]): Expression => bindOne('transpose', [x], { permutation });

export const reverse = (x: AnyTensor, axes: readonly number[]): Expression => bindOne('reverse', [x], { axes });

export const pad = (
  x: AnyTensor,
  value: AnyTensor,
  low: readonly number[],
  high: readonly number[],
  interior: readonly number[],
): Expression => bindOne('pad', [x, value], { low, high, interior });

export const slice = (x: AnyTensor, start: readonly number[], limit: readonly number[], stride: readonly number[]): Expression =>
  bindOne('slice', [x], { start, limit, stride });

export const concatenate = (xs: readonly AnyTensor[], axis: number): Expression => bindOne('concatenate', xs, { axis });

export const dotGeneral = (x: AnyTensor, y: AnyTensor, axes: DotAxes): Expression => bindOne('dotGeneral', [x, y], axes);

export const conv = (x: AnyTensor, kernel: AnyTensor, convolution: Convolution): Expression =>
  bindOne('conv', [x, kernel], convolution);

export const reduceWindowSum: Slide = slide('reduceWindowSum');
export const reduceWindowMax: Slide = slide('reduceWindowMax');
export const reduceWindowMin: Slide = slide('reduceWindowMin');
export const windowArgMax: Slide = slide('windowArgMax');
export const windowArgMin: Slide = slide('windowArgMin');

export const argMax = (x: AnyTensor, axis: number): Expression => bindOne('argMax', [x], { axis });

export const argMin = (x: AnyTensor, axis: number): Expression => bindOne('argMin', [x], { axis });

export const argSort = (x: AnyTensor, axis: number): Expression => bindOne('argSort', [x], { axis });

export const cumulativeSum = (x: AnyTensor, axis: number, fromEnd: boolean): Expression =>
  bindOne('cumulativeSum', [x], { axis, reverse: fromEnd });

export const gather = (operand: AnyTensor, indices: AnyTensor, axes: GatherAxes): Expression =>
  bindOne('gather', [operand, indices], axes);

export const scatterAdd = (operand: AnyTensor, indices: AnyTensor, updates: AnyTensor, axes: GatherAxes): Expression =>
  bindOne('scatterAdd', [operand, indices, updates], axes);

export const iota = (shape: Axes, axis: number, dtype: DType): Expression => bindOne('iota', [], { shape, axis, dtype });

export const threefry = (key: AnyTensor, counter: AnyTensor): Expression => bindOne('threefry', [key, counter], none);

export const scan = (operands: readonly AnyTensor[], attributes: Scan): readonly Expression[] =>
  bind('scan', operands, attributes);

export const customJvp = (operands: readonly AnyTensor[], attributes: CustomJvp): readonly Expression[] =>
  bind('customJvp', operands, attributes);

export const customVjp = (operands: readonly AnyTensor[], attributes: CustomVjp): readonly Expression[] =>
  bind('customVjp', operands, attributes);

export const customTangent = (tangents: readonly AnyTensor[], attributes: CustomTangent): readonly Expression[] =>
  bind('customTangent', tangents, attributes);

/** A tensor of given elements. The array is not copied: the caller gives it up. */
export const constant = (value: TypedArray, shape: Axes, dtype: DType): Expression => {
  const result = bindOne('constant', [], { value, shape, dtype });
  result[settle](value);
  return result;
};

/** A tensor without a value. */
export const input = (name: string, shape: Axes, dtype: DType, scope: TraceScope): Expression =>
  bindOne('input', [], { name, shape, dtype, scope });

/** The value of a tensor as a fresh node, to take a derivative with respect to. */
export const variable = (x: AnyTensor, scope: TraceScope): Expression => bindOne('variable', [x], { scope });

/** A scalar constant. */
export const scalar = (value: number, dtype: DType): Expression => {
  const array = makeArray(dtype, 1);
  array[0] = value;
  return constant(array, [], dtype);
};

/** A shape filled with one number. */
export const fill = (value: number, shape: readonly Axis[], dtype: DType): Expression =>
  shape.length === 0 ? scalar(value, dtype) : broadcastInDim(scalar(value, dtype), shape, []);

/** A number in the shape and dtype of a tensor. */
export const fillLike = (x: AnyTensor, value: number): Expression => fill(value, axesOf(x), x.dtype);

/** The sum over `axes`, which stay as axes of size 1 spread back over the operand's shape. */
export const spreadBack = (reduced: AnyTensor, like: AnyTensor, axes: readonly number[]): Expression => {
  const shape = axesOf(like);
  return broadcastInDim(
    reduced,
    shape,
    shape.map((_, index) => index).filter((index) => !axes.includes(index)),
  );
};
