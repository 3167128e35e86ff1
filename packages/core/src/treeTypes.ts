/**
 * What stacking along a leading axis does to the type of a tree.
 */
import type { DType } from './dtype.ts';
import type { Dim, Shape } from './shape/dims.ts';
import type { AnyTensor, Tensor } from './tensor.ts';

/** A tree with a leading axis `N` on every tensor. */
export type Stacked<T, N extends Dim> =
  T extends Tensor<infer S extends Shape, infer D extends DType> ? Tensor<[N, ...S], D> : { [K in keyof T]: Stacked<T[K], N> };

/** A tree without the leading axis of every tensor. */
export type Unstacked<T> =
  T extends Tensor<infer S extends Shape, infer D extends DType>
    ? S extends readonly [Dim, ...infer R extends Shape]
      ? Tensor<R, D>
      : `this tensor has no leading axis`
    : { [K in keyof T]: Unstacked<T[K]> };

/** The leading axis of the tensors of a tree. */
export type LeadingDim<T> =
  T extends Tensor<infer S extends Shape, infer _ extends DType>
    ? S[0] extends Dim
      ? S[0]
      : never
    : T extends readonly unknown[]
      ? LeadingDim<T[number]>
      : T extends object
        ? LeadingDim<T[keyof T]>
        : never;

/** The tensors of a tree, as a union. */
export type Leaves<T> = T extends AnyTensor
  ? T
  : T extends readonly unknown[]
    ? Leaves<T[number]>
    : T extends object
      ? Leaves<T[keyof T]>
      : never;

/** The dtypes of the tensors of a tree, as a union. */
export type DTypeOf<T> = Leaves<T> extends { readonly dtype: infer D extends DType } ? D : DType;
