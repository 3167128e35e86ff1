/**
 * Broadcasting, after NumPy: shapes are aligned at their last dimensions; missing dimensions and dimensions of size 1 stretch.
 */
import type { DType } from '../dtype.ts';
import type { Tensor } from '../tensor.ts';
import type { QuickBroadcast } from './common.ts';
import type { OneOf, Several } from './single.ts';
import type { Accepts, DTypeFollows, DTypesAgree, NumberBeside, PlainNumber, Takes } from './dtypes.ts';
import type {
  Box,
  CannotTell,
  Co,
  Dim,
  Fails,
  Fits,
  Join,
  Kind,
  Mark,
  NoResult,
  NoTensor,
  NothingKnown,
  OrWrap,
  Passes,
  Remedy,
  Said,
  SeveralDims,
  Shape,
  ShapeIn,
  Show,
  Typed,
  Unproven,
} from './dims.ts';

/** The common shape of `A` and `B`. */
export type Broadcast<A extends Shape, B extends Shape> = Align<A, B, [], A, B>;

/** The same of parts of the shapes `A0` and `B0`, which the message shows whole. */
export type BroadcastWithin<A extends Shape, B extends Shape, A0 extends Shape, B0 extends Shape> = Align<A, B, [], A0, B0>;

/**
 * `R` is what has been aligned so far; `A0` and `B0` are the whole shapes, for the message.
 *
 * Equal shapes, an empty right shape and an empty left shape must each be recognized beside a generic shape, about which the
 * other two questions have no answer. So each question is asked together with one about the elements, whose answer is a definite no
 * where the shapes are none of its business: `Mark` tells type parameters from tuples, `Kind` dimensions from type parameters.
 */
type Align<A extends Shape, B extends Shape, R extends Shape, A0 extends Shape, B0 extends Shape> = [
  Box<A>,
  Co<Mark<A>['length']>,
  Co<Mark<B>['length']>,
  Co<Kind<A[number] | B[number]>>,
] extends [Box<B>, Co<'generic'>, Co<'generic'>, unknown] | [Box<B>, unknown, unknown, Co<'size' | 'name'>]
  ? Fits<Join<A, R>>
  : [Box<B>, Co<[...B]['length'] & -1>] extends [Box<[]>, Co<Mark<A>[number]>]
    ? Fits<Join<A, R>>
    : [R, Box<A>, Co<[...A]['length'] & -1>] extends [unknown, Box<[]>, Co<Mark<B>[number]>]
      ? Fits<Join<B, R>>
      : [R, Co<A['length'] | B['length']>, Co<Kind<A['length'] | B['length']>>] extends [unknown, Co<FixedRank>, Co<'size'>]
        ? Fixed<A, B, R, A0, B0>
        : [R, Box<[...A]>] extends [unknown, Box<[...infer AI extends Shape, infer X extends Dim]>]
          ? [R, Box<[...B]>] extends [unknown, Box<[...infer BI extends Shape, infer Y extends Dim]>]
            ? [Box<Y>, Co<Kind<Y>>] extends [Box<X> | Box<1>, Co<'size' | Kind<X>>]
              ? Align<AI, BI, [X, ...R], A0, B0>
              : Box<X> extends Box<1>
                ? Align<AI, BI, [Y, ...R], A0, B0>
                : Differ<A0, B0, X, Y>
            : Opaque<A, B, R, A0, B0>
          : Opaque<A, B, R, A0, B0>;

type FixedRank = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

/** The same for shapes whose rank is known, which need none of the questions above. */
type Fixed<A extends Shape, B extends Shape, R extends Shape, A0 extends Shape, B0 extends Shape> = [Box<A>, Box<B>] extends [
  Box<[...infer AI extends Shape, infer X extends Dim]>,
  Box<[...infer BI extends Shape, infer Y extends Dim]>,
]
  ? [Box<Y>, Co<Kind<Y>>] extends [Box<X> | Box<1>, Co<'size' | Kind<X>>]
    ? Fixed<AI, BI, [X, ...R], A0, B0>
    : Box<X> extends Box<1>
      ? Fixed<AI, BI, [Y, ...R], A0, B0>
      : Differ<A0, B0, X, Y>
  : Co<[]> extends Co<A | B>
    ? Fits<[...A, ...B, ...R]>
    : Undecided<A0, B0>;

