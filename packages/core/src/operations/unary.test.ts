import { describe, expect, test } from 'vitest';
import * as core from '../index.ts';

const { convert, dim, log10, log2, reciprocal, round, sign, square, stopGradient, tensor, zeros } = core;

/** The functions of core by their names. */
const functions = { ...core };

/** JavaScript's functions by the names they have here. */
const reference = {
  abs: Math.abs,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  floor: Math.floor,
  ceil: Math.ceil,
  sign: Math.sign,
  negate: (x: number) => -x,
  square: (x: number) => x * x,
  reciprocal: (x: number) => 1 / x,
  rsqrt: (x: number) => 1 / Math.sqrt(x),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
} as const;

describe('elementwise functions', () => {
  const points = [0.25, 0.5, 1, 2.5, -0.75, -3, 0];

  test.each(Object.entries(reference))('%s is that of JavaScript, to a few units in the last place', (name, f) => {
    const found = functions[name as keyof typeof reference](tensor([0.25, 0.5, 1, 2.5, -0.75, -3, 0], 'f64')).toArray();
    points.forEach((x, index) => {
      const expected = f(x);
      const [got, allowed] = [found[index], 4 * Number.EPSILON * Math.abs(expected)];
      if (Number.isFinite(expected)) expect(Math.abs((got ?? Number.NaN) - expected)).toBeLessThanOrEqual(allowed);
      else expect(got).toBe(expected);
    });
  });

  test('go through NaN', () => {
    for (const name of ['exp', 'sqrt', 'sigmoid', 'tanh', 'floor', 'erf', 'square', 'log2'] as const) {
      expect(functions[name](tensor([Number.NaN])).item()).toBeNaN();
    }
  });

  test('keep shape, names and dtype', () => {
    const x = core.exp(zeros([dim('batch', 2), 3], 'f64'));
    expect([x.shape, x.dtype]).toEqual([['batch', 3], 'f64']);
    expect(square(tensor([3], 'i32')).toNested()).toEqual([9]);
    expect(sign(tensor([-5], 'i32')).toNested()).toEqual([-1]);
  });

  test('know powers of their base', () => {
    expect(log2(tensor([8, 1024], 'f64')).toNested()).toEqual([3, 10]);
    expect(log10(tensor([100], 'f64')).toNested()).toEqual([2]);
    expect(reciprocal(tensor([0, -0])).toNested()).toEqual([Infinity, -Infinity]);
    expect(round(tensor([0.5, 1.5, -0.5])).toNested()).toEqual([0, 2, -0]);
  });
});

describe('convert', () => {
  test('goes toward zero, and never silently', () => {
    expect(convert(tensor([1.9, -1.9]), 'i32').toNested()).toEqual([1, -1]);
    expect(convert(tensor([0, 2]), 'bool').toNested()).toEqual([false, true]);
    expect(convert(tensor([true, false]), 'f64').toNested()).toEqual([1, 0]);
    expect(convert(tensor([0.1]), 'f64').item()).toBe(Math.fround(0.1));
  });
});

test('stopGradient is the identity on values', () => {
  expect(stopGradient(tensor([1, 2], 'i32')).toNested()).toEqual([1, 2]);
});
