/**
 * Other shapes for the same elements: reshaping, rearranging, repeating.
 */
import { type Axes, checkAxes } from '../dim.ts';
import type { DType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import type { Literally, Made, ShapeOf, ShapeArgument, Whole } from '../shape/argument.ts';
import type { AxisOf, HasAxis, OneAxisOf, WhetherAxes, WhetherAxis } from '../shape/axes.ts';
import type { Tile } from '../shape/extend.ts';
import type { DataLast, Lacking, LackingRest, OneWhat } from '../shape/dataLast.ts';
import type {
  CannotTell,
  Keeping,
  KnownEach,
  NoShape,
  OrWrap,
  Resulting,
  Shape,
  ShapeIn,
  Typed,
  Unproven,
  UnprovenEach,
} from '../shape/dims.ts';
import type { NoDType, Operand } from '../shape/dtypes.ts';
import type { Given, Optional, Or } from '../shape/optional.ts';
import type { Insert, Move, Permute, Flatten, Reversed, Squeeze, Swap } from '../shape/rearrange.ts';
import type { HasAxes } from '../shape/reduce.ts';
import type { Reshape } from '../shape/reshape.ts';
import type { BroadcastTo } from '../shape/select.ts';
import type { AnyTensor, Expression, Tensor } from '../tensor.ts';
import { axesFrom } from './untyped/axes.ts';
import { roll as untypedRoll } from './untyped/joining.ts';
import * as untyped from './untyped/shaping.ts';
import { isNumber, isNumbers, oneWhat, orNoTensor, tensorLast, waiting, whole, withSignature } from './untyped/signature.ts';

/** Why it is not known whether a function can be applied to a shape. */
type WhetherFits<F extends string> = CannotTell<F, 'it can be applied to the shape'>;

const oneShape = 'reshape: takes one shape';

/** What is said of sizes behind the shape: without a place for them the compiler counts arguments before it looks at the first. */
type OneShape = typeof oneShape;

const reshaped = (x: AnyTensor, shape: Axes, ...more: readonly unknown[]): Expression => {
  const result = untyped.reshape(x, shape);
  if (more.length > 0) throw new ShapeError(oneShape);
  return result;
};

/** A reshaping that waits for its tensor. */
export type ReshapeLater<T extends Shape> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<CannotTell<'reshape', 'the shapes have as many elements'>>, [S, T], Reshape<S, T>, Tensor<S, D>>,
) => Tensor<ShapeIn<Reshape<S, T>>, D>;

/**
 * The same elements in row-major order under another shape: `[...S] -> [...T]`.
 *
 * One size may be -1, which stands for what is left. Named dimensions come as tokens, `x.dim(0)`. Throws `ShapeError` when the numbers of
 * elements differ, by name as well as by size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { reshape, tensor } from '@cotangent/core';
 *
 * const x = reshape(tensor([1, 2, 3, 4, 5, 6]), [2, -1]);
 * assert.deepEqual(x.toNested(), [[1, 2, 3], [4, 5, 6]]);
 * assert.deepEqual(reshape([3, 2])(x).shape, [3, 2]);
 * ```
 */
export const reshape: {
  <const T extends readonly unknown[], Z extends 0 = 0>(
    shape: ShapeArgument<'reshape', T, -1>,
  ): DataLast<Z, ReshapeLater<ShapeOf<T>>>;
  // In a call that is an argument of another, the checker looks for `S` in all that may become of the result, without end: not at `Z`.
  <S extends Shape, const T extends readonly unknown[], D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'reshape', D>,
    shape: Literally<
      'reshape',
      T,
      Unproven<CannotTell<'reshape', 'the shapes have as many elements'>, [S, ShapeOf<T>], Reshape<S, ShapeOf<T>>, T>,
      -1
    >,
    ...more: OneShape[]
  ): { 0: Tensor<Resulting<Z, Reshape<S, ShapeOf<T>>, T>, D> }[Z];
} = withSignature(
  waiting(
    'reshape',
    1,
    tensorLast(reshaped, (shape: Axes) => {
      untyped.checkReshape(shape);
    }),
  ),
);

