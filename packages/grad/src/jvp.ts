/**
 * `jvp`: forward mode.
 */
import { type AnyTensor, flattenTree, TraceError } from '@cotangent/core';
import { type Equation, expressionOf } from '@cotangent/core/primitives';
import { flattenAlike, rebuilt, refuseNonFloats, runOnVariables } from './differentiation.ts';
import { pushForward } from './pushForward.ts';
import { instantiate } from './rules/arithmetic.ts';
import { programFrom } from './rules/programs.ts';

/** The equations of a program and of the programs inside it. */
const everyEquation = (equations: readonly Equation[]): readonly Equation[] =>
  equations.flatMap((equation) =>
    'program' in equation.attributes ? [equation, ...everyEquation(equation.attributes.program.equations)] : [equation],
  );

/** Throws `TraceError` when tangents depend on one that only its transpose knows. */
export const refuseCustomTangents = (operation: string, equations: readonly Equation[]): void => {
  for (const { primitive, attributes } of everyEquation(equations)) {
    if (primitive === 'customTangent' && 'name' in attributes) {
      throw new TraceError(
        `${operation}: ${attributes.name} has a customVjp rule, which gives no forward derivative: define it with customJvp`,
      );
    }
  }
};

/**
 * The value of a function and its derivative along a direction: `f(primals)` and `J(primals) tangents`.
 *
 * `primals` are the arguments, trees of float tensors, and `tangents` the same trees. Costs about as much as three runs of the
 * function, whatever the number of its outputs. Whole-number outputs have tangents of zero.
 * Throws `TreeError` for a primal that is no float or tangents of another structure, `ShapeError` for tangents of another
 * shape, `TraceError` for a function with a `customVjp` rule inside.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor, type Tensor } from '@cotangent/core';
 * import { jvp } from '@cotangent/grad';
 *
 * const [value, tangent] = jvp((x: Tensor<[2]>) => multiply(x, x), [tensor([1, 2])], [tensor([1, 10])]);
 * assert.deepEqual(value.toNested(), [1, 4]);
 * assert.deepEqual(tangent.toNested(), [2, 40]);
 * ```
 */
export const jvp = <A extends readonly unknown[], R>(
  f: (...args: A) => R,
  primals: readonly [...A],
  tangents: NoInfer<readonly [...A]>,
): readonly [value: R, tangent: R] => {
  const points = flattenTree(primals, 'primals');
  refuseNonFloats('jvp', points, 'tangents', 'close over it instead');
  const directions = flattenAlike('jvp', points, tangents, 'tangents');
  const { inputs, result } = runOnVariables('jvp', points.leaves, (variables) => f(...rebuilt<A>(points.structure, variables)));
  const pushed = pushForward(programFrom(inputs, result.leaves), directions);
  const found: readonly AnyTensor[] = result.leaves.map((leaf, index) => instantiate(pushed.tangents[index], leaf));
  refuseCustomTangents('jvp', programFrom(inputs, found.map(expressionOf)).equations);
  return [rebuilt(result.structure, pushed.outputs), rebuilt(result.structure, found)];
};
