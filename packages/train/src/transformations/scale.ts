/**
 * Updates times a number.
 */
import { anyNumber, argument } from '../config/options.ts';
import { type Count, increment, times, zeroCount } from '../scalars.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { zipTrees } from '../trees.ts';
import { checkState } from './ownState.ts';
import { checking, type Optimizer, stateless, type StateKind, type Stateless } from './transformation.ts';

/**
 * Every update times a number: `factor * update`. Descent needs a negative one.
 *
 * Throws `ConfigError` when it is not finite.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { scale } from '@cotangent/train';
 *
 * const [updates] = scale(-0.5).update(tensor([2, 4]), {}, tensor([0, 0]));
 * assert.deepEqual(updates.toNested(), [-1, -2]);
 * ```
 */
export const scale = (factor: number): Optimizer<Stateless> => {
  const held = argument('scale', 'factor', anyNumber, factor);
  return stateless((gradients) => zipTrees('scale', { gradients }, (gradient) => times(gradient, held)));
};

/** The state of transformations that count their updates. */
export interface CountState {
  readonly count: Count;
}

/** The kind of transformations that count their updates. */
export interface Counting extends StateKind {
  readonly state: CountState;
}

/**
 * Every update times a number that follows a schedule: `schedule(count) * update`. Descent needs a negative one.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { linear, scaleBySchedule } from '@cotangent/train';
 *
 * const fading = scaleBySchedule(linear({ from: -1, to: 0, steps: 2 }));
 * const params = tensor([0, 0]);
 * const [first, state] = fading.update(tensor([2, 4]), fading.init(params), params);
 * const [second] = fading.update(tensor([2, 4]), state, params);
 * assert.deepEqual([first.toNested(), second.toNested()], [[-2, -4], [-1, -2]]);
 * ```
 */
export const scaleBySchedule = (schedule: Schedule): Optimizer<Counting> =>
  checking<Counting>({
    init: () => ({ count: zeroCount() }),
    update: (gradients, state) => {
      checkState('scaleBySchedule', state, 'count');
      const { count } = state;
      const factor = schedule(count);
      const updates = zipTrees('scaleBySchedule', { gradients }, (gradient) => times(gradient, factor));
      return [updates, { count: increment(count) }];
    },
  });
