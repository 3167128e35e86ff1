/**
 * Tensors from data that comes from outside: decoded, never trusted, every fault reported with its place.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecodeError, errorAt, isList } from './decodeError.ts';
import { agree, type Axes, checkAxes, elements, showAxes, sizesOf } from './dim.ts';
import { checkDType, type DType, makeArray, type TypedArray } from './dtype.ts';
import { elementTypes, type Rows } from './elements.ts';
import type { Nested } from './nested.ts';
import * as P from './primitives/builders.ts';
import { copyRows, decodeWith, nestedRows, rowsFix, rowsOf, sizesOfRows } from './rows.ts';
import type { ShapeArgument, ShapeOf } from './shape/argument.ts';
import type { DTypeOr, OtherDType } from './shape/optional.ts';
import { type AnyTensor, axesOf, isTensor, type Tensor, typed } from './tensor.ts';

const constant = (rows: Rows, axes: Axes, dtype: DType): AnyTensor => P.constant(copyRows(rows, axes, dtype), axes, dtype);

/**
 * A tensor from nested arrays of a known shape: `data -> [...S]`.
 *
 * Gives a `Left` with the path of the first fault when rows are missing, ragged or of another length than the shape says, or when
 * an element is no number (for `bool` no boolean, 0 or 1), no integer or out of range. Rows may be typed arrays. The values are copied.
 * Throws `ShapeError` when the shape itself holds no sizes, `DTypeError` when the dtype is none.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { fromNested } from '@cotangent/core';
 *
 * const good = fromNested(JSON.parse('[[1, 2], [3, 4]]'), [2, 2]);
 * assert.ok(good._tag === 'Right');
 * assert.deepEqual(good.right.toNested(), [[1, 2], [3, 4]]);
 *
 * const bad = fromNested(JSON.parse('[[1, 2], [3, "x"]]'), [2, 2]);
 * assert.ok(bad._tag === 'Left');
 * assert.equal(bad.left.path, 'data[1][1]');
 * ```
 */
export const fromNested = <const S extends readonly unknown[], D extends DType = 'f32'>(
  data: unknown,
  shape: ShapeArgument<'fromNested', S>,
  dtype: DTypeOr<OtherDType<'fromNested'>, D>,
): E.Either<DecodeError, Tensor<ShapeOf<S>, NoInfer<D>>> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const axes = checkAxes('fromNested', shape as Axes);
  const held = checkDType('fromNested', dtype ?? 'f32');
  return pipe(
    decodeWith(nestedRows(sizesOf(axes), held), data, rowsFix(axes)),
    E.map((rows) => typed(constant(rows, axes, held))),
  );
};

/**
 * A tensor from nested arrays of any shape, which is read off their first rows.
 *
 * The shape is not known to the type system: use its sizes, or decode with `fromNested` and the shape that you expect. Gives a `Left`
 * where `fromNested` does, and for empty arrays, which hide the sizes of their rows. Throws `DTypeError` when the dtype is none.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { fromUnknown } from '@cotangent/core';
 *
 * const decoded = fromUnknown(JSON.parse('[[1, 2, 3], [4, 5, 6]]'), 'i32');
 * assert.ok(decoded._tag === 'Right');
 * assert.deepEqual(decoded.right.shape, [2, 3]);
 *
 * const ragged = fromUnknown([[1, 2, 3], [4, 5]]);
 * assert.ok(ragged._tag === 'Left');
 * assert.equal(ragged.left.message, 'data[1]: expected an array of 3, found an array of 2: every row must fit the shape [2, 3]');
 * ```
 */
export const fromUnknown = (
  data: unknown,
  dtype: DTypeOr<OtherDType<'fromUnknown'>, DType>,
): E.Either<DecodeError, AnyTensor> => {
  const held = checkDType('fromUnknown', dtype ?? 'f32');
  return pipe(
    sizesOfRows(data),
    E.chain((sizes) =>
      pipe(
        decodeWith(nestedRows(sizes, held), data, rowsFix(sizes)),
        E.map((rows) => constant(rows, sizes, held)),
      ),
    ),
  );
};

