/**
 * Rectifiers: the identity for positive numbers, something smaller for negative ones.
 *
 * Each is a choice between two formulas. What a formula would make of numbers that are not its own (an overflow, whose derivative
 * times 0 is NaN) is kept away from it.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Expression, P } from '@cotangent/core/primitives';
import type { Anything } from '../layer.ts';
import { type Operand, type Wanted, type Parametric, parametric, pointwise } from './activation.ts';
import { number, type Pointwise } from './withDerivative.ts';

const times = (x: AnyTensor, factor: number): Expression => P.multiply(x, number(x, factor));

/** `x` where it is positive, otherwise `negative` of it, which never sees a positive number. NaN is not positive. */
const whereNegative = (x: AnyTensor, negative: Pointwise): Expression => {
  const positive = P.greater(x, number(x, 0));
  return P.select(positive, x, negative(P.select(positive, number(x, 0), x)));
};

/**
 * `max(x, 0)`: `[...S] -> [...S]`, of a tensor or after a layer. The derivative at 0 is 0, as in JAX and PyTorch.
 *
 * Nair, Hinton, "Rectified Linear Units Improve Restricted Boltzmann Machines" (2010).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { relu } from '@cotangent/nn';
 *
 * assert.deepEqual(relu(tensor([-1, 0, 2])).toNested(), [0, 0, 2]);
 * ```
 */
export const relu: <X extends Operand<Wanted<'relu'>> = Anything>(x: X) => X = pointwise('relu', (x) =>
  P.select(P.lessEqual(x, number(x, 0)), number(x, 0), x),
);

/**
 * `x`, and `slope * x` for negative `x`; `slope` is 0.01 when left out: `[...S] -> [...S]`.
 *
 * `leakyRelu(x)` and `leakyRelu(x, slope)` of a tensor or layer, `leakyRelu(slope)` to put into a pipe. The derivative at 0 is 1, as in JAX.
 * Maas, Hannun, Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models" (2013).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { leakyRelu } from '@cotangent/nn';
 *
 * assert.deepEqual(leakyRelu(tensor([-4, 2]), 0.25).toNested(), [-1, 2]);
 * assert.deepEqual(leakyRelu(0.25)(tensor([-4, 2])).toNested(), [-1, 2]);
 * ```
 */
export const leakyRelu: Parametric<'leakyRelu'> = parametric(
  'leakyRelu',
  0.01,
  (slope) => (x) => P.select(P.greaterEqual(x, number(x, 0)), x, times(x, slope)),
);

/**
 * `x`, and `alpha * (exp(x) - 1)` for negative `x`; `alpha` is 1 when left out: `[...S] -> [...S]`.
 *
 * `elu(x)` and `elu(x, alpha)` of a tensor or layer, `elu(alpha)` to put into a pipe. The derivatives at 0 are those from below, as in JAX.
 * Clevert, Unterthiner, Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear Units" (2016).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { elu } from '@cotangent/nn';
 *
 * assert.deepEqual(elu(tensor([-Infinity, 0, 2])).toNested(), [-1, 0, 2]);
 * assert.deepEqual(elu(0.5)(tensor([-Infinity])).toNested(), [-0.5]);
 * ```
 */
export const elu: Parametric<'elu'> = parametric('elu', 1, (alpha) => (x) => whereNegative(x, (y) => times(P.expm1(y), alpha)));

/** The fixed point of mean 0 and variance 1: equations 14 of the paper. */
const fixedPoint = { alpha: 1.6732632423543772, scale: 1.0507009873554805 } as const;

/**
 * The self-normalizing `scale * elu(x, alpha)`, `scale` 1.0507 and `alpha` 1.6733: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * The derivatives at 0 are those from below, as in JAX. Klambauer, Unterthiner, Mayr, Hochreiter, "Self-Normalizing Neural
 * Networks" (2017).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { selu } from '@cotangent/nn';
 *
 * const [y] = selu(tensor([1], 'f64')).toNested();
 * assert.equal(y, 1.0507009873554805);
 * ```
 */
export const selu: <X extends Operand<Wanted<'selu'>> = Anything>(x: X) => X = pointwise('selu', (x) =>
  times(
    whereNegative(x, (y) => times(P.expm1(y), fixedPoint.alpha)),
    fixedPoint.scale,
  ),
);
