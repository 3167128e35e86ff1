/**
 * XOR from data to predictions: a model, a loss, an optimizer, a pure step, and a fold.
 */
import { key, tensor } from '@cotangent/core';
import { binaryCrossEntropy, dense, evaluation, input, type Mode, showSummary, sigmoid, summary } from '@cotangent/nn';
import { every, foldObserved, initialState, logLines, makeStep, repeat, sgd } from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';

const data = {
  x: tensor([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]),
  y: tensor([[0], [1], [1], [0]]),
};

// A model is a value; its parameters are made from a key and stay in your hands.
const model = pipe(input(2), dense('hidden', 2), sigmoid, dense('output', 1), sigmoid);
const { params, state } = model.init(key(6));
console.log(showSummary(summary(model)));

const optimizer = sgd({ rate: 0.1 });
const loss = (p: typeof params, s: typeof state, { x, y }: typeof data, mode: Mode) =>
  binaryCrossEntropy(model.apply(p, s, mode)(x)[0], y);

// (state, batch) -> [state, metrics]: pure, so the same key gives the same bits, every time.
const step = makeStep({ loss, optimizer });
const start = initialState({ params, state, optimizer, key: key(2) });
const [end] = foldObserved(step, every(1000, logLines(process.stdout)))(start, repeat(10_000, data))();

console.log('\npredictions =', model.apply(end.params, end.state, evaluation)(data.x)[0]);
console.log('\nthe parameters that do it:');
console.log(end.params);
