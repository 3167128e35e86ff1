/**
 * Shape arguments: arrays of literal sizes and tokens of named dimensions, and the shapes they stand for.
 */
import type { Axis, Dimension } from '../dim.ts';
import type { Co, Dim, Shape, WideDim } from './dims.ts';

/** The dimension that an entry of a shape argument stands for. */
export type DimOf<A> = A extends Dimension<infer N extends Dim> ? N : A extends Dim ? A : never;

type Unwrap<S extends readonly unknown[], R extends Shape = []> = S extends readonly [infer H, ...infer T]
  ? Unwrap<T, [...R, DimOf<H>]>
  : R;

/** The shape that a shape argument stands for: `[Dimension<'batch'>, 10]` is `['batch', 10]`. */
export type ShapeOf<S extends readonly Axis[]> = Unwrap<S>;

/** A shape argument itself, or in place of its plain `number`s why they are refused. */
export type ShapeArgument<S extends readonly Axis[]> =
  Co<number> extends Co<S[number]> ? { readonly [I in keyof S]: Co<number> extends Co<S[I]> ? WideDim : S[I] } : S;

/** What is checked further, once every entry of a shape argument is a literal or a token. */
export type Literally<S extends readonly Axis[], T> = Co<number> extends Co<S[number]> ? ShapeArgument<S> : T;

/** One entry of a shape argument, or why it is refused. */
export type DimArgument<F extends string, A extends Axis> = Co<number> extends Co<A> ? `${F}: ${WideDim}` : A;
