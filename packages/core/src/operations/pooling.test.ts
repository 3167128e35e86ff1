import * as fc from 'fast-check';
import { pipe } from 'fp-ts/lib/function.js';
import { expect, test } from 'vitest';
import {
  arange,
  averagePool,
  dim,
  full,
  maxPool,
  mean,
  minPool,
  multiply,
  ones,
  reduce,
  reduceWindow,
  remainder,
  reshape,
  tensor,
  zeros,
} from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import * as joining from './untyped/joining.ts';
import * as untyped from './untyped/pooling.ts';

const x = tensor([
  [1, 2, 5, 6, 0],
  [3, 4, 7, 8, 9],
  [0, -1, -2, -3, -4],
]);

test('maxPool, minPool and averagePool tile, and leave out what is left', () => {
  expect(maxPool(x, [2, 2]).toNested()).toEqual([[4, 8]]);
  expect(minPool(x, [2, 2]).toNested()).toEqual([[1, 5]]);
  expect(averagePool(x, [2, 2]).toNested()).toEqual([[2.5, 6.5]]);
  expect(reduceWindow(x, 'sum', [2, 2]).toNested()).toEqual([[10, 26]]);
  expect(maxPool(x, [3]).toNested()).toEqual([[5], [7], [0]]);
});

test('windows slide by strides, padding and dilation', () => {
  expect(maxPool(x, [2, 2], { stride: 1 }).toNested()).toEqual([
    [4, 7, 8, 9],
    [4, 7, 8, 9],
  ]);
  expect(maxPool(x, [2, 2], { padding: 1 }).toNested()).toEqual([
    [1, 5, 6],
    [3, 7, 9],
  ]);
  expect(maxPool(x, [1, 2], { dilation: 4, stride: [2, 1] }).toNested()).toEqual([[1], [0]]);
  expect(minPool(x, [1, 2], { padding: [0, [0, 1]], stride: [3, 2] }).toNested()).toEqual([[1, 5, 0]]);
  expect(reduceWindow(x, 'sum', [3, 3], { stride: 1, padding: 'same' }).sizes).toEqual([3, 5]);
});

test('padding is never largest or smallest; a window that holds nothing else is infinite', () => {
  const negative = full([3], -2);
  expect(maxPool(negative, [3], { stride: 1, padding: 1 }).toNested()).toEqual([-2, -2, -2]);
  expect(maxPool(negative, [1], { padding: 1 }).toNested()).toEqual([-Infinity, -2, -2, -2, -Infinity]);
  expect(minPool(negative, [1], { padding: 1 }).toNested()).toEqual([Infinity, -2, -2, -2, Infinity]);
  expect(maxPool(tensor([-5, -6], 'i32'), [1], { padding: 1 }).toNested()).toEqual([-(2 ** 31), -5, -6, -(2 ** 31)]);
});

test('averagePool counts padding as zeros, or not at all', () => {
  const two = full([4], 2);
  expect(averagePool(two, [2], { padding: 1 }).toNested()).toEqual([1, 2, 1]);
  expect(averagePool(two, [2], { padding: 1, includePadding: true }).toNested()).toEqual([1, 2, 1]);
  expect(averagePool(two, [2], { padding: 1, includePadding: false }).toNested()).toEqual([2, 2, 2]);
  expect(averagePool(two, [1], { padding: 1, includePadding: false }).toNested()).toEqual([NaN, 2, 2, 2, 2, NaN]);
  expect(pipe(two, averagePool([3], { stride: 1, padding: 'same', includePadding: false })).toNested()).toEqual([2, 2, 2, 2]);
});

test('averagePool without padding is linear, and keeps what is constant', () => {
  const upTo = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });
  fc.assert(
    fc.property(upTo(6, 2), upTo(6, 2), upTo(2), upTo(2), upTo(3), upTo(2, 0), (h, w, a, b, stride, padding) => {
      const constant = P.fill(3, [2, h, w], 'f64');
      const pooled = untyped.averagePool(constant, [a, b], {
        stride,
        padding: Math.min(padding, a - 1, b - 1),
        includePadding: false,
      });
      expect([...pooled.toArray()].every((value) => value === 3)).toBe(true);
    }),
  );
});

const permuted = reshape(remainder(multiply(arange(96), 29), 97), [2, 2, 4, 6]);

