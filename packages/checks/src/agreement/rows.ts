/**
 * The functions whose calls are drawn, each with arguments that it accepts: a function a row, or a family of functions.
 */
import * as fc from 'fast-check';
import { type Argument, axis, code, show, tensor } from './argument.ts';
import { type Dim, dims, modest, shapes, shapesOf, someAxes } from './dims.ts';
import {
  alone,
  alongOne,
  alongTwo,
  type Arguments,
  axesOf,
  between,
  grouped,
  joined,
  kept,
  lots,
  ones,
  over,
  padded,
  permuted,
  repeated,
  sizes,
  sliced,
  split,
  stacked,
  taken,
  takenAlong,
  tiled,
  within,
} from './given.ts';

/** Functions that take the same arguments. */
export interface Row {
  readonly names: readonly string[];
  readonly args: Arguments;
  /** How many of the arguments are tensors that may come last, in a call of their own. */
  readonly last?: 1 | 2;
}

const floats = fc.constantFrom('f32', 'f32', 'f64');

const pairs = shapes.chain((shape) => fc.tuple(within(shape), within(shape)));
const triples = shapes.chain((shape) => fc.tuple(within(shape), within(shape), within(shape)));

/** Two operands; or one and a number. */
const operands = (dtype: string): Arguments =>
  fc.oneof(
    { weight: 6, arbitrary: pairs.map(([a, b]) => [tensor(a, dtype), tensor(b, dtype)]) },
    {
      weight: 1,
      arbitrary: shapes.map((shape) => [tensor(shape, dtype), dtype === 'bool' ? tensor([], dtype) : code('2')]),
    },
  );

const elementwise: readonly Row[] = [
  {
    names: ['add', 'subtract', 'multiply', 'divide', 'remainder', 'power', 'maximum', 'minimum', 'atan2', 'logAddExp'],
    args: operands('f32'),
    last: 2,
  },
  { names: ['equal', 'notEqual', 'less', 'lessEqual', 'greater', 'greaterEqual'], args: operands('f32'), last: 2 },
  { names: ['logicalAnd', 'logicalOr', 'logicalXor'], args: operands('bool'), last: 2 },
  {
    names: ['bitwiseAnd', 'bitwiseOr', 'bitwiseXor', 'shiftLeft', 'shiftRightLogical', 'shiftRightArithmetic'],
    args: operands('i32'),
    last: 2,
  },
  { names: ['where'], args: triples.map(([c, a, b]) => [tensor(c, 'bool'), tensor(a), tensor(b)]) },
  { names: ['clip'], args: triples.map(([a, b, c]) => [tensor(a), tensor(b), tensor(c)]) },
];

const dtypes = fc.constantFrom('f32', 'f32', 'f64', 'i32', 'u32', 'bool');
const ofAny = fc.tuple(shapes, dtypes).map(([shape, dtype]): readonly Argument[] => [tensor(shape, dtype)]);

// prettier-ignore
const ofFloats = [
  'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sqrt', 'rsqrt', 'cbrt', 'reciprocal', 'sigmoid', 'erf', 'erfInv',
  'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh',
  'floor', 'ceil', 'round', 'isNaN', 'isFinite', 'isInfinite',
];

const unary: readonly Row[] = [
  {
    names: ofFloats,
    args: fc.tuple(shapes, floats).map(([shape, dtype]) => [tensor(shape, dtype)]),
  },
  {
    names: ['abs', 'sign', 'square', 'negate', 'bitwiseNot', 'logicalNot', 'zerosLike', 'onesLike', 'stopGradient'],
    args: ofAny,
  },
  { names: ['convert'], args: fc.tuple(ofAny, dtypes).map(([given, dtype]) => [...given, code(`'${dtype}'`)]) },
  {
    names: ['fullLike'],
    args: fc.tuple(ofAny, fc.constantFrom('1', '0.5', 'true', '-1', '4e9')).map(([given, value]) => [...given, code(value)]),
  },
];

