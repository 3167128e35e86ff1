/**
 * Layers: functions of tensors with parameters, as values.
 */
import type { Float, Key, Shape, Tensor } from '@cotangent/core';
import type {
  Box,
  CannotTell,
  Dims,
  KeyOr,
  NoKey,
  NoResult,
  Refusal,
  Show,
  TensorExpected,
  Typed,
} from '@cotangent/core/primitives';
import type { ModeOr } from './mode.ts';

/**
 * The parameters or the state of a layer that has none: `{}`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key } from '@cotangent/core';
 * import { dense, type None } from '@cotangent/nn';
 *
 * const none: None = dense(2, 1).init(key(0)).state;
 * assert.deepEqual(none, {});
 * ```
 */
export type None = { readonly [K in never]: never };

/** A layer inside another: its name is where its parameters stand; `copies` says how many there are of it when not one. */
export interface Part {
  readonly name?: string;
  readonly layer: AnyLayer;
  readonly copies?: number;
}

/**
 * A layer from shape `In` to shape `Out`, under any leading dimensions: `[...B, ...In] -> [...B, ...Out]`.
 *
 * `P` is the type of its parameters and `S` of its state (what changes in training without being learnt, such as running means),
 * both trees of tensors. A layer holds neither: `init` makes them from a key, `apply` takes them and gives the state back. This is
 * the Para construction of categorical deep learning (Fong, Spivak, Tuyéras 2019; Cruttwell et al. 2022): a layer composes with
 * another into a layer whose parameters are those of both.
 *
 * `input` and `output` are one example each, tensors without values: `spec(shape, dtype)`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, multiply, ones, spec, type Shape, type Tensor } from '@cotangent/core';
 * import { evaluation, type Layer, type None } from '@cotangent/nn';
 *
 * // A layer of your own: it learns a factor for each of 3 features.
 * const scale: Layer<{ readonly factor: Tensor<[3]> }, None, [3], [3]> = {
 *   input: spec([3]),
 *   output: spec([3]),
 *   init: () => ({ params: { factor: ones([3]) }, state: {} }),
 *   apply: ({ factor }, state) => <B extends Shape>(x: Tensor<[...B, 3]>) => [multiply(x, factor), state],
 * };
 * const { params, state } = scale.init(key(0));
 * const [y] = scale.apply(params, state, evaluation)(ones([2, 3]));
 * assert.deepEqual(y.toNested(), [[1, 1, 1], [1, 1, 1]]);
 * ```
 */
export interface Layer<P, S, In extends Shape, Out extends Shape, D extends Float = 'f32'> {
  /** One example that it takes, without leading dimensions. */
  readonly input: Tensor<In, D>;
  /** One result that it gives, without leading dimensions. */
  readonly output: Tensor<Out, D>;
  /**
   * First parameters and state. Equal keys give equal ones.
   *
   * Layers in a row join theirs with `&`, which costs the checker the same for the first layer as for the last, however many there are;
   * here, where they are read, they become one plain record.
   */
  readonly init: (key: KeyOr<NoKey<'init'>>) => {
    readonly params: { [K in keyof P]: P[K] };
    readonly state: { [K in keyof S]: S[K] };
  };
  /** The function that the layer is, and the state after it. */
  readonly apply: (
    params: P,
    state: S,
    mode: ModeOr<NoMode>,
  ) => <B extends Shape, X = Tensor<[...B, ...In], D>>(x: Taken<B, In, D, X>) => readonly [Tensor<[...B, ...Out], D>, S];
  /** What summaries call it. */
  readonly kind?: string;
  /** What it is made of, for summaries. */
  readonly parts?: readonly Part[];
}

/**
 * `X`, a tensor `[...B, ...In]` of `D`, which a layer takes, or why it takes none such. What type parameters leave open the checker prints by this name,
 * with `_Why`.
 *
 * Beside the reason stands what is taken as well: a layer of the user's own takes just that, and is one of these all the same.
 */
export type Taken<
  B extends Shape,
  In extends Shape,
  D extends Float,
  X,
  _Why extends string = CannotTell<'apply', 'the tensor ends in the shape that the layer takes'>,
> = X extends Tensor<[...B, ...In], D> ? Tensor<[...B, ...In], D> & X : NotTaken<In, D, X> & Tensor<[...B, ...In], D>;

/** Why a layer does not take what it is given. */
type NotTaken<In extends Shape, D extends Float, X> =
  X extends Typed<infer S, infer E>
    ? Box<D> extends Box<E>
      ? `apply: takes [..., ${Dims<In>}], got ${Show<S>}`
      : `apply: takes ${D}, got ${E}: convert it first`
    : Refusal<TensorExpected<'apply'>>;

/** What is said in the place of a mode that is none. */
type NoMode = 'apply: expected a mode: write apply(params, state, evaluation), or train(key)';