test('tiles are what patterns make', () => {
  expect(maxPool(permuted, [2, 3]).toNested()).toEqual(reduce(permuted, '... (h 2) (w 3) -> ... h w', 'max').toNested());
  expect(minPool(permuted, [2, 3]).toNested()).toEqual(reduce(permuted, '... (h 2) (w 3) -> ... h w', 'min').toNested());
  expect(averagePool(permuted, [4, 6]).toNested()).toEqual(mean(permuted, [2, 3], { keepDims: true }).toNested());
  expect(maxPool(permuted, [2, 2, 3]).toNested()).toEqual(reduce(permuted, 'a (b 2) (c 2) (d 3) -> a b c d', 'max').toNested());
});

test('windows over padding are windows over what pad adds', () => {
  const padded = joining.pad(x, [
    [1, 2],
    [0, 1],
  ]);
  const slid = untyped.reduceWindow(x, 'sum', [2, 3], {
    stride: [2, 1],
    padding: [
      [1, 2],
      [0, 1],
    ],
  });
  expect(slid.toNested()).toEqual(untyped.reduceWindow(padded, 'sum', [2, 3], { stride: [2, 1] }).toNested());
});

test('they wait for their tensor', () => {
  expect(pipe(x, maxPool([2, 2])).toNested()).toEqual([[4, 8]]);
  expect(pipe(x, minPool([2, 2], { stride: [1, 3] })).toNested()).toEqual([
    [1, 0],
    [-1, -4],
  ]);
  expect(pipe(x, averagePool([3, 5])).toNested()).toEqual([[35 / 15].map(Math.fround)]);
  expect(pipe(x, reduceWindow('max', [3])).toNested()).toEqual([[5], [7], [0]]);
  expect(pipe(x, reduceWindow('min', [2, 2], { padding: 1, stride: 3 })).toNested()).toEqual([
    [1, 5],
    [0, -3],
  ]);
});

test('names stay, and are computed with', () => {
  const image = zeros([dim('batch', 2), dim('height', 5), dim('width', 6)]);
  expect(maxPool(image, [3, 3], { stride: 1, padding: 'same' }).shape).toEqual(['batch', 'height', 'width']);
  expect(maxPool(image, [2, 1], { stride: 1 }).shape).toEqual(['batch', 'height-1', 'width']);
  expect(averagePool(image, [2, 1], { stride: 1, padding: [[1, 0], 0] }).shape).toEqual(['batch', 'height', 'width']);
});

const loose = (f: unknown) => f as (...args: readonly unknown[]) => AnyTensor;

test.each<[string, string, () => unknown]>([
  [
    'no tensor',
    'maxPool: expected a tensor, got an array: take a part of it, y[0], or make one with tensor(...), scalar(...) or fromArray(...)',
    () => loose(maxPool([2]))([1, 2]),
  ],
  ['no window', 'maxPool: the window is no list of 1 to 3 literal sizes, such as [2, 2]', () => loose(maxPool)(x)],
  [
    'a window of texts',
    'maxPool: the window is no list of 1 to 3 literal sizes, such as [2, 2]',
    () => loose(maxPool)(x, ['2', '2']),
  ],
  [
    'an option of convolutions',
    "minPool: the options are stride, padding, dilation: literal numbers, a list of one for each axis, padding 'valid' or 'same'",
    () => loose(minPool)(x, [2, 2], { groups: 2 }),
  ],
  [
    'a number for a condition',
    "averagePool: the options are stride, padding, dilation, includePadding: literal numbers, a list of one for each axis, padding 'valid' or 'same'",
    () => loose(averagePool)(x, [2, 2], { includePadding: 0 }),
  ],
  [
    'a window larger than a named axis',
    'maxPool: window [7] is larger than axis -1 of [n] with its padding: 7 vs n=5',
    () => loose(maxPool)(zeros([dim('n', 5)]), [7]),
  ],
  ['a window at once when it waits', 'averagePool: window 0 is not a positive integer', () => loose(averagePool)([0])],
  [
    'a kind',
    "reduceWindow: the kind is 'toString', not one of sum, max, min",
    () => loose(reduceWindow)(ones([2]), 'toString', [2]),
  ],
])('%s is refused in words', (_, message, call) => {
  expect(call).toThrow(message);
});
