/**
 * The types of batched functions.
 */
import type { Dim, DType, Shape, Tensor } from '@cotangent/core';

/** Where a tree has its batch axis: a position for all its tensors, `null` for none, or one of these for each part of it. */
export type BatchAxes = number | null | readonly BatchAxes[] | { readonly [name: string]: BatchAxes };

type InsertFront<S extends Shape, I extends number, N extends Dim, Before extends Shape = []> = Before['length'] extends I
  ? [...Before, N, ...S]
  : S extends readonly [infer D extends Dim, ...infer Rest extends Shape]
    ? InsertFront<Rest, I, N, [...Before, D]>
    : never;

/** `I` is the axis without its sign, so one more than the number of dimensions after it. */
type InsertBack<S extends Shape, I extends number, N extends Dim, After extends Shape = []> = [N, ...After]['length'] extends I
  ? [...S, N, ...After]
  : S extends readonly [...infer Rest extends Shape, infer D extends Dim]
    ? InsertBack<Rest, I, N, [D, ...After]>
    : never;

/** A shape with a further dimension at a position of the result. */
export type Insert<S extends Shape, I extends number, N extends Dim> = I extends 0
  ? [N, ...S]
  : `${I}` extends `-${infer J extends number}`
    ? InsertBack<S, J, N>
    : InsertFront<S, I, N>;

type InsertAll<T, I extends number, N extends Dim> =
  T extends Tensor<infer S extends Shape, infer D extends DType>
    ? Tensor<Insert<S, I, N>, D>
    : { [K in keyof T]: InsertAll<T[K], I, N> };

/** A tree with a batch axis `N` at the positions `I`. */
export type Batch<T, I, N extends Dim> = I extends null
  ? T
  : I extends number
    ? InsertAll<T, I, N>
    : { [K in keyof T]: K extends keyof I ? Batch<T[K], I[K], N> : T[K] };

/** A list of arguments with a batch axis `N`: at `I` in all of them, or at `I[k]` in argument `k`. */
export type BatchArguments<A extends readonly unknown[], I, N extends Dim> = I extends readonly unknown[]
  ? { [K in keyof A]: K extends keyof I ? Batch<A[K], I[K], N> : A[K] }
  : { [K in keyof A]: Batch<A[K], I, N> };
