/**
 * `residual`: a layer around which its input is carried on.
 */
import { type Float, type Shape, ShapeError } from '@cotangent/core';
import { type Box, P, type Show } from '@cotangent/core/primitives';
import type { AnyLayer, Layer, Missing, NoLayer, Unnamed } from './layer.ts';
import { sameShape, showBoth } from './shapes.ts';
import { typedLayer, untyped, type Untyped } from './untyped.ts';

/** A layer that gives what it takes in shape, or why it must. */
type Keeping<P, S, A extends Shape, C extends Shape, D extends Float> =
  Box<A> extends Box<C>
    ? Layer<P, S, A, C, D>
    : Box<A> extends Box<[Missing]>
      ? NoLayer<'residual'>
      : `residual: the layer takes ${Show<A>}, but gives ${Show<C>}`;

const oneLayer = 'residual: expected one layer: write residual(sequential(a, b))';

const around = (layer: Untyped): Untyped => {
  if (!sameShape(layer.input, layer.output)) {
    const [takes, gives] = showBoth(layer.input, layer.output);
    throw new ShapeError(`residual: the layer takes ${takes}, but gives ${gives}`);
  }
  return {
    kind: 'residual',
    input: layer.input,
    output: layer.output,
    parts: [{ layer }],
    init: layer.init,
    apply: (params, state, mode) => {
      const f = layer.apply(params, state, mode);
      return (x) => {
        const [y, after] = f(x);
        return [P.add(x, y), after];
      };
    },
  };
};

/**
 * `x + f(x)` for a layer `f` that keeps the shape: `[...B, ...S] -> [...B, ...S]`, with the parameters and state of `f`.
 *
 * Throws `ShapeError` when `f` changes the shape, which the compiler refuses with the same words. He, Zhang, Ren, Sun, "Deep Residual
 * Learning for Image Recognition" (2016).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, ones } from '@cotangent/core';
 * import { dense, evaluation, initializers, residual } from '@cotangent/nn';
 *
 * const layer = residual(dense(3, 3, { weight: initializers.zeros, bias: initializers.constant(0.5) }));
 * const { params, state } = layer.init(key(0));
 * const [y] = layer.apply(params, state, evaluation)(ones([3]));
 * assert.deepEqual(y.toNested(), [1.5, 1.5, 1.5]);
 * ```
 */
export function residual<P, S, A extends Shape = [Missing], C extends Shape = Shape, D extends Float = Float>(
  layer: Keeping<P, S, A, C, D>,
): Layer<P, S, A, A, D> & Unnamed;
export function residual(layer: AnyLayer, ...more: readonly unknown[]): unknown {
  if (more.length > 0 && !(more.length === 2 && Array.isArray(more[1]))) throw new TypeError(oneLayer);
  return typedLayer(around(untyped('residual', layer)));
}
