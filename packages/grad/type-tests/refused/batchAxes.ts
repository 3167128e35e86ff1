/** Batch axes that differ, within one argument and between several. */
import { dim, multiply, ones, type Dim, type Tensor } from '@cotangent/core';
import { grad, vmap } from '@cotangent/grad';
import { loss, pair, params, product, x, xs } from '../functions.ts';

vmap(product)(ones([5, 3]), ones([6, 3]));
vmap(product)(ones([3, 3]), ones([dim('batch', 3), 3]));
vmap(product)(ones([dim('old', 3), 3]), ones([dim('new', 3), 3]));
vmap(product, { in: [1, 0] })(ones([3, 5]), ones([6, 3]));
vmap(product, { in: [-1, 0] })(ones([3, dim('batch', 6)]), ones([6, 3]));
vmap(pair)({ a: ones([5, 3]), b: ones([6, 2]) }, ones([5]));
vmap(pair)({ b: ones([5, 2]), a: ones([dim('batch', 5), 3]) }, ones([dim('batch', 5)]));
vmap(pair, { in: [{ a: 0, b: null }, 0] })({ a: ones([5, 3]), b: ones([2]) }, ones([4]));
vmap((...xs: readonly Tensor<[3]>[]) => xs)(ones([5, 3]), ones([5, 3]), ones([6, 3]));
vmap((x: Tensor<[3]>, y: Tensor<[3]>, z: Tensor<[]>) => multiply(product(x, y), z), { in: [null, 0, 0] })(
  ones([3]),
  ones([5, 3]),
  ones([6]),
);

// Arguments that all examples share.
vmap(grad(loss))(params, xs);
vmap(loss, { in: 0 })(params, xs);
vmap(product)(x, xs);
vmap(product, { in: -2 })(xs, ones([4, 3]));

export const oneKnown = <B extends Dim>(a: Tensor<[B, 3]>) => vmap(product)(a, ones([5, 3]));
export const inside = <A extends Dim, B extends Dim>(a: Tensor<[A, 3]>, b: Tensor<[B, 2]>) =>
  vmap(pair)({ a, b }, ones([a.dim(0)]));
export const assigned: (a: Tensor<[5, 3]>, b: Tensor<[6, 3]>) => Tensor<[5]> = vmap(product);
