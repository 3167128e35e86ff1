/**
 * Tensors that count: ranges, even spacings, the identity matrix.
 */
import { describe } from './decodeError.ts';
import type { Described } from './described.ts';
import { checkElement } from './checkElement.ts';
import { type Axes, type Axis, checkAxes, sizeOf } from './dim.ts';
import { checkDType, checkFloat, checkNumeric, type DType, type Float, type Numeric } from './dtype.ts';
import { ShapeError } from './errors.ts';
import * as P from './primitives/builders.ts';
import type { Held } from './held.ts';
import type { DimArgument, MadeDim } from './shape/argument.ts';
import type { Bound, Count, FractionalBound, StepBound, ZeroStep } from './shape/count.ts';
import type { DTypeIn, DTypeOr, OtherDType } from './shape/optional.ts';
import { type AnyTensor, type Tensor, typed } from './tensor.ts';

/**
 * The identity matrix: `[N, N]` with ones on the diagonal and zeros beside it.
 *
 * The size is a literal or a token from `dim`. Throws `ShapeError` when it is no size.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { eye } from '@cotangent/core';
 *
 * assert.deepEqual(eye(2).toNested(), [[1, 0], [0, 1]]);
 * ```
 */
export const eye = <const A, D extends DType = 'f32'>(
  size: DimArgument<'eye', A>,
  dtype: DTypeOr<OtherDType<'eye'>, D>,
): Tensor<[MadeDim<'eye', A>, MadeDim<'eye', A>], NoInfer<D>> => {
  // DimArgument is A, or a message in its place that the compiler refuses.
  const axes = checkAxes('eye', [size as Axis, size as Axis]);
  return typed(P.convert(P.equal(P.iota(axes, 0, 'i32'), P.iota(axes, 1, 'i32')), checkDType('eye', dtype ?? 'f32')));
};

/** `value + (index - origin) * step` along a single axis, computed in f64. */
const line = (axes: Axes, value: number, origin: number, step: number): AnyTensor => {
  const number = (n: number): AnyTensor => P.fill(n, axes, 'f64');
  return P.add(P.multiply(P.subtract(P.iota(axes, 0, 'f64'), number(origin)), number(step)), number(value));
};

const fractional: FractionalBound = 'arange counts in integers: for fractions use linspace(start, stop, count)';
const zeroStep: ZeroStep = 'arange: the step is 0';

const range = (start: number, stop: number, step: number, dtype: DType): AnyTensor => {
  if (![start, stop, step].every(Number.isSafeInteger)) throw new ShapeError(fractional);
  if (step === 0) throw new ShapeError(zeroStep);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  const axes = checkAxes('arange', [count]);
  for (const end of [start, start + Math.max(0, count - 1) * step]) checkElement('arange', end, dtype);
  return P.convert(line(axes, start, 0, step), dtype);
};

/** A start, or why it is none: behind it there is a stop. */
type StartOf<Start, Stop, D extends Numeric> = [Start] extends [number]
  ? Bound<Start> & Held<'arange', Start>[D]
  : [Stop] extends [number]
    ? `arange: expected a start, a number, found ${Described<Start>}`
    : Start;

/** A stop, or why it is none. */
type StopOf<Stop> = [Stop] extends [number]
  ? Bound<Stop>
  : [Stop] extends [string]
    ? OtherDType<'arange', 'f32, f64, i32, u32'>
    : `arange: expected a stop, a number, or a dtype, found ${Described<Stop>}`;

const checkNumbers = (start: unknown, stop: unknown): void => {
  if (typeof stop !== 'number') throw new ShapeError(`arange: expected a stop, a number, or a dtype, found ${describe(stop)}`);
  if (typeof start !== 'number') throw new ShapeError(`arange: expected a start, a number, found ${describe(start)}`);
};

const isDType = (argument: unknown): argument is Numeric => typeof argument === 'string';

