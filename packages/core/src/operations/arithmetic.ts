/**
 * Elementwise arithmetic of two operands that broadcast.
 */
import type { DType } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type {
  Broadcast,
  BroadcastOver,
  BroadcastsOver,
  KindOf,
  NoneOf,
  SecondNumber,
  SecondTensor,
  Whole,
} from '../shape/broadcast.ts';
import type { CommonArithmetic } from '../shape/common.ts';
import type { DataLast, TwoOperands } from '../shape/dataLast.ts';
import type { Box, Shape } from '../shape/dims.ts';
import type { Accepts, Floats, Numbers, Takes, TakesOne } from '../shape/dtypes.ts';
import type { AnyTensor, Expression, Tensor } from '../tensor.ts';
import { binary } from './untyped/broadcast.ts';
import { withSignature } from './untyped/signature.ts';
import { needFloats, needNumbers } from './untyped/dtypes.ts';
import { logAddExp as untypedLogAddExp } from './untyped/logAddExp.ts';

/** An elementwise function that has its second operand, of shape `B` and dtype `E`. */
export type ElementwiseLater<F extends string, B extends Shape, E extends DType> = <
  A extends Shape,
  D extends DType,
  Y extends 0 = 0,
>(
  a: BroadcastsOver<F, A, B, D, E, Y>,
) => Tensor<BroadcastOver<F, A, B, D, E, Y>, E>;

/** The same when the second operand is a number. */
export type NumberLater<Ok extends Accepts> = <A extends Shape, D extends DType>(a: Tensor<A, D> & Takes<Ok, D>) => Tensor<A, D>;

/**
 * An elementwise function of two operands that broadcast: of two tensors of one dtype, or of a tensor and a number.
 *
 * `F` is its name for messages, `Ok` says which dtypes it takes. Without the first operand it waits for it: `pipe(x, add(1))`.
 */
export interface GeneralElementwise<F extends string, Ok extends Accepts> {
  <
    A extends Shape = [],
    D extends DType = never,
    B extends Shape = [],
    E extends DType = D,
    X = never,
    Y = never,
    Z extends 0 = 0,
  >(
    a: Whole<X, number | (Tensor<A, D> & Takes<Ok, D>) | NoneOf<F, X>>,
    b: Whole<
      Y,
      | SecondNumber<F, B, D, KindOf<X, Z>, KindOf<Y, Z>>
      | SecondTensor<F, A, B, D, E, Ok, KindOf<X, Z>, KindOf<Y, Z>>
      | NoneOf<F, Y>
    >,
  ): Tensor<Broadcast<A, B>['shape'], { 0: D | E }[Z]>;
  // `never` is the dtype of a number: the length of what is mapped over it is neither that of a text nor that of a type parameter.
  <B extends Shape = [], E extends DType = never, Z extends 0 = 0>(
    b: number | (Tensor<B, E> & TakesOne<F, Ok, E>),
  ): DataLast<
    Z,
    { 0: Box<{ 0: { [I in keyof E]: 'generic' }['length'] }[Z]> extends Box<number> | Box<'generic'> ? 1 : 0 }[Z] extends 1
      ? ElementwiseLater<F, B, E>
      : NumberLater<Ok>
  >;
}

/** The same with the signature of what is refused. */
export type Elementwise<F extends string, Ok extends Accepts> = TwoOperands<F> & GeneralElementwise<F, Ok>;

/** The same of numbers. An interface, so that the table of dtypes is made where it is asked for, and not for each function that is imported. */
interface NumericElementwise<F extends string> extends GeneralElementwise<F, Numbers<F>> {}

/** An elementwise function of numbers. */
export type Arithmetic<F extends string> = TwoOperands<F> & CommonArithmetic & NumericElementwise<F>;

type Two = (a: AnyTensor, b: AnyTensor) => Expression;

const numeric = <F extends string>(operation: F, f: Two): Arithmetic<F> => withSignature(binary(operation, f, needNumbers));
const floating = <F extends string>(operation: F, f: Two): Elementwise<F, Floats<F>> =>
  withSignature(binary(operation, f, needFloats));

