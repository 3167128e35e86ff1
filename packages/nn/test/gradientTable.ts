/**
 * How the gradient of every function that nn exports is checked.
 */
import { add, key, type Shape, square, type Tensor } from '@cotangent/core';
import {
  awayFrom,
  between,
  type Domain,
  gradientCase,
  type GradientRow,
  type GradientTable,
  integers,
  real,
  tensors,
  unitInterval,
} from '@cotangent/grad/testing';
import * as fc from 'fast-check';
import { pipe } from 'fp-ts/lib/function.js';
import * as nn from '../src/index.ts';

const noTensors = { none: 'makes no tensor of others' };

type Pointwise = (x: Tensor<[2, 3], 'f64'>) => Tensor<[2, 3], 'f64'>;

const on = (f: Pointwise, domain: Domain<'f64'>): GradientRow => ({
  [domain.name]: gradientCase((x) => f(x), fc.tuple(tensors([2, 3], domain))),
});

/** Also where a formula that is not written for it overflows or cancels. */
const smooth = (f: Pointwise): GradientRow => ({ ...on(f, real), ...on(f, between(-40, 40)) });

/** A layer as a function of its input and its parameters. */
const layer = <P, S, A extends Shape, C extends Shape>(
  model: nn.Layer<P, S, A, C, 'f64'>,
  inputs: fc.Arbitrary<Tensor<[2, ...A], 'f64'>>,
  mode: nn.Mode = nn.evaluation,
): GradientRow => ({
  'in input and parameters': gradientCase(
    (x: Tensor<[2, ...A], 'f64'>, params: P) => model.apply(params, model.init(key(0)).state, mode)<[2]>(x)[0],
    fc.tuple(
      inputs,
      fc.nat().map((seed) => model.init(key(seed)).params),
    ),
  ),
});

const matrix = tensors([2, 3], real);
const f64 = { dtype: 'f64' } as const;
const small = nn.dense(3, 2, f64);

/** Two tensors whose differences keep clear of kinks. */
const clear = (...kinks: readonly number[]) =>
  fc.tuple(matrix, tensors([2, 3], awayFrom(...kinks))).map(([target, error]) => [add(target, error), target] as const);

const labels = tensors([2], integers(0, 2));

export const nnTable: GradientTable = {
  activation: { 'of a function of users': gradientCase((x) => nn.activation('square', square)(x), fc.tuple(matrix)) },
  relu: on(nn.relu, awayFrom(0)),
  leakyRelu: on(nn.leakyRelu(0.1), awayFrom(0)),
  elu: on(nn.elu(0.5), awayFrom(0)),
  selu: on(nn.selu, awayFrom(0)),
  gelu: smooth(nn.gelu),
  geluTanh: smooth(nn.geluTanh),
  silu: smooth(nn.silu),
  mish: smooth(nn.mish),
  softplus: smooth(nn.softplus),
  logSigmoid: smooth(nn.logSigmoid),
  sigmoid: smooth(nn.sigmoid),
  tanh: smooth(nn.tanh),
  softmax: smooth(nn.softmax),
  logSoftmax: smooth(nn.logSoftmax),
  hardTanh: on(nn.hardTanh, awayFrom(-1, 1)),
  hardSigmoid: {
    'between and beyond the kinks': gradientCase((x) => nn.hardSigmoid(x), fc.tuple(tensors([2, 3], between(-2.75, 2.75)))),
  },

  dense: layer(small, matrix),
  sequential: layer(nn.sequential(small, nn.tanh, nn.dense(2, 4, f64)), matrix),
  named: layer(pipe(nn.input([3], 'f64'), nn.named('first', small), nn.dense('second', 1)), matrix),
  parallel: layer(nn.parallel(small, nn.sequential(nn.dense(3, 1, f64), nn.sigmoid)), matrix),
  residual: layer(nn.residual(nn.sequential(small, nn.silu, nn.dense(2, 3, f64))), matrix),
  repeat: layer(nn.repeat(3, nn.sequential(nn.dense(3, 3, f64), nn.tanh)), matrix),
  flatten: layer(pipe(nn.input([3, 2], 'f64'), nn.flatten, nn.dense('out', 2)), tensors([2, 3, 2])),
  dropout: layer(nn.sequential(nn.dense(3, 8, f64), nn.dropout(0.5)), matrix, nn.train(key(1))),
  input: noTensors,
  train: noTensors,
  summary: noTensors,
  showSummary: noTensors,

  meanSquaredError: { 'of two matrices': gradientCase((x, y) => nn.meanSquaredError(x, y), fc.tuple(matrix, matrix)) },
  meanAbsoluteError: { 'away from equality': gradientCase((x, y) => nn.meanAbsoluteError(x, y), clear(0)) },
  huber: { 'away from its kinks': gradientCase((x, y) => nn.huber(x, y), clear(-1, 1)) },
  binaryCrossEntropy: {
    'inside the unit interval': gradientCase(
      (p, y) => nn.binaryCrossEntropy(p, y),
      fc.tuple(tensors([2, 3], between(0.25, 0.75)), tensors([2, 3], unitInterval)),
    ),
    // Above 10 the rounding of the probability blurs the derivative more than the checker allows.
    'after a sigmoid': gradientCase(
      (x, y) => nn.binaryCrossEntropy(nn.sigmoid(x), y),
      fc.tuple(tensors([2, 3], between(-40, 10)), tensors([2, 3], unitInterval)),
    ),
  },
  binaryCrossEntropyWithLogits: {
    'of logits and soft targets': gradientCase(
      (x, y) => nn.binaryCrossEntropyWithLogits(x, y),
      fc.tuple(matrix, tensors([2, 3], unitInterval)),
    ),
    'of large logits': gradientCase(
      (x, y) => nn.binaryCrossEntropyWithLogits(x, y),
      fc.tuple(tensors([2, 3], between(-40, 40)), tensors([2, 3], unitInterval)),
    ),
  },
  softmaxCrossEntropy: { 'of logits': gradientCase((x, y) => nn.softmaxCrossEntropy(x, y), fc.tuple(matrix, labels)) },
  softmaxCrossEntropyOneHot: {
    'of logits and soft targets': gradientCase(
      (x, y) => nn.softmaxCrossEntropyOneHot(x, y),
      fc.tuple(matrix, tensors([2, 3], unitInterval)),
    ),
  },
};
