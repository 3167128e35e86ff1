/**
 * `gradientProperty`: whether a function's derivatives are right on a whole domain.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { checkGradient, type GradientOptions } from './checkGradient.ts';
import { GradientError, report } from './report.ts';

/** From how many comparisons on the share of those that kinks made void is judged while more are to come. */
const enough = 50;

/** Checks of one function at many points. */
export interface PointChecks<A extends readonly unknown[]> {
  /** Throws when a derivative is wrong at a point, or when kinks have made too many comparisons void. */
  readonly check: (inputs: readonly [...A], drawn: GradientOptions<A> & { readonly seed: number }) => void;
  /** Throws when kinks have made too many of all comparisons void, however few these are. */
  readonly finish: () => void;
}

/** Checks that count over all points how many comparisons kinks make void. */
export const pointChecks = <A extends readonly unknown[]>(
  f: (...args: A) => unknown,
  options: GradientOptions<A>,
): PointChecks<A> => {
  const { maxDiscarded = 0.2 } = options;
  const total = { compared: 0, discarded: 0, seed: 0 };
  const judge = (least: number): void => {
    const { compared, discarded, seed } = total;
    if (compared < least || discarded <= maxDiscarded * compared) return;
    const message = `${discarded} of ${compared} comparisons were made void by a kink or a jump: draw from a domain that stays clear of them`;
    throw new GradientError(report({ check: 'kinks', order: 1, seed, message, difference: undefined }));
  };
  const check = (inputs: readonly [...A], drawn: GradientOptions<A> & { readonly seed: number }): void => {
    const found = checkGradient<A>(f, inputs, { ...options, ...drawn, maxDiscarded: 1 });
    if (E.isLeft(found)) throw new GradientError(found.left);
    const { compared, discarded } = found.right;
    Object.assign(total, { compared: total.compared + compared, discarded: total.discarded + discarded, seed: drawn.seed });
    judge(enough);
  };
  return { check, finish: () => judge(1) };
};

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
  const seeds = options.seed === undefined ? fc.noShrink(fc.integer()) : fc.constant(options.seed);
  const { check } = pointChecks<A>(f, options);
  return fc.property(inputs, seeds, (point, seed) => check(point, { seed }));
};
