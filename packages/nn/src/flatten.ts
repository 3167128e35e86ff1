/**
 * `flatten`: examples of any shape as vectors.
 */
import type { AnyTensor, Float, Shape } from '@cotangent/core';
import { axesOf, P, type Product } from '@cotangent/core/primitives';
import { specOf } from './input.ts';
import type { Layer } from './layer.ts';
import { thenPlain } from './row.ts';
import { merged, plain, typedLayer, type Untyped, untyped } from './untyped.ts';

/** The type of `flatten`. `flattens` tells `sequential` what it does to shapes. */
export interface Flatten {
  <P, S, A extends Shape, Out extends Shape, D extends Float>(self: Layer<P, S, A, Out, D>): Layer<P, S, A, [Product<Out>], D>;
  readonly flattens: true;
}

const flattenOf = (input: AnyTensor): Untyped => {
  const output = specOf('flatten', axesOf(merged(input, 0)), input.dtype);
  return plain(
    'flatten',
    input,
    output,
    () => (x) => merged(input.rank === 0 ? P.reshape(x, [...axesOf(x), 1]) : x, -Math.max(1, input.rank)),
  );
};

/**
 * All axes of an example in one: `[...B, ...S] -> [...B, product(S)]`. Leading dimensions stay.
 *
 * To be put after a layer, in a pipe or in `sequential`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { dense, flatten, input, sequential } from '@cotangent/nn';
 *
 * assert.deepEqual(pipe(input(28, 28), flatten).output.shape, [784]);
 * assert.deepEqual(sequential(input(28, 28), flatten, dense(784, 10)).output.shape, [10]);
 * ```
 */
export const flatten: Flatten = Object.assign(
  <P, S, A extends Shape, Out extends Shape, D extends Float>(
    self: Layer<P, S, A, Out, D>,
  ): Layer<P, S, A, [Product<Out>], D> => {
    const before = untyped('flatten', self);
    return typedLayer(thenPlain(before, flattenOf(before.output)));
  },
  { flattens: true } as const,
);
