import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argSort, cumulativeSum, dim, logSoftmax, softmax, sort, sum, tensor, zeros } from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import * as untyped from './untyped/reductions.ts';

const vector = (values: readonly number[]): AnyTensor => P.constant(Float64Array.from(values), [values.length], 'f64');
const logits = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 });

describe('softmax', () => {
  test('runs along the last axis, or the one named', () => {
    expect(
      softmax(
        tensor([
          [0, 0],
          [1, 1],
        ]),
      ).toNested(),
    ).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    const columns = sum(
      softmax(
        tensor(
          [
            [0, 3],
            [1, 5],
          ],
          'f64',
        ),
        0,
      ),
      0,
    ).toArray();
    for (const column of columns) expect(column).toBeCloseTo(1, 14);
    expect(
      softmax(0)(
        tensor([
          [0, 0],
          [0, 0],
        ]),
      ).toNested(),
    ).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(softmax()(zeros([dim('batch', 2), 4])).shape).toEqual(['batch', 4]);
  });

  test('sums to 1, does not feel a shift, and is the exponential of logSoftmax', () => {
    fc.assert(
      fc.property(logits, fc.integer({ min: -64, max: 64 }), (values, by) => {
        const weights = [...untyped.softmax(vector(values), [0]).toArray()];
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        const shifted = [...untyped.softmax(vector(values.map((value) => value + by)), [0]).toArray()];
        const logs = [...untyped.logSoftmax(vector(values), [0]).toArray()];
        weights.forEach((weight, index) => {
          expect(shifted[index]).toBeCloseTo(weight, 12);
          expect(Math.exp(logs[index] ?? Number.NaN)).toBeCloseTo(weight, 12);
        });
      }),
    );
  });

  test('survives extremes', () => {
    expect(softmax(tensor([1000, -1000])).toNested()).toEqual([1, 0]);
    expect(softmax(tensor([0, -Infinity])).toNested()).toEqual([1, 0]);
    expect(logSoftmax(tensor([1000, 0])).toNested()).toEqual([0, -1000]);
    expect(logSoftmax(tensor([0, -Infinity])).toNested()).toEqual([0, -Infinity]);
    expect(softmax(tensor([1, Number.NaN])).toNested()).toEqual([Number.NaN, Number.NaN]);
  });
});

test('cumulativeSum runs along an axis', () => {
  expect(
    cumulativeSum(
      tensor([
        [1, 2],
        [3, 4],
      ]),
    ).toNested(),
  ).toEqual([
    [1, 3],
    [3, 7],
  ]);
  expect(
    cumulativeSum(
      tensor([
        [1, 2],
        [3, 4],
      ]),
      0,
    ).toNested(),
  ).toEqual([
    [1, 2],
    [4, 6],
  ]);
});

describe('sorting', () => {
  test('is upward and stable, NaN last', () => {
    expect(sort(tensor([3, Number.NaN, 1, 2])).toNested()).toEqual([1, 2, 3, Number.NaN]);
    expect(argSort(tensor([2, 1, 2, 1])).toNested()).toEqual([1, 3, 0, 2]);
    expect(argSort(tensor([2, 1])).dtype).toBe('i32');
    expect(
      sort(
        tensor([
          [3, 1],
          [2, 4],
        ]),
        0,
      ).toNested(),
    ).toEqual([
      [2, 1],
      [3, 4],
    ]);
    expect(sort(tensor([3, -1, 2], 'i32')).toNested()).toEqual([-1, 2, 3]);
    expect(sort(zeros([dim('n', 2)])).shape).toEqual(['n']);
  });
});
