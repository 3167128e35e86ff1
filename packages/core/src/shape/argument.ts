/**
 * Shape arguments: arrays of literal sizes and tokens of named dimensions, and the shapes they stand for.
 */
import type { Described } from '../described.ts';
import type { Dimension } from '../dim.ts';
import type { Box, Co, Dim, NoResult, Said, Shape, WideDim } from './dims.ts';
import type { OneOf, Several, Unlisted } from './single.ts';

/** The dimension that an entry of a shape argument stands for. */
export type DimOf<A> = A extends Dimension<infer N extends Dim> ? N : A extends Dim ? A : never;

/** The shape that a shape argument stands for, `[Dimension<'batch'>, 10]` is `['batch', 10]`; any where the argument is. */
export type ShapeOf<S extends readonly unknown[]> = 0 extends 1 & S ? Shape : { -readonly [I in keyof S]: DimOf<S[I]> };

/** The shape of what is made by `F` of a shape argument, or that of no result where the argument is refused. */
export type Made<F extends string, S extends readonly unknown[]> = Co<ShapeArgument<F, S>> extends Co<S> ? ShapeOf<S> : NoResult;

/** The dimension of what is made by `F` of one size, which is `What`, in the same way. */
export type MadeDim<F extends string, A, What extends string = 'axis 0'> =
  Co<DimArgument<F, A, WhichSize<F>, What>> extends Co<A> ? DimOf<A> : NoResult;

/** The literal sizes among `A` that are none, as text: negative ones, fractions, and what only an exponent can write. */
export type NoSize<A> = Extract<`${Extract<A, number>}`, `-${string}` | `${string}.${string}` | `${string}e${string}`>;

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

/** The same of a shape, which may be that of a tensor in a generic body: its names do not hold their sizes, the tensor does. */
export type WhichSizes<F extends string> = `${WhichSize<F>}, or a tensor of the shape: zerosLike(x), normalLike(key, x)`;

/**
 * What is wrong with an entry of a shape argument, or open: `true` of what is no size, of one of several, and of a token whose name nobody knows.
 *
 * A token is matched by its fields: as a `Dimension` the checker would put off what it asks of one that is named by a type parameter.
 */
type EntryFault<F extends string, A, But extends number = never, All = A> = A extends unknown
  ? All extends A
    ? A extends number
      ? `${A}` extends `-${string}` | `${string}.${string}` | `${string}e${string}`
        ? A extends But
          ? never
          : true
        : never
      : A extends { readonly name: infer N; readonly size: number }
        ? Nameless<F, N>
        : true
    : true
  : never;

/** `true` when nobody knows the name `N` of a token. `Z` is a type parameter, which keeps the question open until it is known. */
export type Nameless<Z, N> = [Z, Co<Blurred<N>>] extends [unknown, Co<1>] ? true : never;

/**
 * 1 when `N` is not one name but a `string`, a `number`, a text with a hole, one of several, or an `any`, which that of a refused call is.
 *
 * A record of such names may be empty. Whatever a type parameter could be, it is assignable to any text: of one the question whether this is 1 is a
 * definite no.
 */
type Blurred<N> = Co<N> extends Co<'\0'> ? Said<N> : {} extends { [K in N & Dim]: 1 } ? 1 : [Several<N>] extends [never] ? 0 : 1;

/** What to do about a token of an axis of which nothing is known. */
export type NamelessDim = "name it with dim('name', size)";

/**
 * A shape argument itself; or in place of those of its entries that are no literal sizes and no tokens of one name, why they are refused.
 *
 * What type parameters leave open the checker prints by this name, with `_Why`.
 */
export type ShapeArgument<
  F extends string,
  S extends readonly unknown[],
  But extends number = never,
  _Why extends string = WhichSizes<F>,
> =
  Co<number> extends Co<S[number] | S['length']>
    ? NoShape<F, S, But>
    : Co<Several<S> | { [I in keyof S]: EntryFault<F, S[I], But> }[number]> extends Co<never>
      ? S
      : NoShape<F, S, But>;

/** What is checked further, once every entry of a shape argument is one literal size, a token, or what else may stand there. */
export type Literally<
  F extends string,
  S extends readonly unknown[],
  T,
  But extends number = never,
  _Why extends string = WhichSizes<F>,
> =
  Co<number> extends Co<S[number] | S['length']>
    ? NoShape<F, S, But>
    : Co<Several<S> | { [I in keyof S]: EntryFault<F, S[I], But> }[number]> extends Co<never>
      ? T
      : NoShape<F, S, But>;

/** Why a shape argument is refused, as a whole or entry by entry. Where it is no array, there is nothing to infer from it. */
type NoShape<F extends string, S extends readonly unknown[], But extends number> =
  Box<S> extends Box<readonly unknown[]>
    ? `${F}: the shape is not an array: write [2, 3]`
    : Co<number> extends Co<S[number]>
      ? Entries<F, S, But>
      : [Several<S>] extends [never]
        ? [Several<S['length']> | (number extends S['length'] ? true : never)] extends [never]
          ? Entries<F, S, But>
          : Unlisted<F, 'axes'>
        : OneOf<F, 'the shape'>;

type Entries<F extends string, S extends readonly unknown[], But extends number> = {
  readonly [I in keyof S]: Entry<F, S[I], `axis ${I & Dim}`, `axis ${I & Dim}`, But>;
};

/** An entry itself, or why it is refused: `What` it is, and what of it may be one of several. */
type Entry<F extends string, A, What extends string, Which extends string, But extends number = never> =
  Co<number> extends Co<A>
    ? `${F}: ${WideDim}`
    : [Several<A>] extends [never]
      ? [EntryFault<F, A, But>] extends [never]
        ? A
        : NoEntry<F, A, What, Which>
      : OneOf<F, Which>;

/** `never` when all entries of a list are literal sizes and tokens. */
export type Faults<F extends string, N extends readonly unknown[]> = { [K in keyof N]: EntryFault<F, N[K]> }[number];

/** Why entries of a list are refused, of which each is a `What`. */
export type NoEntries<F extends string, What extends string, N extends readonly unknown[]> = Extract<
  { [K in keyof N]: Entry<F, N[K], `${What} ${K & string}`, `a ${What}`> }[number],
  `${F}: ${string}`
>;

/** Why an entry is refused, unless it is the token of a refused call: of that the sentence has been said. */
type NoEntry<F extends string, A, What extends string, Which extends string> = A extends string
  ? `${F}: ${What} is the bare name '${A}': give its size with dim('${A}', size), or take x.dim(axis) of a tensor`
  : A extends { readonly name: infer N; readonly size: number }
    ? {} extends { [K in N & Dim]: 1 }
      ? 0 extends 1 & N
        ? unknown
        : `${F}: ${What} is a size of which nothing is known: ${NamelessDim}`
      : OneOf<F, Which>
    : `${F}: ${What} is ${Described<A>}, not an integer from 0 to 2^31 - 1`;

/** One entry of a shape argument, or why it is refused. */
export type DimArgument<F extends string, A, _Why extends string = WhichSize<F>, What extends string = 'axis 0'> =
  Co<number> extends Co<A> ? `${F}: ${WideDim}` : Co<EntryFault<F, A>> extends Co<never> ? A : Entry<F, A, What, 'the size'>;
