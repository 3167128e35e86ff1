/**
 * Layers as pure functions, initializers and losses.
 */
export {
  type Activation,
  activation,
  type Combinator,
  type FloatFunction,
  type Parametric,
  type RowActivation,
} from './activations/activation.ts';
export { elu, leakyRelu, relu, selu } from './activations/rectifiers.ts';
export { gelu, geluTanh, logSigmoid, mish, silu, softplus } from './activations/smooth.ts';
export { hardSigmoid, hardTanh, logSoftmax, sigmoid, softmax, tanh } from './activations/squashing.ts';
export { dense, type DenseOptions, type DenseParams, type DenseStart } from './dense.ts';
export { dropout } from './dropout.ts';
export { flatten, type Flatten } from './flatten.ts';
export { input } from './input.ts';
export type { Fans, Initializer } from './initializer.ts';
export * as initializers from './initializers.ts';
export type { AnyLayer, FloatTensor, Layer, None, Part, Unnamed } from './layer.ts';
export { binaryCrossEntropy, binaryCrossEntropyWithLogits } from './losses/binaryCrossEntropy.ts';
export type { AdjustableLoss, Alike, Loss } from './losses/loss.ts';
export { huber, type HuberOptions, meanAbsoluteError, meanSquaredError } from './losses/regression.ts';
export { softmaxCrossEntropy, type SoftmaxCrossEntropy, softmaxCrossEntropyOneHot } from './losses/softmaxCrossEntropy.ts';
export { evaluation, type Mode, train } from './mode.ts';
export type { Model } from './model.ts';
export { named } from './named.ts';
export { parallel } from './parallel.ts';
export { repeat } from './repeat.ts';
export { residual } from './residual.ts';
export { sequential, type Step } from './sequential.ts';
export { showSummary, summary, type Summary, type SummaryRow } from './summary.ts';
