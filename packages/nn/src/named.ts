/**
 * `named`: any layer as a step of a pipe, its parameters below a name.
 */
import { DTypeError, type Float, type Shape, ShapeError } from '@cotangent/core';
import type { Box, LiteralName, Show } from '@cotangent/core/primitives';
import type { Layer } from './layer.ts';
import { type Free, thenNamed } from './row.ts';
import { sameShape, showBoth, type UnknownBefore } from './shapes.ts';
import { typedLayer, untyped, type Untyped } from './untyped.ts';

/** A layer that a named one can follow, or why it cannot. */
type Before<N extends string, In extends Shape, E extends Float, P, S, A extends Shape, Out extends Shape, D extends Float> =
  Box<Out> extends Box<In>
    ? Box<D> extends Box<E>
      ? Layer<P, S, A, Out, D>
      : `named: '${N}' takes ${E}, but is given ${D}`
    : Box<Shape> extends Box<Out>
      ? UnknownBefore<`named: '${N}' takes ${Show<In>}`>
      : `named: '${N}' takes ${Show<In>}, but is given ${Show<Out>}`;

const follow = (self: Untyped, name: string, layer: Untyped): Untyped => {
  if (!sameShape(layer.input, self.output)) {
    const [wanted, given] = showBoth(layer.input, self.output);
    throw new ShapeError(`named: '${name}' takes ${wanted}, but is given ${given}`);
  }
  if (layer.input.dtype !== self.output.dtype) {
    throw new DTypeError(`named: '${name}' takes ${layer.input.dtype}, but is given ${self.output.dtype}`);
  }
  return thenNamed('named', self, name, layer, true);
};

/**
 * Continues a layer by another, whose parameters and state stand below a name: `[...B, ...A] -> [...B, ...C]`.
 *
 * Its key is folded from its name, so adding or leaving out others does not change it. A layer that does not take what the one before it gives
 * is refused by the compiler and, past it, by a `ShapeError` with the same words; a name that is taken by a `TreeError`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { key } from '@cotangent/core';
 * import { dense, input, named, relu, residual, sequential } from '@cotangent/nn';
 *
 * const block = residual(sequential(dense(64, 64), relu));
 * const model = pipe(input(64), named('first', block), named('second', block), dense('out', 10));
 * const { params } = model.init(key(0));
 * assert.deepEqual(Object.keys(params), ['first', 'second', 'out']);
 * assert.deepEqual(params.second[0].weight.shape, [64, 64]);
 * ```
 */
export const named =
  <const N extends string, Q, T, In extends Shape, Out extends Shape, E extends Float, Z extends 0 = 0>(
    name: LiteralName<'named', N, Z>,
    layer: Layer<Q, T, In, Out, E>,
  ) =>
  <P extends Free<'named', N>, S extends object, A extends Shape, Now extends Shape, D extends Float>(
    self: Before<N, In, E, P, S, A, Now, D>,
  ): Layer<
    P & { readonly [K in P extends object ? N : never]: Q },
    S & { readonly [K in S extends object ? N : never]: T },
    A,
    Out,
    E
  > =>
    // LiteralName<...> is a name and Before<...> a layer, or a message in their place that the compiler refuses.
    typedLayer(follow(untyped('named', self as Layer<P, S, A, Now, D>), name as N, untyped('named', layer)));
