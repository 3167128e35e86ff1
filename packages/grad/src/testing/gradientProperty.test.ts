import { type AnyTensor, multiply, sigmoid } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customJvp } from '../custom.ts';
import { between, real } from './arbitraries/domain.ts';
import { tensors } from './arbitraries/tensors.ts';
import { checkGradient } from './checkGradient.ts';
import { gradientProperty } from './gradientProperty.ts';
import { gradientCase, uncovered } from './gradientTable.ts';
import { GradientError } from './report.ts';

/** Right up to 2, and constant from there on. */
const wrongExp = customJvp(
  (x: AnyTensor): AnyTensor => P.exp(x),
  ([x], [t]) => P.multiply(t, P.exp(P.minimum(x, P.fillLike(x, 2)))),
);

const points = fc.tuple(tensors([2, 2], real));

describe('gradientProperty', () => {
  it('holds for a right gradient', () => {
    fc.assert(
      gradientProperty((x) => multiply(x, sigmoid(x)), fc.tuple(tensors([3], real))),
      { numRuns: 10, seed: 1 },
    );
  });

  it('throws the report, which the seed and the counterexample give again', () => {
    const { errorInstance, counterexample } = fc.check(gradientProperty(wrongExp, points, { names: ['x'] }), { seed: 2 });
    if (!(errorInstance instanceof GradientError) || counterexample === null) throw new Error('no report');
    const [inputs, seed] = counterexample;
    expect(errorInstance.message).toBe(String(errorInstance.report));
    expect(errorInstance.report.difference?.path).toMatch(/^x\[[01],[01]\]$/);
    expect(errorInstance.message).toContain(`seed      ${seed}`);
    const again = checkGradient(wrongExp, inputs, { names: ['x'], seed });
    expect(E.isLeft(again) ? String(again.left) : 'accepted').toBe(errorInstance.message);
  });

  it('shrinks to the smallest inputs at which the gradient is wrong', () => {
    const { counterexample } = fc.check(gradientProperty(wrongExp, points), { seed: 3 });
    const elements = [...(counterexample?.[0][0].toArray() ?? [])].sort((a, b) => a - b);
    expect(elements.slice(0, 3).every((element) => Math.abs(element) <= 1 / 64)).toBe(true);
    expect(elements[3]).toBeGreaterThanOrEqual(2);
    expect(elements[3]).toBeLessThanOrEqual(2 + 1 / 32);
  });

  it('uses the seed that it is given', () => {
    const { counterexample } = fc.check(gradientProperty(wrongExp, points, { seed: 5 }), { seed: 4 });
    expect(counterexample?.[1]).toBe(5);
  });

  it('refuses a domain that consists of kinks', () => {
    const kinks = gradientProperty((x: AnyTensor) => P.abs(x), fc.tuple(tensors([1], between(0, 0))));
    expect(() => fc.assert(kinks, { includeErrorInReport: true })).toThrow(
      /comparisons were made void by a kink or a jump: draw from a domain/,
    );
  });
});

describe('a case of a table', () => {
  it('throws the report', () => {
    expect(() => gradientCase(wrongExp, points)({ seed: 1, numRuns: 20 })).toThrow(
      /GradientError: .* differs from the numerical one/,
    );
  });

  it('refuses kinks however few points there are', () => {
    const zero = (x: AnyTensor): AnyTensor => P.fillLike(x, 0);
    const relu = (x: AnyTensor): AnyTensor => P.select(P.greater(x, zero(x)), x, zero(x));
    const check = gradientCase(relu, fc.tuple(tensors([1], between(0, 0))), { order: 1 });
    expect(() => check({ seed: 1, numRuns: 1 })).toThrow(/comparisons were made void/);
  });
});

describe('a table', () => {
  it('names functions without a row and rows without a function', () => {
    expect(uncovered({ a: () => 1, b: () => 2, c: 3 }, { b: { none: 'for this test' }, c: { none: 'no function' } })).toEqual([
      'a has no row',
      'c has a row and is no function',
    ]);
  });
});
