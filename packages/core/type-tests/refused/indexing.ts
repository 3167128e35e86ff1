import {
  diagonal,
  exp,
  isNaN,
  logicalNot,
  negate,
  oneHot,
  sqrt,
  take,
  takeAlongAxis,
  tril,
  type Dim,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const depth: number = 3;

take(t([3, 4]), t([2], 'i32'), 2);
take(t([3, 4]), t([2]), 0);
takeAlongAxis(t(['n', 4]), t(['m', 1], 'i32'), 1);
takeAlongAxis(t(['n', 4]), t(['n', 1]), 1);
oneHot(t(['batch']), 10);
oneHot(t(['batch'], 'i32'), depth);
oneHot(t(['batch'], 'i32'), -1);
tril(t([3]));
diagonal(t([3, 4]));
diagonal(t([3]));
exp(t([3], 'i32'));
sqrt(t([3], 'bool'));
negate(t([3], 'bool'));
logicalNot(t([3]));
isNaN(t([3], 'i32'));

tril(t([2, 2]), 1.5);
export const genericSquare = <N extends Dim, M extends Dim>(x: Tensor<[N, M]>) => diagonal(x);
export const bareTril = <S extends Shape>(x: Tensor<S>) => tril(x);
export const anyExp = <D extends DType>(x: Tensor<[3], D>) => exp(x);
