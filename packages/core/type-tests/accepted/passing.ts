import { add, compile, exp, matmul, multiply, rearrange, softmax, sum, type Tensor } from '@cotangent/core';
import * as A from 'fp-ts/lib/ReadonlyArray.js';
import * as E from 'fp-ts/lib/Either.js';
import { flow, pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t([3, 4]);
const both: readonly Tensor<[3, 4]>[] = [x, x];

// What waits for its tensor is passed on where the tensor comes first.
export const piped: Tensor<[2]> = pipe(x, matmul(t([4, 2])), sum(0), softmax());
export const mapped: readonly Tensor<[4]>[] = both.map(sum(0));
export const mappedByName: readonly Tensor<[3, 4]>[] = both.map(exp);
export const inArray: readonly Tensor<[3, 2]>[] = pipe(both, A.map(matmul(t([4, 2]))));
export const inEither: E.Either<never, Tensor<[4, 3]>> = pipe(E.right(x), E.map(rearrange('a b -> b a')));

// In a flow the first function says what it takes.
export const flowing: (x: Tensor<[3, 4]>) => Tensor<[2]> = flow((y: Tensor<[3, 4]>) => matmul(y, t([4, 2])), add(1), sum(0));
export const named: (x: Tensor<['batch', 4]>) => Tensor<['batch']> = flow((y: Tensor<['batch', 4]>) => y, exp, sum(-1));

// Or it is wrapped.
export const wrapped: (x: Tensor<[3, 4]>) => Tensor<[2]> = flow((y: Tensor<[3, 4]>) => pipe(y, matmul(t([4, 2]))), sum(0));
export const program: (x: Tensor<[3, 4]>) => Tensor<[3, 4]> = compile((y: Tensor<[3, 4]>) => multiply(exp(y), 2));

/** An `any` is given a type by an annotation. */
export const annotated = (data: ReturnType<typeof JSON.parse>): Tensor<[3, 2]> => {
  const known: Tensor<[3, 4]> = data;
  return matmul(known, t([4, 2]));
};
