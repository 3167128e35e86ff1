/**
 * Arithmetic on named dimensions: `'batch' + 'batch'` is `'2*batch'`, `'seq' - 1` is `'seq-1'`, `'a' * ('b' + 1)` is `'a+a*b'`.
 *
 * A dimension stands for a polynomial in names with integer coefficients. Every polynomial has one canonical text: like terms
 * collected, names sorted inside a term, terms sorted, the constant last. So two dimensions are equal as polynomials exactly
 * when they are the same type. `../dims/sums.ts` and `../dims/polynomials.ts` do the same at run time.
 */
import type { Add, Divide, Multiply, Subtract } from './arithmetic.ts';
import type { Box, Dim, Shape } from './dims.ts';
import type { AsWords, FromWords } from './words.ts';

/** A coefficient, and names joined by `*` (`''` for a constant). */
export type Term = readonly [coefficient: number, names: string];
export type Polynomial = readonly Term[];

// Signed coefficients.

/** `-A` */
export type Negate<A extends number> = A extends 0
  ? 0
  : `${A}` extends `-${infer P extends number}`
    ? P
    : `-${A}` extends `${infer N extends number}`
      ? N
      : never;

type Difference<A extends number, B extends number> =
  Subtract<A, B> extends infer R extends number ? R : Subtract<B, A> extends infer R extends number ? Negate<R> : never;

type AddSigned<A extends number, B extends number> = `${A}` extends `-${infer P extends number}`
  ? `${B}` extends `-${infer Q extends number}`
    ? Negate<Add<P, Q>>
    : Difference<B, P>
  : `${B}` extends `-${infer Q extends number}`
    ? Difference<A, Q>
    : Add<A, B>;

type MultiplySigned<A extends number, B extends number> = `${A}` extends `-${infer P extends number}`
  ? Negate<MultiplySigned<P, B>>
  : `${B}` extends `-${infer Q extends number}`
    ? Negate<Multiply<A, Q>>
    : Multiply<A, B>;

// Order of names.

type Alphabet = '*0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz⌊⌋÷＋×()';

type Precedes<A extends string, B extends string> = A extends `${infer a}${infer x}`
  ? B extends `${infer b}${infer y}`
    ? a extends b
      ? Precedes<x, y>
      : Alphabet extends `${string}${a}${string}${b}${string}`
        ? true
        : false
    : false
  : true;

type PrecedesTerm<A extends string, B extends string> = A extends '' ? false : B extends '' ? true : Precedes<A, B>;

// Polynomials.

/** `P + T` */
type AddTerm<P extends Polynomial, T extends Term, R extends Polynomial = []> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? H[1] extends T[1]
    ? AddSigned<H[0], T[0]> extends infer C extends number
      ? C extends 0
        ? [...R, ...Rest]
        : [...R, [C, T[1]], ...Rest]
      : never
    : PrecedesTerm<T[1], H[1]> extends true
      ? [...R, T, ...P]
      : AddTerm<Rest, T, [...R, H]>
  : T[0] extends 0
    ? R
    : [...R, T];

/** `P + Q` */
export type AddAll<P extends Polynomial, Q extends Polynomial> = Q extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? AddAll<AddTerm<P, H>, Rest>
  : P;

type NegateAll<P extends Polynomial, R extends Polynomial = []> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? NegateAll<Rest, [...R, [Negate<H[0]>, H[1]]]>
  : R;

/** Puts one name into a sorted product of names. */
type InsertName<Names extends string, N extends string, R extends string = ''> = Names extends ''
  ? `${R}${N}`
  : Names extends `${infer H}*${infer Rest}`
    ? Precedes<N, H> extends true
      ? `${R}${N}*${Names}`
      : InsertName<Rest, N, `${R}${H}*`>
    : Precedes<N, Names> extends true
      ? `${R}${N}*${Names}`
      : `${R}${Names}*${N}`;

type JoinNames<A extends string, B extends string> = B extends ''
  ? A
  : B extends `${infer H}*${infer Rest}`
    ? JoinNames<InsertName<A, H>, Rest>
    : InsertName<A, B>;

type MultiplyTerm<P extends Polynomial, T extends Term, R extends Polynomial = []> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? MultiplyTerm<Rest, T, AddTerm<R, [MultiplySigned<H[0], T[0]>, JoinNames<H[1], T[1]>]>>
  : R;

type MultiplyAll<P extends Polynomial, Q extends Polynomial, R extends Polynomial = []> = Q extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? MultiplyAll<P, Rest, R extends readonly [] ? MultiplyTerm<P, H> : AddAll<R, MultiplyTerm<P, H>>>
  : R;

/** Names of `A` without those of `B`, or `undefined` when `B` does not divide `A`. */
type DivideNames<A extends string, B extends string> = B extends ''
  ? A
  : B extends `${infer H}*${infer Rest}`
    ? RemoveName<A, H> extends infer R extends string
      ? DivideNames<R, Rest>
      : undefined
    : RemoveName<A, B>;

type RemoveName<Names extends string, N extends string> = `*${Names}*` extends `${infer L}*${N}*${infer R}`
  ? Unstar<L extends '' ? R : R extends '' ? `${L}*` : `${L}*${R}`>
  : undefined;

