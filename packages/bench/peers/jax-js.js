/**
 * The workloads in jax-js: one jitted SGD step on its WebAssembly backend, its fastest in Node.
 * Every array is consumed by its use, so those that are used again are passed as `.ref`.
 */
import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';

await init('wasm');
defaultDevice('wasm');

const dense = (x, { weight, bias }) => np.add(np.matmul(x, weight), bias);

const fromLayers = (layers) =>
  layers.map(({ weight, bias, inputs, outputs }) => ({
    weight: np.array(Array.from(weight)).reshape([inputs, outputs]),
    bias: np.array(Array.from(bias)),
  }));

const descend = (rate) => (params, gradients) => tree.map((p, g) => p.sub(g.mul(rate)), params, gradients);

const trainer = (loss, rate, layers, x, y) => {
  const update = descend(rate);
  const step = jit((params, x_, y_) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(params), x_, y_);
    return [value, update(params, gradients)];
  });
  let params = fromLayers(layers);
  let last = Number.NaN;
  return async (steps) => {
    for (let i = 0; i < steps; i++) {
      const [value, next] = step(params, x.ref, y.ref);
      params = next;
      if (i === steps - 1) last = value.item();
      else value.dispose();
    }
    await blockUntilReady(tree.ref(params));
    return last;
  };
};

const matrix = (values, shape) => np.array(Array.from(values)).reshape(shape);

export const jaxJs = {
  name: 'jax-js (wasm)',
  xor: ({ layers, x, y, rate }) => {
    const loss = (params, inputs, targets) => {
      const hidden = nn.sigmoid(dense(inputs, params[0]));
      const p = nn.sigmoid(dense(hidden, params[1]));
      const positive = targets.ref.mul(np.log(p.ref));
      const negative = np.subtract(1, targets).mul(np.log(np.subtract(1, p)));
      return positive.add(negative).mean().neg();
    };
    return trainer(loss, rate, layers, matrix(x, [4, 2]), matrix(y, [4, 1]));
  },
  mlp: ({ layers, x, y, rate, batch, classes }) => {
    const loss = (params, inputs, targets) => {
      const hidden = nn.relu(dense(inputs, params[0]));
      const logits = dense(hidden, params[1]);
      return nn.logSoftmax(logits, -1).mul(targets).sum().div(-batch);
    };
    return trainer(loss, rate, layers, matrix(x, [batch, layers[0].inputs]), matrix(y, [batch, classes]));
  },
};
