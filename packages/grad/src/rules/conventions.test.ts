/**
 * Derivatives at kinks, ties and extremes, where finite differences say nothing: JAX's conventions.
 */
import type { AnyTensor } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { jvp } from '../jvp.ts';
import { vjp } from '../vjp.ts';
import { vmap } from '../vmap.ts';
import { type Differentiable, tensor, values } from '../../test/checkRule.ts';

const x = (...elements: readonly number[]): AnyTensor => tensor(elements, [elements.length]);

/** The derivatives of an elementwise function at some points, or of a reduction in each element. */
const derivatives = (f: Differentiable, ...xs: readonly AnyTensor[]): readonly (readonly number[])[] => {
  const [value, pullback] = vjp(f, ...xs);
  return pullback(P.fillLike(value, 1)).map(values);
};

/** The second derivatives of an elementwise function. */
const second = (f: Differentiable, at: AnyTensor): readonly number[] => {
  const [found] = derivatives((y) => {
    const [value, pullback] = vjp(f, y);
    const [gradient] = pullback(P.fillLike(value, 1));
    return gradient ?? y;
  }, at);
  // -0 is as good as 0.
  return (found ?? []).map((element) => element + 0);
};

describe('kinks and ties', () => {
  test('abs is flat at 0', () => {
    expect(derivatives(P.abs, x(-2, 0, 2))).toEqual([[-1, 0, 1]]);
  });
  test('maximum and minimum split ties evenly', () => {
    expect(derivatives(P.maximum, x(1, 2, 3), x(2, 2, 2))).toEqual([
      [0, 0.5, 1],
      [1, 0.5, 0],
    ]);
    expect(derivatives(P.minimum, x(1, 2, 3), x(2, 2, 2))).toEqual([
      [1, 0.5, 0],
      [0, 0.5, 1],
    ]);
  });
  test('reduceMax and reduceMin share among all ties', () => {
    expect(derivatives((y) => P.reduceMax(y, [0]), x(3, 1, 3, 3))).toEqual([[1 / 3, 0, 1 / 3, 1 / 3]]);
    expect(derivatives((y) => P.reduceMin(y, [0]), x(3, 1, 3, 1))).toEqual([[0, 0.5, 0, 0.5]]);
  });
  test('reduceMax and reduceMin of NaN have derivatives of NaN in both modes, and of the other rows their own', () => {
    const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
    for (const [f, ...row] of [
      [P.reduceMax, 2, 1, 2],
      [P.reduceMin, 1, 2, 1],
    ] as const) {
      const rows = tensor([1, nan, 3, ...row], [2, 3]);
      const reduced: Differentiable = (y) => f(y, [1]);
      expect(derivatives(reduced, rows)).toEqual([[nan, nan, nan, 0.5, 0, 0.5]]);
      expect(values(jvp(reduced, [rows], [P.fillLike(rows, 1)])[1])).toEqual([nan, 1]);
    }
    // An infinite cotangent stays where it belongs.
    expect(derivatives((y) => P.sqrt(P.reduceMax(y, [0])), x(0, -1))).toEqual([[inf, 0]]);
  });
  test('sign, floor, ceil and round are flat', () => {
    for (const f of [P.sign, P.floor, P.ceil, P.round]) expect(derivatives(f, x(0.25, 1, -2.5))).toEqual([[0, 0, 0]]);
  });
});

describe('power at zero', () => {
  const to = (y: number) => (at: AnyTensor) => P.power(at, P.fillLike(at, y));
  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [2, 0, 2],
    [3, 0, 0],
  ])('0^%d: %d, %d', (y, first, then) => {
    expect(derivatives(to(y), x(0))).toEqual([[first]]);
    expect(second(to(y), x(0))).toEqual([then]);
  });
  test('in the exponent', () => {
    expect(derivatives(P.power, x(0, 0, 0), x(2, 1, 0))).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
  test('a negative base with a constant whole exponent', () => {
    expect(derivatives(to(3), x(-2))).toEqual([[12]]);
    expect(second(to(3), x(-2))).toEqual([-12]);
  });
});

