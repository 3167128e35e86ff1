/**
 * What is said of the argument of a batched function of one tensor, where it is no batch of what the function takes.
 */
import type { DType, Shape, Tensor } from '@cotangent/core';
import type { CutAt, Equal, Show, Told } from '@cotangent/core/primitives';
import type { AxesIn } from './vmapTypes.ts';

/**
 * `Q`, the argument with its batch axis, where the one that was given, `X`, fits; otherwise what is said of that.
 *
 * What is asked about is `Q` again, as `B`, so that functions that take batched functions find their arguments.
 */
export type OneBatch<_Why extends string, I, B, Q extends readonly unknown[], X extends readonly unknown[]> = B extends (
  X extends Q ? unknown : never
)
  ? Q
  : [X] extends [infer Y]
    ? Blamed<I, Q, Y>
    : X;

/** What is said of the argument; `B` where there is not one. */
type Blamed<I, B, X> = [X, B] extends [readonly [infer Y], readonly [infer T]]
  ? [Misfit<Y, T, AxesIn<I, '0'>>] extends [never]
    ? B
    : [Told<Y, Misfit<Y, T, AxesIn<I, '0'>>>]
  : B;

/** What is said of a tensor, where a batch of others with its batch axis at `I` should be; `never` where it is one, and of what is no tensor. */
type Misfit<X, B, I> = [X, B, I] extends [
  Tensor<infer S extends Shape, infer D extends DType>,
  Tensor<infer T extends Shape, infer E extends DType>,
  infer J extends number,
]
  ? Unbatched<S, D, Without<T, J>, E, J>
  : never;

/** The shape of an example in a batch. */
type Without<S extends Shape, I extends number> = [...CutAt<S, I>['before'], ...CutAt<S, I>['after']];

/** What is said of a tensor of shape `S`, where a batch of tensors of `T` should be. */
type Unbatched<S extends Shape, D extends DType, T extends Shape, E extends DType, I extends number> =
  CutAt<S, I> extends { readonly why: 'range' }
    ? `vmap: arguments[0] has no axis ${I}: its rank is ${S['length']}`
    : Unlike<S, D, Without<S, I>, T, E, I>;

type Unlike<S extends Shape, D extends DType, U extends Shape, T extends Shape, E extends DType, I extends number> =
  Equal<[U, D], [T, E]> extends true
    ? never
    : `vmap: arguments[0] is ${D}${Show<S>}: its examples along axis ${I} are ${D}${Show<U>}, not ${E}${Show<T>}`;
