/** Batch axes and options that are there, or left out. */
import { ones, type Shape, type Tensor } from '@cotangent/core';
import { grad, jvp, valueAndGrad, vmap } from '@cotangent/grad';
import { pipe } from 'fp-ts/lib/function.js';
import { loss, lossAndOutput, type Params, params, product, square, x } from '../functions.ts';

const same = (x: Tensor<[3, 4]>) => x;
declare const from: { readonly in?: 0; readonly out?: 0 };

export const batch: Tensor<[5, 3, 4]> = vmap(same, undefined)(ones([5, 3, 4]));
export const plain: Tensor<[5, 3, 4]> = vmap(same, {})(ones([5, 3, 4]));
export const first: Tensor<[5, 3, 4]> = vmap(same, from)(ones([5, 3, 4]));
export const moved: Tensor<[3, 4, 5]> = vmap(same, { in: 1, out: 2 })(ones([3, 5, 4]));
export const piped: Tensor<[5, 3, 4]> = pipe(same, vmap)(ones([5, 3, 4]));
export const generic = <S extends Shape>(f: (x: Tensor<S>) => Tensor<S>) => vmap(f);

// Options that change nothing, and what they do not change.
declare const nothing: { readonly argument?: undefined; readonly auxiliary?: false };
export const slope: Params = grad(loss, {})(params, x);
export const slopeOfNone: Params = grad(loss, undefined)(params, x);
export const slopeOfFirst: Params = grad(loss, { argument: undefined })(params, x);
export const valued: readonly [Tensor<[]>, Params] = valueAndGrad(loss, { auxiliary: false })(params, x);
export const valuedOfNone: readonly [Tensor<[]>, Params] = valueAndGrad(loss, undefined)(params, x);
export const valuedOfNothing: readonly [Tensor<[]>, Params] = valueAndGrad(loss, nothing)(params, x);
export const second: Tensor<[3]> = valueAndGrad(loss, { auxiliary: false, argument: 1 })(params, x)[1];
export const besides: Tensor<[2]> = valueAndGrad(lossAndOutput, { auxiliary: true, argument: undefined })(params, x)[0][1].output;
export const inBody = <S extends Shape>(f: (a: Tensor<S>, b: Tensor<S>) => Tensor<[]>, a: Tensor<S>): Tensor<S> =>
  grad(f, {})(a, a);

// Arguments that may be left out, or are not looked at.
export const alone = jvp((a: Tensor<[3]>, scale?: Tensor<[]>) => scale ?? square(a), [x], [x]);
export const more = jvp(square, [x, x], [x, x]);
export const rest = jvp((...all: readonly Tensor<[3]>[]) => all, [x, x], [x, x])[1];
export const both = jvp(product, [x, x], [x, x])[1];
