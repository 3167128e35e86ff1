import * as core from '@cotangent/core';
import { describe, expect, it, test } from 'vitest';
import { fromUnknown, maximum, oneHot, pad, repeat, roll, tensor, tile, tril, zeros, dim, add, clip } from '../index.ts';

// The types refuse most of these as well; the casts are how a JavaScript user, or a number from a variable, gets here.
const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const untyped = (f: unknown): ((...args: readonly unknown[]) => unknown) => f as (...args: readonly unknown[]) => unknown;

/** What may stand in the wrong place. */
const anything: readonly unknown[] = [3, 'a', null, undefined, [1, 2], { keepDims: true }, x, core.key(0), tensor([true, false])];

/** All lists of up to three of them; null in third place would be options. */
const calls: readonly (readonly unknown[])[] = [
  [],
  ...anything.flatMap((a) => [
    [a],
    ...anything.flatMap((b) => [[a, b], ...anything.filter((c) => c !== null).map((c) => [a, b, c])]),
  ]),
];

/** They take functions, programs, or trees, whose messages begin with the place in the tree. */
const others = new Set([
  'compile',
  'evaluate',
  'flattenTree',
  'flattenTreeLike',
  'mapTree',
  'scan',
  'showProgram',
  'trace',
  'unflattenTree',
]);

// All exports as one union of types would be more than the compiler can hold.
const functions = Object.entries(core as unknown as Readonly<Record<string, unknown>>).filter(
  ([name, value]) => typeof value === 'function' && !name.endsWith('Error') && !others.has(name),
);

const kinds = [core.ShapeError, core.DTypeError, core.TraceError, RangeError];

describe('what makes no sense in the place of an argument is refused by the name of the function', () => {
  it.each(functions)('%s', (name, f) => {
    const foreign = calls.flatMap((call) => {
      try {
        untyped(f)(...call);
        return [];
      } catch (error: unknown) {
        const named = new RegExp(`^${name}\\b`).test((error as Error).message);
        return named && kinds.some((kind) => error instanceof kind) ? [] : [[call, error]];
      }
    });
    expect(foreign).toEqual([]);
  });
});

