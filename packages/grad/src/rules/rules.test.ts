/**
 * The rules of primitives without sub-programs, each on its domain.
 */
import type { AnyTensor } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { vjp } from '../vjp.ts';
import { check, type Differentiable, tensor, values } from '../../test/checkRule.ts';

const x = (...elements: readonly number[]): AnyTensor => tensor(elements, [elements.length]);
/** `2 x 3` with distinct elements. */
const matrix = tensor([0.5, -1.25, 2, 0.75, 1.5, -0.625], [2, 3]);
const cube = tensor(
  Array.from({ length: 24 }, (_, index) => ((index * 7) % 24) / 8 - 1.4),
  [2, 3, 4],
);

describe('unary', () => {
  const anywhere = x(-1.5, -0.25, 0.5, 2);
  const positive = x(0.25, 0.75, 1.5, 3);
  const inside = x(-0.75, -0.25, 0.125, 0.625);
  const rows: readonly (readonly [name: string, f: (x: AnyTensor) => AnyTensor, at: AnyTensor])[] = [
    ['negate', P.negate, anywhere],
    ['abs', P.abs, anywhere],
    ['sign', P.sign, anywhere],
    ['exp', P.exp, anywhere],
    ['expm1', P.expm1, anywhere],
    ['log', P.log, positive],
    ['log1p', P.log1p, inside],
    ['sqrt', P.sqrt, positive],
    ['rsqrt', P.rsqrt, positive],
    ['cbrt', P.cbrt, anywhere],
    ['sin', P.sin, anywhere],
    ['cos', P.cos, anywhere],
    ['tan', P.tan, inside],
    ['asin', P.asin, inside],
    ['acos', P.acos, inside],
    ['atan', P.atan, anywhere],
    ['sinh', P.sinh, anywhere],
    ['cosh', P.cosh, anywhere],
    ['tanh', P.tanh, anywhere],
    ['asinh', P.asinh, anywhere],
    ['acosh', P.acosh, x(1.25, 2, 3.5)],
    ['atanh', P.atanh, inside],
    ['logistic', P.logistic, anywhere],
    ['erf', P.erf, anywhere],
    ['erfInv', P.erfInv, inside],
    ['floor', P.floor, x(-1.25, 0.25, 2.75)],
    ['ceil', P.ceil, x(-1.25, 0.25, 2.75)],
    ['round', P.round, x(-1.25, 0.25, 2.75)],
  ];
  test.each(rows)('%s', (_, f, at) => {
    check(f, at);
  });
});

describe('binary', () => {
  const [a, b] = [x(-1.5, -0.25, 0.5, 2), x(0.75, -1.25, 2.5, -0.5)];
  const positive = x(0.5, 1.25, 2, 0.75);
  const rows: readonly (readonly [name: string, f: (x: AnyTensor, y: AnyTensor) => AnyTensor, x: AnyTensor, y: AnyTensor])[] = [
    ['add', P.add, a, b],
    ['subtract', P.subtract, a, b],
    ['multiply', P.multiply, a, b],
    ['divide', P.divide, a, b],
    ['remainder', P.remainder, x(5.25, -5.25, 7.5, 1), x(2, 2, -2.25, 3)],
    ['power', P.power, positive, b],
    ['maximum', P.maximum, a, b],
    ['minimum', P.minimum, a, b],
    ['atan2', P.atan2, a, b],
  ];
  test.each(rows)('%s', (_, f, left, right) => {
    check(f, left, right);
  });
  test('the same operand twice', () => {
    check((y) => P.multiply(y, y), a);
    check((y) => P.divide(y, P.add(y, P.fillLike(y, 3))), a);
  });
  test('power with a constant exponent or base', () => {
    check((y) => P.power(y, P.fillLike(y, 3)), a);
    check((y) => P.power(P.fillLike(y, 2.5), y), a);
  });
});

