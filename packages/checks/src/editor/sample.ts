/**
 * A model file of five hundred lines, as somebody's project might hold it: classifiers of different sizes, each with its parts, its
 * parameters, its loss and its training step; and networks by hand, for pictures and for sequences.
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

/** Networks by hand: convolutions, windows and patches; a cell under a loop; data last. */
const byHand = (i: number): string =>
  `
interface Block${i} {
  readonly kernel: Tensor<[${i + 8}, ${i + 8}, 3, 3]>;
  readonly scale: Tensor<[${i + 8}, 1, 1]>;
}

/** A residual block, and a half as high and wide. */
export const block${i} = <B extends Dim, H extends Dim, W extends Dim>(p: Block${i}, x: Tensor<[B, ${i + 8}, H, W]>) =>
  T.maximum(T.add(x, T.multiply(T.conv(x, p.kernel, { padding: 'same' }), p.scale)), 0);

export const picture${i} = (p: Block${i}, stem: Tensor<[${i + 8}, 3, 7, 7]>, x: Tensor<['batch', 3, 64, 64]>) => {
  const halved = pipe(x, T.conv(stem, { stride: 2, padding: 3 }), T.maxPool([2, 2]));
  const features = block${i}(p, block${i}(p, halved));
  const patches = T.rearrange(features, 'b c (h p) (w q) -> b (h w) (p q c)', { p: 4, q: 4 });
  const rows = T.reshape(features, [x.dim(0), ${i + 8}, -1]);
  return { features, patches, pooled: T.mean(rows, -1), flat: T.flatten(T.averagePool(features, [8, 8]), 1) };
};

interface Cell${i} {
  readonly input: Tensor<[${i + 20}, ${i + 30}]>;
  readonly hidden: Tensor<[${i + 30}, ${i + 30}]>;
  readonly bias: Tensor<[${i + 30}]>;
}

/** A recurrent cell over time, and its gradient. */
export const sequence${i} = <L extends Dim, B extends Dim>(p: Cell${i}, xs: Tensor<[L, B, ${i + 20}]>) => {
  const start = T.zeros([xs.dim(1), ${i + 30}]);
  return T.scan((h, x) => {
    const next = T.tanh(T.add(T.add(T.matmul(x, p.input), T.matmul(h, p.hidden)), p.bias));
    return [next, pipe(next, T.multiply(0.5), T.sum(-1))];
  }, start, xs);
};
export const slope${i} = (xs: Tensor<['time', 'batch', ${i + 20}]>) =>
  G.grad((p: Cell${i}) => T.mean(sequence${i}(p, xs)[0]));
`.trim();

const classifiers = Array.from({ length: 9 }, (_, i) => classifier(i));
const networks = Array.from({ length: 3 }, (_, i) => byHand(i));

/** The file. */
export const sample = `${[preamble, ...classifiers, ...networks].join('\n\n')}\n`;
