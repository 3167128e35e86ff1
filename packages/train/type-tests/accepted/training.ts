import {
  add,
  dim,
  type Float,
  key,
  mapTree,
  mean,
  multiply,
  negate,
  ones,
  scalar,
  sum,
  type Tensor,
  type Tree,
  zeros,
} from '@cotangent/core';
import { evaluation } from '@cotangent/nn';
import {
  accuracy,
  type Adam,
  adam,
  type AdamOptions,
  type AdamState,
  adamW,
  addDecayedWeights,
  applyUpdates,
  batches,
  chain,
  type Chained,
  clipByGlobalNorm,
  clipByValue,
  collect,
  confusionMatrix,
  constant,
  cosineDecay,
  type Counting,
  epochs,
  every,
  fold,
  foldAsync,
  type Folded,
  foldObserved,
  initialState,
  joinSchedules,
  linear,
  lineChart,
  logLines,
  makeStep,
  type Momentum,
  type MomentumOptions,
  type MomentumState,
  type Observer,
  observers,
  type Optimizer,
  piecewise,
  type PiecewiseOptions,
  type Reducer,
  repeat,
  scale,
  scaleBySchedule,
  type Schedule,
  sgd,
  type StateKind,
  type Stateless,
  type TrainState,
  trainTestSplit,
  type Transformation,
  warmupCosine,
} from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
import type { Task } from 'fp-ts/lib/Task.js';
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
export const once = <P extends Tree<Float>>(tree: P, optimizer: Transformation<Adam>): P =>
  applyUpdates(tree, optimizer.update(tree, optimizer.init(tree), tree)[0]);
export const run = <S, B, M>(reducer: Reducer<S, B, M>, from: S, all: readonly B[]): S => fold(reducer)(from, all)[0];
export const anyOptimizer = <K extends StateKind>(optimizer: Transformation<K>) =>
  makeStep({ loss: (p: Tensor<[2]>, _s: State, x: Tensor<[2]>) => mean(multiply(p, x)), optimizer });
export const anyDType = <D extends Float>(p: Tensor<[2], D>) =>
  makeStep({ loss: (q: Tensor<[2], D>) => sum(q), optimizer: sgd({ rate: 1 }) })(
    initialState({ params: p, state: {}, optimizer: sgd({ rate: 1 }), key: key(0) }),
    zeros([]),
  )[0].params;

// Of whatever parameters: a function generic in them is checked once.
export const descended = <P extends Tree<Float>>(p: P, gradients: P): P => {
  const adaptive = chain(clipByGlobalNorm(1), adam({ rate: 0.1 }));
  return applyUpdates(p, adaptive.update(gradients, adaptive.init(p), p)[0]);
};
export const freely = <P extends Tree<Float>>(p: P): AdamState<P> =>
  adam({ rate: 0.1 }).update(p, adam({ rate: 0.1 }).init(p), p)[1];
export const passedOn: Transformation<Adam> = adamW({ rate: 0.1 });
export const inList: readonly Transformation<Counting>[] = [
  sgd({ rate: 1 }),
  scaleBySchedule(linear({ from: 1, to: 0, steps: 2 })),
];
export const own: Transformation<Stateless> = { init: () => ({}), update: (gradients, s) => [gradients, s] };
export const checkedOwn: Optimizer<Chained<[Stateless]>> = chain(own);
export const opposite: Transformation<Stateless> = {
  init: () => ({}),
  update: (gradients, s) => [mapTree((g) => multiply(g, -1), gradients), s],
};
export const decaying: Transformation<Stateless> = {
  init: () => ({}),
  update: (gradients, s, p) => [mapTree((g, w) => negate(add(g, multiply(w, 0.1))), gradients, p), s],
};
interface VelocityState<P> {
  readonly velocity: P;
}
interface Velocity extends StateKind {
  readonly state: VelocityState<this['params']>;
}
export const heavyBall: Transformation<Velocity> = {
  init: (p) => ({ velocity: mapTree((w) => multiply(w, 0), p) }),
  update: (gradients, { velocity: before }) => {
    const velocity = mapTree((v, g) => add(multiply(v, 0.9), g), before, gradients);
    return [velocity, { velocity }];
  },
};
export const checkedOwns: Optimizer<Chained<[Stateless, Velocity, Stateless]>> = chain(decaying, heavyBall, opposite);
export const ofInterface: VelocityState<Layered> = heavyBall.init<Layered>({ w: ones([2]) });
export const ofInterfaces: VelocityState<readonly Layered[]> = heavyBall.init<readonly Layered[]>([{ w: ones([2]) }]);
export const ofOneTensor: VelocityState<Tensor<[2]>> = heavyBall.init(ones([2]));
export const ofAnyObject = <P extends object>(p: P): VelocityState<P> => heavyBall.init(p);
export const inInterface = adam({ rate: 1 }).init<Layered>({ w: ones([2]) }).mean.w;
interface Layered {
  readonly w: Tensor<[2]>;
}

// A momentum that may be missing.
export const settings = (options: { readonly rate: number; readonly momentum?: number }) => {
  const either = sgd(options);
  same<typeof either, Optimizer<Counting | Momentum>>(true);
  const from = initialState({ params: ones([2]), state: {}, optimizer: either, key: key(0) });
  const ran = makeStep({ loss: (p: Tensor<[2]>) => sum(p), optimizer: either })(from, ones([]))[0];
  same<typeof ran.params, Tensor<[2]>>(true);
  return ran.optimizer.count;
};
export const missing = sgd({ rate: 0.1, momentum: undefined as number | undefined, weightDecay: 0.5, nesterov: false });
export const notAhead: Optimizer<Counting | Momentum> = sgd({ rate: 0.1, nesterov: false });

// Batches of any kind.
export const inSet: Tensor<[]> | undefined = fold(step)(start, new Set([batch]))[1]?.loss;
export const inGenerator = fold(step)(start, batches(data, dim('batch', 4)))[0].params;
export const listed = adam({ rate: 1 }).update([ones([2]), ones([])], adam({ rate: 1 }).init([ones([2]), ones([])]), [
  ones([2]),
  ones([]),
]);
export const inTime: Task<Folded<typeof start, { readonly loss: Tensor<[]> }>> = fold(step)(start, arriving());
export const none = fold(step)(start, [])[1];

// Numbers and lists that only run time knows, or that are in range.
export const ranged = [
  sgd({ rate: 0.1, momentum: 0 }),
  adam({ rate: 0.1, beta1: 0, beta2: 0.999 }),
  piecewise({ values: [1], boundaries: [] }),
  piecewise({ values: [1, 0.5, 0.25], boundaries: [10, 20] }),
  joinSchedules([constant(1), constant(0.5)], [10]),
];
export const anyNumbers = (momentum: number, values: readonly number[], boundaries: readonly number[], given: AdamOptions) => [
  sgd({ rate: 0.1, momentum }),
  adam(given),
  adamW({ ...given, beta1: momentum }),
  piecewise({ values, boundaries }),
  piecewise({ values: [1, 0.5], boundaries }),
  joinSchedules([constant(1), constant(0.5)], boundaries),
];
export const anyPiece = (given: PiecewiseOptions) => piecewise(given);
export const anyMomentum = (given: MomentumOptions): Optimizer<Momentum> => sgd(given);