describe('select and convert', () => {
  const [a, b] = [x(-1.5, -0.25, 0.5, 2), x(0.75, -1.25, 2.5, -0.5)];
  test('select', () => {
    check((y, z) => P.select(P.less(y, z), P.sin(y), P.multiply(z, z)), a, b);
    check((y) => P.select(P.less(y, b), y, b), a);
    check((y) => P.select(P.less(y, b), b, y), a);
  });
  test('convert to another float and back', () => {
    const dyadic = x(-1.5, -0.25, 0.5, 2);
    const [value, pullback] = vjp((y: AnyTensor) => P.multiply(P.convert(y, 'f32'), P.fill(2, [4], 'f32')), dyadic);
    expect(value.dtype).toBe('f32');
    expect(values(pullback(P.constant(Float32Array.from([1, 2, 3, 4]), [4], 'f32'))[0])).toEqual([2, 4, 6, 8]);
  });
  test('convert through integers has no derivative', () => {
    check((y) => P.multiply(y, P.convert(P.convert(y, 'i32'), 'f64')), x(-1.5, -0.25, 0.5, 2.25));
  });
  test('stopGradient is a constant', () => {
    const [, pullback] = vjp((y: AnyTensor) => P.multiply(y, P.stopGradient(y)), a);
    expect(values(pullback(P.fillLike(a, 1))[0])).toEqual(values(a));
  });
});

describe('movement', () => {
  const rows: readonly (readonly [name: string, f: Differentiable, at: AnyTensor])[] = [
    ['broadcastInDim', (y) => P.broadcastInDim(y, [2, 4, 3], [0, 2]), matrix],
    ['broadcastInDim, axes exchanged', (y) => P.broadcastInDim(y, [3, 4, 2], [2, 0]), matrix],
    ['broadcastInDim, two of three axes exchanged', (y) => P.broadcastInDim(y, [2, 4, 3], [0, 2, 1]), cube],
    ['broadcastInDim, an axis stretched', (y) => P.broadcastInDim(y, [4, 3], [0, 1]), tensor([1, -2, 0.5], [1, 3])],
    [
      'broadcastInDim, axes exchanged and stretched',
      (y) => P.broadcastInDim(y, [3, 5, 2, 4], [2, 1, 0]),
      tensor([1, -2, 0.5, 2, 3, 4], [2, 1, 3]),
    ],
    ['broadcastInDim, an axis of size 1 kept', (y) => P.broadcastInDim(y, [1, 3], [0, 1]), tensor([1, -2, 0.5], [1, 3])],
    ['broadcastInDim of a scalar', (y) => P.broadcastInDim(y, [2, 2], []), tensor([1.5], [])],
    ['reshape', (y) => P.reshape(y, [3, 2]), matrix],
    ['transpose', (y) => P.transpose(y, [2, 0, 1]), cube],
    ['reverse', (y) => P.reverse(y, [0, 2]), cube],
    ['slice', (y) => P.slice(y, [0, 1, 1], [2, 3, 4], [1, 1, 1]), cube],
    ['slice, strided', (y) => P.slice(y, [0, 0, 0], [2, 3, 4], [1, 2, 3]), cube],
    ['slice, strided with a rest', (y) => P.slice(y, [1], [7], [4]), x(1, 2, 3, 4, 5, 6, 7, 8)],
    ['slice, empty', (y) => P.reduceSum(P.slice(y, [1], [1], [2]), [0]), x(1, 2, 3)],
    ['concatenate with itself', (y) => P.concatenate([y, P.sin(y), y], 1), matrix],
    ['concatenate with a constant', (y) => P.concatenate([y, P.fill(2, [2, 1], 'f64')], 1), matrix],
    ['cumulativeSum', (y) => P.cumulativeSum(y, 1, false), cube],
    ['cumulativeSum from the end', (y) => P.cumulativeSum(y, 2, true), cube],
    ['variable', (y) => P.multiply(y, y), matrix],
    ['argSort and gather: sort', (y) => sorted(y), x(0.5, -1, 2, 0.25)],
  ];
  test.each(rows)('%s', (_, f, at) => {
    check((y) => f(P.sin(y)), at);
    check(f, at);
  });
  test('concatenate', () => {
    check((y, z) => P.concatenate([y, z], 0), matrix, tensor([1, 2, 3], [1, 3]));
  });
  const edges: readonly (readonly [
    name: string,
    low: readonly number[],
    high: readonly number[],
    interior: readonly number[],
  ])[] = [
    ['edges', [1, 0], [0, 2], [0, 0]],
    ['interior', [0, 1], [1, 0], [1, 2]],
    ['cropping', [-1, 1], [0, -1], [0, 0]],
    ['cropping with interior', [-1, -2], [1, -1], [2, 1]],
  ];
  test.each(edges)('pad: %s', (_, low, high, interior) => {
    check((y, value) => P.pad(y, value, low, high, interior), matrix, tensor([0.5], []));
    check((y) => P.pad(y, P.scalar(2, 'f64'), low, high, interior), matrix);
    check((value) => P.pad(matrix, value, low, high, interior), tensor([0.5], []));
  });
  test('pad of nothing', () => {
    check((y, value) => P.pad(y, value, [2], [1], [3]), tensor([], [0]), tensor([0.5], []));
  });
});

