/**
 * Axes: positions in a shape, counted from the front or, when negative, from the end.
 */
import type { Described } from '../described.ts';
import type {
  About,
  Box,
  CannotTell,
  Co,
  Dim,
  Fails,
  Fits,
  NoResult,
  Passes,
  NothingKnown,
  Refusal,
  Remedy,
  Shape,
  Show,
  UnknownShape,
  Unproven,
  UnprovenEach,
} from './dims.ts';
import type { OneOf, Several } from './single.ts';

/** A shape cut at an axis. */
export interface Cut<out Before extends Shape = Shape, out At extends Dim = Dim, out After extends Shape = Shape> {
  readonly ok: true;
  readonly before: Before;
  readonly at: At;
  readonly after: After;
}

/** An axis that the shape does not have, or that cannot be counted in it. */
export interface NoCut<out Why extends 'range' | 'generic' = 'range'> {
  readonly ok: false;
  readonly why: Why;
  readonly before: never;
  readonly at: NoResult;
  readonly after: never;
}

/**
 * `I` is the axis as a list of one: of several axes, `0 | 1`, none is found. The first three are found at once, where nothing generic is before
 * them.
 */
type CutFront<S extends Shape, I extends readonly number[]> = I extends [0]
  ? Box<S> extends Box<[infer H extends Dim, ...infer T extends Shape]>
    ? Cut<[], H, T>
    : Nowhere<S>
  : I extends [1]
    ? Box<S> extends Box<[infer A extends Dim, infer H extends Dim, ...infer T extends Shape]>
      ? Cut<[A], H, T>
      : Walk<S, I>
    : I extends [2]
      ? Box<S> extends Box<[infer A extends Dim, infer B extends Dim, infer H extends Dim, ...infer T extends Shape]>
        ? Cut<[A, B], H, T>
        : Walk<S, I>
      : Walk<S, I>;

/** More axes than a tensor has: a walk ends there in a shape of which the checker says that it could be any. */
export type Far = 99;

/** Walks to the axis from the first dimension; `R` are those before it. */
type Walk<S extends Shape, I extends readonly number[], R extends Shape = []> =
  Box<S> extends Box<[infer H extends Dim, ...infer T extends Shape]>
    ? I extends [R['length']]
      ? Cut<R, H, T>
      : R['length'] extends Far
        ? NoCut<'generic'>
        : Walk<T, I, [...R, H]>
    : Nowhere<S>;

/** The same of the axis without its sign, which is one more than the number of dimensions after it. */
type CutBack<S extends Shape, I extends readonly number[], R extends Shape = []> =
  Box<S> extends Box<[...infer T extends Shape, infer H extends Dim]>
    ? I extends [[0, ...R]['length']]
      ? Cut<T, H, R>
      : R['length'] extends Far
        ? NoCut<'generic'>
        : CutBack<T, I, [H, ...R]>
    : Nowhere<S>;

/** `S` is what is left where the count ended. */
type Nowhere<S extends Shape> = Co<S> extends Co<readonly []> ? NoCut : NoCut<'generic'>;

/** Of a number that nobody knows there is no cut, and of an `any` one with everything before it. */
type Uncut<I> = 0 extends 1 & I ? Cut<Shape, Dim, []> : NoCut;

/** A shape cut at an axis. */
export type CutAt<S extends Shape, I extends number> = number extends I
  ? Uncut<I>
  : `${I}` extends `-${infer N extends number}`
    ? CutBack<S, [N]>
    : CutFront<S, [I]>;

/** The dimension at an axis; of a shape that is not known, why there is none. */
export type DimAt<S extends Shape, I extends number> =
  Box<S> extends Box<'\0'> ? NoResult : Box<S> extends Box<Shape> ? UnknownShape : CutAt<S, I>['at'];

/**
 * Why an axis is refused. Of what is no number the checker says no more than of a number that nobody knows.
 *
 * Of a shape nothing is known that is a list of dimensions, no tuple; type parameters beside a dimension are one.
 */
