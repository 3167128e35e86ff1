import {
  bernoulli,
  bernoulliLike,
  categorical,
  foldIn,
  key,
  normal,
  normalLike,
  ones,
  oneHot,
  permutation,
  randint,
  split,
  splitStacked,
  uniformLike,
  zeros,
  type Dim,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const size: number = 3;

// What has no axis to draw from, or holds no probabilities.
categorical(key(0), t([]));
categorical(key(0), t([3], 'i32'));
permutation(key(0), t([]));
permutation(key(0), size);
permutation(key(0), -1);
bernoulli(key(0), t([3]), [3]);
bernoulli(key(0), t([], 'i32'), [3]);
categorical(key(0), t([2, 0]));
categorical(key(0), t(['batch', 0]));

// Counts, bounds and probabilities that are none.
permutation(key(0), 1.5);
split(key(0), 0);
split(key(0), -1);
split(key(0), 1.5);
splitStacked(key(0), 0);
foldIn(key(0), 1.5);
foldIn(key(0), -1);
foldIn(key(0), 4294967296);
foldIn(key(0), t([]));
foldIn(key(0), t([3], 'i32'));
bernoulli(key(0), 2, []);
bernoulli(key(0), -0.5, []);
bernoulli(key(0), 1.5, [3]);
randint(key(0), [2], { max: 0 });
randint(key(0), [2], { max: -2 });
randint(key(0), [2], { max: 1.5 });
randint(key(0), [2], { min: 3, max: 3 });
randint(key(0), [2], { min: 0.5, max: 3 });
randint(key(0), [2], { min: -1, max: 3, dtype: 'u32' });
randint(key(0), [2], { max: 2147483649 });
randint(key(0), [2], { min: -2147483649, max: 3 });
randint(key(0), [-1], { max: 0 });
export const anyLogits = <S extends Shape>(x: Tensor<S>) => categorical(key(0), x);
export const anyDType = <D extends DType>(x: Tensor<[3], D>) => categorical(key(0), x);
export const anyData = <S extends Shape>(x: Tensor<S, 'i32'>) => foldIn(key(0), x);
export const anySlices = <S extends Shape>(x: Tensor<S>) => permutation(key(0), x);

// A size that is a type parameter: which one it is, its type does not say.
export const anySize = <N extends number>(n: N) => ones([n, 3]);
export const anyDepth = <N extends number>(n: N) => oneHot(t([2], 'i32'), n);
export const anyCount = <N extends number>(n: N) => permutation(key(0), n);

// Seeds that are no integers.
key(1.5);
key(1e-7);
key('a');
key(null);
key(undefined);
key({});
key([1, 2]);
key(true);

// What stands in the place of a key.
normal(t([2, 3]), [2]);
normal([0, 1], [2]);
uniformLike(1, t([2]));
categorical(t([2, 3]), t([2, 3]));
permutation(t([2, 3]), 3);
split(t([], 'u32'));

// A generic shape says nothing of the sizes of names: the tensor does.
export const noise = <S extends Shape>(x: Tensor<S>): Tensor<S> => normal(key(0), x.shape);
export const empty = <B extends Shape, N extends Dim>(x: Tensor<[...B, N]>) => zeros(x.shape);
export const likeAny = <S extends Shape, D extends DType>(x: Tensor<S, D>) => normalLike(key(0), x);
normalLike(key(0), t([2], 'i32'));
uniformLike(key(0), t(['batch'], 'bool'));
bernoulliLike(key(0), 1.5, t([2]));
bernoulliLike(key(0), t([2]), t([2]));
bernoulliLike(key(0), t([], 'i32'), t([2]));
