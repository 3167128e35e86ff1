/**
 * How the gradient of every primitive is checked.
 */
import { type AnyTensor, flattenTree } from '@cotangent/core';
import {
  type Convolution,
  type GatherAxes,
  P,
  type Primitive,
  type Sliding,
  traceScope,
  type Windows,
} from '@cotangent/core/primitives';
import { customJvp, customVjp } from '@cotangent/grad';
import {
  awayFrom,
  between,
  booleans,
  distinct,
  type GradientCase,
  gradientCase,
  type GradientRow,
  integers,
  nonzero,
  positive,
  real,
  small,
  tensors,
} from '@cotangent/grad/testing';
import * as fc from 'fast-check';
import { apart, binary, loop, notDivisible, of, on, unary } from './cases.ts';

const whole = { none: 'integer or boolean valued' };
const noOperands = { none: 'it has no operands' };

const inner1 = { contract: [[1], [0]], batch: [[], []] } as const;

/** The carry that a loop of a single tensor ends with. */
const last = (result: unknown): AnyTensor => flattenTree(result, 'result').leaves[0] ?? P.scalar(Number.NaN, 'f64');

const awayFromWholes = awayFrom(-3, -2, -1, 0, 1, 2, 3);
const awayFromHalves = awayFrom(-2.5, -1.5, -0.5, 0.5, 1.5, 2.5);
const inner = between(-15 / 16, 15 / 16);

const reductions = (reduce: (x: AnyTensor, axes: readonly number[]) => AnyTensor, domain = real): GradientRow => ({
  'of all axes': on([2, 3], (x) => reduce(x, [0, 1]), domain),
  'of the first axis': on([2, 3], (x) => reduce(x, [0]), domain),
  'of the outer axes': on([2, 2, 3], (x) => reduce(x, [0, 2]), domain),
  'of no axes': on([3], (x) => reduce(x, []), domain),
  'of an axis of one': on([1, 3], (x) => reduce(x, [0]), domain),
});

/** Single elements of a vector. */
const elements: GatherAxes = { offset: [], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1] };
/** Rows of `[4, 3]`. */
const rows: GatherAxes = { offset: [1], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1, 3] };
/** Columns of `[3, 4]`, in front of the index axes. */
const columns: GatherAxes = {
  offset: [0],
  collapsed: [1],
  operandBatch: [],
  indicesBatch: [],
  indexMap: [1],
  sliceSizes: [3, 1],
};
/** Windows `[2, 2]` of `[4, 3]`, at index vectors with swapped components. */
const windows: GatherAxes = {
  offset: [1, 2],
  collapsed: [],
  operandBatch: [],
  indicesBatch: [],
  indexMap: [1, 0],
  sliceSizes: [2, 2],
};
/** One element of each row of `[3, 4]`. */
const paired: GatherAxes = {
  offset: [],
  collapsed: [1],
  operandBatch: [0],
  indicesBatch: [0],
  indexMap: [1],
  sliceSizes: [1, 1],
};

interface Gathering {
  readonly axes: GatherAxes;
  readonly operand: readonly number[];
  readonly indices: readonly number[];
  readonly updates: readonly number[];
  readonly bounds: readonly [number, number];
}

/** Indices repeat: there are more of them than there are places. */
const gatherings: Readonly<Record<string, Gathering>> = {
  'of single elements': { axes: elements, operand: [3], indices: [5, 1], updates: [5], bounds: [0, 2] },
  'of rows': { axes: rows, operand: [4, 3], indices: [2, 1], updates: [2, 3], bounds: [0, 3] },
  'of columns': { axes: columns, operand: [3, 4], indices: [2, 1], updates: [3, 2], bounds: [0, 3] },
  'of windows that overlap': { axes: windows, operand: [4, 3], indices: [3, 2], updates: [3, 2, 2], bounds: [0, 1] },
  'of one element in each row': { axes: paired, operand: [3, 4], indices: [3, 1], updates: [3], bounds: [0, 3] },
};

const gathers: GradientRow = Object.fromEntries(
  Object.entries(gatherings).map(([name, { axes, operand, indices, bounds }]) => [
    name,
    gradientCase((x, at) => P.gather(x, at, axes), fc.tuple(of(operand), of(indices, integers(...bounds)))),
  ]),
);

