/** Parameters that no optimizer updates, gradients that are not like them, and what is no batch. */
import { type Float, ones, type Tensor, type Tree } from '@cotangent/core';
import {
  adam,
  adamW,
  addDecayedWeights,
  chain,
  clipByGlobalNorm,
  clipByValue,
  constant,
  every,
  fold,
  joinSchedules,
  piecewise,
  scale,
  scaleBySchedule,
  sgd,
  silent,
  trainTestSplit,
} from '@cotangent/train';
import { batch, moment, params, plain, start, step, vector, whole } from '../model.ts';

clipByGlobalNorm(-1);
chain(adam({ rate: 0.1 }), 0.1);
chain([clipByGlobalNorm(1), adam({ rate: 0.1 })]);
chain(clipByGlobalNorm);
clipByGlobalNorm(0);
clipByValue(-0.5);
every(0, silent);
sgd([]);
sgd({ rate: '0.1', momentum: 0.9 });
sgd({ rate: 0.1, momentum: '1' });
sgd({ rate: 0.1, weightDecay: 'small' });
sgd({ rate: 0.1, momentum: 0.9, nesterov: 1 });
adam({});
adam(0.1);
adam(null);
adam({ rate: 'slow' });
adam({ rate: 0.1, beta1: [0.9, 0.999] });
adam({ rte: 0.1 });
adamW(0.1);
adamW({ rate: 0.1, epsilon: '1e-8' });
sgd({ rate: 0.1, momentum: 1.5 });
sgd({ rate: 0.1, momentum: -0.5, nesterov: true });
adam({ rate: 0.1, beta1: 1 });
adamW({ rate: 0.1, beta2: -0.1 });
piecewise({ values: [1, 0.5, 0.25], boundaries: [10] });
piecewise({ values: [], boundaries: [] });
joinSchedules([constant(1), constant(0.5)], [10, 20]);
every(1.5, silent);
trainTestSplit(ones([12, 4]), { test: 2 });
trainTestSplit(ones([12, 4]), { test: 0 });
adam({ rate: 1 }).init(3);
adam({ rate: 1 }).init({ w: 3 });
adamW({ rate: 1 }).init({ w: whole });
sgd({ rate: 1, momentum: 0.5 }).init(whole);
plain.init({ deep: [whole] });
scaleBySchedule(constant(1)).init(undefined);
chain(clipByGlobalNorm(1), adam({ rate: 1 })).init({ w: 'w' });
chain().init({ w: whole });
adam({ rate: 1 }).update({ w: ones([4]) }, adam({ rate: 1 }).init(moment), moment);
adam({ rate: 1 }).update({}, adam({ rate: 1 }).init(moment), moment);
adam({ rate: 1 }).update({ w: ones([3], 'f64') }, adam({ rate: 1 }).init(moment), moment);
plain.update({ ...params, more: vector }, plain.init(params), params);
scale(2).update({ w: ones([4]) }, {}, moment);
scale(2).update(whole, {}, whole);
addDecayedWeights(0.1).update([vector], {}, vector);
chain(scale(2), adam({ rate: 1 })).update(vector, [{}, adam({ rate: 1 }).init(moment)], moment);
sgd({ rate: 0.1, nesterov: true });
sgd({ rate: 0.1, nesterov: true, weightDecay: 0.5 });
fold(step)(start, batch);

export const perhapsAhead = (options: { readonly rate: number; readonly nesterov: boolean }) => sgd(options);
export const anyGradients = <P extends Tree<Float>, Q extends Tree<Float>>(p: P, q: Q) => plain.update(q, plain.init(p), p);
export const wholes = <S extends [3] | [4]>(p: Tensor<S, 'i32'>) => plain.init(p);
export const otherState = adam({ rate: 1 }).update(vector, adam({ rate: 1 }).init(moment), vector);
