import { add, dim, multiply, ones, scan, type Dim, type Shape, sum, type Tensor, zeros } from '@cotangent/core';
import { grad, jacobianForward, vmap } from '@cotangent/grad';
import { affine, loss, type Params, params, product, square, x, xs } from '../functions.ts';

// A leading axis on all arguments and results.
export const squares: Tensor<['batch']> = vmap(square)(xs);
export const gradients: Tensor<['batch', 3]> = vmap(grad(square))(xs);
export const jacobians: Tensor<['batch', 3, 3]> = vmap(jacobianForward((a: Tensor<[3]>) => multiply(a, a)))(xs);
export const literal: Tensor<[5]> = vmap(square)(ones([5, 3]));
export const perExample: { readonly weight: Tensor<['batch', 3, 2]>; readonly bias: Tensor<['batch', 2]> } = vmap(grad(loss), {
  in: [null, 0],
})(params, xs);

// Other axes.
export const lastIn: Tensor<['batch']> = vmap(square, { in: 1 })(ones([3, dim('batch', 5)]));
export const lastOut: Tensor<[3, 'batch']> = vmap((a: Tensor<[3]>) => multiply(a, a), { out: 1 })(xs);
export const negativeOut: Tensor<[3, 'batch']> = vmap((a: Tensor<[3]>) => multiply(a, a), { out: -1 })(xs);
export const oneShared: Tensor<['batch']> = vmap(product, { in: [0, null] })(xs, x);
export const inTree: Tensor<['batch', 2]> = vmap(affine, { in: [{ weight: null, bias: 0 }, 0] })(
  { weight: params.weight, bias: ones([dim('batch', 5), 2]) },
  xs,
);
export const outTree: { readonly a: Tensor<['batch', 3]>; readonly b: Tensor<['batch']> } = vmap((a: Tensor<[3]>) => ({
  a,
  b: square(a),
}))(xs);

// Generic bodies.
export const genericBatch = <B extends Dim>(a: Tensor<[B, 3]>): Tensor<[B]> => vmap(square)(a);
export const genericElement = <B extends Dim, S extends Shape>(
  f: (a: Tensor<S>) => Tensor<[]>,
  a: Tensor<[B, ...S]>,
): Tensor<[B]> => vmap(f)(a);

// Loops, and derivatives through them.
export const loop: readonly [Tensor<[3]>, Tensor<['batch']>] = scan((h, a) => [add(h, a), product(h, a)], zeros([3]), xs);
export const written: readonly [Tensor<[3]>, Tensor<['batch']>] = scan(
  (h: Tensor<[3]>, a: Tensor<[3]>) => [add(h, a), product(h, a)],
  zeros([3]),
  xs,
);
export const throughTime: Params = grad((p: Params) => {
  const [h] = scan((carry: Tensor<[2]>, a: Tensor<[3]>) => [add(carry, affine(p, a)), []], zeros([2]), xs);
  return sum(h);
})(params);
