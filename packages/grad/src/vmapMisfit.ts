/**
 * What is said of the arguments of a batched function, where they are no batches of what the function takes.
 */
import type { DType, Shape, Tensor } from '@cotangent/core';
import type { CutAt, Equal, Show } from '@cotangent/core/primitives';

/** The batch axes of a part of a tree. */
export type AxesIn<I, K> = I extends number ? I : K extends keyof I ? I[K] : null;

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
  ? [Fitting<Y, T, AxesIn<I, '0'>, 'arguments[0]'>]
  : B;

/**
 * What is said of the arguments that were given, `X`, or what should be in their places: as many, `B`.
 *
 * It is mapped over what is not known while the checker infers, and not looked into before.
 */
export type EachBlamed<I, B extends readonly unknown[], X extends readonly unknown[]> = {
  [K in keyof X]: Fitting<X[K], K extends keyof B ? B[K] : B[number], AxesIn<I, K>, `arguments[${K & string}]`>;
};

/** `B`, a batch of tensors with its batch axis at `I`, or what is said of another tensor in its place. */
type Fitting<X, B, I, Path extends string> = [X, B] extends [
  Tensor<infer S extends Shape, infer D extends DType>,
  Tensor<infer T extends Shape, infer E extends DType>,
]
  ? I extends number
    ? CutAt<S, I> extends { readonly why: 'range' }
      ? `vmap: ${Path} has no axis ${I}: its rank is ${S['length']}`
      : FittingExample<B, S, D, Without<S, I>, Without<T, I>, E, I, Path>
    : Equal<[S, D], [T, E]> extends true
      ? B
      : `vmap: ${Path} is ${D}${Show<S>}, not ${E}${Show<T>}: with null for its batch axis it is passed whole`
  : B;

/** The shape of an example in a batch. */
type Without<S extends Shape, I extends number> = [...CutAt<S, I>['before'], ...CutAt<S, I>['after']];

type FittingExample<
  B,
  S extends Shape,
  D extends DType,
  U extends Shape,
  T extends Shape,
  E extends DType,
  I extends number,
  Path extends string,
> =
  Equal<[U, D], [T, E]> extends true
    ? B
    : `vmap: ${Path} is ${D}${Show<S>}: its examples along axis ${I} are ${D}${Show<U>}, not ${E}${Show<T>}`;
