/**
 * Broadcasting, after NumPy: shapes are aligned at their last dimensions; missing dimensions and dimensions of size 1 stretch.
 */
import type { DType } from '../dtype.ts';
import type { Tensor } from '../tensor.ts';
import type { Accepts, SameDType, SameDTypeFirst } from './dtypes.ts';
import type { Box, Co, Dim, Fails, Fits, Join, Kind, Mark, Pop, Shape, Show } from './dims.ts';

/** The common shape of `A` and `B`. */
export type Broadcast<F extends string, A extends Shape, B extends Shape> = Align<F, A, B, [], A, B>;

/**
 * `R` is what has been aligned so far; `A0` and `B0` are the whole shapes, for the message.
 *
 * Equal shapes, an empty right shape and an empty left shape must each be recognized beside a generic shape, about which the
 * other two questions have no answer. So each question is asked together with one about the elements, whose answer for
 * `never` against a type parameter is a definite no.
 */
type Align<F extends string, A extends Shape, B extends Shape, R extends Shape, A0 extends Shape, B0 extends Shape> = [
  Box<A>,
  Co<Mark<A>['length']>,
  Co<Mark<B>['length']>,
] extends [Box<B>, Co<'generic'>, Co<'generic'>]
  ? Fits<Join<A, R>>
  : [Box<B>, Co<[...B]['length'] & -1>] extends [Box<[]>, Co<Mark<A>[number]>]
    ? Fits<Join<A, R>>
    : Co<A> extends Co<readonly []>
      ? Fits<Join<B, R>>
      : Pop<A> extends [infer AI extends Shape, infer X extends Dim]
        ? Pop<B> extends [infer BI extends Shape, infer Y extends Dim]
          ? [Box<Y>, Co<Kind<Y>>] extends [Box<X> | Box<1>, Co<'size' | Kind<X>>]
            ? Align<F, AI, BI, [X, ...R], A0, B0>
            : Box<X> extends Box<1>
              ? Align<F, AI, BI, [Y, ...R], A0, B0>
              : Fails<`${F}: cannot broadcast ${Show<A0>} with ${Show<B0>}: ${X} vs ${Y}`>
          : Opaque<F, A, B, R, A0, B0>
        : Opaque<F, A, B, R, A0, B0>;

/** Shapes such as `[4, ...B]`, which cannot be taken apart from the end, broadcast when they are equal. */
type Opaque<F extends string, A extends Shape, B extends Shape, R extends Shape, A0 extends Shape, B0 extends Shape> =
  Box<A> extends Box<B> ? Fits<Join<A, R>> : Undecided<F, A0, B0>;

type Undecided<
  F extends string,
  A extends Shape,
  B extends Shape,
> = Fails<`${F}: cannot tell whether ${Show<A>} broadcasts with ${Show<B>}: generic dimensions come in the way`>;

/** The second of two operands that broadcast and have one dtype, which the operation accepts; or why they do not. */
export type BroadcastsWith<
  F extends string,
  A extends Shape,
  B extends Shape,
  D extends DType,
  E extends DType,
  Ok extends Accepts,
> = Broadcast<F, A, B>['ok'] extends true ? SameDType<F, D, E, Tensor<B, E> & Ok[E]> : Broadcast<F, A, B>['message'];

/** The first operand, when the second came before it. */
export type BroadcastsOver<
  F extends string,
  A extends Shape,
  B extends Shape,
  D extends DType,
  E extends DType,
  Ok extends Accepts,
> = Broadcast<F, A, B>['ok'] extends true ? SameDTypeFirst<F, D, E, Tensor<A, D> & Ok[D]> : Broadcast<F, A, B>['message'];
