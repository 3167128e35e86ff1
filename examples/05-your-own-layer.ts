/**
 * A layer of your own, and the proof that its gradient is right, or the report that says where it is wrong.
 */
import {
  add,
  type Key,
  key,
  mean,
  multiply,
  normal,
  ones,
  rsqrt,
  type Shape,
  spec,
  subtract,
  type Tensor,
  variance,
  zeros,
} from '@cotangent/core';
import { customJvp } from '@cotangent/grad';
import { checkGradient, gradientProperty, real, tensors } from '@cotangent/grad/testing';
import { dense, evaluation, type Layer, type None, relu, sequential } from '@cotangent/nn';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';

// Layer normalization (Ba, Kiros & Hinton 2016): (x - mean) / sqrt(variance + epsilon) * scale + shift, over the last axis.
type Params = { readonly scale: Tensor<[8]>; readonly shift: Tensor<[8]> };

const layerNorm: Layer<Params, None, [8], [8]> = {
  kind: 'layerNorm',
  input: spec([8]),
  output: spec([8]),
  init: () => ({ params: { scale: ones([8]), shift: zeros([8]) }, state: {} }),
  apply:
    ({ scale, shift }, state) =>
    <B extends Shape>(x: Tensor<[...B, 8]>) => {
      const centered = subtract(x, mean(x, -1, { keepDims: true }));
      const normalized = multiply(centered, rsqrt(add(variance(x, -1, { keepDims: true }), 1e-5)));
      return [add(multiply(normalized, scale), shift), state];
    },
};

// It composes like any other, under any leading dimensions.
const model = sequential(dense(4, 8), layerNorm, relu, dense(8, 1));
const draw = (from: Key) => model.init(from).params;
const [y] = model.apply(draw(key(0)), model.init(key(0)).state, evaluation)(normal(key(1), [5, 4]));
console.log('five rows through the model =', y);

// Its gradient in input and parameters, first and second order, forward mode, reverse mode and batched, at one point:
const normalize = (x: Tensor<[8]>, params: Params) => layerNorm.apply(params, {}, evaluation)(x)[0];
const point = [normal(key(2), [8]), { scale: normal(key(3), [8]), shift: normal(key(4), [8]) }] as const;
const checked = checkGradient(normalize, point, { names: ['x', 'params'] });
console.log(
  '\nlayerNorm at a point:',
  E.isRight(checked) ? `right in ${checked.right.compared} numerical comparisons` : String(checked.left),
);

// and as a property at points that fast-check draws, which is how to put it into your tests:
fc.assert(
  gradientProperty((x: Tensor<[3], 'f64'>) => multiply(x, x), fc.tuple(tensors([3], real))),
  { numRuns: 20, seed: 1 },
);
console.log('square at 20 points: right');

// A wrong rule does not get away with it. Somebody forgets the factor 2 in the derivative of a square:
const wrongSquare = customJvp(
  (x: Tensor<[3]>) => multiply(x, x),
  ([x], [t]) => multiply(x, t),
);
const refused = checkGradient(wrongSquare, [normal(key(5), [3])], { names: ['x'] });
console.log(`\na wrong square:\n${E.isLeft(refused) ? String(refused.left) : 'slipped through'}`);
