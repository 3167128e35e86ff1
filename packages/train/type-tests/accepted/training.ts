import { dim, type Float, key, mean, multiply, ones, scalar, sum, type Tensor, zeros } from '@cotangent/core';
import { evaluation } from '@cotangent/nn';
import {
  accuracy,
  type Adam,
  adam,
  type AdamState,
  adamW,
  addDecayedWeights,
  applyUpdates,
  batches,
  chain,
  clipByGlobalNorm,
  clipByValue,
  collect,
  confusionMatrix,
  cosineDecay,
  epochs,
  every,
  fold,
  foldAsync,
  foldObserved,
  initialState,
  joinSchedules,
  linear,
  lineChart,
  logLines,
  makeStep,
  type MomentumState,
  type Observer,
  observers,
  piecewise,
  type Reducer,
  repeat,
  scale,
  scaleBySchedule,
  type Schedule,
  sgd,
  type StateKind,
  trainTestSplit,
  type TrainState,
  type Transformation,
  warmupCosine,
} from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
import { type Batch, batch, data, model, type Params, params, scores, start, type State, state, step } from '../model.ts';

/** Holds when two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(answer: Same<A, B>): boolean => answer;

// The state of a run follows from the parameters and the optimizer.
same<typeof start, TrainState<Params, State, AdamState<Params>>>(true);
export const [next, metrics] = step(start, batch);
same<typeof next, typeof start>(true);
same<typeof metrics, { readonly loss: Tensor<[]> }>(true);
export const weights: Tensor<[4, 8]> = fold(step)(start, repeat(3, batch))[0].params.hidden.weight;
export const variance: Tensor<[8]> = next.optimizer.variance.hidden.bias;

// A loss with a state and metrics of its own.
export const measured = makeStep({
  loss: (p: Tensor<[2]>, s: { readonly runs: Tensor<[]> }, x: Tensor<[2]>) =>
    [sum(multiply(p, x)), { state: s, metrics: { twice: multiply(p, 2) } }] as const,
  optimizer: sgd({ rate: 0.1, momentum: 0.9 }),
});
export const begin = initialState({
  params: ones([2]),
  state: { runs: scalar(0) },
  optimizer: sgd({ rate: 0.1, momentum: 0.9 }),
  key: key(0),
});
same<typeof begin.optimizer, MomentumState<Tensor<[2]>>>(true);
export const twice: Tensor<[2]> | undefined = fold(measured)(begin, [ones([2])])[1]?.twice;

// Optimizers.
export const schedule: Schedule = joinSchedules([linear({ from: 0, to: 1, steps: 5 }), cosineDecay({ from: 1, steps: 9 })], [5]);
export const chained = chain(clipByGlobalNorm(1), clipByValue(2), adamW({ rate: schedule }), addDecayedWeights(0.1), scale(0.5));
export const [, , inChain] = chained.init(params);
export const mean_: Params = inChain.mean;
export const counted: Tensor<[], 'i32'> = scaleBySchedule(piecewise({ values: [1, 0.1], boundaries: [10] })).init(params).count;
export const updated: Params = applyUpdates(params, params);
export const [updates, after] = adam({ rate: warmupCosine({ peak: 1, warmup: 3, steps: 9 }) }).update(
  params,
  adam({ rate: 1 }).init(params),
  params,
);
same<typeof updates, Params>(true);
same<typeof after, AdamState<Params>>(true);

// Data.
export const inBatches: Iterable<{ readonly x: Tensor<[3, 4]>; readonly y: Tensor<[3], 'i32'> }> = batches(data, 3);
export const named: Iterable<Batch> = batches(data, dim('batch', 5), { key: key(1) });
export const [trained] = fold(step)(
  start,
  epochs(2, (epoch) => batches(data, dim('batch', 4), { key: key(epoch) })),
);
export const [train, test] = trainTestSplit(data, { test: 0.25 });
export const trainX: Tensor<['train', 4]> = train.x;
export const testY: Tensor<['test'], 'i32'> = test.y;

// Metrics.
export const share: Tensor<[]> = accuracy(scores, batch.y);
export const later: Tensor<[]> = pipe(scores, accuracy(batch.y));
export const table: Tensor<[3, 3], 'i32'> = confusionMatrix(scores, batch.y);
export const ofModel: Tensor<[]> = accuracy(model.apply(params, state, evaluation)(batch.x)[0], batch.y);

// Observers.
export const losses = collect((m: typeof metrics) => m.loss);
export const both: Observer<typeof start, typeof metrics> = observers(losses.observer, every(10, losses.observer));
export const observed: Tensor<[4, 8]> = foldObserved(step, both)(start, [batch])()[0].params.hidden.weight;
export const later2: Promise<Params> = foldAsync(step)(start, [Promise.resolve(batch)])().then(([s]) => s.params);
export const arrived: Promise<Params> = fold(step)(start, arriving())().then(([s]) => s.params);
export const chart: string = lineChart(losses.values().map((one) => one.item()));
declare const arriving: () => AsyncGenerator<Batch>;
export const lines: Observer = logLines({ write: (line) => line.length });

// Generic bodies.
export const once = <P>(tree: P, optimizer: Transformation<Adam>): P =>
  applyUpdates(tree, optimizer.update(tree, optimizer.init(tree), tree)[0]);
export const run = <S, B, M>(reducer: Reducer<S, B, M>, from: S, all: readonly B[]): S => fold(reducer)(from, all)[0];
export const anyOptimizer = <K extends StateKind>(optimizer: Transformation<K>) =>
  makeStep({ loss: (p: Tensor<[2]>, _s: State, x: Tensor<[2]>) => mean(multiply(p, x)), optimizer });
export const anyDType = <D extends Float>(p: Tensor<[2], D>) =>
  makeStep({ loss: (q: Tensor<[2], D>) => sum(q), optimizer: sgd({ rate: 1 }) })(
    initialState({ params: p, state: {}, optimizer: sgd({ rate: 1 }), key: key(0) }),
    zeros([]),
  )[0].params;
