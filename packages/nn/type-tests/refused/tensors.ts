import { dim, ones, zeros } from '@cotangent/core';
import {
  binaryCrossEntropy,
  dense,
  evaluation,
  gelu,
  huber,
  leakyRelu,
  meanSquaredError,
  relu,
  softmaxCrossEntropy,
  softmaxCrossEntropyOneHot,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { model, params, state, whole } from '../layers.ts';

meanSquaredError(ones([4, 1]), zeros([4]));
meanSquaredError(ones([4]), zeros([4], 'f64'));
meanSquaredError(whole, whole);
meanSquaredError(zeros([4]))(ones([4, 1]));
binaryCrossEntropy(ones([dim('batch', 4), 1]), zeros([dim('other', 4), 1]));
pipe(ones([4, 1]), binaryCrossEntropy(zeros([4])));
huber(ones([4]), zeros([3]), { delta: 1 });
huber(ones([4]), zeros([4]), { slope: 1 });
softmaxCrossEntropy(ones([dim('batch', 4), 10]), zeros([dim('batch', 4), 10], 'i32'));
softmaxCrossEntropy(ones([4, 10]), zeros([5], 'i32'));
softmaxCrossEntropy(ones([4, 10]), zeros([4]));
softmaxCrossEntropy(zeros([5], 'i32'))(ones([4, 10]));
softmaxCrossEntropyOneHot(ones([4, 10]), zeros([4, 9]));
relu(whole);
relu();
gelu(3);
leakyRelu(whole, 0.1);
leakyRelu('steep');
model.apply(params, state, evaluation)(ones([32, 783]));
model.apply(params, state, evaluation)(ones([32, 784], 'f64'));
model.apply(params, state, evaluation)(ones([784, 32]));
dense(2, 3).apply({ weight: ones([3, 2]), bias: ones([3]) }, {}, evaluation)(ones([2]));
