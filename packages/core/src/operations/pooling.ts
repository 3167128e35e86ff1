/**
 * Reductions of windows in one to three dimensions.
 */
import type { DType } from '../dtype.ts';
import type { DataLast } from '../shape/dataLast.ts';
import type {
  CannotTell,
  Fails,
  Fits,
  Known,
  NoTensor,
  OrWrap,
  Refusal,
  Resulting,
  Shape,
  ShapeIn,
  Unproven,
} from '../shape/dims.ts';
import type { Accepts, Floats, NoDType, Numbers, Takes } from '../shape/dtypes.ts';
import type { IsWindow, Pool } from '../shape/pooling.ts';
import type { NameOfKind } from '../shape/rearranging.ts';
import type { Kinds, NoWindow, PoolOptions, PoolOptionsThere, Sensible, SlidingOf, Unknown } from '../shape/slidingOptions.ts';
import type { Padding, PerAxis, Sliding } from '../shape/window.ts';
import type { Tensor } from '../tensor.ts';
import * as untyped from './untyped/pooling.ts';
import { isNumbers, isText, orNoTensor, tensorLast, withSignature } from './untyped/signature.ts';

type Window = readonly number[];

type PoolNames = 'stride, padding, dilation';

/** How windows slide when nothing is said: side by side. */
type Tiling<W> = Sliding<W, 'valid', 1, 1>;

type WhetherWindow<F extends string> = CannotTell<F, 'the window fits the shape'>;
type WhetherOptions<F extends string> = CannotTell<F, 'the options make sense'>;

/** A reduction of windows that waits for its tensor. */
export type PoolingLater<F extends string, Ok extends Accepts, W extends Window, O extends Sliding> = <
  S extends Shape,
  D extends DType,
>(
  x: Unproven<OrWrap<WhetherWindow<F>>, [S, W], Pool<F, S, W, O>, Tensor<S, D> & Takes<Ok, D>>,
) => Tensor<ShapeIn<Pool<F, S, W, O>>, D>;

/** What the first of two arguments must be besides: a tensor of a dtype that is taken, or a window that has none behind it. */
type First<F extends string, Ok extends Accepts, X, Y> = X extends { readonly dtype: infer D extends DType }
  ? Takes<Ok, D>
  : X extends Window
    ? Y extends readonly unknown[]
      ? Refusal<NoTensor<F, X>>
      : Known<WhetherWindow<F>, X, IsWindow<F, X>, unknown>
    : Refusal<NoTensor<F, X>>;

/** Whether options that are behind a window make sense. */
type OptionsFit<F extends string, Names extends string, W extends Window, Y, All> = [Unknown<Y, keyof All & string>] extends [
  never,
]
  ? Sensible<F, Names, SlidingOf<Y, W>, 1, W['length']>
  : Fails<Kinds<F, Names>>;

/** Of the second: the window for a tensor, or the options for a window. An `any` is both, and is answered for as a tensor. */
type Second<F extends string, Names extends string, All, X, Y> = X extends { readonly shape: infer S extends Shape }
  ? Pool<F, S, Y, Tiling<Y>>
  : 0 extends 1 & X
    ? never
    : X extends Window
      ? Y extends Window
        ? Fails<Kinds<F, Names>>
        : OptionsFit<F, Names, X, Y, All>
      : never;

/** The reduction, or a function that waits for its tensor. (The tensor is what a property holds, as it is for `conv`.) */
type OfTwo<F extends string, Ok extends Accepts, X, Y, Z> = X extends {
  readonly shape: infer S extends Shape;
  readonly dtype: infer D extends DType;
}
  ? { readonly tensor: Tensor<Resulting<Z, Pool<F, S, Y, Tiling<Y>>>, D> }['tensor']
  : X extends Window
    ? DataLast<Z, PoolingLater<F, Ok, X, SlidingOf<Y, X>>>
    : never;

/** A reduction of windows named `F`, of the dtypes `Ok`, with options called `Names`, `All` of them, of which `More` are its own. */
export interface Pooling<
  F extends string,
  Ok extends Accepts,
  Names extends string = PoolNames,
  More = unknown,
  All extends PoolOptions = PoolOptions & More,
> {
  <const W extends Window, Z extends 0 = 0>(
    window: Known<WhetherWindow<F>, W, IsWindow<F, W>, W>,
  ): DataLast<Z, PoolingLater<F, Ok, W, Tiling<W>>>;
  <const X, const Y extends Window | (PoolOptions & More), Z extends 0 = 0>(
    x: X & First<F, Ok, X, Y>,
    window: Known<WhetherWindow<F>, X, Second<F, Names, All, X, Y>, Y>,
  ): OfTwo<F, Ok, X, Y, Z>;
  <
    S extends Shape,
    const W extends Window,
    D extends DType = NoDType,
    const T extends PerAxis = W,
    const P extends Padding = 'valid',
    const L extends PerAxis = 1,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Takes<Ok, D>,
    window: Known<WhetherWindow<F>, [S, W], Pool<F, S, W, Sliding<T, P, L, 1>>, W>,
    options: Unproven<
      WhetherOptions<F>,
      [T, P, L],
      Sensible<F, Names, Sliding<T, P, L, 1>, 1, W['length']>,
      PoolOptionsThere<W, T, P, L> & More
    >,
  ): Tensor<Resulting<Z, Pool<F, S, W, Sliding<T, P, L, 1>>>, D>;
}

