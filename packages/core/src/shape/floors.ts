/**
 * Quotients of dimensions rounded down. `../dims/quotients.ts` does the same at run time.
 *
 * What is a multiple of the divisor is no part of a quotient: `floor((2*n+3)/2)` is `n+1`. Then numerator and divisor have no common
 * factor: `floor((2*n+1)/4)` is `floor(n/2)`. A quotient of a quotient is one: `floor((floor(n/2)+1)/2)` is `floor((n+2)/4)`. So a
 * size has one text however often it was halved.
 */
import type { Add, Divide, Multiply, Subtract } from './arithmetic.ts';
import type { Dim } from './dims.ts';
import type { AddAll, Negate, Parse, Polynomial, Print, PrintSum, Term } from './names.ts';
import type { PartsOfWord, Word } from './words.ts';

/** `[floor(C / T), C mod T]` for a divisor above 1. */
type Euclid<C extends number, T extends number> = C extends 1
  ? [0, 1]
  : `${C}` extends `-${infer P extends number}`
    ? Divide<P, T> extends [infer Q extends number, infer R extends number]
      ? R extends 0
        ? [Negate<Q>, 0]
        : [Negate<Add<Q, 1>>, Subtract<T, R>]
      : never
    : Divide<C, T>;

/** Quotients and remainders of all coefficients. */
type Halves<P extends Polynomial, T extends number, Q extends Polynomial = [], R extends Polynomial = []> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? Euclid<H[0], T> extends [infer q extends number, infer r extends number]
    ? Halves<Rest, T, q extends 0 ? Q : [...Q, [q, H[1]]], r extends 0 ? R : [...R, [r, H[1]]]>
    : never
  : [Q, R];

/** The checker asks it of all that there may be too, where it tries whatever somebody's type parameter could be: that would never end. */
type Gcd<A extends number, B extends number> = B extends 0
  ? A
  : number extends B
    ? B
    : Divide<A, B> extends [infer _, infer R extends number]
      ? Gcd<B, R>
      : never;

/** What divides `G` and all coefficients but that of the constant. */
type Common<R extends Polynomial, G extends number> = G extends 1
  ? 1
  : R extends readonly [infer H extends Term, ...infer Rest extends Polynomial]
    ? H[1] extends ''
      ? G
      : H[0] extends 1
        ? 1
        : Gcd<G, H[0]> extends infer N extends number
          ? Common<Rest, N>
          : never
    : G;

/** All coefficients divided, the constant rounded down. */
type Reduced<R extends Polynomial, G extends number> = G extends 1 ? R : Halves<R, G>[0];

type TimesEach<P extends Polynomial, N extends number, R extends Polynomial = []> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? TimesEach<Rest, N, [...R, [Multiply<H[0], N>, H[1]]]>
  : R;

/** The first quotient that stands there once: `[its numerator, its divisor, the other terms]`. */
type Inner<R extends Polynomial, Before extends Polynomial = []> = R extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? H extends readonly [1, `⌊${string}`]
    ? PartsOfWord<H[1]> extends [infer N extends string, infer D extends number]
      ? [N, D, [...Before, ...Rest]]
      : Inner<Rest, [...Before, H]>
    : Inner<Rest, [...Before, H]>
  : undefined;

/** The quotient of what has coefficients from 0 up to the divisor, and no factor in common with it. */
type Proper<R extends Polynomial, T extends number> =
  Inner<R> extends [infer N extends string, infer D extends number, infer Others extends Polynomial]
    ? FloorOf<AddAll<TimesEach<Others, D>, Parse<N>>, Multiply<D, T>>
    : [[1, Word<R extends readonly [Term] ? PrintSum<R> : `(${PrintSum<R>})`, T>]];

type Rest<R extends Polynomial, T extends number, G> = G extends number
  ? Divide<T, G> extends [infer D extends number, infer _]
    ? Proper<Reduced<R, G>, D>
    : never
  : never;

/** `floor(P / T)` */
type FloorOf<P extends Polynomial, T extends number> =
  Halves<P, T> extends [infer Q extends Polynomial, infer R extends Polynomial]
    ? R extends readonly [] | readonly [readonly [number, '']]
      ? Q
      : Rest<R, T, Common<R, T>> extends infer S extends Polynomial
        ? Q extends readonly []
          ? S
          : AddAll<Q, S>
        : never
    : never;

/** `floor(S / T)`: most often `S` is a name, to which a number is added. */
type Floored<S extends string, T extends number> = S extends
  | `${string}${'*' | '('}${string}`
  | `${string}${'+' | '-'}${string}${'+' | '-'}${string}`
  ? Print<FloorOf<Parse<S>, T>>
  : S extends `${infer N}+${infer C extends number}`
    ? Divide<C, T> extends [infer Q extends number, infer R extends number]
      ? Q extends 0
        ? Quotient<N, R, T>
        : `${Quotient<N, R, T>}+${Q}`
      : never
    : S extends `${infer N}-${infer C extends number}`
      ? Divide<C, T> extends [infer Q extends number, infer R extends number]
        ? R extends 0
          ? `${Quotient<N, 0, T>}-${Q}`
          : `${Quotient<N, Subtract<T, R> & number, T>}-${Add<Q, 1>}`
        : never
      : S extends `${string}${'+' | '-'}${string}`
        ? Print<FloorOf<Parse<S>, T>>
        : Quotient<S, 0, T>;

/** `floor((N + R) / T)` for a name `N` and `R` below `T`. */
type Quotient<N extends string, R extends number, T extends number> = R extends 0
  ? `floor(${N}/${T})`
  : `floor((${N}+${R})/${T})`;

/** `floor(A / T)` */
export type FloorDims<A extends Dim, T extends number> = A extends number
  ? Divide<A, T> extends [infer Q extends number, infer _]
    ? Q
    : never
  : T extends 1
    ? A
    : string extends A
      ? A
      : Floored<A & string, T>;

/**
 * `A / T`, rounded down: `Floor<7, 2>` is 3, `Floor<'seq', 2>` is `'floor(seq/2)'`. Of type parameters it stays as it is written, and is no other
 * dimension than itself.
 */
export type Floor<A extends Dim, T extends number> = FloorDims<A, T> extends infer R extends Dim ? R : never;