/** Whether the data is a typed array in which every value is an element of the dtype. */
const isExactly = (data: unknown, dtype: DType, size: number): data is TypedArray =>
  dtype !== 'bool' && data instanceof makeArray(dtype, 0).constructor && isList(data) && data.length === size;

/**
 * A tensor from its elements in row-major order, a typed array or an array of numbers: `data -> [...S]`.
 *
 * Gives a `Left` when there are more or fewer elements than the shape holds, or when one is no number, no integer or out of range.
 * The values are copied, rounded to the dtype. Throws `ShapeError` when the shape itself holds no sizes, `DTypeError` when the dtype is none.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, fromArray } from '@cotangent/core';
 *
 * const pixels = new Uint8Array([0, 128, 255, 64]);
 * const decoded = fromArray(pixels, [dim('images', 1), 2, 2]);
 * assert.ok(decoded._tag === 'Right');
 * assert.deepEqual(decoded.right.toNested(), [[[0, 128], [255, 64]]]);
 *
 * const short = fromArray(pixels, [5]);
 * assert.ok(short._tag === 'Left');
 * assert.equal(short.left.message, 'data: expected an array of 5, found an array of 4: the shape [5] holds 5 elements');
 * ```
 */
export const fromArray = <const S extends readonly unknown[], D extends DType = 'f32'>(
  data: unknown,
  shape: ShapeArgument<'fromArray', S>,
  dtype: DTypeOr<OtherDType<'fromArray'>, D>,
): E.Either<DecodeError, Tensor<ShapeOf<S>, NoInfer<D>>> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const axes = checkAxes('fromArray', shape as Axes);
  const [held, size] = [checkDType('fromArray', dtype ?? 'f32'), elements(sizesOf(axes))];
  if (isExactly(data, held, size)) return E.right(typed(P.constant(data.slice(), axes, held)));
  return pipe(
    decodeWith(rowsOf(size, elementTypes[held]), data, `the shape ${showAxes(axes)} holds ${size} elements`),
    E.map((rows) => typed(constant(rows, axes, held))),
  );
};

const isTensorOf = (value: unknown, axes: Axes, dtype: DType): boolean => {
  if (!isTensor(value) || value.dtype !== dtype || value.rank !== axes.length) return false;
  return axesOf(value).every((axis, index) => {
    const expected = axes[index];
    return expected !== undefined && agree(axis, expected);
  });
};

/**
 * An io-ts codec between nested arrays and tensors of a known shape, to decode tensors as parts of larger data.
 *
 * Decodes like `fromNested`, with the path and message of its errors; encodes with `toNested`. Throws what `fromNested` throws.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import * as t from 'io-ts';
 * import { tensorCodec } from '@cotangent/core';
 *
 * const Point = t.type({ name: t.string, position: tensorCodec([2]) });
 * const decoded = Point.decode({ name: 'origin', position: [0, 0] });
 * assert.ok(decoded._tag === 'Right');
 * assert.deepEqual(decoded.right.position.shape, [2]);
 * ```
 */
export const tensorCodec = <const S extends readonly unknown[], D extends DType = 'f32'>(
  shape: ShapeArgument<'tensorCodec', S>,
  dtype: DTypeOr<OtherDType<'tensorCodec'>, D>,
): t.Type<Tensor<ShapeOf<S>, NoInfer<D>>, Nested<ShapeOf<S>, NoInfer<D>>, unknown> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const axes = checkAxes('tensorCodec', shape as Axes);
  const held = checkDType('tensorCodec', dtype ?? 'f32');
  const rows = nestedRows(sizesOf(axes), held);
  return new t.Type<Tensor<ShapeOf<S>, D>, Nested<ShapeOf<S>, D>, unknown>(
    `Tensor ${held}${showAxes(axes)}`,
    (value): value is Tensor<ShapeOf<S>, D> => isTensorOf(value, axes, held),
    (value, context) =>
      pipe(
        rows.validate(value, [...context.slice(0, -1), { key: context.at(-1)?.key ?? '', type: rows, actual: value }]),
        E.map((found) => typed<ShapeOf<S>, D>(constant(found, axes, held))),
        E.mapLeft((faults) =>
          faults.map((fault) => ({ ...fault, message: errorAt(fault.value, fault.context, rowsFix(axes)).message })),
        ),
      ),
    (tensor) => tensor.toNested(),
  );
};
