/**
 * Tensors that follow a rule: filled with one number, counting, evenly spaced.
 */
import { checkElement } from './checkElement.ts';
import { type Axes, checkAxes } from './dim.ts';
import { checkDType, type DType } from './dtype.ts';
import type { HeldValue } from './held.ts';
import type { DefaultDType } from './literal.ts';
import * as P from './primitives/builders.ts';
import type { Made, ShapeArgument } from './shape/argument.ts';
import type { Shape } from './shape/dims.ts';
import type { DTypeOr, OtherDType } from './shape/optional.ts';
import { axesOf, checkTensor, type Tensor, typed } from './tensor.ts';

// `shape as Axes` is proved by ShapeArgument<S>: it is S, or a message in its place that the compiler refuses. NoInfer<D> in the result
// keeps the dtype from being inferred from where the result goes: it is what the argument says, or the default.

/**
 * A tensor of zeros (`false` for booleans): `[...S]`.
 *
 * A shape holds literal sizes and tokens from `dim`. Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, zeros } from '@cotangent/core';
 *
 * assert.deepEqual(zeros([2, 3]).toNested(), [[0, 0, 0], [0, 0, 0]]);
 * assert.equal(zeros([dim('batch', 4)], 'i32').dtype, 'i32');
 * ```
 */
export const zeros = <const S extends readonly unknown[], D extends DType = 'f32'>(
  shape: ShapeArgument<'zeros', S>,
  dtype: DTypeOr<OtherDType<'zeros'>, D>,
): Tensor<Made<'zeros', S>, NoInfer<D>> =>
  typed(P.fill(0, checkAxes('zeros', shape as Axes), checkDType('zeros', dtype ?? 'f32')));

/**
 * A tensor of ones (`true` for booleans): `[...S]`.
 *
 * A shape holds literal sizes and tokens from `dim`. Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { ones } from '@cotangent/core';
 *
 * assert.deepEqual(ones([3]).toNested(), [1, 1, 1]);
 * ```
 */
export const ones = <const S extends readonly unknown[], D extends DType = 'f32'>(
  shape: ShapeArgument<'ones', S>,
  dtype: DTypeOr<OtherDType<'ones'>, D>,
): Tensor<Made<'ones', S>, NoInfer<D>> => typed(P.fill(1, checkAxes('ones', shape as Axes), checkDType('ones', dtype ?? 'f32')));

/**
 * A tensor filled with one number or boolean: `[...S]`.
 *
 * The dtype is `f32` for numbers and `bool` for booleans when none is given. Throws `ShapeError` when an axis is no size and
 * `DTypeError` when the dtype cannot hold the value.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { full } from '@cotangent/core';
 *
 * assert.deepEqual(full([2], 0.5).toNested(), [0.5, 0.5]);
 * const half: number = 0.5; // a literal is refused by the compiler, in the same words
 * assert.throws(() => full([2], half, 'i32'), /full: expected an integer/);
 * ```
 */
export const full = <const S extends readonly unknown[], const V, D extends DType = DefaultDType<V>>(
  shape: ShapeArgument<'full', S>,
  value: HeldValue<'full', V, D>,
  dtype: DTypeOr<OtherDType<'full'>, D>,
): Tensor<Made<'full', S>, NoInfer<D>> => {
  const held = dtype ?? (typeof value === 'boolean' ? 'bool' : 'f32');
  return typed(P.fill(checkElement('full', value, held), checkAxes('full', shape as Axes), held));
};

/**
 * Zeros in the shape and dtype of a tensor: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor, zerosLike } from '@cotangent/core';
 *
 * assert.deepEqual(zerosLike(tensor([3, 4])).toNested(), [0, 0]);
 * ```
 */
export const zerosLike = <S extends Shape, D extends DType>(x: Tensor<S, D>): Tensor<S, D> =>
  typed(P.fillLike(checkTensor('zerosLike', x), 0));

/**
 * Ones in the shape and dtype of a tensor: `[...S] -> [...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { onesLike, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(onesLike(tensor([3, 4])).toNested(), [1, 1]);
 * ```
 */
export const onesLike = <S extends Shape, D extends DType>(x: Tensor<S, D>): Tensor<S, D> =>
  typed(P.fillLike(checkTensor('onesLike', x), 1));

/**
 * One number or boolean in the shape and dtype of a tensor: `[...S] -> [...S]`.
 *
 * Throws `DTypeError` when the dtype cannot hold the value.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { fullLike, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(fullLike(tensor([3, 4]), 7).toNested(), [7, 7]);
 * ```
 */
export const fullLike = <S extends Shape, D extends DType, const V>(
  x: Tensor<S, D>,
  value: HeldValue<'fullLike', V, D>,
): Tensor<S, D> => typed(P.fill(checkElement('fullLike', value, checkTensor('fullLike', x).dtype), axesOf(x), x.dtype));
