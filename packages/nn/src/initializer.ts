/**
 * What an initializer is.
 */
import type { Float, Key, Shape, Tensor } from '@cotangent/core';

/** How many numbers go into each output of a layer, and how many outputs each input goes into. */
export interface Fans {
  readonly input: number;
  readonly output: number;
}

/**
 * Makes first values in the shape and dtype of `example`, a tensor that needs no value: `[...S] -> [...S]`.
 *
 * `fans` are those of the layer. When they are left out, the last axis counts outputs, the one before it inputs, and both times
 * the sizes before them (the positions of a convolution).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { type Initializer, initializers } from '@cotangent/nn';
 *
 * const initialize: Initializer = initializers.heNormal;
 * assert.deepEqual(initialize(key(0), spec([784, 128])).shape, [784, 128]);
 * ```
 */
export type Initializer = <S extends Shape, D extends Float>(key: Key, example: Tensor<S, D>, fans?: Fans) => Tensor<S, D>;
