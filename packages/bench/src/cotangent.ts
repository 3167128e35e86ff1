/**
 * The workloads in Cotangent, as a user writes them: layers, a loss, `sgd`, a compiled step, a fold.
 */
import { type AnyTensor, fromArray, key } from '@cotangent/core';
import { binaryCrossEntropy, dense, input, relu, sigmoid, softmaxCrossEntropyOneHot } from '@cotangent/nn';
import { fold, initialState, makeStep, type Reducer, repeat, sgd } from '@cotangent/train';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Contender, Trainer } from './workloads.ts';

const orThrow = <A>(decoded: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(decoded)) throw new Error(decoded.left.message);
  return decoded.right;
};

/** Goes on from where the last call stopped. */
const trainer = <S, B, M extends { readonly loss: AnyTensor }>(step: Reducer<S, B, M>, start: S, batch: B): Trainer => {
  let state = start;
  return (steps) => {
    const [next, metrics] = fold(step)(state, repeat(steps, batch));
    state = next;
    return Number(metrics?.loss.item());
  };
};

export const cotangent: Contender = {
  name: 'Cotangent (reference)',
  xor: ({ layers: [hidden, out], x, y, rate }) => {
    const model = pipe(input(2), dense('hidden', 2), sigmoid, dense('out', 1), sigmoid);
    const optimizer = sgd({ rate });
    const params = {
      hidden: { weight: orThrow(fromArray(hidden.weight, [2, 2])), bias: orThrow(fromArray(hidden.bias, [2])) },
      out: { weight: orThrow(fromArray(out.weight, [2, 1])), bias: orThrow(fromArray(out.bias, [1])) },
    };
    const batch = { x: orThrow(fromArray(x, [4, 2])), y: orThrow(fromArray(y, [4, 1])) };
    const step = makeStep({
      loss: (p: typeof params, s: {}, data: typeof batch, mode) => binaryCrossEntropy(model.apply(p, s, mode)(data.x)[0], data.y),
      optimizer,
    });
    return trainer(step, initialState({ params, state: {}, optimizer, key: key(0) }), batch);
  },
  mlp: ({ layers: [hidden, out], x, y, rate }) => {
    const model = pipe(input(784), dense('hidden', 128), relu, dense('out', 10));
    const optimizer = sgd({ rate });
    const params = {
      hidden: { weight: orThrow(fromArray(hidden.weight, [784, 128])), bias: orThrow(fromArray(hidden.bias, [128])) },
      out: { weight: orThrow(fromArray(out.weight, [128, 10])), bias: orThrow(fromArray(out.bias, [10])) },
    };
    const batch = { x: orThrow(fromArray(x, [64, 784])), y: orThrow(fromArray(y, [64, 10])) };
    const step = makeStep({
      loss: (p: typeof params, s: {}, data: typeof batch, mode) =>
        softmaxCrossEntropyOneHot(model.apply(p, s, mode)(data.x)[0], data.y),
      optimizer,
    });
    return trainer(step, initialState({ params, state: {}, optimizer, key: key(0) }), batch);
  },
};
