import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arange, concatenate, dim, pad, slice, splitAxis, stack, tensor, zeros } from '../index.ts';
import * as P from '../primitives/builders.ts';
import * as untyped from './untyped/joining.ts';

const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('concatenate', () => {
  test('joins along an axis', () => {
    expect(concatenate([x, tensor([[7, 8, 9]])]).toNested()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(concatenate([x, tensor([[0], [0]])], -1).toNested()).toEqual([
      [1, 2, 3, 0],
      [4, 5, 6, 0],
    ]);
  });

  test('adds names', () => {
    const [a, b] = [dim('a', 2), dim('b', 3)];
    expect(concatenate([zeros([b, 2]), zeros([a, 2])]).shape).toEqual(['a+b', 2]);
    expect(concatenate([zeros([a]), zeros([a]), zeros([1])]).shape).toEqual(['2*a+1']);
    expect(concatenate([zeros([a]), zeros([a])]).sizes).toEqual([4]);
  });

  test('is undone by splitAxis', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }), (sizes) => {
        const whole = P.iota([sizes.reduce((a, b) => a + b, 0), 2], 0, 'i32');
        const parts = untyped.splitAxis(whole, sizes, 0);
        expect(parts.map((part) => part.sizes[0])).toEqual(sizes);
        expect(untyped.concatenate(parts, 0).toNested()).toEqual(whole.toNested());
      }),
    );
  });
});

test('stack makes a new axis', () => {
  const [a, b] = [tensor([1, 2]), tensor([3, 4])];
  expect(stack([a, b]).toNested()).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(stack([a, b], -1).toNested()).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(stack([zeros([dim('n', 2)])], 1).shape).toEqual(['n', 1]);
});

test('splitAxis cuts names that it can divide', () => {
  const n = dim('n', 3);
  const [first, second] = splitAxis(concatenate([zeros([n]), zeros([n])]), 2);
  expect([first.shape, second.shape]).toEqual([['n'], ['n']]);
  expect(splitAxis(arange(5), [2, 3])[1].toNested()).toEqual([2, 3, 4]);
  const uneven = (): void => {
    // @ts-expect-error a name is never known to be a number
    splitAxis(zeros([n]), [1, 2]);
  };
  expect(uneven).toThrow('splitAxis: parts of [1, 2] make 3, but axis 0 of [n] is n');
});

describe('slice', () => {
  test('picks, keeps and steps', () => {
    expect(slice(x, [1]).toNested()).toEqual([4, 5, 6]);
    expect(slice(x, [null, -1]).toNested()).toEqual([3, 6]);
    expect(
      slice(x, [
        [0, 1],
        [1, null],
      ]).toNested(),
    ).toEqual([[2, 3]]);
    expect(slice(arange(7), [[1, 6, 2]]).toNested()).toEqual([1, 3, 5]);
    expect(slice(arange(7), [[-3, -1]]).toNested()).toEqual([4, 5]);
    expect(slice([[null, 2]])(arange(7)).toNested()).toEqual([0, 1]);
  });

  test('agrees with what JavaScript slices', () => {
    const bounds = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(bounds, bounds, fc.integer({ min: 1, max: 3 }), (a, b, step) => {
        const [start, stop] = [Math.min(a, b), Math.max(a, b)];
        const expected = [0, 1, 2, 3, 4, 5].slice(start, stop).filter((_, index) => index % step === 0);
        expect(untyped.slice(P.iota([6], 0, 'i32'), [[start, stop, step]]).toNested()).toEqual(expected);
      }),
    );
  });

  test('subtracts from names', () => {
    const sequence = zeros([dim('seq', 5)]);
    expect(slice(sequence, [[1, null]]).shape).toEqual(['seq-1']);
    expect(slice(sequence, [[null, -2]]).shape).toEqual(['seq-2']);
    expect(slice(sequence, [[1, null]]).sizes).toEqual([4]);
    expect(slice(sequence, [[0, 2]]).shape).toEqual([2]);
    expect(slice(sequence, [null]).shape).toEqual(['seq']);
  });

  test('finds out at run time what lies outside a named axis', () => {
    expect(() => slice(zeros([dim('seq', 5)]), [[0, 6]])).toThrow('slice: range [0, 6] does not fit axis 0 of [seq]');
    expect(() => slice(zeros([dim('seq', 5)]), [5])).toThrow('slice: index 5 is out of range for axis 0 of [seq]');
  });
});

test('pad puts a value around', () => {
  expect(
    pad(x, [
      [1, 0],
      [0, 1],
    ]).toNested(),
  ).toEqual([
    [0, 0, 0, 0],
    [1, 2, 3, 0],
    [4, 5, 6, 0],
  ]);
  expect(pad(arange(2), [[1, 1]], 9).toNested()).toEqual([9, 0, 1, 9]);
  expect(pad(zeros([dim('seq', 5)]), [[1, 1]]).shape).toEqual(['seq+2']);
});
