import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DType, type Integer, makeArray } from '../dtype.ts';
import type { Binary, Comparison, Unary } from '../primitives/attributes.ts';
import { bindOne } from '../primitives/bind.ts';
import * as P from '../primitives/builders.ts';
import { none } from '../primitives/shapeRules.ts';
import type { Expression } from '../tensor.ts';

const vector = (values: readonly number[], dtype: DType): Expression => {
  const array = makeArray(dtype, values.length);
  array.set(values);
  return P.constant(array, [values.length], dtype);
};

const apply1 = (name: Unary, x: number, dtype: DType): number =>
  bindOne(name, [vector([x], dtype)], none).toArray()[0] ?? expect.fail();

const apply2 = (name: Binary | Comparison, x: number, y: number, dtype: DType): number =>
  bindOne(name, [vector([x], dtype), vector([y], dtype)], none).toArray()[0] ?? expect.fail();

const wrap: Readonly<Record<Integer, (x: bigint) => number>> = {
  i32: (x) => Number(BigInt.asIntN(32, x)),
  u32: (x) => Number(BigInt.asUintN(32, x)),
};

const bits = (x: bigint): bigint => BigInt.asUintN(32, x);
const signed = (x: bigint): bigint => BigInt.asIntN(32, x);
const largest = (x: bigint, y: bigint): bigint => (x > y ? x : y);
const smallest = (x: bigint, y: bigint): bigint => (x < y ? x : y);

/** Integer operations in exact arithmetic, before they wrap around. */
const exact1 = {
  negate: (x) => -x,
  abs: (x) => (x < 0n ? -x : x),
  sign: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
  not: (x) => ~x,
  stopGradient: (x) => x,
} satisfies { readonly [name in Unary]?: (x: bigint) => bigint };

const power = (x: bigint, y: bigint): bigint => {
  if (y >= 0n)
    return Array.from({ length: 32 }, (_, bit) => bit).reduceRight(
      (square, bit) => BigInt.asIntN(64, square * square) * (((y >> BigInt(bit)) & 1n) === 1n ? x : 1n),
      1n,
    );
  return x === 1n ? 1n : x === -1n ? (y % 2n === 0n ? 1n : -1n) : 0n;
};

const exact2 = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => (y === 0n ? -1n : x / y),
  remainder: (x, y) => (y === 0n ? x : x % y),
  power,
  maximum: largest,
  minimum: smallest,
  and: (x, y) => x & y,
  or: (x, y) => x | y,
  xor: (x, y) => x ^ y,
  shiftLeft: (x, y) => (bits(y) > 31n ? 0n : x << bits(y)),
  shiftRightLogical: (x, y) => (bits(y) > 31n ? 0n : bits(x) >> bits(y)),
  shiftRightArithmetic: (x, y) => signed(x) >> smallest(bits(y), 31n),
} satisfies { readonly [name in Binary]?: (x: bigint, y: bigint) => bigint };

const compare: { readonly [name in Comparison]: (x: number, y: number) => boolean } = {
  equal: (x, y) => x === y,
  notEqual: (x, y) => x !== y,
  less: (x, y) => x < y,
  lessEqual: (x, y) => x <= y,
  greater: (x, y) => x > y,
  greaterEqual: (x, y) => x >= y,
};

const integers: Readonly<Record<Integer, fc.Arbitrary<number>>> = {
  i32: fc.oneof(fc.integer(), fc.integer({ min: -40, max: 40 }), fc.constantFrom(-2147483648, 2147483647)),
  u32: fc.oneof(fc.integer({ min: 0, max: 4294967295 }), fc.nat(40), fc.constantFrom(4294967295)),
};

describe.each(['i32', 'u32'] as const)('%s', (dtype) => {
  it.each(Object.entries(exact1))('%s is exact modulo 2^32', (name, f: (x: bigint) => bigint) => {
    // Object.entries forgets that its keys are the names of operations.
    const check = (x: number): void => {
      expect(apply1(name as Unary, x, dtype)).toBe(wrap[dtype](f(BigInt(x))));
    };
    fc.assert(fc.property(integers[dtype], check));
  });

  it.each(Object.entries(exact2))('%s is exact modulo 2^32', (name, f: (x: bigint, y: bigint) => bigint) => {
    const check = (x: number, y: number): void => {
      expect(apply2(name as Binary, x, y, dtype)).toBe(wrap[dtype](f(BigInt(x), BigInt(y))));
    };
    fc.assert(fc.property(integers[dtype], integers[dtype], check), { numRuns: 500 });
  });
});

describe('integers', () => {
  it.each([
    ['divide', 7, 0, -1],
    ['divide', -2147483648, -1, -2147483648],
    ['divide', -7, 2, -3],
    ['remainder', -7, 2, -1],
    ['remainder', 7, 0, 7],
    ['remainder', -2147483648, -1, 0],
    ['power', 0, 0, 1],
    ['power', 3, 21, 1870418611],
    ['power', -1, -3, -1],
    ['power', 2, -1, 0],
    ['shiftLeft', 1, 32, 0],
    ['shiftRightArithmetic', -8, 40, -1],
    ['shiftRightLogical', -1, 28, 15],
  ] as const)('%s(%d, %d) is %d', (name, x, y, result) => {
    expect(apply2(name, x, y, 'i32')).toBe(result);
  });

  it('divides by zero as in XLA', () => {
    expect(apply2('divide', 7, 0, 'u32')).toBe(4294967295);
  });
});

