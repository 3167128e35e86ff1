/**
 * Axes split, merged, moved, reduced and repeated by patterns, after einops (Rogozhnikov 2022).
 */
import type { Described } from '../described.ts';
import type { DType } from '../dtype.ts';
import type { NoCount, NoSize } from '../shape/argument.ts';
import type { NoAxis } from '../shape/axes.ts';
import type { Repeat } from '../shape/extend.ts';
import type { DataLast } from '../shape/dataLast.ts';
import type {
  Answer,
  CannotTell,
  Co,
  Equal,
  Fails,
  Fits,
  NoTensor,
  NothingKnown,
  OrWrap,
  Refusal,
  Resulting,
  Shape,
  ShapeIn,
  Typed,
  Unproven,
  UnprovenEach,
} from '../shape/dims.ts';
import type { NoDType, Operand } from '../shape/dtypes.ts';
import type { PatternFunction } from '../shape/patternWords.ts';
import type { Accepting, Kinds, NameOfKind, NoSizes, Rearrange, ReductionKind, Sizes, Sensible } from '../shape/rearranging.ts';
import type { One, OneOf, Several } from '../shape/single.ts';
import type { Tensor } from '../tensor.ts';
import { checkPattern, type Sizes as GivenSizes } from './untyped/reading.ts';
import * as untyped from './untyped/rearranging.ts';
import { isNumber, isText, orNoTensor, tensorLast, withSignature } from './untyped/signature.ts';

/** A pattern where nothing else is given, or why it is refused; of a tensor that the pattern is missing. No signature that waits for a tensor has taken it. */
type OrLacking<F extends PatternFunction, X> = X extends Typed
  ? X & Refusal<`${F}: the pattern is missing: write it as 'h w -> w h'`>
  : X extends string
    ? When<WhetherPattern<F>, Sensible<F, X, NoSizes>, X>
    : NoTensor<F, X>;

/** What type parameters leave open, of the shape or of the pattern itself. */
type WhetherPattern<F extends PatternFunction> = `${CannotTell<F, 'the pattern fits the shape'>}, and write the pattern in place`;

/** The same of the pattern `Y`; of the shape alone where that is a text. `X`, a tensor, keeps the question open before it is known. */
type WhetherBehind<F extends PatternFunction, X, Y> = [X, Co<Co<'\0'> extends Co<Y> ? 1 : 0>] extends [unknown, Co<0>]
  ? CannotTell<F, 'the pattern fits the shape'>
  : WhetherPattern<F>;

/** What a kind leaves open that is a type parameter. */
type WhetherKind = 'reduce: cannot tell whether the kind is one: write it in place';

/** An argument, or, when the check `R` of it fails, the message; where type parameters leave that open, `_Why`. */
type When<_Why extends string, R extends Answer, T> = Equal<R['ok'], true> extends true ? T : R['message'];

/** What comes first: a tensor or what is `Else`, or why it is neither. A tensor is known by its sizes, whatever its dimensions and dtype are. */
type OrNoTensor<F extends PatternFunction, X, Else, _Why extends string = WhetherPattern<F>> = X extends
  | { readonly sizes: readonly number[] }
  | Else
  ? X
  : NoTensor<F, X>;

/** What is behind a tensor is one pattern, not one of several, which would make one of several shapes. */
type OneBehind<F extends PatternFunction, X, Y> = X extends string ? Y : One<F, 'the pattern', Y>;

/** What a pattern makes of a tensor of shape `S`. The checker works out a field, where it puts off a tensor whose shape is to be looked up. */
type Rearranged<Z, F extends PatternFunction, P, S extends Shape, A, D extends DType> = P extends string
  ? { readonly tensor: Tensor<0 extends 1 & P ? Shape : Resulting<Z, Rearrange<F, P, S, A>>, D> }['tensor']
  : never;

/** A function by a pattern that waits for its tensor. */
export type PatternLater<F extends PatternFunction, P extends string, A> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<CannotTell<F, 'the pattern fits the shape'>>, S, Rearrange<F, P, S, A>, Tensor<S, D>>,
) => Tensor<ShapeIn<Rearrange<F, P, S, A>>, D>;

/** Why a tensor is refused behind its pattern. */
type TensorBehind<F extends string> = `${F}: a pattern before its tensor: write the tensor first`;

/**
 * Of the second of two arguments: the pattern for a tensor, or the sizes for a pattern.
 *
 * Both forms are one signature, since the checker says what is wrong with an argument only where there is one signature of so many.
 */