/**
 * The sum of two operands: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no numbers. Integers wrap around.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(add(tensor([[1, 2], [3, 4]]), tensor([10, 20])).toNested(), [[11, 22], [13, 24]]);
 * assert.deepEqual(add(1)(tensor([1, 2])).toNested(), [2, 3]);
 * ```
 */
export const add: Arithmetic<'add'> = numeric('add', P.add);

/**
 * The difference of two operands: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * `subtract(b)` takes `b` from what comes. Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no
 * numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { subtract, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(subtract(1, tensor([1, 2])).toNested(), [0, -1]);
 * assert.deepEqual(subtract(1)(tensor([1, 2])).toNested(), [0, 1]);
 * ```
 */
export const subtract: Arithmetic<'subtract'> = numeric('subtract', P.subtract);

/**
 * The product of two operands, element by element: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(multiply(tensor([1, 2]), tensor([3, 4])).toNested(), [3, 8]);
 * ```
 */
export const multiply: Arithmetic<'multiply'> = numeric('multiply', P.multiply);

/**
 * The quotient of two operands; of integers toward zero: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * `divide(b)` divides what comes by `b`. Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no
 * numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { divide, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(divide(1, tensor([2, 4])).toNested(), [0.5, 0.25]);
 * assert.deepEqual(divide(tensor([7, -7], 'i32'), 2).toNested(), [3, -3]);
 * ```
 */
export const divide: Arithmetic<'divide'> = numeric('divide', P.divide);

/**
 * The remainder of a division, with the sign of the dividend, as JavaScript's `%`: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { remainder, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(remainder(tensor([7, -7]), 3).toNested(), [1, -1]);
 * ```
 */
export const remainder: Arithmetic<'remainder'> = numeric('remainder', P.remainder);

/**
 * The first operand to the power of the second: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { power, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(power(tensor([2, 3]), 2).toNested(), [4, 9]);
 * ```
 */
export const power: Arithmetic<'power'> = numeric('power', P.power);

/**
 * The larger of two operands: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * NaN when either is NaN. Where both are equal, each gets half of the derivative. Throws `ShapeError` when the shapes do not
 * broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { maximum, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(maximum(tensor([-1, 2]), 0).toNested(), [0, 2]);
 * ```
 */
export const maximum: Arithmetic<'maximum'> = numeric('maximum', P.maximum);

/**
 * The smaller of two operands: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * NaN when either is NaN. Where both are equal, each gets half of the derivative. Throws `ShapeError` when the shapes do not
 * broadcast, `DTypeError` when the dtypes differ or are no numbers.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { minimum, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(minimum(tensor([-1, 2]), 0).toNested(), [-1, 0]);
 * ```
 */
export const minimum: Arithmetic<'minimum'> = numeric('minimum', P.minimum);

/**
 * The angle of the point `(b, a)`, from -pi to pi: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ or are no floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { atan2, tensor } from '@cotangent/core';
 *
 * assert.equal(atan2(tensor([1], 'f64'), tensor([0], 'f64')).item(), Math.PI / 2);
 * ```
 */
export const atan2: Elementwise<'atan2', Floats<'atan2'>> = floating('atan2', P.atan2);

/**
 * `log(exp(a) + exp(b))`, without overflow: `[...A], [...B] -> [...broadcast(A, B)]`.
 *
 * Its derivatives are `sigmoid(a - b)` and `sigmoid(b - a)`. Throws `ShapeError` when the shapes do not broadcast, `DTypeError` when the dtypes differ
 * or are no floats.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { logAddExp, tensor } from '@cotangent/core';
 *
 * assert.deepEqual(logAddExp(tensor([1000, -1000]), 0).toNested(), [1000, 0]);
 * ```
 */
export const logAddExp: Elementwise<'logAddExp', Floats<'logAddExp'>> = floating('logAddExp', untypedLogAddExp);
