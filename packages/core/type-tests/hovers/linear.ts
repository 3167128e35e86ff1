import { add, einsum, matmul, maximum, multiply, reshape, softmax, transpose, type Dim, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';

declare const x: Tensor<['batch', 784]>;
declare const w1: Tensor<[784, 128]>;
declare const b1: Tensor<[128]>;
declare const w2: Tensor<[128, 10]>;
declare const a: Tensor<['batch', 8, 'time', 64]>;
declare const b: Tensor<['batch', 8, 64, 'time']>;

// Chains.
export const hidden = maximum(add(matmul(x, w1), b1), 0);
export const logits = matmul(hidden, w2);
export const piped = pipe(x, matmul(w1), add(b1), maximum(0), matmul(w2), softmax());
export const matmulLater = matmul(w1);
export const softmaxLater = softmax();
export const squared = matmul(transpose(w2), w2);
export const batches = matmul(a, b);

// Attention.
declare const q: Tensor<['batch', 'time', 12, 64]>;
declare const k: Tensor<['batch', 'memory', 12, 64]>;
declare const v: Tensor<['batch', 'memory', 12, 64]>;
export const scores = einsum('bqhd,bkhd->bhqk', q, k);
export const weights = softmax(multiply(scores, 0.125));
export const attended = einsum('bhqk,bkhd->bqhd', weights, v);
export const merged = reshape(attended, [attended.dim(0), attended.dim(1), 768]);
export const headsFirst = transpose(q, [0, 2, 1, 3]);
export const attention = <B extends Dim, Q extends Dim, K extends Dim>(
  query: Tensor<[B, Q, 64]>,
  keys: Tensor<[B, K, 64]>,
  values: Tensor<[B, K, 32]>,
) => {
  const found = softmax(einsum('bqd,bkd->bqk', query, keys));
  return einsum('bqk,bkd->bqd', found, values);
};

// Names in use.
matmul(x, w1);
// ^?
einsum('bqhd,bkhd->bhqk', q, k);
// ^?
