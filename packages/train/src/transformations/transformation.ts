/**
 * Gradient transformations, after Optax: what optimizers are made of.
 */

/**
 * The type of a transformation's state, as a function of the type of the parameters: a type-level function, written as an
 * interface that refers to `this['params']`.
 *
 * @example
 * ```ts
 * import type { Tensor } from '@cotangent/core';
 * import type { OptimizerState, StateKind } from '@cotangent/train';
 *
 * interface MomentumState<P> {
 *   readonly momentum: P;
 * }
 * interface Momentum extends StateKind {
 *   readonly state: MomentumState<this['params']>;
 * }
 * type Params = { readonly weight: Tensor<[2, 3]> };
 * const momentumOf = (state: OptimizerState<Momentum, Params>): Tensor<[2, 3]> => state.momentum.weight;
 * console.log(typeof momentumOf);
 * ```
 */
export interface StateKind {
  readonly params: unknown;
  readonly state: unknown;
}

/** The state that a transformation of kind `K` keeps for parameters of type `P`. */
export type OptimizerState<K extends StateKind, P> = (K & { readonly params: P })['state'];

/**
 * A transformation of gradients: pure, with its state outside.
 *
 * `update` takes gradients, the state and the parameters, and gives updates, which `applyUpdates` adds to the parameters, and the
 * next state. All of them are trees of the parameters' structure. Both functions are generic in the tree, so that one value
 * serves every model; `K` says what the state of each is, and a custom transformation names its own kind.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { type DType, mapTree, type Shape, tensor, type Tensor } from '@cotangent/core';
 * import { P, typed } from '@cotangent/core/primitives';
 * import { chain, scale, type Stateless, type Transformation } from '@cotangent/train';
 *
 * // Only the sign of each gradient counts.
 * const signOf = <S extends Shape, D extends DType>(g: Tensor<S, D>): Tensor<S, D> => typed(P.sign(g));
 * const signs: Transformation<Stateless> = {
 *   init: () => ({}),
 *   update: (gradients, state) => [mapTree(signOf, gradients), state],
 * };
 * const optimizer = chain(signs, scale(-0.5));
 * const params = { w: tensor([1, 2]) };
 * const [updates] = optimizer.update({ w: tensor([3, -4]) }, optimizer.init(params), params);
 * assert.deepEqual(updates.w.toNested(), [-0.5, 0.5]);
 * ```
 */
export interface Transformation<in out K extends StateKind> {
  readonly init: <P>(params: P) => OptimizerState<K, P>;
  readonly update: <P>(
    gradients: P,
    state: OptimizerState<K, P>,
    params: P,
  ) => readonly [updates: P, state: OptimizerState<K, P>];
}

/** The kind of transformations without a state: `{}`. */
export interface Stateless extends StateKind {
  readonly state: { readonly [K in never]: never };
}

/** A transformation without a state, from what it makes of gradients. */
export const stateless = (update: <P>(gradients: P, params: P) => P): Transformation<Stateless> =>
  Object.freeze<Transformation<Stateless>>({
    init: () => Object.freeze({}),
    update: (gradients, state, params) => [update(gradients, params), state],
  });
