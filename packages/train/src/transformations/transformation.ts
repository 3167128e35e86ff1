/**
 * Gradient transformations, after Optax: what optimizers are made of.
 */
import type { Float, Tree } from '@cotangent/core';
import type { Alike, CannotTell, CheckedArgument, FloatRule, UnboundFloats } from '@cotangent/core/primitives';
import { checkTrees } from '../trees.ts';

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
 * A tree of floats. Interfaces are no `Tree` to the compiler, so objects of which it does not know otherwise are taken: `dtype` tells it that they are no
 * tensors of other dtypes, and `reduceRight` that they are no lists, so that `mapTree` finds floats alone in the bound.
 */
type Floats = Tree<Float> | readonly Floats[] | (object & { readonly dtype?: Float; readonly reduceRight?: never });

/**
 * A transformation of gradients: pure, with its state outside.
 *
 * `update` takes gradients, the state and the parameters, and gives updates, which `applyUpdates` adds to the parameters, and the
 * next state. All of them are trees of the parameters' structure. Both functions are generic in the tree, so that one value
 * serves every model; `K` says what the state of each is, and a custom transformation names its own kind. The tree is one of floats, so
 * `mapTree` computes with its tensors.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { mapTree, sign, tensor } from '@cotangent/core';
 * import { chain, scale, type Stateless, type Transformation } from '@cotangent/train';
 *
 * // Only the sign of each gradient counts.
 * const signs: Transformation<Stateless> = {
 *   init: () => ({}),
 *   update: (gradients, state) => [mapTree((g) => sign(g), gradients), state],
 * };
 * const optimizer = chain(signs, scale(-0.5));
 * const params = { w: tensor([1, 2]) };
 * const [updates] = optimizer.update({ w: tensor([3, -4]) }, optimizer.init(params), params);
 * assert.deepEqual(updates.w.toNested(), [-0.5, 0.5]);
 * ```
 */
export interface Transformation<in out K extends StateKind> {
  /** Never there: it tells the compiler the kind. */
  readonly kind?: K;
  readonly init: <P extends Floats>(params: P) => OptimizerState<K, P>;
  readonly update: <P extends Floats>(
    gradients: P,
    state: OptimizerState<K, P>,
    params: P,
  ) => readonly [updates: P, state: OptimizerState<K, P>];
}

/** A transformation as an argument. `_Why` is printed in its place where what is given is none. */
export interface TransformationOr<in out K extends StateKind, _Why extends string> extends Transformation<K> {}

/** What `F` says of what is no optimizer. */
export type NoOptimizer<F extends string> = `${F}: expected an optimizer, such as sgd({ rate: 0.1 })`;

interface ParamsRule<F extends string> extends FloatRule<F, 'params', false> {
  readonly because: 'optimizers update floats';
}

/** `G` where it is a tree like the parameters `P`, otherwise where it is not. */
type Gradients<P, G> = Alike<CannotTell<'update', 'the gradients are like the params'>, G, P, 'update', 'gradients', 'params'>;

/**
 * A transformation whose trees are checked by the compiler, and past it when it runs: parameters are floats, and gradients are like them. What
 * `sgd`, `adam` and all others of the library are; `chain` makes one of your own.
 *
 * `init` throws `TreeError` and `DTypeError` for parameters that are no tree of floats, `update` also `ShapeError` for gradients that are not
 * like them.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { adam, type Adam, chain, clipByGlobalNorm, type Chained, type Optimizer, type Stateless } from '@cotangent/train';
 *
 * const optimizer: Optimizer<Chained<[Stateless, Adam]>> = chain(clipByGlobalNorm(1), adam({ rate: 0.1 }));
 * assert.equal(optimizer.init({ w: tensor([1, 2]) })[1].count.item(), 0);
 * ```
 *
 * @example
 * ```ts error
 * import { ones } from '@cotangent/core';
 * import { scale } from '@cotangent/train';
 *
 * scale(-0.5).update({ w: ones([4]) }, {}, { w: ones([3]) });
 * ```
 * ```text
 * update: gradients.w is f32[4], not f32[3] as params.w
 * ```
 */
export interface Optimizer<in out K extends StateKind> {
  /** Never there: it tells the compiler the kind. */
  readonly kind?: K;
  readonly init: <const P, Z extends 0 = 0>(
    params: CheckedArgument<UnboundFloats<'init', 'params'>, P, ParamsRule<'init'>, Z, object>,
  ) => OptimizerState<K, P>;
  readonly update: <const P, const G, Z extends 0 = 0>(
    gradients: Gradients<P, G>,
    state: NoInfer<OptimizerState<K, P>>,
    params: CheckedArgument<UnboundFloats<'update', 'params'>, P, ParamsRule<'update'>, Z, object>,
  ) => readonly [updates: P, state: OptimizerState<K, P>];
}

/** The kind of transformations without a state: `{}`. */
export interface Stateless extends StateKind {
  readonly state: { readonly [K in never]: never };
}

/** A transformation that looks at its trees before it does anything with them. */
export const checking = <K extends StateKind>({ init, update }: Transformation<K>): Optimizer<K> => {
  const checked: Transformation<K> = {
    init: (params) => {
      checkTrees('init', params, {});
      return init(params);
    },
    update: (gradients, state, params) => {
      checkTrees('update', params, { gradients });
      return update(gradients, state, params);
    },
  };
  // Trees that fit are what they are; others are refused.
  return Object.freeze(checked) as unknown as Optimizer<K>;
};

/** A transformation without a state, from what it makes of gradients. */
export const stateless = (update: <P>(gradients: P, params: P) => P): Optimizer<Stateless> =>
  checking<Stateless>({
    init: () => Object.freeze({}),
    update: (gradients, state, params) => [update(gradients, params), state],
  });
