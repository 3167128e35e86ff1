import {
  add,
  bernoulli,
  bernoulliLike,
  categorical,
  divide,
  exp,
  foldIn,
  key,
  multiply,
  normalLike,
  ones,
  onesLike,
  permutation,
  randint,
  roll,
  scalar,
  split,
  splitStacked,
  tril,
  uniformLike,
  where,
  type DType,
  type Key,
  type Dim,
  type Dimension,
  type Float,
  type Integer,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { named, t } from '../tensors.ts';

export const drawn: readonly [Tensor<[], 'i32'>, Tensor<[2], 'i32'>, Tensor<['batch'], 'i32'>] = [
  categorical(key(0), t([3])),
  categorical(key(0), t([2, 3], 'f64')),
  categorical(key(0), t(['batch', 3])),
];
export const shuffled: readonly [Tensor<[4], 'i32'>, Tensor<['batch'], 'i32'>, Tensor<[2, 3], 'bool'>] = [
  permutation(key(0), 4),
  permutation(key(0), named('batch')),
  permutation(key(0), t([2, 3], 'bool')),
];
export const tossed: readonly [Tensor<[3], 'bool'>, Tensor<['batch'], 'bool'>] = [
  bernoulli(key(0), 0.5, [3]),
  bernoulli(key(0), scalar(0.5, 'f64'), [named('batch')]),
];

declare const count: number;
declare const data: string | number;

export const keys: readonly [readonly [Key, Key], readonly [Key, Key, Key], readonly Key[], Tensor<[5, 2], 'u32'>] = [
  split(key(0)),
  split(key(0), 3),
  split(key(0), count),
  splitStacked(key(0), 5),
];
export const folded: readonly Key[] = [
  foldIn(key(0), 0),
  foldIn(key(0), 4294967295),
  foldIn(key(0), count),
  foldIn(key(0), 'name'),
  foldIn(key(0), t([], 'i32')),
  foldIn(key(0), t([], 'u32')),
  foldIn(key(0), data),
];
export const probable: readonly Tensor<[3], 'bool'>[] = [
  bernoulli(key(0), 0, [3]),
  bernoulli(key(0), 1, [3]),
  bernoulli(key(0), 1e-9, [3]),
  bernoulli(key(0), count, [3]),
];
export const whole: readonly Tensor<[3], 'i32'>[] = [
  randint(key(0), [3], { max: 1 }),
  randint(key(0), [3], { min: -3, max: -2 }),
  randint(key(0), [3], { min: -2147483648, max: 2147483648 }),
  randint(key(0), [3], { max: count }),
  randint(key(0), [3], { min: count, max: 7 }),
];
export const words: Tensor<[3], 'u32'> = randint(key(0), [3], { max: 4294967296, dtype: 'u32' });
export const offsets: readonly Tensor<[2, 2]>[] = [tril(t([2, 2]), -1), tril(-1)(t([2, 2])), tril(t([2, 2]), count)];
export const rolled: readonly Tensor<[2, 2]>[] = [roll(t([2, 2]), -3, 0), roll(count, 0)(t([2, 2]))];

// In generic bodies.
export const rows = <B extends Shape, K extends Dim, D extends Float>(x: Tensor<[...B, K], D>): Tensor<B, 'i32'> =>
  categorical(key(0), x);
export const order = <B extends Dim, R extends Shape>(
  x: Tensor<[B, 3]>,
  y: Tensor<[...R, 3]>,
): readonly [Tensor<[B, 3]>, Tensor<[...R, 3]>, Tensor<[B], 'i32'>] => [
  permutation(key(0), x),
  permutation(key(0), y),
  permutation(key(0), x.dim(0)),
];
export const counted = <D extends Integer>(x: Tensor<[], D>): Key => foldIn(key(0), x);
export const chance = <D extends Float>(p: Tensor<[], D>): Tensor<[3], 'bool'> => bernoulli(key(0), p, [3]);
export const sized = <N extends Dim>(n: Dimension<N>): Tensor<[N, 3]> => ones([n, 3]);

// Noise beside tensors of any shape: the reparametrization of an autoencoder, dropout, and what a smaller tensor is spread to.
export const sample = <B extends Shape, D extends Float>(
  k: Key,
  mean: Tensor<[...B, 16], D>,
  spread: Tensor<[...B, 16], D>,
): Tensor<[...B, 16], D> => add(mean, multiply(exp(spread), normalLike(k, mean)));
export const anywhere = <S extends Shape>(k: Key, mean: Tensor<S>, spread: Tensor<S>): Tensor<S> =>
  add(mean, multiply(exp(spread), normalLike(k, mean)));
export const dropped = <S extends Shape>(k: Key, x: Tensor<S>): Tensor<S> => where(bernoulliLike(k, 0.9, x), divide(x, 0.9), 0);
export const jittered = <B extends Shape, N extends Dim>(k: Key, x: Tensor<[...B, N]>): Tensor<[...B, N]> =>
  add(x, uniformLike(k, x, { min: -0.5, max: 0.5 }));
export const masks = <S extends Shape, E extends DType, D extends Float>(x: Tensor<S, E>, p: Tensor<[], D>): Tensor<S, 'bool'> =>
  bernoulliLike(key(0), p, x);
export const spread = <S extends Shape>(x: Tensor<S>): Tensor<S> => multiply(onesLike(x), scalar(2));
export const besides: readonly [Tensor<[2, 'batch'], 'f64'>, Tensor<[2]>, Tensor<['batch'], 'bool'>] = [
  normalLike(key(0), t([2, 'batch'], 'f64')),
  uniformLike(key(0), t([2])),
  bernoulliLike(key(0), 0.5, t(['batch'], 'i32')),
];

// Seeds: whole numbers of either sign, bigints, and what is only known to be a number.
export const seeds = [key(42), key(-1), key(0x1_0000_0000), key(5n), key(Date.now())];
