/**
 * Convolutions in one to three dimensions.
 */
import type { DType } from '../dtype.ts';
import type { Conv, IsKernel, SlidingAxes } from '../shape/convolution.ts';
import type { DataLast } from '../shape/dataLast.ts';
import type {
  Answer,
  CannotTell,
  Fails,
  Fits,
  Known,
  NoShape,
  NoTensor,
  OrWrap,
  Passes,
  Resulting,
  Shape,
  ShapeIn,
  Typed,
  Unproven,
} from '../shape/dims.ts';
import type { NoDType, Numbers, OneDType, Takes, TakesOne, WhetherOneDType } from '../shape/dtypes.ts';
import type { ConvOptions, ConvOptionsThere, Kinds, Option, Sensible, SlidingOf, Unknown } from '../shape/slidingOptions.ts';
import type { Padding, PerAxis, Sliding } from '../shape/window.ts';
import type { Tensor } from '../tensor.ts';
import * as untyped from './untyped/convolution.ts';
import { withSignature } from './untyped/signature.ts';

/** How windows slide when nothing is said. */
type Plain = Sliding<1, 'valid', 1, 1>;

/** The convolution of two operands; no objection where there is no answer. */
type Slides<R> = R extends Passes ? Fits<[]> : R extends Answer ? R : Fits<[]>;

/** Whether the operands of a convolution have one dtype; no objection where there is none. */
type Same<R, D extends DType, E extends DType> = R extends Passes ? OneDType<'conv', D, E> : Fits<[]>;

/** The same of the second of two arguments, without options. */
type SameOf<D extends DType, Y> = Y extends { readonly dtype: infer E extends DType } ? OneDType<'conv', D, E> : Fits<[]>;

type WhetherSame = WhetherOneDType<'conv'>;

type Names = 'stride, padding, dilation, inputDilation, groups';

type WhetherKernel = CannotTell<'conv', 'the kernel fits the shape'>;
type WhetherOptions = CannotTell<'conv', 'the options make sense'>;

/** Whether options make sense for a kernel; true of a kernel that makes none itself. */
type OptionsFit<K extends Shape, O extends Sliding, G> = Sensible<'conv', Names, O, G, SlidingAxes[K['length']]>;

/** A convolution that waits for its input. */
export type ConvLater<K extends Shape, E extends DType, O extends Sliding, G> = <S extends Shape, D extends DType>(
  x: Unproven<
    OrWrap<WhetherKernel>,
    [S, K],
    Slides<Conv<S, K, O, G>>,
    Unproven<WhetherSame, [D, E], Same<Conv<S, K, O, G>, D, E>, Tensor<S, D>>
  >,
) => Tensor<ShapeIn<Conv<S, K, O, G>>, D>;

/** What may stand in the place of a kernel by mistake. */
type NoKernel = readonly unknown[] | number;

/** The keys of either member of a union. */
type KeyOf<Y> = Y extends unknown ? keyof Y : never;

/**
 * Of the second of two arguments: the kernel for an input, or the options for a kernel.
 *
 * Both forms are one signature, since the checker says what is wrong with an argument only where there is one signature of so many.
 * What is neither is inferred to be both.
 */
type Second<S extends Shape, Y> =
  'shape' | 'stride' extends KeyOf<Y>
    ? Fails<Kinds<'conv', Names>>
    : Y extends NoKernel
      ? Fails<NoTensor<'conv', Y>>
      : Y extends { readonly shape: infer K extends Shape }
        ? Slides<Conv<S, K, Plain, 1>>
        : [Unknown<Y, keyof ConvOptions>] extends [never]
          ? IsKernel<S, 1> extends Passes
            ? OptionsFit<S, SlidingOf<Y>, Option<Y, 'groups', 1>>
            : Fails<IsKernel<S, 1>['message']>
          : Fails<Kinds<'conv', Names>>;

/**
 * The convolution, or a function that waits for its input.
 *
 * The tensor is what a property holds. Written in place, the checker would work its shape out anew for each question about it, and for some as if
 * nothing were known of somebody's type parameters: then it can tell no more whether it is a tensor, which whatever comes next asks.
 */
