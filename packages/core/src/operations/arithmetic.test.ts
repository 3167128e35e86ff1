import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  atan2,
  dim,
  divide,
  logAddExp,
  maximum,
  minimum,
  multiply,
  power,
  remainder,
  scalar,
  subtract,
  tensor,
  zeros,
} from '../index.ts';
import { addAxes } from '../dims/polynomials.ts';
import { broadcastAxes } from './untyped/broadcast.ts';

describe('operands', () => {
  test('are two tensors, or a tensor and a number on either side', () => {
    const x = tensor([1, 2]);
    expect(add(x, tensor([10, 20])).toNested()).toEqual([11, 22]);
    expect(subtract(x, 1).toNested()).toEqual([0, 1]);
    expect(subtract(1, x).toNested()).toEqual([0, -1]);
    expect(divide(1, tensor([2, 4])).toNested()).toEqual([0.5, 0.25]);
  });

  test('come last, the first one waiting', () => {
    expect(subtract(tensor([1, 1]))(tensor([5, 6])).toNested()).toEqual([4, 5]);
    expect(divide(2)(tensor([4, 6])).toNested()).toEqual([2, 3]);
    expect(power(2)(tensor([3])).toNested()).toEqual([9]);
  });

  test('are those that a reduction hands over, whatever comes behind them', () => {
    const [x, y] = [tensor([1, 2]), tensor([10, 20])];
    expect([x, y].reduce(add).toNested()).toEqual([11, 22]);
    expect([x, y].reduceRight(subtract).toNested()).toEqual([9, 18]);
  });

  test('that are none are refused before anything waits for another', () => {
    const untyped = add as unknown as (...operands: readonly unknown[]) => unknown;
    expect(() => untyped('a')).toThrow('add: expected a tensor, got string');
    expect(() => untyped({})).toThrow('add: expected a tensor, got object');
    expect(() => untyped()).toThrow('add: needs at least one tensor');
  });

  test('keep the names of dimensions, also those of size 1', () => {
    const [batch, one] = [dim('batch', 2), dim('one', 1)];
    expect(add(zeros([batch, 1]), zeros([3])).shape).toEqual(['batch', 3]);
    expect(add(zeros([one, 1]), zeros([3])).shape).toEqual(['one', 3]);
  });

  test('do not stretch a named dimension, though its size be 1', () => {
    // @ts-expect-error `one` is no 1
    expect(() => add(zeros([dim('one', 1)]), zeros([3]))).toThrow('add: cannot broadcast [one] with [3]: one vs 3');
  });

  test('refuse one name with two sizes, which no type can see, and say where both tokens were made', () => {
    const [x, y] = [zeros([dim('batch', 2)]), zeros([dim('batch', 3)])];
    const place = '[^ ]*arithmetic\\.test\\.ts:\\d+:\\d+';
    expect(() => add(x, y)).toThrow(
      new RegExp(
        `^add: cannot broadcast \\[batch\\] with \\[batch\\]: two sizes of 'batch', 2 \\(from ${place}\\) and 3 \\(from ${place}\\): one name stands for one size$`,
      ),
    );
  });

  test('of integers do not take fractions', () => {
    expect(() => add(tensor([1], 'i32'), 0.5)).toThrow(/^add: expected an integer .*0\.5/);
  });
});

describe('broadcasting', () => {
  const shapes = fc.array(fc.constantFrom(1, 2, 3), { maxLength: 4 });

  test('is commutative, and has [] for its unit', () => {
    fc.assert(
      fc.property(shapes, shapes, (a, b) => {
        const both = (x: readonly number[], y: readonly number[]): readonly unknown[] | undefined => {
          try {
            return broadcastAxes('add', x, y);
          } catch {
            return undefined;
          }
        };
        expect(both(a, b)).toEqual(both(b, a));
        expect(both(a, [])).toEqual(a);
        expect(both(a, a)).toEqual(a);
      }),
    );
  });

  test('adds the element that each operand repeats', () => {
    const sum = add(tensor([[1], [2]]), tensor([[10, 20, 30]]));
    expect(sum.toNested()).toEqual([
      [11, 21, 31],
      [12, 22, 32],
    ]);
  });
});

describe('values', () => {
  test('of products, quotients and remainders', () => {
    expect(multiply(tensor([2, 3]), tensor([4, 5])).toNested()).toEqual([8, 15]);
    expect(divide(tensor([7, -7], 'i32'), 2).toNested()).toEqual([3, -3]);
    expect(remainder(tensor([7, -7]), 3).toNested()).toEqual([1, -1]);
    expect(power(tensor([2, 0, -2]), tensor([3, 0, 2])).toNested()).toEqual([8, 1, 4]);
  });

  test('of maximum and minimum are NaN where either operand is', () => {
    expect(maximum(tensor([1, Number.NaN]), tensor([Number.NaN, 1])).toNested()).toEqual([Number.NaN, Number.NaN]);
    expect(minimum(tensor([1, 2]), tensor([2, 1])).toNested()).toEqual([1, 1]);
  });

  test('of atan2 know the quadrant', () => {
    const angles = atan2(tensor([1, 1, -1, -1], 'f64'), tensor([1, -1, -1, 1], 'f64')).toNested();
    expect(angles).toEqual([Math.PI / 4, (3 * Math.PI) / 4, (-3 * Math.PI) / 4, -Math.PI / 4]);
  });

  test('of integers wrap around', () => {
    expect(add(tensor([2 ** 31 - 1], 'i32'), 1).toNested()).toEqual([-(2 ** 31)]);
    expect(subtract(tensor([0], 'u32'), 1).toNested()).toEqual([2 ** 32 - 1]);
  });
});

describe('logAddExp', () => {
  const values = fc.double({ min: -30, max: 30, noNaN: true });

  test('is log(exp(a) + exp(b))', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const found = logAddExp(scalar(a, 'f64'), scalar(b, 'f64')).item();
        expect(found).toBeCloseTo(Math.log(Math.exp(a) + Math.exp(b)), 10);
      }),
    );
  });

  test('does not overflow, and knows infinities', () => {
    const [x, y] = [
      tensor([1000, -1000, Infinity, -Infinity, Infinity], 'f64'),
      tensor([1000, -1000, 0, -Infinity, -Infinity], 'f64'),
    ];
    expect(logAddExp(x, y).toNested()).toEqual([1000 + Math.LN2, -1000 + Math.LN2, Infinity, -Infinity, Infinity]);
  });

  test('is NaN where an operand is', () => {
    expect(logAddExp(tensor([Number.NaN]), 0).toNested()).toEqual([Number.NaN]);
  });
});

test('sums of axes keep their names', () => {
  expect(addAxes(dim('b', 2), dim('a', 3))).toEqual({ name: 'a+b', size: 5 });
});
