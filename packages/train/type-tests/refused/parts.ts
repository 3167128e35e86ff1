import { type AnyDimension, type Dim, dim, type DType, ones, scalar, type Tensor, zeros } from '@cotangent/core';
import {
  accuracy,
  adam,
  adamW,
  addDecayedWeights,
  batches,
  chain,
  clipByGlobalNorm,
  clipByValue,
  collect,
  confusionMatrix,
  constant,
  cosineDecay,
  epochs,
  every,
  exponentialDecay,
  joinSchedules,
  linear,
  lineChart,
  logLines,
  observers,
  piecewise,
  repeat,
  scale,
  scaleBySchedule,
  sgd,
  silent,
  trainTestSplit,
  warmupCosine,
} from '@cotangent/train';
import { either, batch, data, given, params, plain, scores, size } from '../model.ts';

sgd();
sgd({});
sgd(0.1);
sgd({ rate: '0.1' });
sgd({ rate: 0.1, nesterov: true });
sgd({ rate: 0.1, decay: 0.9 });
sgd({ rate: (step: number) => 1 / step });
adam({ rate: 0.1, beta3: 0.9 });
adam({ beta1: 0.9 });
adam({ rate: 0.1, mask: () => true });
adamW({ rate: 0.1, mask: 'bias' });
adamW({ rate: 0.1, mask: (path: string) => path });
adam({ rate: linear });
chain(sgd({ rate: 1 }), 0.1);
chain(sgd);
chain(adam({ rate: 1 })).update(params, adam({ rate: 1 }).init(params), params);
adam({ rate: 1 }).update(params, plain.init(params), params);
plain.update(params, plain.init(params));
clipByGlobalNorm('1');
clipByValue();
addDecayedWeights(0.1, ['bias']);
scale(scalar(2));
scaleBySchedule(0.1);
constant('1');
linear({ from: 0, to: 1 });
linear({ from: 0, to: 1, steps: 5, warmup: 1 });
exponentialDecay({ from: 1, factor: 0.9 });
cosineDecay({ to: 0, steps: 3 });
warmupCosine({ peak: 1, steps: 3 });
piecewise({ values: 1, boundaries: [1] });
joinSchedules([], []);
joinSchedules([0.1, linear({ from: 0, to: 1, steps: 5 })], [1]);
batches(data, size);
batches(data, 'batch');
export const unnamed = (n: AnyDimension) => batches(data, n);
batches(data, 3, { shuffle: true });
batches(data, 3, { key: 1 });
repeat(batch, 3);
epochs(2, [batch]);
epochs(2, () => data);
trainTestSplit(data);
trainTestSplit(data, { test: '25%' });
accuracy(given, batch.y);
accuracy(scores, given);
accuracy(batch.y)(given);
confusionMatrix(given, batch.y);
accuracy(scores, zeros([dim('other', 6)], 'i32'));
accuracy(scores, ones([dim('batch', 6)]));
accuracy(scores, scores);
accuracy(ones([6, 3], 'i32'), zeros([6], 'i32'));
accuracy(zeros([5], 'i32'))(ones([6, 3]));
accuracy(zeros([5], 'i32'))(ones([6, 3], 'i32'));
accuracy(ones([6]))(ones([6, 3]));
accuracy(ones([]), zeros([], 'i32'));
accuracy(ones([6, 0]), zeros([6], 'i32'));
accuracy(zeros([6], 'i32'))(ones([6, 0]));
confusionMatrix(ones([0]), zeros([], 'i32'));
confusionMatrix(zeros([], 'i32'))(ones([]));
accuracy(ones([6, 3]), zeros([6], either('f32', 'i32')));
accuracy(ones([6, 3], either('i32', 'f32')), zeros([6], 'i32'));
confusionMatrix(scores, zeros([5], 'i32'));
confusionMatrix(ones([]), zeros([], 'i32'));
every('10', silent);
observers(3);
collect('loss');
logLines('log');
lineChart(scores);
lineChart([1, 2], { colour: 'red' });

export const noTensors = <B extends string>(y: Tensor<[B], 'i32'>) => accuracy(scores, y);
export const anyLabels = <I extends DType>(y: Tensor<['batch'], I>) => accuracy(scores, y);
export const otherLabels = <B extends Dim>(y: Tensor<[B], 'i32'>) => accuracy(y)(scores);
