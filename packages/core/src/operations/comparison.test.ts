import { describe, expect, test } from 'vitest';
import { equal, greater, greaterEqual, isFinite, isInfinite, isNaN, less, lessEqual, notEqual, tensor } from '../index.ts';

const x = tensor([1, 2, 3, Number.NaN]);

describe('comparisons', () => {
  test.each([
    ['equal', equal(x, 2), [false, true, false, false]],
    ['notEqual', notEqual(x, 2), [true, false, true, true]],
    ['less', less(x, 2), [true, false, false, false]],
    ['lessEqual', lessEqual(x, 2), [true, true, false, false]],
    ['greater', greater(x, 2), [false, false, true, false]],
    ['greaterEqual', greaterEqual(x, 2), [false, true, true, false]],
  ])('%s', (_, found, expected) => {
    expect(found.dtype).toBe('bool');
    expect(found.toNested()).toEqual(expected);
  });

  test('broadcast, and wait for their first operand', () => {
    expect(less(tensor([[1], [3]]), tensor([2, 4])).toNested()).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(less(2)(tensor([1, 3])).toNested()).toEqual([true, false]);
    expect(less(2, tensor([1, 3])).toNested()).toEqual([false, true]);
  });

  test('know unsigned integers', () => {
    expect(greater(tensor([4294967295], 'u32'), 1).toNested()).toEqual([true]);
    expect(greater(tensor([-1], 'i32'), 1).toNested()).toEqual([false]);
  });
});

test('NaN, infinite and finite are told apart', () => {
  const each = tensor([0, Infinity, -Infinity, Number.NaN]);
  expect(isNaN(each).toNested()).toEqual([false, false, false, true]);
  expect(isInfinite(each).toNested()).toEqual([false, true, true, false]);
  expect(isFinite(each).toNested()).toEqual([true, false, false, false]);
});
