import {
  divide,
  matmul,
  multiply,
  scalar,
  scan,
  sin,
  stopGradient,
  sum,
  tensor,
  type Tensor,
  TraceError,
  where,
  greater,
} from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { customJvp, customVjp } from './custom.ts';
import { grad } from './grad.ts';
import { linearize, linearTranspose } from './linear.ts';

const x = tensor([1, 2]);
const weight = tensor([
  [1, 2],
  [3, 4],
  [5, 6],
]);

describe('linearize', () => {
  test('gives the value and the derivative', () => {
    const [value, derivative] = linearize(
      (y: Tensor<[2]>, z: Tensor<[]>) => ({ product: multiply(y, z), z, fixed: tensor([1]) }),
      x,
      scalar(3),
    );
    expect(value.product.toNested()).toEqual([3, 6]);
    const tangent = derivative(tensor([1, 0]), scalar(10));
    expectTypeOf(tangent).toEqualTypeOf<typeof value>();
    expect([tangent.product.toNested(), tangent.z.item(), tangent.fixed.toNested()]).toEqual([[13, 20], 10, [0]]);
    expect(derivative(tensor([0, 1]), scalar(0)).product.toNested()).toEqual([0, 3]);
  });

  test('refuses a function without a forward derivative', () => {
    const f = customVjp(
      (y: Tensor<[2]>) => y,
      (y) => [y, []],
      (_, c) => [c],
    );
    expect(() => linearize(f, x)).toThrow(/linearize: a function has a customVjp rule/);
    // @ts-expect-error the same message as the run's
    expect(() => linearize((y: Tensor<[], 'i32'>) => y, scalar(1, 'i32'))).toThrow(/primals\[0\] is i32/);
  });
});

describe('linearTranspose', () => {
  test('of a matrix product', () => {
    const transposed = linearTranspose((y: Tensor<[2]>) => matmul(weight, y), x);
    const [cotangent] = transposed(tensor([1, 0, -1]));
    expectTypeOf(cotangent).toEqualTypeOf<Tensor<[2]>>();
    expect(cotangent.toNested()).toEqual([-4, -4]);
  });

  test('of an argument that plays no part', () => {
    expect(
      linearTranspose(
        (y: Tensor<[2]>, z: Tensor<[]>) => [y, stopGradient(scalar(1)), z][0] as Tensor<[2]>,
        x,
        scalar(1),
      )(x).map((y) => y.toNested()),
    ).toEqual([[1, 2], 0]);
  });

  const rows: readonly (readonly [name: string, f: (y: Tensor<[2]>) => unknown, message: RegExp])[] = [
    ['sin', (y) => sin(y), /^linearTranspose: sin is not linear here: transpose its tangent/],
    ['a product of what varies', (y) => multiply(y, y), /multiply is not linear here: both of its operands vary/],
    ['a dot product of what varies', (y) => matmul(y, y), /dotGeneral is not linear here: both of its operands vary/],
    ['a quotient by what varies', (y) => divide(y, y), /divide is not linear here: its denominator varies/],
    ['a choice by what varies', (y) => where(greater(y, 0), y, 0), /select is not linear here: what it chooses by varies/],
    ['a constant by definition', (y) => stopGradient(y), /stopGradient is not linear here: a constant to every derivative/],
    [
      'a loop that carries other things',
      (y) =>
        scan(
          (c: readonly [Tensor<[2]>, Tensor<[]>], s: Tensor<[]>) => [[multiply(c[0], c[1]), s], s] as const,
          [y, scalar(1)] as const,
          x,
        )[0][0],
      /scan is not linear here: it carries a value/,
    ],
  ];
  test.each(rows)('refuses %s', (_, f, message) => {
    const transposed = linearTranspose(f, x);
    expect(() => transposed(f(x))).toThrow(TraceError);
    expect(() => transposed(f(x))).toThrow(message);
  });

  test('a custom rule that is not linear is found out', () => {
    const wrong = customJvp(
      (y: Tensor<[2]>) => y,
      (_, [t]) => multiply(t, t),
    );
    expect(() => grad((y: Tensor<[2]>) => sum(wrong(y)))(x)).toThrow(/multiply is not linear here/);
  });

  test('whole-number results say nothing', () => {
    const f = (y: Tensor<[2]>) => [y, typed<[], 'i32'>(P.scalar(1, 'i32'))] as const;
    expect(linearTranspose(f, x)([x, scalar(1, 'i32')])[0].toNested()).toEqual([1, 2]);
  });
});
