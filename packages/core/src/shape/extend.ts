/**
 * Making axes longer: padded at their edges, laid out several times, each element repeated.
 */
import type { Faults, NoCount, NoEntries, NoSize, NoSizeIn, ShapeOf } from './argument.ts';
import type { Add } from './arithmetic.ts';
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type { About, Box, CannotTell, Co, Dim, Fails, Fits, Kind, NoResult, Shape, Shift, Show, UnlessAny } from './dims.ts';
import type { Plus, Times } from './names.ts';
import type { NotListed, OneOf, Open, Several } from './single.ts';
import type { SumOf } from './terms.ts';

/** Why a list goes on where no axis is left to see: `S` is what is left of a shape, nothing, or what begins with generic dimensions, which may be some. */
type MoreThan<F extends string, S extends Shape, Question extends string, M extends string> =
  Co<S> extends Co<readonly []> ? `${F}: ${M}` : CannotTell<F, Question>;

/** How much to add before and after an axis. */
export type Edges = readonly [before: number, after: number];

/** The shape of `S` padded at the edges of every axis. */
export type Pad<S extends Shape, P extends readonly Edges[]> = Box<S> extends Box<'\0'> ? Fits<NoResult> : Edged<S, P>;

type Edged<S extends Shape, P extends readonly Edges[], R extends Shape = [], S0 extends Shape = S> = P extends readonly [
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
            ? Edged<T, Rest, [...R, Padded<D, E>], S0>
            : Fails<OneOf<'pad', 'an edge'>>
          : Fails<'pad: edges are pairs of integers, [before, after]'>
    : Fails<About<'pad', S0, MoreThan<'pad', S, 'the edges fit the shape', `there are more edges than ${Show<S0>} has axes`>>>
  : P extends readonly []
    ? Co<S> extends Co<readonly []>
      ? Fits<R>
      : Fails<About<'pad', S0, `pad: there are fewer edges than ${Show<S0>} has axes`>>
    : UnlessAny<P, Fails<'pad: edges are pairs of integers, [before, after]'>>;

/** `D` with what is added at its edges, in one sum. */
type Padded<D extends Dim, E extends Edges> =
  Add<E[0], E[1]> extends infer N extends number
    ? N extends 0
      ? D
      : [N, Co<Co<'\0'> extends Co<D> ? 1 : 0>] extends [unknown, Co<0>]
        ? Plus<D, N>
        : SumOf<N, [D, N]>
    : never;

/** The shape of `S` laid out `N[i]` times along axis `i`: numbers, and tokens. */
export type Tile<S extends Shape, N extends readonly unknown[]> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : [Open<N>] extends [never]
      ? N extends readonly number[]
        ? NoSize<N[number]> extends never
          ? number extends N[number]
            ? UnlessAny<N, Fails<'tile: a count is a `number`, not a literal'>>
            : Tiled<S, N>
          : UnlessAny<N, Fails<NoSizeIn<'tile', 'count', N>>>
        : Faults<'tile', N> extends never
          ? ShapeOf<N> extends infer P extends Shape
            ? Tiled<S, P>
            : never
          : Uncounted<NoEntries<'tile', 'count', N>>
      : UnlessAny<N, Fails<number extends N['length'] ? NotListed<'tile', 'counts', N> : OneOf<'tile', 'a count'>>>;

/** Why counts are refused, unless a token among them is that of a refused call. */
type Uncounted<M extends string> = [M] extends [never] ? Fits<NoResult> : Fails<M>;

/** That a count is 1 is a definite no of type parameters; `N` keeps the question open before it is known. */
type Tiled<S extends Shape, N extends Shape, R extends Shape = [], S0 extends Shape = S> = N extends readonly [
  infer H extends Dim,
  ...infer Rest extends Shape,
]
  ? Shift<S> extends [infer D extends Dim, infer T extends Shape]
    ? [N, Box<H>, Co<Kind<H>>] extends [unknown, Box<1>, Co<'size'>]
      ? Tiled<T, Rest, [...R, D], S0>
      : Tiled<T, Rest, [...R, Times<D, H>], S0>
    : Fails<
        About<
          'tile',
          S0,
          MoreThan<'tile', S, 'it can be applied to the shape', `there are more counts than ${Show<S0>} has axes`>
        >
      >
  : Co<S> extends Co<readonly []>
    ? Fits<R>
    : Fails<About<'tile', S0, `tile: there are fewer counts than ${Show<S0>} has axes`>>;

/** The shape of `S` with each element along axis `I` standing `N` times. */
export type Repeat<S extends Shape, N extends number, I extends number> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : number extends N
      ? Fails<'repeat: the count is a `number`, not a literal'>
      : CutAt<S, I> extends Cut<infer Before, infer At, infer After>
        ? NoSize<N> extends never
          ? Fits<[...Before, N extends 1 ? At : Times<At, N>, ...After]>
          : Fails<NoCount<'repeat', 'the count', N>>
        : Fails<AxisMessage<'repeat', S, I>>;
