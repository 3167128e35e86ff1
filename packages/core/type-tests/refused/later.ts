import {
  add,
  equal,
  less,
  matmul,
  type AnyTensor,
  type Dim,
  type DType,
  type Numeric,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

export const otherEnd = pipe(t([2, 4]), add(t([3])));
export const otherNamedEnd = pipe(t(['batch', 4]), add(t(['batch'])));
export const otherDtype = pipe(t([2, 4]), add(t([4], 'f64')));
export const otherDtypeOfSameShape = pipe(t([2, 4]), less(t([2, 4], 'i32')));
export const numberBesideBoolean = pipe(t([4], 'bool'), equal(1));
export const otherRows = pipe(t([2, 5]), matmul(t([4, 7])));
export const rowsOfOtherDtype = pipe(t([2, 4]), matmul(t([4, 7], 'f64')));
export const noRows = pipe(t([]), matmul(t([4, 7])));
export const wide = (x: Tensor<[number]>) => pipe(x, add(t([3])));
export const wideRows = (x: Tensor<[2, number]>) => pipe(x, matmul(t([4, 7])));
export const anything = (x: AnyTensor) => pipe(x, matmul(t([4, 7])));
export const someDtype = <D extends 'f32' | 'f64'>(x: Tensor<[3], D>) => pipe(x, add(t([3])));
export const ofSomeDtype = <E extends Numeric>(b: Tensor<[3], E>) => pipe(t([3]), add(b));
export const numberBesideSomeDtype = <D extends DType>(x: Tensor<[3], D>) => pipe(x, add(1));
export const someSize = <N extends 4 | 5>(x: Tensor<[N]>) => pipe(x, add(t([4])));
export const toSomeSize = <N extends 4 | 5>(b: Tensor<[N]>) => pipe(t([4]), add(b));
export const leadingDims = <B extends Shape>(x: Tensor<[...B, 10]>, b: Tensor<B>) => pipe(x, add(b));
export const rowsOfSomeSize = <N extends Dim>(x: Tensor<[2, N]>) => pipe(x, matmul(t([4, 7])));
export const rowsOfSomeDtype = <D extends Numeric>(x: Tensor<[2, 4], D>) => pipe(x, matmul(t([4, 7])));
export const rowsOfTwoSizes = <N extends Dim, M extends Dim>(x: Tensor<[2, N]>, w: Tensor<[M, 7]>) => pipe(x, matmul(w));
export const rowsOfSomeShape = <S extends Shape>(x: Tensor<S>) => pipe(x, matmul(t([4, 7])));
