/**
 * Bounds on gradients.
 */
import { type AnyTensor, flattenTree } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import type { Positive } from '../config/literals.ts';
import { argument, positive } from '../config/options.ts';
import { real, spread, times } from '../scalars.ts';
import { zipTrees } from '../trees.ts';
import { type Optimizer, stateless, type Stateless } from './transformation.ts';

const sumOfSquares = (x: AnyTensor): AnyTensor => {
  const wide = P.convert(x, 'f64');
  return P.reduceSum(
    P.multiply(wide, wide),
    wide.sizes.map((_, axis) => axis),
  );
};

/** The Euclidean norm of all the numbers in a tree, in float64, where no square of a float32 overflows. */
const globalNorm = (tree: unknown): AnyTensor =>
  P.sqrt(flattenTree(tree, 'gradients').leaves.reduce<AnyTensor>((total, leaf) => P.add(total, sumOfSquares(leaf)), real(0)));

/**
 * Gradients made shorter, all by the same factor, when their norm as one long vector is above a bound (Pascanu, Mikolov and Bengio 2013).
 *
 * Within the bound they keep their bits. A gradient that is NaN stays NaN. Throws `ConfigError` when the bound is not above 0.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { clipByGlobalNorm } from '@cotangent/train';
 *
 * const gradients = { w: tensor([3]), b: tensor([4]) };
 * const [clipped] = clipByGlobalNorm(2.5).update(gradients, {}, gradients);
 * assert.deepEqual([clipped.w.toNested(), clipped.b.toNested()], [[1.5], [2]]);
 * ```
 */
export const clipByGlobalNorm = <const N extends number>(
  bound: Positive<'clipByGlobalNorm', 'bound', N>,
): Optimizer<Stateless> => {
  const most = real(argument('clipByGlobalNorm', 'bound', positive, bound));
  return stateless((gradients) => {
    const norm = globalNorm(gradients);
    const factor = P.select(P.greater(norm, most), P.divide(most, norm), real(1));
    return zipTrees('clipByGlobalNorm', { gradients }, (gradient) => times(gradient, factor));
  });
};

/**
 * Every number of the gradients held between `-bound` and `bound`. A gradient that is NaN stays NaN.
 *
 * Throws `ConfigError` when the bound is not above 0.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { clipByValue } from '@cotangent/train';
 *
 * const gradients = tensor([-3, 0.5, 2]);
 * const [clipped] = clipByValue(1).update(gradients, {}, gradients);
 * assert.deepEqual(clipped.toNested(), [-1, 0.5, 1]);
 * ```
 */
export const clipByValue = <const N extends number>(bound: Positive<'clipByValue', 'bound', N>): Optimizer<Stateless> => {
  const most = argument('clipByValue', 'bound', positive, bound);
  return stateless((gradients) =>
    zipTrees('clipByValue', { gradients }, (gradient) =>
      P.maximum(P.minimum(gradient, spread(most, gradient)), spread(-most, gradient)),
    ),
  );
};
