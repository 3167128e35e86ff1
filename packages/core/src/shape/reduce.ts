/**
 * Reductions over one axis, several, or all of them.
 */
import type { AxisMessage, Cut, CutAt, Far, NoAxis, WhetherAxes } from './axes.ts';
import type { Box, Co, Dim, Fails, Fits, Join, NoResult, Ranked, Shape, Show, Unproven } from './dims.ts';
import type { Left, LeftOf, Taken } from './places.ts';
import type { MayBeMissing, OneOf, Open } from './single.ts';

/** One axis, several, or `undefined` for all. */
export type AxisArgument = number | readonly number[] | undefined;

/** The shape of a reduction of `S` over `A`; the axes stay with size 1 when `Keep` is `true`. */
export type Reduce<F extends string, S extends Shape, A, Keep extends boolean> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : [A] extends [number]
      ? CutAt<S, A> extends Cut<infer Before, infer _At, infer After>
        ? Fits<Keep extends true ? [...Before, 1, ...After] : Join<Before, After>>
        : Fails<AxisMessage<F, S, A>>
      : [A] extends [undefined]
        ? Fits<Keep extends true ? Ones<S> : []>
        : [A] extends [readonly number[]]
          ? [Open<A>] extends [never]
            ? Without<F, S, A, `${A[number]}`, Keep>
            : Fails<OpenAxes<F, A>>
          : Fails<[Exclude<A, AxisArgument>] extends [never] ? OpenAxis<F, S, A> : NoAxes<F, Exclude<A, AxisArgument>>>;

/** Why a list of axes is refused of which not everything is known. */
type OpenAxes<F extends string, A extends readonly number[]> = number extends A['length']
  ? `${F}: the axes are a \`number[]\`, not literals: write them in place, or \`as const\``
  : OneOf<F, 'an axis'>;

/** The same of what is an axis, or a list of axes, or none. */
type OpenAxis<F extends string, S extends Shape, A> = number extends A
  ? AxisMessage<F, S, number>
  : undefined extends A
    ? MayBeMissing<F, 'the axis'>
    : OneOf<F, 'the axis'>;

/** Why what is neither an axis nor a list of axes is refused. */
type NoAxes<F extends string, A> = NoAxis<F, A extends readonly unknown[] ? Exclude<A[number], number> : A>;

type Ones<S extends Shape> = { -readonly [I in keyof S]: 1 };

/** `S` without axes `A`: at once where its rank is known and they are axes. `Names` are the axes as text. */
type Without<F extends string, S extends Shape, A extends readonly number[], Names extends string, Keep extends boolean> =
  Co<S> extends Co<Ranked>
    ? LeftOf<S['length'], Names, Keep extends true ? S['length'] : undefined> extends Left<infer P, A['length']>
      ? Fits<Taken<[...S, 1], P>>
      : Many<F, S, A, Names, Keep>
    : Many<F, S, A, Names, Keep>;

/**
 * Walks from the last dimension to the first, or to generic ones; `Names` are the axes as text, `P` is the position from the end, `R` the result
 * and `Hits` the axes found so far.
 *
 * How many dimensions are before one is asked in a box: where generic ones are among them, that is none of the axes. The question about `A`, which
 * is a list, keeps the checker from looking at what comes after the walk before `A` is known.
 */
type Many<
  F extends string,
  S extends Shape,
  A extends readonly number[],
  Names extends string,
  Keep extends boolean,
  P extends readonly 0[] = [0],
  R extends Shape = [],
  Hits extends readonly 0[] = [],
  Whole extends Shape = S,
> = Hits['length'] extends A['length']
  ? Fits<Join<S, R>>
  : Box<S> extends Box<[...infer Rest extends Shape, infer D extends Dim]>
    ? `-${P['length']}` extends Names
      ? Many<F, Rest, A, Names, Keep, [...P, 0], Keep extends true ? [1, ...R] : R, [...Hits, 0], Whole>
      : Co<`${Rest['length']}`> extends Co<Names>
        ? Many<F, Rest, A, Names, Keep, [...P, 0], Keep extends true ? [1, ...R] : R, [...Hits, 0], Whole>
        : P['length'] extends Far
          ? never
          : Many<F, Rest, A, Names, Keep, [...P, 0], [D, ...R], Hits, Whole>
    : A extends readonly number[]
      ? Co<S> extends Co<readonly []>
        ? Fails<WhichAxis<F, Whole, A>>
        : Front<F, S, A, Names, Keep, R, Hits, Whole>
      : never;

/** Walks on from the first dimension to the generic ones, where `Many` has ended; `P` is the position, and `L` the result. */
type Front<
  F extends string,
  S extends Shape,
  A extends readonly number[],
  Names extends string,
  Keep extends boolean,
  R extends Shape,
  Hits extends readonly 0[],
  Whole extends Shape,
  P extends readonly 0[] = [],
  L extends Shape = [],
> = Hits['length'] extends A['length']
  ? Fits<Join<L, Join<S, R>>>
  : Box<S> extends Box<[infer D extends Dim, ...infer Rest extends Shape]>
    ? `${P['length']}` extends Names
      ? Front<F, Rest, A, Names, Keep, R, [...Hits, 0], Whole, [...P, 0], Keep extends true ? [...L, 1] : L>
      : P['length'] extends Far
        ? never
        : Front<F, Rest, A, Names, Keep, R, Hits, Whole, [...P, 0], [...L, D]>
    : Fails<WhichAxis<F, Whole, A>>;

type WhichAxis<F extends string, S extends Shape, A extends readonly number[]> = A extends readonly [
  infer I extends number,
  ...infer Rest extends readonly number[],
]
  ? CutAt<S, I>['ok'] extends true
    ? WhichAxis<F, S, Rest>
    : AxisMessage<F, S, I>
  : `${F}: the axes name one axis of ${Show<S>} twice`;

/** Whether `S` has axes, where others would make the same shape; an answer for each of those that `A` may be. */
export type HasAxes<F extends string, S extends Shape, A> = A extends unknown
  ? Reduce<F, S, A, false> extends Fits<infer _Shape>
    ? Fits<[]>
    : Fails<Reduce<F, S, A, false>['message']>
  : never;

/** Axes of `S`, or why they are none. */
export type AxesOf<F extends string, S extends Shape, A, Keep extends boolean = false> = Unproven<
  WhetherAxes<F, A>,
  S,
  Reduce<F, S, A, Keep>,
  A
>;
