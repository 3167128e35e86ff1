/**
 * Activations whose results are bounded.
 */
import {
  type AnyTensor,
  logSoftmax as logSoftmaxOf,
  sigmoid as sigmoidOf,
  softmax as softmaxOf,
  tanh as tanhOf,
  type Tensor,
} from '@cotangent/core';
import { expressionOf, P, typed } from '@cotangent/core/primitives';
import type { Anything } from '../layer.ts';
import { type Operand, type Wanted, activation, pointwise, type RowActivation, rowwise } from './activation.ts';
import { clamp, number } from './withDerivative.ts';

/** A tensor of whatever shape and dtype, for functions along the last axis: that there is one, and of floats, they check. */
const asRow = (x: AnyTensor): Tensor<['classes']> => typed(x);

/**
 * `1 / (1 + exp(-x))`: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { sigmoid } from '@cotangent/nn';
 *
 * assert.deepEqual(sigmoid(tensor([-Infinity, 0, Infinity])).toNested(), [0, 0.5, 1]);
 * ```
 */
export const sigmoid: <X extends Operand<Wanted<'sigmoid'>> = Anything>(x: X) => X = activation('sigmoid', sigmoidOf);

/**
 * The hyperbolic tangent: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { tanh } from '@cotangent/nn';
 *
 * assert.deepEqual(tanh(tensor([-Infinity, 0, Infinity])).toNested(), [-1, 0, 1]);
 * ```
 */
export const tanh: <X extends Operand<Wanted<'tanh'>> = Anything>(x: X) => X = activation('tanh', tanhOf);

/**
 * `x` kept between -1 and 1: `[...S] -> [...S]`, of a tensor or after a layer. The derivative at -1 and 1 is 1, as in JAX.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { hardTanh } from '@cotangent/nn';
 *
 * assert.deepEqual(hardTanh(tensor([-3, 0.5, 3])).toNested(), [-1, 0.5, 1]);
 * ```
 */
export const hardTanh: <X extends Operand<Wanted<'hardTanh'>> = Anything>(x: X) => X = pointwise('hardTanh', (x) =>
  clamp(x, -1, 1),
);

/**
 * `x / 6 + 1/2` kept between 0 and 1: `[...S] -> [...S]`, of a tensor or after a layer.
 *
 * The derivative at the kinks, -3 and 3, is half of that between them, as in JAX. Courbariaux, Bengio, David,
 * "BinaryConnect" (2015), with the slope of Howard et al., "Searching for MobileNetV3" (2019).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { hardSigmoid } from '@cotangent/nn';
 *
 * assert.deepEqual(hardSigmoid(tensor([-4, 0, 4])).toNested(), [0, 0.5, 1]);
 * ```
 */
export const hardSigmoid: <X extends Operand<Wanted<'hardSigmoid'>> = Anything>(x: X) => X = pointwise('hardSigmoid', (x) => {
  const sixths = P.minimum(P.maximum(P.add(x, number(x, 3)), number(x, 0)), number(x, 6));
  return P.divide(sixths, number(x, 6));
});

/**
 * `exp(x) / sum(exp(x))` along the last axis: `[...S, n] -> [...S, n]`, of a tensor or after a layer.
 *
 * `softmax` of `@cotangent/core` takes other axes. A network that ends in it trains better without: `softmaxCrossEntropy` takes logits.
 * Throws `ShapeError` for scalars. Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs" (1990).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { softmax } from '@cotangent/nn';
 *
 * assert.deepEqual(softmax(tensor([[0, 0], [1000, -1000]])).toNested(), [[0.5, 0.5], [1, 0]]);
 * ```
 */
export const softmax: RowActivation<'softmax'> = rowwise('softmax', (x) => expressionOf(softmaxOf(asRow(x))));

/**
 * `x - log(sum(exp(x)))` along the last axis: `[...S, n] -> [...S, n]`, of a tensor or after a layer.
 *
 * `logSoftmax` of `@cotangent/core` takes other axes. Throws `ShapeError` for scalars.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { logSoftmax } from '@cotangent/nn';
 *
 * assert.deepEqual(logSoftmax(tensor([1000, -1000])).toNested(), [0, -2000]);
 * ```
 */
export const logSoftmax: RowActivation<'logSoftmax'> = rowwise('logSoftmax', (x) => expressionOf(logSoftmaxOf(asRow(x))));
