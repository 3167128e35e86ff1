/**
 * Permuting, inserting and dropping axes.
 */
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type {
  About,
  AnyShape,
  Box,
  Co,
  Dim,
  Equal,
  Fails,
  Fits,
  FitsOne,
  Join,
  NoResult,
  Pop,
  Quiet,
  Ranked,
  Shape,
  Show,
  ShowList,
  TooFew,
  UnknownOf,
  UnlessAny,
} from './dims.ts';
import type { NotOneAxis } from './optional.ts';
import type { NotListed, OneOf, Open, Several } from './single.ts';
import type { Product } from './names.ts';
import type { PermutationOf, Taken } from './places.ts';

/** `S` with `D` in the place of the dimension at `I`. */
export type ReplaceAt<S extends Shape, I extends number, D extends Dim> =
  CutAt<S, I> extends Cut<infer Before, infer _At, infer After> ? [...Before, D, ...After] : Shape;

/** `I` is the axis as a list of one: of several axes, `0 | 1`, none is found. */
type InsertFront<
  F extends string,
  S extends Shape,
  I extends [number],
  D extends Dim,
  S0 extends Shape,
  R extends Shape = [],
> = I extends [R['length']]
  ? Fits<[...R, D, ...S]>
  : Box<S> extends Box<[infer H extends Dim, ...infer T extends Shape]>
    ? InsertFront<F, T, I, D, S0, [...R, H]>
    : Nowhere<F, S0, I[0]>;

/** `N` is the axis `I` without its sign, a list of one too. */
type InsertBack<
  F extends string,
  S extends Shape,
  N extends [number],
  D extends Dim,
  S0 extends Shape,
  I extends number,
  R extends Shape = [],
> = N extends [[0, ...R]['length']]
  ? Fits<[...S, D, ...R]>
  : Box<S> extends Box<[...infer T extends Shape, infer H extends Dim]>
    ? InsertBack<F, T, N, D, S0, I, [H, ...R]>
    : Nowhere<F, S0, I>;

type Nowhere<F extends string, S extends Shape, I extends number> = Quiet<
  S,
  Fails<
    [Several<I>] extends [never]
      ? About<F, S, TooFew<F, S, `the shape has axis ${I}`, `${F}: axis ${I} is out of range for a new axis of ${Show<S>}`>>
      : OneOf<F, 'the axis'>
  >
>;

/** `S` with `D` as a new axis at `I` of the result. */
export type Insert<F extends string, S extends Shape, I extends number, D extends Dim> = number extends I
  ? UnlessAny<I, Fails<AxisMessage<F, S, I>>>
  : `${I}` extends `-${infer N extends number}`
    ? InsertBack<F, S, [N], D, S, I>
    : InsertFront<F, S, [I], D, S>;

/** The axes in reverse order. */
export type Reversed<S extends Shape> = Box<S> extends Box<'\0'> ? Fits<NoResult> : Turned<S>;

type Turned<S extends Shape, R extends Shape = []> =
  Co<S> extends Co<readonly []>
    ? Fits<R>
    : Pop<S> extends [infer T extends Shape, infer H extends Dim]
      ? Turned<T, [...R, H]>
      : Fails<About<'transpose', S, `transpose: ${Show<S>} has generic dimensions: name the axes, or use swapAxes`>>;

/** Axis `i` of the result is axis `P[i]` of `S`. */
export type Permute<S extends Shape, P extends readonly number[]> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : Co<S> extends Co<Ranked>
      ? PermutationOf<S['length'], P> extends infer L
        ? L extends readonly number[]
          ? Fits<Taken<S, L>>
          : PermuteEach<S, P>
        : never
      : PermuteEach<S, P>;

/** The same axis by axis, which finds what is wrong, and counts in generic shapes. */
type PermuteEach<
  S extends Shape,
  P extends readonly number[],
  P0 extends readonly number[] = P,
  R extends Shape = [],
  Seen = never,
> = P extends readonly [infer I extends number, ...infer Rest extends readonly number[]]
  ? CutAt<S, I> extends Cut<infer Before, infer At, infer _After>
    ? Before['length'] extends Seen
      ? NoPermutation<S, P0>
      : PermuteEach<S, Rest, P0, [...R, At], Seen | Before['length']>
    : Fails<AxisMessage<'transpose', S, I>>
  : [R['length'], P] extends [S['length'], readonly []]
    ? Fits<R>
    : NoPermutation<S, P0>;

type NoPermutation<S extends Shape, P extends readonly number[]> = Fails<
  P extends readonly number[]
    ? [Open<P>] extends [never]
      ? `transpose: ${ShowList<P>} is no permutation of the axes of ${Show<S>}`
      : NotListed<'transpose', 'axes', P>
    : never,
  AnyShape<P>
