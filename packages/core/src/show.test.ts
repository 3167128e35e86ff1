import { inspect } from 'node:util';
import {
  arange,
  dim,
  foldIn,
  full,
  key,
  normal,
  scalar,
  spec,
  tensor,
  trace,
  uniform,
  zeros,
  type Tensor,
} from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatter } from './formatNumber.ts';

describe('short tensors stand on one line', () => {
  test.each([
    [scalar(0.25), 'Tensor f32[] 0.25'],
    [scalar(7, 'i32'), 'Tensor i32[] 7'],
    [scalar(true), 'Tensor bool[] true'],
    [tensor([1, 2, 3]), 'Tensor f32[3] [1, 2, 3]'],
    [tensor([1.5, -2, 300]), 'Tensor f32[3] [  1.5,  -2.0, 300.0]'],
    [tensor([123456, 0.7]), 'Tensor f32[2] [123456.0,      0.7]'],
    [tensor([150000.25, 2.5, 1.4]), 'Tensor f32[3] [150000.3,      2.5,      1.4]'],
    [tensor([99999.96], 'f64'), 'Tensor f64[1] [100000.0]'],
    [tensor([1.00001, 2]), 'Tensor f32[2] [1.0, 2.0]'],
    [tensor([123456, 0.06]), 'Tensor f32[2] [1.2346e+5, 6.0000e-2]'],
    [tensor([true, false]), 'Tensor bool[2] [ true, false]'],
    [zeros([dim('batch', 3)]), 'Tensor f32[batch=3] [0, 0, 0]'],
    [zeros([0, 3]), 'Tensor f32[0, 3] []'],
    [zeros([2, 0], 'i32'), 'Tensor i32[2, 0] []'],
  ])('%s', (x, text) => {
    expect(String(x)).toBe(text);
  });
});

