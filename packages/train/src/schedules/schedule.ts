/**
 * Schedules: numbers that change with the step, such as learning rates.
 */
import type { AnyTensor, Tensor } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { type Count, real, type ScalarValue } from '../scalars.ts';

/**
 * A function of the step: `[] i32 -> [] f32`. Step 0 is the first.
 *
 * The step is a tensor, so that a schedule is part of a compiled training step: write it with tensor functions.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { convert, rsqrt, scalar } from '@cotangent/core';
 * import type { Schedule } from '@cotangent/train';
 *
 * const inverseRoot: Schedule = (step) => rsqrt(convert(step, 'f32'));
 * assert.equal(inverseRoot(scalar(4, 'i32')).item(), 0.5);
 * ```
 */
export type Schedule = (step: Tensor<[], 'i32'>) => Tensor<[], 'f32'>;

/** A number, or one that changes with the step. */
export type Rate = number | Schedule;

/** A rate at a step. */
export const rateAt = (rate: Rate, step: Count): ScalarValue => (typeof rate === 'number' ? rate : rate(step));

/** A schedule from a formula in float64, which is rounded once, at the end. */
export const realSchedule =
  (formula: (step: AnyTensor) => AnyTensor): Schedule =>
  (step) =>
    typed(P.convert(formula(P.convert(step, 'f64')), 'f32'));

/** How much of so many steps is done: from 0 to 1. */
export const progress = (step: AnyTensor, steps: number): AnyTensor => P.divide(P.minimum(step, real(steps)), real(steps));

/** From one number to another by a share between 0 and 1. */
export const between = (from: number, to: number, share: AnyTensor): AnyTensor =>
  P.add(real(from), P.multiply(share, real(to - from)));
