/**
 * Reductions over one axis, several (a tuple), or all of them.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { DimAt, WhetherAxes } from '../shape/axes.ts';
import type { DataLast } from '../shape/dataLast.ts';
import type { Co, Fails, Kind, OrWrap, Passes, Resulting, Shape, ShapeIn, Show, ShowList, Unproven } from '../shape/dims.ts';
import type { Accepts, Booleans, Floats, NoDType, Numbers, Takes } from '../shape/dtypes.ts';
import type { Decided, OneFlag } from '../shape/optional.ts';
import type { AxesOf, AxisArgument, Reduce } from '../shape/reduce.ts';
import type { AnyTensor, Expression, Tensor } from '../tensor.ts';
import type { AxesArgument } from './untyped/axes.ts';
import { needBooleans, needFloats, needNumbers } from './untyped/dtypes.ts';
import { asCondition } from '../traceScope.ts';
import { checkOptions } from './untyped/options.ts';
import * as untyped from './untyped/reductions.ts';
import { isNumber, isNumbers, orNoTensor, tensorLast, waiting, withSignature } from './untyped/signature.ts';

/** Whether the reduced axes stay, with size 1. */
export interface KeepDims<K extends boolean> {
  readonly keepDims?: K;
}

/** `KeepDims` of which it is known what it says; `More` is said of the options beside it. */
type KeepingDims<F extends string, K extends boolean, More extends string = ''> = KeptDims<
  `${F}: the options are keepDims, true or false${More}`,
  OneFlag<F, 'keepDims', K>
> &
  Decided<F, 'keepDims', K, false>;

/** `KeepDims` as an argument. `_Words` are printed in its place where what is given holds no options. */
interface KeptDims<_Words extends string, K> {
  readonly keepDims?: K;
}

/** A tensor that has the axes, or why it has not. */
type Reducible<F extends string, S extends Shape, D extends DType, A, Ok extends Accepts> = Unproven<
  OrWrap<WhetherAxes<F, A>>,
  S,
  Reduce<F, S, A, false>,
  Tensor<S, D> & Takes<Ok, D>
>;

/** A reduction over all axes. */
export type TotalLater<Ok extends Accepts> = <S extends Shape, D extends DType = NoDType>(
  x: Tensor<S, D> & Takes<Ok, D>,
) => Tensor<[], D>;

/** A reduction that has its axes. */
export type ReductionLater<F extends string, A, Ok extends Accepts> = <S extends Shape, D extends DType>(
  x: Reducible<F, S, D, A, Ok>,
) => Tensor<ShapeIn<Reduce<F, S, A, false>>, D>;

/**
 * A reduction named `F` of the dtypes `Ok`; `sum(0)` and `sum()` wait for the tensor.
 *
 * A signature for each number of arguments: of an optional one the checker would take `undefined` off what it is given.
 */
export interface Reduction<F extends string, Ok extends Accepts, Options = unknown, More extends string = ''> {
  <Z extends 0 = 0>(): DataLast<Z, TotalLater<Ok>>;
  <const A extends AxisArgument, Z extends 0 = 0>(axis: A): DataLast<Z, ReductionLater<F, A, Ok>>;
  <S extends Shape, const A, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Takes<Ok, D>,
    axis: AxesOf<F, S, A>,
  ): Tensor<Resulting<Z, Reduce<F, S, A, false>>, D>;
  <S extends Shape, const A, D extends DType = NoDType, const K extends boolean = false, Z extends 0 = 0>(
    x: Tensor<S, D> & Takes<Ok, D>,
    axis: AxesOf<F, S, A, K>,
    options: KeepingDims<F, K, More> & Options,
  ): Tensor<Resulting<Z, Reduce<F, S, A, K>>, D>;
  <S extends Shape, D extends DType = NoDType>(x: Tensor<S, D> & Takes<Ok, D>): Tensor<[], D>;
}

// Interfaces, so that a table of dtypes is made where it is asked for, and not for each function that is imported.

/** A reduction of numbers. */
export interface NumericReduction<F extends string> extends Reduction<F, Numbers<F>> {}

/** A reduction of floats. */
export interface FloatReduction<F extends string, Options = unknown, More extends string = ''> extends Reduction<
  F,
  Floats<F>,
  Options,
  More
> {}

type Needs = (operation: string, x: AnyTensor) => void;
type Reducer = (x: AnyTensor, axes: readonly number[]) => Expression;

/** What may stand where a reduction waits for its tensor. */
const isAxes = (given: unknown): boolean => isNumber(given) || isNumbers(given);

