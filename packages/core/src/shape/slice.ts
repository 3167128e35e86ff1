/**
 * What is left of a tensor by an index or a range of each axis.
 */
import type { NoSize } from './argument.ts';
import type { Add, AtMost, Divide, Subtract } from './arithmetic.ts';
import type { About, Box, CannotTell, Co, Dim, Fails, Fits, NoResult, Shape, Shift, Show, ShowList } from './dims.ts';
import type { FloorDims } from './floors.ts';
import type { MinusOf, Plus } from './names.ts';
import type { NotListed, Unlisted } from './single.ts';
import type { Alone, AtLeast, QuotientOf, SumOf } from './terms.ts';

/** What to keep of an axis: all of it, one index (the axis goes), or from start to stop in steps; negative counts from the end. */
export type Range = null | number | readonly [start: number | null, stop: number | null, step?: number];

/** A range as it is given, whose bounds may be too few or too many: of what is more narrow the checker would say no more than that it is none. */
export type RangeLike = Range | readonly (number | null)[];

/** The shape of a slice of `S`; axes without a range are kept whole. */
export type Slice<S extends Shape, R extends readonly RangeLike[]> = Box<S> extends Box<'\0'> ? Fits<NoResult> : Sliced<S, R>;

type Sliced<
  S extends Shape,
  R extends readonly RangeLike[],
  Done extends Shape = [],
  S0 extends Shape = S,
  A extends readonly 0[] = [],
> = R extends readonly [infer H, ...infer Rest extends readonly RangeLike[]]
  ? Shift<S> extends [infer D extends Dim, infer T extends Shape]
    ? H extends null
      ? Sliced<T, Rest, [...Done, D], S0, [...A, 0]>
      : [H, Co<Co<D> extends Co<'\0'> ? 0 : 1>] extends [unknown, Co<1>]
        ? H extends number
          ? Within<D, H> extends true
            ? Sliced<T, Rest, Done, S0, [...A, 0]>
            : Fails<number extends H ? WideBound : `slice: index ${H} is out of range for axis ${A['length']} of ${Show<S0>}`>
          : H extends readonly [infer Start, infer Stop, (infer Step)?]
            ? [H] extends [PairOrTriple]
              ? Ranged<D, RangeEnd<D, Start, 0>, RangeEnd<D, Stop, D>, unknown extends Step ? 1 : Step> extends infer N
                ? N extends Dim
                  ? Sliced<T, Rest, [...Done, N], S0, [...A, 0]>
                  : Fails<Co<number> extends Co<H[number]> ? WideBound : Misfit<H, S0, A['length']>>
                : never
              : Fails<Unlisted<'slice', 'bounds'>>
            : H extends readonly (number | null)[]
              ? number extends H['length']
                ? Fails<Unlisted<'slice', 'bounds'>>
                : Fails<Misfit<H, S0, A['length']>>
              : never
        : R extends readonly unknown[]
          ? LeftBy<D, H, AtLeast<H, D>> extends infer L extends Shape | undefined
            ? L extends readonly unknown[]
              ? Sliced<T, Rest, [...Done, ...L], S0, [...A, 0]>
              : Fails<Doubtful<H, S0, A['length']>>
            : never
          : never
    : Fails<
        About<
          'slice',
          S0,
          Co<S> extends Co<readonly []>
            ? `slice: there are more ranges than ${Show<S0>} has axes`
            : CannotTell<'slice', 'the ranges lie in the shape'>
        >
      >
  : R extends readonly []
    ? Fits<Done extends readonly [] ? S : [...Done, ...S]>
    : Fails<NotListed<'slice', 'ranges', R>>;

/**
 * What an index or a range leaves of a generic axis that has `N` elements at least: nothing of it, or one dimension; `undefined` when it may not lie
 * in the axis.
 */
type LeftBy<D extends Dim, H, N extends number> = H extends number
  ? Within<N, H> extends true
    ? []
    : undefined
  : H extends PairOrTriple
    ? LeftOf<D, Bound<H[0], ['+', 0]>, Bound<H[1], ['-', 0]>, N, StepOf<H>>
    : undefined;

/** The step of a range, 1 when it says none; `undefined` when it is none. */
type StepOf<H extends readonly unknown[]> = H extends readonly [unknown, unknown, infer T]
  ? T extends number
    ? number extends T
      ? undefined
      : T extends 0
        ? undefined
        : NoSize<T> extends never
          ? T
          : undefined
    : undefined
  : 1;

