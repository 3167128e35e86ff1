import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  all,
  any,
  argMax,
  argMin,
  dim,
  logSumExp,
  max,
  mean,
  min,
  norm,
  prod,
  standardDeviation,
  sum,
  tensor,
  variance,
  zeros,
} from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import * as untyped from './untyped/reductions.ts';

const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const vector = (values: readonly number[]): AnyTensor => P.constant(Float64Array.from(values), [values.length], 'f64');

describe('axes', () => {
  test('are all, one, or several, kept or dropped', () => {
    expect(sum(x).item()).toBe(21);
    expect(sum(x, 0).toNested()).toEqual([5, 7, 9]);
    expect(sum(x, -1).toNested()).toEqual([6, 15]);
    expect(sum(x, [0, 1]).item()).toBe(21);
    expect(sum(x, 1, { keepDims: true }).toNested()).toEqual([[6], [15]]);
    expect(sum(x, undefined, { keepDims: true }).toNested()).toEqual([[21]]);
    expect(sum(x, [-1, 0], { keepDims: true }).shape).toEqual([1, 1]);
    expect(sum(x, []).toNested()).toEqual(x.toNested());
    expect(sum(0)(x).toNested()).toEqual([5, 7, 9]);
    expect(sum()(x).item()).toBe(21);
  });

  test('keep the names of those that stay', () => {
    expect(mean(zeros([dim('batch', 2), 3, dim('n', 4)]), 1).shape).toEqual(['batch', 'n']);
    expect(mean(zeros([dim('batch', 2), 3]), 0, { keepDims: true }).shape).toEqual([1, 3]);
  });
});

describe('values', () => {
  test('are those of the elements', () => {
    expect(prod(x, 1).toNested()).toEqual([6, 120]);
    expect(max(x, 0).toNested()).toEqual([4, 5, 6]);
    expect(min(x, 1).toNested()).toEqual([1, 4]);
    expect(mean(x, 0).toNested()).toEqual([2.5, 3.5, 4.5]);
    expect(
      all(
        tensor([
          [true, false],
          [true, true],
        ]),
        1,
      ).toNested(),
    ).toEqual([false, true]);
    expect(
      any(
        tensor([
          [true, false],
          [false, false],
        ]),
        1,
      ).toNested(),
    ).toEqual([true, false]);
  });

  test('of nothing are the units', () => {
    const nothing = zeros([0, 2]);
    expect(sum(nothing, 0).toNested()).toEqual([0, 0]);
    expect(prod(nothing, 0).toNested()).toEqual([1, 1]);
    expect(logSumExp(nothing, 0).toNested()).toEqual([-Infinity, -Infinity]);
    expect(mean(nothing, 0).toNested()).toEqual([Number.NaN, Number.NaN]);
  });

  test('are NaN where an element is', () => {
    const some = tensor([1, Number.NaN, 3]);
    for (const reduced of [sum(some), max(some), min(some), mean(some), norm(some), logSumExp(some), variance(some)]) {
      expect(reduced.item()).toBeNaN();
    }
  });
});

describe('variance', () => {
  test('divides by the count less the correction', () => {
    expect(variance(tensor([1, 2, 3, 4])).item()).toBe(1.25);
    expect(variance(tensor([1, 2, 3]), 0, { correction: 1 }).item()).toBe(1);
    expect(variance(x, 1, { keepDims: true }).shape).toEqual([2, 1]);
    expect(standardDeviation(tensor([1, 3])).item()).toBe(1);
  });

  test('does not cancel for values far from 0', () => {
    expect(variance(tensor([1e9, 1e9 + 1, 1e9 + 2], 'f64'), 0, { correction: 1 }).item()).toBe(1);
  });
});

describe('norm', () => {
  test('is of order 1, 2 or infinity', () => {
    const v = tensor([3, -4]);
    expect(norm(v).item()).toBe(5);
    expect(norm(v, 0, { order: 1 }).item()).toBe(7);
    expect(norm(v, 0, { order: Number.POSITIVE_INFINITY }).item()).toBe(4);
    expect(norm(zeros([2])).item()).toBe(0);
    const third: number = 3;
    expect(() => norm(v, 0, { order: third })).toThrow('norm: the order is 3: it must be 1, 2 or Infinity');
  });

  test('obeys the triangle inequality and is homogeneous', () => {
    const values = fc.array(
      fc.integer({ min: -64, max: 64 }).map((n) => n / 8),
      { minLength: 3, maxLength: 3 },
    );
    fc.assert(
      fc.property(values, values, fc.constantFrom(1, 2, Number.POSITIVE_INFINITY), (v, w, order) => {
        const of = (u: readonly number[]): number => Number(untyped.norm(order)(vector(u), [0]).item());
        expect(of(v.map((each, index) => each + (w[index] ?? 0)))).toBeLessThanOrEqual(of(v) + of(w) + 1e-12);
        expect(of(v.map((each) => -4 * each))).toBeCloseTo(4 * of(v), 10);
      }),
    );
  });
});

describe('logSumExp', () => {
  test('neither overflows nor underflows', () => {
    expect(logSumExp(tensor([1000, 1000], 'f64')).item()).toBe(1000 + Math.LN2);
    expect(logSumExp(tensor([-1000, -1000], 'f64')).item()).toBe(-1000 + Math.LN2);
    expect(logSumExp(tensor([-Infinity, -Infinity])).item()).toBe(-Infinity);
    expect(logSumExp(tensor([0, Infinity])).item()).toBe(Infinity);
    expect(logSumExp(tensor([0, -Infinity])).item()).toBe(0);
  });

  test('moves with its argument', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        (values, by) => {
          const of = (each: readonly number[]): number => Number(untyped.logSumExp(vector(each), [0]).item());
          expect(of(values.map((value) => value + by))).toBeCloseTo(of(values) + by, 9);
        },
      ),
    );
  });
});

describe('argMax and argMin', () => {
  test('find the first, and NaN before all', () => {
    expect(
      argMax(
        tensor([
          [1, 3, 3],
          [6, 5, 4],
        ]),
        1,
      ).toNested(),
    ).toEqual([1, 0]);
    expect(argMin(tensor([2, 1, 1])).item()).toBe(1);
    expect(argMax(tensor([1, Number.NaN, 3])).item()).toBe(1);
    expect(argMin(tensor([1, Number.NaN, 3])).item()).toBe(1);
    expect(argMax(x).item()).toBe(5);
    expect(argMax(x, 1, { keepDims: true }).toNested()).toEqual([[2], [2]]);
    expect(argMax(x, undefined, { keepDims: true }).toNested()).toEqual([[5]]);
    expect(argMax(x, 1).dtype).toBe('i32');
  });

  test('refuse an axis without elements', () => {
    // @ts-expect-error an axis of size 0 is empty
    expect(() => argMax(zeros([0]), 0)).toThrow('argMax: axis 0 of [0] is empty');
  });
});
