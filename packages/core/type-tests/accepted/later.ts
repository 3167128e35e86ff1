import { add, less, matmul, multiply, type Dim, type Numeric, type Shape, type Tensor } from '@cotangent/core';
import { flow, pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

export const bias: Tensor<[2, 4]> = pipe(t([2, 4]), add(t([4])));
export const sameShape: Tensor<['batch', 4], 'i32'> = pipe(t(['batch', 4], 'i32'), add(t(['batch', 4], 'i32')));
export const stretched: Tensor<[3, 2, 4]> = pipe(t([3, 1, 4]), add(t([2, 4])));
export const number: Tensor<['batch', 4]> = pipe(t(['batch', 4]), add(1));
export const compared: Tensor<[2, 4], 'bool'> = pipe(t([2, 4]), less(t([4])));
export const rows: Tensor<['batch', 7]> = pipe(t(['batch', 4]), matmul(t([4, 7])));
export const vector: Tensor<[7]> = pipe(t([4]), matmul(t([4, 7])));
export const column: Tensor<['batch']> = pipe(t(['batch', 4]), matmul(t([4])));
export const batches: Tensor<[3, 2, 7]> = pipe(t([3, 2, 4]), matmul(t([3, 4, 7])));
export const layer: Tensor<['batch', 7]> = pipe(t(['batch', 4]), matmul(t([4, 7])), add(t([7])), multiply(2));
export const flowing: Tensor<[2, 7]> = pipe(t([2, 4]), flow(matmul(t([4, 7])), add(t([7]))));
export const anyLeading = <B extends Shape>(x: Tensor<[...B, 4]>): Tensor<[...B, 7]> => pipe(x, matmul(t([4, 7])), add(t([7])));
export const anySizes = <N extends Dim, M extends Dim>(x: Tensor<[N, M]>, w: Tensor<[M, 7]>): Tensor<[N, 7]> =>
  pipe(x, matmul(w));
export const anyShape = <S extends Shape>(x: Tensor<S>, y: Tensor<S>): Tensor<S> => pipe(x, add(y), multiply(2));
export const anyDtype = <D extends Numeric>(x: Tensor<[2, 4], D>, y: Tensor<[4], D>): Tensor<[2, 4], D> => pipe(x, add(y));
