import { add, multiply, ones, scan, type Dim, type Shape, sum, type Tensor, zeros } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { double, loss, params, product, square, x, xs } from '../functions.ts';

vmap(square)(x);
vmap(square)(double);
vmap(square)(ones([5, 4]));
vmap(square)(xs, xs);
vmap(product)(xs, x);
vmap(product)(xs, ones([4, 3]));
vmap(square, { in: 1 })(xs);
vmap(square, { in: 2 })(xs);
vmap(product, { in: [0] })(xs, xs);
vmap(product, { in: [0, null] })(xs, xs);
vmap(loss, { in: [{ weight: 0 }, 0] })(params, xs);
vmap(square, { axis: 0 })(xs);
vmap(3);
scan((h, a) => [a, h], zeros([2]), xs);
scan((h, a) => [sum(h), a], zeros([3]), xs);
scan((h, a) => add(h, a), zeros([3]), xs);
scan((h, a) => [add(h, a)], zeros([3]), xs);
scan((h: Tensor<[3]>, a: Tensor<[4]>) => [h, a], zeros([3]), xs);
scan((h, a) => [h, a], zeros([3]), xs, { backward: true });

export const sameAxis = <A extends Dim, B extends Dim>(a: Tensor<[A, 3]>, b: Tensor<[B, 3]>) => vmap(product)(a, b);
export const noAxis = <S extends Shape>(f: (a: Tensor<S>) => Tensor<[]>, a: Tensor<S>) => vmap(f)(a);
export const wrongBatch = <B extends Dim>(a: Tensor<[B, 3]>): Tensor<[3]> => vmap(square)(a);
export const otherCarry = <N extends Dim, M extends Dim>(h: Tensor<[N]>, inputs: Tensor<['time', M]>) =>
  scan((carry: Tensor<[N]>, a: Tensor<[M]>) => [a, carry], h, inputs);
export const grownCarry = <N extends Dim>(h: Tensor<[N]>, inputs: Tensor<['time', N]>) =>
  scan((carry: Tensor<[N]>, a: Tensor<[N]>) => [ones([2, h.dim(0)]), multiply(carry, a)], h, inputs);
