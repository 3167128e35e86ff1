import {
  add,
  concatenate,
  einsum,
  matmul,
  maximum,
  mean,
  multiply,
  rearrange,
  reshape,
  rsqrt,
  softmax,
  splitAxis,
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
import { t } from '../tensors.ts';

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

/** Rotary position embedding: both halves of the last axis, turned by an angle that depends on the place. */
export const rotary = <B extends Shape, T extends Dim>(
  x: Tensor<[...B, T, 64]>,
  cosines: Tensor<[T, 32]>,
  sines: Tensor<[T, 32]>,
): Tensor<[...B, T, 64]> => {
  const [a, b] = splitAxis(x, 2, -1);
  const turned = subtract(multiply(a, cosines), multiply(b, sines));
  return concatenate([turned, add(multiply(b, cosines), multiply(a, sines))], -1);
};

/** Grouped-query attention: four heads of queries for each head of keys and values. */
export const grouped = <B extends Dim, T extends Dim, U extends Dim>(
  queries: Tensor<[B, T, 32, 64]>,
  keys: Tensor<[B, U, 8, 64]>,
  values: Tensor<[B, U, 8, 64]>,
): Tensor<[B, T, 32, 64]> => {
  const asked = rearrange(queries, 'b t (g r) d -> b t g r d', { g: 8 });
  const weights = softmax(multiply(einsum('btgrd,bugd->bgrtu', asked, keys), 0.125));
  return rearrange(einsum('bgrtu,bugd->btgrd', weights, values), 'b t g r d -> b t (g r) d');
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

export const answered: Tensor<['batch', 'time', 32, 64]> = grouped(
  t(['batch', 'time', 32, 64]),
  t(['batch', 'past', 8, 64]),
  t(['batch', 'past', 8, 64]),
);
export const turned: Tensor<['batch', 12, 'time', 64]> = rotary(t(['batch', 12, 'time', 64]), t(['time', 32]), t(['time', 32]));