const sorted = (y: AnyTensor): AnyTensor =>
  P.gather(y, P.reshape(P.argSort(y, 0), [y.size, 1]), {
    offset: [],
    collapsed: [0],
    operandBatch: [],
    indicesBatch: [],
    indexMap: [0],
    sliceSizes: [1],
  });

describe('reductions', () => {
  const rows: readonly (readonly [name: string, f: Differentiable, at: AnyTensor])[] = [
    ['reduceSum', (y) => P.reduceSum(y, [0, 2]), cube],
    ['reduceSum of squares', (y) => P.reduceSum(P.multiply(y, y), [1]), cube],
    ['reduceMax', (y) => P.reduceMax(y, [1]), cube],
    ['reduceMin', (y) => P.reduceMin(y, [0, 2]), cube],
    ['reduceProd', (y) => P.reduceProd(y, [1]), matrix],
    ['reduceProd over several axes', (y) => P.reduceProd(y, [0, 2]), tensor([1, 2, 0.5, -1, 1.5, 0.75, -2, 1.25], [2, 2, 2])],
    ['reduceProd of five', (y) => P.reduceProd(y, [0]), x(1, -2, 0.5, 1.5, 0.75)],
    ['reduceProd with a zero', (y) => P.reduceProd(y, [0]), x(1, 0, 0.5, 1.5)],
    ['reduceProd with two zeros', (y) => P.reduceProd(y, [0]), x(1, 0, 0.5, 0)],
    ['reduceProd of one', (y) => P.reduceProd(y, [0]), x(3)],
    ['reduceProd of none', (y) => P.multiply(P.reduceProd(y, [1]), P.reduceProd(y, [1])), tensor([], [2, 0])],
    ['reduceProd over no axis', (y) => P.reduceProd(y, []), matrix],
  ];
  test.each(rows)('%s', (_, f, at) => {
    check(f, at);
  });
});

describe('dotGeneral', () => {
  const y = tensor(
    Array.from({ length: 24 }, (_, index) => ((index * 5) % 24) / 9 - 1.1),
    [4, 3, 2],
  );
  const rows: readonly (readonly [name: string, x: AnyTensor, y: AnyTensor, axes: Parameters<typeof P.dotGeneral>[2]])[] = [
    ['matrix product', matrix, tensor([1, 2, -1, 0.5, 3, -2], [3, 2]), { contract: [[1], [0]], batch: [[], []] }],
    [
      'two batch axes, exchanged',
      cube,
      y,
      {
        contract: [[2], [0]],
        batch: [
          [0, 1],
          [2, 1],
        ],
      },
    ],
    ['a batch axis', cube, y, { contract: [[1], [1]], batch: [[2], [0]] }],
    [
      'two contracted axes, exchanged',
      cube,
      y,
      {
        contract: [
          [2, 1],
          [0, 1],
        ],
        batch: [[], []],
      },
    ],
    [
      'two contracted axes, in falling order',
      cube,
      y,
      {
        contract: [
          [1, 2],
          [1, 0],
        ],
        batch: [[], []],
      },
    ],
    [
      'all axes',
      cube,
      y,
      {
        contract: [
          [0, 1, 2],
          [2, 1, 0],
        ],
        batch: [[], []],
      },
    ],
    ['outer product', matrix, x(1, 2, -1), { contract: [[], []], batch: [[], []] }],
  ];
  test.each(rows)('%s', (_, left, right, axes) => {
    check((a, b) => P.dotGeneral(a, b, axes), left, right);
  });
  test('with itself', () => {
    check((a) => P.dotGeneral(a, a, { contract: [[1], [1]], batch: [[], []] }), matrix);
  });
});

