/**
 * `input`: the layer that gives what it takes, and says what shape that is. Named composition starts with it.
 */
import { type AnyTensor, type Axis, type Dim, type Dimension, type DType, type Float, ShapeError, spec } from '@cotangent/core';
import {
  checkAxes,
  checkFloat,
  type ShapeOf,
  type DTypeOr,
  type OtherDType,
  type ShapeArgument,
  type Unlisted,
} from '@cotangent/core/primitives';
import type { AnyLayer, Anything, Layer, None } from './layer.ts';
import { checkSize, type Size } from './shapes.ts';
import { plain, typedLayer, type Untyped } from './untyped.ts';

type DTypeBehind<D extends string> = `input: the dtype ${D} stands behind a list of sizes: write input([784], '${D}')`;

type NoOptions = "input: the dtype is no option: write input([784], 'f64')";

const noOptions: NoOptions = "input: the dtype is no option: write input([784], 'f64')";

/** A shape and a dtype behind it, or sizes; or why they are none. */
type Misplaced<S extends readonly unknown[], I, A> = S[0] extends readonly unknown[]
  ? I extends '0'
    ? ShapeArgument<'input', S[0]>
    : NoFloat<A>
  : [A] extends [DType]
    ? DTypeBehind<A>
    : Size<'input', A, `axis ${I & Dim}`>;

type NoFloat<D> = D extends object
  ? NoOptions
  : `input: the dtype is '${D & (string | number | boolean | null)}', not one of f32, f64`;

const dtypes: readonly DType[] = ['f32', 'f64', 'i32', 'u32', 'bool'];

/** Throws `ShapeError` for what is no size, and for a dtype that stands among them. */
const checkSizes = (given: readonly unknown[]): void => {
  const dtype = dtypes.find((one) => given.includes(one));
  if (dtype !== undefined)
    throw new ShapeError(`input: the dtype ${dtype} stands behind a list of sizes: write input([784], '${dtype}')`);
  given.forEach((size, index) => checkSize(`input: axis ${index}`, size));
};

/** The layer that gives what it takes. */
export const same = (example: AnyTensor): Untyped => plain('input', example, example, () => (x) => x);

/** A tensor without a value of a shape that only run time knows. */
export const specOf = (operation: string, shape: readonly Axis[], dtype: DType): AnyTensor =>
  // A name for every size, and a known number of them, is what spec asks for where the compiler looks; here they are checked at run time.
  spec(checkAxes(operation, shape) as readonly [Dimension<'axis'>], checkFloat(operation, dtype as Float));

/**
 * The shape of one example, to begin a pipe with: `[...B, ...S] -> [...B, ...S]`.
 *
 * `input(28, 28)` is a layer of f32, `input([28, 28], 'f64')` one of f64; all that follows has the same dtype. Leading dimensions
 * such as the batch are not part of it. Throws `ShapeError` when an axis is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim } from '@cotangent/core';
 * import { input } from '@cotangent/nn';
 *
 * assert.deepEqual(input(28, 28).output.shape, [28, 28]);
 * assert.deepEqual(input([dim('features', 13)], 'f64').output.sizes, [13]);
 * ```
 */
export function input<const S extends readonly unknown[], D extends Float = 'f32'>(
  shape: ShapeArgument<'input', S>,
  dtype: DTypeOr<OtherDType<'input', 'f32, f64'>, D>,
): Layer<None, None, ShapeOf<S>, ShapeOf<S>, NoInfer<D>>;
export function input<const S extends readonly Axis[]>(
  ...shape: {
    readonly [I in keyof S]: number extends S['length'] ? Unlisted<'input', 'axes'> : Size<'input', S[I], `axis ${I & Dim}`>;
  }
): Layer<None, None, ShapeOf<S>, ShapeOf<S>>;
/** Fits no call that the two forms above do not: of the reasons why a call fits none, the compiler gives the last one's. */
export function input<const S extends readonly unknown[]>(
  ...given: {
    readonly [I in keyof S]: number extends S['length'] ? Unlisted<'input', 'axes'> : Misplaced<S, I, S[I]>;
  }
): Anything;
export function input(...given: readonly unknown[]): AnyLayer {
  // Either a shape and perhaps a dtype, or sizes: the two forms above.
  if (!Array.isArray(given[0])) checkSizes(given);
  const [shape, dtype = 'f32'] = (Array.isArray(given[0]) ? given : [given]) as readonly [readonly Axis[], Float?];
  if (typeof dtype === 'object') throw new TypeError(noOptions);
  return typedLayer(same(specOf('input', shape, dtype)));
}