const scatters: GradientRow = {
  ...Object.fromEntries(
    Object.entries(gatherings).map(([name, { axes, operand, indices, updates, bounds }]) => [
      name,
      gradientCase(
        (x, at, by) => P.multiply(P.scatterAdd(x, at, by, axes), P.scatterAdd(x, at, by, axes)),
        fc.tuple(of(operand), of(indices, integers(...bounds)), of(updates)),
      ),
    ]),
  ),
  'some of it outside': gradientCase(
    (x, at, by) => P.scatterAdd(x, at, by, elements),
    fc.tuple(of([3]), of([4, 1], integers(-2, 4)), of([4])),
  ),
};

type Axes = readonly number[];

const dot = (left: Axes, right: Axes, contract: readonly [Axes, Axes], batch: readonly [Axes, Axes] = [[], []]) =>
  gradientCase((x, y) => P.dotGeneral(x, y, { contract, batch }), fc.tuple(of(left), of(right)));

/** One window at each element. */
const plainly = (axes: number): Sliding => {
  const [ones, zeros] = [Array.from({ length: axes }, () => 1), Array.from({ length: axes }, () => 0)];
  return { strides: ones, low: zeros, high: zeros, inputDilation: ones, windowDilation: ones };
};

const convolution = (x: Axes, kernel: Axes, by: Partial<Convolution> = {}): GradientCase =>
  gradientCase(
    (image, weights) => P.conv(image, weights, { ...plainly(x.length - 2), groups: 1, ...by }),
    fc.tuple(of(x), of(kernel)),
  );

const convolutions: GradientRow = {
  'in one dimension': convolution([2, 2, 5], [3, 2, 3]),
  'in two': convolution([2, 2, 4, 3], [3, 2, 2, 2]),
  'in three': convolution([1, 2, 3, 2, 3], [2, 2, 2, 2, 2]),
  'in none': convolution([2, 3], [4, 3]),
  'of single elements': convolution([2, 3, 2, 2], [2, 3, 1, 1]),
  strided: convolution([2, 2, 6, 5], [2, 2, 3, 2], { strides: [2, 3] }),
  'strided, with some left at the end': convolution([1, 2, 6], [2, 2, 2], { strides: [3] }),
  padded: convolution([1, 2, 3, 3], [2, 2, 3, 2], { low: [1, 0], high: [2, 1] }),
  'padded and strided': convolution([1, 1, 5, 4], [2, 1, 3, 3], { strides: [2, 2], low: [1, 1], high: [1, 1] }),
  'padded by more than the kernel': convolution([1, 1, 2], [1, 1, 2], { low: [3], high: [2] }),
  cropped: convolution([1, 1, 6, 5], [2, 1, 2, 2], { low: [-2, 1], high: [-1, -2] }),
  'cropped into what is spread': convolution([1, 2, 4], [1, 2, 2], { inputDilation: [3], low: [-2], high: [-1] }),
  'of a dilated kernel': convolution([2, 1, 7, 5], [2, 1, 3, 2], { windowDilation: [2, 3] }),
  'of a dilated input': convolution([2, 2, 3, 2], [2, 2, 2, 3], { inputDilation: [2, 3], low: [1, 0], high: [0, 2] }),
  'in groups': convolution([2, 4, 4], [6, 2, 2], { groups: 2 }),
  'of each feature alone': convolution([2, 3, 4, 3], [6, 1, 2, 2], { groups: 3 }),
  'with all of it': convolution([2, 4, 4, 3], [2, 2, 2, 2], {
    groups: 2,
    strides: [2, 1],
    low: [2, -1],
    high: [1, 3],
    inputDilation: [2, 3],
    windowDilation: [3, 2],
  }),
  'of a tensor with itself': on([2, 2, 3], (x) => P.conv(x, x, { ...plainly(1), groups: 1, low: [2], high: [2] })),
  'that has no room': convolution([1, 2, 2], [2, 2, 3]),
};

/** With 0 for the extremes of windows that hold no element, which are infinite. */
const finite =
  (slide: (x: AnyTensor, windows: Windows) => AnyTensor): ((x: AnyTensor, windows: Windows) => AnyTensor) =>
  (x, windows) => {
    const y = slide(x, windows);
    const empty = P.equal(P.abs(y), P.fillLike(y, Number.POSITIVE_INFINITY));
    return P.select(empty, P.fillLike(y, 0), y);
  };