const indices = (elements: readonly number[], sizes: readonly number[]): AnyTensor =>
  P.constant(Int32Array.from(elements), sizes, 'i32');

describe('gather and scatterAdd', () => {
  const table = tensor(
    Array.from({ length: 12 }, (_, index) => ((index * 5) % 12) / 4 - 1),
    [4, 3],
  );
  type Axes = Parameters<typeof P.gather>[2];
  const rows: readonly (readonly [name: string, x: AnyTensor, indices: AnyTensor, result: readonly number[], axes: Axes])[] = [
    [
      'rows',
      table,
      indices([3, 0, 3, 1, 1], [5, 1]),
      [5, 3],
      { offset: [1], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1, 3] },
    ],
    [
      'columns',
      table,
      indices([2, 0], [2, 1]),
      [4, 2],
      { offset: [0], collapsed: [1], operandBatch: [], indicesBatch: [], indexMap: [1], sliceSizes: [4, 1] },
    ],
    [
      'elements',
      table,
      indices([3, 0, 1, 2, 3, 0], [3, 2]),
      [3],
      { offset: [], collapsed: [0, 1], operandBatch: [], indicesBatch: [], indexMap: [0, 1], sliceSizes: [1, 1] },
    ],
    [
      'windows',
      table,
      indices([1, 0, 2, 1], [2, 2]),
      [2, 2, 2],
      { offset: [1, 2], collapsed: [], operandBatch: [], indicesBatch: [], indexMap: [0, 1], sliceSizes: [2, 2] },
    ],
    [
      'a batch axis',
      cube,
      indices([2, 0, 1, 1], [2, 2, 1]),
      [2, 2, 4],
      { offset: [2], collapsed: [1], operandBatch: [0], indicesBatch: [0], indexMap: [1], sliceSizes: [1, 1, 4] },
    ],
  ];
  test.each(rows)('gather: %s', (_, operand, index, __, axes) => {
    check((y) => P.gather(P.multiply(y, y), index, axes), operand);
    check((y) => P.gather(y, index, axes), operand);
  });
  test.each(rows)('scatterAdd: %s', (_, operand, index, sizes, axes) => {
    const updates = tensor(
      Array.from({ length: sizes.reduce((size, n) => size * n, 1) }, (__, at) => at / 8 - 0.5),
      sizes,
    );
    check((y, u) => P.scatterAdd(y, index, u, axes), operand, updates);
    check((y) => P.scatterAdd(y, index, P.sin(updates), axes), operand);
    check((u) => P.scatterAdd(operand, index, P.multiply(u, u), axes), updates);
  });
  test('nothing is written outside, and nothing comes back from there', () => {
    const axes: Axes = { offset: [1], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1, 3] };
    check(
      (u) => P.scatterAdd(table, indices([3, 4, -1], [3, 1]), P.multiply(u, u), axes),
      tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3]),
    );
  });
  test('indices of their own for each member of a batch', () => {
    const chosen: Differentiable = (y, scores) => {
      const index = P.reshape(P.argMax(scores, 0), [1, 1]);
      return P.gather(y, index, {
        offset: [1],
        collapsed: [0],
        operandBatch: [],
        indicesBatch: [],
        indexMap: [0],
        sliceSizes: [1, 3],
      });
    };
    check(chosen, table, x(0.5, 2, -1, 1));
    const ownRow: Differentiable = (y, scores) => P.multiply(chosen(P.sin(y), scores), chosen(y, P.negate(scores)));
    check(ownRow, table, x(0.5, 2, -1, 1));
  });
});

describe('the check', () => {
  const at = tensor([0.5, -1.25], [2]);
  test('finds a value that the derivative does not see', () => {
    expect(() => check((y) => P.add(y, P.stopGradient(y)), at)).toThrow(/first order: jvp/);
    expect(() => check((y) => P.multiply(y, P.stopGradient(P.multiply(y, y))), at)).toThrow(/first order: jvp/);
  });
});
