/**
 * Schedules one after the other.
 */
import { P, typed } from '@cotangent/core/primitives';
import type { Boundaries } from '../config/literals.ts';
import { argument, count, type Decoder, expected, listOf } from '../config/options.ts';
import type { Count } from '../scalars.ts';
import type { Schedule } from './schedule.ts';

const scheduleList: Decoder<readonly Schedule[]> = listOf(
  expected('a schedule', (value): value is Schedule => typeof value === 'function'),
  1,
);

/** Boundaries between so many schedules: rising steps. */
const boundariesOf = (schedules: number): Decoder<readonly number[]> => {
  return expected(
    `${schedules - 1} rising steps, one between each two`,
    (value): value is readonly number[] =>
      Array.isArray(value) &&
      value.length === schedules - 1 &&
      value.every((step, index) => count.is(step) && step > Number(value[index - 1] ?? 0)),
  );
};

/** The step counted from a boundary; 0 before it. */
const stepFrom = (boundary: number, step: Count): Count => {
  const zero = P.scalar(0, 'i32');
  return typed(P.maximum(P.subtract(step, P.scalar(boundary, 'i32')), zero));
};

/**
 * One schedule after the other: the next one starts, at its own step 0, at each boundary.
 *
 * Throws `ConfigError` when there is not exactly one boundary between each two schedules, or when they do not rise.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { constant, joinSchedules, linear } from '@cotangent/train';
 *
 * const rate = joinSchedules([linear({ from: 0, to: 1, steps: 2 }), constant(1)], [2]);
 * assert.deepEqual([0, 1, 2, 9].map((step) => rate(scalar(step, 'i32')).item()), [0, 0.5, 1, 1]);
 * ```
 */
export const joinSchedules = <const V extends readonly [Schedule, ...Schedule[]], const B extends readonly number[]>(
  schedules: V,
  boundaries: Boundaries<'joinSchedules', V, B>,
): Schedule => joined('joinSchedules', schedules, boundaries);

/** Schedules one after the other. `operation` is what messages call it. */
export const joined = (operation: string, schedules: unknown, boundaries: unknown): Schedule => {
  const all = argument(operation, 'schedules', scheduleList, schedules);
  const [first, ...rest] = all as readonly [Schedule, ...Schedule[]];
  const starts = argument(operation, 'boundaries', boundariesOf(all.length), boundaries);
  return (step) =>
    starts.reduce((value, boundary, index) => {
      const next = (rest[index] ?? first)(stepFrom(boundary, step));
      return typed(P.select(P.greaterEqual(step, P.scalar(boundary, 'i32')), next, value));
    }, first(step));
};
