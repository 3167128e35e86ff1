import { dim, exp, ones, sum, type Dim, type Tensor } from '@cotangent/core';
import { grad, vmap } from '@cotangent/grad';
import { square, x, xs } from '../functions.ts';

// Wrapped, with the type of one example.
export const mapped: Tensor<['batch', 3]> = vmap((row: Tensor<[3]>) => exp(row))(xs);
export const gradient: Tensor<[3]> = grad((v: Tensor<[3]>) => sum(v))(x);
export const twice: Tensor<['outer', 'batch']> = vmap((rows: Tensor<['batch', 3]>) => vmap(square)(rows))(
  ones([dim('outer', 2), dim('batch', 5), 3]),
);
export const twiceGeneric = <N extends Dim, M extends Dim>(all: Tensor<[N, M, 3]>): Tensor<[N, M]> =>
  vmap((rows: Tensor<[M, 3]>) => vmap(square)(rows))(all);

/** A function that gives an `any` is taken at its word. */
export const ofAny: (v: Tensor<[3]>) => Tensor<[3]> = grad((v: Tensor<[3]>) => JSON.parse(`${v.rank}`));
