/**
 * Handwritten digits: real data, decoded; minibatches, Adam, dropout; accuracy on digits never seen, and what is taken for what.
 *
 * Data: "Optical Recognition of Handwritten Digits", E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
 */
import { compile, dim, foldIn, fromArray, key, multiply, type Tensor } from '@cotangent/core';
import { dense, dropout, evaluation, input, type Mode, relu, showSummary, softmaxCrossEntropy, summary } from '@cotangent/nn';
import {
  accuracy,
  adam,
  batches,
  confusionMatrix,
  cosineDecay,
  epochs,
  every,
  foldObserved,
  initialState,
  logLines,
  makeStep,
  showConfusionMatrix,
  trainTestSplit,
} from '@cotangent/train';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

// 1797 lines of 64 pixels from 0 to 16 and a label. What does not decode is refused with its place.
const lines = gunzipSync(readFileSync(new URL('data/digits.csv.gz', import.meta.url)))
  .toString()
  .trim()
  .split('\n');
const rows = lines.map((line) => line.split(',').map(Number));
const examples = dim('examples', rows.length);
const decoded = pipe(
  E.Do,
  E.bind('pixels', () =>
    fromArray(
      rows.flatMap((row) => row.slice(0, 64)),
      [examples, 64],
    ),
  ),
  E.bind('labels', () =>
    fromArray(
      rows.map((row) => row[64]),
      [examples],
      'i32',
    ),
  ),
);
if (E.isLeft(decoded)) throw new Error(decoded.left.message);
const data = { x: multiply(decoded.right.pixels, 1 / 16), y: decoded.right.labels };
const [train, test] = trainTestSplit(data, { test: 0.2, key: key(0) });

const model = pipe(input(64), dense('hidden', 64), relu, dropout(0.1), dense('out', 10));
const { params, state } = model.init(key(1));
console.log(showSummary(summary(model)));
console.log(`${train.y.size} digits to learn from, ${test.y.size} to test\n`);

const batch = dim('batch', 32);
const numberOfEpochs = 30;
const shuffled = epochs(numberOfEpochs, (epoch) => batches(train, batch, { key: foldIn(key(2), epoch), dropLast: true }));

type Batch = { readonly x: Tensor<['batch', 64]>; readonly y: Tensor<['batch'], 'i32'> };
const loss = (p: typeof params, s: typeof state, { x, y }: Batch, mode: Mode) => {
  const [logits, next] = model.apply(p, s, mode)(x);
  return [softmaxCrossEntropy(logits, y), { state: next, metrics: { accuracy: accuracy(logits, y) } }] as const;
};

const optimizer = adam({ rate: cosineDecay({ from: 0.003, steps: shuffled.length }) });
const step = makeStep({ loss, optimizer });
const start = initialState({ params, state, optimizer, key: key(3) });
const log = every(shuffled.length / 10, logLines(process.stdout));
const [end] = foldObserved(step, log)(start, shuffled)();

const evaluate = compile((p: typeof params, s: typeof state, { x, y }: typeof test) => {
  const [logits] = model.apply(p, s, evaluation)(x);
  return { accuracy: accuracy(logits, y), confusion: confusionMatrix(logits, y) };
});
const result = evaluate(end.params, end.state, test);
console.log(`\naccuracy on the ${test.y.size} test digits: ${(result.accuracy.item() * 100).toFixed(1)} %\n`);
console.log(showConfusionMatrix(result.confusion));
