import { add, refine, type Dim, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t(['batch', 10]);
const size = 3;

refine(x, [size as number, 10]);
refine(x, ['batch', 10]);
refine(3, [3]);
refine(x, [2, 10], 'f16');
add(x, refine(x, [2, 10]));

export const forgotten = <B extends Dim, C extends Dim>(a: Tensor<[B, 10]>, b: Tensor<[C, 10]>) =>
  add(a, pipe(b, refine([a.dim(0), 10])));
export const wrongDim = <B extends Dim, C extends Dim>(a: Tensor<[B, 10]>, b: Tensor<[C, 10]>) =>
  pipe(b, refine([a.dim(1), 10]), (result) => (result._tag === 'Right' ? add(a, result.right) : a));
