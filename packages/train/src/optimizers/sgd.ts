/**
 * Stochastic gradient descent.
 */
import {
  argument,
  atLeastZero,
  checked,
  type Decoder,
  expected,
  flag,
  fraction,
  optional,
  options,
  required,
} from '../config/options.ts';
import type { Fraction } from '../config/literals.ts';
import type { FractionWords, RateWords, WrongOptions } from '../config/wrongOptions.ts';
import { addTimes, increment, negated, times, zeroCount } from '../scalars.ts';
import { rate } from '../schedules/decodeSchedule.ts';
import { type Rate, rateAt } from '../schedules/schedule.ts';
import { decayed } from '../transformations/addDecayedWeights.ts';
import { checkState } from '../transformations/ownState.ts';
import type { Counting, CountState } from '../transformations/scale.ts';
import { checking, type Optimizer, type StateKind } from '../transformations/transformation.ts';
import { zerosOf, zipTrees } from '../trees.ts';

/** Options of `sgd` without momentum. */
export interface SgdOptions {
  /** What gradients are multiplied by: a number of at least 0, or a schedule. */
  readonly rate: Rate;
  /** How much of each parameter is added to its gradient; 0 when left out. */
  readonly weightDecay?: number;
  readonly momentum?: undefined;
  readonly nesterov?: undefined;
}

/** Options of `sgd` with momentum. */
export interface MomentumOptions extends Omit<SgdOptions, 'momentum' | 'nesterov'> {
  /** How much of the last step goes on, from 0 up to, but not, 1. */
  readonly momentum: number;
  /** Whether to look ahead along the momentum; needs a momentum above 0. */
  readonly nesterov?: boolean;
}

/** Options of `sgd` with a momentum below 1, or why it is not. */
interface Given<M extends number> extends Omit<MomentumOptions, 'momentum'> {
  readonly momentum: Fraction<'sgd', 'momentum', M>;
}

/** Options of `sgd` of which it is not known whether there is a momentum. */
interface PerhapsMomentum<N, M extends number> {
  readonly rate: Rate;
  readonly weightDecay?: number | undefined;
  readonly momentum?: Fraction<'sgd', 'momentum', M> | undefined;
  readonly nesterov?: N;
}

/** That there is a momentum where there may be a look along it. `{}` leaves why a number is none as it is. */
type LookAhead<N> = true extends N ? { readonly momentum: {} } : unknown;

/** Why options are refused that may look along a momentum and have none. */
type NoMomentum<G> = G extends { readonly momentum: {} }
  ? never
  : G extends { readonly nesterov: infer N }
    ? true extends N
      ? 'sgd: momentum is missing, expected a momentum above 0 beside nesterov'
      : never
    : never;

/** What is expected of each option. */
interface SgdWords {
  readonly rate: RateWords;
  readonly momentum: FractionWords;
  readonly nesterov: 'true or false';
  readonly weightDecay: 'a finite number of at least 0';
}

type SgdNames = readonly ['rate', 'momentum', 'nesterov', 'weightDecay'];

/** The state of `sgd` with momentum: the running sum of gradients, in the parameters' tree. */
export interface MomentumState<P> extends CountState {
  readonly momentum: P;
}

/** The kind of `sgd` with momentum. */
export interface Momentum extends StateKind {
  readonly state: MomentumState<this['params']>;
}

interface Settings {
  readonly rate: Rate;
  readonly momentum?: number;
  readonly nesterov?: boolean;
  readonly weightDecay?: number;
}

const lookAhead: Decoder<number> = expected(
  'a momentum above 0 beside nesterov',
  (value): value is number => value !== 0 && fraction.is(value),
);

export const sgdOptions: Decoder<Settings> = options<Settings>({
  rate: required(rate),
  momentum: optional(fraction),
  nesterov: optional(flag),
  weightDecay: optional(atLeastZero),
});

