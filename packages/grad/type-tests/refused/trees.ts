import { ones, sum, type Float, type DType, type Dim, type Shape, type Tensor, type Tree } from '@cotangent/core';
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
  vmap,
} from '@cotangent/grad';
import { counted, loss, params, product, square, twice, whole, x, xs } from '../functions.ts';

// What is no tree of floats, at its path.
grad((p: { readonly a: Tensor<[3]>; readonly n: number }) => square(p.a))({ a: x, n: 3 });
grad((p: { readonly a: Tensor<[3]>; readonly n: null }) => square(p.a))({ a: x, n: null });
grad((p: { readonly a: Tensor<[3]>; readonly f: () => void }) => square(p.a))({ a: x, f: () => {} });
grad((p: { readonly a: Tensor<[3]>; readonly deep: readonly [Tensor<[3]>, { readonly name: string }] }) => square(p.a))({
  a: x,
  deep: [x, { name: 'w' }],
});
grad((p: { readonly a: Tensor<[3]>; readonly raw: Float32Array }) => square(p.a))({ a: x, raw: new Float32Array(3) });
grad((p: readonly (Tensor<[3]> | boolean)[]) => square(p[0] === true ? x : x))([true]);
grad((p: { readonly a: Tensor<[3]>; readonly 'layer-1': { readonly '2nd': 3 } }) => square(p.a))({
  a: x,
  'layer-1': { '2nd': 3 },
});
grad((_p: number) => square(x))(3);
grad((_p: string) => square(x))('w');
grad((p: { readonly a: Tensor<[3]>; readonly counts: readonly Tensor<[3], 'i32'>[] }) => square(p.a))({ a: x, counts: [whole] });
grad((p: ReadonlyMap<string, Tensor<[3]>>) => square(p.get('a') ?? x))(new Map([['a', x]]));
grad((p: { readonly a: Tensor<[3]>; readonly seen: ReadonlySet<string> }) => square(p.a))({ a: x, seen: new Set(['a']) });
grad((p: { readonly a: Tensor<[3]>; readonly cache: WeakMap<object, Tensor<[3]>> }) => square(p.a));
grad((p: { readonly a: Tensor<[3]>; readonly b: Tensor<[3], 'f32' | 'i32'> }) => square(p.a))({ a: x, b: whole });
valueAndGrad((p: { readonly a: Tensor<[3]>; readonly n: number }) => square(p.a))({ a: x, n: 3 });
hessian((p: { readonly a: Tensor<[3]>; readonly n: number }) => square(p.a))({ a: x, n: 3 });
hvp((p: { readonly a: Tensor<[3]>; readonly n: number }) => square(p.a))({ a: x, n: 3 }, { a: x, n: 3 });
hvp(counted)(whole, whole);
jacobianReverse(counted)(whole);
jacobianForward(counted)(whole);
jacobianReverse((a: Tensor<[3]>) => ({ a, positive: whole }))(x);
jacobianForward((a: Tensor<[3]>) => [a, 3])(x);
jvp(counted, [whole], [whole]);
vjp(counted, whole);
vjp((p: { readonly a: Tensor<[3]>; readonly n: number }) => square(p.a), { a: x, n: 3 });
linearize(counted, whole);
linearTranspose((a: Tensor<[3], 'i32'>) => a, whole);
vmap((_a: Tensor<[3]>, k: number) => k)(xs, 3);

// What is no result.
grad((_a: Tensor<[3]>) => 3)(x);
grad(async (a: Tensor<[3]>) => square(a))(x);
grad((a: Tensor<[3]>) => ({ loss: square(a) }))(x);
valueAndGrad((a: Tensor<[3]>) => [square(a), { accuracy: 0.5 }], { auxiliary: true })(x);
vjp((a: Tensor<[3]>) => ({ loss: square(a), name: 'loss' }), x);
jvp((a: Tensor<[3]>) => [a, undefined], [x], [x]);
vmap((a: Tensor<[3]>) => a.shape)(xs);
vmap(() => x)();
customJvp(
  (a: Tensor<[3]>) => [a, 3],
  ([a]) => [a, 3],
)(x);
customJvp(
  (a: Tensor<[3]>, _k: number) => a,
  ([a]) => a,
)(x, 3);
customVjp(
  (a: Tensor<[3]>) => a,
  (a) => [a, { kept: 3 }],
  (_, c) => [c],
)(x);

// Arguments that are not there.
grad(loss, { argument: 2 })(params, x);
grad(loss, { argument: -1 })(params, x);
grad(square, { argument: 1 })(x);
valueAndGrad(loss, { argument: 2 })(params, x);
valueAndGrad((a: Tensor<[3]>) => [square(a), a], { auxiliary: true, argument: 1 })(x);
valueAndGrad(product, { argumnt: 1 })(x, x);
valueAndGrad(square, { auxiliary: true })(x);

// Directions that are not like their primals.
jvp(loss, [params, x], [{ weight: params.weight, bias: x }, x]);
jvp(loss, [params, x], [{ ...params, scale: x }, x]);
jvp(loss, [params, x], [params, [x]]);
jvp(square, [x], [ones([3], 'f64')]);
jvp(square, [x], [3]);
jvp(twice, [x], []);

export const unbounded = <P>(f: (p: P) => Tensor<[]>) => grad(f);
export const anyDTypes = <P extends Tree>(f: (p: P) => Tensor<[]>) => grad(f);
export const anyDType = <D extends DType>(f: (p: Tensor<[3], D>) => Tensor<[]>) => grad(f);
export const anyResult = <D extends DType>(f: (p: Tensor<[3]>) => Tensor<[], D>) => grad(f);
export const halfBound = <P extends Tree<Float>, Q>(f: (p: { readonly left: P; readonly right: Q }) => Tensor<[]>) => grad(f);
export const boundToNumbers = <P extends { readonly n: number }>(f: (p: P) => Tensor<[]>) => grad(f);
export const inArgument = <P, Q extends Tree<Float>>(f: (p: P, q: Q) => Tensor<[]>) => grad(f, { argument: 0 });
export const bothUnbounded = <P>(f: (p: P) => Tensor<[]>) => valueAndGrad(f);
export const secondUnbounded = <P>(f: (p: P) => Tensor<[]>) => hessian(f);
export const pullUnbounded = <P>(f: (p: P) => Tensor<[]>, p: P) => vjp(f, p);
export const mapUnbounded = <P>(f: (p: P) => Tensor<[]>) => vmap(f);
export const otherShape = <N extends Dim, M extends Dim>(f: (a: Tensor<[N]>) => Tensor<[]>, a: Tensor<[N]>, t: Tensor<[M]>) =>
  jvp(f, [a], [t]);
export const generalResult = <S extends Shape>(f: (a: Tensor<S>) => Tensor<S>) => hessian(f);
export const otherParams = <P extends Tree<Float>, Q extends Tree<Float>>(f: (p: P) => Tensor<[]>, q: Q): Q => grad(f)(q);
export const sumOfAny = <B extends Dim>(a: Tensor<[B, 3]>) => grad((b: Tensor<[B, 3]>) => sum(b, 0))(a);
