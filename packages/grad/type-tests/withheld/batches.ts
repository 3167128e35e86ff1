import { add, dim, matmul, ones, scan, type Dim, type Tensor } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { square } from '../functions.ts';

export const nested: Tensor<['outer', 'batch']> = vmap(vmap(square))(ones([dim('outer', 2), dim('batch', 5), 3]));
export const genericLoop = <T extends Dim, B extends Dim>(h: Tensor<[B, 3]>, inputs: Tensor<[T, B, 3]>): Tensor<[T, B, 3]> =>
  scan((carry: Tensor<[B, 3]>, a: Tensor<[B, 3]>) => [add(carry, a), matmul(a, ones([3, 3]))], h, inputs)[1];
