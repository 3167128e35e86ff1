/** Arguments of a function that are given beside it. */
import { compile } from '@cotangent/core';
import { grad, hessian, hvp, jacobianForward, jacobianReverse, valueAndGrad, vmap } from '@cotangent/grad';
import { affine, loss, params, square, x } from '../functions.ts';

grad(square, x);
grad(square, [x]);
grad(square, 1);
grad(loss, params);
grad(loss, params, x);
grad(loss, { argument: 1 }, params, x);
valueAndGrad(square, x);
valueAndGrad(loss, params);
valueAndGrad(loss, params, x);
hessian(square, x);
hessian(loss, params, x);
hessian(square, 1);
hvp(square, x, x);
jacobianForward(square, x);
jacobianReverse(affine, params, x);
vmap(square, x);
vmap(square, 0);
vmap(loss, params, x);
vmap(square, { in: 0 }, x);
compile(square, x);
compile(loss, params, x);
compile(square, { cacheSize: 1 }, x);
