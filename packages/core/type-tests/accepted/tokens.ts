import {
  add,
  dim,
  eye,
  oneHot,
  ones,
  refine,
  repeat,
  reshape,
  zeros,
  type AnyTensor,
  type Dim,
  type Dimension,
  type Tensor,
} from '@cotangent/core';
import type * as E from 'fp-ts/lib/Either.js';
import { t } from '../tensors.ts';

// A token with a type parameter for a name is one name, whatever it is bound by.
export const rows = <B extends Dim>(batch: Dimension<B>): Tensor<[B, 2]> => ones([batch, 2]);
export const words = <B extends string>(batch: Dimension<B>): Tensor<[B, B]> => eye(batch);
export const sizes = <B extends number>(size: Dimension<B>): Tensor<[2, B]> => oneHot(t([2], 'i32'), size);
export const either = <B extends 'a' | 'b'>(batch: Dimension<B>): Tensor<[B]> => zeros([batch]);
export const like = <B extends Dim, C extends Dim>(x: Tensor<[B, C]>): Tensor<[B, C]> => add(ones([x.dim(0), x.dim(1)]), x);
export const merged = <B extends Dim>(x: Tensor<[B, 2, 3]>): Tensor<[B, 6]> => reshape(x, [x.dim(0), 6]);
export const copies = <B extends Dim>(batch: Dimension<B>): Tensor<[4, B]> => repeat(t([4]), 'a -> a b', { b: batch });

// A tensor of which nothing is known gets its names from a refinement.
export const images = (x: AnyTensor): E.Either<Error, Tensor<['batch', 28]>> =>
  refine(x, [dim('batch', x.sizes[0] ?? 0), 28], 'f32');

// Names of letters, digits and `_`; sizes that only run time knows.
export const token: Dimension<'seq_len2'> = dim('seq_len2', 0);
export const private_: Dimension<'_n'> = dim('_n', 2);
export const known = (n: number): Dimension<'n'> => dim('n', n);
export const given: Dimension<'n'> = dim<'n'>('n', 3);
export const each: readonly Dimension<'n'>[] = [1, 2].map((size) => dim('n', size));

// A size that the caller does not know is named by what makes a token of it.
export const counted = <N extends Dim>(name: (size: number) => Dimension<N>): Tensor<[N, 4]> => ones([name(3), 4]);
export const named: Tensor<['rows', 4]> = counted((size) => dim('rows', size));
