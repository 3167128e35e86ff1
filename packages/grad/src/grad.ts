/**
 * `grad` and `valueAndGrad`: derivatives of scalar functions.
 */
import { type Flat, flattenTree, TreeError } from '@cotangent/core';
import { type Behind, checkBehind, checkFunction, checkOptions, type Co, P, type TreeOnly } from '@cotangent/core/primitives';
import { rebuilt, refuseNonFloats, refuseNonScalar, runOnVariables } from './differentiation.ts';
import { linearizeExpression } from './linearization.ts';
import { instantiate } from './rules/arithmetic.ts';
import type { FirstScalar, Index, IndexedBy, Known, ParamsAt, ParamsOf, Passed, Scalar } from './types.ts';

/** Which argument a derivative is taken in. */
export interface ArgumentOption<I> {
  readonly argument: I;
}

/** Whether a function returns something beside its value. */
export interface AuxiliaryOption {
  readonly auxiliary: true;
}

interface Options {
  readonly argument?: number | undefined;
  readonly auxiliary?: boolean | undefined;
}

/** Options that change nothing. */
interface NoOption {
  readonly argument?: undefined;
  readonly auxiliary?: false | undefined;
}

/** A function of whatever arguments. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The argument that a derivative is taken in, taken apart. */
const paramsOf = (operation: string, args: readonly unknown[], argument: number | undefined): Flat => {
  if (argument === undefined) return flattenTree(args[0], 'params', operation);
  if (Object.hasOwn(args, argument)) return flattenTree(args[argument], `arguments[${argument}]`, operation);
  throw new RangeError(
    `${operation}: option argument is ${argument}, and the function takes ${args.length}: they are counted from 0`,
  );
};

/** Runs a function at its arguments; gives its result and the gradient, as trees. */
export const differentiate = (
  operation: string,
  f: AnyFunction,
  args: readonly unknown[],
  options: Options = {},
): readonly [unknown, unknown] => {
  const { argument, auxiliary = false } = options;
  const params = paramsOf(operation, args, argument);
  refuseNonFloats(operation, params, 'gradients', 'pass it as a later argument');
  const { inputs, result } = runOnVariables(operation, params.leaves, (variables) =>
    f(...args.with(argument ?? 0, rebuilt(params.structure, variables))),
  );
  refuseNonScalar(operation, auxiliary ? firstOf(operation, result) : result);
  const { outputs, pull } = linearizeExpression(inputs, result.leaves);
  const gradient = pull(outputs.map((output, index) => (index === 0 ? P.fillLike(output, 1) : undefined)));
  return [
    rebuilt(result.structure, outputs),
    rebuilt(
      params.structure,
      params.leaves.map((leaf, index) => instantiate(gradient[index], leaf)),
    ),
  ];
};

/** The first of a pair. */
const firstOf = (operation: string, result: Flat): Flat => {
  const { structure } = result;
  const [first, second] = structure.kind === 'array' ? structure.items : [];
  if (first === undefined || second === undefined)
    throw new TreeError(`${operation}: with auxiliary: true the function returns [scalar, other]`);
  return { ...result, structure: first };
};

/** The type of `grad`. */
export interface Grad {
  <P, A extends readonly unknown[], R, Z extends 0 = 0>(
    f: (params: ParamsOf<'grad', P, R, Z>, ...rest: A) => Scalar<'grad', R, Z>,
  ): (params: P, ...rest: A) => P;
  <P, A extends readonly unknown[], R, O extends Options | undefined, Z extends 0 = 0>(
    f: (params: ParamsOf<'grad', P, R, Z>, ...rest: A) => Scalar<'grad', R, Z>,
    ...options: [Z, Co<O>] extends [0, Co<NoOption | undefined>] ? [options: O] : Passed
  ): (params: P, ...rest: A) => P;
  <A extends readonly unknown[], R, const I extends number, const G extends readonly unknown[], Z extends 0 = 0>(
    f: (...args: ParamsAt<'grad', A, I, R, Z>) => Scalar<'grad', R, Z>,
    ...options: Behind<'grad', G, [options: ArgumentOption<Index<'grad', A, I, Z, G>>], Z>
  ): (...args: A) => A[I];
}

