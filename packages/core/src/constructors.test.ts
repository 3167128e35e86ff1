import {
  arange,
  dim,
  DTypeError,
  eye,
  full,
  fullLike,
  linspace,
  ones,
  onesLike,
  ShapeError,
  tensor,
  type Tensor,
  zeros,
  zerosLike,
} from '@cotangent/core';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';

describe('filled tensors', () => {
  test('zeros, ones, full', () => {
    expectTypeOf(zeros([2, 3])).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(zeros([2, 3], 'i32')).toEqualTypeOf<Tensor<[2, 3], 'i32'>>();
    expectTypeOf(ones([dim('batch', 2), 3])).toEqualTypeOf<Tensor<['batch', 3]>>();
    expectTypeOf(full([2], true)).toEqualTypeOf<Tensor<[2], 'bool'>>();
    expectTypeOf(full([2], 1, 'f64')).toEqualTypeOf<Tensor<[2], 'f64'>>();
    expect(zeros([2, 3]).toNested()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(ones([2], 'bool').toNested()).toEqual([true, true]);
    expect(full([2], -1.5).toNested()).toEqual([-1.5, -1.5]);
    expect(full([], 3).item()).toBe(3);
    expect(zeros([0]).toNested()).toEqual([]);
  });

  test('like another tensor', () => {
    const x = tensor([[1, 2]], 'i32');
    expectTypeOf(zerosLike(x)).toEqualTypeOf<Tensor<[1, 2], 'i32'>>();
    expect(zerosLike(x).toNested()).toEqual([[0, 0]]);
    expect(onesLike(x).toNested()).toEqual([[1, 1]]);
    expect(fullLike(x, 7).toNested()).toEqual([[7, 7]]);
    expect(fullLike(tensor([1]), 0.5).toNested()).toEqual([0.5]);
    expect(onesLike(zeros([dim('batch', 1)])).shape).toEqual(['batch']);
    // @ts-expect-error the same message as the run's
    expect(() => fullLike(x, 0.5)).toThrow(DTypeError);
  });

  test('the compiler refuses a size that it does not know, the run one that is none', () => {
    const n: number = 3;
    // @ts-expect-error a plain number is no dimension: name it with dim("name", size)
    expect(zeros([n, 2]).sizes).toEqual([3, 2]);
    // @ts-expect-error a plain number is no dimension
    expect(eye(n).sizes).toEqual([3, 3]);
    // @ts-expect-error a negative number is no size
    expect(() => zeros([2, -1])).toThrow(new ShapeError('zeros: axis 1 is -1, not an integer from 0 to 2^31 - 1'));
    // @ts-expect-error a fraction is no size
    expect(() => full([1.5], 0)).toThrow(/full: axis 0 is 1.5/);
    // @ts-expect-error the same message as the run's
    expect(() => full([2], 0.5, 'i32')).toThrow('full: expected an integer from -2147483648 to 2147483647 for i32, found 0.5');
  });

  test('the dtype is what is said, not what is hoped for', () => {
    // @ts-expect-error zeros are f32 when nothing is said
    const x: Tensor<[2], 'i32'> = zeros([2]);
    expect(x.dtype).toBe('f32');
  });

  test('shapes in generic bodies', () => {
    const column = <N extends number | string>(x: Tensor<[N, 3]>): Tensor<[N, 1]> => zeros([x.dim(0), 1]);
    const square = <N extends number | string>(x: Tensor<[N]>): Tensor<[N, N]> => eye(x.dim(0));
    const positions = <N extends number | string>(x: Tensor<[N]>): Tensor<[N], 'i32'> => arange(x.dim(0), 'i32');
    expect(column(zeros([dim('rows', 2), 3])).shape).toEqual(['rows', 1]);
    expect(square(zeros([dim('rows', 2)])).shape).toEqual(['rows', 'rows']);
    expect(positions(zeros([2])).toNested()).toEqual([0, 1]);
  });
});

test('eye', () => {
  expectTypeOf(eye(3, 'i32')).toEqualTypeOf<Tensor<[3, 3], 'i32'>>();
  expect(eye(3, 'i32').toNested()).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(eye(2, 'bool').toNested()).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(eye(0).sizes).toEqual([0, 0]);
});

describe('arange', () => {
  test('its length is in its type', () => {
    expectTypeOf(arange(5)).toEqualTypeOf<Tensor<[5]>>();
    expectTypeOf(arange(5, 'i32')).toEqualTypeOf<Tensor<[5], 'i32'>>();
    expectTypeOf(arange(dim('n', 5), 'u32')).toEqualTypeOf<Tensor<['n'], 'u32'>>();
    expectTypeOf(arange(2, 7)).toEqualTypeOf<Tensor<[5]>>();
    expectTypeOf(arange(-2, 3, 'i32')).toEqualTypeOf<Tensor<[5], 'i32'>>();
    expectTypeOf(arange(-7, -2)).toEqualTypeOf<Tensor<[5]>>();
    expectTypeOf(arange(0, 10, 3)).toEqualTypeOf<Tensor<[4]>>();
    expectTypeOf(arange(0, 9, 3, 'i32')).toEqualTypeOf<Tensor<[3], 'i32'>>();
    expectTypeOf(arange(10, 0, -3)).toEqualTypeOf<Tensor<[4]>>();
    expectTypeOf(arange(1, -2, -1)).toEqualTypeOf<Tensor<[3]>>();
    expectTypeOf(arange(3, 3)).toEqualTypeOf<Tensor<[0]>>();
    expectTypeOf(arange(5, 2)).toEqualTypeOf<Tensor<[0]>>();
    expectTypeOf(arange(0, 1_000_000)).toEqualTypeOf<Tensor<[1_000_000]>>();
  });

  test.each([
    [arange(5), [0, 1, 2, 3, 4]],
    [arange(dim('n', 3)), [0, 1, 2]],
    [arange(2, 7), [2, 3, 4, 5, 6]],
    [arange(-2, 3, 'i32'), [-2, -1, 0, 1, 2]],
    [arange(-7, -2), [-7, -6, -5, -4, -3]],
    [arange(0, 10, 3), [0, 3, 6, 9]],
    [arange(0, 9, 3, 'i32'), [0, 3, 6]],
    [arange(10, 0, -3), [10, 7, 4, 1]],
    [arange(1, -2, -1), [1, 0, -1]],
    [arange(3, 3), []],
    [arange(5, 2), []],
    [arange(4294967293, 4294967296, 'u32'), [4294967293, 4294967294, 4294967295]],
  ])('%s', (x, expected) => {
    expect(x.toNested()).toEqual(expected);
    expect(x.sizes).toEqual([expected.length]);
  });

  test('refuses fractions, unknown bounds, a step of 0 and what the dtype cannot hold', () => {
    // @ts-expect-error a fraction
    expect(() => arange(0, 0.5)).toThrow(
      new ShapeError('arange counts in integers: for fractions use linspace(start, stop, count)'),
    );
    // @ts-expect-error a step of nothing
    expect(() => arange(0, 5, 0)).toThrow(new ShapeError('arange: the step is 0'));
    const n: number = 3;
    // @ts-expect-error a bound that the compiler does not know
    expect(arange(0, n).sizes).toEqual([3]);
    // @ts-expect-error a number that the compiler does not know
    expect(arange(n).sizes).toEqual([3]);
    // @ts-expect-error booleans do not count
    expect(() => arange(2, 'bool')).toThrow(DTypeError);
    // @ts-expect-error the same message as the run's
    expect(() => arange(-1, 2, 'u32')).toThrow(/arange: expected an integer from 0 to 4294967295 for u32, found -1/);
    // @ts-expect-error the bound is checked where nothing is counted too
    expect(() => arange(-2, -5, 'u32')).toThrow(/arange: expected an integer from 0 to 4294967295 for u32, found -2/);
  });
});

describe('linspace', () => {
  test('has both ends exactly and rises evenly', () => {
    expectTypeOf(linspace(0, 1, 5)).toEqualTypeOf<Tensor<[5]>>();
    expectTypeOf(linspace(0, 1, dim('n', 5), 'f64')).toEqualTypeOf<Tensor<['n'], 'f64'>>();
    expect(linspace(0, 1, 5).toNested()).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(linspace(3, 4, 1).toNested()).toEqual([3]);
    expect(linspace(3, 4, 0).toNested()).toEqual([]);
    expect(linspace(1, -1, 3).toNested()).toEqual([1, 0, -1]);
    const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 2, max: 30 }), (start, stop, count) => {
        const xs = linspace(start, stop, dim('n', count), 'f64').toNested();
        expect(xs[0] === start).toBe(true);
        expect(xs.at(-1) === stop).toBe(true);
        const step = (stop - start) / (count - 1);
        xs.forEach((x, index) => expect(Math.abs(x - (start + index * step))).toBeLessThanOrEqual(1e-9));
      }),
    );
  });

  test('refuses what is no number', () => {
    // @ts-expect-error a string is no number
    expect(() => linspace('0', 1, 3)).toThrow(DTypeError);
    // @ts-expect-error a negative number is no size
    expect(() => linspace(0, 1, -3)).toThrow(ShapeError);
  });
});
