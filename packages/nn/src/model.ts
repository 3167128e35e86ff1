/**
 * What functions take that work for every model.
 */
import type { Float, Key, Shape, Tensor } from '@cotangent/core';
import type { Mode } from './mode.ts';

/**
 * A layer as a function takes it that is generic in its parameters `P` and its state `S`: what begins it gives what it is applied to.
 *
 * Every `Layer` is one. A `Layer<P, S, ...>` gives its parameters as one plain record, which is not `P` itself as long as `P` is a type parameter.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, ones, type Dim, type Tensor } from '@cotangent/core';
 * import { dense, evaluation, relu, sequential, type Model } from '@cotangent/nn';
 *
 * const untrained = <P, S, I extends Dim, O extends Dim>(model: Model<P, S, [I], [O]>, x: Tensor<[I]>): Tensor<[O]> => {
 *   const { params, state } = model.init(key(0));
 *   return model.apply(params, state, evaluation)(x)[0];
 * };
 * assert.deepEqual(untrained(sequential(dense(4, 8), relu, dense(8, 3)), ones([4])).shape, [3]);
 * ```
 */
export interface Model<P, S, In extends Shape, Out extends Shape, D extends Float = 'f32'> {
  /** One example that it takes, without leading dimensions. */
  readonly input: Tensor<In, D>;
  /** One result that it gives. */
  readonly output: Tensor<Out, D>;
  /** First parameters and state. */
  readonly init: (key: Key) => { readonly params: P; readonly state: S };
  /** The function that the model is, and the state after it. */
  readonly apply: (
    params: P,
    state: S,
    mode: Mode,
  ) => <B extends Shape>(x: Tensor<[...B, ...In], D>) => readonly [Tensor<[...B, ...Out], D>, S];
}
