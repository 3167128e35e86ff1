/**
 * Schedules of steps.
 */
import { anyNumber, checked, type Decoder, listOf, options, required } from '../config/options.ts';
import { joinSchedules } from './joinSchedules.ts';
import type { Schedule } from './schedule.ts';
import { constant } from './schedules.ts';

/** Options of `piecewise`. */
export interface PiecewiseOptions {
  readonly values: readonly number[];
  /** The steps at which the next value starts: one less than values, rising. */
  readonly boundaries: readonly number[];
}

export const piecewiseOptions: Decoder<PiecewiseOptions> = options({
  values: required(listOf(anyNumber, 1)),
  boundaries: required(listOf(anyNumber, 0)),
});

/**
 * One number after the other, the next one from each boundary on.
 *
 * Throws `ConfigError` when there is not exactly one boundary between each two values, or when they do not rise.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { piecewise } from '@cotangent/train';
 *
 * const rate = piecewise({ values: [1, 0.5, 0.25], boundaries: [10, 20] });
 * assert.deepEqual([0, 9, 10, 20].map((step) => rate(scalar(step, 'i32')).item()), [1, 1, 0.5, 0.25]);
 * ```
 */
export const piecewise = (given: PiecewiseOptions): Schedule => {
  const { values, boundaries } = checked('piecewise', piecewiseOptions, given);
  const [first, ...rest] = values.map(constant);
  // The decoder asks for at least one value.
  return joinSchedules([first as Schedule, ...rest], boundaries);
};
