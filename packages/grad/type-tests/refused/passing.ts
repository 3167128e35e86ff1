import { exp, ones, sum, type Tensor } from '@cotangent/core';
import { grad, hessian, jacobianReverse, valueAndGrad, vmap } from '@cotangent/grad';
import { square } from '../functions.ts';

// Functions that work for every shape, passed on before there is a tensor.
export const mapped = vmap(exp);
export const summed = vmap(sum(0));
export const twice = vmap(vmap(square));
export const gradient = grad(sum());
export const both = valueAndGrad(sum());
export const curvature = hessian(sum());
export const rows = jacobianReverse(exp);
export const wrongWrapped = vmap((x: Tensor<[3]>) => sum(x))(ones([5, 4]));
