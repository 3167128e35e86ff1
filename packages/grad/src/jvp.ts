/**
 * `jvp`: forward mode.
 */
import { type AnyTensor, type Flat, flattenTree, TraceError, TreeError } from '@cotangent/core';
import { type Co, flattenAlike, type Equation, expressionOf, type TreeOnly } from '@cotangent/core/primitives';
import { atPrimals, rebuilt, refuseNonFloats, runOnVariables } from './differentiation.ts';
import { pushForward } from './pushForward.ts';
import { instantiate } from './rules/arithmetic.ts';
import { programFrom } from './rules/programs.ts';
import type { Few, Passed, Primals, Tangents, TooFew } from './types.ts';

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

/** The value of a function of one tree and its derivative along a direction, with what messages call it. */
export const pushAlong = (
  operation: string,
  points: Flat,
  [direction, what]: readonly [tree: unknown, what: string],
  call: (tree: unknown) => unknown,
): readonly [value: unknown, tangent: unknown] => {
  refuseNonFloats(operation, points, 'tangents', 'close over it instead');
  const directions = flattenAlike(operation, points, direction, what);
  const { inputs, result } = runOnVariables(operation, points.leaves, (variables) => call(rebuilt(points.structure, variables)));
  const pushed = pushForward(programFrom(inputs, result.leaves), directions);
  const found: readonly AnyTensor[] = result.leaves.map((leaf, index) => instantiate(pushed.tangents[index], leaf));
  refuseCustomTangents(operation, programFrom(inputs, found.map(expressionOf)).equations);
  return [rebuilt(result.structure, pushed.outputs), rebuilt(result.structure, found)];
};

/** The type of `jvp`. The second signature is for functions that take more than they are given, and for calls without tangents, and says so. */
interface Jvp {
  <A extends readonly unknown[], const T extends readonly unknown[], const R, Z extends 0 = 0>(
    f: (...args: Primals<'jvp', A, 'tangents', Z>) => TreeOnly<'jvp', R, Z>,
    primals: readonly [...A],
    tangents: Tangents<'jvp', A, T>,
  ): readonly [value: R, tangent: R];
  <B extends readonly unknown[], const A extends readonly unknown[], const G extends readonly unknown[], Z extends 0 = 0>(
    f: (...args: B) => unknown,
    primals: Few<'jvp', B, A>,
    ...tangents: [Z] extends [never]
      ? G
      : [Z, Co<G['length'] extends 0 ? 1 : TooFew<B, A>>] extends [0, Co<1>]
        ? [tangents: unknown]
        : Passed
  ): never;
}

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
export const jvp: Jvp = (<A extends readonly unknown[]>(f: unknown, primals: A, tangents: unknown) => {
  if (!Array.isArray(primals)) throw new TreeError('jvp: the primals are no list of arguments: write [x]');
  const points = flattenTree(primals, 'primals', 'jvp');
  const call = atPrimals<A>('jvp', f);
  return pushAlong('jvp', points, [tangents, 'tangents'], (tree) => call(...(tree as A)));
  // Both results are trees like the function's, which is what the signatures say.
}) as Jvp;
