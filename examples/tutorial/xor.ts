/**
 * The tutorial's program: XOR learnt by a 2-2-1 network of sigmoids.
 */
import { foldIn, key, type Key, tensor, type Tensor } from '@cotangent/core';
import { binaryCrossEntropy, dense, evaluation, input, type Mode, type None, sigmoid } from '@cotangent/nn';
import { initialState, makeStep, sgd } from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';

/** The four examples. */
export const examples = {
  x: tensor([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]),
  y: tensor([[0], [1], [1], [0]]),
};

/** `[...B, 2] -> [...B, 1]`, initialized as PyTorch does. */
export const model = pipe(input(2), dense('hidden', 2), sigmoid, dense('output', 1), sigmoid);

/** The model's parameters: `{ hidden: { weight, bias }, output: { weight, bias } }`. */
export type Params = ReturnType<typeof model.init>['params'];

type Examples = typeof examples;

const loss = (params: Params, state: None, { x, y }: Examples, mode: Mode): Tensor<[]> =>
  binaryCrossEntropy(model.apply(params, state, mode)(x)[0], y);

/** The optimizer of the tutorial: plain gradient descent. */
const descent = (rate: number) => sgd({ rate });

/** Where a run begins: everything random in it comes from the key. */
export const start = (from: Key, rate: number) => {
  const { params, state } = model.init(foldIn(from, 'params'));
  return initialState({ params, state, optimizer: descent(rate), key: foldIn(from, 'training') });
};

/** The start for a seed. */
export const startFrom = (seed: number, rate: number) => start(key(seed), rate);

/** The training step, for a learning rate. */
export const trainingStep = (rate: number) => makeStep({ loss, optimizer: descent(rate) });

/** What the network says of the four examples. */
export const predictions = (params: Params): Tensor<[4, 1]> => model.apply(params, {}, evaluation)(examples.x)[0];
