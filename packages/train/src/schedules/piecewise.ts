/**
 * Schedules of steps.
 */
import { anyNumber, checked, type Decoder, listOf, options, required } from '../config/options.ts';
import type { Boundaries } from '../config/literals.ts';
import { joined } from './joinSchedules.ts';
import type { Schedule } from './schedule.ts';
import { constant } from './schedules.ts';

/** Options of `piecewise`. */
export interface PiecewiseOptions {
  readonly values: readonly number[];
  /** The steps at which the next value starts: one less than values, rising. */
  readonly boundaries: readonly number[];
}

/** Options whose boundaries are one less than values, or why they are not. */
interface Given<V extends readonly number[], B extends readonly number[]> {
  readonly values: V;
  readonly boundaries: Boundaries<'piecewise', V, B>;
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
export const piecewise = <const V extends readonly number[], const B extends readonly number[]>(given: Given<V, B>): Schedule =>
  piecewiseOf(checked('piecewise', piecewiseOptions, given));

/** One number after the other, from options that have been decoded. */
export const piecewiseOf = ({ values, boundaries }: PiecewiseOptions): Schedule =>
  joined('piecewise', values.map(constant), boundaries);
