/**
 * Jacobians and Hessians: derivatives along every direction of a basis at once.
 */
import { type AnyTensor, type DType, flattenTree, type Shape, type Tensor, unflattenTree } from '@cotangent/core';
import { axesOf, checkNone, type Expression, expressionOf, type NoneBehind, P } from '@cotangent/core/primitives';
import { asCalled, rebuilt, refuseNonFloats, type Run, runOnVariables } from './differentiation.ts';
import { type AnyFunction, differentiate } from './grad.ts';
import { pushAlong, refuseCustomTangents } from './jvp.ts';
import { linearizeExpression } from './linearization.ts';
import { pushForward } from './pushForward.ts';
import { placeholder, programFrom } from './rules/programs.ts';
import type { Tangent } from './rules/site.ts';
import { runBatch } from './runBatch.ts';
import type { FloatResult, Params, ParamsOf, Scalar } from './types.ts';

/**
 * For each tensor of the result, the tree of parameters, in which each tensor has the result's axes before its own. Lists of any length are put off:
 * `Tree`, the bound of generic bodies, is a list of itself.
 */
export type Jacobian<R, T> =
  R extends Tensor<infer S extends Shape, infer D extends DType>
    ? Rows<T, S, D>
    : R extends readonly unknown[]
      ? R[number][] extends R
        ? R extends unknown[]
          ? Jacobian<R[number], T>[]
          : readonly Jacobian<R[number], T>[]
        : { [K in keyof R]: Jacobian<R[K], T> }
      : { [K in keyof R]: Jacobian<R[K], T> };

type Rows<T, Out extends Shape, D extends DType> =
  T extends Tensor<infer S extends Shape, infer _ extends DType>
    ? Tensor<[...Out, ...S], D>
    : T extends readonly unknown[]
      ? T[number][] extends T
        ? T extends unknown[]
          ? Rows<T[number], Out, D>[]
          : readonly Rows<T[number], Out, D>[]
        : { [K in keyof T]: Rows<T[K], Out, D> }
      : { [K in keyof T]: Rows<T[K], Out, D> };

type Flat = ReturnType<typeof flattenTree>;

/** All unit tensors of a shape, stacked: `[n, ...axes]`. */
const basis = (like: AnyTensor): AnyTensor => {
  const square = [like.size, like.size];
  const eye = P.equal(P.iota(square, 0, 'i32'), P.iota(square, 1, 'i32'));
  return P.reshape(P.convert(eye, like.dtype), [like.size, ...axesOf(like)]);
};

/** A linear map, given by its values for an input, applied to all unit tensors: `[n, ...axes]` each. */
const onBasis = (input: Expression, values: readonly Tangent[]): readonly Tangent[] => {
  const present = values.filter((value) => value !== undefined).map(expressionOf);
  const { tensors } = runBatch(programFrom([input], present), { tensors: [basis(input)], batched: [true] }, input.size);
  const next = tensors.values();
  return values.map((value) => (value === undefined ? undefined : next.next().value));
};

/** One block of a Jacobian, or zeros: `[...out, ...in]`, in the dtype of the output. */
const block = (found: Tangent, out: AnyTensor, into: AnyTensor): AnyTensor => {
  const axes = [...axesOf(out), ...axesOf(into)];
  return found === undefined ? P.fill(0, axes, out.dtype) : P.reshape(P.convert(found, out.dtype), axes);
};

/** `[n, ...out]` to `[...out, n]` */
const columnsLast = (x: AnyTensor): AnyTensor =>
  P.transpose(x, [...Array.from({ length: x.rank - 1 }, (_, axis) => axis + 1), 0]);

const run = (operation: string, f: AnyFunction, params: Flat, rest: readonly unknown[]): Run => {
  refuseNonFloats(operation, params, 'derivatives', 'pass it as a later argument');
  const found = runOnVariables(operation, params.leaves, (variables) => f(rebuilt(params.structure, variables), ...rest));
  refuseNonFloats(operation, found.result, 'derivatives', 'do not return it');
  return found;
};

