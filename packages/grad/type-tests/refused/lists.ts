/** Functions of however many arguments, and arguments that may be left out. */
import { compile, type Tensor } from '@cotangent/core';
import { grad, hessian, jacobianReverse, valueAndGrad, vmap } from '@cotangent/grad';
import { product, square } from '../functions.ts';

const first = (...all: readonly Tensor<[3]>[]): Tensor<[]> => all.reduce((total, one) => product(total, one) as never) as never;
const perhaps = (a: Tensor<[3]>, b?: Tensor<[3]>): Tensor<[]> => (b === undefined ? square(a) : product(a, b));

export const second = () => grad(first, { argument: 1 });
export const secondToo = () => valueAndGrad(first, { argument: 1 });
export const axes = () => vmap(first, { in: [0, null] });
export const axesInside = () => vmap((all: readonly Tensor<[3]>[]) => all, { in: [[0, null]] });
export const leftOut = () => grad(perhaps, { argument: 1 });
export const none = () => grad((a?: Tensor<[3]>) => (a === undefined ? (0 as never) : square(a)));
export const noRows = () => jacobianReverse((a?: Tensor<[3]>) => (a === undefined ? (0 as never) : square(a)));
export const noCurvature = () => hessian((a?: Tensor<[3]>) => (a === undefined ? (0 as never) : square(a)));
export const batched = () => vmap(perhaps);
export const compiled = () => compile(perhaps);
