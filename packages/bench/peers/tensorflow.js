/**
 * The workloads in TensorFlow.js: gradients by `variableGrads`, updates by its SGD optimizer, memory by `tidy`.
 */
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

const variables = (layers) =>
  layers.map(({ weight, bias, inputs, outputs }) => ({
    weight: tf.variable(tf.tensor2d(weight, [inputs, outputs])),
    bias: tf.variable(tf.tensor1d(bias)),
  }));

const dense = (x, { weight, bias }) => tf.add(tf.matMul(x, weight), bias);

const trainer = async (backend, makeLoss, rate) => {
  await tf.setBackend(backend);
  await tf.ready();
  const loss = makeLoss();
  const optimizer = tf.train.sgd(rate);
  return async (steps) => {
    await tf.setBackend(backend);
    let last = Number.NaN;
    for (let i = 0; i < steps; i++) {
      const value = optimizer.minimize(loss, true);
      if (i === steps - 1) last = (await value.data())[0];
      value.dispose();
    }
    return last;
  };
};

const contender = (name, backend) => ({
  name,
  xor: ({ layers, x, y, rate }) =>
    trainer(
      backend,
      () => {
        const params = variables(layers);
        const [inputs, targets] = [tf.tensor2d(x, [4, 2]), tf.tensor2d(y, [4, 1])];
        return () => {
          const p = tf.sigmoid(dense(tf.sigmoid(dense(inputs, params[0])), params[1]));
          const positive = tf.mul(targets, tf.log(p));
          const negative = tf.mul(tf.sub(1, targets), tf.log(tf.sub(1, p)));
          return tf.neg(tf.mean(tf.add(positive, negative)));
        };
      },
      rate,
    ),
  mlp: ({ layers, x, y, rate, batch, classes }) =>
    trainer(
      backend,
      () => {
        const params = variables(layers);
        const [inputs, targets] = [tf.tensor2d(x, [batch, layers[0].inputs]), tf.tensor2d(y, [batch, classes])];
        return () => {
          const logits = dense(tf.relu(dense(inputs, params[0])), params[1]);
          return tf.div(tf.sum(tf.mul(tf.logSoftmax(logits), targets)), -batch);
        };
      },
      rate,
    ),
});

export const tensorflowCpu = contender('TensorFlow.js (cpu)', 'cpu');
export const tensorflowWasm = contender('TensorFlow.js (wasm)', 'wasm');
