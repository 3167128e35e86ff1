import {
  exp,
  matmul,
  mean,
  multiply,
  ones,
  type Dim,
  type Float,
  type Key,
  type Shape,
  subtract,
  sum,
  type Tensor,
  type Tree,
} from '@cotangent/core';
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
  stopGradient,
  valueAndGrad,
  vjp,
} from '@cotangent/grad';
import { affine, double, loss, lossAndOutput, type Params, params, product, square, twice, whole, x } from '../functions.ts';

/** Holds when two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(answer: Same<A, B>): boolean => answer;

// A gradient is the tree of its parameters.
export const ofTensor: Tensor<[3]> = grad(square)(x);
export const ofTree: Params = grad(loss)(params, x);
export const inSecond: Tensor<[3]> = grad(loss, { argument: 1 })(params, x);
export const twiceOver: Tensor<[3]> = grad((a: Tensor<[3]>) => sum(grad(square)(a)))(x);
export const ofDouble: Tensor<[3], 'f64'> = grad((a: Tensor<[3], 'f64'>) => sum(multiply(a, a)))(double);
export const wholeBeside: Tensor<[3]> = grad((a: Tensor<[3]>, _n: Tensor<[3], 'i32'>) => square(a))(x, whole);
export const [value, gradient] = valueAndGrad(loss)(params, x);
same<typeof value, Tensor<[]>>(true);
same<typeof gradient, Params>(true);
export const [[lossValue, { output }], auxiliaryGradient] = valueAndGrad(lossAndOutput, { auxiliary: true })(params, x);
same<typeof output, Tensor<[2]>>(true);
same<typeof auxiliaryGradient, Params>(true);
export const [ofProduct, inFactor]: readonly [Tensor<[]>, Tensor<[3]>] = valueAndGrad(product, { argument: 1 })(x, x);

// Jacobians put the result's dimensions before the parameters' own.
export const square2: Tensor<[3, 3]> = jacobianReverse(twice)(x);
export const forward: Tensor<[3, 3]> = jacobianForward(twice)(x);
export const ofAffine: { readonly weight: Tensor<[2, 3, 2]>; readonly bias: Tensor<[2, 2]> } = jacobianReverse(affine)(params, x);
export const ofRecord: { readonly a: Tensor<[3, 3]>; readonly b: Tensor<[3]> } = jacobianForward((a: Tensor<[3]>) => ({
  a: twice(a),
  b: square(a),
}))(x);
export const ofTuple: readonly [Params, { readonly weight: Tensor<[2, 3, 2]>; readonly bias: Tensor<[2, 2]> }] = jacobianReverse(
  (p: Params, a: Tensor<[3]>) => [loss(p, a), affine(p, a)] as const,
)(params, x);
export const second: Tensor<[3, 3]> = hessian(square)(x);
export const blocks: { readonly weight: Tensor<[2, 3, 2]>; readonly bias: Tensor<[2, 2]> } = hessian(loss)(params, x).bias;
export const third: Tensor<[3, 3, 3]> = jacobianForward(hessian(square))(x);
export const product2: Params = hvp(loss)(params, params, x);

// Directions are trees like the arguments.
export const [pushed, tangent] = jvp(product, [x, x], [x, x]);
same<typeof tangent, Tensor<[]>>(true);
export const [pulledValue, pullback] = vjp(affine, params, x);
export const [paramsCotangent, xCotangent] = pullback(pulledValue);
same<typeof paramsCotangent, Params>(true);
same<typeof xCotangent, Tensor<[3]>>(true);
export const [linearValue, derivative] = linearize(twice, x);
export const along: Tensor<[3]> = derivative(x);
export const transposed: readonly [Tensor<[3]>] = linearTranspose(twice, x)(x);
export const stopped: Tensor<[3]> = stopGradient(x);

// Rules of one's own.
export const custom: Tensor<[3]> = grad(
  customJvp(
    (a: Tensor<[3]>) => square(a),
    ([a], [t]) => sum(multiply(multiply(a, 2), t)),
  ),
)(x);
export const clipped: (a: Tensor<[3]>) => Tensor<[3]> = customVjp(
  (a: Tensor<[3]>) => a,
  (a) => [a, { kept: a }],
  ({ kept }, cotangent) => [multiply(kept, cotangent)],
);

// Generic bodies.
export const genericDim = <N extends Dim>(a: Tensor<[N]>): Tensor<[N]> => grad((b: Tensor<[N]>) => sum(multiply(b, b)))(a);
export const genericShape = <S extends Shape>(a: Tensor<S>): Tensor<S> => grad((b: Tensor<S>) => sum(exp(b)))(a);
export const genericTree = <P extends Tree<Float>>(f: (p: P, k: Key) => Tensor<[]>, p: P, k: Key): P => grad(f)(p, k);
export const genericJacobian = <N extends Dim, M extends Dim>(w: Tensor<[N, M]>, a: Tensor<[N]>): Tensor<[M, N]> =>
  jacobianReverse((b: Tensor<[N]>) => matmul(b, w))(a);
export const curvature = <P extends Tree<Float>>(f: (p: P) => Tensor<[]>, p: P) => {
  const h = hessian(f)(p);
  return h;
};
export const ofCurvature: Tensor<[3, 3]> = curvature(({ a }: { a: Tensor<[3]> }) => square(a), { a: x }).a.a;
export const rows = <P extends Tree<Float>>(f: (p: P) => Tensor<[2]>, p: P) => {
  const j = jacobianReverse(f)(p);
  return j;
};
export const ofRows: Tensor<[2, 2]> = rows(({ bias }: { bias: Tensor<[2]> }) => bias, { bias: params.bias }).bias;
export const columns = <P extends Tree<Float>>(f: (a: Tensor<[3]>) => P) => {
  const j = jacobianForward(f)(x);
  return j;
};
export const ofColumns: Tensor<[3, 3]> = columns((a) => [a] as const)[0];
export const ofList: Tensor<[3, 3]>[] = jacobianReverse((a: Tensor<[3]>): Tensor<[3]>[] => [twice(a)])(x);
export const inList: Tensor<[3, 3]>[] = jacobianReverse(([a]: [Tensor<[3]>, ...Tensor<[3]>[]]) => twice(a))([x]);
export const newton = <N extends Dim>(f: (a: Tensor<[N]>) => Tensor<[]>, a: Tensor<[N]>): Tensor<[N, N]> => hessian(f)(a);
export const descent = <P extends Tree<Float>>(f: (p: P) => Tensor<[]>, p: P, step: (p: P, g: P) => P): P => {
  const [, g] = valueAndGrad(f)(p);
  return step(p, g);
};
export const genericDirection = <S extends Shape>(f: (a: Tensor<S>) => Tensor<[]>, a: Tensor<S>): Tensor<[]> =>
  jvp(f, [a], [a])[1];
export const meanLoss = <B extends Dim>(p: Params, inputs: Tensor<[B, 3]>, targets: Tensor<[B, 2]>): Params =>
  grad((q: Params) => {
    const error = subtract(matmul(inputs, q.weight), targets);
    return mean(multiply(error, error));
  })(p);
export const genericFloat = <D extends Float>(a: Tensor<[3], D>): Tensor<[3], D> => grad((b: Tensor<[3], D>) => sum(b))(a);
export const onesLike: Tensor<[3]> = grad((a: Tensor<[3]>) => sum(a))(ones([3]));
