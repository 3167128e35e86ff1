import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dim, dot, matmul, outer, tensor, zeros } from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import * as untyped from './untyped/linear.ts';

const [a, b] = [
  tensor([
    [1, 2],
    [3, 4],
  ]),
  tensor([
    [5, 6],
    [7, 8],
  ]),
];

/** Whole numbers, so that sums in any order are equal. */
const whole = (shape: readonly number[], seed: number): AnyTensor => {
  const size = shape.reduce((product, each) => product * each, 1);
  return P.constant(
    Float64Array.from({ length: size }, (_, index) => (((index + seed) * 7) % 11) - 5),
    shape,
    'f64',
  );
};
const size = fc.integer({ min: 1, max: 4 });

describe('matmul', () => {
  test('multiplies matrices and vectors', () => {
    expect(matmul(a, b).toNested()).toEqual([
      [19, 22],
      [43, 50],
    ]);
    expect(matmul(tensor([1, 1]), a).toNested()).toEqual([4, 6]);
    expect(matmul(a, tensor([1, 1])).toNested()).toEqual([3, 7]);
    expect(matmul(tensor([1, 2]), tensor([3, 4])).item()).toBe(11);
    expect(matmul(tensor([1, 1]), zeros([2, 2, 3])).shape).toEqual([2, 3]);
  });

  test('waits for its left operand', () => {
    expect(matmul(b)(a).toNested()).toEqual([
      [19, 22],
      [43, 50],
    ]);
  });

  test('batches and broadcasts, keeping names', () => {
    expect(matmul(zeros([dim('batch', 5), 2, 3]), zeros([3, 4])).shape).toEqual(['batch', 2, 4]);
    expect(matmul(zeros([dim('batch', 5), 1, 2, 3]), zeros([6, 3, 4])).shape).toEqual(['batch', 6, 2, 4]);
  });

  test('is associative, and the matrices of a batch are multiplied one by one', () => {
    fc.assert(
      fc.property(size, size, size, size, fc.nat(10), (m, k, n, p, seed) => {
        const [x, y, z] = [whole([m, k], seed), whole([k, n], seed + 1), whole([n, p], seed + 2)];
        expect(untyped.matmul(untyped.matmul(x, y), z).toNested()).toEqual(untyped.matmul(x, untyped.matmul(y, z)).toNested());
        const [left, right] = [whole([2, m, k], seed), whole([2, k, n], seed)];
        const one = (tensor_: AnyTensor, index: number): AnyTensor => {
          const sizes = tensor_.sizes;
          return P.reshape(P.slice(tensor_, [index, 0, 0], [index + 1, ...sizes.slice(1)], [1, 1, 1]), sizes.slice(1));
        };
        const both = untyped.matmul(left, right);
        for (const index of [0, 1]) {
          expect(one(both, index).toNested()).toEqual(untyped.matmul(one(left, index), one(right, index)).toNested());
        }
      }),
    );
  });

  test('of integers stays in integers', () => {
    expect(matmul(tensor([[2, 3]], 'i32'), tensor([[4], [5]], 'i32')).toNested()).toEqual([[23]]);
  });
});

test('dot and outer multiply vectors', () => {
  expect(dot(tensor([1, 2]), tensor([3, 4])).item()).toBe(11);
  expect(dot(tensor([3, 4]))(tensor([1, 2])).item()).toBe(11);
  expect(outer(tensor([1, 2]), tensor([3, 4, 5])).toNested()).toEqual([
    [3, 4, 5],
    [6, 8, 10],
  ]);
});