/** The type of `valueAndGrad`. */
export interface ValueAndGrad {
  <P, A extends readonly unknown[], R, Z extends 0 = 0>(
    f: (params: ParamsOf<'valueAndGrad', P, R, Z>, ...rest: A) => Scalar<'valueAndGrad', R, Z>,
  ): (params: P, ...rest: A) => readonly [value: R, gradient: P];
  <P, A extends readonly unknown[], R, const X, O extends Options, Z extends 0 = 0>(
    f: (
      params: ParamsOf<'valueAndGrad', P, R, Z>,
      ...rest: A
    ) => readonly [FirstScalar<'valueAndGrad', R, Z>, TreeOnly<'valueAndGrad', X, Z, 'result[1]'>],
    ...options: [Z, Co<O>] extends [0, Co<AuxiliaryOption & { readonly argument?: undefined }>]
      ? [options: Known<'valueAndGrad', O>]
      : Passed
  ): (params: P, ...rest: A) => readonly [value: readonly [R, X], gradient: P];
  <P, A extends readonly unknown[], R, O extends Options | undefined, Z extends 0 = 0>(
    f: (params: ParamsOf<'valueAndGrad', P, R, Z>, ...rest: A) => Scalar<'valueAndGrad', R, Z>,
    ...options: [Z, Co<O>] extends [0, Co<NoOption | undefined>] ? [options: Known<'valueAndGrad', O>] : Passed
  ): (params: P, ...rest: A) => readonly [value: R, gradient: P];
  <A extends readonly unknown[], R, const X, O extends Options, const I extends number, Z extends 0 = 0>(
    f: (
      ...args: ParamsAt<'valueAndGrad', A, I, R, Z>
    ) => readonly [FirstScalar<'valueAndGrad', R, Z>, TreeOnly<'valueAndGrad', X, Z, 'result[1]'>],
    ...options: [Z, Co<O>] extends [0, Co<AuxiliaryOption & ArgumentOption<number>>]
      ? [options: IndexedBy<'valueAndGrad', A, O, I, Z, readonly [O]>]
      : Passed
  ): (...args: A) => readonly [value: readonly [R, X], gradient: A[I]];
  <
    A extends readonly unknown[],
    R,
    O extends Options,
    const I extends number,
    const G extends readonly unknown[],
    Z extends 0 = 0,
  >(
    f: (...args: ParamsAt<'valueAndGrad', A, I, R, Z>) => Scalar<'valueAndGrad', R, Z>,
    ...options: [Z, Co<O>] extends [0, Co<AuxiliaryOption>]
      ? Passed
      : Behind<'valueAndGrad', G, [options: IndexedBy<'valueAndGrad', A, O, I, Z, G>], Z>
  ): (...args: A) => readonly [value: R, gradient: A[I]];
}

/** Whether `auxiliary` is given as what it is when left out, of whatever untyped callers give. */
const isOff = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'auxiliary' in options && options.auxiliary === false;

/**
 * The gradient of a scalar function in its first argument: `(params, ...rest) -> []` to `(params, ...rest) -> params`.
 *
 * `params` is a tensor or any tree of float tensors; the gradient is the same tree. `{ argument: i }` takes another argument.
 * A function that does not return a scalar is refused by the compiler and, past it, by a `ShapeError`; a tensor of
 * whole numbers among the parameters by a `TreeError` that names it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, sum, tensor, type Tensor } from '@cotangent/core';
 * import { grad } from '@cotangent/grad';
 *
 * const loss = (params: { w: Tensor<[2]> }, x: Tensor<[2]>) => sum(multiply(params.w, x));
 * const gradient = grad(loss)({ w: tensor([1, 1]) }, tensor([3, 4]));
 * assert.deepEqual(gradient.w.toNested(), [3, 4]);
 * ```
 */
export const grad: Grad = ((f: AnyFunction, options: Options = {}, ...more: readonly unknown[]) => {
  checkBehind('grad', [options, ...more]);
  checkOptions('grad', { argument: 'number', ...(isOff(options) && { auxiliary: 'boolean' }) }, options);
  checkFunction('grad', f);
  // The run-time checks inside are those that the overloads make of the types.
  return (...args: readonly unknown[]) => differentiate('grad', f, args, options)[1];
}) as unknown as Grad;

/**
 * The value of a scalar function together with its gradient in the first argument, computed in one pass.
 *
 * `valueAndGrad(f)(params, ...rest)` is `[f(params, ...rest), gradient]`. With `{ auxiliary: true }` the function returns
 * `[loss, other]`, where `other` is any tree, and the result is `[[loss, other], gradient]`. Throws what `grad` throws.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor, type Tensor } from '@cotangent/core';
 * import { valueAndGrad } from '@cotangent/grad';
 *
 * const square = (x: Tensor<[]>) => multiply(x, x);
 * const [value, gradient] = valueAndGrad(square)(tensor(3));
 * assert.deepEqual([value.item(), gradient.item()], [9, 6]);
 * ```
 */
export const valueAndGrad: ValueAndGrad = ((f: AnyFunction, options: Options = {}, ...more: readonly unknown[]) => {
  checkBehind('valueAndGrad', [options, ...more]);
  checkOptions('valueAndGrad', { argument: 'number', auxiliary: 'boolean' }, options);
  checkFunction('valueAndGrad', f);
  // As for `grad`.
  return (...args: readonly unknown[]) => differentiate('valueAndGrad', f, args, options);
}) as unknown as ValueAndGrad;