describe('extremes', () => {
  test('logistic', () => {
    const at = x(-1000, -100, -40, 0, 40, 100, 1000);
    const [first] = derivatives(P.logistic, at);
    expect(first?.every(Number.isFinite)).toBe(true);
    expect(first?.[5]).toBeCloseTo(Math.exp(-100), 50);
    expect(first?.[1]).toBe(first?.[5]);
    expect(first?.[3]).toBe(0.25);
    expect(second(P.logistic, at).every(Number.isFinite)).toBe(true);
  });
  test('tanh, expm1 and asin keep their precision', () => {
    expect(derivatives(P.tanh, x(-1000, 1000))).toEqual([[0, 0]]);
    expect(second(P.tanh, x(-1000, 1000))).toEqual([0, 0].map((n): unknown => expect.closeTo(n)));
    expect(derivatives(P.expm1, x(-100))).toEqual([[Math.exp(-100)]]);
    expect(derivatives(P.asin, x(1 - 2 ** -50))[0]?.[0]).toBeCloseTo(1 / Math.sqrt(2 ** -50 * (2 - 2 ** -50)), 0);
  });
  test('select hides what the other branch does', () => {
    const safe: Differentiable = (y) => P.select(P.greater(y, P.fillLike(y, 0)), P.log(y), y);
    expect(derivatives(safe, x(-1, 2))).toEqual([[1, 0.5]]);
    expect(second(safe, x(-1, 2))).toEqual([0, -0.25]);
    const cut: Differentiable = (y) => P.maximum(P.sqrt(P.abs(y)), P.fillLike(y, 1));
    expect(derivatives(cut, x(4, 0.25))).toEqual([[0.25, 0]]);
  });
  test('reduceProd with zeros', () => {
    expect(derivatives((y) => P.reduceProd(y, [0]), x(2, 0, 3))).toEqual([[0, 6, 0]]);
    expect(derivatives((y) => P.reduceProd(y, [0]), x(2, 0, 0))).toEqual([[0, 0, 0]]);
  });
  test('remainder counts with the quotient toward zero', () => {
    expect(derivatives(P.remainder, x(7, -7, 7, -7), x(2, 2, -2, -2))).toEqual([
      [1, 1, 1, 1],
      [-3, 3, 3, -3],
    ]);
    expect(derivatives(P.remainder, x(6), x(2))).toEqual([[1], [-3]]);
  });
  test('atan2 in the four quadrants', () => {
    expect(derivatives(P.atan2, x(1, 1, -1, -1), x(2, -2, 2, -2))).toEqual([
      [0.4, -0.4, 0.4, -0.4],
      [-0.2, -0.2, 0.2, 0.2],
    ]);
  });
});

describe('zeros', () => {
  test('outputs that are no floats have tangents of zero', () => {
    const [value, tangent] = jvp(
      (y: AnyTensor) => [P.less(y, x(2, 2)), P.argMax(y, 0), P.iota([2], 0, 'f64'), y],
      [x(1, 3)],
      [x(1, 1)],
    );
    expect(value.map((y) => y.toNested())).toEqual([[true, false], 1, [0, 1], [1, 3]]);
    expect(tangent.map((t) => t.toNested())).toEqual([[false, false], 0, [0, 0], [1, 1]]);
    expect(tangent.map((t) => t.dtype)).toEqual(['bool', 'i32', 'f64', 'f64']);
  });
  test('inputs that play no part have cotangents of zero', () => {
    expect(derivatives((y) => P.negate(y), x(1, 2), tensor([1, 2, 3, 4], [2, 2]))).toEqual([
      [-1, -1],
      [0, 0, 0, 0],
    ]);
  });
});

describe('what has no derivative is batched', () => {
  type Batch = (f: Differentiable) => Differentiable;
  // The types of vmap are for tensors of known shapes.
  const batch = vmap as unknown as Batch;
  const matrix = tensor([3, 1, 2, -1, 5, 0], [2, 3]);
  const positive: Differentiable = (y) => P.greater(y, P.fillLike(y, 0));
  const rows: readonly (readonly [name: string, f: Differentiable, expected: unknown])[] = [
    ['argMax', (y) => P.argMax(y, 0), [0, 1]],
    ['argMin', (y) => P.argMin(y, 0), [1, 0]],
    [
      'argSort',
      (y) => P.argSort(y, 0),
      [
        [1, 2, 0],
        [0, 2, 1],
      ],
    ],
    ['reduceAnd', (y) => P.reduceAnd(positive(y), [0]), [true, false]],
    ['reduceOr', (y) => P.reduceOr(P.not(positive(y)), [0]), [false, true]],
    [
      'and',
      (y) => P.and(positive(y), P.less(y, P.fillLike(y, 3))),
      [
        [false, true, true],
        [false, false, false],
      ],
    ],
    [
      'iota',
      (y) => P.add(y, P.iota([3], 0, 'f64')),
      [
        [3, 2, 4],
        [-1, 6, 2],
      ],
    ],
    [
      'integers',
      (y) => P.shiftLeft(P.convert(y, 'i32'), P.fill(1, [3], 'i32')),
      [
        [6, 2, 4],
        [-2, 10, 0],
      ],
    ],
    [
      'padding with a truth',
      (y) => P.pad(positive(y), P.scalar(1, 'bool'), [1], [0], [0]),
      [
        [true, true, true, true],
        [true, false, true, false],
      ],
    ],
  ];
  test.each(rows)('%s', (_, f, expected) => {
    expect(batch(f)(matrix).toNested()).toEqual(expected);
  });
  test('threefry', () => {
    const keys = P.constant(Uint32Array.from([1, 2, 3, 4]), [2, 2], 'u32');
    const counter = P.constant(Uint32Array.from([5, 6]), [2], 'u32');
    const one = (key: readonly number[]): readonly number[] =>
      values(P.threefry(P.constant(Uint32Array.from(key), [2], 'u32'), counter));
    expect(values(batch((key) => P.threefry(key, counter))(keys))).toEqual([...one([1, 2]), ...one([3, 4])]);
  });
  test('a padding value of truth for each member', () => {
    const truths = P.constant(Uint8Array.from([1, 0]), [2], 'bool');
    expect(batch((t) => P.pad(P.fill(0, [1], 'bool'), t, [1], [0], [0]))(truths).toNested()).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});
