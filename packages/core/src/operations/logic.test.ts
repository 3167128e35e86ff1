import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bitwiseAnd,
  bitwiseNot,
  bitwiseOr,
  bitwiseXor,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  scalar,
  shiftLeft,
  shiftRightArithmetic,
  shiftRightLogical,
  tensor,
} from '../index.ts';

const [a, b] = [tensor([false, false, true, true]), tensor([false, true, false, true])];

describe('logic', () => {
  test('follows the truth tables', () => {
    expect(logicalAnd(a, b).toNested()).toEqual([false, false, false, true]);
    expect(logicalOr(a, b).toNested()).toEqual([false, true, true, true]);
    expect(logicalXor(a, b).toNested()).toEqual([false, true, true, false]);
    expect(logicalNot(a).toNested()).toEqual([true, true, false, false]);
  });

  test('broadcasts', () => {
    expect(logicalAnd(tensor([[true], [false]]), tensor([true, false])).toNested()).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

describe('bits', () => {
  const words = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const item = (x: { item(): number }): number => x.item();

  test('are what JavaScript makes of them', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 31 }), (x, y, by) => {
        const [left, right, shift] = [scalar(x, 'i32'), scalar(y, 'i32'), scalar(by, 'i32')];
        expect(item(bitwiseAnd(left, right))).toBe(x & y);
        expect(item(bitwiseOr(left, right))).toBe(x | y);
        expect(item(bitwiseXor(left, right))).toBe(x ^ y);
        expect(item(bitwiseNot(left))).toBe(~x);
        expect(item(shiftLeft(left, shift))).toBe(x << by);
        expect(item(shiftRightArithmetic(left, shift))).toBe(x >> by);
        expect(item(shiftRightLogical(left, shift))).toBe((x >>> by) | 0);
      }),
    );
  });

  test('of unsigned integers stay unsigned', () => {
    expect(bitwiseNot(tensor([0], 'u32')).toNested()).toEqual([4294967295]);
    expect(shiftRightLogical(tensor([4294967295], 'u32'), 31).toNested()).toEqual([1]);
  });
});
