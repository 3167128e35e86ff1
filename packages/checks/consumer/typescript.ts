import { add, key, matmul, multiply, sum, tensor, type Tensor } from '@cotangent/core';
import type { Program } from '@cotangent/core/primitives';
import { grad } from '@cotangent/grad';
import { checkGradient, type GradientReport } from '@cotangent/grad/testing';
import { dense, input, type Mode, sigmoid, softmaxCrossEntropy } from '@cotangent/nn';
import { adam, type AdamState, fold, initialState, makeStep, repeat } from '@cotangent/train';
import { jsonLines } from '@cotangent/train/node';
import { pipe } from 'fp-ts/lib/function.js';

// Shapes, states and gradients keep their types through the declarations; the program is compiled, and run.
const model = pipe(input(2), dense('hidden', 4), sigmoid, dense('out', 2));
const { params, state } = model.init(key(0));
export const weight: Tensor<[2, 4]> = params.hidden.weight;

type Batch = { readonly x: Tensor<[3, 2]>; readonly y: Tensor<[3], 'i32'> };
const batch: Batch = {
  x: tensor([
    [0, 0],
    [0, 1],
    [1, 1],
  ]),
  y: tensor([0, 1, 1], 'i32'),
};
const optimizer = adam({ rate: 0.1 });
const step = makeStep({
  loss: (p: typeof params, s: typeof state, { x, y }: Batch, mode: Mode) => softmaxCrossEntropy(model.apply(p, s, mode)(x)[0], y),
  optimizer,
});
const [end, metrics] = fold(step)(initialState({ params, state, optimizer, key: key(1) }), repeat(60, batch));
const moments: AdamState<typeof params> = end.optimizer;
if (metrics === undefined || metrics.loss.item() > 0.1 || moments.count.item() !== 60) throw new Error('nothing learnt');

const square = (x: Tensor<[3]>): Tensor<[]> => sum(multiply(x, x));
const slope: Tensor<[3]> = grad(square)(tensor([1, 2, 3]));
if (slope.toArray()[2] !== 6) throw new Error('a wrong gradient');
const checked = checkGradient(square, [tensor([1, 2, 3])]);
if (checked._tag === 'Left') throw new Error(String(checked.left));

export const refused = [
  // @ts-expect-error shapes that do not broadcast
  () => add(tensor([1, 2]), tensor([1, 2, 3])),
  // @ts-expect-error inner dims that differ
  () => matmul(weight, weight),
  // @ts-expect-error a batch of another shape
  () => step(end, { x: batch.x, y: tensor([0, 1], 'i32') }),
  // @ts-expect-error a gradient of what is no scalar
  () => grad((x: Tensor<[3]>) => multiply(x, x)),
];
export const others: readonly [typeof jsonLines, Program?, GradientReport?] = [jsonLines];
