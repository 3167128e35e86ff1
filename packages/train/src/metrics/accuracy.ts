/**
 * How many answers are right.
 */
import { P } from '@cotangent/core/primitives';
import { labeled, type Labeled } from './labeled.ts';

/**
 * The share of examples whose greatest score is at their label: `[...B, C], [...B] -> []`, between 0 and 1.
 *
 * Scores are logits or probabilities; of equal ones the first counts. `accuracy(labels)` waits for the scores. Throws `ShapeError` when
 * labels do not have the leading axes of the scores and `DTypeError` when they are no integers, which the compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { accuracy } from '@cotangent/train';
 *
 * const logits = tensor([[2, 1], [0, 3], [5, 4], [1, 0]]);
 * assert.equal(accuracy(logits, tensor([0, 1, 1, 0], 'i32')).item(), 0.75);
 * ```
 */
export const accuracy: Labeled<'accuracy', 'scalar'> = labeled('accuracy', (predicted, labels) => {
  const right = P.convert(P.equal(predicted, labels), 'f32');
  const total = P.reduceSum(
    right,
    right.sizes.map((_, axis) => axis),
  );
  return P.divide(total, P.fillLike(total, right.size));
});
