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

/** How far the greatest number below 1 is from it, and the least normal number. */
const formats = {
  f32: { below1: 2 ** -24, leastNormal: 2 ** -126 },
  f64: { below1: 2 ** -53, leastNormal: 2 ** -1022 },
} as const;

/** By so much the loss can be multiplied before a derivative of it overflows. */
const room = 2 ** 10;

/**
 * A probability as derivatives take it: held where its reciprocals would be too large.
 *
 * No number lies between `1 - below1` and 1. So where p is 1 the derivative of the sigmoid that it comes from is anything from 0 to
 * `below1`, and multiplied by a reciprocal larger than `1 / below1` it would explode, where the derivative of both together is 1 at most.
 */
const held = (p: AnyTensor): Expression => {
  const { below1, leastNormal } = formats[p.dtype === 'f64' ? 'f64' : 'f32'];
  return clamp(p, room * leastNormal, 1 - below1);
};

const rest = (p: AnyTensor): Expression => P.subtract(number(p, 1), p);

/**
 * `x / q`, with the derivative `(dx - (x / q) dq) / q`.
 *
 * Not `dx / q - (x / q^2) dq`: after a sigmoid dq is as small as q, so `(x / q) dq` is of the size of x where `x / q^2` has overflowed; and
 * for a weight x of 0 it is 0, where `1 / q^2` times 0 would be NaN.
 */
const quotient: (x: AnyTensor, q: AnyTensor) => Expression = customJvp(
  (x: AnyTensor, q: AnyTensor): Expression => P.divide(x, q),
  ([x, q], [dx, dq]) => P.divide(P.subtract(dx, P.multiply(quotient(x, q), dq)), q),
);

const logYes = (p: AnyTensor): Expression => P.maximum(P.log(p), number(p, leastLog));

const logNo = (p: AnyTensor): Expression => P.maximum(P.log1p(P.negate(p)), number(p, leastLog));

/** `log p - log(1 - p)`, whose derivative is `1 / p + 1 / (1 - p)`. */
const logOdds = withDerivative(
  'logOdds',
  (p) => P.subtract(logYes(p), logNo(p)),
  (p) => {
    const [q, one] = [held(p), number(p, 1)];
    return P.add(quotient(one, q), quotient(one, rest(q)));
  },
);

/** `-(y log p + (1 - y) log(1 - p))`, whose derivatives are `(1 - y) / (1 - p) - y / p` in p and `-logOdds(p)` in y. */
const fromProbabilities = customJvp(
  function binaryCrossEntropy(p: AnyTensor, y: AnyTensor): Expression {
    return P.negate(P.add(P.multiply(y, logYes(p)), P.multiply(rest(y), logNo(p))));
  },
  ([p, y], [dp, dy]) => {
    const q = held(p);
    const slope = P.subtract(quotient(rest(y), rest(q)), quotient(y, q));
    return P.subtract(P.multiply(slope, dp), P.multiply(logOdds(p), dy));
  },
);

/**
 * The mean of `-(y log p + (1 - y) log(1 - p))` over all elements, of probabilities `p` and targets `y` from 0 to 1: `[...S], [...S] -> []`.
 *
 * Logarithms below -100 count as -100, as in PyTorch's `BCELoss`; the derivative stays that of the logarithm. It is exact from 2^-116 to
 * 1 - 2^-24 in f32, from 2^-1012 to 1 - 2^-53 in f64, and finite beyond, where it is that of the nearest of these. Probabilities
 * outside 0 to 1 give NaN.
 *
 * After a sigmoid of logits x the derivative is `sigmoid(x) - y`, up to the rounding of the probabilities. Where that makes them 0 or 1,
 * and the target is the other, it fades instead of being 1 (in f32 below -80 and above 17): where there are logits,
 * `binaryCrossEntropyWithLogits` is exact.
 *
 * `binaryCrossEntropy(targets)` waits for the probabilities. Throws `ShapeError` or `DTypeError` when probabilities and targets differ in
 * shape or dtype, which the compiler refuses with the same words.
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
export const binaryCrossEntropy: Loss<'binaryCrossEntropy'> = loss('binaryCrossEntropy', fromProbabilities);

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
