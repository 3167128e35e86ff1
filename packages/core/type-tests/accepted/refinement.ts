import { add, type Dim, type DType, fromUnknown, matmul, refine, type Shape, sum, type Tensor } from '@cotangent/core';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

/** Two generic dims of which run time knows that they are one. */
export const joined = <B extends Dim, C extends Dim>(x: Tensor<[B, 10]>, y: Tensor<[C, 10]>) =>
  pipe(
    y,
    refine([x.dim(0), 10]),
    E.map((same): Tensor<[B, 10]> => add(x, same)),
  );

/** An inner dim of which run time knows that it is 784. */
export const classified = <B extends Dim, N extends Dim>(x: Tensor<[B, N]>, weight: Tensor<[784, 10]>) =>
  pipe(
    refine(x, [x.dim(0), 784]),
    E.map((flat): Tensor<[B, 10]> => matmul(flat, weight)),
  );

/** A shape of which nothing is known. */
export const rows = <S extends Shape, D extends DType>(x: Tensor<S, D>) => refine(x, [2, 3]);

/** A tensor of a shape that no type knows. */
export const decoded = pipe(
  fromUnknown([[1, 2, 3]]),
  E.chainW((x) => refine(x, [1, 3], 'f32')),
  E.map((x): Tensor<[]> => sum(x)),
);
