import type { Tensor } from '@cotangent/core';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { nest, type Nested, stridesOf } from './nested.ts';

describe('nest', () => {
  test('nests in row-major order', () => {
    expect(nest(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3], 'f32')).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(nest(Int32Array.of(1, 2, 3, 4), [2, 1, 2], 'i32')).toEqual([[[1, 2]], [[3, 4]]]);
  });

  test('a scalar is bare, a boolean is a boolean', () => {
    expect(nest(Float64Array.of(0.1), [], 'f64')).toBe(0.1);
    expect(nest(Uint8Array.of(1), [], 'bool')).toBe(true);
    expect(nest(Uint8Array.of(1, 0), [2], 'bool')).toEqual([true, false]);
  });

  test('empty axes', () => {
    expect(nest(new Float32Array(0), [2, 0], 'f32')).toEqual([[], []]);
    expect(nest(new Float32Array(0), [0, 2], 'f32')).toEqual([]);
  });

  test('as many axes as anybody has', () => {
    expect(
      JSON.stringify(
        nest(
          Float32Array.of(7),
          Array.from({ length: 32 }, () => 1),
          'f32',
        ),
      ),
    ).toBe(`${'['.repeat(32)}7${']'.repeat(32)}`);
  });
});

test('strides', () => {
  expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1]);
  expect(stridesOf([])).toEqual([]);
});

test('types', () => {
  expectTypeOf<Nested<[], 'f32'>>().toEqualTypeOf<number>();
  expectTypeOf<Nested<[], 'bool'>>().toEqualTypeOf<boolean>();
  expectTypeOf<Nested<['batch', 3]>>().toEqualTypeOf<readonly (readonly number[])[]>();
  expectTypeOf<Nested<readonly (number | string)[], 'f32'>>().toEqualTypeOf<unknown>();
  const ofBatch = <B extends string>(x: Tensor<[B]>): readonly number[] => x.toNested();
  expectTypeOf(ofBatch).returns.toEqualTypeOf<readonly number[]>();
});
