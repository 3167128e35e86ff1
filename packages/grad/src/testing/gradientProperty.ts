/**
 * `gradientProperty`: whether a function's derivatives are right on a whole domain.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { checkGradient, type GradientOptions } from './checkGradient.ts';
import { GradientError, report } from './report.ts';

/** From how many comparisons on the share of those that kinks made void is judged. */
const enough = 50;

/**
 * A property for fast-check: that a function's derivatives are right at all inputs that an arbitrary draws.
 *
 * Each run checks one point, as `checkGradient` does, with a seed of its own. A wrong derivative throws a `GradientError` whose message says where, along
 * which direction, what was found and what is right; its seed together with the counterexample gives the same again. The share of
 * comparisons that kinks make void is counted over all runs.
 *
 * @example
 * ```ts
 * import { multiply, sigmoid } from '@cotangent/core';
 * import { gradientProperty, real, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * const silu = gradientProperty((x) => multiply(x, sigmoid(x)), fc.tuple(tensors([3], real)));
 * fc.assert(silu, { numRuns: 10 });
 * ```
 */
export const gradientProperty = <A extends readonly unknown[]>(
  f: (...args: A) => unknown,
  inputs: fc.Arbitrary<readonly [...A]>,
  options: GradientOptions<A> = {},
): fc.IPropertyWithHooks<[inputs: readonly [...A], seed: number]> => {
  const { maxDiscarded = 0.2, seed } = options;
  const seeds = seed === undefined ? fc.noShrink(fc.integer()) : fc.constant(seed);
  const total = { compared: 0, discarded: 0 };
  return fc.property(inputs, seeds, (point, drawn) => {
    const found = checkGradient<A>(f, point, { ...options, seed: drawn, maxDiscarded: 1 });
    if (E.isLeft(found)) throw new GradientError(found.left);
    total.compared += found.right.compared;
    total.discarded += found.right.discarded;
    if (total.compared < enough || total.discarded <= maxDiscarded * total.compared) return;
    const message = `${total.discarded} of ${total.compared} comparisons were made void by a kink or a jump: draw from a domain that stays clear of them`;
    throw new GradientError(report({ check: 'kinks', order: 1, seed: drawn, message, difference: undefined }));
  });
};
