/**
 * A model, its loss and its optimizers for type tests.
 */
import { dim, key, ones, type Tensor, zeros } from '@cotangent/core';
import { dense, evaluation, input, type Mode, relu, softmaxCrossEntropy } from '@cotangent/nn';
import { adam, initialState, makeStep, sgd } from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';

export const model = pipe(input(4), dense('hidden', 8), relu, dense('out', 3));
export const { params, state } = model.init(key(0));
export type Params = typeof params;
export type State = typeof state;

export interface Batch {
  readonly x: Tensor<['batch', 4]>;
  readonly y: Tensor<['batch'], 'i32'>;
}

export const batch: Batch = { x: ones([dim('batch', 6), 4]), y: zeros([dim('batch', 6)], 'i32') };
export const data = { x: ones([12, 4]), y: zeros([12], 'i32') };

export const loss = (p: Params, s: State, { x, y }: Batch, mode: Mode): Tensor<[]> =>
  softmaxCrossEntropy(model.apply(p, s, mode)(x)[0], y);

export const plain = sgd({ rate: 0.1 });
export const optimizer = adam({ rate: 0.001 });
export const step = makeStep({ loss, optimizer });
export const start = initialState({ params, state, optimizer, key: key(1) });
export const scores: Tensor<['batch', 3]> = ones([dim('batch', 6), 3]);
export const size: number = 3;

/** What a layer gives: its output and its state. */
export const given = model.apply(params, state, evaluation)(batch.x);

/** The start of a run with a vector, and with parameters that are none. */
export const vector: Tensor<[2]> = ones([2]);
export const whole: Tensor<[2], 'i32'> = zeros([2], 'i32');
export const nothing = {};
export const vectorStart = initialState({ params: vector, state: nothing, optimizer: plain, key: key(1) });
export const one: Tensor<[]> = ones([]);

/** Parameters in a record of one. */
export const moment = { w: ones([3]) };

/** Batches that arrive later. */
export const arriving = async function* <B>(...all: readonly B[]): AsyncIterable<B> {
  yield* all;
};

/** One of two values, of which the types do not tell; it is the first. */
export const either = <const A, const B>(first: A, _second: B): A | B => first;
