/**
 * Shape arguments: arrays of literal sizes and tokens of named dimensions, and the shapes they stand for.
 */
import type { Axis, Dimension } from '../dim.ts';
import type { Co, Dim, Shape, WideDim } from './dims.ts';
import type { One, OneOf, Open, Several, Unlisted } from './single.ts';

/** The dimension that an entry of a shape argument stands for. */
export type DimOf<A> = A extends Dimension<infer N extends Dim> ? N : A extends Dim ? A : never;

type Unwrap<S extends readonly unknown[], R extends Shape = []> = S extends readonly [infer H, ...infer T]
  ? Unwrap<T, [...R, DimOf<H>]>
  : R;

/** The shape that a shape argument stands for: `[Dimension<'batch'>, 10]` is `['batch', 10]`. */
export type ShapeOf<S extends readonly Axis[]> = Unwrap<S>;

/** The literal sizes among `A` that are none, as text: negative ones, fractions, and what only an exponent can write. */
export type NoSize<A> = Extract<`${Extract<A, number>}`, `-${string}` | `${string}.${string}` | `${string}e${string}`>;

/** Why an entry of a shape argument is refused that is no size. */
type NoSizeMessage<F extends string, I, N> = `${F}: axis ${I & Dim} is ${N & number}, not an integer from 0 to 2^31 - 1`;

/** Why a count is refused that is no size: what it is of, and which. */
export type NoCount<
  F extends string,
  What extends string,
  N,
> = `${F}: ${What} is ${N & number}, not an integer from 0 to 2^31 - 1`;

/** A number that is an integer, or why it is none: an offset, a shift. What is only known to be a `number` is left to run time. */
export type Whole<F extends string, What extends string, N extends number> = `${N}` extends
  | `${string}.${string}`
  | `${string}e-${string}`
  ? `${F}: ${What} ${N} is no integer`
  : N;

/** Why a list of counts, of which each is a `What`, is refused: the first that is no size. */
export type NoSizeIn<
  F extends string,
  What extends string,
  N extends readonly number[],
  At extends readonly 0[] = [],
> = N extends readonly [infer H, ...infer Rest extends readonly number[]]
  ? NoSize<H> extends never
    ? NoSizeIn<F, What, Rest, [...At, 0]>
    : NoCount<F, `${What} ${At['length']}`, H>
  : never;

/** Why a type parameter is refused that extends `number`: which one it is, if any, nobody knows. A token's type says it. */
export type WhichSize<F extends string> =
  `${F}: cannot tell which size a type parameter is: take a token, n: Dimension<N>, in place of a number`;

/**
 * A shape argument itself; or in place of its plain `number`s, or of its numbers that are no sizes, why they are refused.
 *
 * What type parameters leave open the checker prints by this name, with `_Why`.
 */
export type ShapeArgument<
  F extends string,
  S extends readonly Axis[],
  But extends number = never,
  _Why extends string = WhichSize<F>,
> =
  Co<number> extends Co<S[number]>
    ? { readonly [I in keyof S]: Co<number> extends Co<S[I]> ? WideDim : S[I] }
    : NoSize<S[number]> extends `${But}`
      ? [Open<S>] extends [never]
        ? S
        : OpenShape<F, S>
      : { readonly [I in keyof S]: NoSize<S[I]> extends `${But}` ? S[I] : NoSizeMessage<F, I, S[I]> };

/** What is checked further, once every entry of a shape argument is one literal size, a token, or what else may stand there. */
export type Literally<
  F extends string,
  S extends readonly Axis[],
  T,
  But extends number = never,
  _Why extends string = WhichSize<F>,
> =
  Co<number> extends Co<S[number] | S['length']>
    ? ShapeArgument<F, S, But>
    : NoSize<S[number]> extends `${But}`
      ? [Several<S> | { [I in keyof S]: Several<S[I]> }[number]] extends [never]
        ? T
        : ShapeArgument<F, S, But>
      : ShapeArgument<F, S, But>;

/** Why a shape argument is refused of which not everything is known: which of several it is, how many axes it has, or which of several one is. */
type OpenShape<F extends string, S extends readonly Axis[]> = [Several<S>] extends [never]
  ? Several<S['length']> | (number extends S['length'] ? true : never) extends infer Length
    ? [Length] extends [never]
      ? { readonly [I in keyof S]: One<F, `axis ${I & Dim}`, S[I]> }
      : Unlisted<F, 'axes'>
    : never
  : OneOf<F, 'the shape'>;

/** One entry of a shape argument, or why it is refused. */
export type DimArgument<F extends string, A, _Why extends string = WhichSize<F>, What extends string = 'axis 0'> =
  Co<number> extends Co<A> ? `${F}: ${WideDim}` : NoSize<A> extends never ? One<F, 'the size', A> : NoCount<F, What, A>;
