/**
 * Reductions over one axis, several, or all of them.
 */
import type { AxisMessage, Cut, CutAt, NoAxis, WhetherAxis } from './axes.ts';
import type { Co, Dim, Fails, Fits, Join, Pop, Shape, Show, Unproven } from './dims.ts';
import type { MayBeMissing, OneOf, Open } from './single.ts';

/** One axis, several, or `undefined` for all. */
export type AxisArgument = number | readonly number[] | undefined;

/** The shape of a reduction of `S` over `A`; the axes stay with size 1 when `Keep` is `true`. */
export type Reduce<F extends string, S extends Shape, A, Keep extends boolean> = [A] extends [number]
  ? CutAt<S, A> extends Cut<infer Before, infer _At, infer After>
    ? Fits<Keep extends true ? [...Before, 1, ...After] : Join<Before, After>>
    : Fails<AxisMessage<F, S, A>>
  : [A] extends [undefined]
    ? Fits<Keep extends true ? Ones<S> : []>
    : [A] extends [readonly number[]]
      ? [Open<A>] extends [never]
        ? Many<F, S, A, `${A[number]}`, Keep>
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

/**
 * Walks from the last dimension to the first; `Names` are the axes as text, `P` is the position from the end, `R` the result
 * and `Hits` the axes found so far.
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
  : Pop<S> extends [infer Rest extends Shape, infer D extends Dim]
    ? `-${P['length']}` extends Names
      ? Many<F, Rest, A, Names, Keep, [...P, 0], Keep extends true ? [1, ...R] : R, [...Hits, 0], Whole>
      : `${Rest['length']}` extends Names
        ? Many<F, Rest, A, Names, Keep, [...P, 0], Keep extends true ? [1, ...R] : R, [...Hits, 0], Whole>
        : Many<F, Rest, A, Names, Keep, [...P, 0], [D, ...R], Hits, Whole>
    : Fails<WhichAxis<F, Whole, A, S>>;

/** Why not all axes were found; the walk ended before `Left`, nothing or generic dimensions. */
type WhichAxis<F extends string, S extends Shape, A extends readonly number[], Left extends Shape> = A extends readonly [
  infer I extends number,
  ...infer Rest extends readonly number[],
]
  ? CutAt<S, I>['ok'] extends true
    ? WhichAxis<F, S, Rest, Left>
    : AxisMessage<F, S, I>
  : Co<Left> extends Co<readonly []>
    ? `${F}: the axes name one axis of ${Show<S>} twice`
    : `${F}: axes in a list must come after the generic dimensions of ${Show<S>}: reduce one axis after the other`;

/** Whether `S` has axes, where others would make the same shape; an answer for each of those that `A` may be. */
export type HasAxes<F extends string, S extends Shape, A> = A extends unknown
  ? Reduce<F, S, A, false> extends Fits<infer _Shape>
    ? Fits<[]>
    : Fails<Reduce<F, S, A, false>['message']>
  : never;

/** Axes of `S`, or why they are none. */
export type AxesOf<F extends string, S extends Shape, A, Keep extends boolean = false> = Unproven<
  WhetherAxis<F>,
  S,
  Reduce<F, S, A, Keep>,
  A
>;
