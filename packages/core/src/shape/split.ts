/**
 * Cutting a tensor into parts along an axis.
 */
import type { Faults, NoEntries, NoSize, NoSizeIn, ShapeOf } from './argument.ts';
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type { Box, CannotTell, Co, Dim, NoResult, Shape, Show, ShowList } from './dims.ts';
import type { DividedBy, Plus } from './names.ts';
import type { ReplaceAt } from './rearrange.ts';
import type { OneOf, Open, Unlisted } from './single.ts';
import type { PartOf, SumOf } from './terms.ts';

/** Shapes as the elements of a tuple. */
interface Pieces<out P extends readonly Shape[]> {
  readonly ok: true;
  readonly shapes: P;
  readonly message: never;
}

interface NoPieces<out M extends string> {
  readonly ok: false;
  readonly shapes: NoResult;
  readonly message: M;
}

/** The shapes of `S` cut along axis `I` into `N` equal parts, or into parts of the sizes `N`. */
export type Split<S extends Shape, N extends number | readonly unknown[], I extends number> =
  Box<S> extends Box<'\0'> ? Pieces<NoResult> : Parted<S, N, I>;

type Parted<S extends Shape, N extends number | readonly unknown[], I extends number> =
  CutAt<S, I> extends Cut<infer _B, infer At, infer _A>
    ? N extends number
      ? number extends N
        ? NoPieces<'splitAxis: the number of parts is a `number`, not a literal'>
        : N extends 0
          ? NoParts<S, N, I>
          : NoSize<N> extends never
            ? [I, Co<Co<'\0'> extends Co<At> ? 1 : 0>] extends [unknown, Co<0>]
              ? DividedBy<At, N> extends infer D
                ? D extends Dim
                  ? Pieces<Repeated<ReplaceAt<S, I, D>, N>>
                  : NoParts<S, N, I>
                : never
              : PartOf<I, At, N> extends [infer D extends Dim]
                ? Pieces<Repeated<ReplaceAt<S, I, D>, N>>
                : NoPieces<CannotTell<'splitAxis', `axis ${I} of ${Show<S>} divides into ${N} equal parts`>>
            : NoParts<S, N, I>
      : N extends readonly unknown[]
        ? [Open<N>] extends [never]
          ? N extends readonly number[]
            ? NoSize<N[number]> extends never
              ? SplitAs<S, N, I, At>
              : NoPieces<NoSizeIn<'splitAxis', 'part', N>>
            : Faults<'splitAxis', N> extends never
              ? ShapeOf<N> extends infer P extends Shape
                ? SplitBy<S, P, I, At>
                : never
              : NoneOfParts<NoEntries<'splitAxis', 'part', N>>
          : NoPieces<OpenParts<N>>
        : never
    : NoPieces<AxisMessage<'splitAxis', S, I>>;

type NoParts<
  S extends Shape,
  N extends number,
  I extends number,
> = NoPieces<`splitAxis: axis ${I} of ${Show<S>} does not divide into ${N} equal parts`>;

/** Why parts are refused, unless a token among them is that of a refused call. */
type NoneOfParts<M extends string> = [M] extends [never] ? Pieces<NoResult> : NoPieces<M>;

type OpenParts<N extends readonly unknown[]> = number extends N['length']
  ? Unlisted<'splitAxis', 'parts'>
  : OneOf<'splitAxis', 'a part'>;

/** The shapes of `S` cut into parts of the sizes `N` along axis `I`, which is `At`. */
type SplitAs<S extends Shape, N extends Shape, I extends number, At extends Dim> =
  Total<N> extends At
    ? Pieces<Sized<S, I, N>>
    : NoPieces<`splitAxis: parts of ${ShowList<N>} make ${Total<N>}, but axis ${I} of ${Show<S>} is ${At}`>;

/** The same of parts of which some are tokens. What is generic is compared as a sum of terms: `I` keeps the question open before it is known. */
type SplitBy<S extends Shape, N extends Shape, I extends number, At extends Dim> = [
  I,
  Co<Co<'\0'> extends Co<N[number] | At> ? 1 : 0>,
] extends [unknown, Co<0>]
  ? SplitAs<S, N, I, At>
  : SplitTerms<S, N, I, SumOf<I, [At]>, SumOf<I, N>>;

type SplitTerms<S extends Shape, N extends Shape, I extends number, At, Sum> =
  Box<Sum> extends Box<At>
    ? Pieces<Sized<S, I, N>>
    : NoPieces<CannotTell<'splitAxis', `parts of ${ShowList<N>} make axis ${I} of ${Show<S>}`>>;

type Sized<S extends Shape, I extends number, N extends Shape, R extends readonly Shape[] = []> = N extends readonly [
  infer H extends Dim,
  ...infer Rest extends Shape,
]
  ? Sized<S, I, Rest, [...R, ReplaceAt<S, I, H>]>
  : R;

type Repeated<T, N extends number, R extends readonly T[] = []> = R['length'] extends N ? R : Repeated<T, N, [...R, T]>;

/** As many shapes of no result as the parts `N` would be, 16 at most. */
export type Unparted<N, R extends readonly NoResult[] = []> = N extends readonly unknown[]
  ? { readonly [K in keyof N]: NoResult }
  : R['length'] extends (number extends N ? 16 : N | 16)
    ? R
    : Unparted<N, [...R, NoResult]>;

type Total<N extends Shape, R extends Dim = 0> = N extends readonly [infer H extends Dim, ...infer Rest extends Shape]
  ? Total<Rest, Plus<R, H>>
  : R;
