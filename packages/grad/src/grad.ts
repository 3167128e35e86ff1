/**
 * `grad` and `valueAndGrad`: derivatives of scalar functions.
 */
import { flattenTree, type Float, type Tensor } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import { rebuilt, refuseNonFloats, refuseNonScalar, runOnVariables } from './differentiation.ts';
import { linearizeExpression } from './linearization.ts';
import { instantiate } from './rules/arithmetic.ts';
import type { Fn, HasNonFloat, NotScalar, Refused, ScalarFloat } from './types.ts';

/** Which argument a derivative is taken in. */
export interface ArgumentOption<I extends number> {
  readonly argument: I;
}

/** Whether a function returns something beside its value. */
export interface AuxiliaryOption {
  readonly auxiliary: true;
}

interface Options {
  readonly argument?: number;
  readonly auxiliary?: boolean;
}

type Check<N extends string, F extends Fn> = ReturnType<F> extends ScalarFloat ? F : NotScalar<N, ReturnType<F>>;
type First<R> = R extends readonly [infer V, unknown] ? V : R;
type CheckFirst<N extends string, F extends Fn> =
  First<ReturnType<F>> extends ScalarFloat ? F : NotScalar<N, First<ReturnType<F>>>;

/** Runs a function at its arguments; gives its result and the gradient, as trees. */
const differentiate = (
  operation: string,
  f: (...args: readonly unknown[]) => unknown,
  args: readonly unknown[],
  options: Options,
): readonly [unknown, unknown] => {
  const { argument = 0, auxiliary = false } = options;
  const params = flattenTree(args[argument], 'params');
  refuseNonFloats(operation, params, 'gradients', 'pass it as a later argument');
  const { inputs, result } = runOnVariables(operation, params.leaves, (variables) =>
    f(...args.with(argument, rebuilt(params.structure, variables))),
  );
  const [first] = result.structure.kind === 'array' ? result.structure.items : [];
  refuseNonScalar(operation, auxiliary ? { ...result, structure: first ?? result.structure } : result);
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

/** The type of `grad`. */
export interface Grad {
  <P, A extends readonly unknown[], D extends Float>(
    f: ((params: P, ...rest: A) => Tensor<[], D>) & HasNonFloat<P>,
  ): Refused<'grad', P>;
  <P, A extends readonly unknown[], D extends Float>(f: (params: P, ...rest: A) => Tensor<[], D>): (params: P, ...rest: A) => P;
  <F extends Fn>(f: Check<'grad', F>): never;
  <A extends readonly unknown[], D extends Float, const I extends number>(
    f: (...args: A) => Tensor<[], D>,
    options: ArgumentOption<I>,
  ): (...args: A) => A[I];
  <F extends Fn>(f: Check<'grad', F>, options: ArgumentOption<number>): never;
}

/** The type of `valueAndGrad`. */
export interface ValueAndGrad {
  <P, A extends readonly unknown[], D extends Float>(
    f: ((params: P, ...rest: A) => Tensor<[], D>) & HasNonFloat<P>,
  ): Refused<'valueAndGrad', P>;
  <P, A extends readonly unknown[], D extends Float>(
    f: (params: P, ...rest: A) => Tensor<[], D>,
  ): (params: P, ...rest: A) => readonly [value: Tensor<[], D>, gradient: P];
  <F extends Fn>(f: Check<'valueAndGrad', F>): never;
  <P, A extends readonly unknown[], D extends Float, X>(
    f: (params: P, ...rest: A) => readonly [Tensor<[], D>, X],
    options: AuxiliaryOption,
  ): (params: P, ...rest: A) => readonly [value: readonly [Tensor<[], D>, X], gradient: P];
  <A extends readonly unknown[], D extends Float, X, const I extends number>(
    f: (...args: A) => readonly [Tensor<[], D>, X],
    options: AuxiliaryOption & ArgumentOption<I>,
  ): (...args: A) => readonly [value: readonly [Tensor<[], D>, X], gradient: A[I]];
  <F extends Fn>(f: CheckFirst<'valueAndGrad', F>, options: AuxiliaryOption): never;
  <A extends readonly unknown[], D extends Float, const I extends number>(
    f: (...args: A) => Tensor<[], D>,
    options: ArgumentOption<I>,
  ): (...args: A) => readonly [value: Tensor<[], D>, gradient: A[I]];
  <F extends Fn>(f: Check<'valueAndGrad', F>, options: ArgumentOption<number>): never;
}

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
export const grad: Grad = ((f: (...args: readonly unknown[]) => unknown, options: Options = {}) =>
  (...args: readonly unknown[]) =>
    // The run-time checks inside are those that the overloads make of the types.
    differentiate('grad', f, args, options)[1]) as unknown as Grad;

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
export const valueAndGrad: ValueAndGrad = ((f: (...args: readonly unknown[]) => unknown, options: Options = {}) =>
  (...args: readonly unknown[]) =>
    // As for `grad`.
    differentiate('valueAndGrad', f, args, options)) as unknown as ValueAndGrad;
