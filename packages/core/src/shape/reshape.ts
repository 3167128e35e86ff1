/**
 * Reshaping: the number of elements must be the same, and one dimension may be left to be inferred as `-1`.
 */
import type { Answer, Box, CannotTell, Co, Dim, Fails, Fits, FitsOne, NoResult, NothingKnown, Shape, Show } from './dims.ts';
import type { Cancelled, FactorsOf, Filled, ProductOf } from './factors.ts';
import type { DividedBy, Product, Times } from './names.ts';

/**
 * The shape `To`, which `From` is reshaped to. Where a dimension is generic, numbers of elements are compared factor by factor; not of an `any`, which
 * the checker tries for the shape of a tensor that is still to come.
 */
export type Reshape<From extends Shape, To extends Shape> =
  Box<From> extends Box<'\0'>
    ? Fits<NoResult>
    : [From, Co<Co<'\0'> extends Co<From[number] | To[number]> ? 1 : 0>] extends [unknown, Co<0>]
      ? Leading<From, To, From, To>
      : Generic<From, To> extends infer R extends Answer
        ? R
        : never;

/** Cancels equal leading dimensions, which keeps them out of the arithmetic; `L` are those cancelled. */
type Leading<F extends Shape, T extends Shape, F0 extends Shape, T0 extends Shape, L extends Shape = []> =
  Box<F> extends Box<[infer A extends Dim, ...infer FR extends Shape]>
    ? Box<T> extends Box<[infer B extends Dim, ...infer TR extends Shape]>
      ? Box<A> extends Box<B>
        ? Leading<FR, TR, F0, T0, [...L, B]>
        : Trailing<F, T, F0, T0, L>
      : Remaining<F, T, F0, T0, L, []>
    : Remaining<F, T, F0, T0, L, []>;

/** Cancels equal trailing dimensions; `R` are those cancelled. */
type Trailing<F extends Shape, T extends Shape, F0 extends Shape, T0 extends Shape, L extends Shape, R extends Shape = []> =
  Box<F> extends Box<[...infer FR extends Shape, infer A extends Dim]>
    ? Box<T> extends Box<[...infer TR extends Shape, infer B extends Dim]>
      ? Box<A> extends Box<B>
        ? Trailing<FR, TR, F0, T0, L, [B, ...R]>
        : Remaining<F, T, F0, T0, L, R>
      : Remaining<F, T, F0, T0, L, R>
    : Remaining<F, T, F0, T0, L, R>;

/** Compares numbers of elements of what is left. */
type Remaining<F extends Shape, T extends Shape, F0 extends Shape, T0 extends Shape, L extends Shape, R extends Shape> =
  Co<-1> extends Co<T[number]>
    ? T extends readonly [-1]
      ? Fits<[...L, Product<F>, ...R]>
      : Opens<T> extends true
        ? Infer<F, T> extends infer D extends Dim
          ? Fits<[...L, ...Fill<T, D>, ...R]>
          : Shared<F, Closed<T>> extends infer E extends Dim
            ? Fits<[...L, ...Fill<T, E>, ...R]>
            : Fails<NoWhole<F0, T0>>
        : Fails<TwoOpen<F0, T0>>
    : F extends readonly [Dim, Dim, ...Shape]
      ? Uncommon<F, T> extends [infer P extends Shape, infer Q extends Shape]
        ? (Q extends readonly [Dim, Dim, Dim, ...Shape] ? Splits<P, Q> : Splits<Q, P>) extends true
          ? Fits<T0>
          : SameSize<Product<P>, Product<Q>, F0, T0>
        : never
      : SameSize<Product<F>, Product<T>, F0, T0>;

/** The same of generic dimensions, by their factors: the generic ones that stand on both sides do not matter, and of others nobody knows. */
type Generic<F extends Shape, T extends Shape> = 0 extends 1 & F
  ? Fits<Shape>
  : Box<T> extends Box<Shape>
    ? Fits<Shape>
    : number extends F['length']
      ? Fails<`reshape: ${NothingKnown}`>
      : FactorsOf<F> extends [infer A extends Shape, infer C extends Dim, infer _]
        ? FactorsOf<T> extends [infer B extends Shape, infer D extends Dim, infer N]
          ? Cancelled<A, B> extends [infer Rest extends Shape, infer Lacking extends Shape]
            ? N extends readonly [0, 0, ...0[]]
              ? Fails<TwoOpen<F, T>>
              : Lacking extends readonly []
                ? N extends readonly [0]
                  ? T['length'] extends 1
                    ? FitsOne<Product<F>>
                    : (D extends 0 ? undefined : DividedBy<C, D>) extends infer Q
                      ? Q extends Dim
                        ? Fits<[...Filled<T, ProductOf<Rest, Q>>]>
                        : Rest extends readonly []
                          ? Fails<NoWhole<F, T>>
                          : Unequal
                      : never
                  : Rest extends readonly []
                    ? SameSize<C, D, F, T>
                    : Unequal
                : Unequal
            : never
          : never
        : never;

/** That generic dimensions do not tell. */
type Unequal = Fails<CannotTell<'reshape', 'the shapes have as many elements'>>;

