/**
 * `parallel`: layers side by side on the same input, their outputs joined.
 */
import { type AnyTensor, type Dim, type Shape, ShapeError } from '@cotangent/core';
import { axesOf, type Plus, type Show, type Unlisted } from '@cotangent/core/primitives';
import { byPosition } from './byPosition.ts';
import { specOf } from './input.ts';
import type {
  AnyLayer,
  DTypeOf,
  Initialized,
  InputOf,
  Layer,
  ListOfLayers,
  NoLayer,
  Missing,
  OutputOf,
  ParamsOf,
  Refused,
  StateOf,
  Unnamed,
} from './layer.ts';
import { type Same, sameShape, show, showBoth } from './shapes.ts';
import { joined, listOfLayers, noLayers, typedLayer, untyped, type Untyped } from './untyped.ts';

/** A layer, or what is refused with a reason. Layers are among it for the checker to know, while it looks at one, that it may be generic. */
type Given = AnyLayer | object | string | number | bigint | symbol | boolean | null | undefined;

type Layers = readonly unknown[];

/** `A` and `B` joined along their last axis; `undefined` when they differ elsewhere. */
type Joined<A extends Shape, B extends Shape> = A extends readonly [...infer Lead extends Shape, infer X extends Dim]
  ? B extends readonly [...infer Lead2 extends Shape, infer Y extends Dim]
    ? Same<Lead, Lead2> extends true
      ? [...Lead, Plus<X, Y>]
      : undefined
    : undefined
  : undefined;

/** The outputs of layers joined from the first one on; of layers whose number is unknown there is no width. */
type JoinedAll<T extends readonly unknown[], R extends Shape = OutputOf<T[0]>> = T extends readonly [
  unknown,
  infer L,
  ...infer Rest,
]
  ? Joined<R, OutputOf<L>> extends infer Next extends Shape
    ? JoinedAll<[L, ...Rest], Next>
    : never
  : number extends T['length']
    ? [Unlisted<'parallel', 'layers'>]
    : R;

/** A layer, or why it cannot stand beside the first one. */
type Beside<L, I, F> = L extends Initialized ? Fitting<L, I, F> : NotOne<L, I>;

type NotOne<L, I> = L extends readonly unknown[] ? ListOfLayers<'parallel'> : NoLayer<`parallel: layer ${I & string}`>;

type Fitting<L, I, F> =
  Same<InputOf<L>, InputOf<F>> extends true
    ? Same<DTypeOf<L>, DTypeOf<F>> extends true
      ? Joined<OutputOf<F>, OutputOf<L>> extends Shape
        ? L
        : `parallel: layer ${I & string} gives ${Show<OutputOf<L>>}, which does not join ${Show<OutputOf<F>>} of layer 0 at the last axis`
      : `parallel: layer ${I & string} takes ${DTypeOf<L>}, but layer 0 takes ${DTypeOf<F>}`
    : Refused<
        InputOf<L>,
        InputOf<F>,
        L,
        `parallel: layer ${I & string} takes ${Show<InputOf<L>>}, but layer 0 takes ${Show<InputOf<F>>}`
      >;

/**
 * The layers, each that does not fit replaced by the reason.
 *
 * Layers of unknown number are left as they are: while `T` is inferred the compiler asks what its constraint would be.
 */
type Checked<T extends Layers> = {
  readonly [I in keyof T]: number extends T['length'] ? Some<T[I]> : Beside<T[I], I, T[0]>;
};

/** One of layers of unknown number. */
type Some<L> = Given extends L ? L : L extends Initialized ? L : NotOne<L, '0'>;

/** What layers take; of a list with what is none, which is refused, nothing that can be spoken of. */
type Takes<T extends Layers> = T[number] extends Initialized ? InputOf<T[0]> : [Missing];

type Params<T extends Layers> = { readonly [I in keyof T]: ParamsOf<T[I]> };
type States<T extends Layers> = { readonly [I in keyof T]: StateOf<T[I]> };

const lead = (x: AnyTensor): readonly unknown[] => [...x.shape.slice(0, -1), ...x.sizes.slice(0, -1)];

const checkBeside = (layer: Untyped, index: number, head: Untyped): void => {
  const refuse = (reason: string): never => {
    throw new ShapeError(`parallel: layer ${index} ${reason}`);
  };
  const [wanted, given] = showBoth(layer.input, head.input);
  if (!sameShape(layer.input, head.input)) refuse(`takes ${wanted}, but layer 0 takes ${given}`);
  if (layer.input.dtype !== head.input.dtype) refuse(`takes ${layer.input.dtype}, but layer 0 takes ${head.input.dtype}`);
  if (layer.output.rank === 0 || lead(layer.output).join() !== lead(head.output).join()) {
    refuse(`gives ${show(layer.output.shape)}, which does not join ${show(head.output.shape)} of layer 0 at the last axis`);
  }
};

const sideBySide = (layers: readonly Untyped[]): Untyped => {
  const [head] = layers;
  if (head === undefined) throw new ShapeError(noLayers('parallel'));
  layers.forEach((layer, index) => checkBeside(layer, index, head));
  const output = joined(
    layers.map((layer) => layer.output),
    -1,
  );
  return {
    ...byPosition('parallel', layers, (functions) => (x) => {
      const results = functions.map((f) => f(x));
      const outputs = results.map(([y]) => y);
      return [joined(outputs, -1), results.map(([, after]) => after)];
    }),
    input: head.input,
    output: specOf('parallel', axesOf(output), output.dtype),
  };
};

/**
 * Layers on the same input, their outputs joined along the last axis: `[...B, ...S] -> [...B, ...T, n0 + n1 + ...]`.
 *
 * Parameters and state are tuples, an element for each layer; keys are folded from positions. Layers that differ in what they take, or in
 * what they give elsewhere than at the last axis, are refused by the compiler and, past it, by a `ShapeError` with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key } from '@cotangent/core';
 * import { dense, parallel, relu, sequential } from '@cotangent/nn';
 *
 * const model = parallel(dense(10, 3), sequential(dense(10, 5), relu));
 * assert.deepEqual(model.output.shape, [8]);
 * assert.deepEqual(model.init(key(0)).params[0].weight.shape, [10, 3]);
 * ```
 */
export function parallel<T extends readonly [Given, ...Given[]]>(
  ...layers: Checked<T>
): Layer<Params<T>, States<T>, Takes<T>, T[number] extends Initialized ? JoinedAll<T> : [Missing], DTypeOf<T[0]>> & Unnamed;
export function parallel(...layers: readonly unknown[]): unknown {
  // Checked<T> is T, or has a message in place of a layer that does not fit, which the compiler refuses.
  const given = layers as readonly AnyLayer[];
  if (given.some((one) => Array.isArray(one))) throw new TypeError(listOfLayers('parallel'));
  return typedLayer(sideBySide(given.map((layer, index) => untyped(`parallel: layer ${index}`, layer))));
}
