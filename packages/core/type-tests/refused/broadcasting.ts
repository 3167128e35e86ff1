import {
  add,
  atan2,
  bitwiseAnd,
  clip,
  equal,
  greater,
  less,
  logicalAnd,
  maximum,
  multiply,
  where,
  type Dim,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t(['batch', 10]);

add(x, t([4]));
add(t([2, 3]), t([4]));
add(t([2, 3]), t([4, 5]));
add(x, t(['other', 10]));
add(t(['batch']), t([32]));
multiply(t([2, 3, 4]), t([3, 3, 4]));
add(x, t(['batch', 10], 'i32'));
add(t([2], 'bool'), t([2], 'bool'));
add(t([2], 'bool'), 1);
add(1, t([2], 'bool'));
add(1, 2);
add(x, 'one');
atan2(t([2], 'i32'), t([2], 'i32'));
bitwiseAnd(x, x);
logicalAnd(x, x);
logicalAnd(t([2], 'bool'), 1);
logicalAnd(1, t([2], 'bool'));
equal(x, t([4]));
equal(t([2], 'bool'), 1);
where(x, x, 0);
where(greater(x, 0), t([4]), 0);
where(greater(x, 0), x, t([4]));
where(greater(x, 0), x, t([10], 'i32'));
clip(x, t([4]), 1);
clip(x, 0, t([4]));
clip(t([2], 'bool'), 0, 1);
add(t([4]))(x);
add(t([10], 'f64'))(x);
pipe(x, add(t([4])));
less(2)(t([2], 'bool'));
pipe(t([2], 'bool'), equal(1));

export const twoDims = <B extends Dim, C extends Dim>(y: Tensor<[B, 10]>, z: Tensor<[C, 10]>) => add(y, z);
export const twoShapes = <S extends Shape, R extends Shape>(y: Tensor<S>, z: Tensor<R>) => add(y, z);
export const wrongLast = <S extends Shape>(y: Tensor<[...S, 3]>, z: Tensor<[4]>) => add(y, z);
export const unknownLeading = <S extends Shape>(y: Tensor<[...S, 3]>, z: Tensor<[4, 3]>) => add(y, z);
export const unknownTrailing = <S extends Shape>(y: Tensor<[4, ...S]>, z: Tensor<[1]>) => add(y, z);
export const bareShape = <S extends Shape>(y: Tensor<S>, z: Tensor<[4]>) => add(y, z);
export const dimAndLiteral = <B extends Dim>(y: Tensor<[B]>, z: Tensor<[10]>) => add(y, z);
export const literalAndDim = <B extends Dim>(y: Tensor<[B]>, z: Tensor<[10]>) => maximum(z, y);
export const anyDType = <D extends DType>(y: Tensor<[4], D>) => add(y, y);
export const twoDTypes = <D extends 'f32' | 'f64'>(y: Tensor<[4], D>, z: Tensor<[4], 'f32'>) => add(y, z);
export const wrongWhere = <S extends Shape>(y: Tensor<S>, z: Tensor<[4]>) => where(greater(y, 0), y, z);
export const wrongResult = <B extends Dim>(y: Tensor<[B, 10]>): Tensor<[B]> => add(y, 1);

/** What is before the same generic dimensions has to broadcast, and these have to be the same. */
export const twoBehind = <S extends Shape>(y: Tensor<[2, ...S]>, z: Tensor<[3, ...S]>) => add(y, z);
export const twoBehindOthers = <S extends Shape>(y: Tensor<['a', 2, ...S, 4]>, z: Tensor<['b', 2, ...S, 4]>) =>
  where(less(y, z), y, z);
export const twoGeneric = <S extends Shape, R extends Shape>(y: Tensor<[2, ...S]>, z: Tensor<[2, ...R]>) => add(y, z);
export const behindAndBefore = <S extends Shape>(y: Tensor<[2, ...S]>, z: Tensor<[...S, 2]>) => multiply(y, z);
export const unknownBehind = (y: Tensor<[2, ...Dim[]]>, z: Tensor<[2, ...Dim[]]>) => add(y, z);
export const genericBehindUnknown = <S extends Shape>(y: Tensor<[2, ...S]>, z: Tensor<[2, ...Dim[]]>) => add(y, z);