/** A tensor: where the axis is left out, there is no other place to say that it cannot be counted, nor, before that, that there is no tensor. */
type Flattened<_Why extends string, S extends Shape, D extends DType, I> = [I] extends [undefined]
  ? Unproven<WhetherAxis<'flatten', Or<I, 0>>, S, Flatten<S, Or<I, 0>>, Tensor<S, D>>
  : Tensor<S, D> & Operand<'flatten', D>;

/**
 * The axes from `axis` (default 0) on merged into one: `[...A, ...B] -> [...A, product(B)]`.
 *
 * A scalar becomes `[1]`. Throws `ShapeError` when the axis is out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { flatten, tensor } from '@cotangent/core';
 *
 * const x = tensor([[[1, 2], [3, 4]]]);
 * assert.deepEqual(flatten(x).shape, [4]);
 * assert.deepEqual(flatten(x, 1).shape, [1, 4]);
 * ```
 */
export const flatten: <
  S extends Shape = NoShape,
  D extends DType = NoDType,
  const I extends number | undefined = undefined,
  Z extends 0 = 0,
>(
  x: Flattened<WhetherAxis<'flatten', Or<I, 0>>, S, D, I>,
  axis: Optional<Unproven<WhetherAxis<'flatten', Or<I, 0>>, S, Given<'flatten', I, Flatten<S, Or<I, 0>>>, I>>,
) => Tensor<Resulting<Z, Flatten<S, Or<I, 0>>>, D> = withSignature(oneWhat('flatten', 'axis', 'flatten(x, 1)', untyped.flatten));

/** A permutation of axes that waits for its tensor. */
export type PermutationLater<A extends readonly number[]> = <S extends Shape, D extends DType>(
  x: UnprovenEach<OrWrap<WhetherFits<'transpose'>>, S, Permute<S, A>, Tensor<S, D>>,
) => Tensor<ShapeIn<Permute<S, A>>, D>;

/** A reversal of the order of axes that waits for its tensor. */
export type TransposeLater = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<WhetherFits<'transpose'>>, S, Reversed<S>, Tensor<S, D>>,
) => Tensor<ShapeIn<Reversed<S>>, D>;

/**
 * Axes in another order; in reverse order when none is given: `[...S] -> [...permuted(S)]`.
 *
 * Axis `i` of the result is axis `permutation[i]` of `x`. Throws `ShapeError` unless the axes are a permutation.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor, transpose } from '@cotangent/core';
 *
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * assert.deepEqual(transpose(x).toNested(), [[1, 4], [2, 5], [3, 6]]);
 * assert.deepEqual(transpose(x, [1, 0]).shape, [3, 2]);
 * ```
 */
export const transpose: OneWhat<'transpose', 'list of axes', 'transpose(x, [1, 0])'> & {
  <S extends Shape, const A extends readonly number[], D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'transpose', D>,
    permutation: UnprovenEach<WhetherFits<'transpose'>, S, Permute<S, A>, A>,
  ): Tensor<Resulting<Z, Permute<S, A>, A>, D>;
  <const A extends readonly number[], Z extends 0 = 0>(permutation: A): DataLast<Z, PermutationLater<A>>;
  <Z extends 0 = 0>(): DataLast<Z, TransposeLater>;
  <S extends Shape = NoShape, D extends DType = NoDType, Z extends 0 = 0>(
    x: Unproven<WhetherFits<'transpose'>, S, Reversed<S>, Tensor<S, D>>,
  ): Tensor<Resulting<Z, Reversed<S>>, D>;
} = withSignature(
  oneWhat(
    'transpose',
    'list of axes',
    'transpose(x, [1, 0])',
    waiting('transpose', 1, tensorLast(untyped.transpose, orNoTensor('transpose', isNumbers))),
  ),
);

/** An exchange of axes that waits for its tensor. */
export type SwapAxesLater<I extends number, J extends number> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<WhetherFits<'swapAxes'>>, S, Swap<S, I, J>, Tensor<S, D>>,
) => Tensor<ShapeIn<Swap<S, I, J>>, D>;

/**
 * Two axes exchanged: `[..., i, ..., j, ...] -> [..., j, ..., i, ...]`.
 *
 * Throws `ShapeError` when an axis is out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { swapAxes, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(swapAxes(tensor([[1, 2, 3]]), -1, -2).toNested(), [[1], [2], [3]]);
 * ```
 */
