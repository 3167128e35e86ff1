/**
 * The schedules in common use.
 */
import { P, typed } from '@cotangent/core/primitives';
import type { Count, Positive } from '../config/literals.ts';
import {
  above,
  anyNumber,
  argument,
  atLeastZero,
  checked,
  count,
  type Decoder,
  optional,
  options,
  positive,
  required,
} from '../config/options.ts';
import { real } from '../scalars.ts';
import { joinSchedules } from './joinSchedules.ts';
import { between, progress, realSchedule, type Schedule } from './schedule.ts';

/**
 * The same number at every step.
 *
 * Throws `ConfigError` when it is not finite.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { constant } from '@cotangent/train';
 *
 * assert.equal(constant(0.5)(scalar(1000, 'i32')).item(), 0.5);
 * ```
 */
export const constant = (value: number): Schedule => {
  const held = argument('constant', 'value', anyNumber, value);
  return () => typed(P.scalar(held, 'f32'));
};

/** Options of `linear`. */
export interface LinearOptions<N = number> {
  readonly from: number;
  readonly to: number;
  /** After so many steps it stays at `to`. */
  readonly steps: N;
}

export const linearOptions: Decoder<LinearOptions> = options({
  from: required(anyNumber),
  to: required(anyNumber),
  steps: required(count),
});

/**
 * In a straight line from one number to another, where it stays.
 *
 * Throws `ConfigError` when an option is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { linear } from '@cotangent/train';
 *
 * const rate = linear({ from: 1, to: 0, steps: 4 });
 * assert.deepEqual([0, 1, 4, 9].map((step) => rate(scalar(step, 'i32')).item()), [1, 0.75, 0, 0]);
 * ```
 */
export const linear = <const N extends number>(given: LinearOptions<Count<'linear', 'steps', N>>): Schedule => {
  const { from, to, steps } = checked('linear', linearOptions, given);
  return realSchedule((step) => between(from, to, progress(step, steps)));
};

/** Options of `exponentialDecay`. */
export interface ExponentialDecayOptions<N = number, M = number> {
  readonly from: number;
  /** What it is multiplied by in `steps` steps. */
  readonly factor: M;
  readonly steps: N;
}

export const exponentialDecayOptions: Decoder<ExponentialDecayOptions> = options({
  from: required(anyNumber),
  factor: required(positive),
  steps: required(count),
});

/**
 * Multiplied by `factor` in every `steps` steps, smoothly: `from * factor^(step / steps)`.
 *
 * Throws `ConfigError` when an option is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { exponentialDecay } from '@cotangent/train';
 *
 * const rate = exponentialDecay({ from: 1, factor: 0.25, steps: 10 });
 * assert.deepEqual([0, 5, 10].map((step) => rate(scalar(step, 'i32')).item()), [1, 0.5, 0.25]);
 * ```
 */
export const exponentialDecay = <const N extends number, const M extends number>(
  given: ExponentialDecayOptions<Count<'exponentialDecay', 'steps', N>, Positive<'exponentialDecay', 'factor', M>>,
): Schedule => {
  const { from, factor, steps } = checked('exponentialDecay', exponentialDecayOptions, given);
  return realSchedule((step) => P.multiply(real(from), P.power(real(factor), P.divide(step, real(steps)))));
};

/** Options of `cosineDecay`. */
export interface CosineDecayOptions<N = number> {
  readonly from: number;
  /** 0 when left out. */
  readonly to?: number;
  /** After so many steps it stays at `to`. */
  readonly steps: N;
}

export const cosineDecayOptions: Decoder<CosineDecayOptions> = options({
  from: required(anyNumber),
  to: optional(anyNumber),
  steps: required(count),
});

/**
 * Along half a cosine from one number to another, where it stays (Loshchilov and Hutter 2017, without restarts).
 *
 * Throws `ConfigError` when an option is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { cosineDecay } from '@cotangent/train';
 *
 * const rate = cosineDecay({ from: 1, steps: 4 });
 * assert.deepEqual([0, 2, 4, 9].map((step) => rate(scalar(step, 'i32')).item()), [1, 0.5, 0, 0]);
 * ```
 */
export const cosineDecay = <const N extends number>(given: CosineDecayOptions<Count<'cosineDecay', 'steps', N>>): Schedule => {
  const { from, to = 0, steps } = checked('cosineDecay', cosineDecayOptions, given);
  return realSchedule((step) => {
    const cosine = P.cos(P.multiply(progress(step, steps), real(Math.PI)));
    return between(to, from, P.multiply(P.add(cosine, real(1)), real(0.5)));
  });
};

/** Options of `warmupCosine`. */
export interface WarmupCosineOptions<N = number, M = number> {
  /** 0 when left out. */
  readonly from?: number;
  readonly peak: number;
  /** 0 when left out. */
  readonly to?: number;
  /** The steps from `from` up to `peak`. */
  readonly warmup: M;
  /** All steps, those of the warm-up included. */
  readonly steps: N;
}

export const warmupCosineOptions: Decoder<WarmupCosineOptions> = options({
  from: optional(atLeastZero),
  peak: required(atLeastZero),
  to: optional(atLeastZero),
  warmup: required(count),
  steps: required(count),
});

/**
 * In a straight line up to a peak, and from there along half a cosine down.
 *
 * Throws `ConfigError` when an option is missing, unknown or out of range, or when the warm-up takes all the steps.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 * import { warmupCosine } from '@cotangent/train';
 *
 * const rate = warmupCosine({ peak: 1, warmup: 2, steps: 6 });
 * assert.deepEqual([0, 1, 2, 4, 6].map((step) => rate(scalar(step, 'i32')).item()), [0, 0.5, 1, 0.5, 0]);
 * ```
 */
export const warmupCosine = <const N extends number, const M extends number>(
  given: WarmupCosineOptions<Count<'warmupCosine', 'steps', N>, Count<'warmupCosine', 'warmup', M>>,
): Schedule => {
  const { from = 0, peak, to = 0, warmup, steps } = checked('warmupCosine', warmupCosineOptions, given);
  argument('warmupCosine', 'steps', above(warmup), steps);
  return joinSchedules(
    [linear({ from, to: peak, steps: warmup }), cosineDecay({ from: peak, to, steps: steps - warmup })],
    [warmup],
  );
};