type Second<F extends PatternFunction, X, Y> = 0 extends 1 & X
  ? Fails<`${F}: ${NothingKnown}`>
  : X extends string
    ? Y extends string
      ? Fails<`${F}: two patterns: write the tensor first`>
      : Y extends Typed
        ? Fails<TensorBehind<F>>
        : Sensible<F, X, Y>
    : [X, Y] extends [Tensor<infer S, infer _>, infer P extends string]
      ? Rearrange<F, P, S, NoSizes>
      : Fails<`${F}: the pattern is missing: write it as 'h w -> w h'`>;

type OfTwo<F extends PatternFunction, X, Y, Z> = X extends string
  ? DataLast<Z, PatternLater<F, X, Y>>
  : X extends Tensor<infer S, infer D>
    ? Rearranged<Z, F, Y, S, NoSizes, D>
    : never;

/**
 * Axes split, moved and merged as a pattern says: `[b, h * w, c] -> [b, h, w, c]` by `'b (h w) c -> b h w c'`.
 *
 * Names stand for axes; parentheses for an axis that names are factors of, the last of them running fastest; `1` or `()` for an axis of
 * size 1; `...` for the axes that are not named. Sizes are literals or tokens of named dimensions; one in each
 * parentheses is inferred. Throws `ShapeError` when the pattern makes no sense or does not fit the tensor. After einops (Rogozhnikov
 * 2022).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { rearrange, tensor, zeros, type Dim, type Shape, type Tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);
 * assert.deepEqual(rearrange(x, 'h w -> w h').toNested(), [[1, 5], [2, 6], [3, 7], [4, 8]]);
 * assert.deepEqual(rearrange(x, 'b (h w) -> b h w', { h: 2 }).toNested(), [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]);
 * assert.deepEqual(pipe(zeros([2, 28, 28, 1]), rearrange('b ... -> b (...)')).shape, [2, 784]);
 *
 * // [...B, T, 768] -> [...B, 12, T, 64], whatever the leading dims are.
 * const heads = <B extends Shape, T extends Dim>(x: Tensor<[...B, T, 768]>): Tensor<[...B, 12, T, 64]> =>
 *   rearrange(x, '... t (h d) -> ... h t d', { h: 12 });
 * ```
 */
export const rearrange: {
  <const P extends string, Z extends 0 = 0>(
    pattern: When<WhetherPattern<'rearrange'>, Sensible<'rearrange', P, NoSizes>, P>,
  ): DataLast<Z, PatternLater<'rearrange', P, NoSizes>>;
  <const X>(pattern: OrLacking<'rearrange', X>): never;
  <const X, const Y extends string | Sizes | Typed, Z extends 0 = 0>(
    x: OrNoTensor<'rearrange', X, string>,
    pattern: When<WhetherBehind<'rearrange', X, Y>, Second<'rearrange', X, Y>, OneBehind<'rearrange', X, Y>>,
  ): OfTwo<'rearrange', X, Y, Z>;
  <S extends Shape, const P extends string, const A extends Sizes, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'rearrange', D>,
    pattern: Unproven<
      CannotTell<'rearrange', 'the pattern fits the shape'>,
      S,
      Rearrange<'rearrange', P, S, A>,
      One<'rearrange', 'the pattern', P>
    >,
    sizes: A,
  ): Rearranged<Z, 'rearrange', P, S, A, D>;
} = withSignature(
  tensorLast(
    untyped.rearrange,
    orNoTensor('rearrange', isText, (pattern: string, sizes?: GivenSizes) => {
      checkPattern('rearrange', pattern, sizes);
    }),
  ),
);

/** A reduction by a pattern that waits for its tensor. */
export type PatternReductionLater<P extends string, K extends string, A> = <S extends Shape, D extends DType>(
  x: Unproven<
    OrWrap<CannotTell<'reduce', 'the pattern fits the shape'>>,
    S,
    Rearrange<'reduce', P, S, A>,
    Tensor<S, D> & Accepting<K, D>
  >,
) => Tensor<ShapeIn<Rearrange<'reduce', P, S, A>>, D>;

/** The first of three arguments: a pattern, or a tensor of a dtype that the reduction `W` takes. */
type FirstOfThree<X, W> = X extends string ? X : Reducible<WhetherKind, X, W>;

type Reducible<_Why extends string, X, W> = [X, W] extends [Tensor<infer _, infer D>, infer K extends ReductionKind]
  ? X & Accepting<K, D>
  : OrNoTensor<'reduce', X, never>;