type OfTwo<S extends Shape, D extends DType, Y, Z> = Y extends { readonly shape: infer K extends Shape }
  ? { readonly tensor: Tensor<Resulting<Z, Conv<S, K, Plain, 1>>, D> }['tensor']
  : DataLast<Z, ConvLater<S, D, SlidingOf<Y>, Option<Y, 'groups', 1>>>;

/**
 * The convolution with kernels, which are not flipped: `[...B, in, ...S] x [out, in / groups, ...K] -> [...B, out, ...S']`, numbers.
 *
 * Kernels slide over the last one to three axes, as many as they have behind their first two. Options, each a number for all
 * of these axes or a list with one for each: `stride` from one window to the next; `padding` with zeros, a
 * number on both sides or `[before, after]`, `'valid'` (none, the default) or `'same'`, as much as keeps the sizes before the stride
 * divides them, the odd one after; `dilation` from one element of a kernel to the next; `inputDilation` from one element of the input
 * to the next, zeros between, which turns strides around. With `groups`, channels and kernels fall into so many
 * groups, and kernels see the channels of their own alone.
 *
 * An axis of `n` elements has `floor((n + before + after - dilation * (k - 1) - 1) / stride) + 1` windows. With a stride, the derivative by
 * the input multiplies zeros by weights too: an infinite one makes NaN of derivatives beside its own. Throws `ShapeError` when
 * channels differ, a kernel is larger than an axis with its padding, or options make no sense; `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { conv, dim, tensor, zeros, type Dim, type Shape, type Tensor } from '@cotangent/core';
 *
 * const differences = conv(tensor([[1, 2, 4, 7]]), tensor([[[-1, 1]]]));
 * assert.deepEqual(differences.toNested(), [[1, 2, 3]]);
 *
 * const images = zeros([dim('batch', 8), 3, 32, 32]);
 * assert.deepEqual(conv(images, zeros([16, 3, 3, 3]), { padding: 'same' }).shape, ['batch', 16, 32, 32]);
 * assert.deepEqual(pipe(images, conv(zeros([16, 3, 3, 3]), { stride: 2, padding: 1 })).shape, ['batch', 16, 16, 16]);
 *
 * // Whatever the sizes and the leading dims are.
 * const smooth = <B extends Shape, C extends Dim, H extends Dim, W extends Dim>(
 *   x: Tensor<[...B, C, H, W]>,
 *   kernel: Tensor<[C, C, 3, 3]>,
 * ): Tensor<[...B, C, H, W]> => conv(x, kernel, { padding: 'same' });
 * ```
 */
export const conv: {
  <K extends Shape = NoShape, E extends DType = NoDType, Z extends 0 = 0>(
    kernel: Unproven<
      CannotTell<'conv', 'it is a kernel'>,
      K,
      IsKernel<K, 1>,
      Tensor<K, E> & TakesOne<'conv', Numbers<'conv'>, E>
    >,
  ): DataLast<Z, ConvLater<K, E, Plain, 1>>;
  <S extends Shape, const Y extends Typed | ConvOptions | NoKernel, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Takes<Numbers<'conv'>, D>,
    kernel: Known<WhetherKernel, [S, Y], Second<S, Y>, Known<WhetherSame, [D, Y], SameOf<D, Y>, Y>>,
  ): OfTwo<S, D, Y, Z>;
  <
    S extends Shape,
    D extends DType = NoDType,
    K extends Shape = NoShape,
    E extends DType = NoDType,
    const T extends PerAxis = 1,
    const P extends Padding = 'valid',
    const L extends PerAxis = 1,
    const J extends PerAxis = 1,
    const G extends number = 1,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Takes<Numbers<'conv'>, D>,
    kernel: Unproven<
      WhetherKernel,
      [S, K],
      Slides<Conv<S, K, Sliding<T, P, L, J>, G>>,
      Unproven<WhetherSame, [D, E], Same<Conv<S, K, Sliding<T, P, L, J>, G>, D, E>, Tensor<K, E>>
    >,
    options: Unproven<WhetherOptions, [T, P, L, J, G], OptionsFit<K, Sliding<T, P, L, J>, G>, ConvOptionsThere<T, P, L, J, G>>,
  ): Tensor<Resulting<Z, Conv<S, K, Sliding<T, P, L, J>, G>>, D>;
} = withSignature(untyped.conv);
