/**
 * `flatten`: examples of any shape as vectors.
 */
import type { AnyTensor, Float, Shape } from '@cotangent/core';
import { axesOf, type Box, type NoShape, P, type Product } from '@cotangent/core/primitives';
import { specOf } from './input.ts';
import type { AnyLayer, Anything, Layer, Missing, NoLayerBefore } from './layer.ts';
import { thenPlain } from './row.ts';
import { before, merged, plain, typedLayer, type Untyped } from './untyped.ts';

/** A layer, or why there must be one. */
type Flattening<P, S, A extends Shape, Out extends Shape, D extends Float, Now extends Shape> =
  Box<Out> extends Box<Now> ? Layer<P, S, A, Out, D> : NoLayerBefore<'flatten'> & Layer<P, S, A, Now, D>;

/** A layer of vectors; of what is refused, what fits everywhere. */
type Flattened<P, S, A extends Shape, Out extends Shape, D extends Float, Now extends Shape> =
  Box<Out> extends Box<Now> ? { readonly made: Layer<P, S, A, [Product<Out>], D> } : { readonly made: Anything };

/** The type of `flatten`. `flattens` tells `sequential` what it does to shapes. */
export interface Flatten {
  <P, S, A extends Shape = [Missing], Out extends Shape = [Missing], D extends Float = Float, Now extends Shape = NoShape>(
    self: Flattening<P, S, A, Out, D, Now>,
  ): Flattened<P, S, A, Out, D, Now>['made'];
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
  (self: AnyLayer): never => {
    const first = before('flatten', self);
    // By Flattened<...> it is the layer that this makes.
    return typedLayer<never>(thenPlain(first, flattenOf(first.output)));
  },
  { flattens: true } as const,
);