/** Asks for the dtype when the axes are known: they come before a tensor that is waited for. One in front is asked at once. */
const needing =
  <A>(operation: string, needs: Needs, reduce: (x: AnyTensor, axes: A) => Expression) =>
  (x: AnyTensor, axes: A): Expression => {
    needs(operation, x);
    return reduce(x, axes);
  };

const reduction = <F extends string, Ok extends Accepts>(operation: F, needs: Needs, reduce: Reducer): Reduction<F, Ok> =>
  withSignature(
    waiting(
      operation,
      1,
      tensorLast(
        (x: AnyTensor, axis?: AxesArgument, options: KeepDims<boolean> = {}) => {
          checkOptions(operation, { keepDims: 'boolean' }, options);
          return untyped.reduction(operation, needing(operation, needs, reduce))(x, axis, options.keepDims ?? false);
        },
        orNoTensor(operation, isAxes),
        (x) => needs(operation, x),
      ),
    ),
  );

/**
 * The sum over axes, pairwise: `[...A, n, ...B] -> [...A, ...B]`, numbers.
 *
 * All axes when none is given; `{ keepDims: true }` keeps them with size 1. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sum, tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * assert.equal(sum(x).item(), 10);
 * assert.deepEqual(sum(x, 0).toNested(), [4, 6]);
 * assert.deepEqual(sum(-1)(x).toNested(), [3, 7]);
 * assert.deepEqual(sum(x, 1, { keepDims: true }).toNested(), [[3], [7]]);
 * ```
 */
export const sum: NumericReduction<'sum'> = reduction('sum', needNumbers, P.reduceSum);

/**
 * The product over axes: `[...A, n, ...B] -> [...A, ...B]`, numbers.
 *
 * All axes when none is given. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { prod, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(prod(tensor([[1, 2], [3, 4]]), 0).toNested(), [3, 8]);
 * ```
 */
export const prod: NumericReduction<'prod'> = reduction('prod', needNumbers, P.reduceProd);

/**
 * The largest element over axes; NaN when there is one: `[...A, n, ...B] -> [...A, ...B]`, numbers.
 *
 * All axes when none is given. Equal largest elements share the derivative; that of NaN is NaN. The largest of no elements is `-Infinity`, the
 * least number of an integer dtype. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { max, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(max(tensor([[1, 2], [4, 3]]), 1).toNested(), [2, 4]);
 * ```
 */
export const max: NumericReduction<'max'> = reduction('max', needNumbers, P.reduceMax);

/**
 * The smallest element over axes; NaN when there is one: `[...A, n, ...B] -> [...A, ...B]`, numbers.
 *
 * All axes when none is given. Equal smallest elements share the derivative; that of NaN is NaN. The smallest of no elements is `Infinity`, the
 * largest number of an integer dtype. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { min, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(min(tensor([[1, 2], [4, 3]]), 1).toNested(), [1, 3]);
 * ```
 */
export const min: NumericReduction<'min'> = reduction('min', needNumbers, P.reduceMin);

/**
 * Whether all elements over axes are true: `[...A, n, ...B] -> [...A, ...B]`, booleans.
 *
 * All axes when none is given. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { all, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(all(tensor([[true, true], [true, false]]), 1).toNested(), [true, false]);
 * ```
 */
export const all: Reduction<'all', Booleans<'all'>> = reduction('all', needBooleans, (x, axes) =>
  asCondition(P.reduceAnd(x, axes)),
);

/**
 * Whether any element over axes is true: `[...A, n, ...B] -> [...A, ...B]`, booleans.
 *
 * All axes when none is given. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { any, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(any(tensor([[false, true], [false, false]]), 1).toNested(), [true, false]);
 * ```
 */
export const any: Reduction<'any', Booleans<'any'>> = reduction('any', needBooleans, (x, axes) =>
  asCondition(P.reduceOr(x, axes)),
);

/**
 * The mean over axes: `[...A, n, ...B] -> [...A, ...B]`, floats.
 *
 * All axes when none is given; NaN over nothing. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { mean, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(mean(tensor([[1, 2], [3, 4]]), 0).toNested(), [2, 3]);
 * ```
 */
export const mean: FloatReduction<'mean'> = reduction('mean', needFloats, untyped.mean);

/**
 * `log(sum(exp(x)))` over axes, without overflow: `[...A, n, ...B] -> [...A, ...B]`, floats.
 *
 * All axes when none is given; minus infinity over nothing. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logSumExp, tensor } from '@cotangent/core';
 *
 * assert.equal(logSumExp(tensor([1000, -1000])).item(), 1000);
 * ```
 */
