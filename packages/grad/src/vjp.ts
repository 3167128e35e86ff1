/**
 * `vjp`: reverse mode.
 */
import { flattenTree } from '@cotangent/core';
import { flattenAlike, type TreeOnly } from '@cotangent/core/primitives';
import { atPrimals, rebuilt, refuseNonFloats, runOnVariables } from './differentiation.ts';
import { linearizeExpression } from './linearization.ts';
import { instantiate } from './rules/arithmetic.ts';
import type { Primals } from './types.ts';

/**
 * The value of a function and its pullback: `f(...primals)` and the map from a cotangent of the result to `J' cotangent`.
 *
 * The primals are trees of float tensors; a cotangent is a tree like the result, the pullback's value a tuple like the primals.
 * The pullback can be called any number of times. Throws `TreeError` for a primal that is no float or a cotangent of another
 * structure, `ShapeError` for a cotangent of another shape.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, tensor, type Tensor } from '@cotangent/core';
 * import { vjp } from '@cotangent/grad';
 *
 * const [value, pullback] = vjp((x: Tensor<[2]>, y: Tensor<[2]>) => multiply(x, y), tensor([1, 2]), tensor([3, 4]));
 * assert.deepEqual(value.toNested(), [3, 8]);
 * const [x, y] = pullback(tensor([1, 10]));
 * assert.deepEqual(x.toNested(), [3, 40]);
 * assert.deepEqual(y.toNested(), [1, 20]);
 * ```
 */
export const vjp = <A extends readonly unknown[], const R, Z extends 0 = 0>(
  f: (...args: Primals<'vjp', A, 'cotangents', Z>) => TreeOnly<'vjp', R, Z>,
  ...primals: A
): readonly [value: R, pullback: (cotangent: R) => A] => {
  const points = flattenTree(primals, 'primals', 'vjp');
  refuseNonFloats('vjp', points, 'cotangents', 'close over it instead');
  const { inputs, result } = runOnVariables('vjp', points.leaves, (variables) =>
    atPrimals<A>('vjp', f)(...rebuilt<A>(points.structure, variables)),
  );
  const { outputs, pull } = linearizeExpression(inputs, result.leaves);
  const pullback = (cotangent: R): A => {
    const pulled = pull(flattenAlike('vjp', result, cotangent, 'cotangent'));
    return rebuilt(
      points.structure,
      points.leaves.map((leaf, index) => instantiate(pulled[index], leaf)),
    );
  };
  return [rebuilt(result.structure, outputs), pullback];
};