const windowsOf = (
  slide: (x: AnyTensor, windows: Windows) => AnyTensor,
  domain = real,
): Readonly<Record<string, GradientCase>> => {
  const row = (shape: Axes, window: Axes, by: Partial<Sliding> = {}): GradientCase =>
    on(shape, (x) => slide(x, { ...plainly(shape.length), window, ...by }), domain);
  return {
    'along one axis': row([2, 5], [1, 3]),
    'along two': row([4, 3], [2, 2]),
    'along three': row([3, 2, 3], [2, 2, 2]),
    'side by side': row([1, 4, 6], [1, 2, 3], { strides: [1, 2, 3] }),
    'that leave some out': row([7], [2], { strides: [3] }),
    padded: row([3, 4], [2, 3], { strides: [2, 2], low: [1, 1], high: [0, 1] }),
    cropped: row([6, 4], [2, 1], { low: [-2, 0], high: [1, -1] }),
    dilated: row([7, 3], [3, 2], { windowDilation: [2, 2] }),
    'of what is spread': row([3, 3], [4, 2], { inputDilation: [2, 3], low: [1, 0], high: [0, 1] }),
    'with all of it': row([4, 3], [3, 4], {
      strides: [2, 1],
      low: [2, -1],
      high: [1, 2],
      inputDilation: [2, 3],
      windowDilation: [3, 2],
    }),
  };
};

const closed = traceScope('table');
closed.close();

type Pair = readonly [AnyTensor, AnyTensor];

const scans: GradientRow = {
  'of running products': gradientCase(
    (init, xs) => loop((carry: AnyTensor, x) => [P.multiply(carry, x), P.sin(carry)], init, xs),
    fc.tuple(of([2]), of([3, 2])),
  ),
  'from the end': gradientCase(
    (init, xs) => loop((carry: AnyTensor, x) => [P.tanh(P.add(P.multiply(carry, x), x)), carry], init, xs, { reverse: true }),
    fc.tuple(of([]), of([4])),
  ),
  'closing over a matrix': gradientCase(
    (weight, init, xs) =>
      loop((carry: AnyTensor, x) => [P.tanh(P.add(P.dotGeneral(weight, carry, inner1), x)), P.multiply(carry, x)], init, xs),
    fc.tuple(of([2, 2]), of([2]), of([3, 2])),
  ),
  'of which some carry does not vary': gradientCase(
    (x, xs) =>
      loop<Pair>(
        ([sum, count], by) => [[P.add(sum, P.multiply(by, count)), P.add(count, P.scalar(1, 'f64'))], P.exp(sum)],
        [x, P.scalar(1, 'f64')],
        xs,
      ),
    fc.tuple(of([], small), of([3], small)),
  ),
  'whose carries swap': gradientCase(
    (x, y, xs) => loop<Pair>(([a, b], by) => [[b, P.multiply(a, by)], a], [x, y], xs),
    fc.tuple(of([2]), of([2]), of([3, 2])),
  ),
  'of which the result is not used': gradientCase(
    (init, xs) => loop((carry: AnyTensor, x) => [carry, P.multiply(x, x)], init, xs),
    fc.tuple(of([]), of([3, 2])),
  ),
  'inside another': gradientCase(
    (init, xs) =>
      loop((carry: AnyTensor, row) => [last(loop((c: AnyTensor, x) => [P.multiply(c, x), c], carry, row)), carry], init, xs),
    fc.tuple(of([]), of([2, 3])),
  ),
  'of no steps': gradientCase(
    (init, xs) => loop((carry: AnyTensor, x) => [P.multiply(carry, x), carry], init, xs),
    fc.tuple(of([2]), of([0, 2])),
  ),
};

