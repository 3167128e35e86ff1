/**
 * Linear maps as functions: the derivative at a point, and the transpose of a linear function.
 */
import { flattenTree } from '@cotangent/core';
import { flattenAlike, expressionOf, type TreeOnly } from '@cotangent/core/primitives';
import { asCalled, atPrimals, rebuilt, refuseNonFloats, runOnVariables } from './differentiation.ts';
import { refuseCustomTangents } from './jvp.ts';
import { pullBack } from './pullBack.ts';
import { pushForward } from './pushForward.ts';
import { instantiate } from './rules/arithmetic.ts';
import { placeholder, programFrom, substitute } from './rules/programs.ts';
import type { Primals } from './types.ts';

/**
 * The value of a function and its derivative at a point, as a linear function of tangents that can be called many times.
 *
 * `linearize(f, ...primals)` is `[f(...primals), (...tangents) => J tangents]`; what does not depend on the tangents is computed
 * once. Throws what `jvp` throws.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor, type Tensor } from '@cotangent/core';
 * import { linearize } from '@cotangent/grad';
 *
 * const [value, derivative] = linearize((x: Tensor<[2]>) => multiply(x, x), tensor([1, 2]));
 * assert.deepEqual(value.toNested(), [1, 4]);
 * assert.deepEqual(derivative(tensor([1, 0])).toNested(), [2, 0]);
 * assert.deepEqual(derivative(tensor([0, 1])).toNested(), [0, 4]);
 * ```
 */
export const linearize = <A extends readonly unknown[], const R, Z extends 0 = 0>(
  f: (...args: Primals<'linearize', A, 'tangents', Z>) => TreeOnly<'linearize', R, Z>,
  ...primals: A
): readonly [value: R, derivative: (...tangents: A) => R] => {
  const points = flattenTree(primals, 'primals', 'linearize');
  refuseNonFloats('linearize', points, 'tangents', 'close over it instead');
  const { inputs, result } = runOnVariables('linearize', points.leaves, (variables) =>
    atPrimals<A>('linearize', f)(...rebuilt<A>(points.structure, variables)),
  );
  const directions = inputs.map((input) => placeholder(input));
  const pushed = pushForward(programFrom(inputs, result.leaves), directions);
  const linear = programFrom(
    directions,
    result.leaves.map((leaf, index) => expressionOf(instantiate(pushed.tangents[index], leaf))),
  );
  refuseCustomTangents('linearize', linear.equations);
  const derivative = (...tangents: A): R =>
    rebuilt(result.structure, substitute(linear, flattenAlike('linearize', points, tangents, 'tangents')));
  return [rebuilt(result.structure, pushed.outputs), derivative];
};

/**
 * The transpose of a linear function: `L` to `L'` with `<L x, y> = <x, L' y>`.
 *
 * `linearTranspose(f, ...like)(cotangent)`: of the arguments `like`, trees of float tensors, only shapes and dtypes matter. Throws
 * `TraceError` when the function is seen not to be linear, `TreeError` or `ShapeError` when the cotangent is not like the result.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { sum, spec, tensor, type Tensor } from '@cotangent/core';
 * import { linearTranspose } from '@cotangent/grad';
 *
 * const spread = linearTranspose((x: Tensor<[2, 3]>) => sum(x, 0), spec([2, 3]));
 * assert.deepEqual(spread(tensor([1, 2, 3]))[0].toNested(), [[1, 2, 3], [1, 2, 3]]);
 * ```
 */
export const linearTranspose = <A extends readonly unknown[], const R, Z extends 0 = 0>(
  f: (...args: Primals<'linearTranspose', A, 'cotangents', Z, 'arguments'>) => TreeOnly<'linearTranspose', R, Z>,
  ...like: A
): ((cotangent: R) => A) => {
  const points = flattenTree(like, 'arguments', 'linearTranspose');
  refuseNonFloats('linearTranspose', points, 'cotangents', 'close over it instead');
  const { inputs, result } = runOnVariables('linearTranspose', points.leaves, (variables) =>
    asCalled<A>('linearTranspose', f)(...rebuilt<A>(points.structure, variables)),
  );
  const program = programFrom(inputs, result.leaves);
  return (cotangent) => {
    const pulled = pullBack(program, flattenAlike('linearTranspose', result, cotangent, 'cotangent'));
    return rebuilt(
      points.structure,
      points.leaves.map((leaf, index) => instantiate(pulled[index], leaf)),
    );
  };
};
