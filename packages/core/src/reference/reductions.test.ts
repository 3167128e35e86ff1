import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DType, makeArray } from '../dtype.ts';
import { bindOne } from '../primitives/bind.ts';
import * as P from '../primitives/builders.ts';
import type { Expression } from '../tensor.ts';
import { pairwiseSum } from './pairwise.ts';

const vector = (values: readonly number[], dtype: DType): Expression => {
  const array = makeArray(dtype, values.length);
  array.set(values);
  return P.constant(array, [values.length], dtype);
};

const filled = (value: number, size: number, dtype: DType): Expression =>
  P.constant(makeArray(dtype, size).fill(value), [size], dtype);

/** The sum of floats that are zero or at least 2^-10 in size, so multiples of 2^-64: exact, then rounded. */
const exactSum = (values: readonly number[]): number =>
  Number(values.reduce((sum, x) => sum + BigInt(x * 2 ** 64), 0n)) / 2 ** 64;

describe('sums', () => {
  it('of 10 million f32 are right to the last bit', () => {
    const tenth = Math.fround(0.1);
    expect(P.reduceSum(filled(0.1, 1e7, 'f32'), [0]).item()).toBe(Math.fround(tenth * 1e7));
  });

  it('of 10 million f64 err by no more than the rounding of a few', () => {
    const total = Number(P.reduceSum(filled(0.1, 1e7, 'f64'), [0]).item());
    expect(Math.abs(total - 1e6)).toBeLessThan(1e-9);
  });

  it('over any rows are pairwise', () => {
    const rows = P.broadcastInDim(P.scalar(0.1, 'f64'), [100_000, 3], []);
    for (const total of P.reduceSum(rows, [0]).toArray()) expect(Math.abs(total - 1e4)).toBeLessThan(1e-11);
  });

  it('stay near the exact sum', () => {
    const values = fc.array(
      fc.integer({ min: -(2 ** 20), max: 2 ** 20 }).map((n) => n / 3 / 2 ** 8),
      { maxLength: 2000 },
    );
    fc.assert(
      fc.property(values, (xs) => {
        const scale = xs.reduce((sum, x) => sum + Math.abs(x), 0);
        expect(Math.abs(pairwiseSum(Float64Array.from(xs), 0, xs.length) - exactSum(xs))).toBeLessThanOrEqual(scale * 2 ** -48);
      }),
    );
  });

  it('that run along are as good, and infinite or NaN from where they become it', () => {
    const running = P.cumulativeSum(filled(0.1, 1e6, 'f64'), 0, false).toArray();
    expect(running.at(-1)).toBe(0.1 * 1e6);
    const values = vector([1, Infinity, 2, -Infinity, 3], 'f64');
    expect([...P.cumulativeSum(values, 0, false).toArray()]).toEqual([1, Infinity, Infinity, NaN, NaN]);
    expect([...P.cumulativeSum(values, 0, true).toArray()]).toEqual([NaN, NaN, -Infinity, -Infinity, 3]);
  });
});

describe('NaN', () => {
  const withNaN = [1, NaN, 3, NaN];

  it.each(['reduceSum', 'reduceProd', 'reduceMax', 'reduceMin'] as const)('goes through %s', (primitive) => {
    for (const dtype of ['f32', 'f64'] as const)
      expect(bindOne(primitive, [vector(withNaN, dtype)], { axes: [0] }).item()).toBeNaN();
  });

  it('is where argMax and argMin point, the first one', () => {
    expect(P.argMax(vector(withNaN, 'f32'), 0).item()).toBe(1);
    expect(P.argMin(vector(withNaN, 'f32'), 0).item()).toBe(1);
    expect(P.argMax(vector([NaN, NaN], 'f64'), 0).item()).toBe(0);
  });

  it('sorts last, and stays in order', () => {
    expect([...P.argSort(vector([NaN, 2, -Infinity, NaN, Infinity, 2], 'f64'), 0).toArray()]).toEqual([2, 1, 5, 4, 0, 3]);
  });
});

describe('orders', () => {
  it('take -0 and 0 for equal', () => {
    expect([...P.argSort(vector([0, -0, 0, -1], 'f64'), 0).toArray()]).toEqual([3, 0, 1, 2]);
    expect(P.argMax(vector([-0, 0], 'f64'), 0).item()).toBe(0);
  });
});

describe('empty reductions', () => {
  it.each([
    ['reduceSum', 'f32', 0],
    ['reduceSum', 'i32', 0],
    ['reduceProd', 'f64', 1],
    ['reduceProd', 'u32', 1],
    ['reduceMax', 'f32', -Infinity],
    ['reduceMax', 'i32', -2147483648],
    ['reduceMax', 'u32', 0],
    ['reduceMin', 'f64', Infinity],
    ['reduceMin', 'i32', 2147483647],
    ['reduceMin', 'u32', 4294967295],
    ['reduceAnd', 'bool', true],
    ['reduceOr', 'bool', false],
  ] as const)('%s of no %s is %s', (primitive, dtype, value) => {
    expect(bindOne(primitive, [vector([], dtype)], { axes: [0] }).item()).toBe(value);
  });
});