export const swapAxes: {
  <const I extends number, const J extends number, Z extends 0 = 0>(first: I, second: J): DataLast<Z, SwapAxesLater<I, J>>;
} & Lacking<'swapAxes', 'the second axis'> & {
    <S extends Shape, const I extends number, const J extends number, D extends DType = NoDType, Z extends 0 = 0>(
      x: Tensor<S, D> & Operand<'swapAxes', D>,
      first: OneAxisOf<'swapAxes', S, I>,
      second: OneAxisOf<'swapAxes', S, J>,
    ): Tensor<Resulting<Z, Swap<S, I, J>>, D>;
  } = withSignature(waiting('swapAxes', 2, tensorLast(whole('swapAxes', 'the second axis', untyped.swapAxes))));

/** A move of an axis that waits for its tensor. */
export type MoveAxisLater<I extends number, J extends number> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<WhetherFits<'moveAxis'>>, S, Move<S, I, J>, Tensor<S, D>>,
) => Tensor<ShapeIn<Move<S, I, J>>, D>;

/**
 * An axis moved to another place, the others keeping their order: `[a, b, c] -> [b, c, a]` from 0 to 2.
 *
 * Throws `ShapeError` when an axis is out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { moveAxis, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(moveAxis(tensor([[[1, 2]], [[3, 4]]]), 0, -1).shape, [1, 2, 2]);
 * ```
 */
export const moveAxis: {
  <const I extends number, const J extends number, Z extends 0 = 0>(from: I, to: J): DataLast<Z, MoveAxisLater<I, J>>;
} & Lacking<'moveAxis', 'the second axis'> & {
    <S extends Shape, const I extends number, const J extends number, D extends DType = NoDType, Z extends 0 = 0>(
      x: Tensor<S, D> & Operand<'moveAxis', D>,
      from: OneAxisOf<'moveAxis', S, I>,
      to: Unproven<WhetherFits<'moveAxis'>, S, Move<S, I, J>, J>,
    ): Tensor<Resulting<Z, Move<S, I, J>>, D>;
  } = withSignature(waiting('moveAxis', 2, tensorLast(whole('moveAxis', 'the second axis', untyped.moveAxis))));

/** A new axis that waits for its tensor. */
export type ExpandDimsLater<I extends number> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<WhetherFits<'expandDims'>>, S, Insert<'expandDims', S, I, 1>, Tensor<S, D>>,
) => Tensor<ShapeIn<Insert<'expandDims', S, I, 1>>, D>;

/**
 * A new axis of size 1 at a place of the result: `[...A, ...B] -> [...A, 1, ...B]`.
 *
 * Throws `ShapeError` when the place is out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { expandDims, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(expandDims(tensor([1, 2]), 0).toNested(), [[1, 2]]);
 * assert.deepEqual(expandDims(-1)(tensor([1, 2])).toNested(), [[1], [2]]);
 * ```
 */
export const expandDims: OneWhat<'expandDims', 'axis', 'expandDims(expandDims(x, 0), 1)'> & {
  <const I extends number, Z extends 0 = 0>(axis: I): DataLast<Z, ExpandDimsLater<I>>;
} & LackingRest<'expandDims', 'the axis', number> & {
    <S extends Shape, const I extends number, D extends DType = NoDType, Z extends 0 = 0>(
      x: Tensor<S, D> & Operand<'expandDims', D>,
      axis: Unproven<WhetherFits<'expandDims'>, S, Insert<'expandDims', S, I, 1>, I>,
    ): Tensor<Resulting<Z, Insert<'expandDims', S, I, 1>>, D>;
  } = withSignature(
  oneWhat(
    'expandDims',
    'axis',
    'expandDims(expandDims(x, 0), 1)',
    waiting(
      'expandDims',
      1,
      tensorLast(whole('expandDims', 'the axis', (x: AnyTensor, axis: number) => untyped.expandDims(x, axis))),
    ),
  ),
);