type NoWhole<F extends Shape, T extends Shape> = `reshape: ${Show<F>} -> ${Show<T>}: -1 stands for no whole number`;

type TwoOpen<F extends Shape, T extends Shape> = `reshape: ${Show<F>} -> ${Show<T>}: -1 stands twice`;

/**
 * `[F, T]` without what stands in both, which spares products; `K` are those of `F` that are kept. A 0 is: where it is, all shapes have as many
 * elements.
 */
type Uncommon<F extends Shape, T extends Shape, K extends Shape = []> = F extends readonly [
  infer D extends Dim,
  ...infer Rest extends Shape,
]
  ? D extends 0
    ? Uncommon<Rest, T, [...K, D]>
    : Co<D> extends Co<T[number]>
      ? Uncommon<Rest, Removed<T, D>, K>
      : Uncommon<Rest, T, [...K, D]>
  : [K, T];

/** `T` without the first `D` in it. */
type Removed<T extends Shape, D extends Dim, R extends Shape = []> = T extends readonly [
  infer H extends Dim,
  ...infer Rest extends Shape,
]
  ? Box<H> extends Box<D>
    ? [...R, ...Rest]
    : Removed<Rest, D, [...R, H]>
  : R;

/**
 * Whether each dimension of `F` is a product of some of `T`, one after the other: a split, or a merge the other way round, which spares the product
 * of all. Where it is none, the products that were tried are part of that of `T`, and the checker has worked them out then.
 */
type Splits<F extends Shape, T extends Shape> = F extends readonly [...infer Rest extends Shape, infer D extends Dim]
  ? Without<T, D> extends infer U extends Shape
    ? Splits<Rest, U>
    : false
  : T extends readonly []
    ? true
    : false;

/** Whether what is left has as many elements, or both have none: a 0 may have been cancelled. */
type SameSize<P, Q, F0 extends Shape, T0 extends Shape> = P extends Q
  ? Fits<T0>
  : [F0, Co<HasNone<F0>>, Co<HasNone<T0>>] extends [unknown, Co<1>, Co<1>]
    ? Fits<T0>
    : Fails<`reshape: ${Show<F0>} -> ${Show<T0>}: ${Product<F0>} elements vs ${Product<T0>}`>;

/** 1 when a dimension is 0. Whatever a type parameter could be, it is assignable to any text: of one the question whether this is 1 is a definite no. */
type HasNone<S extends Shape> = Co<S[number]> extends Co<'\0'> ? 0 : Co<0> extends Co<S[number]> ? 1 : 0;

/** Whether there is only one `-1`. */
type Opens<T extends Shape> = T extends readonly [infer H, ...infer Rest extends Shape]
  ? H extends -1
    ? Co<-1> extends Co<Rest[number]>
      ? false
      : true
    : Opens<Rest>
  : true;

/** The dimension that `-1` stands for. */
type Infer<F extends Shape, T extends Shape> = T extends readonly [-1, ...infer After extends Shape]
  ? Product<After> extends infer Q extends Dim
    ? Q extends 0
      ? undefined
      : Without<F, Q> extends infer Rest extends Shape
        ? Product<Rest>
        : Quotient<F, Q>
    : never
  : Product<Fill<T, 1>> extends infer Q extends Dim
    ? Ratio<F, Q>
    : never;

type Ratio<F extends Shape, Q extends Dim> = Q extends 0 ? undefined : Quotient<F, Q>;

type Quotient<F extends Shape, Q extends Dim> = Product<F> extends infer P extends Dim ? DividedBy<P, Q> : never;

/** `F` without those of its last dimensions whose product is `Q`, which spares a division; `undefined` when there are none. */
type Without<F extends Shape, Q extends Dim> = F extends readonly [...infer Rest extends Shape, infer D extends Dim]
  ? WithoutBefore<Rest, Q, D>
  : undefined;

/** The same of `F` before dimensions whose product is `P`. */
type WithoutBefore<F extends Shape, Q extends Dim, P extends Dim> = P extends Q
  ? F
  : F extends readonly [...infer Rest extends Shape, infer D extends Dim]
    ? WithoutBefore<Rest, Q, Times<D, P>>
    : undefined;

/** A shape without its `-1`. */
type Closed<T extends Shape, R extends Shape = []> = T extends readonly [infer H extends Dim, ...infer Rest extends Shape]
  ? H extends -1
    ? [...R, ...Rest]
    : Closed<Rest, [...R, H]>
  : R;

/** What `-1` stands for beside `T`, or beside what `T` has not in common with `F`. */
type Shared<F extends Shape, T extends Shape> = Share<[F, T]> extends infer D extends Dim ? D : Share<Uncommon<F, T>>;

/** What `-1` stands for in the first of two shapes beside the second. */
type Share<U> = U extends [infer F extends Shape, infer T extends Shape]
  ? T extends readonly []
    ? Product<F>
    : Product<T> extends infer Q extends Dim
      ? Q extends 0
        ? undefined
        : Without<F, Q> extends infer Rest extends Shape
          ? Product<Rest>
          : Ratio<F, Q>
      : undefined
  : undefined;

/** Puts `D` in the place of `-1`. */
type Fill<T extends Shape, D extends Dim> = { [I in keyof T]: T[I] extends -1 ? D : T[I] };
