/**
 * `jvp` and `vjp`: their arguments, and laws of their results.
 */
import {
  dim,
  matmul,
  multiply,
  scalar,
  ShapeError,
  sin,
  sum,
  tanh,
  tensor,
  type Tensor,
  TreeError,
  zeros,
} from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { jvp } from './jvp.ts';
import { linearize } from './linear.ts';
import { vjp } from './vjp.ts';

type X = Tensor<[3], 'f64'>;

const vector = (elements: readonly number[]): X => typed(P.constant(Float64Array.from(elements), [3], 'f64'));
/** Dyadic numbers, so that sums are exact. */
const vectors = fc
  .array(
    fc.integer({ min: -128, max: 128 }).map((n) => n / 64),
    { minLength: 3, maxLength: 3 },
  )
  .map(vector);
const dot = (x: X, y: X): number => sum(multiply(x, y)).item();
const combine = (x: X, a: number, y: X): X => typed(P.add(x, P.multiply(y, P.fillLike(y, a))));
const values = (x: Tensor<[3], 'f64'>): readonly number[] => Array.from(x.toArray());

const weight: Tensor<[3, 3], 'f64'> = typed(
  P.constant(Float64Array.from([1, -2, 0.5, 0.25, 1, -1, 2, 0.5, -0.75]), [3, 3], 'f64'),
);
/** Smooth, and not linear. */
const f = (x: X): X => tanh(multiply(matmul(weight, x), sin(x)));

describe('laws', () => {
  test("<Jv, w> = <v, J'w>", () => {
    fc.assert(
      fc.property(vectors, vectors, vectors, (x, v, w) => {
        const [, tangent] = jvp(f, [x], [v]);
        const [cotangent] = vjp(f, x)[1](w);
        expect(dot(tangent, w)).toBeCloseTo(dot(v, cotangent), 10);
      }),
    );
  });

  test('pullbacks and pushforwards are linear', () => {
    fc.assert(
      fc.property(vectors, vectors, vectors, fc.integer({ min: -4, max: 4 }), (x, v, w, a) => {
        const [, pullback] = vjp(f, x);
        const push = (t: X): X => jvp(f, [x], [t])[1];
        const close = (expected: X): readonly unknown[] =>
          values(expected).map((element): unknown => expect.closeTo(element, 10));
        expect(values(pullback(combine(v, a, w))[0])).toEqual(close(combine(pullback(v)[0], a, pullback(w)[0])));
        expect(values(push(combine(v, a, w)))).toEqual(close(combine(push(v), a, push(w))));
      }),
    );
  });

  test('zero goes to zero, and the same cotangent to the same bits', () => {
    fc.assert(
      fc.property(vectors, vectors, (x, w) => {
        const [value, pullback] = vjp(f, x);
        expect(values(value)).toEqual(values(f(x)));
        expect(values(pullback(vector([0, 0, 0]))[0]).map(Math.abs)).toEqual([0, 0, 0]);
        expect(values(pullback(w)[0])).toEqual(values(pullback(w)[0]));
      }),
    );
  });
});

describe('jvp', () => {
  test('of trees', () => {
    const [value, tangent] = jvp(
      (p: { readonly a: Tensor<[2]> }, b: Tensor<[]>) => ({ y: multiply(p.a, b), n: [b] as const }),
      [{ a: tensor([1, 2]) }, scalar(3)],
      [{ a: tensor([1, 0]) }, scalar(10)],
    );
    expectTypeOf(tangent).toEqualTypeOf<typeof value>();
    expect(value.y.toNested()).toEqual([3, 6]);
    expect(tangent.y.toNested()).toEqual([13, 20]);
    expect(tangent.n[0].item()).toBe(10);
  });

  test('inside another does not confuse directions', () => {
    const inner = (x: Tensor<[]>): Tensor<[]> => multiply(x, jvp((y: Tensor<[]>) => multiply(x, y), [scalar(1)], [scalar(1)])[1]);
    expect(jvp(inner, [scalar(5)], [scalar(1)])[1].item()).toBe(10);
  });

  test('refuses tangents that do not fit', () => {
    const square = (x: Tensor<[2]>): Tensor<[2]> => multiply(x, x);
    const loose = jvp as unknown as (f: unknown, primals: readonly unknown[], tangents: readonly unknown[]) => unknown;
    // @ts-expect-error the tangent has another shape
    expect(() => jvp(square, [tensor([1, 2])], [tensor([1, 2, 3])])).toThrow(ShapeError);
    expect(() => loose(square, [tensor([1, 2])], [tensor([1, 2, 3])])).toThrow(
      'jvp: tangents[0] is f32[3], not f32[2] as primals[0]',
    );
    expect(() => loose(square, [tensor([1, 2])], [zeros([2], 'f64')])).toThrow(
      'jvp: tangents[0] is f64[2], not f32[2] as primals[0]',
    );
    expect(() => loose(square, [tensor([1, 2])], [zeros([2, 1])])).toThrow(/f32\[2, 1\], not f32\[2\]/);
    expect(() => loose(square, [tensor([1, 2])], [])).toThrow(TreeError);
    expect(() => loose(square, [scalar(1, 'i32')], [scalar(1, 'i32')])).toThrow(
      'jvp: primals[0] is i32: only f32 and f64 tensors have tangents; close over it instead',
    );
  });
});

