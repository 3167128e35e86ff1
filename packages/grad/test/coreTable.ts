/**
 * How the gradient of every function that core exports is checked.
 */
import * as core from '@cotangent/core';
import type { AnyTensor, Tensor } from '@cotangent/core';
import {
  awayFrom,
  between,
  booleans,
  distinct,
  gradientCase,
  type GradientRow,
  integers,
  nonzero,
  positive,
  real,
  small,
  tensors,
  broadcastableShapes,
} from '@cotangent/grad/testing';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { apart, notDivisible, of, unary } from './cases.ts';

type Shaped = Tensor<number[], 'f64'>;

const booleanValued = { none: 'boolean valued' };
const integerValued = { none: 'integer valued' };
const integersOnly = { none: 'takes integers or booleans only' };
const makesTensors = { none: 'makes tensors of no others' };
const noTensors = { none: 'no function from tensors to tensors' };
const random = { none: 'random bits' };
const errorClass = { none: 'an error' };

const inner = between(-15 / 16, 15 / 16);
const awayFromWholes = awayFrom(-3, -2, -1, 0, 1, 2, 3);
const awayFromHalves = awayFrom(-2.5, -1.5, -0.5, 0.5, 1.5, 2.5);

/** A function of broadcasting operands, whose types cannot follow shapes that are drawn. */
const untyped = (f: (...args: never) => unknown): ((x: AnyTensor, y: AnyTensor) => unknown) =>
  // Every shape that broadcastableShapes draws is one that f takes.
  f as unknown as (x: AnyTensor, y: AnyTensor) => unknown;

/** A function of two operands that broadcast, and of a tensor and a number. */
const broadcasting = (f: (...args: never) => unknown, left = real, right = real): GradientRow => ({
  'of operands that broadcast': gradientCase(
    untyped(f),
    broadcastableShapes({ maxRank: 2, maxSize: 3 }).chain(([a, b]) => fc.tuple(of(a, left), of(b, right))),
  ),
});

const m23 = tensors([2, 3]);
const m32 = tensors([3, 2]);
const v3 = tensors([3]);
const v4 = tensors([4]);
const c223 = tensors([2, 2, 3]);
const d23 = tensors([2, 3], distinct);
const one = fc.tuple(m23);

