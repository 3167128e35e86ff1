/** Batch axes that are there, or left out. */
import { ones, type Shape, type Tensor } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { pipe } from 'fp-ts/lib/function.js';

const same = (x: Tensor<[3, 4]>) => x;
declare const from: { readonly in?: 0; readonly out?: 0 };

export const batch: Tensor<[5, 3, 4]> = vmap(same, undefined)(ones([5, 3, 4]));
export const plain: Tensor<[5, 3, 4]> = vmap(same, {})(ones([5, 3, 4]));
export const first: Tensor<[5, 3, 4]> = vmap(same, from)(ones([5, 3, 4]));
export const moved: Tensor<[3, 4, 5]> = vmap(same, { in: 1, out: 2 })(ones([3, 5, 4]));
export const piped: Tensor<[5, 3, 4]> = pipe(same, vmap)(ones([5, 3, 4]));
export const generic = <S extends Shape>(f: (x: Tensor<S>) => Tensor<S>) => vmap(f);
