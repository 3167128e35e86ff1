/**
 * Joining tensors and cutting them up.
 */
import type { DType } from '../dtype.ts';
import type { Held } from '../held.ts';
import type { Edges, Pad } from '../shape/extend.ts';
import type { Concatenate, NoList, Stack } from '../shape/join.ts';
import type { RangeLike, Slice } from '../shape/slice.ts';
import type { Split, Unparted } from '../shape/split.ts';
import type { DataLast, LackingRest, OneWhat, Unwaiting } from '../shape/dataLast.ts';
import type {
  Answer,
  CannotTell,
  Fails,
  Fits,
  Keeping,
  KnownEach,
  NoResult,
  OrWrap,
  Passes,
  Resulting,
  Shape,
  ShapeIn,
  UnprovenEach,
} from '../shape/dims.ts';
import type { CommonDType, DTypeOf, NoDType, Operand, WhetherOneDType } from '../shape/dtypes.ts';
import type { Given, Optional, Or } from '../shape/optional.ts';
import type { Several, SeveralShapes } from '../shape/single.ts';
import type { Tensor } from '../tensor.ts';
import { atMost, oneWhat, tensorLast, unwaiting, waiting, whole, withSignature } from './untyped/signature.ts';
import * as untyped from './untyped/joining.ts';

/** Whether the dtypes are one. */
type OneDTypeIn<F extends string, T extends readonly unknown[]> =
  CommonDType<F, T> extends true ? Fits<[]> : Fails<CommonDType<F, T> & string>;

/** An answer about a list of tensors and an axis that is there, or left out. Which of the two is none is not asked: it would cost every first call. */
type Listed<F extends string, I extends number | undefined, R> = [I] extends [number]
  ? R
  : [I] extends [undefined]
    ? R
    : Fails<NoList<F>>;

/** Tensors that pass a check, and whose dtypes pass `D`, or the message. Written out, not as `UnprovenEach`: the checker looks here for a tuple. */
type Together<_Why extends string, F extends string, R extends Answer, D extends Answer, T extends readonly unknown[]> = [
  Several<R>,
] extends [never]
  ? [R] extends [Passes]
    ? OfOneDType<WhetherOneDType<F>, D, T>
    : R['message']
  : SeveralShapes<_Why>;

/** The same once the shapes fit. Where type parameters leave open whether the dtypes are one, the checker prints this type by its name. */
type OfOneDType<_Why extends string, D extends Answer, T extends readonly unknown[]> = [D] extends [Passes]
  ? readonly [...T]
  : D['message'];

/** Tensors of shapes `S`, or as many of whatever shape where the cut into `N` is refused. */
type Parts<S extends readonly Shape[], N, D extends DType> = 0 extends 1 & S ? TensorsOf<Unparted<N>, D> : TensorsOf<S, D>;

type TensorsOf<S extends readonly Shape[], D extends DType> = { readonly [K in keyof S]: Tensor<S[K], D> };

/**
 * Tensors joined along an axis (default 0): `[...A, m, ...B], [...A, n, ...B] -> [...A, m + n, ...B]`.
 *
 * Throws `ShapeError` when the shapes differ beside the axis, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { concatenate, tensor } from '@cotangent/core';
 *
 * const x = concatenate([tensor([[1, 2]]), tensor([[3, 4], [5, 6]])]);
 * assert.deepEqual(x.toNested(), [[1, 2], [3, 4], [5, 6]]);
 * ```
 */
export const concatenate: <const T extends readonly unknown[], const I extends number | undefined = 0, Z extends 0 = 0>(
  tensors: Together<
    CannotTell<'concatenate', 'the shapes fit together'>,
    'concatenate',
    Listed<'concatenate', I, Concatenate<T, Or<NoInfer<I>, 0>>>,
    OneDTypeIn<'concatenate', T>,
    T
  >,
  axis: Optional<I>,
) => Tensor<Resulting<Z, Concatenate<T, Or<I, 0>>>, DTypeOf<T>> = withSignature(
  untyped.ofList('concatenate', untyped.concatenate),
);

/**
 * Equal tensors along a new axis (default 0): n of `[...A, ...B] -> [...A, n, ...B]`.
 *
 * Throws `ShapeError` when the shapes differ, `DTypeError` when the dtypes differ.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { stack, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(stack([tensor([1, 2]), tensor([3, 4])]).toNested(), [[1, 2], [3, 4]]);
 * assert.deepEqual(stack([tensor([1, 2]), tensor([3, 4])], -1).toNested(), [[1, 3], [2, 4]]);
 * ```
 */
export const stack: <const T extends readonly unknown[], const I extends number | undefined = 0, Z extends 0 = 0>(
  tensors: Together<
    CannotTell<'stack', 'the shapes fit together'>,
    'stack',
    Listed<'stack', I, Stack<T, Or<NoInfer<I>, 0>>>,
    OneDTypeIn<'stack', T>,
    T
  >,
  axis: Optional<I>,
) => Tensor<Resulting<Z, Stack<T, Or<I, 0>>>, DTypeOf<T>> = withSignature(untyped.ofList('stack', untyped.stack));

