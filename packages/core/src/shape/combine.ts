/**
 * Joining tensors and cutting them up.
 */
import type { NoCount, NoSize, NoSizeIn } from './argument.ts';
import type { Add, AtMost, Divide, Subtract } from './arithmetic.ts';
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type {
  About,
  Box,
  CannotTell,
  Co,
  Dim,
  Equal,
  Fails,
  Fits,
  NoResult,
  NoTensor,
  Quiet,
  Shape,
  Shift,
  Show,
  ShowList,
  Typed,
  UnlessAny,
} from './dims.ts';
import type { FloorDims } from './floors.ts';
import type { DividedBy, Minus, MinusOf, Plus, Times } from './names.ts';
import type { Insert, ReplaceAt } from './rearrange.ts';
import type { NotListed, OneOf, Open, Several, Unlisted } from './single.ts';

/** The shape of tensors joined along axis `I`; an answer for each of the tensors that an element may be. */
export type Concatenate<T extends readonly unknown[], I extends number> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? H extends unknown
    ? CutAt<H['shape'], I> extends Cut<infer Before, infer At, infer After>
      ? Append<H['shape'], Rest, I, Before, At, After>
      : Quiet<H['shape'], Fails<AxisMessage<'concatenate', H['shape'], I>>>
    : never
  : Fails<NoTensors<'concatenate', T>, Shape>;

/**
 * What is wrong with a list of tensors, or with the rest of one, that does not begin with a tensor. Nothing is known of what would be made of it,
 * which an `any` is inferred as too.
 */
type NoTensors<F extends string, T extends readonly unknown[]> = T extends readonly [infer H, ...unknown[]]
  ? NoTensor<F, H>
  : `${F}: there is no list of tensors, or their number is unknown`;

/** Why what is not one axis behind a list is refused, and tensors that are no list. */
export type NoList<F extends string> = `${F}: expected a list of tensors, and one axis or none: ${F}([x, y], 0)`;

/** `M`, a message of `F` about two shapes. */
type AboutEither<F extends string, S extends Shape, T extends Shape, M> = About<F, S, About<F, T, M>>;

/** `S` is the first shape, cut into `Before`, what has been joined so far, and `After`. How long an `any` is, which passes, nobody knows. */
type Append<
  S extends Shape,
  T extends readonly unknown[],
  I extends number,
  Before extends Shape,
  D extends Dim,
  After extends Shape,
> = T extends readonly [infer H extends Typed, ...infer Rest]
  ? H extends unknown
    ? unknown extends H
      ? OfUnknownLength<Append<S, Rest, I, Before, D, After>>
      : Box<H['shape']> extends Box<[...Before, infer At extends Dim, ...After]>
        ? Append<S, Rest, I, Before, Plus<D, At>, After>
        : Quiet<
            S | H['shape'],
            Fails<
              AboutEither<'concatenate', S, H['shape'], `concatenate: ${Show<S>} and ${Show<H['shape']>} differ beside axis ${I}`>
            >
          >
    : never
  : T extends readonly []
    ? Fits<[...Before, D, ...After]>
    : Fails<NoTensors<'concatenate', T>, Shape>;

type OfUnknownLength<R> = R extends Fits<infer _> ? Fits<Shape> : R;

/** The shape of equal tensors stacked along a new axis `I`; an answer for each of the tensors that an element may be. */
export type Stack<T extends readonly unknown[], I extends number> = T extends readonly [infer H extends Typed, ...infer Rest]
  ? H extends unknown
    ? Alike<H['shape'], Rest, I, T['length']>
    : never
  : Fails<NoTensors<'stack', T>, Shape>;

/** `N` tensors of shape `S` stacked, when those of the rest `T` are of that shape. */
type Alike<S extends Shape, T extends readonly unknown[], I extends number, N extends number> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? H extends unknown
    ? Equal<S, H['shape']> extends true
      ? Alike<S, Rest, I, N>
      : Fails<AboutEither<'stack', S, H['shape'], `stack: shapes differ, ${Show<S>} and ${Show<H['shape']>}`>>
    : never
  : T extends readonly []
    ? Insert<'stack', S, I, N>
    : Fails<NoTensors<'stack', T>, Shape>;

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
export type Split<S extends Shape, N extends number | readonly number[], I extends number> =
  CutAt<S, I> extends Cut<infer _B, infer At, infer _A>
    ? N extends number
      ? number extends N
        ? NoPieces<'splitAxis: the number of parts is a `number`, not a literal'>
        : (NoSize<N> extends never ? DividedBy<At, N> : undefined) extends infer D
          ? D extends Dim
            ? Pieces<Repeated<ReplaceAt<S, I, D>, N>>
            : NoPieces<`splitAxis: axis ${I} of ${Show<S>} does not divide into ${N} equal parts`>
          : never
      : N extends readonly number[]
        ? [Open<N>] extends [never]
          ? NoSize<N[number]> extends never
            ? SplitAs<S, N, I, At>
            : NoPieces<NoSizeIn<'splitAxis', 'part', N>>
          : NoPieces<OpenParts<N>>
        : never
    : NoPieces<AxisMessage<'splitAxis', S, I>>;