>;

/** `S` with two axes exchanged. */
export type Swap<S extends Shape, I extends number, J extends number> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : CutAt<S, I> extends Cut<infer _A, infer First, infer _B>
      ? CutAt<S, J> extends Cut<infer Before, infer Second, infer After>
        ? Fits<ReplaceAt<[...Before, First, ...After], I, Second>>
        : Fails<AxisMessage<'swapAxes', S, J>>
      : Fails<AxisMessage<'swapAxes', S, I>>;

/** `S` with axis `I` moved to `J`. */
export type Move<S extends Shape, I extends number, J extends number> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : CutAt<S, I> extends Cut<infer Before, infer At, infer After>
      ? Insert<'moveAxis', Join<Before, After>, J, At> extends Fits<infer R>
        ? Fits<R>
        : Fails<
            [Several<J>] extends [never] ? `moveAxis: axis ${J} is out of range for ${Show<S>}` : OneOf<'moveAxis', 'the axis'>
          >
      : Fails<AxisMessage<'moveAxis', S, I>>;

/** `S` without axis `I`, which must have size 1; without all such axes when `I` is `undefined`. */
export type Squeeze<S extends Shape, I extends number | undefined> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : [I] extends [undefined]
      ? UnlessAny<I, Squeezed<S>>
      : [I] extends [number]
        ? CutAt<S, I> extends Cut<infer Before, infer At, infer After>
          ? Equal<At, 1> extends true
            ? Fits<Join<Before, After>>
            : Fails<`squeeze: axis ${I} of ${Show<S>} is ${At}, not 1`>
          : Fails<AxisMessage<'squeeze', S, I>>
        : Fails<NotOneAxis<'squeeze'>>;

type Squeezed<S extends Shape, R extends Shape = []> =
  Co<S> extends Co<readonly []>
    ? Fits<R>
    : Pop<S> extends [infer T extends Shape, infer D extends Dim]
      ? Box<D> extends Box<1>
        ? Squeezed<T, R>
        : Squeezed<T, [D, ...R]>
      : Fails<About<'squeeze', S, `squeeze: ${Show<S>} has generic dimensions: say which axis`>>;

/** `S` with the axes from `I` on merged into one; from the first one on these are all, however many. `A` is `I`, which may be one of several. */
export type Flatten<S extends Shape, I extends number, A extends number = I> = I extends 0 ? FlattenAll<S, A> : FlattenFrom<S, A>;

type FlattenFrom<S extends Shape, I extends number> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : CutAt<S, I> extends Cut<infer Before, infer At, infer After>
      ? Fits<[...Before, Product<[At, ...After]>]>
      : Co<S> extends Co<readonly []>
        ? Fits<[1]>
        : Fails<About<'flatten', S, AxisMessage<'flatten', S, I>>, UnknownOf<S>>;

/**
 * Of a shape that is a type parameter the first question has the answer no; `I` keeps it open before. The others are asked one by one, which decides
 * each of them at once.
 */
type FlattenAll<S extends Shape, I extends number> = `${I}` extends '0'
  ? [I, Co<Co<S> extends Co<'\0'> ? 0 : 1>] extends [unknown, Co<1>]
    ? Box<S> extends Box<[...infer _A extends Shape, infer _B extends Dim]>
      ? FitsOne<Product<S>>
      : FlattenFrom<S, I>
    : FitsOne<Product<S>>
  : FlattenFrom<S, I>;

/** The shape of the last two axes' diagonals. */
export type Diagonal<S extends Shape> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : Pop<S> extends [infer T extends Shape, infer N extends Dim]
      ? Pop<T> extends [infer B extends Shape, infer M extends Dim]
        ? Box<M> extends Box<N>
          ? Fits<[...B, N]>
          : Fails<`diagonal: ${Show<S>} is not square: ${M} vs ${N}`>
        : NoMatrix<'diagonal', S, 'the matrices are square'>
      : NoMatrix<'diagonal', S, 'the matrices are square'>;

/** `S` when it has at least two axes. */
export type Matrices<F extends string, S extends Shape> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : Pop<S> extends [infer T extends Shape, infer _N extends Dim]
      ? Pop<T> extends [infer _B extends Shape, infer _M extends Dim]
        ? Fits<S>
        : NoMatrix<F, S, 'the shape has two axes'>
      : NoMatrix<F, S, 'the shape has two axes'>;

type NoMatrix<F extends string, S extends Shape, Question extends string> = Fails<
  About<F, S, TooFew<F, S, Question, `${F}: needs matrices, got ${Show<S>}`>>,
  UnknownOf<S>
>;