export const coreTable: Readonly<Record<string, GradientRow>> = {
  DTypeError: errorClass,
  InternalError: errorClass,
  ShapeError: errorClass,
  TraceError: errorClass,
  TreeError: errorClass,

  arange: makesTensors,
  eye: makesTensors,
  full: makesTensors,
  linspace: makesTensors,
  ones: makesTensors,
  zeros: makesTensors,
  scalar: makesTensors,
  tensor: makesTensors,
  spec: makesTensors,
  fullLike: makesTensors,
  onesLike: makesTensors,
  zerosLike: makesTensors,
  fromArray: makesTensors,
  fromNested: makesTensors,
  fromUnknown: makesTensors,
  tensorCodec: makesTensors,
  dim: noTensors,
  isTensor: noTensors,
  flattenTree: noTensors,
  flattenTreeLike: noTensors,
  unflattenTree: noTensors,
  showProgram: noTensors,
  trace: noTensors,
  getBooleanAlgebra: noTensors,
  getProductMonoid: noTensors,
  getRing: noTensors,
  getSumMonoid: noTensors,
  evaluate: { none: 'reads the values of its tensors' },
  bernoulli: random,
  bernoulliLike: random,
  bits: random,
  categorical: random,
  foldIn: random,
  key: random,
  normal: random,
  normalLike: random,
  permutation: random,
  randint: random,
  split: random,
  splitStacked: random,
  truncatedNormal: random,
  uniform: random,
  uniformLike: random,
  stopGradient: { none: 'a constant to every derivative, by definition' },

  all: booleanValued,
  any: booleanValued,
  equal: booleanValued,
  greater: booleanValued,
  greaterEqual: booleanValued,
  less: booleanValued,
  lessEqual: booleanValued,
  notEqual: booleanValued,
  isFinite: booleanValued,
  isInfinite: booleanValued,
  isNaN: booleanValued,
  logicalAnd: integersOnly,
  logicalNot: integersOnly,
  logicalOr: integersOnly,
  logicalXor: integersOnly,
  bitwiseAnd: integersOnly,
  bitwiseNot: integersOnly,
  bitwiseOr: integersOnly,
  bitwiseXor: integersOnly,
  shiftLeft: integersOnly,
  shiftRightArithmetic: integersOnly,
  shiftRightLogical: integersOnly,
  oneHot: integersOnly,
  argMax: integerValued,
  argMin: integerValued,
  argSort: integerValued,

  abs: { 'away from 0': unary(core.abs, awayFrom(0)) },
  acos: { 'inside the unit interval': unary(core.acos, inner) },
  acosh: { 'above 1': unary(core.acosh, between(1.25, 4)) },
  asin: { 'inside the unit interval': unary(core.asin, inner) },
  asinh: { 'of any shape': unary(core.asinh) },
  atan: { 'of any shape': unary(core.atan) },
  atanh: { 'inside the unit interval': unary(core.atanh, inner) },
  cbrt: { 'away from 0': unary(core.cbrt, nonzero) },
  ceil: { 'away from whole numbers': unary(core.ceil, awayFromWholes) },
  convert: { 'to float32 and back': unary((x) => core.convert(core.convert(x, 'f32'), 'f64')) },
  cos: { 'of any shape': unary(core.cos) },
  cosh: { 'of any shape': unary(core.cosh) },
  erf: { 'of any shape': unary(core.erf) },
  erfInv: { 'inside the unit interval': unary(core.erfInv, inner) },
  exp: { 'of any shape': unary(core.exp) },
  expm1: { 'of any shape': unary(core.expm1) },
  floor: { 'away from whole numbers': unary(core.floor, awayFromWholes) },
  log: { 'of positive numbers': unary(core.log, positive) },
  log10: { 'of positive numbers': unary(core.log10, positive) },
  log1p: { 'above -1': unary(core.log1p, between(-0.75, 3)) },
  log2: { 'of positive numbers': unary(core.log2, positive) },
  negate: { 'of any shape': unary(core.negate) },
  reciprocal: { 'away from 0': unary(core.reciprocal, nonzero) },
  round: { 'away from halves': unary(core.round, awayFromHalves) },
  rsqrt: { 'of positive numbers': unary(core.rsqrt, positive) },
  sigmoid: { 'of any shape': unary(core.sigmoid), 'of large numbers': unary(core.sigmoid, between(-40, 40)) },
  sign: { 'away from 0': unary(core.sign, awayFrom(0)) },
  sin: { 'of any shape': unary(core.sin) },
  sinh: { 'of any shape': unary(core.sinh) },
  sqrt: { 'of positive numbers': unary(core.sqrt, positive) },
  square: { 'of any shape': unary(core.square) },
  tan: { 'between the poles': unary(core.tan, between(-1.25, 1.25)) },
  tanh: { 'of any shape': unary(core.tanh) },

  add: { ...broadcasting(core.add), 'of a number': gradientCase((x) => core.add(x, 2), one) },
  subtract: { ...broadcasting(core.subtract), 'from a number': gradientCase((x) => core.subtract(2, x), one) },
  multiply: { ...broadcasting(core.multiply), 'by a number': gradientCase((x) => core.multiply(x, 3), one) },
  divide: {
    ...broadcasting(core.divide, real, nonzero),
    'of a number': gradientCase((x) => core.divide(2, x), fc.tuple(tensors([2, 3], nonzero))),
  },
  remainder: { 'away from its jumps': gradientCase(untyped(core.remainder), notDivisible) },
  power: {
    ...broadcasting(core.power, positive, real),
    'to a whole number, of any base': gradientCase((x) => core.power(x, 3), one),
    'to 2, near 0': gradientCase((x) => core.power(x, 2), fc.tuple(tensors([3], small))),
  },
  maximum: {
    'away from ties': gradientCase(untyped(core.maximum), apart),
    'with a number': gradientCase((x) => core.maximum(x, 1), fc.tuple(tensors([2, 3], awayFrom(1)))),
  },
  minimum: {
    'away from ties': gradientCase(untyped(core.minimum), apart),
    'with a number': gradientCase((x) => core.minimum(x, 1), fc.tuple(tensors([2, 3], awayFrom(1)))),
  },
  atan2: broadcasting(core.atan2, nonzero, nonzero),
  logAddExp: { ...broadcasting(core.logAddExp), 'of equal numbers': gradientCase((x) => core.logAddExp(x, x), one) },
  where: {
    'of two tensors': gradientCase((c, x, y) => core.where(c, x, y), fc.tuple(tensors([2, 3], booleans), m23, v3)),
    'of a tensor and a number': gradientCase((c, x) => core.where(c, x, 0), fc.tuple(tensors([2, 3], booleans), m23)),
    // The branch that is not taken is NaN, and its derivative too.
    'beside a branch that is not finite': gradientCase(
      (x) => core.where(core.greater(x, 0), core.sqrt(core.where(core.greater(x, 0), x, 1)), 0),
      fc.tuple(tensors([3], nonzero)),
    ),
  },
  clip: {
    'between numbers': gradientCase((x) => core.clip(x, -1, 1), fc.tuple(tensors([2, 3], awayFrom(-1, 1)))),
    'between tensors': gradientCase(
      (x, low, high) => core.clip(x, low, high),
      fc.tuple(
        tensors([2, 3], awayFrom(-1.5, -1, 1, 1.5)),
        fc.constantFrom(core.tensor([-1, -1.5, -1], 'f64')),
        fc.constantFrom(core.tensor([[1], [1.5]], 'f64')),
      ),
    ),
  },

  sum: {
    'of all': gradientCase((x) => core.sum(x), one),
    'along an axis': gradientCase((x) => core.sum(x, -1), one),
    'with axes kept': gradientCase((x) => core.sum(x, [0, 2], { keepDims: true }), fc.tuple(c223)),
  },
  prod: {
    'of all': gradientCase((x) => core.prod(x), one),
    'along an axis': gradientCase((x) => core.prod(x, 0), one),
    'with zeros': gradientCase((x) => core.prod(x), fc.tuple(tensors([3], between(-1 / 64, 1 / 64)))),
  },
  mean: {
    'of all': gradientCase((x) => core.mean(x), one),
    'along an axis': gradientCase((x) => core.mean(x, 1, { keepDims: true }), one),
  },
  max: {
    'of all': gradientCase((x) => core.max(x), fc.tuple(d23)),
    'along an axis': gradientCase((x) => core.max(x, 0), fc.tuple(d23)),
  },
  min: {
    'of all': gradientCase((x) => core.min(x), fc.tuple(d23)),
    'along an axis': gradientCase((x) => core.min(x, 0), fc.tuple(d23)),
  },
  variance: {
    'of all': gradientCase((x) => core.variance(x), one),
    'along an axis, unbiased': gradientCase((x) => core.variance(x, 1, { correction: 1 }), one),
    'of equal numbers': gradientCase((x) => core.variance(x), fc.tuple(fc.constant(core.full([3], 0.5, 'f64')))),
  },
  standardDeviation: {
    'of all': gradientCase((x) => core.standardDeviation(x), fc.tuple(d23)),
    'along an axis, unbiased': gradientCase((x) => core.standardDeviation(x, 1, { correction: 1 }), fc.tuple(d23)),
  },
  norm: {
    'of order 2': gradientCase((x) => core.norm(x), fc.tuple(tensors([2, 3], nonzero))),
    'of order 2 along an axis': gradientCase((x) => core.norm(x, 1), fc.tuple(tensors([2, 3], nonzero))),
    'of order 1': gradientCase((x) => core.norm(x, undefined, { order: 1 }), fc.tuple(tensors([2, 3], awayFrom(0)))),
    'of order infinity': gradientCase(
      (x) => core.norm(x, 1, { order: Number.POSITIVE_INFINITY }),
      fc.tuple(tensors([2, 3], distinct).filter((x) => new Set([...x.toArray()].map(Math.abs)).size === 6)),
    ),
  },
  logSumExp: {
    'of all': gradientCase((x) => core.logSumExp(x), one),
    'along an axis': gradientCase((x) => core.logSumExp(x, 0), one),
    'of large numbers': gradientCase((x) => core.logSumExp(x), fc.tuple(tensors([3], between(700, 703)))),
  },
  softmax: {
    'along the last axis': gradientCase((x) => core.softmax(x), one),
    'along the first': gradientCase((x) => core.softmax(x, 0), one),
    'of large numbers': gradientCase((x) => core.softmax(x), fc.tuple(tensors([3], between(700, 703)))),
  },
  logSoftmax: {
    'along the last axis': gradientCase((x) => core.logSoftmax(x), one),
    'along the first': gradientCase((x) => core.logSoftmax(x, 0), one),
    'of large numbers': gradientCase((x) => core.logSoftmax(x), fc.tuple(tensors([3], between(700, 703)))),
  },
  cumulativeSum: {
    'along the last axis': gradientCase((x) => core.cumulativeSum(x), one),
    'along the first': gradientCase((x) => core.cumulativeSum(x, 0), one),
  },
  sort: {
    'along the last axis': gradientCase((x) => core.sort(x), fc.tuple(d23)),
    'along the first': gradientCase((x) => core.sort(x, 0), fc.tuple(d23)),
  },

  matmul: {
    'of matrices': gradientCase((x, y) => core.matmul(x, y), fc.tuple(m23, m32)),
    'of a batch with a matrix': gradientCase((x, y) => core.matmul(x, y), fc.tuple(c223, m32)),
    'of a matrix with a batch': gradientCase((x, y) => core.matmul(x, y), fc.tuple(m32, c223)),
    'of two batches': gradientCase((x, y) => core.matmul(x, y), fc.tuple(c223, tensors([2, 3, 1]))),
    'of batches that broadcast': gradientCase((x, y) => core.matmul(x, y), fc.tuple(tensors([2, 1, 1, 2]), tensors([3, 2, 1]))),
    'of a matrix with itself': gradientCase((x) => core.matmul(x, core.transpose(x)), one),
  },
  dot: { 'of vectors': gradientCase((x, y) => core.dot(x, y), fc.tuple(v3, v3)) },
  outer: { 'of vectors': gradientCase((x, y) => core.outer(x, y), fc.tuple(v3, v4)) },
  einsum: {
    'of a product': gradientCase((x, y) => core.einsum('ij,jk->ik', x, y), fc.tuple(m23, m32)),
    'of a batch of bilinear forms': gradientCase(
      (x, a, y) => core.einsum('bi,ij,bj->b', x, a, y),
      fc.tuple(m23, m32, tensors([2, 2])),
    ),
    'of a trace': gradientCase((x) => core.einsum('ii->', x), fc.tuple(tensors([3, 3]))),
    'of a diagonal': gradientCase((x) => core.einsum('ii->i', x), fc.tuple(tensors([3, 3]))),
    'of the diagonal of outer axes': gradientCase((x) => core.einsum('iji->ji', x), fc.tuple(tensors([3, 2, 3]))),
    'of an elementwise product': gradientCase((x, y) => core.einsum('ij,ji->ij', x, y), fc.tuple(m23, m32)),
    'of rows that are scaled': gradientCase((x, y) => core.einsum('i,ij->ji', x, y), fc.tuple(tensors([2]), m23)),
    'of a sum and a transposition': gradientCase((x) => core.einsum('ijk->ki', x), fc.tuple(c223)),
    'of three operands': gradientCase((x, y, z) => core.einsum('ij,jk,k->i', x, y, z), fc.tuple(m23, m32, tensors([2]))),
    'of a matrix with itself': gradientCase((x) => core.einsum('ij,kj->ik', x, x), one),
    'of batches that broadcast': gradientCase(
      (x, y) => core.einsum('...ij,...jk->k...i', x, y),
      fc.tuple(tensors([2, 1, 1, 2]), tensors([3, 2, 1])),
    ),
  },

  conv: {
    'in one dimension': gradientCase((x, k) => core.conv(x, k), fc.tuple(tensors([2, 2, 4]), tensors([3, 2, 2]))),
    'in two, without leading dims': gradientCase(
      (x, k) => core.conv(x, k, { padding: 'same' }),
      fc.tuple(tensors([2, 3, 3]), tensors([2, 2, 3, 2])),
    ),
    'in three': gradientCase(
      (x, k) => core.conv(x, k, { stride: [1, 2, 1], padding: [0, [1, 0], 1] }),
      fc.tuple(tensors([2, 1, 3, 2, 2]), tensors([2, 1, 2, 2, 3])),
    ),
    'with strides and two leading dims': gradientCase(
      (x, k) => core.conv(x, k, { stride: 2, padding: 1 }),
      fc.tuple(tensors([2, 2, 1, 5]), tensors([2, 1, 3])),
    ),
    'of what is dilated': gradientCase(
      (x, k) => core.conv(x, k, { dilation: [2, 1], inputDilation: [1, 2], padding: 'same', stride: [1, 3] }),
      fc.tuple(tensors([1, 1, 4, 3]), tensors([1, 1, 2, 2])),
    ),
    'in groups': gradientCase((x, k) => core.conv(x, k, { groups: 2 }), fc.tuple(tensors([2, 4, 3]), tensors([4, 2, 2]))),
    'of each channel alone': gradientCase(
      (x, k) => core.conv(x, k, { groups: 3, padding: 1 }),
      fc.tuple(tensors([3, 2, 2]), tensors([3, 1, 3, 3])),
    ),
  },
  maxPool: {
    'along one axis': gradientCase((x) => core.maxPool(x, [2]), fc.tuple(tensors([2, 5], distinct))),
    'that overlaps': gradientCase(
      (x) => core.maxPool(x, [2, 3], { stride: 1, padding: 'same' }),
      fc.tuple(tensors([2, 3, 3], distinct)),
    ),
    'along three, dilated': gradientCase(
      (x) => core.maxPool(x, [2, 1, 2], { stride: [1, 1, 2], dilation: [2, 1, 1] }),
      fc.tuple(tensors([3, 1, 4], distinct)),
    ),
  },
  minPool: {
    'along one axis': gradientCase((x) => core.minPool(x, [2], { padding: 1 }), fc.tuple(tensors([2, 4], distinct))),
    'along two': gradientCase((x) => core.minPool(x, [2, 2]), fc.tuple(tensors([1, 4, 2], distinct))),
    'along three': gradientCase((x) => core.minPool(x, [2, 1, 2], { stride: 1 }), fc.tuple(tensors([2, 2, 3], distinct))),
  },
  averagePool: {
    'along one axis': gradientCase((x) => core.averagePool(x, [2]), fc.tuple(tensors([2, 5]))),
    'with padding': gradientCase((x) => core.averagePool(x, [2, 3], { stride: [1, 2], padding: 1 }), one),
    'without its padding': gradientCase(
      (x) => core.averagePool(x, [2, 3], { stride: 1, padding: 'same', includePadding: false }),
      fc.tuple(c223),
    ),
    'along three': gradientCase((x) => core.averagePool(x, [2, 1, 2]), fc.tuple(tensors([2, 2, 3]))),
  },
  reduceWindow: {
    'to sums': gradientCase((x) => core.reduceWindow(x, 'sum', [2, 2], { stride: 1, padding: [1, 0] }), one),
    'to the largest': gradientCase((x) => core.reduceWindow(x, 'max', [2], { stride: 1 }), fc.tuple(d23)),
    'to the smallest': gradientCase((x) => core.reduceWindow(x, 'min', [2, 3]), fc.tuple(d23)),
    'along three': gradientCase(
      (x) => core.reduceWindow(x, 'sum', [1, 2, 2], { dilation: [1, 1, 2], stride: 1 }),
      fc.tuple(c223),
    ),
  },

  broadcastTo: { 'more axes': gradientCase((x) => core.broadcastTo(x, [2, 2, 3]), fc.tuple(tensors([2, 1]))) },
  refine: {
    'to named axes': gradientCase(
      (x) =>
        pipe(
          core.refine(x, [core.dim('rows', 2), 3]),
          E.getOrElseW(() => core.zeros([2, 3], 'f64')),
        ),
      one,
    ),
  },
  reshape: { 'to other axes': gradientCase((x) => core.reshape(x, [3, 2]), one) },
  flatten: {
    'of all': gradientCase((x) => core.flatten(x), one),
    'of the last axes': gradientCase((x) => core.flatten(x, 1), fc.tuple(c223)),
  },
  transpose: {
    'of all axes': gradientCase((x) => core.transpose(x), one),
    'of some': gradientCase((x) => core.transpose(x, [1, 2, 0]), fc.tuple(tensors([1, 2, 3]))),
  },
  swapAxes: { 'of two axes': gradientCase((x) => core.swapAxes(x, 0, -1), fc.tuple(tensors([1, 2, 3]))) },
  moveAxis: { 'of one axis': gradientCase((x) => core.moveAxis(x, 0, 2), fc.tuple(tensors([2, 1, 3]))) },
  expandDims: { inside: gradientCase((x) => core.expandDims(x, 1), one) },
  squeeze: {
    'of all': gradientCase((x) => core.squeeze(x), fc.tuple(tensors([1, 3, 1]))),
    'of one axis': gradientCase((x) => core.squeeze(x, 0), fc.tuple(tensors([1, 3, 1]))),
  },
  reverse: { 'of one axis': gradientCase((x) => core.reverse(x, 1), one), 'of all': gradientCase((x) => core.reverse(x), one) },
  roll: {
    forward: gradientCase((x) => core.roll(x, 2, 1), one),
    'backward, more than once around': gradientCase((x) => core.roll(x, -4, 1), one),
  },
  tile: { 'of both axes': gradientCase((x) => core.tile(x, [2, 2]), fc.tuple(tensors([1, 3]))) },
  repeat: {
    'along an axis': gradientCase((x) => core.repeat(x, 2, 0), one),
    'by a pattern': gradientCase((x) => core.repeat(x, 'h w -> w 2 (r h)', { r: 2 }), one),
    'of what is merged': gradientCase((x) => core.repeat(x, 'h w -> (w r h)', { r: 2 }), one),
  },
  rearrange: {
    'that splits': gradientCase((x) => core.rearrange(x, '(h w) -> h w', { h: 2 }), fc.tuple(v4)),
    'that moves': gradientCase((x) => core.rearrange(x, 'a ... c -> c a ...'), fc.tuple(c223)),
    'that merges': gradientCase((x) => core.rearrange(x, '... -> (...)'), fc.tuple(c223)),
    'that does all': gradientCase((x) => core.rearrange(x, 'a (b c) -> (c a) 1 b', { b: 2 }), fc.tuple(tensors([2, 4]))),
  },
  reduce: {
    'to sums': gradientCase((x) => core.reduce(x, 'a b c -> c a', 'sum'), fc.tuple(c223)),
    'to means of windows': gradientCase((x) => core.reduce(x, 'a (b 2) -> b a', 'mean'), fc.tuple(tensors([2, 4]))),
    'to products': gradientCase((x) => core.reduce(x, '... c -> ...', 'prod'), one),
    'to the largest of windows': gradientCase(
      (x) => core.reduce(x, '(a 2) b -> a b', 'max'),
      fc.tuple(tensors([4, 2], distinct)),
    ),
    'to the smallest': gradientCase((x) => core.reduce(x, 'a b -> b', 'min'), fc.tuple(d23)),
  },
  concatenate: { 'along the last axis': gradientCase((x, y) => core.concatenate([x, y], 1), fc.tuple(m23, tensors([2, 1]))) },
  stack: {
    'along a new last axis': gradientCase((x, y) => core.stack([x, y], -1), fc.tuple(v3, v3)),
    'along a new first axis': gradientCase((x, y) => core.stack([x, y]), fc.tuple(v3, v3)),
  },
  splitAxis: {
    'into equal parts': gradientCase((x) => core.splitAxis(x, 2), fc.tuple(v4)),
    'into given parts': gradientCase((x) => core.splitAxis(x, [1, 2], 1), one),
  },
  slice: {
    'with strides': gradientCase(
      (x) =>
        core.slice(x, [
          [0, 2],
          [0, 3, 2],
        ]),
      one,
    ),
    'of the end': gradientCase((x) => core.slice(x, [[1, 3]]), fc.tuple(v4)),
  },
  pad: {
    'with zeros': gradientCase(
      (x) =>
        core.pad(x, [
          [1, 0],
          [0, 2],
        ]),
      one,
    ),
    'with ones': gradientCase((x) => core.pad(x, [[1, 1]], 1), fc.tuple(v3)),
  },
  take: {
    'along the first axis': gradientCase((x, at) => core.take(x, at, 0), fc.tuple(m32, tensors([2, 2], integers(0, 2)))),
    'along the last axis': gradientCase((x, at) => core.take(x, at, -1), fc.tuple(m23, tensors([4], integers(0, 2)))),
    'of one index': gradientCase((x, at) => core.take(x, at, 0), fc.tuple(m32, tensors([], integers(0, 2)))),
  },
  takeAlongAxis: {
    'along the first axis': gradientCase((x, at) => core.takeAlongAxis(x, at, 0), fc.tuple(m32, tensors([3, 2], integers(0, 2)))),
    'along the last axis': gradientCase((x, at) => core.takeAlongAxis(x, at, 1), fc.tuple(m23, tensors([2, 4], integers(0, 2)))),
  },
  tril: {
    'of a batch': gradientCase((x) => core.tril(x), fc.tuple(c223)),
    'below the diagonal': gradientCase((x) => core.tril(x, -1), fc.tuple(tensors([3, 3]))),
  },
  triu: {
    'of a batch': gradientCase((x) => core.triu(x), fc.tuple(c223)),
    'above the diagonal': gradientCase((x) => core.triu(x, 1), fc.tuple(tensors([3, 3]))),
  },
  diagonal: { 'of a batch': gradientCase((x) => core.diagonal(x), fc.tuple(tensors([2, 3, 3]))) },

  scan: {
    'of a recurrent cell': gradientCase(
      (weight, init, xs) =>
        core.scan(
          (carry: typeof init, x: typeof init) => [core.tanh(core.add(core.matmul(carry, weight), x)), core.sum(carry)],
          init,
          xs,
        ),
      fc.tuple(tensors([2, 2]), tensors([1, 2]), tensors([3, 1, 2])),
    ),
    'of trees, from the end': gradientCase(
      (init, xs) =>
        core.scan(
          ({ a, b }, { x }) => [{ a: core.multiply(b, x), b: core.sin(a) }, [a, core.add(b, x)]],
          { a: init, b: init },
          { x: xs },
          { reverse: true },
        ),
      fc.tuple(tensors([2]), m32),
    ),
  },
  compile: { 'while it is differentiated': unary(core.compile((x: Shaped) => core.multiply(core.tanh(x), x))) },
  mapTree: {
    'of a record': gradientCase((x, y) => core.mapTree((leaf) => core.sin(leaf), { x, y: [y] }), fc.tuple(m23, v3)),
  },
};
