/**
 * How many windows lie along axes: those of a convolution's kernels, and those of pooling.
 */
import type { Add, AtMost, Subtract } from './arithmetic.ts';
import type { Box, CannotTell, Co, Dim, Shape } from './dims.ts';
import type { FloorDims } from './floors.ts';
import type { MinusOf, Plus, PlusOf, Times } from './names.ts';
import type { Alone, AtLeast, QuotientOf, SumOf } from './terms.ts';

/** A number for all axes that windows slide over, or one for each of them. */
export type PerAxis = number | readonly number[];

/**
 * What is added around: nothing; what keeps a size, before the stride divides it; a number on both sides; or for each axis one, or one
 * before and one after.
 */
export type Padding = 'valid' | 'same' | number | readonly (number | readonly [before: number, after: number])[];

/** How windows slide: strides `T`, padding `P`, dilations `L` of the window and `J` of what it slides over. */
export interface Sliding<out T = unknown, out P = unknown, out L = unknown, out J = unknown> {
  readonly stride: T;
  readonly padding: P;
  readonly dilation: L;
  readonly inputDilation: J;
}

/** What an option says of an axis. */
type At<V, I extends number> = V extends readonly unknown[] ? V[I] : V;

// What windows do to the size of an axis, whatever that is: a step. The checker works each out once.

/** `(K - 1) * L`: from the first element of a window to the last. */
type Reach<K extends Dim, L> = K extends 1 ? 0 : L extends 1 ? MinusOf<K, 1> : Times<MinusOf<K, 1> & Dim, L & Dim>;

/** What padding adds to a size. */
type Added<P> = P extends number
  ? Add<P, P>
  : P extends readonly [infer Before extends number, infer After extends number]
    ? Add<Before, After>
    : 0;

/** `floor((spread by J + More - Less) / T)`; one of them is 0 unless `less` is a name. */
interface Step<out J, out T, out More, out Less> {
  readonly inputDilation: J;
  readonly stride: T;
  readonly more: More;
  readonly less: Less;
}

/** `floor(x / T)`, the step of windows side by side. */
interface Part<out T> {
  readonly part: T;
}

/** The step along axis `I` of windows of `K` elements; `'keep'` when there are as many as elements, `'generic'` when `K` leaves it open. */
type StepOf<K extends Dim, O extends Sliding, I extends 0 | 1 | 2> =
  At<O['padding'], I> extends 'same'
    ? Even<At<O['inputDilation'], I>, At<O['stride'], I>>
    : [O, Co<Co<-1> extends Co<K> ? 0 : 1>] extends [unknown, Co<1>]
      ? Net<At<O['inputDilation'], I>, At<O['stride'], I>, Added<At<O['padding'], I>>, Reach<K, At<O['dilation'], I>>>
      : 'generic';

/** `ceil(x / T)`, which is `floor((x + T - 1) / T)`. */
type Even<J, T> = [J, T] extends [1, 1] ? 'keep' : Step<J, T, Subtract<T & number, 1>, 0>;

/** `floor((x + A - B - 1) / T) + 1`, which is `floor((x + A + T - 1 - B) / T)`. */
type Net<J, T, A extends number, B> = A extends B
  ? Even<J, T>
  : Add<A, Subtract<T & number, 1> & number> extends infer More extends number
    ? B extends number
      ? Subtract<More, B> extends infer N extends number
        ? [J, N] extends [1, 0]
          ? Part<T>
          : Step<J, T, N, 0>
        : Step<J, T, 0, Subtract<B, More>>
      : Step<J, T, More, B>
    : never;

// How many windows there are.

/** `(D - 1) * J + 1`: the places of `D` elements that are spread; none of none. */
type Spread<D extends Dim, J> = J extends 1 ? D : D extends 0 ? 0 : PlusOf<Times<MinusOf<D, 1> & Dim, J & Dim>, 1>;

/**
 * `[n]` for how many windows lie along an axis of `D` elements, `undefined` when one is larger. In a list, so that the answer is there for a
 * generic size that stays as it is, whatever that may be.
 *
 * Any other step of a generic size is one of `Moved`, and that of a generic window is `'generic'`: a definite answer, since whatever a type parameter
 * could be, -1 among it, is no 1. Arithmetic that waits for it would be tried on all that it could be wherever a function that waits for its tensor is
 * compared with another. `P`, and `O` above, keep the question open until all are known.
 */
type Along<D extends Dim, P> = P extends 'keep'
  ? [D]
  : [P, Co<Co<-1> extends Co<D> ? 0 : 1>] extends [unknown, Co<1>]
    ? P extends Step<infer J, infer T extends number, infer More extends number, infer Less extends Dim>
      ? Nonzero<Floor<Changed<Spread<D, J>, More, Less>, T>>
      : P extends Part<infer T extends number>
        ? Nonzero<FloorDims<D, T>>
        : 'generic'
    : Moved<D, P>;

/** `[n]` for how many windows lie side by side along a generic axis, when that is one at least; otherwise `'generic'`. */
type Moved<D extends Dim, P> =
  P extends Step<1, infer T extends number, infer More extends number, infer Less extends number>
    ? AtMost<Add<Less, T>, Add<AtLeast<P, D, 1>, More>> extends true
      ? Alone<QuotientOf<P, SumOf<P, [D, More], Less>, T>>
      : 'generic'
    : P extends Part<infer T>
      ? Moved<D, Step<1, T, 0, 0>>
      : 'generic';

