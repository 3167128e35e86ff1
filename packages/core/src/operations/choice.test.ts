import { describe, expect, test } from 'vitest';
import { clip, dim, greater, tensor, where, zeros } from '../index.ts';

const x = tensor([-1, 0, 2]);

describe('where', () => {
  test('chooses element by element', () => {
    expect(where(greater(x, 0), x, tensor([7, 8, 9])).toNested()).toEqual([7, 8, 2]);
  });

  test('takes numbers', () => {
    expect(where(greater(x, 0), x, 0).toNested()).toEqual([0, 0, 2]);
    expect(where(greater(x, 0), 1, x).toNested()).toEqual([-1, 0, 1]);
  });

  test('broadcasts all three', () => {
    const chosen = where(tensor([[true], [false]]), tensor([1, 2, 3]), 0);
    expect(chosen.toNested()).toEqual([
      [1, 2, 3],
      [0, 0, 0],
    ]);
    expect(where(tensor(true), tensor([1, 2]), tensor([[3], [4]])).shape).toEqual([2, 2]);
  });

  test('keeps names', () => {
    expect(where(greater(zeros([dim('batch', 2), 1]), 0), zeros([3]), 1).shape).toEqual(['batch', 3]);
  });

  test('does not let NaN of the other branch in', () => {
    expect(where(greater(x, 0), x, tensor([0, 0, Number.NaN])).toNested()).toEqual([0, 0, 2]);
  });

  test('refuses a condition that is none', () => {
    // @ts-expect-error a condition is boolean
    expect(() => where(x, x, 0)).toThrow('where: needs a boolean condition, got f32: compare it first');
  });
});

describe('clip', () => {
  test('brings elements between bounds', () => {
    expect(clip(x, -0.5, 1).toNested()).toEqual([-0.5, 0, 1]);
    expect(clip(-0.5, 1)(x).toNested()).toEqual([-0.5, 0, 1]);
    expect(clip(x, tensor([0, 1, 0]), 1).toNested()).toEqual([0, 1, 1]);
  });

  test('keeps NaN', () => {
    expect(clip(tensor([Number.NaN]), 0, 1).toNested()).toEqual([Number.NaN]);
  });
});