/** Blocks, by output and then by input, as a tree of trees. */
const assemble = (params: Flat, result: Flat, blocks: readonly (readonly Tangent[])[]): unknown => {
  const rows = result.leaves.map((out, row) =>
    unflattenTree(
      params.structure,
      params.leaves.map((into, column) => block(blocks[row]?.[column], out, into)),
    ),
  );
  return unflattenTree(result.structure, rows);
};

const reverse =
  (operation: string, f: AnyFunction) =>
  (params: unknown, ...rest: readonly unknown[]): unknown => {
    const points = flattenTree(params, 'params', operation);
    const { inputs, result } = run(operation, f, points, rest);
    const { outputs, pull } = linearizeExpression(inputs, result.leaves);
    const rows = outputs.map((output, row) => {
      const cotangent = placeholder(expressionOf(output));
      return onBasis(cotangent, pull(outputs.map((_, index) => (index === row ? cotangent : undefined))));
    });
    return assemble(points, result, rows);
  };

const forward =
  (operation: string, f: AnyFunction) =>
  (params: unknown, ...rest: readonly unknown[]): unknown => {
    const points = flattenTree(params, 'params', operation);
    const { inputs, result } = run(operation, f, points, rest);
    const program = programFrom(inputs, result.leaves);
    const columns = inputs.map((input, column) => {
      const tangent = placeholder(input);
      const { tangents } = pushForward(
        program,
        inputs.map((_, index) => (index === column ? tangent : undefined)),
      );
      const present = tangents.filter((found) => found !== undefined).map(expressionOf);
      refuseCustomTangents(operation, programFrom([tangent], present).equations);
      return onBasis(tangent, tangents).map((found) => (found === undefined ? undefined : columnsLast(found)));
    });
    return assemble(
      points,
      result,
      result.leaves.map((_, row) => columns.map((column) => column[row])),
    );
  };

/**
 * The Jacobian of a function in its first argument, a pass backward for each element of the result (all at once, batched).
 *
 * `f: (params, ...rest) -> result`, both trees of float tensors: for each tensor `[...out]` of the result the tree of parameters
 * with `[...out, ...in]` in place of `[...in]`. Cheaper than `jacobianForward` when the result has fewer elements than the parameters.
 * Throws `TreeError` for a parameter or a result that is no float.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor, type Tensor } from '@cotangent/core';
 * import { jacobianReverse } from '@cotangent/grad';
 *
 * const jacobian = jacobianReverse((x: Tensor<[2]>) => multiply(x, x))(tensor([1, 2]));
 * assert.deepEqual(jacobian.toNested(), [[2, 0], [0, 4]]);
 * ```
 */
export const jacobianReverse = <
  P,
  A extends readonly unknown[],
  const R,
  Z extends 0 = 0,
  G extends readonly unknown[] = readonly [],
>(
  f: (params: Params<'jacobianReverse', P, Z>, ...rest: A) => FloatResult<'jacobianReverse', R, Z>,
  ...options: NoneBehind<'jacobianReverse', G>
): ((params: P, ...rest: A) => Jacobian<R, P>) => {
  checkNone('jacobianReverse', options);
  // A tree like the result, of trees like the parameters, whose tensors have the shapes that the type says.
  return reverse('jacobianReverse', asCalled<readonly unknown[]>('jacobianReverse', f)) as (
    params: P,
    ...rest: A
  ) => Jacobian<R, P>;
};

/**
 * The Jacobian of a function in its first argument, a pass forward for each element of the parameters (all at once, batched).
 *
 * Shapes and errors as for `jacobianReverse`; `TraceError` besides for a function with a `customVjp` rule inside. Cheaper when
 * the parameters have fewer elements than the result.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor, type Tensor } from '@cotangent/core';
 * import { jacobianForward } from '@cotangent/grad';
 *
 * const jacobian = jacobianForward((x: Tensor<[2]>) => multiply(x, x))(tensor([1, 2]));
 * assert.deepEqual(jacobian.toNested(), [[2, 0], [0, 4]]);
 * ```
 */
