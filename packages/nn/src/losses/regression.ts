/**
 * Losses of numbers: squared, absolute, and Huber's between them.
 */
import { checkKnown, describe, P } from '@cotangent/core/primitives';
import { clamp, number, type Pointwise, withDerivative } from '../activations/withDerivative.ts';
import { type AdjustableLoss, adjustableLoss, loss, type Loss } from './loss.ts';

/**
 * The mean of `(prediction - target)^2` over all elements: `[...S], [...S] -> []`.
 *
 * `meanSquaredError(targets)` waits for the predictions. Throws `ShapeError` or `DTypeError` when predictions and targets differ in
 * shape or dtype, which the compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { meanSquaredError } from '@cotangent/nn';
 *
 * assert.equal(meanSquaredError(tensor([1, 2]), tensor([1, 4])).item(), 2);
 * ```
 */
export const meanSquaredError: Loss<'meanSquaredError'> = loss('meanSquaredError', (predictions, targets) => {
  const error = P.subtract(predictions, targets);
  return P.multiply(error, error);
});

/**
 * The mean of `|prediction - target|` over all elements: `[...S], [...S] -> []`. The derivative where they are equal is 0.
 *
 * `meanAbsoluteError(targets)` waits for the predictions. Throws `ShapeError` or `DTypeError` when predictions and targets differ in
 * shape or dtype, which the compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { meanAbsoluteError } from '@cotangent/nn';
 *
 * assert.equal(meanAbsoluteError(tensor([1, 2]), tensor([1, 4])).item(), 1);
 * ```
 */
export const meanAbsoluteError: Loss<'meanAbsoluteError'> = loss('meanAbsoluteError', (predictions, targets) =>
  P.abs(P.subtract(predictions, targets)),
);

/** Where the Huber loss changes from squared to absolute. */
export interface HuberOptions {
  /** The size of error from which on the loss is linear, 1 when left out. */
  readonly delta?: number;
}

/** `e^2 / 2` up to `delta`, `delta (|e| - delta / 2)` beyond; the derivative is the error kept between `-delta` and `delta`. */
const huberOf = (delta: number): Pointwise =>
  withDerivative(
    'huber',
    (error) => {
      const size = P.abs(error);
      const inner = P.minimum(size, number(error, delta));
      return P.multiply(inner, P.subtract(size, P.multiply(inner, number(error, 0.5))));
    },
    (error) => clamp(error, -delta, delta),
  );

/**
 * The mean of `e^2 / 2` for errors `e` up to `delta` in size and of `delta (|e| - delta / 2)` beyond: `[...S], [...S] -> []`.
 *
 * `huber(targets)` waits for the predictions. The second derivative at the kinks is 1. Throws `ShapeError` or `DTypeError` when predictions
 * and targets differ in shape or dtype, which the compiler refuses with the same words, and `RangeError` unless `delta` is
 * positive. Huber, "Robust Estimation of a Location Parameter" (1964).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { huber } from '@cotangent/nn';
 *
 * assert.equal(huber(tensor([1, 5]), tensor([0, 0])).item(), 2.5);
 * assert.equal(huber(tensor([1, 5]), tensor([0, 0]), { delta: 5 }).item(), 6.5);
 * ```
 */
export const huber: AdjustableLoss<'huber', 'delta'> = adjustableLoss<'huber', 'delta', HuberOptions>(
  'huber',
  (predictions, targets, options = {}) => {
    checkKnown('huber', ['delta'], options);
    const { delta = 1 } = options;
    if (!(typeof delta === 'number' && delta > 0))
      throw new RangeError(`huber: delta is ${describe(delta)}, which is not positive`);
    return huberOf(delta)(P.subtract(predictions, targets));
  },
);
