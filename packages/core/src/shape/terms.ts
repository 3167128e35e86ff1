/**
 * Terms of dimensions in generic bodies, where sums wait for what they are made of: those of `Minus<Plus<L, 3>, 1>` are `L` and 2.
 *
 * What a sum was made of is inferred by its name, as what a product was made of is in `factors.ts`.
 */
import type { Add, Divide, Multiply, Subtract } from './arithmetic.ts';
import type { Co, Dim, Shape } from './dims.ts';
import type { FactorsOf, ProductOf, Same, Taken } from './factors.ts';
import type { Floor } from './floors.ts';
import type { DividedBy, Minus, MinusOf, Plus } from './names.ts';

/**
 * The terms of dimensions: `[generic, more, less]` are the generic ones, in the order in which they stand, the sum of all others, and what is to be
 * subtracted from it. `Z`, which is not generic itself, keeps the questions open before it is known.
 */
export type TermsOf<Z, T extends Shape, A extends Shape = [], More extends Dim = 0, Less extends Dim = 0> = T extends readonly [
  infer D extends Dim,
  ...infer Rest extends Shape,
]
  ? [Z, Co<Co<'\0'> extends Co<D> ? 1 : 0>] extends [unknown, Co<0>]
    ? TermsOf<Z, Rest, A, Plus<More, D>, Less>
    : [Z, Co<D>] extends [unknown, Co<Plus<infer X, infer Y>> | Co<unknown>]
      ? Same<Z, D, Plus<X, Y>> extends true
        ? TermsOf<Z, [X, Y, ...Rest], A, More, Less>
        : [Z, Co<D>] extends [unknown, Co<Minus<infer X, infer Y>> | Co<unknown>]
          ? [Z, Co<Co<'\0'> extends Co<Y> ? 1 : 0>] extends [unknown, Co<0>]
            ? Same<Z, D, Minus<X, Y>> extends true
              ? TermsOf<Z, [X, ...Rest], A, More, Plus<Less, Y>>
              : TermsOf<Z, Rest, [...A, D], More, Less>
            : TermsOf<Z, Rest, [...A, D], More, Less>
          : never
      : never
  : [A, More, Less];

/** The sum of terms, written in one way: generic ones first, and one size or name behind them. */
type Written<A extends Shape, More extends Dim, Less extends Dim> = A extends readonly [
  infer D extends Dim,
  infer E extends Dim,
  ...infer Rest extends Shape,
]
  ? Written<[Plus<D, E>, ...Rest], More, Less>
  : Raised<A[0] & Dim, More, Less>;

/** `D + More - Less` */
type Raised<D extends Dim, More extends Dim, Less extends Dim> =
  MinusOf<More, Less> extends infer N ? (N extends 0 ? D : N extends Dim ? Plus<D, N> : Minus<D, Minus<Less, More>>) : never;

/** `T[0] + T[1] + ... - Less`, of which one is generic. */
export type SumOf<Z, T extends Shape, Less extends Dim = 0> =
  TermsOf<Z, T, [], 0, Less> extends [infer A extends Shape, infer More extends Dim, infer N extends Dim]
    ? Written<A, More, N>
    : never;

/**
 * How many elements there are at least along a generic axis, and `Least` where that is less: a type parameter is taken to have one, as everywhere, so
 * that `Times<2, L>` has two, and `Minus<L, 1>` may have none.
 */
export type AtLeast<Z, D extends Dim, Least extends number = 0> =
  TermsOf<Z, [D]> extends [infer A extends Shape, infer More extends number, infer Less extends number]
    ? Subtract<AllAtLeast<Z, A, More>, Less> extends infer N extends number
      ? N extends 0
        ? Least
        : N
      : Least
    : 1;

/** `N`, and what generic terms have at least: as much as the number says that they are multiples of. */
type AllAtLeast<Z, A extends Shape, N extends number> = A extends readonly [infer D extends Dim, ...infer Rest extends Shape]
  ? FactorsOf<[D], Z> extends [unknown, infer C extends number, unknown]
    ? AllAtLeast<Z, Rest, Add<N, C>>
    : AllAtLeast<Z, Rest, Add<N, 1>>
  : N;