/** A check of a window, unless another window is behind it, or it is no list of numbers but has something behind it. */
const orNoImages = <A extends readonly unknown[]>(operation: string, check: (...rest: A) => void): ((...rest: A) => void) =>
  orNoTensor(
    operation,
    (window, ...more) => more.length === 0 || (isNumbers(window) && more.length === 1 && !Array.isArray(more[0])),
    check,
  );

/**
 * The largest element of each window; NaN when there is one: `[...B, ...S] -> [...B, ...S']`, numbers.
 *
 * Windows slide over as many of the last axes as they have sizes, one to three. Options, each a number for all of these axes or
 * a list with one for each: `stride` from one window to the next, the window's size when left out; `padding` as of `conv`, which is
 * never the largest; `dilation` from one element of a window to the next. A window that holds padding alone gives -Infinity, of integers the least. Of equal
 * largest elements the first has the derivative, which they share in `max`, and of NaNs too, of which `max` makes NaN. Throws `ShapeError` when a window is larger than an axis with its padding, or the
 * options make no sense; `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { dim, maxPool, tensor, zeros } from '@cotangent/core';
 *
 * assert.deepEqual(maxPool(tensor([[1, 2, 5, 6], [3, 4, 7, 8]]), [2, 2]).toNested(), [[4, 8]]);
 * assert.deepEqual(maxPool(tensor([1, 3, 2, 4]), [3], { stride: 1 }).toNested(), [3, 4]);
 * const images = zeros([dim('batch', 8), 16, 32, 32]);
 * assert.deepEqual(pipe(images, maxPool([3, 3], { stride: 2, padding: 1 })).shape, ['batch', 16, 16, 16]);
 * ```
 */
export const maxPool: Pooling<'maxPool', Numbers<'maxPool'>> = withSignature(
  tensorLast(
    untyped.pool('maxPool', 'max'),
    orNoImages('maxPool', untyped.checkWindow('maxPool')),
    untyped.checkNumbers('maxPool'),
  ),
);

/**
 * The smallest element of each window; NaN when there is one: `[...B, ...S] -> [...B, ...S']`, numbers.
 *
 * As `maxPool`; a window that holds padding alone gives Infinity, of integers the largest. Throws `ShapeError` when a window is larger than an axis with its padding, or the
 * options make no sense; `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { minPool, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(minPool(tensor([[1, 2, 5, 6], [3, 4, 7, 8]]), [2, 2]).toNested(), [[1, 5]]);
 * ```
 */
export const minPool: Pooling<'minPool', Numbers<'minPool'>> = withSignature(
  tensorLast(
    untyped.pool('minPool', 'min'),
    orNoImages('minPool', untyped.checkWindow('minPool')),
    untyped.checkNumbers('minPool'),
  ),
);

/** An option of averages. */
interface IncludePadding {
  /** Whether padding counts as zeros, true when left out; otherwise means are those of the elements that are there. */
  readonly includePadding?: boolean;
}

/**
 * The mean of each window: `[...B, ...S] -> [...B, ...S']`, floats.
 *
 * Windows and options are those of `maxPool`. Padding counts as zeros; with `{ includePadding: false }` means are those of
 * the elements that are there, NaN for a window that holds none. Throws `ShapeError` when a window is larger than an axis with its padding, or the
 * options make no sense; `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { averagePool, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2, 5, 6], [3, 4, 7, 8]]);
 * assert.deepEqual(averagePool(x, [2, 2]).toNested(), [[2.5, 6.5]]);
 * assert.deepEqual(averagePool(x, [2], { padding: 1 }).toNested(), [[0.5, 3.5, 3], [1.5, 5.5, 4]]);
 * assert.deepEqual(averagePool(x, [2], { padding: 1, includePadding: false }).toNested(), [[1, 3.5, 6], [3, 5.5, 8]]);
 * ```
 */
export const averagePool: Pooling<
  'averagePool',
  Floats<'averagePool'>,
  'stride, padding, dilation, includePadding',
  IncludePadding
> = withSignature(tensorLast(untyped.averagePool, orNoImages('averagePool', untyped.checkAverage), untyped.checkFloats));

/** How windows are reduced. */
type Kind = untyped.WindowReductionKind;