export const jacobianForward = <
  P,
  A extends readonly unknown[],
  const R,
  Z extends 0 = 0,
  G extends readonly unknown[] = readonly [],
>(
  f: (params: Params<'jacobianForward', P, Z>, ...rest: A) => FloatResult<'jacobianForward', R, Z>,
  ...options: NoneBehind<'jacobianForward', G>
): ((params: P, ...rest: A) => Jacobian<R, P>) => {
  checkNone('jacobianForward', options);
  // As for jacobianReverse.
  return forward('jacobianForward', asCalled<readonly unknown[]>('jacobianForward', f)) as (
    params: P,
    ...rest: A
  ) => Jacobian<R, P>;
};

/**
 * The second derivatives of a scalar function in its first argument, forward over reverse.
 *
 * For each pair of parameter tensors `[...a]` and `[...b]` a block `[...a, ...b]`, as a tree of trees. Throws what `grad` and
 * `jacobianForward` throw.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, sum, tensor, type Tensor } from '@cotangent/core';
 * import { hessian } from '@cotangent/grad';
 *
 * const cubes = (x: Tensor<[2]>) => sum(multiply(multiply(x, x), x));
 * assert.deepEqual(hessian(cubes)(tensor([1, 2])).toNested(), [[6, 0], [0, 12]]);
 * ```
 */
export const hessian = <P, A extends readonly unknown[], R, Z extends 0 = 0, G extends readonly unknown[] = readonly []>(
  f: (params: ParamsOf<'hessian', P, R, Z, 'derivatives'>, ...rest: A) => Scalar<'hessian', R, Z>,
  ...options: NoneBehind<'hessian', G>
): ((params: P, ...rest: A) => Jacobian<P, P>) => {
  checkNone('hessian', options);
  // As for jacobianReverse; the gradient is a tree like the parameters.
  return forward('hessian', gradientOf('hessian', f)) as (params: P, ...rest: A) => Jacobian<P, P>;
};

/** The gradient of a function that is called by another name. */
const gradientOf = (operation: string, f: unknown): AnyFunction => {
  const called = asCalled<readonly unknown[]>(operation, f);
  return (...args) => differentiate(operation, called, args)[1];
};

/**
 * The Hessian of a scalar function times a direction, without the Hessian: `(params, direction, ...rest) -> params`.
 *
 * Costs a small multiple of a gradient (Pearlmutter 1994). Throws what `grad` and `jvp` throw.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, sum, tensor, type Tensor } from '@cotangent/core';
 * import { hvp } from '@cotangent/grad';
 *
 * const cubes = (x: Tensor<[2]>) => sum(multiply(multiply(x, x), x));
 * assert.deepEqual(hvp(cubes)(tensor([1, 2]), tensor([1, 10])).toNested(), [6, 120]);
 * ```
 */
export const hvp = <P, A extends readonly unknown[], R, Z extends 0 = 0, G extends readonly unknown[] = readonly []>(
  f: (params: ParamsOf<'hvp', P, R, Z>, ...rest: A) => Scalar<'hvp', R, Z>,
  ...options: NoneBehind<'hvp', G>
): ((params: P, direction: P, ...rest: A) => P) => {
  checkNone('hvp', options);
  const gradient = gradientOf('hvp', f);
  return (params, direction, ...rest) => {
    const points = flattenTree(params, 'params', 'hvp');
    refuseNonFloats('hvp', points, 'gradients', 'pass it as a later argument');
    const [, tangent] = pushAlong('hvp', points, [direction, 'direction'], (tree) => gradient(tree, ...rest));
    // A tree like the gradient, which is one like the parameters.
    return tangent as P;
  };
};
