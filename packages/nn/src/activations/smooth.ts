/**
 * Smooth activations. Each has its derivative written out, exact at 0 and without NaN at the infinities.
 *
 * A product such as `x * sigmoid(x)` is `-Infinity * 0` at `-Infinity` and its derivative `Infinity * 0` at `Infinity`. So where a
 * factor has underflowed to 0 the other is held at `bound`, beyond which that is so in f32 and f64 alike.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Expression, P } from '@cotangent/core/primitives';
import type { Anything } from '../layer.ts';
import { type Operand, type Wanted, pointwise } from './activation.ts';
import { clamp, number, withDerivative } from './withDerivative.ts';

const bound = 1000;

const held = (x: AnyTensor): Expression => clamp(x, -bound, bound);

/** `x * factor(x)` for a factor that is 0 below `-bound`. */
const gated = (x: AnyTensor, factor: AnyTensor): Expression => P.multiply(P.maximum(x, number(x, -bound)), factor);

const times = (x: AnyTensor, factor: number): Expression => P.multiply(x, number(x, factor));
const plus = (x: AnyTensor, term: number): Expression => P.add(x, number(x, term));
const square = (x: AnyTensor): Expression => P.multiply(x, x);
const oneMinusSquare = (x: AnyTensor): Expression => P.subtract(number(x, 1), square(x));

/** `log(1 + exp(-|x|))` */
export const logOnePlusExp = (x: AnyTensor): Expression => P.log1p(P.exp(P.negate(P.abs(x))));

/** `softplus'(x) = sigmoid(x)` */
const softplusOf = withDerivative('softplus', (x) => P.add(P.maximum(x, number(x, 0)), logOnePlusExp(x)), P.logistic);

/**
 * `log(1 + exp(x))`: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * Computed as `max(x, 0) + log(1 + exp(-|x|))`. Dugas et al., "Incorporating Second-Order Functional Knowledge for Better Option
 * Pricing" (2001).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { softplus } from '@cotangent/nn';
 *
 * assert.deepEqual(softplus(tensor([-Infinity, 100])).toNested(), [0, 100]);
 * ```
 */
export const softplus: <X extends Operand<Wanted<'softplus'>> = Anything>(x: X) => X = pointwise('softplus', softplusOf);

/**
 * `log(sigmoid(x))`: `[...S] -> [...S]`, of a tensor or after a layer. Accurate where the sigmoid is 0.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { logSigmoid } from '@cotangent/nn';
 *
 * assert.deepEqual(logSigmoid(tensor([-100, -1000])).toNested(), [-100, -1000]);
 * ```
 */
export const logSigmoid: <X extends Operand<Wanted<'logSigmoid'>> = Anything>(x: X) => X = pointwise('logSigmoid', (x) =>
  P.negate(softplusOf(P.negate(x))),
);

/**
 * `x * sigmoid(x)`, also called swish: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * Elfwing, Uchibe, Doya, "Sigmoid-Weighted Linear Units for Neural Network Function Approximation" (2018).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { silu } from '@cotangent/nn';
 *
 * assert.deepEqual(silu(tensor([0, 100, Infinity])).toNested(), [0, 100, Infinity]);
 * ```
 */
export const silu: <X extends Operand<Wanted<'silu'>> = Anything>(x: X) => X = pointwise(
  'silu',
  withDerivative(
    'silu',
    (x) => gated(x, P.logistic(x)),
    // s(x) + x s(x) s(-x)
    (x) => {
      const gate = P.logistic(x);
      return P.add(gate, P.multiply(held(x), P.multiply(gate, P.logistic(P.negate(x)))));
    },
  ),
);

/** The normal distribution function, `(1 + erf(x / sqrt 2)) / 2`. */
const normalDistribution = (x: AnyTensor): Expression => times(plus(P.erf(times(x, Math.SQRT1_2)), 1), 0.5);

/** The normal density, `exp(-x^2 / 2) / sqrt(2 pi)`. */
const normalDensity = (x: AnyTensor): Expression => times(P.exp(times(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));

/**
 * The exact Gaussian error linear unit, `x` times the normal distribution function: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * `geluTanh` is the approximation of it. Hendrycks, Gimpel, "Gaussian Error Linear Units" (2016).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { gelu } from '@cotangent/nn';
 *
 * assert.deepEqual(gelu(tensor([0, 100, Infinity])).toNested(), [0, 100, Infinity]);
 * ```
 */
export const gelu: <X extends Operand<Wanted<'gelu'>> = Anything>(x: X) => X = pointwise(
  'gelu',
  withDerivative(
    'gelu',
    (x) => gated(x, normalDistribution(x)),
    // Phi(x) + x phi(x)
    (x) => P.add(normalDistribution(x), P.multiply(held(x), normalDensity(held(x)))),
  ),
);

/** The argument of the approximation, `sqrt(2 / pi) (x + 0.044715 x^3)`, and its derivative. */
const cubic = { factor: Math.sqrt(2 / Math.PI), third: 0.044715 } as const;
const cubicOf = (x: AnyTensor): Expression => times(P.multiply(x, plus(times(square(x), cubic.third), 1)), cubic.factor);
const cubicSlope = (x: AnyTensor): Expression => times(plus(times(square(x), 3 * cubic.third), 1), cubic.factor);

/**
 * The tanh approximation of `gelu`, within 0.0005 of it: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * `x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2`, as in GPT-2. Hendrycks, Gimpel, "Gaussian Error Linear Units" (2016).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { geluTanh } from '@cotangent/nn';
 *
 * assert.deepEqual(geluTanh(tensor([0, 100, Infinity])).toNested(), [0, 100, Infinity]);
 * ```
 */
export const geluTanh: <X extends Operand<Wanted<'geluTanh'>> = Anything>(x: X) => X = pointwise(
  'geluTanh',
  withDerivative(
    'geluTanh',
    (x) => gated(x, times(plus(P.tanh(cubicOf(held(x))), 1), 0.5)),
    // (1 + tanh u) / 2 + x (1 - tanh^2 u) u' / 2
    (x) => {
      const inside = held(x);
      const bent = P.tanh(cubicOf(inside));
      return times(P.add(plus(bent, 1), P.multiply(P.multiply(inside, oneMinusSquare(bent)), cubicSlope(inside))), 0.5);
    },
  ),
);

/**
 * `x * tanh(softplus(x))`: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * Misra, "Mish: A Self Regularized Non-Monotonic Activation Function" (2020).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { mish } from '@cotangent/nn';
 *
 * assert.deepEqual(mish(tensor([0, 100, Infinity])).toNested(), [0, 100, Infinity]);
 * ```
 */
export const mish: <X extends Operand<Wanted<'mish'>> = Anything>(x: X) => X = pointwise(
  'mish',
  withDerivative(
    'mish',
    (x) => gated(x, P.tanh(softplusOf(x))),
    // t + x (1 - t^2) s(x), t = tanh(softplus(x))
    (x) => {
      const gate = P.tanh(softplusOf(x));
      return P.add(gate, P.multiply(P.multiply(held(x), oneMinusSquare(gate)), P.logistic(x)));
    },
  ),
);
