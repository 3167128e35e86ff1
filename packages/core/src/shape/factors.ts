/**
 * Factors of dimensions in generic bodies, where products wait for what they are made of: those of `Times<B, 4>` are `B` and 4.
 *
 * What a product was made of is inferred by its name. To find out whether two type parameters are one, or not, one is taken out of a union that the
 * other is in: whether what is left is generic the checker knows, where it does not know whether they may stand for the same.
 */
import type { Box, Co, Dim, Shape } from './dims.ts';
import type { Product, Times } from './names.ts';

/**
 * The factors of the dimensions of a shape: `[generic, known, open]` are the generic ones, the product of all others, and a list of as many entries as
 * there are -1. The questions are asked of `Z`, too, which keeps them open before it is known.
 */
export type FactorsOf<
  S extends Shape,
  Z = S,
  A extends Shape = [],
  C extends Dim = 1,
  N extends readonly 0[] = [],
> = S extends readonly [infer D extends Dim, ...infer Rest extends Shape]
  ? [Z, Co<Co<'\0'> extends Co<D> ? 1 : 0>] extends [unknown, Co<0>]
    ? D extends -1
      ? FactorsOf<Rest, Z, A, C, [...N, 0]>
      : FactorsOf<Rest, Z, A, Times<C, D>, N>
    : [Z, Co<D>] extends [unknown, Co<Times<infer X extends Dim, infer Y extends Dim>> | Co<unknown>]
      ? Same<Z, D, Times<X, Y>> extends true
        ? FactorsOf<[X, Y, ...Rest], Z, A, C, N>
        : FactorsOf<Rest, Z, [...A, D], C, N>
      : never
  : [A, C, N];

/** Whether two generic dimensions are one and the same: each is in the other. `S`, a shape, keeps the question open before it is known. */
export type Same<S, A extends Dim, B extends Dim> = Within<S, A, B> extends true ? Within<S, B, A> : false;

/** Whether `A` is `B`, or one of several that this is. */
type Within<S, A extends Dim, B extends Dim> = [S, Co<A | '\0'>] extends [unknown, Co<B | (infer Left)>]
  ? [S, Box<Left>, Co<Co<true> extends Co<Left> ? 0 : 1>] extends [unknown, Box<'\0'>, Co<1>]
    ? true
    : false
  : false;

/** `[A, B]` without the generic factors that stand in both. */
export type Cancelled<A extends Shape, B extends Shape, Kept extends Shape = []> = A extends readonly [
  infer D extends Dim,
  ...infer Rest extends Shape,
]
  ? Taken<B, D> extends [infer Left extends Shape]
    ? Cancelled<Rest, Left, Kept>
    : Cancelled<Rest, B, [...Kept, D]>
  : [Kept, B];

/** `A` without the first `D` in it, in a list; `undefined` when there is none. */
export type Taken<A extends Shape, D extends Dim, Before extends Shape = []> = A extends readonly [
  infer H extends Dim,
  ...infer Rest extends Shape,
]
  ? Same<A, H, D> extends true
    ? [[...Before, ...Rest]]
    : Taken<Rest, D, [...Before, H]>
  : undefined;

/** The product of a size or a name, in front, and of generic factors. */
export type ProductOf<A extends Shape, C extends Dim> = C extends 1 ? Product<A> : Product<[C, ...A]>;

/** `T` with `D` in the place of -1. */
export type Filled<T extends Shape, D extends Dim> = {
  [I in keyof T]: [T, Box<Co<'\0'> extends Co<T[I]> ? '\0' : T[I]>] extends [unknown, Box<-1>] ? D : T[I];
};