type OpenParts<N extends readonly number[]> = number extends N['length']
  ? Unlisted<'splitAxis', 'parts'>
  : OneOf<'splitAxis', 'a part'>;

/** The shapes of `S` cut into parts of the sizes `N` along axis `I`, which is `At`. */
type SplitAs<S extends Shape, N extends readonly number[], I extends number, At extends Dim> =
  Total<N> extends At
    ? Pieces<Sized<S, I, N>>
    : NoPieces<`splitAxis: parts of ${ShowList<N>} make ${Total<N>}, but axis ${I} of ${Show<S>} is ${At}`>;

type Sized<S extends Shape, I extends number, N extends readonly number[], R extends readonly Shape[] = []> = N extends readonly [
  infer H extends number,
  ...infer Rest extends readonly number[],
]
  ? Sized<S, I, Rest, [...R, ReplaceAt<S, I, H>]>
  : R;

type Repeated<T, N extends number, R extends readonly T[] = []> = R['length'] extends N ? R : Repeated<T, N, [...R, T]>;

type Total<N extends readonly number[], R extends Dim = 0> = N extends readonly [
  infer H extends number,
  ...infer Rest extends readonly number[],
]
  ? Total<Rest, Plus<R, H>>
  : R;

/** What to keep of an axis: all of it, one index (the axis goes), or from start to stop in steps; negative counts from the end. */
export type Range = null | number | readonly [start: number | null, stop: number | null, step?: number];

/** A range as it is given, whose bounds may be too few or too many: of what is more narrow the checker would say no more than that it is none. */
export type RangeLike = Range | readonly (number | null)[];

/** Why a list goes on where no axis is left to see: `S` is what is left of a shape, nothing, or what begins with generic dimensions, which may be some. */
type MoreThan<F extends string, S extends Shape, Question extends string, M extends string> =
  Co<S> extends Co<readonly []> ? `${F}: ${M}` : CannotTell<F, Question>;

/** The shape of a slice of `S`; axes without a range are kept whole. */
export type Slice<
  S extends Shape,
  R extends readonly RangeLike[],
  Done extends Shape = [],
  S0 extends Shape = S,
  A extends readonly 0[] = [],
> = R extends readonly [infer H, ...infer Rest extends readonly RangeLike[]]
  ? Shift<S> extends [infer D extends Dim, infer T extends Shape]
    ? H extends null
      ? Slice<T, Rest, [...Done, D], S0, [...A, 0]>
      : [H, Co<Co<D> extends Co<'\0'> ? 0 : 1>] extends [unknown, Co<1>]
        ? H extends number
          ? Within<D, H> extends true
            ? Slice<T, Rest, Done, S0, [...A, 0]>
            : Fails<number extends H ? WideBound : `slice: index ${H} is out of range for axis ${A['length']} of ${Show<S0>}`>
          : H extends readonly [infer Start, infer Stop, (infer Step)?]
            ? [H] extends [PairOrTriple]
              ? Ranged<D, RangeEnd<D, Start, 0>, RangeEnd<D, Stop, D>, unknown extends Step ? 1 : Step> extends infer N
                ? N extends Dim
                  ? Slice<T, Rest, [...Done, N], S0, [...A, 0]>
                  : Fails<
                      Co<number> extends Co<H[number]>
                        ? WideBound
                        : `slice: range ${ShowList<H>} does not fit axis ${A['length']} of ${Show<S0>}`
                    >
                : never
              : Fails<Unlisted<'slice', 'bounds'>>
            : H extends readonly (number | null)[]
              ? number extends H['length']
                ? Fails<Unlisted<'slice', 'bounds'>>
                : Fails<`slice: range ${ShowList<H>} does not fit axis ${A['length']} of ${Show<S0>}`>
              : never
        : S extends readonly unknown[]
          ? H extends InAny
            ? Slice<T, Rest, [...Done, ...LeftBy<D, H>], S0, [...A, 0]>
            : Fails<Doubtful<H, S0, A['length']>>
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