/** The first of three arguments: a kind, or a tensor of a dtype that is taken. */
type FirstOfThree<X> =
  X extends Tensor<infer _, infer D>
    ? X & Takes<Numbers<'reduceWindow'>, D>
    : X extends string
      ? X extends Kind
        ? X
        : NoKind<X>
      : NoTensor<'reduceWindow', X>;

/** Of the second: the window behind a kind, or the kind behind a tensor. */
type SecondOfThree<X, Y> = X extends Kind
  ? Y extends Window
    ? IsWindow<'reduceWindow', Y>
    : Fails<NoWindow<'reduceWindow'>>
  : IsKind<Y>;

type IsKind<K> = K extends Kind ? Fits<[]> : Fails<NoKind<K>>;

type NoKind<K> = `reduceWindow: the kind is ${NameOfKind<K>}, not one of sum, max, min`;

/** Of the third: options behind a window, or the window behind a kind. */
type ThirdOfThree<X, Y, V> = X extends Kind
  ? Y extends Window
    ? V extends Window
      ? Fails<Kinds<'reduceWindow', PoolNames>>
      : OptionsFit<'reduceWindow', PoolNames, Y, V, PoolOptions>
    : never
  : X extends Tensor<infer S, infer _>
    ? [V] extends [Window]
      ? Pool<'reduceWindow', S, V, Tiling<V>>
      : Fails<NoWindow<'reduceWindow'>>
    : never;

type OfThree<X, Y, V, Z> =
  X extends Tensor<infer S, infer D>
    ? V extends Window
      ? { readonly tensor: Tensor<Resulting<Z, Pool<'reduceWindow', S, V, Tiling<V>>>, D> }['tensor']
      : never
    : Y extends Window
      ? DataLast<Z, PoolingLater<'reduceWindow', Numbers<'reduceWindow'>, Y, SlidingOf<V, Y>>>
      : never;

/**
 * The sum, the largest or the smallest element of each window: `[...B, ...S] -> [...B, ...S']`, numbers.
 *
 * Windows and options are those of `maxPool`; padding adds nothing to a sum. Throws `ShapeError` when a window is larger than an axis with its padding,
 * or the options make no sense; `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { reduceWindow, tensor } from '@cotangent/core';
 *
 * const x = tensor([1, 2, 3, 4]);
 * assert.deepEqual(reduceWindow(x, 'sum', [2]).toNested(), [3, 7]);
 * assert.deepEqual(reduceWindow(x, 'sum', [3], { stride: 1, padding: 1 }).toNested(), [3, 6, 9, 7]);
 * assert.deepEqual(pipe(x, reduceWindow('min', [2], { stride: 1 })).toNested(), [1, 2, 3]);
 * ```
 */
export const reduceWindow: {
  <const K extends string, const W extends Window, Z extends 0 = 0>(
    kind: Known<'reduceWindow: cannot tell whether the kind is one: write it in place', K, IsKind<K>, K>,
    window: Known<WhetherWindow<'reduceWindow'>, W, IsWindow<'reduceWindow', W>, W>,
  ): DataLast<Z, PoolingLater<'reduceWindow', Numbers<'reduceWindow'>, W, Tiling<W>>>;
  <const X, const Y extends string | Window, const V extends Window | PoolOptions, Z extends 0 = 0>(
    x: FirstOfThree<X>,
    kind: Known<WhetherWindow<'reduceWindow'>, Y, SecondOfThree<X, Y>, Y>,
    window: Known<WhetherWindow<'reduceWindow'>, [X, V], ThirdOfThree<X, Y, V>, V>,
  ): OfThree<X, Y, V, Z>;
  <
    S extends Shape,
    const K extends string,
    const W extends Window,
    D extends DType = NoDType,
    const T extends PerAxis = W,
    const P extends Padding = 'valid',
    const L extends PerAxis = 1,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Takes<Numbers<'reduceWindow'>, D>,
    kind: Known<'reduceWindow: cannot tell whether the kind is one: write it in place', K, IsKind<K>, K>,
    window: Known<WhetherWindow<'reduceWindow'>, [S, W], Pool<'reduceWindow', S, W, Sliding<T, P, L, 1>>, W>,
    options: Unproven<
      WhetherOptions<'reduceWindow'>,
      [T, P, L],
      Sensible<'reduceWindow', PoolNames, Sliding<T, P, L, 1>, 1, W['length']>,
      PoolOptionsThere<W, T, P, L>
    >,
  ): Tensor<Resulting<Z, Pool<'reduceWindow', S, W, Sliding<T, P, L, 1>>>, D>;
} = withSignature(
  tensorLast(
    untyped.reduceWindow,
    orNoTensor('reduceWindow', (kind, ...more) => isText(kind) || more.length < 2, untyped.checkReduction),
    untyped.checkNumbers('reduceWindow'),
  ),
);
