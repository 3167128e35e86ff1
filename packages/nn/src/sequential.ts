/**
 * `sequential`: layers one after the other, by position.
 */
import { DTypeError, type Float, type Shape, ShapeError, TreeError } from '@cotangent/core';
import type { CannotTell, Product, Show } from '@cotangent/core/primitives';
import type { Combinator, RowActivation } from './activations/activation.ts';
import { byPosition } from './byPosition.ts';
import type { Dropout, NoRate } from './dropout.ts';
import type { Flatten } from './flatten.ts';
import { same } from './input.ts';
import type {
  AnyLayer,
  DTypeOf,
  FloatTensor,
  Initialized,
  InputOf,
  Layer,
  ListOfLayers,
  Missing,
  OutputOf,
  ParamsOf,
  Refused,
  StateOf,
  Unnamed,
} from './layer.ts';
import { type Same, sameShape, showBoth } from './shapes.ts';
import { isLayer, listOfLayers, noLayers, typedLayer, type Untyped, untyped } from './untyped.ts';

/** What `sequential` takes: layers, activations, `dropout`, `flatten`. */
export type Step = AnyLayer | Combinator | RowActivation<string> | Flatten;

/** What a pipe takes, such as `dense('hidden', 128)`: not for here, and refused with a reason. */
type Named = (self: never) => AnyLayer;

/** Any function, such as `tanh` of core, which is for tensors: refused with a reason. */
type AnyFunction = (self: never) => unknown;

/** What may stand in the place of a step. Steps are among it for the checker to know, while it looks at one, that it may be generic. */
type Given = Step | Named | AnyFunction | object | string | number | bigint | symbol | boolean | null | undefined;

type Steps = readonly unknown[];

/** The shape after a step; none after what an activation gives that is refused, as `relu(0.1)`. */
type After<L, Now extends Shape> = [L] extends [Initialized]
  ? OutputOf<L>
  : [FloatTensor | AnyLayer] extends [L]
    ? [Missing]
    : L extends Initialized
      ? OutputOf<L>
      : L extends { readonly flattens: true }
        ? [Product<Now>]
        : Now;

/** The shape before each step. */
type Befores<T extends Steps, Now extends Shape = First<T>, R extends readonly Shape[] = []> = T extends readonly [
  infer L,
  ...infer Rest,
]
  ? Befores<Rest, After<L, Now>, [...R, Now]>
  : R;

type First<T extends Steps> = T extends readonly [infer L, ...Steps] ? InputOf<L> : never;

/** The shape after the last step. */
type Last<T extends Steps, Now extends Shape = First<T>> = T extends readonly [infer L, ...infer Rest]
  ? Last<Rest, After<L, Now>>
  : Now;

/** A shape in a message. Where nothing is refused nobody asks whether it is a shape, which is not known of generic ones. */
type Shown<S> = S extends Shape ? Show<S> : never;

/** A step, or why it cannot follow. */
type Fitting<L, I, Before, D, All = L> = L extends Initialized
  ? Same<InputOf<L>, Before> extends true
    ? Same<DTypeOf<L>, D> extends true
      ? L
      : `sequential: layer ${I & string} takes ${DTypeOf<L>}, but is given ${D & Float}`
    : Unless<
        All,
        L,
        Refused<InputOf<L>, Before, L, `sequential: layer ${I & string} takes ${Show<InputOf<L>>}, but is given ${Shown<Before>}`>
      >
  : L extends Step
    ? I extends '0'
      ? NoFirst
      : Following<L, Before>
    : Unless<All, L, NoStep<L, `layer ${I & string}`, I>>;

/** `Why` a step is refused, unless it is what an activation gives that is refused itself, as `relu(0.1)`. */
type Unless<All, L, Why> = [FloatTensor | AnyLayer] extends [All] ? ([All] extends [FloatTensor | AnyLayer] ? L : Why) : Why;

/** Why an activation does not begin. */
type NoFirst = 'sequential: the first layer must know its shape: begin with input(...)';

/** Why `L` is no step; of what is refused already, nothing. */
type NoStep<L, Which extends string, I = ''> = L extends readonly unknown[]
  ? ListOfLayers<'sequential'>
  : L extends AnyFunction
    ? I extends '0'
      ? NoFirst
      : L extends Dropout
        ? NoRate
        : L extends Named
          ? `sequential: ${Which} is for a pipe: leave its name out here`
          : `sequential: ${Which} is no function of layers: take an activation of @cotangent/nn, or make one with activation(name, f)`
    : `sequential: ${Which}: expected a layer: write dense(4, 3), relu, flatten or dropout(0.5)`;

/** One of steps of unknown number. */
type Some<L> = Given extends L ? L : L extends Initialized | Step | Named ? L : NoStep<L, 'a step'>;

/** A step that is no layer, or why it cannot follow: an activation along the last axis of what the layer before it gives has to find one. */
type Following<L, Before> = L extends Combinator
  ? L
  : L extends RowActivation<infer F>
    ? RowOf<CannotTell<F, 'the shape has axis -1'>, F, L, Before>
    : L;

/** `_Why` is printed where it is not known. */
type RowOf<_Why extends string, F extends string, L, Before> = Before extends readonly []
  ? `${F}: axis -1 is out of range for []`
  : L;

