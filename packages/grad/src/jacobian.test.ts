import { dim, matmul, multiply, ones, scalar, sin, sum, tensor, type Tensor, TreeError, zeros } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { hessian, hvp, jacobianForward, jacobianReverse } from './jacobian.ts';

const weight = tensor([
  [1, 2],
  [3, 4],
  [5, 6],
]);
const x = tensor([1, 10]);

describe.each([
  ['jacobianForward', jacobianForward],
  ['jacobianReverse', jacobianReverse],
] as const)('%s', (name, jacobian) => {
  test('of a matrix product', () => {
    const found = jacobian((y: Tensor<[2]>) => matmul(weight, y))(x);
    expectTypeOf(found).toEqualTypeOf<Tensor<[3, 2]>>();
    expect(found.toNested()).toEqual(weight.toNested());
    const inWeight = jacobian((w: Tensor<[3, 2]>) => matmul(w, x))(weight);
    expectTypeOf(inWeight).toEqualTypeOf<Tensor<[3, 3, 2]>>();
    expect(inWeight.toNested()).toEqual([
      [
        [1, 10],
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 10],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
        [1, 10],
      ],
    ]);
  });

  test('between trees, with later arguments', () => {
    const f = (p: { readonly a: Tensor<[2]>; readonly b: Tensor<[]> }, c: Tensor<[]>) =>
      [multiply(p.a, c), { s: sum(multiply(p.a, p.b)), whole: p.b }] as const;
    const found = jacobian(f)({ a: tensor([1, 2]), b: scalar(3) }, scalar(5));
    expectTypeOf(found[0]).toEqualTypeOf<{ readonly a: Tensor<[2, 2]>; readonly b: Tensor<[2]> }>();
    expectTypeOf(found[1].s).toEqualTypeOf<{ readonly a: Tensor<[2]>; readonly b: Tensor<[]> }>();
    expect(found[0].a.toNested()).toEqual([
      [5, 0],
      [0, 5],
    ]);
    expect(found[0].b.toNested()).toEqual([0, 0]);
    expect(found[1].s.a.toNested()).toEqual([3, 3]);
    expect(found[1].s.b.toNested()).toEqual(3);
    expect(found[1].whole.a.toNested()).toEqual([0, 0]);
    expect(found[1].whole.b.toNested()).toEqual(1);
  });

  test('with named axes', () => {
    const found = jacobian((y: Tensor<['n', 2]>) => sin(sum(y, 1)))(zeros([dim('n', 3), 2]));
    expectTypeOf(found).toEqualTypeOf<Tensor<['n', 'n', 2]>>();
    expect(found.shape).toEqual(['n', 'n', 2]);
    expect(sum(found).item()).toBe(6);
  });

  test('between dtypes, in the dtype of the result', () => {
    const found = jacobian((y: Tensor<[2], 'f64'>): Tensor<[2]> => typed(P.convert(P.multiply(y, y), 'f32')))(
      typed(P.fill(3, [2], 'f64')),
    );
    expectTypeOf(found).toEqualTypeOf<Tensor<[2, 2]>>();
    expect([found.dtype, found.toNested()]).toEqual([
      'f32',
      [
        [6, 0],
        [0, 6],
      ],
    ]);
  });

  test('refuses what is no float', () => {
    const whole = (y: Tensor<[2]>) => [y, P.argMax(y, 0)];
    expect(() => jacobian(whole)(x)).toThrow(
      new TreeError(`${name}: result[1] is i32: only f32 and f64 tensors have derivatives; do not return it`),
    );
    // @ts-expect-error the same message as the run's
    expect(() => jacobian((y: { n: Tensor<[], 'i32'> }) => y)({ n: scalar(1, 'i32') })).toThrow(
      /params.n is i32: only f32 and f64 tensors have derivatives/,
    );
  });
});

describe('hessian', () => {
  test('of a tree', () => {
    const f = (p: { readonly a: Tensor<[2]>; readonly b: Tensor<[]> }): Tensor<[]> => sum(multiply(multiply(p.a, p.a), p.b));
    const found = hessian(f)({ a: tensor([1, 2]), b: scalar(3) });
    expectTypeOf(found.a).toEqualTypeOf<{ readonly a: Tensor<[2, 2]>; readonly b: Tensor<[2]> }>();
    expect(found.a.a.toNested()).toEqual([
      [6, 0],
      [0, 6],
    ]);
    expect(found.a.b.toNested()).toEqual([2, 4]);
    expect(found.b.a.toNested()).toEqual([2, 4]);
    expect(found.b.b.toNested()).toBe(0);
  });

  test('times a direction', () => {
    const f = (p: Tensor<[2]>, w: Tensor<[2]>): Tensor<[]> => sum(multiply(multiply(p, multiply(p, p)), w));
    const found = hvp(f)(tensor([1, 2]), tensor([1, 10]), tensor([1, 0.5]));
    expectTypeOf(found).toEqualTypeOf<Tensor<[2]>>();
    expect(found.toNested()).toEqual([6, 60]);
    expect(hvp((p: Tensor<[2]>) => sum(p))(ones([2]), ones([2])).toNested()).toEqual([0, 0]);
  });
});
