/** Batch axes that agree: named, counted, generic, in any place. */
import { compile, dim, ones, type Dim, type Float, type Tensor, type Tree } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { pair, product } from '../functions.ts';

const batch = dim('batch', 5);

export const sizes: Tensor<[5]> = vmap(product)(ones([5, 3]), ones([5, 3]));
export const named: Tensor<['batch']> = vmap(product)(ones([batch, 3]), ones([batch, 3]));
export const places: Tensor<['batch']> = vmap(product, { in: [-1, 0] })(ones([3, batch]), ones([batch, 3]));
export const shared: Tensor<[6]> = vmap(product, { in: [null, 0] })(ones([3]), ones([6, 3]));
export const inTrees: Tensor<[5]> = vmap(pair)({ b: ones([5, 2]), a: ones([5, 3]) }, ones([5]));
export const partly: Tensor<[4]> = vmap(pair, { in: [{ a: 0, b: null }, 0] })({ a: ones([4, 3]), b: ones([2]) }, ones([4]));
export const many = vmap((...xs: readonly Tensor<[3]>[]) => xs)(ones([5, 3]), ones([5, 3]), ones([5, 3]));
export const generic = <B extends Dim>(a: Tensor<[B, 3]>, b: Tensor<[B, 3]>): Tensor<[B]> => vmap(product)(a, b);
export const genericTree = <B extends Dim>(a: Tensor<[B, 3]>, b: Tensor<[B, 2]>): Tensor<[B]> =>
  vmap(pair)({ a, b }, ones([a.dim(0)]));
export const ofAny = <P extends Tree<Float>, N extends Dim>(
  f: (p: P, x: Tensor<[N]>) => Tensor<[N]>,
  p: P,
  xs: Tensor<['batch', N]>,
) => vmap(f, { in: [null, 0] })(p, xs);
export const compiled: Tensor<[5]> = compile(vmap(product))(ones([5, 3]), ones([5, 3]));
export const assigned: (a: Tensor<[5, 3]>, b: Tensor<[5, 3]>) => Tensor<[5]> = vmap(product);