export type AxisMessage<F extends string, S extends Shape, I extends number> = number extends I
  ? `${F}: expected one axis, written in place or \`as const\``
  : [Several<I>] extends [never]
    ? CutAt<S, I> extends NoCut<'generic'>
      ? Box<readonly [...S]> extends Box<readonly (infer _ extends Dim)[]>
        ? `${F}: ${NothingKnown}`
        : `${F}: axis ${I} cannot be counted in ${Show<S>}: count from the end that is not generic, or ${Remedy}`
      : `${F}: axis ${I} is out of range for ${Show<S>}`
    : OneOf<F, 'the axis'>;

/** Why what is no number is refused as an axis: most often it is options in its place. */
export type NoAxis<F extends string, A> =
  A extends Readonly<Record<string, unknown>>
    ? `${F}: expected an axis, found an object: options come after it, as in f(x, undefined, options)`
    : `${F}: expected an axis, found ${Described<A>}`;

/** Why it is not known that a shape has an axis, a number `I`. */
export type WhetherAxis<F extends string, I extends number> = CannotTell<F, `the shape has axis ${I}`>;

/** The same of an axis, or of a list of them. */
export type WhetherAxes<F extends string, A> = CannotTell<F, `the shape has ${TheAxis<A>}`>;

/** It is printed by its name where `A` is a type parameter. */
type TheAxis<A> = A extends number ? `axis ${A}` : 'the axes';

/** An axis of `S`, or one of several that it has; or why it is none. */
export type AxisOf<F extends string, S extends Shape, I extends number> = UnprovenEach<WhetherAxis<F, I>, S, HasAxis<F, S, I>, I>;

/** One axis of `S`, where another one would make another shape; or why it is none. */
export type OneAxisOf<F extends string, S extends Shape, I extends number> = Unproven<
  WhetherAxis<F, I>,
  S,
  HasOneAxis<F, S, I>,
  I
>;

/** Whether `S` has an axis, or each of several. */
export type HasAxis<F extends string, S extends Shape, I extends number> = I extends number ? HasOneAxis<F, S, I> : never;

export type HasOneAxis<F extends string, S extends Shape, I extends number> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : CutAt<S, I> extends Cut<infer _Before, infer _At, infer _After>
      ? Fits<[]>
      : Fails<AxisMessage<F, S, I>>;

/**
 * The axis whose token is asked for, or why there is none. A plain `number`, and an axis of a shape that is not known, are refused by an
 * intersection, so that tensors stay assignable to `AnyTensor`, and it to them but for what `DimAt` says.
 */
export type DimAxis<S extends Shape, I extends number, _Why extends string = WhetherAxis<'dim', I>> =
  Box<S> extends Box<'\0'>
    ? I
    : Box<S> extends Box<Shape>
      ? I & Refusal<AxisMessage<'dim', Shape, I>>
      : number extends I
        ? I & Refusal<AxisMessage<'dim', Shape, number>>
        : CutAt<S, I> extends Passes
          ? I
          : Refusal<AxisMessage<'dim', S, I>>;

/**
 * What a tensor of shape `S` must be besides to have a last axis, called `I`; or why it has none.
 *
 * A shape that begins with generic dimensions ends in one, and one that ends with them begins with one: `[...B, 4]`, `[4, ...B]`.
 */
export type LastAxis<
  F extends string,
  S extends Shape,
  I extends number = -1,
  Message extends string = `${F}: axis ${I} is out of range for []`,
> = Unproven<
  WhetherAxis<F, I>,
  S,
  Box<S> extends
    | Box<[...infer _Before extends Shape, infer _Last extends Dim]>
    | Box<[infer _First extends Dim, ...infer _After extends Shape]>
    ? Fits<[]>
    : Fails<About<F, S, Message>>,
  unknown
>;
