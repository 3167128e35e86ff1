import { add, einsum, exp, matmul, refine, sum, type AnyTensor, type Tensor } from '@cotangent/core';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

// `refine` says what a tensor is that only run time knows.
export const total = (x: AnyTensor): E.Either<Error, Tensor<[3]>> =>
  pipe(
    refine(x, [3, 4], 'f32'),
    E.map((known) => sum(known, 1)),
  );

// The shape of a constant, as it stands in types.
const shape = [3, 4] as const;
export const fixed = (x: Tensor<[...typeof shape]>): Tensor<[3, 2]> => matmul(add(x, t([3, 4])), t([4, 2]));
export const refined = (x: AnyTensor): E.Either<Error, Tensor<[3, 4]>> => refine(x, shape, 'f32');

// A readonly tuple passes where it makes no difference.
export const same = (x: Tensor<typeof shape>): readonly [Tensor<typeof shape>, Tensor<[]>, Tensor<[4, 3]>] => [
  exp(x),
  sum(x),
  einsum('ij->ji', x),
];
