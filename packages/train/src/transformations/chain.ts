/**
 * Transformations one after the other.
 */
import { argument } from '../config/options.ts';
import type { Shown } from '../config/wrongOptions.ts';
import { transformation } from './isTransformation.ts';
import { checkStates } from './ownState.ts';
import { checking, type Optimizer, type OptimizerState, type StateKind, type Transformation } from './transformation.ts';

/** The kind of a chain: the tuple of its members' states. */
export interface Chained<Ks extends readonly StateKind[]> extends StateKind {
  readonly state: { readonly [I in keyof Ks]: OptimizerState<Ks[I], this['params']> };
}

/** The kind of a transformation of which nothing is known. */
interface Unknown extends StateKind {
  readonly state: unknown;
}

/** What is a transformation among `G`, and why the others are none. */
type Members<G extends readonly unknown[]> = {
  readonly [I in keyof G]: G[I] extends { readonly init: unknown; readonly update: unknown }
    ? G[I]
    : `chain: members[${I & string}] is ${Shown<G[I]>}, expected a transformation, such as clipByGlobalNorm(1)`;
};

const isMember = transformation<Unknown>('a transformation, such as clipByGlobalNorm(1)');

/**
 * One transformation after the other: each gets the updates of the one before it. The state is the tuple of their states.
 *
 * Associative as far as updates can tell, with `chain()` as its identity. Throws `ConfigError` for what is no transformation.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { adam, chain, clipByGlobalNorm } from '@cotangent/train';
 *
 * const optimizer = chain(clipByGlobalNorm(1), adam({ rate: 0.001 }));
 * const [, { count, mean }] = optimizer.init({ w: tensor([1, 2]) });
 * assert.deepEqual([count.item(), mean.w.toNested()], [0, [0, 0]]);
 * ```
 */
export function chain<const Ks extends readonly StateKind[]>(
  ...members: { readonly [I in keyof Ks]: Transformation<Ks[I]> }
): Optimizer<Chained<Ks>>;
/** Fits no call that the form above does not: of the reasons why a call fits none, the compiler gives the last one's. */
export function chain<const G extends readonly unknown[]>(...members: Members<G>): never;
export function chain(...members: readonly unknown[]): unknown {
  const all = members.map((member, index) => argument('chain', `members[${index}]`, isMember, member));
  const init = (params: object): readonly unknown[] => Object.freeze(all.map((member) => member.init(params)));
  const update = (gradients: object, states: readonly unknown[], params: object): readonly [object, readonly unknown[]] => {
    checkStates(states, all.length);
    const next: unknown[] = [];
    const updates = all.reduce((before, member, index) => {
      const [after, state] = member.update(before, states[index], params);
      next.push(state);
      return after;
    }, gradients);
    return [updates, Object.freeze(next)];
  };
  // Member by member the state that it made itself goes back to it, which is what the tuple of their kinds says.
  return checking({ init, update } as unknown as Transformation<Unknown>);
}
