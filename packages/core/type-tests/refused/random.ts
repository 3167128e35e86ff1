import { bernoulli, categorical, key, ones, oneHot, permutation, type DType, type Shape, type Tensor } from '@cotangent/core';
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
export const anyLogits = <S extends Shape>(x: Tensor<S>) => categorical(key(0), x);
export const anyDType = <D extends DType>(x: Tensor<[3], D>) => categorical(key(0), x);
export const anySlices = <S extends Shape>(x: Tensor<S>) => permutation(key(0), x);

// A size that is a type parameter: which one it is, its type does not say.
export const anySize = <N extends number>(n: N) => ones([n, 3]);
export const anyDepth = <N extends number>(n: N) => oneHot(t([2], 'i32'), n);
export const anyCount = <N extends number>(n: N) => permutation(key(0), n);
