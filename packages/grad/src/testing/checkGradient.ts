/**
 * `checkGradient`: whether a function's derivatives are right at a point.
 */
import * as E from 'fp-ts/lib/Either.js';
import { checkOrders, type Found, guarded } from './check/checks.ts';
import type { Settings, Tally } from './check/fault.ts';
import { type Fn, subjectOf } from './check/ofTrees.ts';
import { transformations as own, type Transformations } from './check/transformations.ts';
import { type GradientReport, type GradientSummary, report } from './report.ts';

/** How a gradient is checked. */
export interface GradientOptions<A extends readonly unknown[] = readonly unknown[]> {
  /** From what directions and cotangents are drawn; 0 when left out. The same seed gives the same report. */
  readonly seed?: number;
  /** What the arguments are called in reports; `inputs[0]` and so on when left out. */
  readonly names?: readonly string[];
  /** 1 checks the derivative, 2 that of the gradient too; 2 when left out. */
  readonly order?: 1 | 2 | 3;
  /** Whether forward mode is checked; `false` for functions with a `customVjp` rule. */
  readonly forward?: boolean;
  /** Whether `vmap` is checked. */
  readonly batched?: boolean;
  /** Further inputs of the same shapes to make a batch with, tensors of whole numbers included; points nearby when left out. */
  readonly examples?: readonly (readonly [...A])[];
  /** How many random directions are tried; 2 when left out. */
  readonly directions?: number;
  /** The Jacobian is compared entry by entry when it has at most this many; 64 when left out. */
  readonly jacobian?: number;
  /** The step of the numerical derivative; `2^-11`, for arguments of magnitude 1, when left out. Smaller ones are tried where it fails. */
  readonly step?: number;
  /** The absolute part of the tolerance; 1e-9 when left out. */
  readonly atol?: number;
  /** The relative part of the tolerance; 1e-8 when left out. */
  readonly rtol?: number;
  /** The share of comparisons that kinks may make void; 0.2 when left out. */
  readonly maxDiscarded?: number;
}

const settingsOf = (options: GradientOptions): Settings => ({
  seed: options.seed ?? 0,
  step: options.step ?? 2 ** -11,
  atol: options.atol ?? 1e-9,
  rtol: options.rtol ?? 1e-8,
  directions: options.directions ?? 2,
  jacobian: options.jacobian ?? 64,
  forward: options.forward ?? true,
  batched: options.batched ?? true,
});

/** Too many kinks are a fault of the point. */
const refuseKinks = ({ compared, discarded }: Tally, maxDiscarded: number): E.Either<Found, Tally> =>
  discarded <= maxDiscarded * compared
    ? E.right({ compared, discarded })
    : E.left({
        check: 'kinks',
        order: 1,
        message: `${discarded} of ${compared} comparisons were made void by a kink or a jump: check at points that stay clear of them`,
        difference: undefined,
      });

/** `checkGradient` of given transformations: the checker's own tests hand it wrong ones. */
export const checkGradientOf =
  (transformations: Transformations) =>
  (f: Fn, inputs: readonly unknown[], options: GradientOptions = {}): E.Either<GradientReport, GradientSummary> => {
    const settings = settingsOf(options);
    const { seed } = settings;
    const question = { f, inputs, names: options.names ?? [], examples: options.examples ?? [] };
    const subject = guarded('evaluation', () => subjectOf(question, transformations));
    const checked: E.Either<Found, Tally> = E.isLeft(subject)
      ? E.left({ ...subject.left, order: 1 })
      : checkOrders(subject.right, options.order ?? 2, settings);
    const counted = E.isLeft(checked) ? checked : refuseKinks(checked.right, options.maxDiscarded ?? 0.2);
    return E.isLeft(counted) ? E.left(report({ ...counted.left, seed })) : E.right({ ...counted.right, seed });
  };

/**
 * Whether the derivatives of a function of trees are right at a point: `(f, inputs) -> Either<report, summary>`.
 *
 * `inputs` lists the arguments, trees of tensors; tensors of integers and booleans are held fixed. Floats are checked in `f64`, whatever
 * they are given in, so a function that closes over `f32` tensors has to take them as arguments, and its layers are made with dtype
 * `'f64'`. Checked are, in this order: that `vjp` and `jvp` give the function's own value to the bit and derivatives of the right shapes; that pullbacks give the same bits again; that
 * they are linear; that both modes are transposes of each other; that they agree with Richardson's numerical derivative along
 * random directions, and entry by entry when the Jacobian is small; that `vmap` gives what a loop gives; and all of it again for
 * the gradient, whose derivative must also be symmetric. Comparisons at kinks are counted and left out. Where the numerical derivative does
 * not settle as its step gets smaller, the report says that, and not that the derivative is wrong.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, scalar, tanh, type Tensor } from '@cotangent/core';
 * import { customJvp } from '@cotangent/grad';
 * import { checkGradient } from '@cotangent/grad/testing';
 * import * as E from 'fp-ts/lib/Either.js';
 *
 * const right = (x: Tensor<[]>) => multiply(tanh(x), x);
 * assert.ok(E.isRight(checkGradient(right, [scalar(0.5)])));
 *
 * const wrong = customJvp((x: Tensor<[]>) => multiply(x, x), ([x], [t]) => multiply(multiply(x, t), 2.001));
 * const found = checkGradient(wrong, [scalar(0.5)], { names: ['x'] });
 * assert.ok(E.isLeft(found));
 * assert.match(String(found.left), /analytic  1.0005\n  numeric   1\n/);
 * ```
 */
export const checkGradient = <A extends readonly unknown[]>(
  f: (...args: A) => unknown,
  inputs: readonly [...A],
  options: GradientOptions<A> = {},
): E.Either<GradientReport, GradientSummary> =>
  // The checker calls f with trees like the inputs it was given.
  checkGradientOf(own)(f as unknown as Fn, inputs, options);