/**
 * The steps, each that does not fit replaced by the reason.
 *
 * Steps of unknown number are left as they are: while `T` is inferred the compiler asks what its constraint would be.
 */
type Checked<T extends Steps> = {
  readonly [I in keyof T]: number extends T['length']
    ? Some<T[I]>
    : Fitting<T[I], I, Befores<T>[I & keyof Befores<T>], DTypeOf<T[0]>>;
};

type Params<T extends Steps> = { readonly [I in keyof T]: ParamsOf<T[I]> };
type States<T extends Steps> = { readonly [I in keyof T]: StateOf<T[I]> };

const noFirst: NoFirst = 'sequential: the first layer must know its shape: begin with input(...)';

const first = (step: Step | undefined): Untyped => {
  if (typeof step === 'function' && !isLayer(step)) throw new ShapeError(noFirst);
  return layerAt(step, 0);
};

/** A step that must be a layer. */
const layerAt = (step: unknown, index: number): Untyped => {
  if (Array.isArray(step)) throw new TypeError(listOfLayers('sequential'));
  // What is no layer is refused.
  return untyped(`sequential: layer ${index}`, step as AnyLayer, 'dense(4, 3), relu, flatten or dropout(0.5)');
};

/** What a function makes of a layer. One of tensors gives no layer, or finds that it is given no tensor. */
const after = (step: (self: AnyLayer) => unknown, before: Untyped, index: number): Untyped => {
  const advice = 'take an activation of @cotangent/nn, or make one with activation(name, f)';
  const message = `sequential: layer ${index} is no function of layers: ${advice}`;
  const result = attempt(() => step(typedLayer(same(before.output))), message);
  if (!isLayer(result)) throw new TypeError(message);
  return untyped('sequential', result);
};

/** What a function gives; of a refusal of what is no tensor, `message`. */
const attempt = (f: () => unknown, message: string): unknown => {
  try {
    return f();
  } catch (error: unknown) {
    if (error instanceof DTypeError) throw new TypeError(message, { cause: error });
    throw error;
  }
};

/** A step as a layer: a function of layers is one when it is put after the layer that gives what it takes. */
const layerOf = (step: Step, before: Untyped, index: number): Untyped => {
  if (isLayer(step) || typeof step !== 'function') return layerAt(step, index);
  const layer = after(step as Combinator, before, index);
  if ((layer.parts ?? []).every(({ name }) => name === undefined)) return layer;
  throw new TreeError(`sequential: layer ${index} is for a pipe: leave its name out here`);
};

const next = (step: Step, before: Untyped, index: number): Untyped => {
  const layer = layerOf(step, before, index);
  const [wanted, given] = [layer.input, before.output];
  if (!sameShape(wanted, given)) {
    const [a, b] = showBoth(wanted, given);
    throw new ShapeError(`sequential: layer ${index} takes ${a}, but is given ${b}`);
  }
  if (wanted.dtype !== given.dtype)
    throw new ShapeError(`sequential: layer ${index} takes ${wanted.dtype}, but is given ${given.dtype}`);
  return layer;
};

const chained = (steps: readonly Step[]): readonly Untyped[] => {
  const [head, ...rest] = steps;
  if (steps.length === 0) throw new ShapeError(noLayers('sequential'));
  const layers = [first(head)];
  for (const step of rest) layers.push(next(step, layers.at(-1) ?? first(head), layers.length));
  return layers;
};

const sequence = (layers: readonly Untyped[]): Untyped => ({
  ...byPosition('sequential', layers, (functions) => (x) => {
    let y = x;
    const after = functions.map((f) => {
      const [result, changed] = f(y);
      y = result;
      return changed;
    });
    return [y, after];
  }),
  input: (layers[0] as Untyped).input,
  output: (layers.at(-1) as Untyped).output,
});

/**
 * Layers one after the other: `[...B, ...S0] -> [...B, ...Sn]` from the first one's input to the last one's output.
 *
 * Parameters and state are tuples, an element for each step; an activation, `dropout` or `flatten` has the element `{}`. Keys are
 * folded from positions. A layer that does not take what the one before it gives is refused at its own place, by the compiler and,
 * past it, by a `ShapeError` with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, ones } from '@cotangent/core';
 * import { dense, evaluation, relu, sequential } from '@cotangent/nn';
 *
 * const model = sequential(dense(784, 128), relu, dense(128, 10));
 * const { params, state } = model.init(key(0));
 * assert.deepEqual(params[2].weight.shape, [128, 10]);
 * const [logits] = model.apply(params, state, evaluation)(ones([32, 784]));
 * assert.deepEqual(logits.shape, [32, 10]);
 * ```
 *
 * @example
 * ```ts error
 * import { dense, relu, sequential } from '@cotangent/nn';
 *
 * sequential(dense(784, 128), relu, dense(64, 10));
 * ```
 * ```text
 * sequential: layer 2 takes [64], but is given [128]
 * ```
 */
export function sequential<T extends readonly [Given, ...Given[]]>(
  ...layers: Checked<T>
): Layer<Params<T>, States<T>, First<T>, Last<T>, DTypeOf<T[0]>> & Unnamed;
export function sequential(...layers: readonly unknown[]): unknown {
  // By Checked<T> they are steps, or messages in place of those that do not fit, which the compiler refuses.
  return typedLayer(sequence(chained(layers as readonly Step[])));
}
