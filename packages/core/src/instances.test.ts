import {
  arange,
  dim,
  Eq,
  fromArray,
  getBooleanAlgebra,
  getProductMonoid,
  getRing,
  getSumMonoid,
  Show,
  tensor,
  type Tensor,
  zeros,
} from '@cotangent/core';
import { isRight } from 'fp-ts/lib/Either.js';
import type { Monoid } from 'fp-ts/lib/Monoid.js';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';

type Ints = Tensor<[3], 'i32'>;
type Bools = Tensor<[3], 'bool'>;

const decoded = <A>(either: { readonly _tag: 'Right'; readonly right: A } | { readonly _tag: 'Left' }): A => {
  if (either._tag === 'Right') return either.right;
  throw new Error('refused');
};

const ints: fc.Arbitrary<Ints> = fc
  .array(fc.integer(), { minLength: 3, maxLength: 3 })
  .map((xs) => decoded(fromArray(xs, [3], 'i32')));
const bools: fc.Arbitrary<Bools> = fc
  .array(fc.boolean(), { minLength: 3, maxLength: 3 })
  .map((xs) => decoded(fromArray(xs, [3], 'bool')));
/** Few different values, NaN and both zeros among them, so that equal tensors come up often. */
const floats = fc
  .array(fc.constantFrom(0, -0, 1, Number.NaN), { minLength: 1, maxLength: 2 })
  .map((xs) => decoded(fromArray(xs, [dim('n', xs.length)], 'f64')));

const same = (x: Tensor<[3], 'i32'> | Bools, y: Tensor<[3], 'i32'> | Bools): void => expect(x.toNested()).toEqual(y.toNested());

describe('Eq', () => {
  test('is reflexive, symmetric and transitive', () => {
    fc.assert(
      fc.property(floats, floats, floats, (x, y, z) => {
        expect(Eq.equals(x, x)).toBe(true);
        expect(Eq.equals(x, decoded(fromArray(x.toArray(), [x.dim(0)], 'f64')))).toBe(true);
        expect(Eq.equals(x, y)).toBe(Eq.equals(y, x));
        if (Eq.equals(x, y) && Eq.equals(y, z)) expect(Eq.equals(x, z)).toBe(true);
      }),
    );
  });

  test('tells values, dtypes, shapes, names and sizes apart', () => {
    const x = tensor([1, 2]);
    expect(Eq.equals(x, arange(1, 3))).toBe(true);
    expect(Eq.equals(x, tensor([1, 3]))).toBe(false);
    expect(Eq.equals(x, tensor([1, 2], 'i32'))).toBe(false);
    expect(Eq.equals(x, tensor([[1, 2]]))).toBe(false);
    expect(Eq.equals(zeros([dim('a', 2)]), zeros([dim('b', 2)]))).toBe(false);
    expect(Eq.equals(zeros([dim('a', 2)]), zeros([2]))).toBe(false);
    expect(Eq.equals(zeros([dim('a', 2)]), zeros([dim('a', 3)]))).toBe(false);
    expect(Eq.equals(tensor([0, Number.NaN]), tensor([-0, Number.NaN]))).toBe(true);
  });
});

test('Show is String', () => {
  expect(Show.show(tensor([1, 2]))).toBe('Tensor f32[2] [1, 2]');
});

describe('getRing', () => {
  const ring = getRing([3]);

  test('types', () => {
    expectTypeOf(ring.one).toEqualTypeOf<Ints>();
    expectTypeOf(getRing([dim('n', 2)], 'u32').zero).toEqualTypeOf<Tensor<['n'], 'u32'>>();
  });

  test('is a commutative ring', () => {
    fc.assert(
      fc.property(ints, ints, ints, (x, y, z) => {
        same(ring.add(ring.add(x, y), z), ring.add(x, ring.add(y, z)));
        same(ring.add(x, y), ring.add(y, x));
        same(ring.add(x, ring.zero), x);
        same(ring.add(ring.sub(ring.zero, x), x), ring.zero);
        same(ring.sub(x, y), ring.add(x, ring.sub(ring.zero, y)));
        same(ring.mul(ring.mul(x, y), z), ring.mul(x, ring.mul(y, z)));
        same(ring.mul(x, y), ring.mul(y, x));
        same(ring.mul(x, ring.one), x);
        same(ring.mul(x, ring.add(y, z)), ring.add(ring.mul(x, y), ring.mul(x, z)));
      }),
    );
  });

  test('u32 wraps around', () => {
    const { add, one, sub, zero } = getRing([1], 'u32');
    expect(sub(zero, one).toNested()).toEqual([2 ** 32 - 1]);
    expect(add(sub(zero, one), one).toNested()).toEqual([0]);
  });
});

describe('monoids', () => {
  test.each<[string, Monoid<Ints>]>([
    ['sum', getSumMonoid([3])],
    ['product', getProductMonoid([3])],
  ])('%s is associative and has an identity', (_, { concat, empty }) => {
    fc.assert(
      fc.property(ints, ints, ints, (x, y, z) => {
        same(concat(concat(x, y), z), concat(x, concat(y, z)));
        same(concat(x, empty), x);
        same(concat(empty, x), x);
      }),
    );
  });

  test('they are not the same', () => {
    const x = tensor([2, 3, 4], 'i32');
    expect(getSumMonoid([3]).concat(x, x).toNested()).toEqual([4, 6, 8]);
    expect(getProductMonoid([3]).concat(x, x).toNested()).toEqual([4, 9, 16]);
  });
});

test('getBooleanAlgebra is a Boolean algebra', () => {
  const { implies, join, meet, not, one, zero } = getBooleanAlgebra([3]);
  fc.assert(
    fc.property(bools, bools, bools, (x, y, z) => {
      same(meet(x, meet(y, z)), meet(meet(x, y), z));
      same(join(x, join(y, z)), join(join(x, y), z));
      same(meet(x, y), meet(y, x));
      same(join(x, y), join(y, x));
      same(join(x, meet(x, y)), x);
      same(meet(x, join(x, y)), x);
      same(meet(x, one), x);
      same(join(x, zero), x);
      same(meet(x, join(y, z)), join(meet(x, y), meet(x, z)));
      same(meet(x, not(x)), zero);
      same(join(x, not(x)), one);
      same(implies(x, y), join(not(x), y));
      same(implies(x, x), one);
    }),
  );
});

test('decoding is what the arbitraries rest on', () => {
  expect(isRight(fromArray([1, 2, 3], [3], 'i32'))).toBe(true);
});
