import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Float } from '../dtype.ts';
import type { Unary } from '../primitives/attributes.ts';
import { bindOne } from '../primitives/bind.ts';
import * as P from '../primitives/builders.ts';
import { none } from '../primitives/shapeRules.ts';

// Lines of function, x and f(x). Every x is a float32; f(x) was computed with mpmath at 500 bits, rounded to float64 and printed with
// repr: for example `mp.erf(mp.mpf(x))`, with rsqrt = 1 / sqrt, logistic = 1 / (1 + exp(-x)) and cbrt = sign(x) * cbrt(|x|).
interface Golden {
  readonly name: Unary;
  readonly x: number;
  readonly y: number;
}

const goldens = readFileSync(new URL('transcendentals.golden.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Golden => {
    const [name, x, y] = line.split(' ');
    // The file names unary primitives only; a wrong name fails in bindOne.
    return { name: name as Unary, x: Number(x), y: Number(y) };
  });

const spacing: Readonly<Record<Float, { readonly digits: number; readonly least: number }>> = {
  f32: { digits: 23, least: 2 ** -149 },
  f64: { digits: 52, least: 2 ** -1074 },
};

/** The distance of neighboring floats at y. */
const unit = (y: number, dtype: Float): number => {
  const { digits, least } = spacing[dtype];
  return Math.max(least, 2 ** (Math.floor(Math.log2(Math.abs(y))) - digits));
};

const apply = (name: Unary, x: number, dtype: Float): number => Number(bindOne(name, [P.scalar(x, dtype)], none).item());

const worst = (name: Unary, dtype: Float): number => {
  const rounded = (y: number): number => (dtype === 'f32' ? Math.fround(y) : y);
  const errors = goldens
    .filter((golden) => golden.name === name && Number.isFinite(rounded(golden.y)) && golden.y !== 0)
    .map(({ x, y }) => Math.abs(apply(name, x, dtype) - y) / unit(y, dtype));
  return Math.max(...errors);
};

const names = [...new Set(goldens.map(({ name }) => name))];

describe('transcendental functions', () => {
  it('has golden values for every one', () => {
    expect(names).toHaveLength(22);
    expect(goldens.length).toBeGreaterThan(300);
  });

  it.each(names)('%s is within 4 units in the last place in f64', (name) => {
    expect(worst(name, 'f64')).toBeLessThanOrEqual(4);
  });

  it.each(names)('%s is within 2 units in the last place in f32', (name) => {
    expect(worst(name, 'f32')).toBeLessThanOrEqual(2);
  });

  it.each([
    ['erf', Infinity, 1],
    ['erf', -Infinity, -1],
    ['erf', -0, -0],
    ['erf', 5e-324, 5e-324],
    ['erfInv', 1, Infinity],
    ['erfInv', -1, -Infinity],
    ['erfInv', 1.5, NaN],
    ['erfInv', -0, -0],
    ['erfInv', 5e-324, 5e-324],
    ['logistic', -745, 5e-324],
    ['logistic', 1000, 1],
    ['logistic', -1000, 0],
    ['rsqrt', 0, Infinity],
    ['round', 0.5, 0],
    ['round', 1.5, 2],
    ['round', 2.5, 2],
    ['round', 1.2, 1],
    ['round', 2.7, 3],
    ['round', -1.2, -1],
    ['round', -2.7, -3],
    ['round', -0.5, -0],
    ['round', -1.5, -2],
    ['round', -2.5, -2],
    ['round', 0.49999999999999994, 0],
    ['round', -0.2, -0],
    ['round', 4503599627370497, 4503599627370497],
    ['sign', -0, -0],
    ['sign', -3, -1],
  ] as const)('%s(%d) is %d', (name, x, y) => {
    expect(apply(name, x, 'f64')).toBe(y);
  });

  it.each([...names, 'negate', 'abs', 'sign', 'floor', 'ceil', 'round'] as const)('%s of NaN is NaN', (name) => {
    expect(apply(name, NaN, 'f64')).toBeNaN();
    expect(apply(name, NaN, 'f32')).toBeNaN();
  });
});
