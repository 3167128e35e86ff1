/**
 * A model file of five hundred lines, as somebody's project might hold it: classifiers of different sizes, each with its parts, its
 * parameters, its loss and its training step.
 */

const preamble = `
import * as T from '@cotangent/core';
import type { Dim, Tensor } from '@cotangent/core';
import * as G from '@cotangent/grad';
import * as N from '@cotangent/nn';
import * as R from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
`.trim();

/** One classifier: images to ten classes, then the same by hand. Its sizes are its own. */
const classifier = (i: number): string =>
  `
/** Attention over ${i + 2} heads. */
export const attention${i} = <B extends Dim, L extends Dim>(
  query: Tensor<[B, L, ${i + 2}, 64]>,
  key: Tensor<[B, L, ${i + 2}, 64]>,
  value: Tensor<[B, L, ${i + 2}, 64]>,
) => {
  const scores = T.multiply(T.einsum('bqhd,bkhd->bhqk', query, key), 0.125);
  return T.einsum('bhqk,bkhd->bqhd', T.softmax(scores), value);
};

const model${i} = pipe(
  N.input(28, 28),
  N.flatten,
  N.dense('hidden', ${i + 100}),
  N.relu,
  N.dropout(0.1),
  N.named('block', N.residual(N.sequential(N.dense(${i + 100}, ${i + 100}), N.relu))),
  N.dense('out', 10),
);
const { params: params${i}, state: state${i} } = model${i}.init(T.key(${i}));

interface Batch${i} {
  readonly x: Tensor<['batch', 28, 28]>;
  readonly y: Tensor<['batch'], 'i32'>;
}

const loss${i} = (p: typeof params${i}, s: typeof state${i}, { x, y }: Batch${i}, mode: N.Mode) =>
  N.softmaxCrossEntropy(model${i}.apply(p, s, mode)(x)[0], y);
const optimizer${i} = R.chain(R.clipByGlobalNorm(1), R.adamW({ rate: 0.001 }));
const step${i} = R.makeStep({ loss: loss${i}, optimizer: optimizer${i} });
const start${i} = R.initialState({ params: params${i}, state: state${i}, optimizer: optimizer${i}, key: T.key(0) });

/** The first layer by hand, its Jacobian, and a gradient for each example. */
export const byHand${i} = (x: Tensor<['batch', 784]>) => {
  const { weight, bias } = params${i}.hidden;
  const hidden = N.relu(T.add(T.matmul(x, weight), bias));
  const jacobian = G.jacobianReverse((b: typeof bias) => T.sum(T.add(hidden, b), 0))(bias);
  const gradients = G.vmap(G.grad((row: Tensor<[784]>) => T.sum(T.matmul(row, weight))))(x);
  return { hidden, jacobian, gradients, logits: T.matmul(hidden, T.ones([${i + 100}, 10])) };
};

export const train${i} = (data: readonly Batch${i}[]) => {
  const [end, metrics] = R.fold(step${i})(start${i}, data);
  return { weights: end.params.out.weight, loss: metrics?.loss };
};
`.trim();

const count = 11;

/** The file. */
export const sample = `${[preamble, ...Array.from({ length: count }, (_, i) => classifier(i))].join('\n\n')}\n`;
