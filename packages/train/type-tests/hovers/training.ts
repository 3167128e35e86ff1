import { dim, key, ones, zeros } from '@cotangent/core';
import { dense, input, type Mode, relu, softmaxCrossEntropy } from '@cotangent/nn';
import {
  accuracy,
  adam,
  adamW,
  batches,
  chain,
  clipByGlobalNorm,
  collect,
  confusionMatrix,
  decodeOptimizer,
  fold,
  foldObserved,
  initialState,
  makeStep,
  sgd,
  trainTestSplit,
  warmupCosine,
} from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';

const model = pipe(input(4), dense('hidden', 8), relu, dense('out', 3));
const { params, state } = model.init(key(0));
const data = { x: ones([12, 4]), y: zeros([12], 'i32') };
const inBatches = batches(data, dim('batch', 6));
type Batch = typeof inBatches extends Iterable<infer B> ? B : never;
const loss = (p: typeof params, s: typeof state, { x, y }: Batch, mode: Mode) =>
  softmaxCrossEntropy(model.apply(p, s, mode)(x)[0], y);

// Data.
export const ofSix = batches(data, 6);
export const named = inBatches;
declare const firstBatch: Batch;
export const split = trainTestSplit(data, { test: 0.25 });

// Optimizers and their states.
export const plain = sgd({ rate: 0.1 });
export const heavy = sgd({ rate: 0.1, momentum: 0.9 });
export const heavyState = heavy.init(params);
export const optimizer = chain(clipByGlobalNorm(1), adamW({ rate: warmupCosine({ peak: 0.001, warmup: 10, steps: 100 }) }));
export const optimizerState = optimizer.init(params);
export const adamState = adam({ rate: 0.001 }).init(params);
export const updated = adam({ rate: 0.001 }).update(params, adamState, params);
export const decoded = decodeOptimizer({});

// Steps.
export const start = initialState({ params, state, optimizer, key: key(1) });
export const step = makeStep({ loss, optimizer });
export const stepped = step(start, firstBatch);
export const folded = fold(step)(start, inBatches);
export const weights = folded[0].params.hidden;
export const metrics = folded[1];
export const losses = collect((measured: { readonly loss: number }) => measured.loss);
export const observed = foldObserved(step, () => () => undefined)(start, inBatches);

// Measures.
export const share = accuracy(ones([dim('batch', 6), 3]), zeros([dim('batch', 6)], 'i32'));
export const table = confusionMatrix(ones([dim('batch', 6), 3]), zeros([dim('batch', 6)], 'i32'));

// Names in use.
fold(step)(start, inBatches);
// ^?
makeStep({ loss, optimizer });
// ^?
