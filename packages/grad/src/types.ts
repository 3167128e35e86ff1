/**
 * The types of derivatives, and the messages that wrong functions get in place of one.
 */
import type { Dim, DType, Float, Shape } from '@cotangent/core';

/** A function of whatever arguments. */
export type Fn = (...args: never) => unknown;

/** What can be seen of a scalar float. */
export interface ScalarFloat {
  readonly shape: readonly [];
  readonly dtype: Float;
}

/** What can be seen of a tensor's type. */
export interface Leaf {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** `n, 10` */
type Dims<S extends Shape> = S extends readonly []
  ? ''
  : S extends readonly [infer D extends Dim]
    ? `${D}`
    : S extends readonly [infer D extends Dim, ...infer R extends Shape]
      ? `${D}, ${Dims<R>}`
      : '...';

/** Why a function whose result is an `R` has no gradient. */
export type NotScalar<F extends string, R> = R extends Leaf
  ? R['shape'] extends readonly []
    ? `${F}: the function returns ${R['dtype']}, and only f32 and f64 have gradients: convert it first`
    : `${F}: the function returns a tensor of shape [${Dims<R['shape']>}], not a scalar: take its sum or mean first`
  : `${F}: the function returns no tensor: return a scalar`;

type NoFloat = Exclude<DType, Float>;

/** Where a tree has a tensor that is no float, and what it is; `never` when there is none, or when one cannot tell. */
export type NonFloat<T, Path extends string> = T extends Leaf
  ? T['dtype'] extends NoFloat
    ? `${Path} is ${T['dtype']}`
    : never
  : T extends readonly unknown[]
    ? { [K in keyof T & `${number}`]: NonFloat<T[K], `${Path}[${K}]`> }[keyof T & `${number}`]
    : T extends object
      ? { [K in keyof T & string]: NonFloat<T[K], `${Path}.${K}`> }[keyof T & string]
      : never;

/** Why a tree has no gradient. */
export type Refused<
  F extends string,
  T,
> = `${F}: ${NonFloat<T, 'params'>}: only f32 and f64 tensors have gradients; pass it as a later argument`;

/** `unknown` for a tree with a tensor that is no float, `never` for all others. */
export type HasNonFloat<T> = [NonFloat<T, 'params'>] extends [never] ? never : unknown;
