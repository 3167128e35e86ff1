/**
 * Functions along an axis that keep the shape: softmax, running sums, sorting.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { AxisOf, HasAxis, HasOneAxis, LastAxis, WhetherAxis } from '../shape/axes.ts';
import type { DataLast } from '../shape/dataLast.ts';
import type { Co, Dim, Keeping, Said, OrWrap, Shape, UnprovenEach } from '../shape/dims.ts';
import type { Accepts, Floats, NoDType, Numbers, Takes } from '../shape/dtypes.ts';
import type { AnyTensor, Tensor } from '../tensor.ts';
import { axisOf } from './untyped/axes.ts';
import { needFloats, needNumbers } from './untyped/dtypes.ts';
import { takeAlongAxis } from './untyped/indexing.ts';
import { logSoftmax as untypedLogSoftmax, softmax as untypedSoftmax } from './untyped/reductions.ts';
import { isNumber, orNoTensor, tensorLast, waiting, withSignature } from './untyped/signature.ts';

/** A tensor that has the axis, or why it has not. */
type Along<F extends string, S extends Shape, D extends DType, I extends number, Ok extends Accepts, Z extends 0> = UnprovenEach<
  OrWrap<WhetherAxis<F, I>>,
  S,
  { 0: I extends number ? HasOneAxis<F, S, I> : never }[Z],
  Tensor<S, D> & Takes<Ok, D>
>;

/** What a tensor must be besides: of a dtype that is accepted, then with a last axis. */
type HasRows<F extends string, S extends Shape, D extends DType, I extends number, Ok extends Accepts> = Ok[D] extends object
  ? LastAxis<F, S, I>
  : Takes<Ok, D>;

/** What a tensor must be that no refused call has made, of whose last dimension nothing could be inferred: that is left to the signature that infers its shape. */
type Quick<Z, Ok extends Accepts, D extends DType> = [Z, Co<Said<D>>] extends [0, Co<1>] ? never : Takes<Ok, D>;

/** A function along an axis that has the axis. */
export type AlongAxisLater<F extends string, I extends number, Ok extends Accepts, To extends DType> = <
  S extends Shape,
  D extends DType,
  Y extends 0 = 0,
>(
  x: Along<F, S, D, I, Ok, Y>,
) => Tensor<S, [To] extends [never] ? D : To>;

/** A function along an axis, the last when none is given, named `F`, of the dtypes `Ok`, to the dtype `To`; `softmax(-1)` and `softmax()` wait for the tensor. */
export interface AlongAxis<F extends string, Ok extends Accepts, To extends DType = never> {
  <S extends Shape, D extends DType = NoDType, const I extends number = -1, Z extends 0 = 0>(
    x: Tensor<S, D> & HasRows<F, S, D, I, Ok>,
    axis: AxisOf<F, S, I> | undefined,
  ): Tensor<Keeping<Z, HasAxis<F, S, I>, S>, [To] extends [never] ? D : To>;
  <L extends Shape, N extends Dim, D extends DType = NoDType, Z extends 0 = 0>(
    x: Tensor<[...L, N], D> & Quick<Z, Ok, D>,
  ): Tensor<[...L, N], [To] extends [never] ? D : To>;
  <const I extends number = -1, Z extends 0 = 0>(axis?: I): DataLast<Z, AlongAxisLater<F, I, Ok, To>>;
  <S extends Shape, D extends DType = NoDType>(
    x: Tensor<S, D> & HasRows<F, S, D, -1, Ok>,
  ): Tensor<S, [To] extends [never] ? D : To>;
}

type Needs = (operation: string, x: AnyTensor) => void;

const alongAxis = (
  operation: string,
  needs: Needs,
  f: (x: AnyTensor, axis: number) => AnyTensor,
): ((...operands: never) => unknown) =>
  waiting(
    operation,
    1,
    tensorLast(
      (x: AnyTensor, axis?: number) => {
        const at = axisOf(operation, x, axis ?? -1);
        needs(operation, x);
        return f(x, at);
      },
      orNoTensor(operation, isNumber),
      (x) => needs(operation, x),
    ),
  );

/**
 * `exp(x) / sum(exp(x))` along an axis (default the last), without overflow: `[...S] -> [...S]`, floats.
 *
 * Throws `ShapeError` when the axis is out of range, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { softmax, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(softmax(tensor([1000, 1000])).toNested(), [0.5, 0.5]);
 * ```
 */
export const softmax: AlongAxis<'softmax', Floats<'softmax'>> = withSignature(
  alongAxis('softmax', needFloats, (x, axis) => untypedSoftmax(x, [axis])),
);

/**
 * `x - logSumExp(x)` along an axis (default the last): `[...S] -> [...S]`, floats.
 *
 * Throws `ShapeError` when the axis is out of range, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logSoftmax, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(logSoftmax(tensor([1000, 0])).toNested(), [0, -1000]);
 * ```
 */
export const logSoftmax: AlongAxis<'logSoftmax', Floats<'logSoftmax'>> = withSignature(
  alongAxis('logSoftmax', needFloats, (x, axis) => untypedLogSoftmax(x, [axis])),
);

/**
 * Running sums along an axis (default the last): `[...S] -> [...S]`, numbers.
 *
 * Throws `ShapeError` when the axis is out of range, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { cumulativeSum, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(cumulativeSum(tensor([1, 2, 3])).toNested(), [1, 3, 6]);
 * ```
 */
export const cumulativeSum: AlongAxis<'cumulativeSum', Numbers<'cumulativeSum'>> = withSignature(
  alongAxis('cumulativeSum', needNumbers, (x, axis) => P.cumulativeSum(x, axis, false)),
);

/**
 * The indices, as `i32`, that sort an axis (default the last) upward: `[...S] -> [...S]`, numbers.
 *
 * Equal elements keep their order; NaN comes last. Throws `ShapeError` when the axis is out of range, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { argSort, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(argSort(tensor([3, 1, 2])).toNested(), [1, 2, 0]);
 * ```
 */
export const argSort: AlongAxis<'argSort', Numbers<'argSort'>, 'i32'> = withSignature(
  alongAxis('argSort', needNumbers, P.argSort),
);

/**
 * An axis (default the last) sorted upward: `[...S] -> [...S]`, numbers.
 *
 * NaN comes last. For downward, `reverse(sort(x), -1)`. Throws `ShapeError` when the axis is out of range, `DTypeError` for other dtypes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sort, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(sort(tensor([3, 1, 2])).toNested(), [1, 2, 3]);
 * ```
 */
export const sort: AlongAxis<'sort', Numbers<'sort'>> = withSignature(
  alongAxis('sort', needNumbers, (x, axis) => takeAlongAxis(x, P.argSort(x, axis), axis)),
);
