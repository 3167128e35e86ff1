/**
 * The types of trees, and what stacking along a leading axis does to them.
 */
import type { DType } from './dtype.ts';
import type { Box, Dim, NoResult, Shape } from './shape/dims.ts';
import type { AnyTensor, Tensor } from './tensor.ts';

/** What tells a tensor from other trees, whatever its type parameters are. */
export interface Leaf<D = unknown> {
  readonly shape: unknown;
  readonly dtype: D;
  readonly rank: number;
}

/**
 * A tree of tensors of dtype `D`: a tensor, or an array or a plain record of trees.
 *
 * The bound of functions that are generic in a tree: `<P extends Tree<Float>>`. Type literals fit it, and interfaces do not: TypeScript
 * lets these grow further fields. Functions that ask for a tree without being generic in it take both.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { compile, multiply, tensor, type Tensor, type Tree } from '@cotangent/core';
 *
 * const twice = <P extends Tree>(f: (params: P) => P) => compile((params: P) => f(f(params)));
 * const fourfold = twice(({ w }: { w: Tensor<[2]> }) => ({ w: multiply(w, 2) }));
 * assert.deepEqual(fourfold({ w: tensor([1, 2]) }).w.toNested(), [4, 8]);
 * ```
 */
export type Tree<D extends DType = DType> = Leaf<D> | readonly Tree<D>[] | { readonly [name: string]: Tree<D> };

/** A tree with a leading axis `N` on every tensor. A list of any length is put off: `Tree`, the bound of generic bodies, is a list of itself. */
export type Stacked<T, N extends Dim> =
  T extends Tensor<infer S extends Shape, infer D extends DType>
    ? Tensor<[N, ...S], D>
    : T extends readonly unknown[]
      ? T[number][] extends T
        ? T extends unknown[]
          ? Stacked<T[number], N>[]
          : readonly Stacked<T[number], N>[]
        : { [K in keyof T]: Stacked<T[K], N> }
      : { [K in keyof T]: Stacked<T[K], N> };

/** A tree without the leading axis of every tensor; lists as in `Stacked`. */
export type Unstacked<T> =
  T extends Tensor<[infer _N extends Dim, ...infer R extends Shape], infer D extends DType>
    ? Tensor<R, D>
    : T extends Tensor<infer _S extends Shape, infer D extends DType>
      ? Tensor<NoResult, D>
      : T extends Leaf
        ? T
        : T extends readonly unknown[]
          ? T[number][] extends T
            ? T extends unknown[]
              ? Unstacked<T[number]>[]
              : readonly Unstacked<T[number]>[]
            : { [K in keyof T]: Unstacked<T[K]> }
          : { [K in keyof T]: Unstacked<T[K]> };

/** The leading axis of the tensors of a tree. */
export type LeadingDim<T> =
  T extends Tensor<[infer N extends Dim, ...infer _R extends Shape], infer _D extends DType>
    ? N
    : T extends Leaf
      ? never
      : T extends readonly unknown[]
        ? LeadingDim<T[number]>
        : T extends object
          ? LeadingDim<T[keyof T]>
          : never;

/** The tensors of a tree, as a union. */
export type Leaves<T> = T extends AnyTensor
  ? T
  : 0 extends 1 & T
    ? never
    : T extends readonly unknown[]
      ? Leaves<T[number]>
      : T extends object
        ? Leaves<T[keyof T]>
        : never;

/**
 * The dtypes of the tensors of a tree, as the bound of a type parameter: of a tree that is a type parameter in its turn, the checker takes what its own
 * bound tells, since the question is asked of the parameter itself.
 *
 * `Seen` are the trees that it stands in, so that types may refer to themselves.
 */
export type DTypeOf<T, Seen = never> = T extends Leaf
  ? T['dtype'] & DType
  : Box<T> extends Seen
    ? never
    : T extends readonly unknown[]
      ? DTypeOf<T[number], Seen | Box<T>>
      : T extends object
        ? DTypeOf<T[keyof T], Seen | Box<T>>
        : unknown extends T
          ? DType
          : never;