/**
 * Shapes such as `[4, ...B]`, which cannot be taken apart from the end, broadcast when what is generic in both is the same and what is before it
 * broadcasts; two that are not known are not.
 */
type Opaque<A extends Shape, B extends Shape, R extends Shape, A0 extends Shape, B0 extends Shape> = [
  R,
  Box<A[number] | B[number]>,
  Co<Known<A[number] | B[number]>>,
] extends [unknown, Box<Dim>, Co<0>]
  ? Undecided<A0, B0>
  : [R, Co<1>] extends [unknown, Co<Said<A0> | Said<B0>>]
    ? Fits<NoResult>
    : Behind<Front<A, R>, Front<B, R>, R, A0, B0>;

type Behind<A extends Ahead, B extends Ahead, R extends Shape, A0 extends Shape, B0 extends Shape> =
  Box<A['rest']> extends Box<B['rest']> ? Fixed<A['front'], B['front'], [...A['rest'], ...R], A0, B0> : Open<A0, B0>;

/** A question that stays open while one of the shapes is generic, as it is in the type of a function that waits for its tensor. */
type Open<A extends Shape, B extends Shape> = Box<A> extends Box<B> ? Fits<A> : Undecided<A, B>;

/** 0 for dimensions of shapes that are known; whatever a type parameter could be, `true` is one of it. */
type Known<D extends Dim> = Co<true> extends Co<D> ? 1 : 0;

/** The dimensions `F` before the rest `S` of a shape, which is generic or empty. */
interface Ahead<out F extends Shape = Shape, out S extends Shape = Shape> {
  readonly front: F;
  readonly rest: S;
}

/** The same of `S`; `Z` keeps the question open until all are known. */
type Front<S extends Shape, Z, F extends Shape = []> = [Z, Box<[...S]>] extends [
  unknown,
  Box<[infer D extends Dim, ...infer Rest extends Shape]>,
]
  ? Front<Rest, Z, [...F, D]>
  : Ahead<F, [...S]>;

/** That two dimensions differ; beside a type parameter that is left open. */
type Differ<A extends Shape, B extends Shape, X extends Dim, Y extends Dim> =
  Box<X> extends Box<Y>
    ? Undecided<A, B>
    : [Several<X> | Several<Y>] extends [never]
      ? Fails<`cannot broadcast ${Show<A>} with ${Show<B>}: ${X} vs ${Y}`>
      : Fails<SeveralDims>;

type Undecided<A extends Shape, B extends Shape> = Fails<Box<Shape> extends Box<A> | Box<B> ? NothingKnown : Undecidable<A, B>>;

type Undecidable<A extends Shape, B extends Shape> = `cannot tell whether ${Show<A>} broadcasts with ${Show<B>}: ${Remedy}`;

/** Whether two operands broadcast and have one dtype. */
type Operands<F extends string, A extends Shape, B extends Shape, D extends DType, E extends DType> =
  Broadcast<A, B> extends Passes ? DTypesAgree<F, D, E> : Fails<`${F}: ${Broadcast<A, B>['message']}`>;

type Why<F extends string, A extends Shape, B extends Shape, D extends DType, E extends DType> = CannotTell<
  F,
  `${Show<A>} of ${D} broadcasts with ${Show<B>} of ${E}`
>;

/** The second of two operands that broadcast and have one dtype, which the operation accepts; or why they do not. */
export type BroadcastsWith<
  F extends string,
  A extends Shape,
  B extends Shape,
  D extends DType,
  E extends DType,
  Ok extends Accepts,
> = Unproven<Why<F, A, B, D, E>, [A, B], Operands<F, A, B, D, E>, Tensor<B, E> & Takes<Ok, E>>;

/** What nothing is. */
interface Nowhere {
  readonly nowhere: unique symbol;
}

/** `T`, for an argument that the checker infers whole, as `X`, whether it is a tensor or a number, or may be either. */
export type Whole<X, T> = [X] extends [Nowhere] ? X : T;