/** Of the second: the kind of reduction behind a pattern, or the pattern behind a tensor. */
type SecondOfThree<X, Y> = X extends string
  ? Y extends ReductionKind
    ? Fits<[]>
    : Y extends Typed
      ? Fails<TensorBehind<'reduce'>>
      : Fails<NoKind<Y>>
  : X extends Tensor<infer S, infer _>
    ? Y extends string
      ? Rearrange<'reduce', Y, S, NoSizes>
      : never
    : never;

/** Of the third: sizes behind a pattern, or the kind of reduction behind a tensor. */
type ThirdOfThree<X, W> = X extends string
  ? W extends string
    ? Fails<`reduce: '${W}' where the sizes should be: write the tensor first`>
    : Sensible<'reduce', X, W>
  : IsKind<W>;

type IsKind<K> = [K] extends [ReductionKind] ? Fits<[]> : Fails<NoKind<K>>;

type NoKind<K> = `reduce: the kind is ${NameOfKind<K>}, not one of ${Kinds}`;

type OfThree<X, Y, W, Z> = X extends string
  ? Y extends ReductionKind
    ? DataLast<Z, PatternReductionLater<X, Y, W>>
    : never
  : X extends Tensor<infer S, infer D>
    ? Rearranged<Z, 'reduce', Y, S, NoSizes, D>
    : never;

/**
 * Axes split, reduced and moved as a pattern says: `[b, 2 * h, c] -> [b, h, c]` by `'b (h 2) c -> b h c'`.
 *
 * Axes that the right of the pattern lacks are reduced: by `'sum'`, `'mean'`, `'max'`, `'min'` or `'prod'`, of booleans by `'any'` or `'all'`.
 * A number stands for an axis of its own that is reduced. Otherwise patterns are those of `rearrange`. Throws `ShapeError`
 * when the pattern makes no sense or does not fit the tensor, `DTypeError` for other dtypes. After einops (Rogozhnikov 2022).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { reduce, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);
 * assert.deepEqual(reduce(x, 'h w -> w', 'sum').toNested(), [6, 8, 10, 12]);
 * assert.deepEqual(reduce(x, '(h 2) (w 2) -> h w', 'max').toNested(), [[6, 8]]);
 * assert.deepEqual(pipe(x, reduce('... w -> ...', 'mean')).toNested(), [2.5, 6.5]);
 * ```
 */
export const reduce: {
  <const P extends string, const K extends string, Z extends 0 = 0>(
    pattern: When<WhetherPattern<'reduce'>, Sensible<'reduce', P, NoSizes>, P>,
    kind: When<WhetherKind, IsKind<K>, K>,
  ): DataLast<Z, PatternReductionLater<P, K, NoSizes>>;
  <const X, const K>(
    pattern: X extends Typed ? X : OrLacking<'reduce', X>,
    kind: X extends Typed
      ? 'reduce: the kind is missing, not one of sum, mean, max, min, prod, any, all'
      : K extends string
        ? When<WhetherKind, IsKind<K>, K>
        : string,
  ): never;
  <const X, const Y extends string | Typed, const W extends string | Sizes, Z extends 0 = 0>(
    x: FirstOfThree<X, W>,
    pattern: When<WhetherBehind<'reduce', X, Y>, SecondOfThree<X, Y>, OneBehind<'reduce', X, Y>>,
    kind: When<WhetherPattern<'reduce'>, ThirdOfThree<X, W>, W>,
  ): OfThree<X, Y, W, Z>;
  <
    S extends Shape,
    const P extends string,
    const K extends string,
    const A extends Sizes,
    D extends DType = NoDType,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Operand<'reduce', D> & Accepting<K, D>,
    pattern: Unproven<
      CannotTell<'reduce', 'the pattern fits the shape'>,
      S,
      Rearrange<'reduce', P, S, A>,
      One<'reduce', 'the pattern', P>
    >,
    kind: When<WhetherKind, IsKind<K>, K>,
    sizes: A,
  ): Rearranged<Z, 'reduce', P, S, A, D>;
} = withSignature(tensorLast(untyped.reduce, orNoTensor('reduce', isText, untyped.checkReduction)));