/** Indices and ranges that lie in every axis with an element. A type parameter is taken to have one, as everywhere. */
type InAny = 0 | -1 | All | AllButOne | OneAlone;

type All = readonly [0 | null, null];
type AllButOne = readonly [1, null] | readonly [0 | null, -1];
type OneAlone = readonly [0 | null, 1] | readonly [-1, null];

/** What they leave of an axis. */
type LeftBy<D extends Dim, H> = H extends number ? [] : H extends All ? [D] : H extends AllButOne ? [Minus<D, 1>] : [1];

/** Why an index or a range is refused that needs more elements than one of axis `A`, a type parameter. */
type Doubtful<H, S extends Shape, A extends number> =
  Co<number> extends Co<H extends readonly unknown[] ? H[number] : H>
    ? WideBound
    : CannotTell<
        'slice',
        `${H extends readonly unknown[] ? `range ${ShowList<H>}` : `index ${H & number}`} lies in axis ${A} of ${Show<S>}`
      >;

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

/** How much to add before and after an axis. */
export type Edges = readonly [before: number, after: number];

/** The shape of `S` padded at the edges of every axis. */
export type Pad<S extends Shape, P extends readonly Edges[], R extends Shape = [], S0 extends Shape = S> = P extends readonly [
  infer E extends Edges,
  ...infer Rest extends readonly Edges[],
]
  ? Box<S> extends Box<[infer D extends Dim, ...infer T extends Shape]>
    ? number extends E[number]
      ? Fails<'pad: an edge is a `number`, not a literal'>
      : `${E[0]}|${E[1]}` extends `-${string}` | `${string}|-${string}`
        ? Fails<'pad: edges are not negative: crop with slice'>
        : NoSize<E[number]> extends never
          ? [Several<E[0]> | Several<E[1]>] extends [never]
            ? Pad<T, Rest, [...R, Padded<D, E>], S0>
            : Fails<OneOf<'pad', 'an edge'>>
          : Fails<'pad: edges are pairs of integers, [before, after]'>
    : Fails<About<'pad', S0, MoreThan<'pad', S, 'the edges fit the shape', `there are more edges than ${Show<S0>} has axes`>>>
  : P extends readonly []
    ? Co<S> extends Co<readonly []>
      ? Fits<R>
      : Fails<About<'pad', S0, `pad: there are fewer edges than ${Show<S0>} has axes`>>
    : UnlessAny<P, Fails<'pad: edges are pairs of integers, [before, after]'>>;

/** `D` with what is added at its edges, in one sum: of a type parameter it stays as it is written. */
type Padded<D extends Dim, E extends Edges> = E[0] extends 0
  ? E[1] extends 0
    ? D
    : Plus<D, E[1]>
  : E[1] extends 0
    ? Plus<D, E[0]>
    : Plus<D, Add<E[0], E[1]>>;

/** The shape of `S` laid out `N[i]` times along axis `i`. */
export type Tile<S extends Shape, N extends readonly number[]> =
  NoSize<N[number]> extends never ? Tiled<S, N> : UnlessAny<N, Fails<NoSizeIn<'tile', 'count', N>>>;

type Tiled<S extends Shape, N extends readonly number[], R extends Shape = [], S0 extends Shape = S> = N extends readonly [
  infer H extends number,
  ...infer Rest extends readonly number[],
]
  ? Shift<S> extends [infer D extends Dim, infer T extends Shape]
    ? number extends H
      ? Fails<'tile: a count is a `number`, not a literal'>
      : H extends 1
        ? Tiled<T, Rest, [...R, D], S0>
        : Tiled<T, Rest, [...R, Times<D, H>], S0>
    : Fails<
        About<
          'tile',
          S0,
          MoreThan<'tile', S, 'it can be applied to the shape', `there are more counts than ${Show<S0>} has axes`>
        >
      >
  : N extends readonly []
    ? Co<S> extends Co<readonly []>
      ? Fits<R>
      : Fails<About<'tile', S0, `tile: there are fewer counts than ${Show<S0>} has axes`>>
    : UnlessAny<N, Fails<NotListed<'tile', 'counts', N>>>;

/** The shape of `S` with each element along axis `I` standing `N` times. */
export type Repeat<S extends Shape, N extends number, I extends number> = number extends N
  ? Fails<'repeat: the count is a `number`, not a literal'>
  : CutAt<S, I> extends Cut<infer Before, infer At, infer After>
    ? NoSize<N> extends never
      ? Fits<[...Before, Times<At, N>, ...After]>
      : Fails<NoCount<'repeat', 'the count', N>>
    : Fails<AxisMessage<'repeat', S, I>>;
