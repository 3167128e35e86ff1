/**
 * Matrix products, after NumPy: `[...A, m, k] x [...B, k, n] -> [...broadcast(A, B), m, n]`; a vector on the left is a row, on
 * the right a column, and its axis is gone from the result.
 */
import type {
  About,
  Box,
  CannotTell,
  Co,
  Dim,
  Fails,
  Fits,
  Mark,
  NoResult,
  Pop,
  Ranked,
  Remedy,
  SeveralDims,
  Shape,
  Show,
  UnknownOf,
} from './dims.ts';
import type { Broadcast, BroadcastWithin } from './broadcast.ts';
import type { Several } from './single.ts';

/** The shape of the matrix product of `A` and `B`. */
export type Matmul<A extends Shape, B extends Shape> =
  Box<A | B> extends Box<'\0'>
    ? Fits<NoResult>
    : Pop<A> extends [infer Left extends Shape, infer K extends Dim]
      ? Pop<B> extends [infer Right extends Shape, infer N extends Dim]
        ? Pop<Right> extends [infer Batch extends Shape, infer K2 extends Dim]
          ? Box<K> extends Box<K2>
            ? Batched<A, B, Left, Batch, N>
            : InnerDiffer<A, B, K, K2>
          : Co<Right> extends Co<readonly []>
            ? Box<K> extends Box<N>
              ? Fits<Left>
              : InnerDiffer<A, B, K, N>
            : InTheWay<A, B>
        : Scalar<A, B>
      : Scalar<A, B>;

/**
 * `Left` is the left shape without its inner dimension, `Batch` what stands before the right one's. The second half of the
 * first question makes it a definite no for a generic `Batch` beside a `Left` that can be taken apart. Batch dims, which many calls have in common, are
 * looked at alone; the whole shapes are for the message.
 */
type Batched<A extends Shape, B extends Shape, Left extends Shape, Batch extends Shape, N extends Dim> = [
  Box<Batch>,
  Co<[...Batch]['length'] & -1>,
] extends [Box<[]>, Co<Mark<Left>[number]>]
  ? Fits<[...Left, N]>
  : Pop<Left> extends [infer Lead extends Shape, infer M extends Dim]
    ? Broadcast<Lead, Batch> extends Fits<infer R>
      ? Fits<[...R, M, N]>
      : Fails<`matmul: ${BroadcastWithin<Lead, Batch, A, B>['message']}`>
    : Co<Left> extends Co<readonly []>
      ? Fits<[...Batch, N]>
      : InTheWay<A, B>;

type InTheWay<
  A extends Shape,
  B extends Shape,
> = Fails<`matmul: cannot tell the batch dims of ${Show<A>} x ${Show<B>}: ${Remedy}`>;

type InnerDiffer<A extends Shape, B extends Shape, K extends Dim, K2 extends Dim> = [Several<K> | Several<K2>] extends [never]
  ? Fails<`matmul: inner dims differ, ${Show<A>} x ${Show<B>}: ${K} vs ${K2}`>
  : Fails<`matmul: ${SeveralDims}`>;

type Scalar<A extends Shape, B extends Shape> = Fails<About<'matmul', A, About<'matmul', B, NoMatrices<A, B>>>, UnknownOf<A | B>>;

/** Shapes such as `[4, ...B]`, which have an axis and cannot be taken apart from the end, may be vectors or matrices. */
type NoMatrices<A extends Shape, B extends Shape> =
  Co<A | B> extends Co<Ranked>
    ? `matmul: needs vectors or matrices, got ${Show<A>} x ${Show<B>}`
    : Co<[]> extends Co<A | B>
      ? `matmul: needs vectors or matrices, got ${Show<A>} x ${Show<B>}`
      : CannotTell<'matmul', `${Show<A>} and ${Show<B>} fit`>;