/** A squeeze that waits for its tensor. */
export type SqueezeLater<I extends number | undefined> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<CannotTell<'squeeze', 'the axis has size 1'>>, S, Squeeze<S, I>, Tensor<S, D>>,
) => Tensor<ShapeIn<Squeeze<S, I>>, D>;

/**
 * Without an axis of size 1, or without all of them: `[...A, 1, ...B] -> [...A, ...B]`.
 *
 * Named dimensions stay when no axis is given, whatever their size. Throws `ShapeError` when the axis is out of range or not 1.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { squeeze, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(squeeze(tensor([[[1, 2]]])).toNested(), [1, 2]);
 * assert.deepEqual(squeeze(tensor([[[1, 2]]]), 0).toNested(), [[1, 2]]);
 * ```
 */
export const squeeze: OneWhat<'squeeze', 'axis', 'squeeze(squeeze(x, 1), 0)'> & {
  <S extends Shape, const I extends number | undefined, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'squeeze', D>,
    axis: Unproven<CannotTell<'squeeze', 'the axis has size 1'>, S, Squeeze<S, I>, I>,
  ): Tensor<Resulting<Z, Squeeze<S, I>>, D>;
  <const I extends number | undefined, Z extends 0 = 0>(axis: I): DataLast<Z, SqueezeLater<I>>;
  <S extends Shape = NoShape, D extends DType = NoDType, Z extends 0 = 0>(
    x: Unproven<CannotTell<'squeeze', 'the axis has size 1'>, S, Squeeze<S, undefined>, Tensor<S, D>>,
  ): Tensor<Resulting<Z, Squeeze<S, undefined>>, D>;
} = withSignature(
  oneWhat(
    'squeeze',
    'axis',
    'squeeze(squeeze(x, 1), 0)',
    waiting('squeeze', 1, tensorLast(untyped.squeeze, orNoTensor('squeeze', isNumber))),
  ),
);

/** A broadcast that waits for its tensor. */
export type BroadcastToLater<T extends Shape> = <S extends Shape, D extends DType>(
  x: Unproven<
    OrWrap<CannotTell<'broadcastTo', 'the first shape broadcasts to the second'>>,
    [S, T],
    BroadcastTo<S, T>,
    Tensor<S, D>
  >,
) => Tensor<T, D>;

/**
 * Stretched to a shape that it broadcasts to, after NumPy: `[...S] -> [...T]`.
 *
 * Throws `ShapeError` when it does not.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { broadcastTo, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(broadcastTo(tensor([1, 2]), [2, 2]).toNested(), [[1, 2], [1, 2]]);
 * ```
 */
export const broadcastTo: OneWhat<'broadcastTo', 'shape', 'broadcastTo(x, [2, 3])'> & {
  <const T extends readonly unknown[], Z extends 0 = 0>(
    shape: ShapeArgument<'broadcastTo', T>,
  ): DataLast<Z, BroadcastToLater<ShapeOf<T>>>;
  <S extends Shape, const T extends readonly unknown[], D extends DType = NoDType>(
    x: Tensor<S, D> & Operand<'broadcastTo', D>,
    shape: Literally<
      'broadcastTo',
      T,
      Unproven<
        CannotTell<'broadcastTo', 'the first shape broadcasts to the second'>,
        [S, ShapeOf<T>],
        BroadcastTo<S, ShapeOf<T>>,
        T
      >
    >,
  ): Tensor<Made<'broadcastTo', T>, D>;
} = withSignature(
  oneWhat(
    'broadcastTo',
    'shape',
    'broadcastTo(x, [2, 3])',
    waiting(
      'broadcastTo',
      1,
      tensorLast(untyped.broadcastTo, (shape: Axes) => {
        checkAxes('broadcastTo', shape);
      }),
    ),
  ),
);

/** A reversal along axes that waits for its tensor. */
export type ReverseLater<A> = <S extends Shape, D extends DType>(
  x: UnprovenEach<OrWrap<WhetherAxes<'reverse', A>>, S, HasAxes<'reverse', S, A>, Tensor<S, D>>,
) => Tensor<S, D>;

/**
 * Elements in reverse order along one axis, several, or all: `[...S] -> [...S]`.
 *
 * Throws `ShapeError` when an axis is out of range or named twice.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { reverse, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(reverse(tensor([[1, 2], [3, 4]]), 0).toNested(), [[3, 4], [1, 2]]);
 * ```
 */
