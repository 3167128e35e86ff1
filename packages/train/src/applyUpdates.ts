/**
 * The end of an optimizer step: updates are added to the parameters.
 */
import { P } from '@cotangent/core/primitives';
import { zipTrees } from './trees.ts';

/**
 * Parameters after updates: `params + updates`, tensor by tensor.
 *
 * Throws `TreeError` when the trees differ, `ShapeError` or `DTypeError` when their tensors do, naming both.
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
export const applyUpdates = <P>(params: P, updates: NoInfer<P>): P =>
  zipTrees<P>('applyUpdates', { params, updates }, (param, update) => P.add(param, update));
