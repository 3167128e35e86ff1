import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dim, dot, einsum, matmul, outer, tensor, zeros } from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import { einsum as untypedEinsum } from './untyped/einsum.ts';
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

describe('einsum', () => {
  test('is what the letters say', () => {
    expect(einsum('ij,jk->ik', a, b).toNested()).toEqual([
      [19, 22],
      [43, 50],
    ]);
    expect(einsum('ij->ji', a).toNested()).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(einsum('ij->', a).item()).toBe(10);
    expect(einsum('ij->j', a).toNested()).toEqual([4, 6]);
    expect(einsum('ii->', a).item()).toBe(5);
    expect(einsum('ii->i', a).toNested()).toEqual([1, 4]);
    expect(einsum('ij,ij->ij', a, b).toNested()).toEqual([
      [5, 12],
      [21, 32],
    ]);
    expect(einsum('i,j->ij', tensor([1, 2]), tensor([3, 4])).toNested()).toEqual([
      [3, 4],
      [6, 8],
    ]);
    expect(einsum('i j , j k -> i k', a, b).toNested()).toEqual([
      [19, 22],
      [43, 50],
    ]);
  });

  test('takes any number of operands', () => {
    expect(einsum('ij,jk,kl->il', a, b, a).toNested()).toEqual(matmul(matmul(a, b), a).toNested());
    expect(einsum('i,i,i,i->', tensor([1, 2]), tensor([1, 2]), tensor([1, 2]), tensor([1, 2])).item()).toBe(17);
  });

  test('keeps names', () => {
    const queries = zeros([dim('batch', 2), dim('q', 3), 4]);
    const keys = zeros([queries.dim(0), dim('k', 5), 4]);
    expect(einsum('bqd,bkd->bqk', queries, keys).shape).toEqual(['batch', 'q', 'k']);
  });

  test('is the sum over all indices of the product of the elements', () => {
    const equations = [
      ['ij,jk->ik', 'ij', 'jk'],
      ['ij,jk->ki', 'ij', 'jk'],
      ['ij,jk->', 'ij', 'jk'],
      ['bij,bjk->bik', 'bij', 'bjk'],
      ['ij,kj->', 'ij', 'kj'],
      ['ii,ij->j', 'ii', 'ij'],
      ['ijk,k->ji', 'ijk', 'k'],
      ['ij,ij->i', 'ij', 'ij'],
      ['i,jk->kij', 'i', 'jk'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...equations), fc.nat(10), ([equation, left, right], seed) => {
        const sizes: Readonly<Record<string, number>> = { i: 2, j: 3, k: 2, b: 2 };
        const shapeOf = (letters: string): readonly number[] => letters.split('').map((letter) => sizes[letter] ?? 1);
        const [x, y] = [whole(shapeOf(left), seed), whole(shapeOf(right), seed + 3)];
        const output = equation.split('->')[1] ?? '';
        const letters = [...new Set(left + right)];
        const at = (tensor_: AnyTensor, names: string, indices: ReadonlyMap<string, number>): number => {
          const flat = names.split('').reduce((offset, letter) => offset * (sizes[letter] ?? 1) + (indices.get(letter) ?? 0), 0);
          return tensor_.toArray()[flat] ?? Number.NaN;
        };
        const expected = new Float64Array(shapeOf(output).reduce((product, each) => product * each, 1));
        const visit = (rest: readonly string[], indices: ReadonlyMap<string, number>): void => {
          const [letter, ...others] = rest;
          if (letter === undefined) {
            const place = output.split('').reduce((offset, each) => offset * (sizes[each] ?? 1) + (indices.get(each) ?? 0), 0);
            expected[place] = (expected[place] ?? 0) + at(x, left, indices) * at(y, right, indices);
            return;
          }
          for (let index = 0; index < (sizes[letter] ?? 1); index++) visit(others, new Map([...indices, [letter, index]]));
        };
        visit(letters, new Map());
        expect([...untypedEinsum(equation, x, y).toArray()].map((value) => value + 0)).toEqual(
          [...expected].map((value) => value + 0),
        );
      }),
    );
  });
});