const matrices = fc
  .record({ batch: pairs, rows: dims, inner: dims, columns: dims, vectors: fc.nat(5) })
  .map(({ batch: [a, b], rows, inner, columns, vectors }): readonly Argument[] => [
    tensor(vectors === 1 || vectors === 2 ? [inner] : [...a.slice(-2), rows, inner]),
    tensor(vectors === 2 || vectors === 3 ? [inner] : [...b.slice(-2), inner, columns]),
  ]);

const linear: readonly Row[] = [
  { names: ['matmul'], args: matrices, last: 2 },
  { names: ['dot'], args: dims.map((dim) => [tensor([dim]), tensor([dim])]), last: 2 },
  { names: ['outer'], args: fc.tuple(dims, dims).map(([n, m]) => [tensor([n]), tensor([m])]), last: 2 },
];

/** A shape, and another one with as many elements, where one dimension may be left open. */
const reshaped = fc
  .record({
    factors: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom<Dim>(1, 2, 3, 'n', 'm') },
        { weight: 1, arbitrary: modest.filter((dim) => dim !== 'n-1') },
      ),
      {
        maxLength: 5,
      },
    ),
    from: lots(fc.boolean(), 5),
    to: lots(fc.boolean(), 5),
    open: fc.nat(8),
    order: fc.boolean(),
  })
  .map(({ factors, from, to, open, order }): readonly Argument[] => {
    const target = grouped(order ? factors : factors.toReversed(), to);
    return [tensor(grouped(factors, from)), target.map((dim, index) => axis(index === open ? -1 : dim))];
  });

const shaping: readonly Row[] = [
  { names: ['reshape'], args: reshaped, last: 1 },
  { names: ['flatten'], args: fc.oneof(someAxes.chain(alongOne), shapes.chain(alone)) },
  { names: ['transpose'], args: fc.oneof(shapes.chain(permuted), shapes.chain(alone)), last: 1 },
  { names: ['swapAxes', 'moveAxis'], args: someAxes.chain(alongTwo), last: 1 },
  { names: ['expandDims'], args: shapes.chain(between), last: 1 },
  { names: ['squeeze'], args: shapes.chain(ones), last: 1 },
  {
    names: ['broadcastTo'],
    args: shapes.chain((shape) => within(shape).map((from) => [tensor(from), shape.map(axis)])),
    last: 1,
  },
  { names: ['reverse'], args: fc.oneof(someAxes.chain(alongOne), shapes.chain(permuted)), last: 1 },
  { names: ['roll'], args: someAxes.chain((shape) => axesOf(shape).map((at) => [tensor(shape), code('3'), at])), last: 1 },
  { names: ['tile'], args: shapes.chain(tiled), last: 1 },
  { names: ['repeat'], args: someAxes.chain(repeated) },
];

const joining: readonly Row[] = [
  { names: ['concatenate'], args: someAxes.chain(joined) },
  { names: ['stack'], args: shapes.chain(stacked) },
  { names: ['splitAxis'], args: someAxes.chain(split) },
  { names: ['slice'], args: someAxes.chain(sliced), last: 1 },
  { names: ['pad'], args: shapes.chain(padded) },
];

const indices = fc.constantFrom('i32', 'u32');

const indexing: readonly Row[] = [
  { names: ['take'], args: someAxes.chain(taken) },
  { names: ['takeAlongAxis'], args: someAxes.chain(takenAlong) },
  {
    names: ['oneHot'],
    args: fc.tuple(shapes, dims, indices).map(([shape, depth, dtype]) => [tensor(shape, dtype), axis(depth)]),
  },
  { names: ['tril', 'triu'], args: shapesOf(2, 4).map((shape) => [tensor(shape)]) },
  { names: ['diagonal'], args: fc.tuple(shapesOf(0, 2), dims).map(([shape, n]) => [tensor([...shape, n, n])]) },
];

const asBooleans = (args: readonly Argument[]): readonly Argument[] =>
  args.map((given) => (typeof given === 'object' && given !== null && 'tensor' in given ? tensor(given.tensor, 'bool') : given));