describe('a function that is given too few primals', () => {
  const product = (x: Tensor<[2]>, y: Tensor<[2]>) => multiply(x, y);
  const x = tensor([1, 2]);

  test('is refused by what takes them', () => {
    // @ts-expect-error the same message as the run's
    expect(() => jvp(product, [x], [x])).toThrow(new TreeError('jvp: primals is a list of 1, and the function takes 2'));
    // @ts-expect-error a function of two
    expect(() => vjp(product, x)).toThrow(new TreeError('vjp: primals is a list of 1, and the function takes 2'));
    // @ts-expect-error a function of two
    expect(() => linearize(product, x)).toThrow(new TreeError('linearize: primals is a list of 1, and the function takes 2'));
  });

  test('is run where it does without, and says itself what else is wrong', () => {
    const times = (y: Tensor<[2]>, factor?: number) => multiply(y, factor ?? 3);
    expect(jvp(times, [x], [x])[1].toNested()).toEqual([3, 6]);
    const wrong = (y: Tensor<[2]>, _z?: number) => {
      throw new ShapeError(`no ${y.rank}`);
    };
    expect(() => jvp(wrong as typeof times, [x], [x])).toThrow(new ShapeError('no 1'));
  });
});

describe('vjp', () => {
  test('of trees', () => {
    const params: { readonly a: Tensor<['n']> } = { a: zeros([dim('n', 2)]) };
    const [value, pullback] = vjp(
      (p: { readonly a: Tensor<['n']> }, b: Tensor<[]>) => [multiply(p.a, b), b] as const,
      params,
      scalar(3),
    );
    expectTypeOf(value).toEqualTypeOf<readonly [Tensor<['n']>, Tensor<[]>]>();
    const [p, b] = pullback([value[0], scalar(7)]);
    expectTypeOf(p).toEqualTypeOf(params);
    expect(p.a.shape).toEqual(['n']);
    expect(b.item()).toBe(7);
  });

  test('refuses cotangents that do not fit, and primals that are no floats', () => {
    const [, pullback] = vjp((x: Tensor<[2]>) => multiply(x, x), tensor([1, 2]));
    const loose = pullback as unknown as (cotangent: unknown) => unknown;
    expect(() => loose(tensor([1, 2, 3]))).toThrow('vjp: cotangent is f32[3], not f32[2] as result');
    expect(() => loose([tensor([1, 2])])).toThrow(TreeError);
    // @ts-expect-error the same message as the run's
    expect(() => vjp((x: Tensor<[], 'i32'>) => x, scalar(1, 'i32'))).toThrow(
      'vjp: primals[0] is i32: only f32 and f64 tensors have cotangents; close over it instead',
    );
  });

  test('gives results that are no floats, whose cotangents do nothing', () => {
    const [value, pullback] = vjp((x: Tensor<[2]>) => [x, typed<[], 'i32'>(P.argMax(x, 0))] as const, tensor([1, 2]));
    expect(value[1].item()).toBe(1);
    expect(pullback([tensor([3, 4]), scalar(9, 'i32')])[0].toNested()).toEqual([3, 4]);
  });
});
