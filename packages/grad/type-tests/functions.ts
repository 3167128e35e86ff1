/**
 * Functions and tensors for type tests.
 */
import { add, dim, matmul, multiply, ones, sum, type Tensor } from '@cotangent/core';

export interface Params {
  readonly weight: Tensor<[3, 2]>;
  readonly bias: Tensor<[2]>;
}

export const params: Params = { weight: ones([3, 2]), bias: ones([2]) };
export const x: Tensor<[3]> = ones([3]);
export const xs: Tensor<['batch', 3]> = ones([dim('batch', 5), 3]);
export const double: Tensor<[3], 'f64'> = ones([3], 'f64');
export const whole: Tensor<[3], 'i32'> = ones([3], 'i32');

/** `[3] -> []` */
export const square = (a: Tensor<[3]>): Tensor<[]> => sum(multiply(a, a));
/** `[3], [3] -> []` */
export const product = (a: Tensor<[3]>, b: Tensor<[3]>): Tensor<[]> => sum(multiply(a, b));
/** `[3] -> [3]` */
export const twice = (a: Tensor<[3]>): Tensor<[3]> => multiply(a, 2);
/** `params, [3] -> [2]` */
export const affine = (p: Params, a: Tensor<[3]>): Tensor<[2]> => add(matmul(a, p.weight), p.bias);
/** `params, [3] -> []` */
export const loss = (p: Params, a: Tensor<[3]>): Tensor<[]> => sum(affine(p, a));
/** A loss with something beside it. */
export const lossAndOutput = (p: Params, a: Tensor<[3]>) => [loss(p, a), { output: affine(p, a) }] as const;
/** Of whole numbers. */
export const counted = (a: Tensor<[3], 'i32'>): Tensor<[], 'i32'> => sum(multiply(a, a));
/** Parameters of which one is of whole numbers. */
export const mixed = (p: { readonly weight: Tensor<[3]>; readonly steps: Tensor<[3], 'i32'> }): Tensor<[]> => square(p.weight);
/** Not a literal. */
export const size: number = 1;
/** `{ a: [3], b: [2] }, [] -> []` */
export const pair = (p: { readonly a: Tensor<[3]>; readonly b: Tensor<[2]> }, q: Tensor<[]>): Tensor<[]> =>
  multiply(multiply(sum(p.a), sum(p.b)), q);
