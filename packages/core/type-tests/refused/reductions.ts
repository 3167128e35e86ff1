import {
  all,
  any,
  argMax,
  logSoftmax,
  max,
  mean,
  norm,
  softmax,
  sort,
  sum,
  variance,
  type Dim,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t(['batch', 10]);

sum(x, 2);
sum(x, -3);
sum(x, [0, 2]);
sum(x, [0, -2]);
sum(x, 0 as number);
sum(x, [0] as number[]);
sum(x, 0.5);
sum(x, 0, { keepDims: 1 });
sum(t(['batch', 10], 'bool'), 0);
mean(t([2], 'i32'), 0);
max(t([]), 0);
all(x, 0);
any(x);
argMax(x, 2);
argMax(t([0, 3]), 0);
argMax(0)(t([0, 3]));
softmax(t([]), 0);
argMax(x, [0, 1]);
sum(x, { keepDims: true });
sum(x, 'rows');
sum(x, 1, true);
sum(x, undefined, true);
sum(x, 1, { keepdims: true });
mean(x, [0, 1], true);
norm(x, 1, 2);
variance(x, 0, 1);
argMax(x, 1, true);
sum(x, [0, 'rows']);
argMax(x, { keepDims: true });
variance(x, 2);
softmax(x, 2);
softmax(t([]));
softmax(t([2], 'i32'), 0);
logSoftmax(x, -3);
sort(t([2], 'bool'));
sum(2)(x);
pipe(x, sum(-3));
pipe(x, softmax(2));
pipe(t([2], 'i32'), mean(0));

export const bareShape = <S extends Shape>(y: Tensor<S>) => sum(y, 0);
export const bareLast = <S extends Shape>(y: Tensor<S>) => sum(y, -1);
export const leading = <S extends Shape>(y: Tensor<[...S, 3]>) => sum(y, 0);
export const secondLast = <S extends Shape>(y: Tensor<[...S, 3]>) => sum(y, -2);
export const leadingSeveral = <S extends Shape>(y: Tensor<[...S, 3]>) => sum(y, [0, -1]);
export const trailing = <S extends Shape>(y: Tensor<[3, ...S]>) => sum(y, -1);
export const outOfRange = <B extends Dim>(y: Tensor<[B, 4]>) => sum(y, 2);
export const anyDType = <D extends DType>(y: Tensor<[4], D>) => sum(y, 0);
export const bareSoftmax = <S extends Shape>(y: Tensor<S>) => softmax(y, 0);
export const wrongResult = <B extends Dim>(y: Tensor<[B, 4]>): Tensor<[4]> => sum(y, 1);