/**
 * A layer without a name, which is no step of a pipe. `Layer<...> & Unnamed` says so where it is put into one: a pipe applies its steps, and
 * to apply this is refused.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { dense, input, named, type Unnamed } from '@cotangent/nn';
 *
 * const layer = dense(4, 3);
 * const unnamed: Unnamed = layer;
 * assert.equal(unnamed.kind, 'dense');
 * assert.deepEqual(pipe(input(4), named('first', layer)).output.shape, [3]);
 * ```
 */
export interface Unnamed {
  (self: NoStep): never;
  /** What summaries call it. With a field, it may be spread: `{ ...layer, init }` is a layer like it. */
  readonly kind?: string;
}

/** Why a layer is no step of a pipe. */
export type NoStep =
  "pipe: a layer without a name is no step: name it, dense('name', width) or named('name', layer), compose by sequential(...), or apply it, layer.apply(params, state, mode)(x)";

/**
 * What can be seen of a tensor of floats, whatever its shape.
 *
 * These two and no more: the checker holds every tensor that an activation is applied to against this.
 */
export interface FloatTensor {
  readonly shape: Shape;
  readonly dtype: Float;
}

/**
 * A layer of whatever parameters and shapes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { type AnyLayer, dense } from '@cotangent/nn';
 *
 * const outputs = (layers: readonly AnyLayer[]) => layers.map((layer) => layer.output.shape);
 * assert.deepEqual(outputs([dense(2, 3), dense(4, 5)]), [[3], [5]]);
 * ```
 */
export interface AnyLayer {
  readonly input: FloatTensor;
  readonly output: FloatTensor;
  readonly init: (key: Key) => { readonly params: unknown; readonly state: unknown };
  /** Only that it is a function: what it is given and gives, the checker would have to take apart for every layer. */
  readonly apply: (...given: never) => unknown;
  readonly kind?: string;
  readonly parts?: readonly Part[];
}

/** A layer as an argument. The checker prints it by this name, with `_Why`, where something else is given. */
export interface LayerOr<_Why extends string> extends AnyLayer {}

/** Why `F` does not take what is no layer. */
export type NoLayer<F extends string> = `${F}: expected a layer: write dense(4, 4), or sequential(input(4), relu)`;

/** A layer of shapes `In` and `Out`, or why there must be one: of what is none `In` is one thing by default, and `Now` another. */
export type Layered<F extends string, P, S, In extends Shape, Out extends Shape, D extends Float, Now extends Shape> =
  Box<In> extends Box<Now> ? Layer<P, S, In, Out, D> : NoLayer<F> & Layer<P, S, Now, Out, D>;

/** Why `F` takes no list of layers. */
export type ListOfLayers<F extends string> = `${F}: layers stand one after the other: write ${F}(a, b), or ${F}(...layers)`;

/** Why a step of a pipe does not follow what is no layer. */
export type NoneBeforeIt = 'expected a layer: write pipe(input(784), ...)';

/** The same of a step `F`. */
export type NoLayerBefore<F extends string> = `${F}: ${NoneBeforeIt}`;

/** What tells a layer from a function of layers, decided by the compiler also where sizes are generic. */
export interface Initialized {
  readonly init: unknown;
}

/** The dimension of what is no layer, where one is inferred: no name can be it. */
export type Missing = '\0';

/** What a refused call gives. It is taken wherever a layer or a step is, so that no more is said where it stands. */
export interface Anything {
  (self: NoResult): NoResult;
  readonly input: Tensor<[Missing], Float>;
  readonly output: Tensor<[Missing], Float>;
  readonly init: NoResult;
  readonly apply: NoResult;
}

/** `Why` one of two shapes is refused. Where one is of what is refused already nothing more is said, and it is `L`. */
export type Refused<A, B, L, Why> = Box<A> extends Box<[Missing]> ? L : Box<B> extends Box<[Missing]> ? L : Why;

/** The parameters of a layer. */
export type ParamsOf<L> = L extends { readonly init: (key: Key) => { readonly params: infer P } }
  ? P
  : { [K in keyof None]: None[K] };

/** The state of a layer. */
export type StateOf<L> = L extends { readonly init: (key: Key) => { readonly state: infer S } }
  ? S
  : { [K in keyof None]: None[K] };

/** The shape that a layer takes. */
export type InputOf<L> = L extends { readonly input: { readonly shape: infer S extends Shape } } ? S : never;

/** The shape that a layer gives. */
export type OutputOf<L> = L extends { readonly output: { readonly shape: infer S extends Shape } } ? S : never;

/** The dtype of a layer. */
export type DTypeOf<L> = L extends { readonly input: { readonly dtype: infer D extends Float } } ? D : never;