export const logSumExp: FloatReduction<'logSumExp'> = reduction('logSumExp', needFloats, untyped.logSumExp);

/** What the count is lessened by: 0 for the variance of these values, 1 for an unbiased estimate of where they come from. */
export interface Correction {
  readonly correction?: number;
}

/** A reduction that has a correction. */
type Spread<F extends string> = FloatReduction<F, Correction, '; correction, a number'>;

const spread = <F extends string>(operation: F, finish: (variance: Expression) => Expression): Spread<F> =>
  withSignature(
    waiting(
      operation,
      1,
      tensorLast(
        (x: AnyTensor, axis?: AxesArgument, options: KeepDims<boolean> & Correction = {}) => {
          checkOptions(operation, { keepDims: 'boolean', correction: 'number' }, options);
          const reduce = needing(operation, needFloats, untyped.variance(options.correction ?? 0));
          return finish(untyped.reduction(operation, reduce)(x, axis, options.keepDims ?? false));
        },
        orNoTensor(operation, isAxes),
        (x) => needFloats(operation, x),
      ),
    ),
  );

/**
 * The mean squared difference from the mean, over axes, in two passes: `[...A, n, ...B] -> [...A, ...B]`, floats.
 *
 * Divides by `n - correction` (default 0). All axes when none is given. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor, variance } from '@cotangent/core';
 *
 * assert.equal(variance(tensor([1, 2, 3, 4])).item(), 1.25);
 * assert.equal(variance(tensor([1, 2, 3]), 0, { correction: 1 }).item(), 1);
 * ```
 */
export const variance: Spread<'variance'> = spread('variance', (x) => x);

/**
 * The square root of the variance over axes: `[...A, n, ...B] -> [...A, ...B]`, floats.
 *
 * The derivative where all are equal is 0. Divides by `n - correction` (default 0). All axes when none is given. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { standardDeviation, tensor } from '@cotangent/core';
 *
 * assert.equal(standardDeviation(tensor([1, 3])).item(), 1);
 * ```
 */
export const standardDeviation: Spread<'standardDeviation'> = spread('standardDeviation', untyped.safeSqrt);

/** Which norm: the sum of sizes, the square root of the sum of squares (default), or the largest size. */
export interface Order {
  readonly order?: number;
}

/** An order that is one, or why it is none. What is only known to be a `number`, as Infinity is, is left to run time. */
type OneOrder<P extends number> = number extends P
  ? P
  : P extends 1 | 2
    ? P
    : `norm: the order is ${P}: it must be 1, 2 or Infinity`;

/** A norm over axes: a `Reduction` whose options hold an order. */
export interface Norm {
  <Z extends 0 = 0>(): DataLast<Z, TotalLater<Floats<'norm'>>>;
  <const A extends AxisArgument, Z extends 0 = 0>(axis: A): DataLast<Z, ReductionLater<'norm', A, Floats<'norm'>>>;
  <S extends Shape, const A, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Takes<Floats<'norm'>, D>,
    axis: AxesOf<'norm', S, A>,
  ): Tensor<Resulting<Z, Reduce<'norm', S, A, false>>, D>;
  <
    S extends Shape,
    const A,
    D extends DType = NoDType,
    const K extends boolean = false,
    const P extends number = 2,
    Z extends 0 = 0,
  >(
    x: Tensor<S, D> & Takes<Floats<'norm'>, D>,
    axis: AxesOf<'norm', S, A, K>,
    options: KeepingDims<'norm', K, '; order, a number'> & { readonly order?: OneOrder<P> },
  ): Tensor<Resulting<Z, Reduce<'norm', S, A, K>>, D>;
  <S extends Shape, D extends DType = NoDType>(x: Tensor<S, D> & Takes<Floats<'norm'>, D>): Tensor<[], D>;
}

/**
 * The norm over axes, taken together as one vector: `[...A, n, ...B] -> [...A, ...B]`, floats.
 *
 * `order` is 1, 2 (default) or Infinity. The derivative at 0 is 0. All axes when none is given. Throws `ShapeError` when an axis is out of range or named twice, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { norm, tensor } from '@cotangent/core';
 *
 * assert.equal(norm(tensor([3, 4])).item(), 5);
 * assert.equal(norm(tensor([3, -4]), 0, { order: 1 }).item(), 7);
 * ```
 */