describe('booleans', () => {
  it('are combined bit by bit', () => {
    const [x, y] = [vector([0, 0, 1, 1], 'bool'), vector([0, 1, 0, 1], 'bool')];
    expect([...P.and(x, y).toArray()]).toEqual([0, 0, 0, 1]);
    expect([...P.or(x, y).toArray()]).toEqual([0, 1, 1, 1]);
    expect([...P.xor(x, y).toArray()]).toEqual([0, 1, 1, 0]);
    expect([...P.not(y).toArray()]).toEqual([1, 0, 1, 0]);
    expect([...P.less(x, y).toArray()]).toEqual([0, 1, 0, 0]);
  });
});

const numbers = fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 }), fc.constantFrom(NaN, Infinity, -Infinity, 0, -0));

describe.each(['f32', 'f64'] as const)('%s', (dtype) => {
  const rounded = dtype === 'f32' ? Math.fround : (x: number): number => x;

  it.each([
    ['add', (x: number, y: number) => x + y],
    ['subtract', (x: number, y: number) => x - y],
    ['multiply', (x: number, y: number) => x * y],
    ['divide', (x: number, y: number) => x / y],
    ['maximum', (x: number, y: number) => (Number.isNaN(x + y) && !(x === -y) ? NaN : Math.max(x, y))],
    ['minimum', (x: number, y: number) => (Number.isNaN(x + y) && !(x === -y) ? NaN : Math.min(x, y))],
  ] as const)('%s is IEEE arithmetic, rounded once', (name, f) => {
    fc.assert(
      fc.property(numbers.map(rounded), numbers.map(rounded), (x, y) => {
        expect(apply2(name, x, y, dtype)).toBe(rounded(f(x, y)));
      }),
    );
  });

  it.each(Object.entries(compare))('%s is false for NaN, or true for notEqual', (name, f: (x: number, y: number) => boolean) => {
    fc.assert(
      fc.property(numbers.map(rounded), numbers.map(rounded), (x, y) => {
        expect(apply2(name as Comparison, x, y, dtype)).toBe(Number(f(x, y)));
      }),
    );
  });

  it.each([
    ['power', 0, 0, 1],
    ['power', NaN, 0, 1],
    ['power', 1, NaN, 1],
    ['power', 1, Infinity, 1],
    ['power', 1, -Infinity, 1],
    ['power', -1, Infinity, 1],
    ['power', -1, -Infinity, 1],
    ['power', -1, 3, -1],
    ['power', -1, 0.5, NaN],
    ['power', 2, Infinity, Infinity],
    ['power', 0.5, Infinity, 0],
    ['power', -2, 3, -8],
    ['power', -2, 0.5, NaN],
    ['power', 0, -1, Infinity],
    ['power', -0, -1, -Infinity],
    ['remainder', -7, 2, -1],
    ['remainder', 7, -2, 1],
    ['remainder', 5.5, 2, 1.5],
    ['remainder', 1, 0, NaN],
    ['remainder', 5, Infinity, 5],
    ['maximum', NaN, 1, NaN],
    ['maximum', 1, NaN, NaN],
    ['minimum', NaN, 1, NaN],
    ['maximum', -0, 0, 0],
    ['minimum', 0, -0, -0],
    ['atan2', 0, -0, rounded(Math.PI)],
    ['atan2', -1, 0, rounded(-Math.PI / 2)],
  ] as const)('%s(%d, %d) is %d', (name, x, y, result) => {
    expect(apply2(name, x, y, dtype)).toBe(result);
  });
});

describe('convert', () => {
  const converted = (values: readonly number[], from: DType, to: DType): readonly number[] => [
    ...P.convert(vector(values, from), to).toArray(),
  ];

  it('takes floats toward zero, to the bounds when out of range, NaN to zero', () => {
    const values = [1.9, -1.9, -0.5, NaN, Infinity, -Infinity, 3e9, -3e9, 1e20];
    const i32 = [1, -1, 0, 0, 2147483647, -2147483648, 2147483647, -2147483648, 2147483647];
    const u32 = [1, 0, 0, 0, 4294967295, 0, 3000000000, 0, 4294967295];
    expect(converted(values, 'f64', 'i32')).toEqual(i32);
    expect(converted(values, 'f64', 'u32')).toEqual(u32);
    expect(converted(values, 'f32', 'i32')).toEqual(i32);
    expect(converted(values, 'f32', 'u32')).toEqual(u32);
  });

  it('takes everything but zero for true', () => {
    expect(converted([0, -0, 0.1, NaN, -3], 'f32', 'bool')).toEqual([0, 0, 1, 1, 1]);
    expect(converted([0, 256, -1], 'i32', 'bool')).toEqual([0, 1, 1]);
  });

  it('keeps the bits between integers and rounds once to floats', () => {
    expect(converted([-1, 5], 'i32', 'u32')).toEqual([4294967295, 5]);
    expect(converted([4294967295, 5], 'u32', 'i32')).toEqual([-1, 5]);
    expect(converted([16777217, 4294967295], 'u32', 'f32')).toEqual([16777216, 4294967296]);
    expect(converted([16777217, 4294967295], 'u32', 'f64')).toEqual([16777217, 4294967295]);
    expect(converted([1, 0], 'bool', 'f64')).toEqual([1, 0]);
    expect(converted([1, 0], 'bool', 'i32')).toEqual([1, 0]);
    expect(converted([0.1, 1e300], 'f64', 'f32')).toEqual([Math.fround(0.1), Infinity]);
    expect(converted([0.1], 'f32', 'f64')).toEqual([Math.fround(0.1)]);
  });
});
