import {
  add,
  einsum,
  matmul,
  maximum,
  mean,
  multiply,
  reshape,
  rsqrt,
  softmax,
  subtract,
  sum,
  tril,
  where,
  equal,
  ones,
  type Dim,
  type Float,
  type Shape,
  type Tensor,
} from '@cotangent/core';

/** `max(x, 0)`. */
const relu = <S extends Shape>(x: Tensor<S>): Tensor<S> => maximum(x, 0);

/** `[...B, in] -> [...B, out]`. */
const linear = <B extends Shape, I extends Dim, O extends Dim>(
  x: Tensor<[...B, I]>,
  weight: Tensor<[I, O]>,
  bias: Tensor<[O]>,
): Tensor<[...B, O]> => add(matmul(x, weight), bias);

interface Projection {
  readonly weight: Tensor<[768, 768]>;
  readonly bias: Tensor<[768]>;
}

/** Multi-head attention. */
export const attention = <B extends Dim, T extends Dim>(
  query: Projection,
  key: Projection,
  value: Projection,
  out: Projection,
  x: Tensor<[B, T, 768]>,
): Tensor<[B, T, 768]> => {
  const heads = ({ weight, bias }: Projection) => reshape(linear(x, weight, bias), [x.dim(0), x.dim(1), 12, 64]);
  const scores = multiply(einsum('bqhd,bkhd->bhqk', heads(query), heads(key)), 0.125);
  const weights = softmax(scores);
  const mixed = einsum('bhqk,bkhd->bqhd', weights, heads(value));
  return linear(reshape(mixed, [x.dim(0), x.dim(1), 768]), out.weight, out.bias);
};

/** Attention to what came before alone. */
export const causal = <B extends Dim>(scores: Tensor<[B, 12, 128, 128]>): Tensor<[B, 12, 128, 128]> => {
  const seen = tril(ones([128, 128]));
  return softmax(where(equal(seen, 0), -1e9, scores));
};

/** Layer normalization over the last axis. */
export const layerNorm = <B extends Shape, N extends Dim, D extends Float>(
  x: Tensor<[...B, N], D>,
  scale: Tensor<[N], D>,
  shift: Tensor<[N], D>,
): Tensor<[...B, N], D> => {
  const centered = subtract(x, mean(x, -1, { keepDims: true }));
  const spread = mean(multiply(centered, centered), -1, { keepDims: true });
  return add(multiply(multiply(centered, rsqrt(add(spread, 1e-5))), scale), shift);
};

/** A network of two layers and its loss. */
export const loss = <B extends Dim>(
  x: Tensor<[B, 784]>,
  y: Tensor<[B, 10]>,
  p: { readonly w1: Tensor<[784, 128]>; readonly b1: Tensor<[128]>; readonly w2: Tensor<[128, 10]>; readonly b2: Tensor<[10]> },
): Tensor<[]> => {
  const hidden = relu(linear(x, p.w1, p.b1));
  const error = subtract(softmax(linear(hidden, p.w2, p.b2)), y);
  return mean(sum(multiply(error, error), -1));
};
