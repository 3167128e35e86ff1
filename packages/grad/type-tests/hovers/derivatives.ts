import { add, dim, exp, matmul, multiply, ones, scan, sum, type Tensor, zeros } from '@cotangent/core';
import {
  customJvp,
  grad,
  hessian,
  hvp,
  jacobianForward,
  jacobianReverse,
  jvp,
  linearize,
  linearTranspose,
  valueAndGrad,
  vjp,
  vmap,
} from '@cotangent/grad';

interface Params {
  readonly weight: Tensor<[3, 2]>;
  readonly bias: Tensor<[2]>;
}

declare const params: Params;
declare const x: Tensor<[3]>;
declare const xs: Tensor<['batch', 3]>;
declare const affine: (p: Params, a: Tensor<[3]>) => Tensor<[2]>;
const square = (a: Tensor<[3]>) => sum(multiply(a, a));
const loss = (p: Params, a: Tensor<[3]>) => sum(affine(p, a));
const written = { weight: ones([3, 2]), layers: [{ bias: ones([2]) }, { bias: ones([4]) }] } as const;

// Gradients.
export const gradientOf = grad(square);
export const gradient = grad(square)(x);
export const inTree = grad(loss)(params, x);
export const inWritten = grad((p: typeof written) => sum(p.layers[0].bias))(written);
export const inSecond = grad(loss, { argument: 1 });
export const both = valueAndGrad(loss)(params, x);
export const auxiliary = valueAndGrad((p: Params) => [loss(p, x), { output: affine(p, x) }] as const, { auxiliary: true })(
  params,
);

// Jacobians.
export const jacobian = jacobianReverse((a: Tensor<[3]>) => exp(a))(x);
export const jacobianInTree = jacobianReverse(affine)(params, x);
export const jacobianOfTree = jacobianForward((a: Tensor<[3]>) => ({ a: exp(a), b: square(a) }))(x);
export const jacobianFunction = jacobianForward(affine);
export const second = hessian(square)(x);
export const secondInTree = hessian(loss)(params, x);
export const alongDirection = hvp(loss)(params, params, x);

// Directions.
export const pushed = jvp(affine, [params, x], [params, x]);
export const pulled = vjp(affine, params, x);
export const cotangents = pulled[1](ones([2]));
export const linear = linearize(square, x);
export const transposed = linearTranspose((a: Tensor<[3]>) => multiply(a, 2), x);
export const custom = customJvp(
  (a: Tensor<[3]>) => exp(a),
  ([a], [t]) => multiply(exp(a), t),
);

// Batches and loops.
export const mappedFunction = vmap(square);
export const mapped = vmap(square)(xs);
export const perExample = vmap(grad(loss), { in: [null, 0] })(params, xs);
export const lastAxis = vmap((a: Tensor<[3]>) => exp(a), { in: 1, out: -1 })(ones([3, dim('batch', 2)]));
export const loop = scan((h: Tensor<[2]>, a: Tensor<[3]>) => [add(h, affine(params, a)), { h }], zeros([2]), xs);
export const throughTime = grad((w: Tensor<[3, 2]>) => sum(scan((h, a) => [add(h, matmul(a, w)), []], zeros([2]), xs)[0]))(
  ones([3, 2]),
);

// Names in use.
grad(loss)(params, x);
// ^?
jacobianReverse(affine)(params, x);
// ^?
vmap(square)(xs);
// ^?