/** Gradients with the coupled weight decay of PyTorch's `SGD` and `Adam`. */
export const coupled = <P>(operation: string, gradients: P, params: P, decay: number): P =>
  decay === 0 ? gradients : decayed(operation, gradients, params, decay);

const plain = ({ rate, weightDecay = 0 }: Settings): Optimizer<Counting> =>
  checking<Counting>({
    init: () => ({ count: zeroCount() }),
    update: (given, state, params) => {
      checkState('sgd', state, 'count');
      const { count } = state;
      const gradients = coupled('sgd', given, params, weightDecay);
      const factor = negated(rateAt(rate, count));
      return [zipTrees('sgd', { params, gradients }, (_, gradient) => times(gradient, factor)), { count: increment(count) }];
    },
  });

const withMomentum = ({ rate, weightDecay = 0, nesterov = false }: Settings, decay: number): Optimizer<Momentum> =>
  checking<Momentum>({
    init: (params) => ({ count: zeroCount(), momentum: zerosOf('sgd', params) }),
    update: (given, state, params) => {
      checkState('sgd', state, 'count', 'momentum');
      const { count, momentum: before } = state;
      const gradients = coupled('sgd', given, params, weightDecay);
      const factor = negated(rateAt(rate, count));
      const momentum = zipTrees('sgd', { params, gradients, momentum: before }, (_, gradient, sum) =>
        addTimes(gradient, decay, sum),
      );
      const updates = zipTrees('sgd', { gradients, momentum }, (gradient, sum) =>
        times(nesterov ? addTimes(gradient, decay, sum) : sum, factor),
      );
      return [updates, { count: increment(count), momentum }];
    },
  });

/** `sgd` from options that have been decoded. */
export const sgdOf = (settings: Settings): Optimizer<Counting | Momentum> => {
  const { momentum, nesterov = false } = settings;
  if (nesterov) argument('sgd', 'momentum', lookAhead, momentum);
  // Its state is of one kind or of the other, and goes back to it: of another's `checkState` says so.
  return (momentum === undefined ? plain(settings) : withMomentum(settings, momentum)) as Optimizer<Counting | Momentum>;
};

/**
 * Stochastic gradient descent, with momentum (Polyak 1964), Nesterov's look-ahead (Sutskever et al. 2013) and weight decay.
 *
 * `g = gradient + weightDecay * param; m = momentum * m + g; param - rate * m`, or with `nesterov` `param - rate * (g + momentum * m)`:
 * PyTorch's `SGD` without dampening. Without momentum the state is `{ count }`, with it `{ count, momentum }`.
 * Throws `ConfigError` when an option is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { applyUpdates, sgd } from '@cotangent/train';
 *
 * const optimizer = sgd({ rate: 0.5, momentum: 0.5 });
 * const params = { w: tensor([1, 2]) };
 * const [updates, state] = optimizer.update({ w: tensor([1, -1]) }, optimizer.init(params), params);
 * assert.deepEqual(applyUpdates(params, updates).w.toNested(), [0.5, 2.5]);
 * assert.deepEqual(state.momentum.w.toNested(), [1, -1]);
 * ```
 */
export function sgd(given: SgdOptions): Optimizer<Counting>;
export function sgd<const M extends number>(given: Given<M>): Optimizer<Momentum>;
/** With a momentum that may be missing: the state is of one kind or of the other. */
export function sgd<const M extends number, N extends boolean | undefined = false>(
  given: PerhapsMomentum<N, M> & LookAhead<N>,
): Optimizer<Counting | Momentum>;
/** Fits no call that the forms above do not: of the reasons why a call fits none, the compiler gives the last one's. */
export function sgd<const G>(
  given: WrongOptions<'sgd', G, PerhapsMomentum<boolean, number>, SgdWords, SgdNames, NoMomentum<G>>,
): never;
export function sgd(given: unknown): unknown {
  return sgdOf(checked('sgd', sgdOptions, given));
}