const reductions: readonly Row[] = [
  {
    names: ['sum', 'prod', 'max', 'min', 'mean', 'logSumExp', 'variance', 'standardDeviation', 'norm'],
    args: shapes.chain(over),
    last: 1,
  },
  { names: ['all', 'any'], args: shapes.chain(over).map(asBooleans), last: 1 },
  { names: ['argMax', 'argMin'], args: kept(someAxes.filter((shape) => !shape.includes(0)).chain(alongOne)), last: 1 },
  {
    names: ['softmax', 'logSoftmax', 'cumulativeSum', 'sort', 'argSort'],
    args: fc.oneof(someAxes.chain(alongOne), someAxes.chain(alone)),
    last: 1,
  },
];

const steps = fc.constantFrom(-3, -2, -1, 1, 2, 3);
const bounds = fc.integer({ min: -12, max: 12 });

const making: readonly Row[] = [
  { names: ['zeros', 'ones', 'spec'], args: shapes.map((shape) => [shape.map(axis)]) },
  { names: ['full'], args: shapes.map((shape) => [shape.map(axis), code('2')]) },
  {
    names: ['scalar'],
    args: fc.tuple(fc.constantFrom(2, 0.5, true), dtypes).map(([value, dtype]) => [value, code(`'${dtype}'`)]),
  },
  {
    names: ['tensor'],
    args: fc
      .tuple(sizes, sizes, dtypes)
      .chain(([rows, columns, dtype]) =>
        lots(lots(fc.constantFrom(0, 1, 3), columns), rows).map((values): readonly Argument[] => [values, code(`'${dtype}'`)]),
      ),
  },
  { names: ['eye'], args: dims.map((dim) => [axis(dim)]) },
  {
    names: ['arange'],
    args: fc.oneof(
      dims.map((dim) => [axis(dim)]),
      fc.tuple(bounds, bounds),
      fc.tuple(bounds, bounds, steps),
    ),
  },
  { names: ['linspace'], args: dims.map((dim) => [code('0'), code('1'), axis(dim)]) },
  {
    names: ['uniform', 'normal', 'truncatedNormal'],
    args: shapes.map((shape) => [code('key(0)'), shape.map(axis)]),
  },
];

const categories = fc
  .tuple(someAxes, floats)
  .map(([shape, dtype]): readonly Argument[] => [code('key(0)'), tensor(shape, dtype)]);

const drawing: readonly Row[] = [
  { names: ['bits'], args: shapes.map((shape) => [code('key(0)'), shape.map(axis)]) },
  {
    names: ['bernoulli'],
    args: shapes.chain((shape) =>
      fc
        .oneof(
          fc.constant<Argument>(0.5),
          fc.tuple(within(shape), floats).map(([of, dtype]): Argument => tensor(of, dtype)),
        )
        .map((chance) => [code('key(0)'), chance, shape.map(axis)]),
    ),
  },
  {
    names: ['normalLike', 'uniformLike'],
    args: fc.tuple(shapes, dtypes).map(([shape, dtype]) => [code('key(0)'), tensor(shape, dtype)]),
  },
  {
    names: ['bernoulliLike'],
    args: fc
      .tuple(fc.constantFrom<Argument>(0.5, 1.5, tensor([], 'f64'), tensor([2]), tensor([], 'i32')), ofAny)
      .map(([chance, given]) => [code('key(0)'), chance, ...given]),
  },
  { names: ['categorical'], args: categories.filter(([, logits]) => !show(logits ?? null).endsWith('0])')) },
  {
    names: ['permutation'],
    args: fc.oneof(
      categories,
      dims.map((dim) => [code('key(0)'), axis(dim)]),
    ),
  },
  {
    names: ['randint'],
    args: fc
      .tuple(shapes, fc.integer({ min: 1, max: 9 }))
      .map(([shape, max]) => [code('key(0)'), shape.map(axis), { options: { max } }]),
  },
  { names: ['split'], args: fc.integer({ min: 1, max: 4 }).map((count) => [code('key(0)'), count]) },
  { names: ['splitStacked'], args: dims.map((dim) => [code('key(0)'), axis(dim)]) },
  { names: ['foldIn'], args: fc.constantFrom<Argument>(3, tensor([], 'i32')).map((data) => [code('key(0)'), data]) },
];

export const rows: readonly Row[] = [
  ...elementwise,
  ...unary,
  ...linear,
  ...shaping,
  ...joining,
  ...indexing,
  ...reductions,
  ...making,
  ...drawing,
];