/** `floor(D / T)` of a generic dimension: what is a multiple of `T` is no part of the quotient, and a quotient of a quotient is one. */
export type QuotientOf<Z, D extends Dim, T extends number> = T extends 1
  ? D
  : TermsOf<Z, [D]> extends [infer A extends Shape, infer More extends number, infer Less extends number]
    ? A extends readonly [infer Q extends Dim]
      ? [Z, Co<Q>] extends [unknown, Co<Floor<infer X, infer U>> | Co<unknown>]
        ? Same<Z, Q, Floor<X, U>> extends true
          ? QuotientOf<Z, SumOf<Z, [X, Multiply<U, More>], Multiply<U, Less>>, Multiply<U, T>>
          : Rounded<Z, A, More, Less, T>
        : never
      : Rounded<Z, A, More, Less, T>
    : Floor<D, T>;

/** `floor((A[0] + A[1] + ... + More - Less) / T)` */
type Rounded<Z, A extends Shape, More extends number, Less extends number, T extends number> =
  Subtract<More, Less> extends infer C extends number
    ? Divide<C, T> extends [infer Q extends number, infer R extends number]
      ? Raised<FloorOfTerms<Z, A, R, T>, Q, 0>
      : never
    : Divide<Add<Subtract<Less, More> & number, Subtract<T, 1> & number>, T> extends [
          infer Q extends number,
          infer R extends number,
        ]
      ? Raised<FloorOfTerms<Z, A, Subtract<T, Add<R, 1>> & number, T>, 0, Q>
      : never;

/** `floor((A[0] + A[1] + ... + R) / T)` for an `R` below `T`. */
type FloorOfTerms<Z, A extends Shape, R extends number, T extends number> =
  PartOfTerms<Z, A, T> extends infer P extends Shape | undefined
    ? P extends readonly unknown[]
      ? Written<P, 0, 0>
      : Floor<Written<A, R, 0>, T>
    : never;

/**
 * `[D / N]` of a generic dimension, whose terms are multiples of `N`, or as many times the same; `undefined` where that cannot be told. `Z` keeps the
 * question open before it is known.
 */
export type PartOf<Z, D extends Dim, N extends number> = N extends 1
  ? Alone<D>
  : TermsOf<Z, [D]> extends [infer A extends Shape, infer More extends Dim, infer Less extends Dim]
    ? PartOfSum<PartOfTerms<Z, A, N>, DividedBy<More, N>, DividedBy<Less, N>>
    : never;

type PartOfSum<A extends Shape | undefined, More, Less> = A extends readonly unknown[]
  ? More extends Dim
    ? Less extends Dim
      ? Alone<Written<A, More, Less>>
      : undefined
    : undefined
  : undefined;

/** Generic terms, divided by `N` one by one. */
type PartOfTerms<Z, A extends Shape, N extends number, R extends Shape = []> = A extends readonly [
  infer D extends Dim,
  ...infer Rest extends Shape,
]
  ? FactorsOf<[D], Z> extends [infer F extends Shape, infer C extends Dim, []]
    ? DividedBy<C, N> extends infer Q
      ? Q extends Dim
        ? PartOfTerms<Z, Rest, N, [...R, ProductOf<F, Q>]>
        : WithoutCopies<Rest, D, N> extends infer Left extends Shape | undefined
          ? Left extends readonly unknown[]
            ? PartOfTerms<Z, Left, N, [...R, D]>
            : undefined
          : never
      : never
    : never
  : R;

/** `A` without `N - 1` copies of `D`, one of which was taken before; `undefined` where there are fewer. */
type WithoutCopies<A extends Shape, D extends Dim, N extends number, Found extends readonly 0[] = [0]> = Found['length'] extends N
  ? A
  : Taken<A, D> extends [infer Left extends Shape]
    ? WithoutCopies<Left, D, N, [...Found, 0]>
    : undefined;

/** A list of one. Of what stands in a list that is written in place the checker would ask again what it is of all that a type parameter may be. */
export type Alone<N> = [N];