/**
 * Integers that count up or down: `arange(stop)`, `arange(start, stop)`, `arange(start, stop, step)` -> `[N]`, without `stop` itself.
 *
 * Like every constructor it makes `f32` when no dtype is given: `arange(5, 'i32')` for indices. The bounds are integer
 * literals, so that the length is known; `arange(dim('n', n))` counts to a size that is known at run time only. Throws `ShapeError` for
 * fractions and for a step of 0, `DTypeError` when the dtype cannot hold a bound, or is not one of numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { arange } from '@cotangent/core';
 *
 * assert.deepEqual(arange(4).toNested(), [0, 1, 2, 3]);
 * assert.deepEqual(arange(-2, 3, 'i32').toNested(), [-2, -1, 0, 1, 2]);
 * assert.deepEqual(arange(10, 0, -3).toNested(), [10, 7, 4, 1]);
 * ```
 */
export function arange<const A, D extends Numeric = 'f32'>(
  stop: DimArgument<'arange', A>,
  dtype: DTypeOr<OtherDType<'arange', 'f32, f64, i32, u32'>, D>,
): Tensor<[MadeDim<'arange', A>], NoInfer<D>>;
export function arange<const Start extends number, const Stop extends number, D extends Numeric = 'f32'>(
  start: Bound<Start> & Held<'arange', Start>[D],
  stop: Bound<Stop>,
  dtype: DTypeOr<OtherDType<'arange', 'f32, f64, i32, u32'>, D>,
): Tensor<[Count<Start, Stop, 1>], NoInfer<D>>;
export function arange<
  const Start extends number,
  const Stop extends number,
  const Step extends number,
  D extends Numeric = 'f32',
>(
  start: Bound<Start> & Held<'arange', Start>[D],
  stop: Bound<Stop>,
  step: StepBound<Step>,
  dtype: DTypeOr<OtherDType<'arange', 'f32, f64, i32, u32'>, D>,
): Tensor<[Count<Start, Stop, Step>], NoInfer<D>>;
/** Fits no call that the forms above do not: of the reasons why a call fits none, the compiler gives the last one's. */
export function arange<const Start, const Stop, const Step extends number | string, D extends Numeric = 'f32'>(
  start: StartOf<Start, Stop, Step extends Numeric ? Step : D>,
  stop: StopOf<Stop>,
  step?: [Step] extends [number] ? StepBound<Step> : Step extends Numeric ? Step : OtherDType<'arange', 'f32, f64, i32, u32'>,
  dtype?: DTypeIn<OtherDType<'arange', 'f32, f64, i32, u32'>, D>,
): never;
export function arange(...given: readonly unknown[]): AnyTensor {
  const dtype = checkNumeric('arange', given.slice(1).find(isDType) ?? 'f32');
  const [first, second, third = 1] = given.filter(
    (argument, index) => argument !== undefined && (index === 0 || !isDType(argument)),
  );
  // What stands there is a size or a number by the types; checkAxes and range refuse anything else.
  if (second === undefined) return P.iota(checkAxes('arange', [first as Axis]), 0, dtype);
  checkNumbers(first, second);
  return range(first as number, second as number, third as number, dtype);
}

/**
 * Evenly spaced numbers from `start` to `stop`, both included: `[N]`.
 *
 * Computed in f64 and then rounded; the ends are exact. A single number is `start`. Throws `ShapeError` when the count is no size, `DTypeError` when the dtype is not one of
 * floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { linspace } from '@cotangent/core';
 *
 * assert.deepEqual(linspace(0, 1, 5).toNested(), [0, 0.25, 0.5, 0.75, 1]);
 * ```
 */
export const linspace = <const A, D extends Float = 'f32'>(
  start: number,
  stop: number,
  count: DimArgument<'linspace', A>,
  dtype: DTypeOr<OtherDType<'linspace', 'f32, f64'>, D>,
): Tensor<[MadeDim<'linspace', A>], NoInfer<D>> => {
  // DimArgument is A, or a message in its place that the compiler refuses.
  const axes = checkAxes('linspace', [count as Axis]);
  const held = checkFloat('linspace', dtype ?? 'f32');
  const [from, to, last] = [
    checkElement('linspace', start, 'f64'),
    checkElement('linspace', stop, 'f64'),
    sizeOf(count as Axis) - 1,
  ];
  const step = (to - from) / Math.max(last, 1);
  // From the nearer end, so that neither end is rounded.
  const firstHalf = P.lessEqual(P.iota(axes, 0, 'f64'), P.fill(last / 2, axes, 'f64'));
  return typed(P.convert(P.select(firstHalf, line(axes, from, 0, step), line(axes, to, last, step)), held));
};