/** Of the second of two arguments of `repeat`: an axis behind a count; else as for every pattern. */
type AxisOrSecond<X, Y, Counts = X, Axes = Y> = X extends number
  ? Y extends number
    ? [Several<Counts>] extends [never]
      ? [Several<Axes>] extends [never]
        ? [NoSize<X>] extends [never]
          ? Fits<[]>
          : Fails<NoCount<'repeat', 'the count', X>>
        : Fails<OneOf<'repeat', 'the axis'>>
      : Fails<OneOf<'repeat', 'the count'>>
    : Fails<'repeat: the axis is missing'>
  : [X, Y] extends [Typed, number]
    ? Fails<'repeat: the axis is missing'>
    : Second<'repeat', X, Y>;

/** Elements repeated along an axis, of a tensor that is waited for. */
export type RepeatLater<N extends number, I extends number> = <S extends Shape, D extends DType>(
  x: UnprovenEach<OrWrap<CannotTell<'repeat', 'the axis can be repeated'>>, S, Repeat<S, N, I>, Tensor<S, D>>,
) => Tensor<ShapeIn<Repeat<S, N, I>>, D>;

type Repeated<X, Y, Z> = X extends number
  ? Y extends number
    ? DataLast<Z, RepeatLater<X, Y>>
    : never
  : OfTwo<'repeat', X, Y, Z>;

/** Of the count, or the pattern. */
type CountAnswer<S extends Shape, C, A> = C extends string
  ? Rearrange<'repeat', C, S, A>
  : C extends number
    ? Fits<[]>
    : Fails<`repeat: expected a count or a pattern, found ${Described<C>}`>;

/** Of the axis behind a count, or the sizes behind a pattern. */
type AxisAnswer<S extends Shape, C, A> = C extends number
  ? A extends number
    ? Repeat<S, C, A>
    : A extends string
      ? Fails<NoAxis<'repeat', A>>
      : Fails<'repeat: the axis is missing'>
  : Fits<[]>;

/** Of both. */
type RepeatAnswer<S extends Shape, C, A> = C extends number
  ? A extends number
    ? Repeat<S, C, A>
    : never
  : C extends string
    ? Rearrange<'repeat', C, S, A>
    : never;

/**
 * Each element `count` times in a row along an axis: `[...A, n, ...B] -> [...A, count * n, ...B]`; or axes repeated as a pattern says:
 * `[h, w] -> [h, w * r]` by `'h w -> h (w r)'`.
 *
 * Axes that only the right of the pattern has are repeated; their sizes are given, or written in their place as a number. Otherwise
 * patterns are those of `rearrange`. Throws `ShapeError` when the axis is out of range, or when the pattern makes
 * no sense or does not fit the tensor. Patterns are after einops (Rogozhnikov 2022).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { repeat, tensor } from '@cotangent/core';
 *
 * const x = tensor([1, 2]);
 * assert.deepEqual(repeat(x, 2, 0).toNested(), [1, 1, 2, 2]);
 * assert.deepEqual(repeat(x, 'w -> (r w)', { r: 2 }).toNested(), [1, 2, 1, 2]);
 * assert.deepEqual(pipe(x, repeat('w -> w 2')).toNested(), [[1, 1], [2, 2]]);
 * ```
 */
export const repeat: {
  <const P extends string, Z extends 0 = 0>(
    pattern: When<WhetherPattern<'repeat'>, Sensible<'repeat', P, NoSizes>, P>,
  ): DataLast<Z, PatternLater<'repeat', P, NoSizes>>;
  <const X>(pattern: OrLacking<'repeat', X>): never;
  <const X, const Y extends string | number | Sizes | Typed, Z extends 0 = 0>(
    x: OrNoTensor<'repeat', X, string | number>,
    pattern: When<WhetherBehind<'repeat', X, Y>, AxisOrSecond<X, Y>, Y>,
  ): Repeated<X, Y, Z>;
  <S extends Shape, const C, const A extends number | string | Sizes, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'repeat', D>,
    count: Unproven<
      CannotTell<'repeat', 'the axis can be repeated'>,
      S,
      CountAnswer<S, C, A>,
      One<'repeat', C extends number ? 'the count' : 'the pattern', C>
    >,
    axis: UnprovenEach<CannotTell<'repeat', 'the axis can be repeated'>, S, AxisAnswer<S, C, A>, A>,
  ): Tensor<Resulting<Z, RepeatAnswer<S, C, A>>, D>;
} = withSignature(
  tensorLast(
    untyped.repeat,
    orNoTensor('repeat', (given) => isText(given) || isNumber(given), untyped.checkRepetition),
  ),
);
