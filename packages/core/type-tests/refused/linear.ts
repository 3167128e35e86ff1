import { dot, matmul, outer, type Dim, type Shape, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

matmul(t(['batch', 10]), t([784, 10]));
matmul(t([2, 'batch', 10]), t([3, 10, 10]));
matmul(t([2, 10]), t([10, 10], 'f64'));
matmul(t([2, 10], 'bool'), t([10, 10], 'bool'));
matmul(t([]), t([10, 10]));
matmul(t([10, 10]), t([]));
matmul(t([10]), t([11]));
matmul(t([2, 'n']), t(['m', 3]));
matmul(t([784, 10]))(t(['batch', 783]));
pipe(t(['batch', 783]), matmul(t([784, 10])));
dot(t([3]), t([4]));
dot(t([3, 3]), t([3]));
outer(t([3, 3]), t([3]));
outer(t([3]), t([3], 'i32'));

export const twoDims = <B extends Dim, C extends Dim>(x: Tensor<[4, B]>, y: Tensor<[C, 4]>) => matmul(x, y);
export const dimAndLiteral = <B extends Dim>(x: Tensor<[2, B]>, y: Tensor<[10, 4]>) => matmul(x, y);
export const wrongInner = <S extends Shape>(x: Tensor<[...S, 3]>, y: Tensor<[4, 5]>) => matmul(x, y);
export const bareShape = <S extends Shape>(x: Tensor<S>, y: Tensor<[4, 5]>) => matmul(x, y);
export const bareRight = <S extends Shape>(x: Tensor<[4, 5]>, y: Tensor<S>) => matmul(x, y);
export const twoBatches = <A extends Shape, B extends Shape>(x: Tensor<[...A, 2, 3]>, y: Tensor<[...B, 3, 4]>) => matmul(x, y);