describe('dtypes that make no sense are refused by name', () => {
  const wrong: readonly (readonly [message: string, call: () => unknown])[] = [
    ["tensor: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(tensor)([1], 'f16')],
    ["scalar: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(core.scalar)(1, 'f16')],
    ["full: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(core.full)([2], 1, 'f16')],
    ["fromNested: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(core.fromNested)([1], [1], 'f16')],
    ["fromUnknown: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(fromUnknown)([1], 'f16')],
    ["fromArray: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(core.fromArray)([1], [1], 'f16')],
    ["tensorCodec: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(core.tensorCodec)([1], 'f16')],
    ["convert: the dtype is 'f16', not one of f32, f64, i32, u32, bool", () => untyped(core.convert)(x, 'f16')],
    ["arange: the dtype is 'f16', not one of f32, f64, i32, u32", () => untyped(core.arange)(3, 'f16')],
    ["arange: the dtype is 'bool', not one of f32, f64, i32, u32", () => untyped(core.arange)(0, 3, 'bool')],
    ["linspace: the dtype is 'i32', not one of f32, f64", () => untyped(core.linspace)(0, 1, 3, 'i32')],
    ["uniform: the dtype is 'i32', not one of f32, f64", () => untyped(core.uniform)(core.key(0), [2], { dtype: 'i32' })],
    ["normal: the dtype is 'i32', not one of f32, f64", () => untyped(core.normal)(core.key(0), [2], { dtype: 'i32' })],
    [
      "truncatedNormal: the dtype is 'bool', not one of f32, f64",
      () => untyped(core.truncatedNormal)(core.key(0), [2], { dtype: 'bool' }),
    ],
    ["randint: the dtype is 'f32', not one of i32, u32", () => untyped(core.randint)(core.key(0), [2], { max: 3, dtype: 'f32' })],
    ["getRing: the dtype is 'f32', not one of i32, u32", () => untyped(core.getRing)([2], 'f32')],
  ];
  it.each(wrong)('%s', (message, call) => {
    expect(call).toThrow(new core.DTypeError(message));
  });
});

/** A list with a hole, which untyped callers write by mistake. */
const hole: readonly unknown[] = Object.assign([1], { 2: 2 });

describe('arguments in the place of others are refused with advice', () => {
  it.each<[string, () => unknown]>([
    [
      'mean: expected an axis, found an object: options come after it, as in f(x, undefined, options)',
      () => untyped(core.mean)(x, { keepDims: true }),
    ],
    ['sum: keepdims is no option: the options are keepDims, true or false', () => untyped(core.sum)(x, 0, { keepdims: true })],
    ['normal: mean is no option: the options are dtype', () => untyped(core.normal)(core.key(0), [3], { mean: 1 })],
    ['normal: the options are an object of dtype', () => untyped(core.normal)(core.key(0), [3], 'f64')],
    [
      'truncatedNormal: min is no option: the options are lower, upper, dtype',
      () => untyped(core.truncatedNormal)(core.key(0), [3], { min: 1 }),
    ],
    ['uniform: low is no option: the options are min, max, dtype', () => untyped(core.uniform)(core.key(0), [3], { low: 1 })],
    ['uniformLike: low is no option: the options are min, max', () => untyped(core.uniformLike)(core.key(0), x, { low: 1 })],
    [
      'randint: high is no option: the options are min, max, dtype',
      () => untyped(core.randint)(core.key(0), [3], { max: 3, high: 1 }),
    ],
    ['compile: cache is no option: the options are engine, cacheSize', () => untyped(core.compile)(core.exp, { cache: 1 })],
    ['evaluate: on is no option: the options are engine', () => untyped(core.evaluate)(x, { on: 'wasm' })],
    [
      'scan: backward is no option: the options are reverse',
      () => untyped(core.scan)((c: unknown) => [c, {}], core.scalar(1), x, { backward: true }),
    ],
    ['argMax: the options are keepDims, true or false', () => untyped(core.argMax)(x, 0, null)],
    ['norm: the options are keepDims, true or false; order, a number', () => untyped(core.norm)(x, 0, { order: '1' })],
    [
      'standardDeviation: the options are keepDims, true or false; correction, a number',
      () => untyped(core.standardDeviation)(x, 0, { correction: '1' }),
    ],
    [
      'refine: expected a tensor, got an array: take a part of it, y[0], or make one with tensor(...), scalar(...) or fromArray(...)',
      () => untyped(core.refine)([1], [1]),
    ],
    [
      'exp: expected a tensor, got an array: take a part of it, y[0], or make one with tensor(...), scalar(...) or fromArray(...)',
      () => untyped(core.exp)([x, {}]),
    ],
    ['exp: expected a tensor, got number: make one with tensor(...), scalar(...) or fromArray(...)', () => untyped(core.exp)(3)],
    [
      'add: expected a tensor, got an array: take a part of it, y[0], or make one with tensor(...), scalar(...) or fromArray(...)',
      () => untyped(add)(x, [1]),
    ],
    [
      'categorical: the logits are [2, 0]: there is no category to draw',
      () => untyped(core.categorical)(core.key(0), zeros([2, 0])),
    ],
    [
      'scan: a step gives a pair [carry, y], or [carry, {}] when there is nothing to stack',
      () => untyped(core.scan)((carry: unknown) => carry, core.scalar(1), x),
    ],
    [
      'scan: a step gives a pair [carry, y], or [carry, {}] when there is nothing to stack',
      () => untyped(core.scan)((carry: unknown) => [carry], core.scalar(1), x),
    ],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('sizes, counts and elements that make no sense are refused by name', () => {
  it.each<[string, RegExp, () => unknown]>([
    ['tile by a fraction', /^tile: count 0 is 2.5/, () => untyped(tile)(x, [2.5, 1])],
    ['tile by a negative', /^tile: count 1 is -1/, () => untyped(tile)(x, [1, -1])],
    ['repeat by a fraction', /^repeat: the count is 1.5/, () => untyped(repeat)(x, 1.5, 0)],
    ['oneHot of a negative', /^oneHot: the depth is -1/, () => untyped(oneHot)(tensor([0], 'i32'), -1)],
    ['roll by a fraction', /^roll: the shift 0.5/, () => untyped(roll)(x, 0.5, 0)],
    ['tril by NaN', /^tril: the offset NaN/, () => untyped(tril)(x, Number.NaN)],
    [
      'pad by fractions',
      /^pad: edges are pairs of integers/,
      () =>
        untyped(pad)(x, [
          [0.5, 0.5],
          [0, 0],
        ]),
    ],
    ['pad by no pair', /^pad: edges are pairs of integers/, () => untyped(pad)(x, [[1], [0, 0]])],
    ['pad by no pair, and by a negative before', /^pad: edges are pairs of integers/, () => untyped(pad)(x, [[-1, 0], [1]])],
    [
      'elements beyond counters',
      /^normal: \[1000000000, 3\] has 3000000000 elements/,
      () => core.normal(core.key(0), [1_000_000_000, 3]),
    ],
    [
      'an empty window before options',
      /^conv: the window of kernel/,
      () => untyped(core.conv)(core.ones([8, 3, 0]), { stride: 0 }),
    ],
    [
      'a shape before a dtype that comes later',
      /^maxPool: \[\] has fewer axes/,
      () => untyped(core.maxPool([2]))(core.zeros([], 'bool')),
    ],
    ['an axis before a dtype that comes later', /^any: axis 4 is out of range/, () => untyped(core.any(4))(x)],
    ['a dtype in front before an axis', /^any: needs booleans/, () => untyped(core.any)(x, 4)],
    ['pad by null', /^pad: edges are pairs of integers/, () => untyped(pad)(x, [null, [0, 0]])],
    ['pad by a text', /^pad: edges are pairs of integers/, () => untyped(pad)(x, ['ab', [0, 0]])],
    ['slice from one bound', /^slice: range \[0\] does not fit axis 0/, () => untyped(core.slice)(x, [[0]])],
    ['slice from none', /^slice: range \[\] does not fit axis 1/, () => untyped(core.slice)(x, [null, []])],
    ['slice to nothing', /^slice: range \[0, undefined\] does not fit/, () => untyped(core.slice)(x, [[0, undefined]])],
    ['split by a part', /^splitAxis: part 1 is -1/, () => untyped(core.splitAxis)(x, [3, -1])],
    ['tile beyond all sizes', /^tile: axis 0 is 999000000000/, () => tile(zeros([1_000_000_000, 1]), [999, 1])],
    ['repeat beyond', /^repeat: axis 0 is 999000000000/, () => repeat(zeros([1_000_000_000]), 'n -> (k n)', { k: 999 })],
    ['flatten beyond', /^flatten: axis 0 is 1000000000000/, () => core.flatten(zeros([1_000_000, 1_000_000]))],
    ['concatenate beyond', /^concatenate: axis 0 is/, () => core.concatenate([zeros([2_000_000_000]), zeros([2_000_000_000])])],
    ['bounds that are no options', /^randint: there is no bound/, () => untyped(core.randint)(core.key(0), [2], 0, 5)],
    ['an axis before bounds', /^randint: axis 0 is -1/, () => untyped(core.randint)(core.key(0), [-1], { max: 0 })],
    [
      'a dtype before channels',
      /^conv: needs numbers, got bool/,
      () => untyped(core.conv)(core.ones([4, 8], 'bool'), core.ones([8, 3, 3], 'bool')),
    ],
    [
      'a dtype before a kind',
      /^reduceWindow: needs numbers, got bool/,
      () => untyped(core.reduceWindow)(core.ones([2], 'bool'), 'prod', [2]),
    ],
    ['pad booleans with 2', /^pad: expected true, false, 0 or 1/, () => untyped(pad)(tensor([true]), [[1, 1]], 2)],
    ['a negative beside u32', /^maximum: expected an integer from 0/, () => maximum(tensor([1], 'u32'), -1)],
    ['a number too large for i32', /^add: expected an integer/, () => add(tensor([1], 'i32'), 3e9)],
    ['a number too large for f32', /^add: expected a number up to 3.4/, () => add(tensor([1]), 1e300)],
    ['clip beyond i32', /^clip: expected an integer/, () => clip(tensor([1], 'i32'), 0, 1e10)],
    [
      'a bare name as a size',
      /^zeros: axis 0 is the bare name 'batch': give its size with dim\('batch', size\)/,
      () => untyped(zeros)(['batch', 2]),
    ],
    ['no array as a shape', /^zeros: the shape is not an array: write \[2, 3\]/, () => untyped(zeros)(3)],
    ['null as a size', /^zeros: axis 0 is null/, () => untyped(zeros)([null])],
    [
      'tensors that are no list',
      /^stack: expected a list of tensors, and one axis or none: stack\(\[x, y\], 0\)$/,
      () => untyped(core.stack)(x, x),
    ],
    ['a text as an axis', /^squeeze: expected an axis, found the string "0"$/, () => untyped(core.squeeze)(x, '0')],
    ['a list as a size', /^zeros: axis 1 is an array of 1, not an integer/, () => untyped(zeros)([2, [3]])],
    ['nothing as a size', /^zeros: axis 0 is nothing, not an integer/, () => untyped(zeros)([undefined])],
    ['a hole as a size', /^zeros: axis 1 is nothing, not an integer/, () => untyped(zeros)(hole)],
    ['a hole in a shape to come', /^reshape: axis 1 is nothing, not an integer/, () => untyped(core.reshape)(x, hole)],
    ['a hole in a shape to draw', /^normal: axis 1 is nothing, not an integer/, () => untyped(core.normal)(core.key(0), hole)],
    ['a hole as an axis', /^sum: expected an axis, found nothing$/, () => untyped(core.sum)(zeros([2, 3, 4]), hole)],
    ['a size as a shape to come', /^reshape: the shape is not an array/, () => untyped(core.reshape)(6)],
    ['a bare name in a shape to come', /^reshape: axis 1 is the bare name 'n'/, () => untyped(core.reshape)([-1, 'n'])],
    ['a size as a shape to stretch to', /^broadcastTo: the shape is not an array/, () => untyped(core.broadcastTo)(6)],
    ['no dtype', /'f16'/, () => untyped(zeros)([2], 'f16')],
    ['a name that is arithmetic', /^dim: 'seq-len' is no name/, () => untyped(dim)('seq-len', 4)],
    ['no name', /^dim: '' is no name/, () => untyped(dim)('', 4)],
  ])('%s', (_, message, call) => {
    expect(call).toThrow(message);
  });

  it('data that contains itself', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(fromUnknown(cyclic)).toMatchObject({ _tag: 'Left', left: { expected: 'at most 64 axes' } });
    expect(() => untyped(tensor)(cyclic)).toThrow('more than 64 levels deep');
  });
});

describe('operands that are too many are refused, but not what map gives behind an element', () => {
  const mask = tensor([true, false, true]);
  test.each<readonly [said: string, f: unknown, given: readonly unknown[]]>([
    ['where: takes three operands, not more', core.where, [mask, 1, 2, x]],
    ['clip: takes three operands, not more', core.clip, [x, 0, 1, x]],
    ['take: takes three operands, not more', core.take, [x, tensor([0], 'i32'), 0, 1]],
    ['pad: takes three operands, not more', core.pad, [x, [[0, 0]], 0, 1]],
    ['tril: takes two operands, not more', core.tril, [x, 0, 1]],
    ['diagonal: takes one operand, not more', core.diagonal, [x, 0]],
    ['concatenate: expected a list of tensors, and one axis or none: concatenate([x, y], 0)', core.concatenate, [x, x, 0]],
    ['flatten: takes one axis: write flatten(x, 1)', core.flatten, [x, 0, 1]],
    ['transpose: takes one list of axes: write transpose(x, [1, 0])', core.transpose, [x, 1, 0]],
  ])('%s', (said, f, given) => {
    expect(() => untyped(f)(...given)).toThrow(said);
  });

  test('an index and a list', () => {
    const square = zeros([2, 2]);
    expect([square].map(untyped(core.diagonal) as never)).toHaveLength(1);
    expect([square].map(untyped(core.flatten) as never)).toHaveLength(1);
  });
});
