/**
 * `named`: any layer as a step of a pipe, its parameters below a name.
 */
import { DTypeError, type Float, type Shape, ShapeError } from '@cotangent/core';
import type { Box, LiteralName, NoShape, Show } from '@cotangent/core/primitives';
import type { AnyLayer, Layer, Layered, Missing, NoLayerBefore } from './layer.ts';
import { type Free, thenNamed } from './row.ts';
import { sameShape, showBoth, type UnknownBefore } from './shapes.ts';
import { before, typedLayer, untyped, type Untyped } from './untyped.ts';

/** A layer that a named one can follow, or why it cannot. Of what is no layer that has been said. */
type Before<N extends string, In extends Shape, E extends Float, P, S, A extends Shape, Out extends Shape, D extends Float> =
  Box<Out> extends Box<In>
    ? Box<D> extends Box<E>
      ? Layer<P, S, A, Out, D>
      : `named: '${N}' takes ${E}, but is given ${D}`
    : Box<NoShape> extends Box<Out>
      ? NoLayerBefore<'named'>
      : Box<In> extends Box<[Missing]>
        ? Layer<P, S, A, Out, D>
        : Box<Shape> extends Box<Out>
          ? UnknownBefore<`named: '${N}' takes ${Show<In>}`>
          : `named: '${N}' takes ${Show<In>}, but is given ${Show<Out>}`;

const counted = "named: expected a name and a layer: write named('first', dense(4, 4))";

type NameFirst = "named: the name comes first, then the layer: named('first', layer)";

const nameFirst: NameFirst = "named: the name comes first, then the layer: named('first', layer)";

/** A name, given as `G`, or why it is none. */
type Name<N extends string, Z extends 0, G> =
  Box<G> extends Box<N> ? LiteralName<'named', N, Z> : G extends string ? G : NameFirst;

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
export function named<
  const N extends string,
  Q,
  T,
  In extends Shape = [Missing],
  Out extends Shape = [Missing],
  E extends Float = Float,
  Z extends 0 = 0,
  Takes extends Shape = NoShape,
  const G = undefined,
>(
  name: Name<N, Z, G>,
  layer: Layered<'named', Q, T, In, Out, E, Takes>,
): <P extends Free<'named', N>, S extends object, A extends Shape, Now extends Shape = NoShape, D extends Float = Float>(
  self: Before<N, In, E, P, S, A, Now, D>,
) => Layer<
  P & { readonly [K in P extends object ? N : never]: Q },
  S & { readonly [K in S extends object ? N : never]: T },
  A,
  Out,
  E
>;
export function named(...given: readonly unknown[]): unknown {
  if (given.length < 2) throw new TypeError(counted);
  const [name, layer] = given;
  if (typeof name !== 'string') throw new TypeError(nameFirst);
  // By its type it is a layer, or a message in its place that the compiler refuses; the same of what comes before it.
  const next = untyped('named', layer as AnyLayer);
  return (self: AnyLayer) => typedLayer(follow(before('named', self), name, next));
}
