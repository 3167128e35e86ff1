/**
 * `repeat`: copies of one layer in a row, each with parameters of its own, as one loop.
 */
import {
  type AnyTensor,
  type Axis,
  flattenTree,
  type Float,
  foldIn,
  type Key,
  scan,
  type Shape,
  ShapeError,
  type Stacked,
  unflattenTree,
} from '@cotangent/core';
import { axesOf, type Box, type Co, P, type Show, typed } from '@cotangent/core/primitives';
import type { AnyLayer, Initialized, Layer, Missing, NoLayer, Unnamed } from './layer.ts';
import { type Mode, within } from './mode.ts';
import { checkSize, type DimOf, sameShape, showBoth, type Size } from './shapes.ts';
import { type Initial, isLayer, typedLayer, untyped, type Untyped } from './untyped.ts';

/** A layer that gives what it takes in shape, or why it must. */
type Keeping<P, S, A extends Shape, C extends Shape, D extends Float> =
  Box<A> extends Box<C>
    ? Layer<P, S, A, C, D>
    : Box<A> extends Box<[Missing]>
      ? NoLayer<'repeat'>
      : `repeat: the layer takes ${Show<A>}, but gives ${Show<C>}`;

/** Why a layer is refused in the place of the count; of one that is made in place the checker infers nothing. */
type LayerFirst = 'repeat: the count comes first, then the layer: repeat(2, layer)';

const counted = 'repeat: expected a count and a layer: write repeat(2, dense(4, 4))';

/** How many, or why it is refused. */
type Copies<N> = [N] extends [0]
  ? 'repeat: 0 copies are none: repeat at least once'
  : Co<N> extends Co<Initialized>
    ? LayerFirst
    : Co<unknown> extends Co<N>
      ? LayerFirst
      : Size<'repeat', N, 'the count'>;

/** One copy of the layer in the loop: slices of stacked parameters and state, and which copy it is. */
interface Copy {
  readonly params: unknown;
  readonly state: unknown;
  readonly index: AnyTensor;
}

const sizeOf = (count: Axis): number => (typeof count === 'number' ? count : count.size);

const stack =
  (count: Axis) =>
  (...copies: readonly AnyTensor[]): AnyTensor => {
    const [first] = copies;
    const together = P.concatenate(
      copies.map((copy) => P.reshape(copy, [1, ...axesOf(copy)])),
      0,
    );
    return P.reshape(together, [count, ...(first === undefined ? [] : axesOf(first))]);
  };

const initAll = (count: Axis, layer: Untyped, key: Key): Initial => {
  const copies = Array.from({ length: sizeOf(count) }, (_, index) => layer.init(foldIn(key, index)));
  const [first, ...rest] = copies;
  const { leaves, structure } = flattenTree(first ?? layer.init(key), 'parameters');
  const others = rest.map((copy) => flattenTree(copy, 'parameters').leaves);
  // Every copy has the structure of the first one, with a further axis on every tensor.
  return unflattenTree(
    structure,
    leaves.map((leaf, index) => stack(count)(leaf, ...others.flatMap((copy) => copy[index] ?? []))),
  ) as Initial;
};

const loop = (count: Axis, layer: Untyped, mode: Mode) => {
  const step = (x: AnyTensor, { params, state, index }: Copy): readonly [AnyTensor, unknown] =>
    layer.apply(params, state, within(mode, typed<[], 'u32'>(index)))(x);
  return (x: AnyTensor, params: unknown, state: unknown): readonly [AnyTensor, unknown] =>
    // What scan cuts from stacked trees is what one copy takes.
    scan(step as (x: AnyTensor, copy: unknown) => readonly [AnyTensor, unknown], x, {
      params,
      state,
      index: P.iota([count], 0, 'u32'),
    });
};

const layerFirst: LayerFirst = 'repeat: the count comes first, then the layer: repeat(2, layer)';

/** A count that is no layer in its place. Throws `TypeError` for one. */
const countOf = (count: unknown): Axis => {
  if (isLayer(count)) throw new TypeError(layerFirst);
  // By Copies<N> it is a size, and checked as such below.
  return count as Axis;
};

const repeated = (count: Axis, layer: Untyped): Untyped => {
  if (!sameShape(layer.input, layer.output)) {
    const [takes, gives] = showBoth(layer.input, layer.output);
    throw new ShapeError(`repeat: the layer takes ${takes}, but gives ${gives}`);
  }
  const copies = sizeOf(checkSize('repeat: the count', count));
  if (copies < 1) throw new ShapeError(`repeat: ${copies} copies are none: repeat at least once`);
  return {
    kind: 'repeat',
    input: layer.input,
    output: layer.output,
    parts: [{ layer, copies }],
    init: (key) => initAll(count, layer, key),
    apply: (params, state, mode) => {
      const run = loop(count, layer, mode);
      return (x) => run(x, params, state);
    },
  };
};

/**
 * `count` copies of a layer in a row: `[...B, ...S] -> [...B, ...S]`.
 *
 * Each copy has parameters and state of its own, stacked along a leading axis: those of `repeat(3, dense(64, 64))` have shapes
 * `[3, 64, 64]` and `[3, 64]`. It is a single `scan` whatever the count, and a program as small as that of one copy. The key of
 * each copy is folded from its number.
 *
 * Throws `ShapeError` when the layer changes the shape, which the compiler refuses with the same words, or the count is below 1.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, ones } from '@cotangent/core';
 * import { dense, evaluation, relu, repeat, sequential } from '@cotangent/nn';
 *
 * const model = repeat(3, sequential(dense(4, 4), relu));
 * const { params, state } = model.init(key(0));
 * assert.deepEqual(params[0].weight.shape, [3, 4, 4]);
 * assert.deepEqual(model.apply(params, state, evaluation)(ones([2, 4]))[0].shape, [2, 4]);
 * ```
 */
export function repeat<const N, P, S, A extends Shape = [Missing], C extends Shape = Shape, D extends Float = Float>(
  count: Copies<N>,
  layer: Keeping<P, S, A, C, D>,
): Layer<Stacked<P, DimOf<N>>, Stacked<S, DimOf<N>>, A, A, D> & Unnamed;
export function repeat(...given: readonly unknown[]): unknown {
  if (given.length < 2) throw new TypeError(counted);
  const [count, layer] = given;
  // Keeping<...> is a layer, or a message in its place that the compiler refuses.
  return typedLayer(repeated(countOf(count), untyped('repeat', layer as AnyLayer)));
}
