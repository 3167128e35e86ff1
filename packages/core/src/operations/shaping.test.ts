import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arange,
  broadcastTo,
  dim,
  expandDims,
  moveAxis,
  flatten,
  repeat,
  reshape,
  reverse,
  roll,
  squeeze,
  swapAxes,
  tensor,
  tile,
  transpose,
  zeros,
} from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import * as untyped from './untyped/shaping.ts';

const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('reshape', () => {
  test('keeps row-major order', () => {
    expect(reshape(x, [3, 2]).toNested()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(reshape([6])(x).toNested()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('infers -1, also with names', () => {
    expect(reshape(x, [-1, 2]).shape).toEqual([3, 2]);
    const named = zeros([dim('batch', 5), 2, 3]);
    expect(reshape(named, [-1, 6]).shape).toEqual(['batch', 6]);
    expect(reshape(named, [named.dim(0), -1]).shape).toEqual(['batch', 6]);
    expect(reshape(named, [-1]).shape).toEqual(['6*batch']);
    expect(reshape(named, [-1]).sizes).toEqual([30]);
  });

  test('takes any shape without elements for another one', () => {
    expect(reshape(zeros([3, 0]), [5, 2, 0]).shape).toEqual([5, 2, 0]);
    expect(reshape(zeros([0, dim('batch', 2), 3]), [0, 7]).shape).toEqual([0, 7]);
    // @ts-expect-error 10 elements are not none
    expect(() => reshape(zeros([3, 0]), [5, 2])).toThrow('reshape: [3, 0] -> [5, 2]: 0 elements vs 10');
  });

  test('refuses what only happens to have as many elements', () => {
    // @ts-expect-error 12 is no batch
    expect(() => reshape(zeros([dim('batch', 12)]), [12])).toThrow('reshape: [batch] -> [12]: batch elements vs 12');
  });
});

test('flatten multiplies names', () => {
  expect(flatten(zeros([dim('b', 2), 3, dim('a', 4)])).shape).toEqual(['3*a*b']);
  expect(flatten(zeros([dim('b', 2), 3, 4]), 1).shape).toEqual(['b', 12]);
  expect(flatten(zeros([])).shape).toEqual([1]);
});

describe('rearranging', () => {
  const ranks = fc.integer({ min: 1, max: 4 });
  const sized = (rank: number): AnyTensor => {
    const shape = [2, 3, 4, 5].slice(0, rank);
    return P.reshape(P.iota([shape.reduce((a, b) => a * b, 1)], 0, 'i32'), shape);
  };
  const permutations = ranks.chain((rank) =>
    fc.shuffledSubarray(
      Array.from({ length: rank }, (_, index) => index),
      { minLength: rank },
    ),
  );

  test('transpose by a permutation and its inverse is the identity', () => {
    fc.assert(
      fc.property(permutations, (permutation) => {
        const before = sized(permutation.length);
        const inverse = permutation.map((_, index) => permutation.indexOf(index));
        expect(untyped.transpose(untyped.transpose(before, permutation), inverse).toNested()).toEqual(before.toNested());
      }),
    );
  });

  test('swapAxes and moveAxis undo themselves', () => {
    fc.assert(
      fc.property(ranks, fc.nat(), fc.nat(), (rank, i, j) => {
        const [before, from, to] = [sized(rank), i % rank, j % rank];
        expect(untyped.swapAxes(untyped.swapAxes(before, from, to - rank), from, to).toNested()).toEqual(before.toNested());
        expect(untyped.moveAxis(untyped.moveAxis(before, from, to), to, from).toNested()).toEqual(before.toNested());
        expect(untyped.moveAxis(before, from, to).sizes[to]).toBe(before.sizes[from]);
      }),
    );
  });

  test('puts elements where they belong', () => {
    expect(transpose(x).toNested()).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(transpose(zeros([2, dim('n', 3), 4]), [2, 0, 1]).shape).toEqual([4, 2, 'n']);
    expect(swapAxes(zeros([2, 3, 4]), 0, -1).shape).toEqual([4, 3, 2]);
    expect(moveAxis(zeros([2, 3, 4]), 0, -1).shape).toEqual([3, 4, 2]);
    expect(reverse(x, 1).toNested()).toEqual([
      [3, 2, 1],
      [6, 5, 4],
    ]);
    expect(reverse(x).toNested()).toEqual([
      [6, 5, 4],
      [3, 2, 1],
    ]);
  });
});

test('axes of size 1 come and go', () => {
  expect(expandDims(x, 0).shape).toEqual([1, 2, 3]);
  expect(expandDims(x, -1).shape).toEqual([2, 3, 1]);
  expect(expandDims(1)(x).shape).toEqual([2, 1, 3]);
  expect(squeeze(zeros([1, 2, 1])).shape).toEqual([2]);
  expect(squeeze(zeros([1, 2, 1]), -1).shape).toEqual([1, 2]);
  expect(squeeze(zeros([dim('one', 1), 1])).shape).toEqual(['one']);
});

test('broadcastTo stretches', () => {
  expect(broadcastTo(tensor([1, 2]), [2, 2]).toNested()).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(broadcastTo(tensor(3), [dim('n', 2)]).shape).toEqual(['n']);
});

describe('repetition', () => {
  test('tile lays the whole out again, repeat each element', () => {
    const row = tensor([1, 2]);
    expect(tile(row, [2]).toNested()).toEqual([1, 2, 1, 2]);
    expect(repeat(row, 2, 0).toNested()).toEqual([1, 1, 2, 2]);
    expect(tile(x, [1, 2]).toNested()).toEqual([
      [1, 2, 3, 1, 2, 3],
      [4, 5, 6, 4, 5, 6],
    ]);
    expect(repeat(x, 2, 0).toNested()).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [4, 5, 6],
      [4, 5, 6],
    ]);
  });

  test('multiplies names', () => {
    expect(tile(zeros([dim('n', 2), 2]), [3, 1]).shape).toEqual(['3*n', 2]);
    expect(repeat(zeros([dim('n', 2)]), 2, 0).shape).toEqual(['2*n']);
  });
});

test('roll goes round, in either direction and more than once', () => {
  const five = arange(5);
  expect(roll(five, 2, 0).toNested()).toEqual([3, 4, 0, 1, 2]);
  expect(roll(five, -1, 0).toNested()).toEqual([1, 2, 3, 4, 0]);
  expect(roll(five, 12, 0).toNested()).toEqual([3, 4, 0, 1, 2]);
  expect(roll(five, 0, 0)).toBe(five);
  expect(roll(zeros([dim('n', 3)]), 1, 0).shape).toEqual(['n']);
});
