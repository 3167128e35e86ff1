/**
 * The end of an optimizer step: updates are added to the parameters.
 */
import type { Float, Tree } from '@cotangent/core';
import { type Alike, type CannotTell, type CheckedArgument, type FloatRule, P } from '@cotangent/core/primitives';
import { zipTrees } from './trees.ts';

interface ParamsRule extends FloatRule<'applyUpdates', 'params', false> {
  readonly because: 'optimizers update floats';
}

type Unbound = 'applyUpdates: cannot tell whether the params are floats: bound their type, <P extends Tree<Float>>';

/** `U` where it is a tree like the parameters `P`, otherwise where it is not. */
type Updates<P, U> = Alike<
  CannotTell<'applyUpdates', 'the updates are like the params'>,
  U,
  P,
  'applyUpdates',
  'updates',
  'params'
>;

/**
 * Parameters after updates: `params + updates`, tensor by tensor.
 *
 * Throws `TreeError` when the trees differ and `ShapeError` when their tensors do, naming both, which the compiler refuses with the same
 * words; `DTypeError` for tensors that are no floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { applyUpdates } from '@cotangent/train';
 *
 * const params = { weight: tensor([1, 2]), bias: tensor([0.5]) };
 * const next = applyUpdates(params, { weight: tensor([0.25, -1]), bias: tensor([0.5]) });
 * assert.deepEqual(next.weight.toNested(), [1.25, 1]);
 * ```
 */
export const applyUpdates = <const P, const U, Z extends 0 = 0>(
  params: CheckedArgument<Unbound, P, ParamsRule, Z, Tree<Float>>,
  updates: Updates<P, U>,
): P =>
  // Parameters and updates that fit are what they are; others are refused.
  zipTrees<P>('applyUpdates', { params: params as unknown as P, updates: updates as unknown as P }, (param, update) =>
    P.add(param, update),
  );
