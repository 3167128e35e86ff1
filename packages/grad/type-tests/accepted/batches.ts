import {
  add,
  dim,
  type Float,
  type Key,
  key,
  multiply,
  ones,
  scan,
  splitStacked,
  type Dim,
  type Shape,
  sum,
  type Tensor,
  type Tree,
  zeros,
} from '@cotangent/core';
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

// Bodies that are generic in a tree, whose batches have a name.
export const manyParams = <P extends Tree<Float>>(init: (k: Key) => P) => {
  const many = vmap((k: Key) => init(k))(splitStacked(key(0), 3));
  return many;
};
export const each: Tensor<[3, 2]> = manyParams(() => ({ w: ones([2]) })).w;
export const manyGradients = <P extends Tree<Float>>(f: (p: P, a: Tensor<[3]>) => Tensor<[]>, p: P) => {
  const gradientsOf = vmap(grad(f), { in: [null, 0] })(p, xs);
  return gradientsOf;
};
export const eachGradient: Tensor<['batch', 3]> = manyGradients((p: readonly [Tensor<[3]>], a) => product(...p, a), [x])[0];
export const behind = <P extends Tree<Float>>(f: (a: Tensor<[3]>) => P) => {
  const batch = vmap(f, { out: -1 })(xs);
  return batch;
};
export const eachBehind: Tensor<[2, 'batch']> = behind((a) => [affine(params, a)] as const)[0];
export const ys = <P extends Tree<Float>>(step: (h: Tensor<[3]>, a: Tensor<[3]>) => readonly [Tensor<[3]>, P]) => {
  const [h, all] = scan(step, zeros([3]), xs);
  return [h, all] as const;
};
export const eachY: Tensor<['batch', 3]> = ys((h, a) => [h, { a }])[1].a;
export const anyTree = (f: (a: Tensor<[3]>) => Tree<Float>) => {
  const batch = vmap(f)(xs);
  return batch;
};

// Lists stay what they are.
const listed = {
  writable: (a: Tensor<[3]>): Tensor<[3]>[] => [a],
  readonly: (a: Tensor<[3]>): readonly Tensor<[3]>[] => [a],
  open: (a: Tensor<[3]>): [Tensor<[3]>, ...Tensor<[2]>[]] => [a],
  empty: (a: Tensor<[3]>): [Tensor<[3]>, []] => [a, []],
};
export const writable: Tensor<['batch', 3]>[] = vmap(listed.writable)(xs);
export const writableBehind: Tensor<[3, 'batch']>[] = vmap(listed.writable, { out: 1 })(xs);
export const readable: readonly Tensor<['batch', 3]>[] = vmap(listed.readonly)(xs);
export const open: [Tensor<['batch', 3]>, ...Tensor<['batch', 2]>[]] = vmap(listed.open)(xs);
export const empty: [Tensor<['batch', 3]>, []] = vmap(listed.empty)(xs);

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