/**
 * Cut along an axis (default 0) into `parts` equal ones, or into parts of given sizes, numbers and tokens: `[...A, n, ...B] -> n / parts` each.
 *
 * NumPy's `split`; the name `split` itself belongs to random keys here. Throws `ShapeError` when the parts do not make the whole.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { splitAxis, tensor } from '@cotangent/core';
 *
 * const [a, b] = splitAxis(tensor([1, 2, 3, 4]), 2);
 * assert.deepEqual(a.toNested(), [1, 2]);
 * assert.deepEqual(b.toNested(), [3, 4]);
 * assert.deepEqual(splitAxis(tensor([1, 2, 3]), [1, 2])[1].toNested(), [2, 3]);
 * ```
 */
export const splitAxis: {
  (parts: Unwaiting<'splitAxis', 'splitAxis(x, 2)'>): NoResult;
  <
    S extends Shape,
    const N extends number | readonly unknown[],
    D extends DType = NoDType,
    const I extends number | undefined = 0,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Operand<'splitAxis', D>,
    parts: KnownEach<
      CannotTell<'splitAxis', 'the parts make the axis'>,
      S,
      Given<'splitAxis', I, Split<S, N, Or<NoInfer<I>, 0>>>,
      N
    >,
    axis: Optional<I>,
  ): Parts<Keeping<Z, Split<S, N, Or<I, 0>>, Split<S, N, Or<I, 0>>['shapes']>, N, D>;
} = withSignature(unwaiting('splitAxis', 2, 'splitAxis(x, 2)', atMost('splitAxis', 3, untyped.splitAxis)));

/** A cut that waits for its tensor. */
export type SliceLater<R extends readonly RangeLike[]> = <S extends Shape, D extends DType>(
  x: UnprovenEach<OrWrap<CannotTell<'slice', 'the ranges lie in the shape'>>, S, Slice<S, R>, Tensor<S, D>>,
) => Tensor<ShapeIn<Slice<S, R>>, D>;

/**
 * A part of a tensor, one range for each of the first axes.
 *
 * `null` keeps an axis whole, an index keeps one element and drops the axis, `[start, stop]` or `[start, stop, step]` keeps a range; `null` in a
 * range is the end, and negative numbers count from it. Throws `ShapeError` when an index or a range does not lie in its axis.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { slice, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * assert.deepEqual(slice(x, [0]).toNested(), [1, 2, 3]);
 * assert.deepEqual(slice(x, [null, [1, null]]).toNested(), [[2, 3], [5, 6]]);
 * assert.deepEqual(slice(x, [-1, [0, 3, 2]]).toNested(), [4, 6]);
 * ```
 */
export const slice: OneWhat<'slice', 'list of ranges', 'slice(x, [0, [1, null]])'> & {
  <const R extends readonly RangeLike[], Z extends 0 = 0>(ranges: R): DataLast<Z, SliceLater<R>>;
} & LackingRest<'slice', 'the list of ranges', readonly RangeLike[]> & {
    <S extends Shape, const R extends readonly RangeLike[], D extends DType = NoDType, Z extends 0 = 0>(
      x: Tensor<S, D> & Operand<'slice', D>,
      ranges: UnprovenEach<CannotTell<'slice', 'the ranges lie in the shape'>, S, Slice<S, R>, R>,
    ): Tensor<0 extends 1 & R ? Shape : Resulting<Z, Slice<S, R>>, D>;
  } = withSignature(
  oneWhat(
    'slice',
    'list of ranges',
    'slice(x, [0, [1, null]])',
    waiting('slice', 1, tensorLast(whole('slice', 'the list of ranges', untyped.slice))),
  ),
);

/**
 * A value (default 0) around the edges, `[before, after]` for each axis: `[...S] -> [...before + S + after]`.
 *
 * Throws `ShapeError` unless there are edges for each axis, none negative.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pad, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(pad(tensor([1, 2]), [[1, 2]]).toNested(), [0, 1, 2, 0, 0]);
 * ```
 */
export const pad: {
  (edges: Unwaiting<'pad', 'pad(x, [[1, 1]])'>): NoResult;
  <S extends Shape, const E extends readonly Edges[], D extends DType = NoDType, const V = 0, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'pad', D>,
    edges: UnprovenEach<CannotTell<'pad', 'the edges fit the shape'>, S, Pad<S, E>, E>,
    value?: V & Held<'pad', V>[D],
  ): Tensor<Resulting<Z, Pad<S, E>, E>, D>;
} = withSignature(unwaiting('pad', 2, 'pad(x, [[1, 1]])', atMost('pad', 3, untyped.pad)));
