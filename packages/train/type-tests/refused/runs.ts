/** What a run starts from, what its steps are made of, and the batches that it goes over. */
import { key, ones, zeros } from '@cotangent/core';
import {
  accuracy,
  adam,
  batches,
  confusionMatrix,
  cosineDecay,
  epochs,
  exponentialDecay,
  fold,
  initialState,
  linear,
  makeStep,
  repeat,
  sgd,
  trainTestSplit,
  warmupCosine,
} from '@cotangent/train';
import { arriving, batch, data, loss, optimizer, params, scores, start, state, step } from '../model.ts';

initialState({ params, state, optimizer, seed: 0 });
initialState({ params, state, optimizer, key: key(0), seed: 0 });
initialState({ params, state, optimizer });
initialState({ params, optimizer, key: key(0) });
initialState({ params, state, optimizer: sgd, key: key(0) });
initialState({ params, state, optimizer: adam, key: key(0) });
initialState({ params, state, optimizer, key: 0 });
makeStep({ loss });
makeStep({ optimizer });
makeStep({ loss, optimizer: sgd });
makeStep({ loss, optimizer: 0.1 });
makeStep({ loss, optimizer: { rate: 0.1 } });
fold(step)(start, batches(data, 4));
fold(step)(start, [{ x: ones([6, 4]), y: zeros([6], 'i32') }]);
fold(step)(start, arriving({ x: batch.x, y: batch.x }));
fold(step)(start, [{ x: batch.x }]);
epochs(2, batches(data, 4));
epochs(2, () => data);
epochs(0, () => [batch]);
repeat(0, batch);
repeat(2.5, batch);
linear({ from: 1, to: 0, steps: 2.5 });
exponentialDecay({ from: 1, factor: 0, steps: 10 });
exponentialDecay({ from: 1, factor: 0.5, steps: -1 });
cosineDecay({ from: 1, steps: 0 });
warmupCosine({ peak: 1, warmup: 0, steps: 10 });
accuracy(batch.y, scores);
accuracy(scores);
accuracy(ones([4], 'f64'));
confusionMatrix(batch.y, scores);
confusionMatrix(scores);
trainTestSplit(data.x, data.y);