/** A bound by the end that it counts from, the first element or the last; `undefined` when it is none. */
type Bound<B, Default> = B extends number
  ? number extends B
    ? undefined
    : `${B}` extends `-${infer N extends number}`
      ? NoSize<N> extends never
        ? ['-', N]
        : undefined
      : NoSize<B> extends never
        ? ['+', B]
        : undefined
  : Default;

/** The same of bounds, in steps; of bounds that may be one of several, a list for each of them. */
type LeftOf<D extends Dim, Start, Stop, N extends number, Step> = Start extends [infer From, infer A extends number]
  ? Stop extends [infer To, infer B extends number]
    ? Step extends number
      ? [From, To] extends ['+', '-']
        ? Add<A, B> extends infer C extends number
          ? AtMost<C, N> extends true
            ? Alone<EveryOf<C, D, Step>>
            : undefined
          : never
        : [From, To] extends ['-', '+']
          ? undefined
          : AtMost<From extends '+' ? B : A, N> extends true
            ? (From extends '+' ? Subtract<B, A> : Subtract<A, B>) extends infer M extends number
              ? Alone<Steps<M, Step>>
              : undefined
            : undefined
      : undefined
    : undefined
  : undefined;

/** `ceil((D - C) / T)` of a generic dimension. */
type EveryOf<C extends number, D extends Dim, T extends number> = T extends 1
  ? C extends 0
    ? D
    : SumOf<C, [D], C>
  : QuotientOf<C, SumOf<C, [D, Subtract<T, 1> & number], C>, T>;

/** Why an index or a range is refused that needs more elements than one of axis `A`, a type parameter. */
type Doubtful<H, S extends Shape, A extends number> =
  Co<number> extends Co<H extends readonly unknown[] ? H[number] : H>
    ? WideBound
    : H extends readonly unknown[]
      ? H extends PairOrTriple
        ? StepOf<H> extends number
          ? CannotTell<'slice', `range ${ShowList<H>} lies in axis ${A} of ${Show<S>}`>
          : Misfit<H, S, A>
        : H extends readonly [unknown, unknown, unknown?]
          ? Unlisted<'slice', 'bounds'>
          : Misfit<H, S, A>
      : CannotTell<'slice', `index ${H & number} lies in axis ${A} of ${Show<S>}`>;

/** Why a range is refused that has no place in axis `A`. */
type Misfit<
  H extends readonly unknown[],
  S extends Shape,
  A extends number,
> = `slice: range ${ShowList<H>} does not fit axis ${A} of ${Show<S>}`;

/** Why an index or a bound is refused of which nothing is known. */
type WideBound = 'slice: a bound is a `number`, not a literal: write it in place, or `as const`';

/** A range whose step is there or not, and not one that may be. */
type PairOrTriple = readonly [unknown, unknown] | readonly [unknown, unknown, unknown];

/** Whether an index lies in an axis, as far as that can be known. */
type Within<D extends Dim, I extends number> = number extends I
  ? false
  : `${I}` extends `${string}.${string}`
    ? false
    : D extends number
      ? `${I}` extends `-${infer N extends number}`
        ? AtMost<N, D>
        : Divide<I, D> extends [0, number]
          ? true
          : false
      : true;

type RangeEnd<D extends Dim, B, Default extends Dim> = B extends number
  ? number extends B
    ? undefined
    : `${B}` extends `${string}.${string}`
      ? undefined
      : `${B}` extends `-${infer N extends number}`
        ? MinusOf<D, N>
        : B
  : Default;

/** The number of indices from `Start` to `Stop`, or `undefined` when they do not lie in `D` or cannot be counted. */
type Ranged<D extends Dim, Start, Stop, Step> = Start extends Dim
  ? Stop extends Dim
    ? Inside<D, Stop> extends true
      ? Steps<MinusOf<Stop, Start>, Step>
      : undefined
    : undefined
  : undefined;

/** `ceil(N / Step)` */
type Steps<N, Step> = N extends Dim
  ? Step extends 1
    ? N
    : Step extends number
      ? NoSize<Step> extends never
        ? Stepped<N, Step>
        : undefined
      : undefined
  : undefined;

type Stepped<N extends Dim, Step extends number> = N extends number
  ? Divide<N, Step> extends [infer Q extends number, infer Rest extends number]
    ? Rest extends 0
      ? Q
      : Plus<Q, 1>
    : undefined
  : Subtract<Step, 1> extends infer Less extends number
    ? FloorDims<Plus<N, Less>, Step>
    : undefined;

type Inside<D extends Dim, Stop> = D extends number ? (Stop extends number ? AtMost<Stop, D> : true) : true;
