/**
 * Weight decay.
 */
import { type AnyTensor, flattenTree } from '@cotangent/core';
import { argument, atLeastZero } from '../config/options.ts';
import { addTimes, type ScalarValue } from '../scalars.ts';
import { zipTrees } from '../trees.ts';
import { type Optimizer, stateless, type Stateless } from './transformation.ts';

/**
 * Which parameters something applies to, by their path (`hidden.weight`, `layers[0].bias`) and by the tensors themselves.
 *
 * @example
 * ```ts
 * import type { Mask } from '@cotangent/train';
 *
 * const matrices: Mask = (path, leaf) => leaf.rank >= 2 && !path.startsWith('embedding');
 * console.log(matrices);
 * ```
 */
export type Mask = (path: string, leaf: AnyTensor) => boolean;

/** The paths of a tree's tensors, without the name of the tree. */
const pathsOf = (tree: unknown): readonly string[] => flattenTree(tree, '').paths.map((path) => path.replace(/^\./, ''));

/** `gradients + decay * params`, for the parameters that a mask lets through. */
export const decayed = <P>(operation: string, gradients: P, params: P, decay: ScalarValue, mask?: Mask): P => {
  const paths = pathsOf(params).values();
  return zipTrees<P>(operation, { params, gradients }, (param, gradient) => {
    const path = paths.next().value ?? '';
    return mask === undefined || mask(path, param) ? addTimes(gradient, decay, param) : gradient;
  });
};

/**
 * The parameters themselves, times a number, added to the gradients: the gradient of `decay / 2 * |params|^2`.
 *
 * A mask says which parameters decay; all of them when it is left out. Throws `ConfigError` when the number is negative.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { addDecayedWeights } from '@cotangent/train';
 *
 * const params = { weight: tensor([2]), bias: tensor([2]) };
 * const decay = addDecayedWeights(0.5, (path) => path !== 'bias');
 * const [updates] = decay.update({ weight: tensor([0]), bias: tensor([0]) }, {}, params);
 * assert.deepEqual([updates.weight.toNested(), updates.bias.toNested()], [[1], [0]]);
 * ```
 */
export const addDecayedWeights = (decay: number, mask?: Mask): Optimizer<Stateless> => {
  const held = argument('addDecayedWeights', 'decay', atLeastZero, decay);
  return stateless((gradients, params) => decayed('addDecayedWeights', gradients, params, held, mask));
};
