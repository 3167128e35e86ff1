/** Reductions, and functions along an axis. */
import {
  any,
  argMin,
  argSort,
  cumulativeSum,
  logSumExp,
  min,
  norm,
  prod,
  standardDeviation,
  triu,
  type Dim,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t(['batch', 10]);

prod(x, 2);
prod(t([2], 'bool'));
prod(x, [1, -1]);
min(x, -3);
min(t([3], 'bool'));
any(t([2, 3], 'bool'), 2);
norm(t([3], 'i32'));
norm(x, 2);
norm(x, 0, { order: '2' });
logSumExp(x, [0, 1, 2]);
logSumExp(t([3], 'i32'));
standardDeviation(x, [0, 0]);
standardDeviation(t([3], 'u32'));
argMin(x, -3);
argMin(t([3], 'bool'));
argMin(t([0, 3]), 0);
argSort(t([]));
argSort(t([3], 'bool'));
cumulativeSum(x, 2);
cumulativeSum(t([3], 'bool'));
triu(t([3]));
pipe(x, prod(2));
pipe(t([3], 'i32'), norm());
pipe(x, argMin(2));
pipe(x, cumulativeSum(-3));

export const corrected = standardDeviation(x, 0, { correction: true });
export const bareProduct = <S extends Shape>(y: Tensor<S>) => prod(y, 0);
export const bareNorm = <S extends Shape>(y: Tensor<S>) => norm(y, -1);
export const bareLeast = <S extends Shape>(y: Tensor<S>) => argMin(y, 0);
export const bareSums = <S extends Shape>(y: Tensor<S>) => cumulativeSum(y, 0);
export const bareTriangle = <S extends Shape>(y: Tensor<S>) => triu(y);
export const outOfRange = <B extends Dim>(y: Tensor<[B, 4]>) => min(y, 2);
export const anyDType = <D extends DType>(y: Tensor<[4], D>) => logSumExp(y, 0);
export const wrongResult = <B extends Dim>(y: Tensor<[B, 4]>): Tensor<[4]> => standardDeviation(y, 1);
