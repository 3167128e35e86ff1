/**
 * `refine`: the way from what only run time knows to what the type says.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Axes, checkAxes, showAxes, sizeOf } from '../dim.ts';
import { checkDType, type DType } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import type { DTypeIn, OtherDType } from '../shape/optional.ts';
import type { ShapeArgument, ShapeOf } from '../shape/argument.ts';
import type { DataLast } from '../shape/dataLast.ts';
import { type AnyTensor, axesOf, expressionOf, type Tensor } from '../tensor.ts';
import { tensorLast, waiting, withSignature } from './untyped/signature.ts';
import { renamed } from './untyped/shaping.ts';

const fault = (x: AnyTensor, axes: Axes, dtype: DType | undefined): ShapeError | DTypeError | undefined => {
  const shapes = `refine: ${showAxes(axesOf(x))} is not ${showAxes(axes)}`;
  if (x.rank !== axes.length) return new ShapeError(`${shapes}: there are ${x.rank} axes, not ${axes.length}`);
  const at = axes.findIndex((axis, index) => sizeOf(axis) !== x.sizes[index]);
  if (at >= 0) return new ShapeError(`${shapes}: axis ${at} is ${x.sizes[at]}, not ${sizeOf(axes[at] ?? 0)}`);
  return dtype === undefined || dtype === x.dtype ? undefined : new DTypeError(`refine: the dtype is ${x.dtype}, not ${dtype}`);
};

const refined = (x: AnyTensor, shape: Axes, dtype?: DType): E.Either<ShapeError | DTypeError, AnyTensor> => {
  const axes = checkAxes('refine', shape);
  if (dtype !== undefined) checkDType('refine', dtype);
  const wrong = fault(x, axes, dtype);
  return wrong === undefined ? E.right(renamed(expressionOf(x), axes)) : E.left(wrong);
};

/**
 * A tensor under a shape that its type does not have, when its sizes are those of the shape: `[...S] -> Either<ShapeError, [...T]>`.
 *
 * What the checker cannot decide, or a tensor whose shape only run time knows, becomes a fact of the type: that two generic dims are
 * one, that a named dim is 10, that a decoded array is a batch of images. Sizes are compared and names are taken from `shape`. With a
 * dtype the tensor may be of unknown dtype, and `Left` says when it is another. Throws `ShapeError` only when `shape` itself holds no sizes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import * as E from 'fp-ts/lib/Either.js';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { add, type Dim, fromUnknown, refine, type Tensor, tensor } from '@cotangent/core';
 *
 * // That B is C only run time can know.
 * const both = <B extends Dim, C extends Dim>(x: Tensor<[B, 3]>, y: Tensor<[C, 3]>) =>
 *   pipe(y, refine([x.dim(0), 3]), E.map((same) => add(x, same)));
 * assert.ok(E.isRight(both(tensor([[1, 2, 3]]), tensor([[4, 5, 6]]))));
 *
 * const wrong = both(tensor([[1, 2, 3]]), tensor([[4, 5, 6], [7, 8, 9]]));
 * assert.ok(E.isLeft(wrong));
 * assert.equal(wrong.left.message, 'refine: [2, 3] is not [1, 3]: axis 0 is 2, not 1');
 *
 * // A tensor of a shape that no type knows.
 * const image = pipe(fromUnknown([[0, 1], [1, 0]]), E.chainW((x) => refine(x, [2, 2], 'f32')));
 * assert.ok(E.isRight(image));
 * ```
 */
export const refine: {
  <const T extends readonly unknown[], Z extends 0 = 0>(
    shape: ShapeArgument<'refine', T>,
  ): DataLast<Z, <D extends DType>(x: AnyTensor & { readonly dtype: D }) => E.Either<ShapeError, Tensor<ShapeOf<T>, D>>>;
  <D extends DType, const T extends readonly unknown[]>(
    x: AnyTensor & { readonly dtype: D },
    shape: ShapeArgument<'refine', T>,
  ): E.Either<ShapeError, Tensor<ShapeOf<T>, D>>;
  <const T extends readonly unknown[], D extends DType>(
    x: AnyTensor,
    shape: ShapeArgument<'refine', T>,
    dtype: DTypeIn<OtherDType<'refine'>, D>,
  ): E.Either<ShapeError | DTypeError, Tensor<ShapeOf<T>, D>>;
} = withSignature(
  waiting(
    'refine',
    1,
    tensorLast(refined, (shape: Axes) => {
      checkAxes('refine', shape);
    }),
  ),
);
