import { dim, type Float, key, matmul, multiply, ones, scalar, sum, type Tensor, type Tree, zeros } from '@cotangent/core';
import { dense, input, softmaxCrossEntropy } from '@cotangent/nn';
import {
  adam,
  type AdamState,
  applyUpdates,
  chain,
  clipByGlobalNorm,
  fold,
  foldAsync,
  foldObserved,
  initialState,
  makeStep,
  sgd,
  silent,
} from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
import {
  arriving,
  type Batch,
  batch,
  data,
  loss,
  model,
  optimizer,
  type Params,
  params,
  plain,
  start,
  type State,
  state,
  step,
} from '../model.ts';

makeStep({ loss, optimizer: 'adam' });
makeStep({ loss, optimizer: sgd });
makeStep({ loss });
makeStep({ loss, optimizer, engine: 'wasm' });
makeStep({ loss, optimizer, eager: true });
makeStep({ loss, optimiser: optimizer });
makeStep({ los: loss, optimizer });
makeStep({ loss, optimizer, metric: {} });
makeStep(optimizer, loss);
makeStep(loss, plain);
makeStep(sgd({ rate: 0.1 }), (p, x) => multiply(p, x));
makeStep({ loss, optimizer }, 3);
step(start, data);
step(start, batch.x);
step(start, { x: batch.x, y: ones([dim('batch', 6)]) });
step(start, { x: ones([6, 4]), y: zeros([6], 'i32') });
step(start, { x: batch.x });
step(params, batch);
step(initialState({ params, state, optimizer: plain, key: key(1) }), batch);
step(initialState({ params: params.hidden, state, optimizer, key: key(1) }), batch);
step(initialState({ params: pipe(input(5), dense('hidden', 8)).init(key(0)).params, state, optimizer, key: key(1) }), batch);
step({ ...start, key: 1 }, batch);
step({ ...start, step: scalar(0) }, batch);
initialState({ params, state, optimizer, key: 1 });
initialState({ params, state, key: key(1) });
initialState({ params, state, optimizer: sgd, key: key(1) });
fold(step)(start, batch);
fold(step)(start, [data]);
fold(step)(start, [batch, batch.x]);
fold(step)(params, [batch]);
fold(step)(initialState({ params, state, optimizer: plain, key: key(1) }), [batch]);
fold(model)(start, [batch]);
fold((sum: number, x: string) => sum + x.length)(0, ['a']);
fold(step)(start, arriving(data));
foldObserved(step, silent)(start, arriving(batch));
foldObserved(step)(start, [batch]);
foldObserved(step, silent)(start, [data]);
foldAsync(step)(start, [data]);
foldAsync(step, 3)(start, [batch]);

// Parameters without a type.
export const noTypes = () => makeStep({ loss: (p, x) => sum(multiply(p, x)), optimizer });
export const noTypesBeside = () => makeStep({ loss: (p, s) => [sum(multiply(p, 2)), { state: s, metrics: {} }], optimizer });

export const endOfTask = () => fold(step)(start, arriving(batch))[0];
export const insideLoss = () =>
  makeStep({ loss: (p: Params, s: State, { x, y }: Batch) => softmaxCrossEntropy(matmul(x, p.out.weight), y), optimizer });
export const generic = <P, Q>(f: (p: P) => Tensor<[]>, q: Q) =>
  makeStep({ loss: f, optimizer })(initialState({ params: q, state: {}, optimizer, key: key(0) }), batch);
export const otherState = <P>(p: P) => chain(clipByGlobalNorm(1), adam({ rate: 1 })).update(p, adam({ rate: 1 }).init(p), p);

// Parameters that depend on a type parameter whose bound does not say that they are floats.
export const unbound = <P>(params: P) => applyUpdates(params, params);
export const anyTree = <P extends Tree>(params: P) => applyUpdates(params, params);
export const partUnbound = <P>(params: { readonly left: P; readonly right: Tensor<[2]> }) => applyUpdates(params, params);
export const integers = <P extends Tree<'i32'>>(params: P) => applyUpdates(params, params);
export const unboundStart = <P>(params: P) => initialState({ params, state: {}, optimizer: sgd({ rate: 0.1 }), key: key(0) });
export const treeStart = <P extends Tree>(params: P) =>
  initialState({ params, state: {}, optimizer: sgd({ rate: 0.1 }), key: key(0) });
export const unboundState = <P extends Tree<Float>, S>(params: P, state: S) =>
  initialState({ params, state, optimizer: sgd({ rate: 0.1 }), key: key(0) });
export const unboundMemory = <P>(params: P) => sgd({ rate: 0.1 }).init(params);
export const unboundUpdates = <P>(params: P, state: AdamState<P>) => adam({ rate: 0.1 }).update(params, state, params);