export const primitiveTable: { readonly [K in Primitive]: GradientRow } = {
  constant: noOperands,
  input: noOperands,
  iota: noOperands,
  variable: { 'of any shape': unary((x) => P.variable(x, closed)) },
  stopGradient: { none: 'a constant to every derivative, by definition' },

  negate: { 'of any shape': unary(P.negate) },
  abs: { 'away from 0': unary(P.abs, awayFrom(0)) },
  sign: { 'away from 0': unary(P.sign, awayFrom(0)) },
  exp: { 'of any shape': unary(P.exp) },
  expm1: { 'of any shape': unary(P.expm1) },
  log: { 'of positive numbers': unary(P.log, positive) },
  log1p: { 'above -1': unary(P.log1p, between(-0.75, 3)) },
  sqrt: { 'of positive numbers': unary(P.sqrt, positive) },
  rsqrt: { 'of positive numbers': unary(P.rsqrt, positive) },
  cbrt: { 'away from 0': unary(P.cbrt, nonzero) },
  sin: { 'of any shape': unary(P.sin) },
  cos: { 'of any shape': unary(P.cos) },
  tan: { 'between the poles': unary(P.tan, between(-1.25, 1.25)) },
  asin: { 'inside the unit interval': unary(P.asin, inner) },
  acos: { 'inside the unit interval': unary(P.acos, inner) },
  atan: { 'of any shape': unary(P.atan) },
  sinh: { 'of any shape': unary(P.sinh) },
  cosh: { 'of any shape': unary(P.cosh) },
  tanh: { 'of any shape': unary(P.tanh) },
  asinh: { 'of any shape': unary(P.asinh) },
  acosh: { 'above 1': unary(P.acosh, between(1.25, 4)) },
  atanh: { 'inside the unit interval': unary(P.atanh, inner) },
  logistic: { 'of any shape': unary(P.logistic), 'of large numbers': unary(P.logistic, between(-40, 40)) },
  erf: { 'of any shape': unary(P.erf) },
  erfInv: { 'inside the unit interval': unary(P.erfInv, inner) },
  floor: { 'away from whole numbers': unary(P.floor, awayFromWholes) },
  ceil: { 'away from whole numbers': unary(P.ceil, awayFromWholes) },
  round: { 'away from halves': unary(P.round, awayFromHalves) },
  not: whole,

  add: { 'of any shape': binary(P.add) },
  subtract: { 'of any shape': binary(P.subtract) },
  multiply: { 'of any shape': binary(P.multiply), 'of a tensor with itself': unary((x) => P.multiply(x, x)) },
  divide: { 'by numbers away from 0': binary(P.divide, real, nonzero) },
  remainder: { 'away from its jumps': gradientCase(P.remainder, notDivisible) },
  power: {
    'of positive bases': binary(P.power, positive, real),
    'to exponents around 0': binary(P.power, positive, between(-1 / 64, 1 / 64)),
    'of any base to a whole number': unary((x) => P.power(x, P.fillLike(x, 3))),
    'of any base to 2, 0 included': unary((x) => P.power(x, P.fillLike(x, 2)), between(-1 / 8, 1 / 8)),
  },
  maximum: { 'away from ties': gradientCase(P.maximum, apart) },
  minimum: { 'away from ties': gradientCase(P.minimum, apart) },
  atan2: { 'away from the origin': binary(P.atan2, nonzero, nonzero) },
  and: whole,
  or: whole,
  xor: whole,
  shiftLeft: whole,
  shiftRightLogical: whole,
  shiftRightArithmetic: whole,
  equal: whole,
  notEqual: whole,
  less: whole,
  lessEqual: whole,
  greater: whole,
  greaterEqual: whole,
  select: { 'of two branches': gradientCase(P.select, fc.tuple(of([2, 3], booleans), of([2, 3]), of([2, 3]))) },
  convert: {
    // Every point and every step lies on a grid that float32 holds exactly.
    'to float32 and back': unary((x) => P.convert(P.convert(x, 'f32'), 'f64')),
    'to whole numbers and back': unary((x) => P.convert(P.convert(x, 'i32'), 'f64'), awayFromWholes),
  },

  broadcastInDim: {
    'of a scalar': on([], (x) => P.broadcastInDim(x, [2, 3], [])),
    'along a leading axis': on([3], (x) => P.broadcastInDim(x, [2, 3], [1])),
    'stretching an axis of one': on([2, 1], (x) => P.broadcastInDim(x, [2, 3], [0, 1])),
    'of swapped axes': on([3, 1, 2], (x) => P.broadcastInDim(x, [2, 4, 3], [2, 1, 0])),
  },
  reshape: { 'to other axes': on([2, 3], (x) => P.reshape(x, [3, 1, 2])), 'of one element': on([1, 1], (x) => P.reshape(x, [])) },
  transpose: { 'of three axes': on([2, 1, 3], (x) => P.transpose(x, [2, 0, 1])) },
  reverse: { 'of one axis': on([2, 3], (x) => P.reverse(x, [1])), 'of two axes': on([2, 3], (x) => P.reverse(x, [0, 1])) },
  pad: {
    'at the edges': gradientCase((x, value) => P.pad(x, value, [1, 0], [0, 2], [0, 0]), fc.tuple(of([2, 2]), of([]))),
    cropping: gradientCase((x, value) => P.pad(x, value, [-1, 1], [1, -1], [0, 0]), fc.tuple(of([3, 3]), of([]))),
    inside: gradientCase((x, value) => P.pad(x, value, [0], [0], [2]), fc.tuple(of([3]), of([]))),
    'inside and cropping': gradientCase((x, value) => P.pad(x, value, [-1, 2], [-2, 1], [1, 2]), fc.tuple(of([4, 2]), of([]))),
    'of a single element': gradientCase((x, value) => P.pad(x, value, [1], [1], [3]), fc.tuple(of([1]), of([]))),
  },
  slice: {
    'of a part': on([3, 4], (x) => P.slice(x, [1, 0], [3, 2], [1, 1])),
    'with strides': on([5, 4], (x) => P.slice(x, [0, 1], [5, 4], [2, 3])),
    'of all': on([2], (x) => P.slice(x, [0], [2], [1])),
    'with a stride that leaves some at the end': on([6], (x) => P.slice(x, [1], [6], [3])),
  },
  concatenate: {
    'of three': gradientCase((x, y, z) => P.concatenate([x, y, z], 1), fc.tuple(of([2, 1]), of([2, 2]), of([2, 3]))),
    'of one twice': on([2], (x) => P.concatenate([x, x], 0)),
  },
  dotGeneral: {
    'of vectors': dot([3], [3], [[0], [0]]),
    'of matrices': dot([2, 3], [3, 2], [[1], [0]]),
    'of transposed matrices': dot([3, 2], [2, 3], [[0], [1]]),
    'with a batch axis in different places': dot([2, 2, 3], [3, 2, 2], [[2], [0]], [[0], [2]]),
    'over two axes, paired crosswise': dot(
      [2, 3, 2],
      [3, 2, 1],
      [
        [0, 1],
        [1, 0],
      ],
    ),
    'with two batch axes and two contracted': dot(
      [2, 1, 2, 3],
      [3, 2, 2, 1],
      [
        [2, 3],
        [1, 0],
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ),
    'of no contracted axes': dot([2], [3], [[], []]),
    'of a tensor with itself': on([2, 3], (x) => P.dotGeneral(x, x, { contract: [[0], [0]], batch: [[], []] })),
  },
  conv: convolutions,
  reduceWindowSum: windowsOf(P.reduceWindowSum),
  reduceWindowMax: windowsOf(finite(P.reduceWindowMax), distinct),
  reduceWindowMin: windowsOf(finite(P.reduceWindowMin), distinct),
  windowArgMax: whole,
  windowArgMin: whole,
  reduceSum: reductions(P.reduceSum),
  reduceProd: { ...reductions(P.reduceProd), 'with zeros': on([4], (x) => P.reduceProd(x, [0]), between(-1 / 64, 1 / 64)) },
  reduceMax: reductions(P.reduceMax, distinct),
  reduceMin: reductions(P.reduceMin, distinct),
  reduceAnd: whole,
  reduceOr: whole,
  argMax: whole,
  argMin: whole,
  argSort: whole,
  cumulativeSum: {
    'from the start': on([2, 3], (x) => P.cumulativeSum(x, 1, false)),
    'from the end': on([3, 2], (x) => P.cumulativeSum(x, 0, true)),
  },
  gather: gathers,
  scatterAdd: scatters,
  threefry: { none: 'random bits' },
  scan: scans,
  customJvp: {
    'with a right rule': unary(
      customJvp(
        (x: AnyTensor): AnyTensor => P.tanh(x),
        ([x], [t]) => P.multiply(t, P.subtract(P.fillLike(x, 1), P.multiply(P.tanh(x), P.tanh(x)))),
      ),
    ),
  },
  customVjp: {
    'with a right pullback': gradientCase(
      customVjp(
        (x: AnyTensor, y: AnyTensor): AnyTensor => P.multiply(x, P.sin(y)),
        (x, y) => [P.multiply(x, P.sin(y)), [x, y] as const],
        ([x, y], cotangent) => [P.multiply(cotangent, P.sin(y)), P.multiply(cotangent, P.multiply(x, P.cos(y)))],
      ),
      fc.tuple(tensors([3]), tensors([3])),
      { forward: false },
    ),
  },
  customTangent: { none: 'a tangent itself: made by the derivative of customVjp, and checked with it' },
};