test('the header names dimensions with their sizes', () => {
  expect(
    String(
      tensor([
        [1, 2.5],
        [3, 4],
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "Tensor f32[2, 2]
    [[1.0, 2.5],
     [3.0, 4.0]]"
  `);
  expect(String(zeros([dim('batch', 2), 3], 'u32'))).toMatchInlineSnapshot(`
    "Tensor u32[batch=2, 3]
    [[0, 0, 0],
     [0, 0, 0]]"
  `);
});

test('blocks of rows stand apart', () => {
  const count = P.reshape(arange(-3, 9), [2, 3, 2]);
  expect(String(count)).toMatchInlineSnapshot(`
    "Tensor f32[2, 3, 2]
    [[[-3, -2],
      [-1,  0],
      [ 1,  2]],

     [[ 3,  4],
      [ 5,  6],
      [ 7,  8]]]"
  `);
});

test('columns line up, whatever the numbers', () => {
  expect(
    String(
      tensor([
        [1, 10, 100],
        [-1, 0.5, 0.25],
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "Tensor f32[2, 3]
    [[  1.00,  10.00, 100.00],
     [ -1.00,   0.50,   0.25]]"
  `);
  expect(
    String(
      tensor([
        [Number.NaN, Infinity],
        [-Infinity, 0.1],
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "Tensor f32[2, 2]
    [[      NaN,  Infinity],
     [-Infinity,       0.1]]"
  `);
  expect(
    String(
      tensor([
        [1e-9, 1],
        [123456, -3e10],
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "Tensor f32[2, 2]
    [[  1.0000e-9,   1.0000e+0],
     [  1.2346e+5, -3.0000e+10]]"
  `);
  expect(String(tensor([-0, 0]))).toMatchInlineSnapshot(`"Tensor f32[2] [-0,  0]"`);
  expect(String(tensor([-2147483648, 5], 'i32'))).toMatchInlineSnapshot(`"Tensor i32[2] [-2147483648,           5]"`);
  expect(String(normal(key(0), [3, 4]))).toMatchInlineSnapshot(`
    "Tensor f32[3, 4]
    [[ 1.6226,  2.0253, -0.4336, -0.0786],
     [ 0.1761, -0.9721, -0.4953,  0.4944],
     [ 0.6643, -0.9502,  2.1795, -1.9552]]"
  `);
});

test('long rows continue on the next line', () => {
  expect(String(arange(40))).toMatchInlineSnapshot(`
    "Tensor f32[40]
    [ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
     20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]"
  `);
  expect(String(uniform(key(0), [2, 13]))).toMatchInlineSnapshot(`
    "Tensor f32[2, 13]
    [[0.94767, 0.97858, 0.33229, 0.46867, 0.56989, 0.16550, 0.31019, 0.68948,
      0.74677, 0.17101, 0.98535, 0.02528, 0.64004],
     [0.56269, 0.89921, 0.93454, 0.83414, 0.72562, 0.50985, 0.02765, 0.03149,
      0.95802, 0.51882, 0.79221, 0.55224, 0.61135]]"
  `);
});

test('many elements are left out', () => {
  expect(String(arange(1001))).toMatchInlineSnapshot(`"Tensor f32[1001] [   0,    1,    2, ...,  998,  999, 1000]"`);
  expect(String(arange(61, 'i32'))).toMatchInlineSnapshot(`"Tensor i32[61] [ 0,  1,  2, ..., 58, 59, 60]"`);
  expect(String(uniform(key(0), [dim('batch', 100), 20]))).toMatchInlineSnapshot(`
    "Tensor f32[batch=100, 20]
    [[0.94767, 0.97858, 0.33229, ..., 0.72562, 0.50985, 0.02765],
     [0.03149, 0.95802, 0.51882, ..., 0.20560, 0.49417, 0.44020],
     [0.18402, 0.22390, 0.63047, ..., 0.85054, 0.22917, 0.33361],
     ...,
     [0.80940, 0.43966, 0.46529, ..., 0.16155, 0.11181, 0.07952],
     [0.13807, 0.70784, 0.84035, ..., 0.13113, 0.18384, 0.39626],
     [0.89859, 0.84986, 0.61132, ..., 0.16304, 0.53702, 0.33911]]"
  `);
  expect(String(full([8, 3, 28, 28], 0.5))).toMatchInlineSnapshot(`
    "Tensor f32[8, 3, 28, 28]
    [[[[0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       ...,
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5],
       [0.5, 0.5, 0.5, ..., 0.5, 0.5, 0.5]],

      ...],


     ...]"
  `);
});

test('a tensor of many axes stays short', () => {
  const x = zeros([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  expect(String(x).length).toBeLessThan(3000);
});

test('a tensor without a value says so', () => {
  expect(String(spec([dim('batch', 4), 2]))).toBe('Tensor f32[batch=4, 2] (traced: no value yet)');
  const seen: string[] = [];
  trace((x: Tensor<[2]>) => {
    const y = P.exp(x);
    seen.push(String(y));
    return y;
  })(spec([2]));
  expect(seen).toEqual(['Tensor f32[2] (traced: no value yet)']);
});

test('console.log prints the same', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  expect(inspect(x)).toBe(String(x));
  expect(inspect({ x: scalar(1) })).toBe('{ x: Tensor f32[] 1 }');
  const traced = trace((y: Tensor<[2]>) => P.exp(y))(spec([2]));
  expect(inspect(traced)).toBe(String(traced));
  expect(String(traced)).toMatch(/^program\(a: f32\[2\]\)/);
});

describe('formatter', () => {
  const ofEverySize = fc.array(fc.double({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 20 });
  // Of most doubles, and so of most lists, the largest is written with an exponent.
  const ofOneSize = fc
    .tuple(
      fc.integer({ min: -5, max: 8 }),
      fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 4 }),
    )
    .map(([exponent, values]) => values.map((value) => (10 ** exponent * value) / 1_000_000));
  const numbers = fc.oneof(ofEverySize, ofOneSize);

  test('all elements have one width', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const format = formatter(values, 'f64');
        expect(new Set(values.map((value) => format(value).length)).size).toBe(1);
      }),
    );
  });

  test('no number is off by more than 1 part in 20 000 of the largest, and none but 0 reads as 0', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const format = formatter(values, 'f64');
        const numeric = values.filter((value) => !Number.isNaN(value));
        const largest = Math.max(...numeric.map(Math.abs));
        for (const value of numeric) {
          // What is read back is rounded to a double, and so is the difference by which the formatter decides.
          const rounding = Number.EPSILON * Math.abs(Number(format(value)));
          expect(Math.abs(Number(format(value)) - value)).toBeLessThanOrEqual(largest / 20_000 + rounding);
          expect(Number(format(value)) === 0).toBe(value === 0);
        }
      }),
    );
  });

  test('a number reads as whole only where all are', () => {
    const size = fc.integer({ min: -3, max: 8 }).map((exponent) => 10 ** exponent);
    const number = fc.tuple(size, fc.integer({ min: -1_000_000, max: 1_000_000 })).map(([scale, n]) => (scale * n) / 1_000_000);
    const values = fc.array(fc.oneof(number, number.map(Math.round)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(values, (given) => {
        const format = formatter(given, 'f64');
        const areWhole = given.every(Number.isInteger);
        // From 1e8 on all of them are rounded, to five digits.
        const areShort = given.every((value) => Math.abs(value) < 1e8);
        for (const value of given) {
          if (!areWhole) expect(format(value)).toMatch(/[.e]/);
          else if (areShort) expect(Number(format(value))).toBe(value);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the same key prints the same', () => {
    expect(String(normal(foldIn(key(1), 'x'), [5]))).toBe(String(normal(foldIn(key(1), 'x'), [5])));
  });
});
