/**
 * Cross-entropy of yes and no, from probabilities and from logits.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Expression, P } from '@cotangent/core/primitives';
import { customJvp } from '@cotangent/grad';
import { logOnePlusExp } from '../activations/smooth.ts';
import { clamp, number, withDerivative } from '../activations/withDerivative.ts';
import { loss, type Loss } from './loss.ts';

/** Logarithms are held here, as in PyTorch, so that a certain and wrong prediction has a finite loss. */
const leastLog = -100;

/** The least probabilities whose reciprocal is finite (f32) and whose logarithm is not held (f64). */
const leastProbability = { f32: 2 ** -126, f64: Math.exp(leastLog) } as const;

const least = (p: AnyTensor): number => leastProbability[p.dtype === 'f64' ? 'f64' : 'f32'];

const rest = (p: AnyTensor): Expression => P.subtract(number(p, 1), p);

/** `1 / p`, held where it would be infinite. */
const reciprocal = withDerivative(
  'reciprocal',
  (p) => P.divide(number(p, 1), P.maximum(p, number(p, least(p)))),
  // -1 / p^2, and 0 where it is held
  (p) => {
    const inverse = P.divide(number(p, 1), p);
    return P.select(P.lessEqual(p, number(p, least(p))), number(p, 0), P.negate(P.multiply(inverse, inverse)));
  },
);

/** `log p` */
const logYes = withDerivative('logYes', (p) => P.maximum(P.log(p), number(p, leastLog)), reciprocal);

/** `log(1 - p)` */
const logNo = withDerivative(
  'logNo',
  (p) => P.maximum(P.log1p(P.negate(p)), number(p, leastLog)),
  (p) => P.negate(reciprocal(rest(p))),
);

/**
 * The mean of `-(y log p + (1 - y) log(1 - p))` over all elements, of probabilities `p` and targets `y` from 0 to 1: `[...S], [...S] -> []`.
 *
 * Logarithms below -100 count as -100, as in PyTorch's `BCELoss`. The derivative is exact between 0 and 1 and finite at both. Probabilities
 * outside give NaN. `binaryCrossEntropyWithLogits` is more accurate where there are logits. `binaryCrossEntropy(targets)`
 * waits for the probabilities. Throws `ShapeError` or `DTypeError` when probabilities and targets differ in shape or dtype, which the
 * compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { binaryCrossEntropy } from '@cotangent/nn';
 *
 * assert.equal(binaryCrossEntropy(tensor([0, 1]), tensor([1, 1])).item(), 50);
 * ```
 */
export const binaryCrossEntropy: Loss<'binaryCrossEntropy'> = loss('binaryCrossEntropy', (p, y) =>
  P.negate(P.add(P.multiply(y, logYes(p)), P.multiply(rest(y), logNo(p)))),
);

/** `weight * x`, which is 0 for a weight of 0 even where x is infinite. */
const weighted = (weight: AnyTensor, x: AnyTensor): Expression => {
  const nothing = number(weight, 0);
  return P.select(P.equal(weight, nothing), nothing, P.multiply(weight, x));
};

/** The largest float of both dtypes, in place of infinity where it is multiplied by a tangent of 0. */
const largest = (2 - 2 ** -23) * 2 ** 127;

/** `max(x, 0) - x y + log(1 + exp(-|x|))`, whose derivatives are `sigmoid(x) - y` in x and `-x` in y. */
const fromLogits = customJvp(
  function binaryCrossEntropyWithLogits(x: AnyTensor, y: AnyTensor): Expression {
    const [positive, negative] = [P.maximum(x, number(x, 0)), P.maximum(P.negate(x), number(x, 0))];
    return P.add(P.add(weighted(rest(y), positive), weighted(y, negative)), logOnePlusExp(x));
  },
  ([x, y], [dx, dy]) => P.subtract(P.multiply(P.subtract(P.logistic(x), y), dx), P.multiply(clamp(x, -largest, largest), dy)),
);

/**
 * The mean cross-entropy of `sigmoid(x)`, of logits `x` and targets `y` from 0 to 1: `[...S], [...S] -> []`.
 *
 * Computed as `max(x, 0) - x y + log(1 + exp(-|x|))`, whose derivative is `sigmoid(x) - y` everywhere.
 * `binaryCrossEntropyWithLogits(targets)` waits for the logits. Throws `ShapeError` or `DTypeError` when logits and targets differ in
 * shape or dtype, which the compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { binaryCrossEntropyWithLogits } from '@cotangent/nn';
 *
 * assert.equal(binaryCrossEntropyWithLogits(tensor([1000, -1000]), tensor([0, 0])).item(), 500);
 * ```
 */
export const binaryCrossEntropyWithLogits: Loss<'binaryCrossEntropyWithLogits'> = loss(
  'binaryCrossEntropyWithLogits',
  fromLogits,
);
