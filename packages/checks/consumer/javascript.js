import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add, key, multiply, tensor } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { grad } from '@cotangent/grad';
import { checkGradient } from '@cotangent/grad/testing';
import { binaryCrossEntropy, dense, evaluation, input, sigmoid } from '@cotangent/nn';
import { foldObserved, initialState, makeStep, repeat, sgd } from '@cotangent/train';
import { jsonLines } from '@cotangent/train/node';
import { pipe } from 'fp-ts/lib/function.js';

// What a user would do: XOR learnt, its losses in a file, a gradient checked, a wrong shape refused.
const model = pipe(input(2), dense('hidden', 8), sigmoid, dense('out', 1), sigmoid);
const data = {
  x: tensor([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]),
  y: tensor([[0], [1], [1], [0]]),
};
const optimizer = sgd({ rate: 2, momentum: 0.9 });
const loss = (params, state, { x, y }, mode) => binaryCrossEntropy(model.apply(params, state, mode)(x)[0], y);
const start = initialState({ ...model.init(key(1)), optimizer, key: key(2) });

const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
const file = jsonLines(join(folder, 'metrics.jsonl'))();
assert.equal(file._tag, 'Right');
const [end] = foldObserved(makeStep({ loss, optimizer }), file.right.observer)(start, repeat(500, data))();
assert.deepEqual(file.right.close(), { _tag: 'Right', right: 500 });
assert.equal(readFileSync(join(folder, 'metrics.jsonl'), 'utf8').trimEnd().split('\n').length, 500);
rmSync(folder, { recursive: true });

const outputs = model.apply(end.params, end.state, evaluation)(data.x)[0];
assert.deepEqual([...outputs.toArray()].map(Math.round), [0, 1, 1, 0]);
assert.equal(grad((x) => typed(P.multiply(x, x)))(tensor(3)).item(), 6);
assert.equal(checkGradient((x) => multiply(x, x), [tensor(3)])._tag, 'Right');
assert.throws(() => add(tensor([1, 2]), tensor([1, 2, 3])), /^ShapeError: add: cannot broadcast \[2\] with \[3\]/);
console.log(`${process.version}: ok`);
