import { multiply, ones, sum, type Dim, type DType, type Shape, type Tensor } from '@cotangent/core';
import {
  customJvp,
  customVjp,
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
} from '@cotangent/grad';
import {
  affine,
  counted,
  double,
  loss,
  lossAndOutput,
  mixed,
  params,
  product,
  square,
  twice,
  whole,
  x,
  xs,
} from '../functions.ts';

grad(twice)(x);
grad((_a: Tensor<[3]>) => counted(whole))(x);
grad((_a: Tensor<[3], 'i32'>) => ones([]))(whole);
grad(mixed)({ weight: x, steps: whole });
grad((a: Tensor<[3]>) => [square(a), a])(x);
grad(square)(xs);
grad(square)(double);
grad(square)(x, x);
grad(loss)({ weight: params.weight }, x);
grad(loss)(params);
grad(affine, { argument: 1 })(params, x);
grad(lossAndOutput)(params, x);
valueAndGrad(twice)(x);
valueAndGrad(lossAndOutput)(params, x);
valueAndGrad(affine, { auxiliary: true })(params, x);
valueAndGrad((_a: Tensor<[3]>) => counted(whole))(x);
valueAndGrad(mixed)({ weight: x, steps: whole });
valueAndGrad(affine, { argument: 1 })(params, x);
jacobianForward(twice)(xs);
hessian(twice)(x);
hessian(counted)(whole);
hessian(loss)(x, params);
hvp(square)(x, xs);
hvp(square)(x);
hvp(twice)(x, x);
jvp(square, [xs], [xs]);
jvp(square, [x], [xs]);
jvp(square, [x], [x, x]);
jvp(product, [x, x], [x]);
jvp(square, x, x);
jvp(loss, [params, x], [{ weight: params.weight }, x]);
vjp(square, xs);
vjp(square, x)[1](x);
linearize(twice, xs);
linearize(twice, x)[1](xs);
linearTranspose(twice, xs);
linearTranspose(twice, x)(xs);
customJvp(twice, ([_a], [t]) => square(t))(x);
customVjp(
  twice,
  (a) => [a, []],
  (_, cotangent) => [square(cotangent)],
)(x);
customVjp(
  twice,
  (a) => [square(a), []],
  (_, cotangent) => [cotangent],
)(x);

export const ofNumber = () => grad(3);
export const toNumber = () => grad((_a: Tensor<[3]>) => 1)(x);
export const ofCounts = () => grad(counted)(whole);
export const openShape = <S extends Shape>(f: (a: Tensor<[3]>) => Tensor<S>) => grad(f);
export const openDim = <N extends Dim>(f: (a: Tensor<[3]>) => Tensor<[N]>) => grad(f);
export const openDType = <D extends DType>(f: (a: Tensor<[3], D>) => Tensor<[], D>) => grad(f);
export const vectorLoss = <N extends Dim>(a: Tensor<[N]>) => grad((b: Tensor<[N]>) => multiply(b, b))(a);
export const otherTree = <P, Q>(f: (p: P) => Tensor<[]>, q: Q) => grad(f)(q);
export const otherTangent = <P, Q>(f: (p: P) => Tensor<[]>, p: P, q: Q) => jvp(f, [p], [q]);
export const wrongHessian = <N extends Dim>(f: (a: Tensor<[N]>) => Tensor<[]>, a: Tensor<[N]>): Tensor<[N]> => hessian(f)(a);
export const wrongJacobian = <N extends Dim, M extends Dim>(f: (a: Tensor<[N]>) => Tensor<[M]>, a: Tensor<[N]>): Tensor<[N, M]> =>
  jacobianReverse(f)(a);
export const summedTwice = <N extends Dim>(a: Tensor<[N, 2]>) => grad((b: Tensor<[N, 2]>) => sum(b, 0))(a);
