/** Functions of however many arguments, and arguments that may be left out, where that does no harm. */
import { compile, multiply, type Tensor, ones } from '@cotangent/core';
import { grad, valueAndGrad, vmap } from '@cotangent/grad';
import { product, square, x } from '../functions.ts';

const perhaps = (a: Tensor<[3]>, b?: Tensor<[3]>): Tensor<[]> => (b === undefined ? square(a) : product(a, b));
const all = (...each: readonly Tensor<[3]>[]) => each;

export const byFirst: Tensor<[3]> = grad(perhaps)(ones([3]));
export const byNumber: Tensor<[3]> = grad(perhaps, { argument: 0 })(ones([3]));
export const written: Tensor<[3]> = grad((a: Tensor<[3]>, b: Tensor<[3]>) => perhaps(a, b), { argument: 1 })(
  ones([3]),
  ones([3]),
);
export const first: Tensor<[3]> = grad((a: Tensor<[3]>, ...more: readonly Tensor<[3]>[]) => product(a, more[0] ?? a), {
  argument: 0,
})(ones([3]), ones([3]));
export const batched: Tensor<[5]> = vmap((a: Tensor<[3]>) => perhaps(a))(ones([5, 3]));
export const compiled = compile(all)(ones([3]), ones([3]));
export const oneAxis = vmap(all, { in: 0 })(ones([5, 3]), ones([5, 3]));
export const inside = vmap((list: readonly Tensor<[3]>[]) => list, { in: [0] })([ones([5, 3]), ones([5, 3])]);

// Arguments with a default: of a type that is written down, and of a function that is declared before.
const scaled = (a: Tensor<[3]>, k = 2): Tensor<[]> => multiply(square(a), k);
export const byDefault: Tensor<[3]> = grad((a: Tensor<[3]>, k: number = 2) => multiply(square(a), k))(x);
export const declaredBefore: Tensor<[3]> = valueAndGrad(scaled)(x, 3)[1];
