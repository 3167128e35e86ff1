import { DTypeError, scalar, ShapeError, tensor, type Tensor } from '@cotangent/core';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { LiteralArgument } from './literal.ts';

describe('tensor', () => {
  test('has the shape of the literal, in its type too', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expectTypeOf(x).toEqualTypeOf<Tensor<[2, 3]>>();
    expect(x.shape).toEqual([2, 3]);
    expect(x.toNested()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expectTypeOf(tensor(3)).toEqualTypeOf<Tensor<[]>>();
    expectTypeOf(tensor([[[0.5]], [[-1]]])).toEqualTypeOf<Tensor<[2, 1, 1]>>();
    const n: number = 4;
    expectTypeOf(tensor([n, n, 1])).toEqualTypeOf<Tensor<[3]>>();
  });

  test('has the dtype that is given, else f32, or bool for booleans', () => {
    expectTypeOf(tensor([1, 2], 'i32')).toEqualTypeOf<Tensor<[2], 'i32'>>();
    expectTypeOf(tensor([true, false])).toEqualTypeOf<Tensor<[2], 'bool'>>();
    expectTypeOf(tensor([1, 0], 'bool')).toEqualTypeOf<Tensor<[2], 'bool'>>();
    expect(tensor([true, false]).dtype).toBe('bool');
    expect(tensor([1, 2], 'u32').dtype).toBe('u32');
    // @ts-expect-error the dtype is f32, wherever the tensor goes
    const x: Tensor<[2], 'i32'> = tensor([1, 2]);
    expect(x.dtype).toBe('f32');
  });

  test('the compiler and the run refuse the same literals with the same words', () => {
    const ragged = 'tensor: data[1]: expected an array of 2, found an array of 1: every row must fit the shape [2, 2]';
    expectTypeOf<LiteralArgument<readonly [readonly [1, 2], readonly [3]], 'f32'>>().toEqualTypeOf<typeof ragged>();
    // @ts-expect-error ragged rows
    expect(() => tensor([[1, 2], [3]])).toThrow(new ShapeError(ragged));

    const bare = 'tensor: data[1]: expected an array of 1, found 2: every row must fit the shape [2, 1]';
    expectTypeOf<LiteralArgument<readonly [readonly [1], 2], 'f32'>>().toEqualTypeOf<typeof bare>();
    // @ts-expect-error a number for a row
    expect(() => tensor([[1], 2])).toThrow(new ShapeError(bare));

    const deep =
      'tensor: data[1][0]: expected an integer from 0 to 4294967295, found an array of 1: every row must fit the shape [2, 1]';
    expectTypeOf<LiteralArgument<readonly [readonly [1], readonly [readonly [2]]], 'u32'>>().toEqualTypeOf<typeof deep>();
    // @ts-expect-error a row for a number
    expect(() => tensor([[1], [[2]]], 'u32')).toThrow(new ShapeError(deep));

    const empty =
      'tensor: data[0]: expected at least one element, found an array of 0: an empty tensor needs its shape, as in zeros([0, 3])';
    expectTypeOf<LiteralArgument<readonly [readonly []], 'f32'>>().toEqualTypeOf<typeof empty>();
    // @ts-expect-error no elements
    expect(() => tensor([[]])).toThrow(new ShapeError(empty));
  });

  test('arrays of unknown length are for fromNested', () => {
    const xs: number[] = [1, 2];
    // @ts-expect-error the compiler does not know the length
    expect(tensor(xs).shape).toEqual([2]);
  });

  test('elements that the dtype cannot hold', () => {
    // @ts-expect-error the same message as the run's
    expect(() => tensor([1, 2.5], 'i32')).toThrow(DTypeError);
    // @ts-expect-error the same message as the run's
    expect(() => tensor([1, 2.5], 'i32')).toThrow(
      /^tensor: data\[1\]: expected an integer from -2147483648 to 2147483647, found 2.5: round it first/,
    );
    // @ts-expect-error a string is no element
    expect(() => tensor([1, 'x'])).toThrow(/found the string "x": convert it first/);
  });
});

test('scalar', () => {
  expectTypeOf(scalar(3)).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(scalar(3, 'i32')).toEqualTypeOf<Tensor<[], 'i32'>>();
  expectTypeOf(scalar(true)).toEqualTypeOf<Tensor<[], 'bool'>>();
  expect(scalar(3).item()).toBe(3);
  expect(scalar(false).item()).toBe(false);
  expect(scalar(-1, 'i32').item()).toBe(-1);
  // @ts-expect-error the same message as the run's
  expect(() => scalar(0.5, 'i32')).toThrow('scalar: expected an integer from -2147483648 to 2147483647 for i32, found 0.5');
  // @ts-expect-error no element
  expect(() => scalar('3')).toThrow(DTypeError);
});