/**
 * Why an argument that the checker infers whole is refused when it is neither a tensor nor a number: beside what is taken in its place. A tensor is
 * known by its sizes, of whose shape type parameters may be a part.
 */
export type NoneOf<F extends string, X> = [X] extends [number | Pick<Typed, 'sizes'>] ? never : NoTensor<F, X>;

/**
 * What `X` is: a tensor, a number, or what may be either. A type parameter is taken for a tensor: whatever it could be, texts among it, is not what
 * numbers are, so that the question is a definite no. `Z` is 0 in every call, and keeps it open before.
 */
export type KindOf<X, Z extends 0> = [
  Z,
  Co<[Co<Extract<X, number>> extends Co<never> ? 0 : 1, Co<''> extends Co<X> ? 1 : 0]>,
] extends [0, Co<[1, 0]>]
  ? [X] extends [number]
    ? 'number'
    : 'either'
  : 'tensor';

/**
 * A tensor as the second of two operands, which is a `KY`, or why it does not stand beside the first, which is a `KX`.
 *
 * What may be a tensor or a number makes two shapes, unless the result has that of the other operand.
 */
export type SecondTensor<
  F extends string,
  A extends Shape,
  B extends Shape,
  D extends DType,
  E extends DType,
  Ok extends Accepts,
  KX,
  KY,
> = KY extends 'number' ? never : OneShape<F, Broadcast<A, B>['shape'], A, B, KX, KY, BroadcastsWith<F, A, B, D, E, Ok>>;

/**
 * A number as the second of two operands, where there may be a tensor of shape `B` as well: a scalar when it is a number, and otherwise there is more
 * to say than that a number would not do.
 */
export type SecondNumber<F extends string, B extends Shape, D extends DType, KX, KY> = B extends readonly []
  ? NumberBeside<F, KX extends 'either' ? never : D>
  : KY extends 'tensor'
    ? PlainNumber[D]
    : NumberBeside<F, KX extends 'either' ? never : D>;

/** `T` where the result, of shape `R`, has that of a tensor, `A` or `B`, beside what may be a tensor or a number. */
export type OneShape<F extends string, R extends Shape, A extends Shape, B extends Shape, KX, KY, T> = 'either' extends KX | KY
  ? [R] extends [never]
    ? T
    : [Box<R>, Box<R>] extends [KX extends 'either' ? Box<B> : unknown, KY extends 'either' ? Box<A> : unknown]
      ? T
      : OneOf<F, 'the shape of the result'>
  : T;

/** The first operand, when the second came before it, which is of one dtype; what is not quick to tell is asked when `Z` is known, as in `common.ts`. */
export type BroadcastsOver<F extends string, A extends Shape, B extends Shape, D extends DType, E extends DType, Z extends 0> = {
  0: QuickBroadcast<Z, A, B, D, E>;
}[Z] extends Shape
  ? Tensor<A, D>
  : Unproven<{ 0: OrWrap<Why<F, A, B, D, E>> }[Z], [A, B], { 0: Combined<F, A, B, D, E> }[Z], Tensor<A, D>>;

/** The shape of the result. */
export type BroadcastOver<F extends string, A extends Shape, B extends Shape, D extends DType, E extends DType, Z extends 0> = {
  0: QuickBroadcast<Z, A, B, D, E>;
}[Z] extends infer R extends Shape
  ? R
  : ShapeIn<{ 0: Combined<F, A, B, D, E> }[Z]>;

/** The common shape of two operands of which the first has the dtype of the second. */
type Combined<F extends string, A extends Shape, B extends Shape, D extends DType, E extends DType> =
  Broadcast<A, B> extends Fits<infer R>
    ? DTypeFollows<F, D, E> extends Passes
      ? Fits<R>
      : DTypeFollows<F, D, E>
    : Fails<`${F}: ${Broadcast<A, B>['message']}`>;

/** The second of two operands that broadcast, whatever their dtypes; or why they do not. */
export type BroadcastsAny<F extends string, A extends Shape, B extends Shape, E extends DType> = Unproven<
  CannotTell<F, `${Show<A>} broadcasts with ${Show<B>}`>,
  [A, B],
  Operands<F, A, B, E, never>,
  Tensor<B, E>
>;