/** Without the stars at both ends. */
type Unstar<S extends string> = S extends `*${infer T}` ? Unstar<T> : S extends `${infer T}*` ? T : S;

type DivideSigned<A extends number, B extends number> = `${A}` extends `-${infer P extends number}`
  ? DivideSigned<P, B> extends infer Q extends number
    ? Negate<Q>
    : undefined
  : Divide<A, B> extends [infer Q extends number, 0]
    ? Q
    : undefined;

/** Every term divided by `T`, or `undefined`. Without names that they had in common, terms may stand in another order. */
type DivideTerms<P extends Polynomial, T extends Term, R extends Polynomial = []> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? [DivideSigned<H[0], T[0]>, DivideNames<H[1], T[1]>] extends [infer C extends number, infer N extends string]
    ? DivideTerms<Rest, T, AddTerm<R, [C, N]>>
    : undefined
  : R;

// Text.

type ParseTerm<S extends string> = S extends `${infer C extends number}*${infer Names}`
  ? [C, Names]
  : S extends `${infer C extends number}`
    ? [C, '']
    : [1, S];

type ParseDifference<S extends string, R extends Polynomial, Sign extends 1 | -1 = 1> = S extends `${infer H}-${infer Rest}`
  ? ParseDifference<Rest, ParseSigned<H, R, Sign>, -1>
  : ParseSigned<S, R, Sign>;

type ParseSigned<S extends string, R extends Polynomial, Sign extends 1 | -1> = S extends ''
  ? R
  : Sign extends 1
    ? AddTerm<R, ParseTerm<S>>
    : ParseTerm<S> extends readonly [infer C extends number, infer N extends string]
      ? AddTerm<R, [Negate<C>, N]>
      : never;

type ParseSum<S extends string, R extends Polynomial = []> = S extends `${infer H}+${infer Rest}`
  ? ParseSum<Rest, ParseDifference<H, R>>
  : ParseDifference<S, R>;

/** The polynomial that a dimension is. */
export type Parse<D extends Dim> = D extends number
  ? D extends 0
    ? []
    : [[D, '']]
  : D extends `${string}${'+' | '-' | '*' | '('}${string}`
    ? D extends `${string}(${string}`
      ? ParseSum<AsWords<D>>
      : ParseSum<D>
    : [[1, D & string]];

type PrintTerm<T extends Term> = T[1] extends ''
  ? `${T[0]}`
  : T[0] extends 1
    ? T[1]
    : T[0] extends -1
      ? `-${T[1]}`
      : `${T[0]}*${T[1]}`;

/** The text of a polynomial, with words in it. */
export type PrintSum<P extends Polynomial, R extends string = ''> = P extends readonly [
  infer H extends Term,
  ...infer Rest extends Polynomial,
]
  ? PrintSum<Rest, R extends '' ? PrintTerm<H> : PrintTerm<H> extends `-${infer T}` ? `${R}-${T}` : `${R}+${PrintTerm<H>}`>
  : R;

/** The text of a polynomial, the number if it is a constant, or `undefined` if that is negative. */
export type Print<P> = P extends Polynomial
  ? P extends readonly []
    ? 0
    : P extends readonly [readonly [infer C extends number, '']]
      ? `${C}` extends `-${string}`
        ? undefined
        : C
      : Written<PrintSum<P>>
  : undefined;

type Written<S extends string> = S extends `${string}⌊${string}` ? FromWords<S> : S;

// Dimensions.

// The questions below are asked about bare parameters, so the checker waits when one is generic.

/** `A + B`: `Plus<'batch', 1>` is `'batch+1'`. Of type parameters it stays as it is written, and is no other dimension than itself. */
export type Plus<A extends Dim, B extends Dim> = PlusOf<A, B> extends infer R extends Dim ? R : never;

export type PlusOf<A extends Dim, B extends Dim> = A extends number
  ? B extends number
    ? Add<A, B>
    : Raised<B & string, A>
  : B extends number
    ? Raised<A & string, B>
    : AddNames<A, B>;

/** Most often `B` is a name, and `A` a sum of others. */
type AddNames<A extends Dim, B extends Dim> = `${A}&${B}` extends
  | `${string}${'*' | '-' | '('}${string}`
  | `${string}&${string}+${string}`
  | `${string}&${number}`
  ? AddPolynomials<A, B>
  : Joined<`${A}`, `${B}`> extends infer R extends string
    ? R
    : AddPolynomials<A, B>;

type AddPolynomials<A extends Dim, B extends Dim> = Print<AddAll<Parse<A>, Parse<B>>>;

/** `S + N` for a sum of names and a name, which takes its place among them; `undefined` when it is one of them. */
type Joined<S extends string, N extends string, R extends string = ''> = S extends `${infer H}+${infer T}`
  ? H extends N
    ? undefined
    : Precedes<N, H> extends true
      ? `${R}${N}+${S}`
      : Joined<T, N, `${R}${H}+`>
  : S extends N
    ? undefined
    : S extends `${number}`
      ? `${R}${N}+${S}`
      : Precedes<N, S> extends true
        ? `${R}${N}+${S}`
        : `${R}${S}+${N}`;