export const norm: Norm = withSignature(
  waiting(
    'norm',
    1,
    tensorLast(
      (x: AnyTensor, axis?: AxesArgument, options: KeepDims<boolean> & Order = {}) => {
        checkOptions('norm', { keepDims: 'boolean', order: 'number' }, options);
        const reduce = needing('norm', needFloats, untyped.norm(options.order ?? 2));
        return untyped.reduction('norm', reduce)(x, axis, options.keepDims ?? false);
      },
      orNoTensor('norm', isAxes),
      (x) => needFloats('norm', x),
    ),
  ),
);

/** The dimensions that a reduction to an index runs over. */
type Searched<S extends Shape, A> = A extends number ? DimAt<S, A> : S[number];

/**
 * A reduction to indices, which needs elements where it runs. (As in `Broadcast`, the question whether there are none is asked together
 * with one that is a definite no for type parameters: what `F` is, a name, makes it none before all are known.)
 */
type Find<F extends string, S extends Shape, A> = [A] extends [infer L extends readonly unknown[]]
  ? Fails<`${F}: takes one axis, got ${ShowList<L>}`>
  : Reduce<F, S, A, false> extends Passes
    ? [Co<0>, Co<Kind<Searched<S, A>>>] extends [Co<Searched<S, A>>, Co<'size' | Kind<F>>]
      ? Fails<`${F}: ${A extends number ? `axis ${A} of ` : ''}${Show<S>} is empty`>
      : Reduce<F, S, A, false>
    : Reduce<F, S, A, false>;

/** A reduction to indices that has its axis, or is over all. */
export type ArgReductionLater<F extends string, A> = <S extends Shape, D extends DType>(
  x: Unproven<OrWrap<WhetherAxes<F, A>>, S, Find<F, S, A>, Tensor<S, D> & Takes<Numbers<F>, D>>,
) => Tensor<ShapeIn<Reduce<F, S, A, false>>, 'i32'>;

/** A reduction to indices, named `F`. */
export interface ArgReduction<F extends string> {
  <Z extends 0 = 0>(): DataLast<Z, ArgReductionLater<F, undefined>>;
  <const A extends AxisArgument, Z extends 0 = 0>(axis: A): DataLast<Z, ArgReductionLater<F, A>>;
  <S extends Shape, const A, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<S, D> & Takes<Numbers<F>, D>,
    axis: Unproven<WhetherAxes<F, A>, S, Find<F, S, A>, A>,
  ): Tensor<Resulting<Z, Reduce<F, S, A, false>>, 'i32'>;
  <S extends Shape, const A, D extends DType = NoDType, const K extends boolean = false, Z extends 0 = 0>(
    x: Tensor<S, D> & Takes<Numbers<F>, D>,
    axis: Unproven<WhetherAxes<F, A>, S, Find<F, S, A>, A>,
    options: KeepingDims<F, K>,
  ): Tensor<Resulting<Z, Reduce<F, S, A, K>>, 'i32'>;
  <S extends Shape, D extends DType = NoDType>(x: Tensor<S, D> & Takes<Numbers<F>, D>): Tensor<[], 'i32'>;
}

const argReduction = <F extends string>(operation: F, reduce: (x: AnyTensor, axis: number) => Expression): ArgReduction<F> =>
  withSignature(
    waiting(
      operation,
      1,
      tensorLast(
        (x: AnyTensor, axis?: number, options: KeepDims<boolean> = {}) => {
          checkOptions(operation, { keepDims: 'boolean' }, options);
          return untyped.argReduction(operation, needing(operation, needNumbers, reduce))(x, axis, options.keepDims ?? false);
        },
        orNoTensor(operation, isAxes),
        (x) => needNumbers(operation, x),
      ),
    ),
  );

/**
 * The index of the first largest element along an axis, as `i32`: `[...A, n, ...B] -> [...A, ...B]`, numbers.
 *
 * A NaN counts as largest. Without an axis, the index into all elements in row-major order. Throws `ShapeError` when the axis is out of range or empty.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { argMax, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(argMax(tensor([[1, 3, 2], [6, 5, 4]]), 1).toNested(), [1, 0]);
 * ```
 */
export const argMax: ArgReduction<'argMax'> = argReduction('argMax', P.argMax);

/**
 * The index of the first smallest element along an axis, as `i32`: `[...A, n, ...B] -> [...A, ...B]`, numbers.
 *
 * A NaN counts as smallest. Without an axis, the index into all elements in row-major order. Throws `ShapeError` when the axis is out of range or empty.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { argMin, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(argMin(tensor([[1, 3, 2], [6, 5, 4]]), 1).toNested(), [0, 2]);
 * ```
 */
export const argMin: ArgReduction<'argMin'> = argReduction('argMin', P.argMin);