/** `D + More - Less` */
type Changed<D extends Dim, More extends number, Less extends Dim> = More extends 0
  ? Less extends 0
    ? D
    : MinusOf<D, Less>
  : Less extends 0
    ? PlusOf<D, More>
    : MinusOf<PlusOf<D, More>, Less>;

/** `floor(N / T)` */
type Floor<N, T extends number> = T extends 1 ? N : N extends Dim ? FloorDims<N, T> : undefined;

type Nonzero<N> = N extends 0 | undefined ? undefined : [N];

/** The dimensions `B` before the axes that windows slide over, and how many windows there are along each of these. */
export interface Slid<out B extends Shape, out N extends Shape> {
  readonly before: B;
  readonly counts: N;
}

/** Axes `A` that windows slide over, the dimensions `B` before them, and what is said of each: a list of how many windows there are, `undefined` or `'generic'`. */
interface Stuck<out B extends Shape, out A extends Shape, out N extends readonly unknown[]> {
  readonly before: B;
  readonly axes: A;
  readonly answers: N;
}

// The same of one to three axes; of what is written in a list the checker would ask again what it is of all that a type parameter may be.

type Stuck1<B extends Shape, X extends Dim, M> = Stuck<B, [X], [M]>;
type Stuck2<B extends Shape, X extends Dim, Y extends Dim, M, N> = Stuck<B, [X, Y], [M, N]>;
type Stuck3<B extends Shape, X extends Dim, Y extends Dim, Z extends Dim, M, N, P> = Stuck<B, [X, Y, Z], [M, N, P]>;

/**
 * The windows `W`, of one to three axes, over the last axes of `S`, which have `C` in front.
 *
 * `'other'` when the shape is another one, `'rank'` when the windows have more axes, or none. Each rank is written out: a walk would cost twice as much.
 */
export type Slide<S extends Shape, C extends Shape, W extends Shape, O extends Sliding> = W extends readonly [
  infer K extends Dim,
  infer L extends Dim,
]
  ? Box<S> extends Box<[...infer B extends Shape, ...C, infer X extends Dim, infer Y extends Dim]>
    ? Along<X, StepOf<K, O, 0>> extends readonly [infer M extends Dim]
      ? Along<Y, StepOf<L, O, 1>> extends readonly [infer N extends Dim]
        ? Slid<B, [M, N]>
        : Stuck2<B, X, Y, [M], Along<Y, StepOf<L, O, 1>>>
      : Stuck2<B, X, Y, Along<X, StepOf<K, O, 0>>, Along<Y, StepOf<L, O, 1>>>
    : 'other'
  : W extends readonly [infer K extends Dim]
    ? Box<S> extends Box<[...infer B extends Shape, ...C, infer X extends Dim]>
      ? Along<X, StepOf<K, O, 0>> extends readonly [infer M extends Dim]
        ? Slid<B, [M]>
        : Stuck1<B, X, Along<X, StepOf<K, O, 0>>>
      : 'other'
    : W extends readonly [infer K extends Dim, infer L extends Dim, infer J extends Dim]
      ? Box<S> extends Box<[...infer B extends Shape, ...C, infer X extends Dim, infer Y extends Dim, infer Z extends Dim]>
        ? Along<X, StepOf<K, O, 0>> extends readonly [infer M extends Dim]
          ? Along<Y, StepOf<L, O, 1>> extends readonly [infer N extends Dim]
            ? Along<Z, StepOf<J, O, 2>> extends readonly [infer P extends Dim]
              ? Slid<B, [M, N, P]>
              : Stuck3<B, X, Y, Z, [M], [N], Along<Z, StepOf<J, O, 2>>>
            : Stuck3<B, X, Y, Z, [M], Along<Y, StepOf<L, O, 1>>, Along<Z, StepOf<J, O, 2>>>
          : Stuck3<B, X, Y, Z, Along<X, StepOf<K, O, 0>>, Along<Y, StepOf<L, O, 1>>, Along<Z, StepOf<J, O, 2>>>
        : 'other'
      : 'rank';

// Why there are no windows.

/** The last axis along which the answer is `Is`, counted from the end and from the front. */
type Guilty<N extends readonly unknown[], Is, A extends readonly 0[] = [0]> = N extends readonly [...infer Before, infer Last]
  ? Last extends Is
    ? [axis: `-${A['length']}`, at: Before['length']]
    : Guilty<Before, Is, [...A, 0]>
  : undefined;

/** That windows are larger than an axis of `S`, or that a generic size leaves it open; `What` and `K` name the windows. */
export type NoWindows<
  F extends string,
  What extends string,
  K extends string,
  S extends string,
  Y,
  W extends Shape,
  O extends Sliding,
> =
  Y extends Stuck<infer _, infer Axes, infer N>
    ? Guilty<N, undefined> extends [infer A extends string, infer I extends number]
      ? `${F}: ${What} ${K}${At<O['dilation'], I> extends 1 ? '' : ', dilated,'} is larger than axis ${A} of ${S} with its padding: ${Plus<Reach<W[I], At<O['dilation'], I>> & Dim, 1>} vs ${Plus<Spread<Axes[I], At<O['inputDilation'], I>>, Added<At<O['padding'], I>>>}`
      : Guilty<N, 'generic'> extends [infer A extends string, unknown]
        ? CannotTell<F, `${What} ${K} fits axis ${A} of ${S}`>
        : never
    : never;