/** `S + N`. A constant is last: most often it can be seen whether there is one, and the rest stays as it is. */
type Raised<S extends string, N extends number> = N extends 0
  ? S
  : S extends `${string}${'+' | '-' | '('}${string}`
    ? S extends `${infer H}+${infer C extends number}`
      ? `${H}+${Add<C, N>}`
      : S extends `${infer H}-${infer C extends number}`
        ? Ended<H, Difference<N, C>>
        : AddNames<S, N>
    : `${S}+${N}`;

/** `S + C`, where `S` ends with no constant. */
type Ended<S extends string, C extends number> = C extends 0 ? S : `${C}` extends `-${string}` ? `${S}${C}` : `${S}+${C}`;

/**
 * `A - B`: `Minus<'seq', 1>` is `'seq-1'`. Of type parameters it stays as it is written, and is no other dimension than itself. There is none when it
 * is a negative number.
 */
export type Minus<A extends Dim, B extends Dim> = MinusOf<A, B> extends infer R extends Dim ? R : never;

/** `A - B`, or `undefined` when it is a negative number. */
export type MinusOf<A extends Dim, B extends Dim> = B extends number
  ? A extends number
    ? Subtract<A, B>
    : Lowered<A & string, B>
  : SubtractNames<A, B>;

type SubtractNames<A extends Dim, B extends Dim> = Print<AddAll<Parse<A>, NegateAll<Parse<B>>>>;

/** `S - N`, in the same way. */
type Lowered<S extends string, N extends number> = N extends 0
  ? S
  : S extends `${string}${'+' | '-' | '('}${string}`
    ? S extends `${infer H}-${infer C extends number}`
      ? `${H}-${Add<C, N>}`
      : S extends `${infer H}+${infer C extends number}`
        ? Ended<H, Difference<C, N>>
        : SubtractNames<S, N>
    : `${S}-${N}`;

/**
 * `A * B`: `Times<2, 'batch'>` is `'2*batch'`. Of type parameters it stays as it is written, and is no other dimension than itself: asked about both
 * at once, the checker waits for either. `Times<B, 1>` is `B` whatever `B` is.
 */
export type Times<A extends Dim, B extends Dim> = [A, B] extends [number, number] | [unknown, 1] | [1, string]
  ? B extends 1
    ? A
    : Multiply<A, B>
  : TimesNames<A, B> extends infer R extends Dim
    ? R
    : never;

type TimesNames<A extends Dim, B extends Dim> = A extends number
  ? Scaled<B & string, A>
  : B extends number
    ? Scaled<A & string, B>
    : MultiplyNames<A, B>;

type MultiplyNames<A extends Dim, B extends Dim> = Print<MultiplyAll<Parse<A>, Parse<B>>>;

/** `N * S`. Most often `S` is a product of names, of which a number is first. */
type Scaled<S extends string, N extends number> = N extends 0
  ? 0
  : N extends 1
    ? S
    : S extends `${string}${'+' | '-' | '('}${string}`
      ? MultiplyNames<S, N>
      : S extends `${infer C extends number}*${infer Names}`
        ? `${Multiply<C, N>}*${Names}`
        : `${N}*${S}`;

/** `A / B`, or `undefined` unless `B` is known to divide `A`. */
export type DividedBy<A extends Dim, B extends Dim> = A extends number
  ? B extends number
    ? Divide<A, B> extends [infer Q extends number, 0]
      ? Q
      : undefined
    : DividePolynomials<A, B>
  : B extends number
    ? Shared<A & string, B>
    : DividePolynomials<A, B>;

/** `S / N`, in the same way. */
type Shared<S extends string, N extends number> = N extends 1
  ? S
  : S extends `${string}${'+' | '-' | '('}${string}`
    ? DividePolynomials<S, N>
    : S extends `${infer C extends number}*${infer Names}`
      ? Divide<C, N> extends [infer Q extends number, 0]
        ? Q extends 1
          ? Names
          : `${Q}*${Names}`
        : undefined
      : undefined;

type DividePolynomials<A extends Dim, B extends Dim> = A extends B
  ? 1
  : Parse<B> extends readonly [infer T extends Term]
    ? Print<DivideTerms<Parse<A>, T>>
    : undefined;

/**
 * The product of the dimensions of a shape: how many elements it has, `Product<[2, 'batch']>` is `'2*batch'`. That of one alone, even a generic one,
 * is itself; that of generic leading dimensions stays as it is written.
 *
 * The box tells two products apart that wait: TypeScript takes a `[...B, N, N]` for a `[...B, N]`.
 */
export type Product<S extends Shape> = S extends readonly [...infer Rest extends Shape, infer D extends Dim]
  ? ProductWith<Rest, D>
  : [S, Box<S>] extends [readonly [], unknown]
    ? 1
    : never;

type ProductWith<S extends Shape, R extends Dim> = S extends readonly [...infer Rest extends Shape, infer D extends Dim]
  ? ProductWith<Rest, Times<D, R>>
  : S extends readonly []
    ? R
    : never;
