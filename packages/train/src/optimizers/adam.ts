/**
 * Adam and AdamW.
 */
import type { AnyTensor } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import type { Fraction } from '../config/literals.ts';
import type { FractionWords, RateWords, WrongOptions } from '../config/wrongOptions.ts';
import { atLeastZero, checked, type Decoder, expected, fraction, optional, options, required } from '../config/options.ts';
import {
  addTimes,
  type Count,
  increment,
  negated,
  real,
  type ScalarValue,
  spread,
  times,
  toReal,
  zeroCount,
} from '../scalars.ts';
import { rate } from '../schedules/decodeSchedule.ts';
import { type Rate, rateAt } from '../schedules/schedule.ts';
import { decayed, type Mask } from '../transformations/addDecayedWeights.ts';
import { checkState } from '../transformations/ownState.ts';
import type { CountState } from '../transformations/scale.ts';
import { checking, type Optimizer, type StateKind } from '../transformations/transformation.ts';
import { zerosOf, zipTrees } from '../trees.ts';
import { coupled } from './sgd.ts';

/** Options of `adam`. */
export interface AdamOptions {
  /** The size of a step: a number of at least 0, or a schedule. */
  readonly rate: Rate;
  /** How much of the running mean of gradients goes on; 0.9 when left out. */
  readonly beta1?: number;
  /** How much of the running mean of their squares goes on; 0.999 when left out. */
  readonly beta2?: number;
  /** Added to the root of the running mean of squares; 1e-8 when left out. */
  readonly epsilon?: number;
  /** How much of each parameter is added to its gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/** Options of `adamW`. */
export interface AdamWOptions extends AdamOptions {
  /** How much of each parameter is taken away in each step, times the rate; 0.01 when left out. */
  readonly weightDecay?: number;
  /** Which parameters decay; all of them when left out. */
  readonly mask?: Mask;
}

/** Options with shares that are below 1, or why they are not. */
type Given<F extends string, O extends AdamOptions, B1 extends number, B2 extends number> = Omit<O, 'beta1' | 'beta2'> &
  Betas<F, B1, B2>;

interface Betas<F extends string, B1 extends number, B2 extends number> {
  readonly beta1?: Fraction<F, 'beta1', B1>;
  readonly beta2?: Fraction<F, 'beta2', B2>;
}

/** What is expected of each option. */
interface AdamWords {
  readonly rate: RateWords;
  readonly beta1: FractionWords;
  readonly beta2: FractionWords;
  readonly epsilon: 'a finite number of at least 0';
  readonly weightDecay: 'a finite number of at least 0';
}

interface AdamWWords extends AdamWords {
  readonly mask: 'a function (path, leaf) => boolean';
}

type AdamNames = readonly ['rate', 'beta1', 'beta2', 'epsilon', 'weightDecay'];

/** The state of `adam` and `adamW`: running means of gradients and of their squares, in the parameters' tree. */
export interface AdamState<P> extends CountState {
  readonly mean: P;
  readonly variance: P;
}

/** The kind of `adam` and `adamW`. */
export interface Adam extends StateKind {
  readonly state: AdamState<this['params']>;
}

const common = {
  rate: required(rate),
  beta1: optional(fraction),
  beta2: optional(fraction),
  epsilon: optional(atLeastZero),
  weightDecay: optional(atLeastZero),
};

const mask: Decoder<Mask> = expected('a function (path, leaf) => boolean', (value): value is Mask => typeof value === 'function');

export const adamOptions: Decoder<AdamOptions> = options<AdamOptions>(common);
export const adamWOptions: Decoder<AdamWOptions> = options<AdamWOptions>({ ...common, mask: optional(mask) });

/** What makes up for a running mean that starts at 0: `1 - beta^count`. */
const correction = (beta: number, count: Count): AnyTensor => P.subtract(real(1), P.power(real(beta), toReal(count)));

/** `mean + (1 - beta) * (x - mean)`. */
const towards = (mean: AnyTensor, x: AnyTensor, beta: number): AnyTensor => addTimes(mean, 1 - beta, P.subtract(x, mean));

/** `beta * variance + (1 - beta) * x^2`. */
const towardsSquare = (variance: AnyTensor, x: AnyTensor, beta: number): AnyTensor =>
  addTimes(times(variance, beta), 1 - beta, P.multiply(x, x));

const checkOwn = (operation: string, state: unknown): void => checkState(operation, state, 'count', 'mean', 'variance');

/** The next moments, and the update before any decoupled decay. */
const moments = <T>(
  operation: string,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions,
  factor: ScalarValue,
  gradients: T,
  state: AdamState<T>,
  params: T,
): readonly [updates: T, state: AdamState<T>] => {
  const count = increment(state.count);
  const mean = zipTrees(operation, { params, mean: state.mean, gradients }, (_, m, g) => towards(m, g, beta1));
  const variance = zipTrees(operation, { params, variance: state.variance, gradients }, (_, v, g) => towardsSquare(v, g, beta2));
  const size = P.divide(toReal(factor), correction(beta1, count));
  const root = P.sqrt(correction(beta2, count));
  const updates = zipTrees(operation, { mean, variance }, (m, v) => {
    const denominator = P.add(P.divide(P.sqrt(v), spread(root, v)), spread(epsilon, v));
    return times(P.divide(m, denominator), size);
  });
  return [updates, { count, mean, variance }];
};

const init =
  (operation: string) =>
  <T>(params: T): AdamState<T> => ({
    count: zeroCount(),
    mean: zerosOf(operation, params),
    variance: zerosOf(operation, params),
  });

/**
 * Adam (Kingma and Ba 2015): steps of about the rate in size, whatever the size of the gradients.
 *
 * As PyTorch's `Adam`, where weight decay is added to the gradients; `adamW` keeps it apart. The state is `{ count, mean, variance }`.
 * Bias corrections are computed in float64. Throws `ConfigError` when an option is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { adam, applyUpdates } from '@cotangent/train';
 *
 * const optimizer = adam({ rate: 0.5 });
 * const params = { w: tensor([1, 2]) };
 * const [updates] = optimizer.update({ w: tensor([1000, -0.001]) }, optimizer.init(params), params);
 * const next = applyUpdates(params, updates).w.toNested();
 * assert.deepEqual(next.map((w) => w.toFixed(3)), ['0.500', '2.500']);
 * ```
 */
export function adam<const B1 extends number, const B2 extends number>(
  given: Given<'adam', AdamOptions, B1, B2>,
): Optimizer<Adam>;
/** Fits no call that the form above does not: of the reasons why a call fits none, the compiler gives the last one's. */
export function adam<const G>(given: WrongOptions<'adam', G, AdamOptions, AdamWords, AdamNames>): never;
export function adam(given: unknown): unknown {
  const settings = checked('adam', adamOptions, given);
  return checking<Adam>({
    init: init('adam'),
    update: (gradients, state, params) => {
      checkOwn('adam', state);
      const descent = coupled('adam', gradients, params, settings.weightDecay ?? 0);
      return moments('adam', settings, negated(rateAt(settings.rate, state.count)), descent, state, params);
    },
  });
}

/**
 * AdamW (Loshchilov and Hutter 2019): Adam, with parameters that decay by `rate * weightDecay` in each step, past the running means.
 *
 * As PyTorch's `AdamW`. `mask` says which parameters decay. The state is `{ count, mean, variance }`. Throws `ConfigError` when an
 * option is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { adamW, applyUpdates } from '@cotangent/train';
 *
 * const optimizer = adamW({ rate: 0.5, weightDecay: 0.5, mask: (path) => path !== 'bias' });
 * const params = { weight: tensor([4]), bias: tensor([4]) };
 * const zero = { weight: tensor([0]), bias: tensor([0]) };
 * const [updates] = optimizer.update(zero, optimizer.init(params), params);
 * const next = applyUpdates(params, updates);
 * assert.deepEqual([next.weight.toNested(), next.bias.toNested()], [[3], [4]]);
 * ```
 */
export function adamW<const B1 extends number, const B2 extends number>(
  given: Given<'adamW', AdamWOptions, B1, B2>,
): Optimizer<Adam>;
/** As for `adam`. */
export function adamW<const G>(given: WrongOptions<'adamW', G, AdamWOptions, AdamWWords, readonly [...AdamNames, 'mask']>): never;
export function adamW(given: unknown): unknown {
  const settings = checked('adamW', adamWOptions, given);
  const { weightDecay = 0.01 } = settings;
  return checking<Adam>({
    init: init('adamW'),
    update: (gradients, state, params) => {
      checkOwn('adamW', state);
      const factor = negated(rateAt(settings.rate, state.count));
      const [updates, next] = moments('adamW', settings, factor, gradients, state, params);
      const shrink = typeof factor === 'number' ? factor * weightDecay : P.multiply(toReal(factor), real(weightDecay));
      return [decayed('adamW', updates, params, shrink, settings.mask), next];
    },
  });
}
