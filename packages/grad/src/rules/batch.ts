/**
 * How every primitive runs for a whole batch at once: with a further axis in front of what varies.
 */
import { bindOne, P, type Binary, type Comparison, type Primitive, type Reduction, type Unary } from '@cotangent/core/primitives';
import { batchCustomJvp, batchCustomTangent, batchCustomVjp, batchScan } from './batchControl.ts';
import { batchDotGeneral, batchGather, batchPad, batchScatterAdd } from './batchIndexing.ts';
import { batchArgWindow, batchConv, batchWindows } from './batchSliding.ts';
import { after, allBatched, one } from './lead.ts';
import { at, type BatchRule, type NeverBatched } from './site.ts';

type Elementwise = Unary | Binary | Comparison | 'select' | 'convert' | 'threefry';

/** Element by element: the same on more elements. */
const elementwise = <K extends Elementwise>({
  primitive,
  operands,
  batched,
  axis,
  attributes,
}: Parameters<BatchRule<K>>[0]): ReturnType<BatchRule<K>> =>
  one(bindOne<K>(primitive, allBatched({ tensors: operands, batched }, axis), attributes));

/** Over given axes, each of which is now one further back. */
const alongAxes: BatchRule<Reduction | 'reverse'> = ({ primitive, operands, attributes: { axes } }) =>
  one(bindOne(primitive, operands, { axes: after(axes) }));

const alongAxis: BatchRule<'argMax' | 'argMin' | 'argSort'> = ({ primitive, operands, attributes: { axis } }) =>
  one(bindOne(primitive, operands, { axis: axis + 1 }));

const constant: NeverBatched = 'never batched: it has no operands';

/** One row a primitive. */
export const batchRules: { readonly [K in Primitive]: BatchRule<K> | NeverBatched } = {
  constant,
  input: constant,
  iota: constant,
  /** A variable is its operand; a derivative in it has been taken by the time it is batched. */
  variable: ({ operands }) => one(at(operands, 0)),

  negate: elementwise,
  abs: elementwise,
  sign: elementwise,
  exp: elementwise,
  expm1: elementwise,
  log: elementwise,
  log1p: elementwise,
  sqrt: elementwise,
  rsqrt: elementwise,
  cbrt: elementwise,
  sin: elementwise,
  cos: elementwise,
  tan: elementwise,
  asin: elementwise,
  acos: elementwise,
  atan: elementwise,
  sinh: elementwise,
  cosh: elementwise,
  tanh: elementwise,
  asinh: elementwise,
  acosh: elementwise,
  atanh: elementwise,
  logistic: elementwise,
  erf: elementwise,
  erfInv: elementwise,
  floor: elementwise,
  ceil: elementwise,
  round: elementwise,
  not: elementwise,
  stopGradient: elementwise,
  add: elementwise,
  subtract: elementwise,
  multiply: elementwise,
  divide: elementwise,
  remainder: elementwise,
  power: elementwise,
  maximum: elementwise,
  minimum: elementwise,
  atan2: elementwise,
  and: elementwise,
  or: elementwise,
  xor: elementwise,
  shiftLeft: elementwise,
  shiftRightLogical: elementwise,
  shiftRightArithmetic: elementwise,
  equal: elementwise,
  notEqual: elementwise,
  less: elementwise,
  lessEqual: elementwise,
  greater: elementwise,
  greaterEqual: elementwise,
  select: elementwise,
  convert: elementwise,
  threefry: elementwise,

  broadcastInDim: ({ operands, axis, attributes: { shape, axes } }) =>
    one(P.broadcastInDim(at(operands, 0), [axis, ...shape], [0, ...after(axes)])),
  reshape: ({ operands, axis, attributes: { shape } }) => one(P.reshape(at(operands, 0), [axis, ...shape])),
  transpose: ({ operands, attributes: { permutation } }) => one(P.transpose(at(operands, 0), [0, ...after(permutation)])),
  reverse: alongAxes,
  pad: batchPad,
  slice: ({ operands, attributes: { start, limit, stride } }) => {
    const x = at(operands, 0);
    return one(P.slice(x, [0, ...start], [at(x.sizes, 0), ...limit], [1, ...stride]));
  },
  concatenate: ({ operands, batched, axis: batch, attributes: { axis } }) =>
    one(P.concatenate(allBatched({ tensors: operands, batched }, batch), axis + 1)),
  dotGeneral: batchDotGeneral,
  conv: batchConv,
  reduceWindowSum: batchWindows,
  reduceWindowMax: batchWindows,
  reduceWindowMin: batchWindows,
  windowArgMax: batchArgWindow,
  windowArgMin: batchArgWindow,
  reduceSum: alongAxes,
  reduceProd: alongAxes,
  reduceMax: alongAxes,
  reduceMin: alongAxes,
  reduceAnd: alongAxes,
  reduceOr: alongAxes,
  argMax: alongAxis,
  argMin: alongAxis,
  argSort: alongAxis,
  cumulativeSum: ({ operands, attributes: { axis, reverse } }) => one(P.cumulativeSum(at(operands, 0), axis + 1, reverse)),
  gather: batchGather,
  scatterAdd: batchScatterAdd,
  scan: batchScan,
  customJvp: batchCustomJvp,
  customVjp: batchCustomVjp,
  customTangent: batchCustomTangent,
};