export const reverse: OneWhat<'reverse', 'axis, or one list of axes', 'reverse(x, [0, 1])'> & {
  <const A extends number | readonly number[], Z extends 0 = 0>(axis: A): DataLast<Z, ReverseLater<A>>;
  <S extends Shape, D extends DType = NoDType, const A = undefined, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'reverse', D>,
    axis?: UnprovenEach<WhetherAxes<'reverse', A>, S, HasAxes<'reverse', S, A>, A>,
  ): Tensor<Keeping<Z, HasAxes<'reverse', S, A>, S>, D>;
} = withSignature(
  oneWhat(
    'reverse',
    'axis, or one list of axes',
    'reverse(x, [0, 1])',
    waiting(
      'reverse',
      1,
      tensorLast(
        (x: AnyTensor, axis?: number | readonly number[]) => untyped.reverse(x, axesFrom('reverse', x, axis)),
        orNoTensor('reverse', (axis) => isNumber(axis) || isNumbers(axis)),
      ),
    ),
  ),
);

/** A roll that waits for its tensor. */
export type RollLater<I extends number> = <S extends Shape, D extends DType>(
  x: UnprovenEach<OrWrap<WhetherAxis<'roll', I>>, S, HasAxis<'roll', S, I>, Tensor<S, D>>,
) => Tensor<S, D>;

/**
 * Elements moved along an axis, those that fall off the end coming in at the start: `[...S] -> [...S]`.
 *
 * Throws `ShapeError` when the axis is out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { roll, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(roll(tensor([1, 2, 3]), 1, 0).toNested(), [3, 1, 2]);
 * ```
 */
export const roll: {
  <const I extends number, const N extends number, Z extends 0 = 0>(
    shift: Whole<'roll', 'the shift', N>,
    axis: I,
  ): DataLast<Z, RollLater<I>>;
  <const X>(
    shift: X extends number ? Whole<'roll', 'the shift', X> : Typed,
    axis: X extends number ? number : 'roll: the axis is missing',
  ): never;
  <S extends Shape, const I extends number, const N extends number, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Operand<'roll', D>,
    shift: Whole<'roll', 'the shift', N>,
    axis: AxisOf<'roll', S, I>,
  ): Tensor<Keeping<Z, HasAxis<'roll', S, I>, S>, D>;
} = withSignature(waiting('roll', 2, tensorLast(whole('roll', 'the axis', untypedRoll))));

/** A tiling that waits for its tensor. */
export type TileLater<N extends readonly unknown[]> = <S extends Shape, D extends DType>(
  x: UnprovenEach<OrWrap<WhetherFits<'tile'>>, S, Tile<S, N>, Tensor<S, D>>,
) => Tensor<ShapeIn<Tile<S, N>>, D>;

/**
 * The whole tensor laid out `counts[i]` times along each axis `i`: `[...S] -> [...S * counts]`.
 *
 * A count is a number or a token. Throws `ShapeError` unless there is a count for each axis.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor, tile } from '@cotangent/core';
 *
 * assert.deepEqual(tile(tensor([[1, 2]]), [2, 2]).toNested(), [[1, 2, 1, 2], [1, 2, 1, 2]]);
 * ```
 */
export const tile: OneWhat<'tile', 'list of counts', 'tile(x, [2, 3])'> & {
  <const N extends readonly unknown[], Z extends 0 = 0>(counts: N): DataLast<Z, TileLater<N>>;
} & LackingRest<'tile', 'the list of counts', readonly unknown[]> & {
    <S extends Shape, const N extends readonly unknown[], D extends DType = NoDType, Z extends 0 = 0>(
      x: Tensor<S, D> & Operand<'tile', D>,
      counts: KnownEach<WhetherFits<'tile'>, S, Tile<S, N>, N>,
    ): Tensor<Resulting<Z, Tile<S, N>, N>, D>;
  } = withSignature(
  oneWhat(
    'tile',
    'list of counts',
    'tile(x, [2, 3])',
    waiting('tile', 1, tensorLast(whole('tile', 'the list of counts', untyped.tile))),
  ),
);
