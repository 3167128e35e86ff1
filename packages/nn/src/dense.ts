/**
 * `dense`: the affine layer, by position or by name.
 */
import {
  type AnyTensor,
  type Axis,
  type Dim,
  DTypeError,
  type Float,
  foldIn,
  type Shape,
  ShapeError,
  type Tensor,
} from '@cotangent/core';
import {
  type Box,
  checkKnown,
  axesOf,
  checkTensor,
  type Decided,
  describe,
  type Described,
  type Expression,
  type LiteralName,
  type NoShape,
  type OneName,
  type OneOf,
  type Optional,
  P,
  type Show,
  type Typed,
  typed,
  type WhichSize,
} from '@cotangent/core/primitives';
import type { Fans, Initializer } from './initializer.ts';
import { pytorchLinear } from './initializers.ts';
import { specOf } from './input.ts';
import type { AnyLayer, Anything, Layer, NoneBeforeIt, None, Unnamed } from './layer.ts';
import type { NoOptions, OptionOf } from './options.ts';
import { type Free, thenNamed } from './row.ts';
import { checkInput, checkSize, type DimOf, sameShape, show, showBoth, type Size, type UnknownBefore } from './shapes.ts';
import { before, field, none, typedLayer, type Untyped } from './untyped.ts';

/** How the parameters of a `dense` layer begin. */
export interface DenseStart<Bias extends Initializer | false> {
  /** How the weight begins; `initializers.pytorchLinear` when left out. */
  readonly weight?: Initializer;
  /** How the bias begins, `initializers.pytorchLinear` when left out; `false` for a layer without one. */
  readonly bias?: Bias;
}

/** How a `dense` layer begins, and its dtype. */
export interface DenseOptions<Bias extends Initializer | false, D extends Float> extends DenseStart<Bias> {
  /** `f32` when left out. */
  readonly dtype?: D;
}

/** That there is a bias, or none: options, which are given as `G`, decide it. */
type OneBias<Bias, G> = [false] extends [Bias]
  ? [Bias] extends [false]
    ? Decided<'dense', 'bias', Bias, Initializer, G>
    : OneOf<'dense', 'bias'>
  : unknown;

/** That options are no tensor, which has a dtype as well. */
type NoTensor<G> = G extends Typed ? 'dense: the options are an object of weight, bias, dtype' : unknown;

/** The parameters of a `dense` layer. */
export type DenseParams<I extends Dim, O extends Dim, D extends Float, Bias> = [Bias] extends [false]
  ? { readonly weight: Tensor<[I, O], D> }
  : { readonly weight: Tensor<[I, O], D>; readonly bias: Tensor<[O], D> };

/** A size that is one literal: a short way of `Size<'dense', A>`, as layers are many. What it refuses goes on to the signatures behind. */
type Width<A extends number> = [NoWidth<A>] extends [never] ? A : never;

type NoWidth<A extends number, All = A> = A extends unknown ? (All extends A ? (`${A}` extends Natural ? never : 0) : 0) : never;

/** Texts of sizes: no sign, no fraction, no exponent, no number in general. */
type Natural = `${bigint}` & `${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}${string}`;

/** The first argument, or why it is none. Of a type parameter that may be either it says `_Why`. */
type NameOrSize<_Why extends string, I> = [I] extends [string]
  ? OneName<'dense', I>
  : [I] extends [Axis]
    ? Size<'dense', I>
    : [Extract<I, string | Axis>] extends [never]
      ? Size<'dense', I>
      : 'dense: the first argument may be a name or a size, one of several: give one, or branch on it';

/** How many arguments `dense` takes. */
type Counted = "dense: expected a size or a name, and a width: write dense(784, 128), or dense('hidden', 128) in a pipe";

/** Why a named layer takes no dtype. */
type NoDTypeNamed = "dense: a named layer has the dtype of the layer before it: write input([784], 'f64')";

/** Why options `G` behind a size or name `I` are none. */
type NoStart<I, G> = [Exclude<G, undefined>] extends [infer O]
  ? [NoOptions<'dense', 'weight' | 'bias' | 'dtype', 'weight, bias, dtype', O>] extends [never]
    ? | NoValue<'weight', 'an initializer', never, OptionOf<O, 'weight'>>
      | NoValue<'bias', 'an initializer or false', false, OptionOf<O, 'bias'>>
      | NoFloat<I, OptionOf<O, 'dtype'>>
    : NoOptions<'dense', 'weight' | 'bias' | 'dtype', 'weight, bias, dtype', O>
  : never;

/** Why a parameter does not begin with `V`. Of functions the compiler says itself in what they differ. */
type NoValue<K extends string, Instead extends string, But, V> = V extends ((...given: never) => unknown) | undefined | But
  ? never
  : `dense: the ${K} is ${Described<V>}, not ${Instead}: write initializers.zeros`;

type NoFloat<I, V> = V extends undefined
  ? never
  : [I] extends [string]
    ? NoDTypeNamed
    : V extends Float
      ? never
      : `dense: the dtype is '${V & string}', not one of f32, f64`;

/** Options of type `T`, given as `G` behind a size or name `I`, or why they are none. */
type Start<I, G, T> = [NoStart<I, G>] extends [never] ? T : NoStart<I, G>;

/** Why `dense` does not follow a layer that gives anything but vectors. */
type NoVector<N extends string, In extends Shape> = `dense: ${NoneBefore<N, In>}`;

type NoneBefore<N extends string, In extends Shape> =
  Box<NoShape> extends Box<In>
    ? NoneBeforeIt
    : Box<Shape> extends Box<In>
      ? UnknownBefore<`'${N}' takes a vector`>
      : `'${N}' takes a vector, but is given ${Show<In>}: flatten it first`;

const counted: Counted =
  "dense: expected a size or a name, and a width: write dense(784, 128), or dense('hidden', 128) in a pipe";

const notOfNamed: NoDTypeNamed = "dense: a named layer has the dtype of the layer before it: write input([784], 'f64')";

/** Options of whatever values. */
type AnyOptions = DenseOptions<Initializer | false, Float>;

/** `x W`, over the last axis of `x`. */
const product = (x: AnyTensor, weight: AnyTensor): Expression =>
  P.dotGeneral(x, weight, { contract: [[x.rank - 1], [0]], batch: [[], []] });

const shifted = (y: Expression, bias: AnyTensor): Expression => P.add(y, P.broadcastInDim(bias, axesOf(y), [y.rank - 1]));

/** A parameter that has the shape it was begun with. */
const parameter = (operation: string, params: unknown, name: string, example: AnyTensor): AnyTensor => {
  // Whatever stands there, checkTensor takes tensors only.
  const found = checkTensor(operation, field(operation, params, name) as AnyTensor);
  if (sameShape(found, example)) return found;
  throw new ShapeError(`${operation}: the ${name} is ${showBoth(found, example).join(', but must be ')}`);
};

/** Throws `TypeError` for what no parameter can begin with, which only untyped callers can pass. */
const checkStart = (operation: string, { weight, bias }: DenseStart<Initializer | false>): void => {
  const refuse = (what: string, given: unknown, instead: string): void => {
    if (given === undefined || typeof given === 'function') return;
    throw new TypeError(`${operation}: the ${what} is ${describe(given)}, not ${instead}: write initializers.zeros`);
  };
  refuse('weight', weight, 'an initializer');
  if (bias !== false) refuse('bias', bias, 'an initializer or false');
};

/** `operation` is what messages call it, with its name if it has one. */
const denseOf = (operation: string, input: AnyTensor, width: Axis, start: DenseStart<Initializer | false>): Untyped => {
  const { weight = pytorchLinear, bias = pytorchLinear } = start;
  const [from] = axesOf(input);
  const weightLike = typed<Shape, Float>(specOf(operation, [from ?? 1, width], input.dtype));
  const output = specOf(operation, [width], input.dtype);
  const fans: Fans = { input: input.size, output: output.size };
  return {
    kind: 'dense',
    input,
    output,
    init: (key) => ({
      params: Object.freeze({
        weight: weight(foldIn(key, 'weight'), weightLike, fans),
        ...(bias === false ? {} : { bias: bias(foldIn(key, 'bias'), typed<Shape, Float>(output), fans) }),
      }),
      state: none.state,
    }),
    apply: (params, state) => {
      const w = parameter(operation, params, 'weight', weightLike);
      const b = bias === false ? undefined : parameter(operation, params, 'bias', output);
      return (x) => {
        checkInput(operation, input, x);
        return [b === undefined ? product(x, w) : shifted(product(x, w), b), state];
      };
    },
  };
};

const follow = (self: Untyped, name: string, width: Axis, start: DenseStart<Initializer | false>): AnyLayer => {
  const { output } = self;
  if (output.rank !== 1)
    throw new ShapeError(`dense: '${name}' takes a vector, but is given ${show(output.shape)}: flatten it first`);
  return typedLayer(thenNamed('dense', self, name, denseOf(`dense '${name}'`, output, width, start), false));
};

/**
 * The affine layer `x W + b`: `[...B, in] -> [...B, out]`, weight `[in, out]`, bias `[out]`.
 *
 * `dense(784, 128)` is a layer, for `sequential`; `dense('hidden', 128)` continues another layer, whose size it takes over, and puts
 * its parameters below its name: `pipe(input(784), dense('hidden', 128), relu)`. A size is a literal or a token from `dim`. Weight and
 * bias begin as in PyTorch's `Linear`, with keys folded from their own names.
 *
 * Throws `ShapeError` when what it is given does not end in its inputs, `TreeError` when its name is taken.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { key } from '@cotangent/core';
 * import { dense, initializers, input } from '@cotangent/nn';
 *
 * const model = pipe(input(784), dense('hidden', 128, { weight: initializers.heNormal }), dense('out', 10, { bias: false }));
 * const { params } = model.init(key(0));
 * assert.deepEqual(params.hidden.weight.shape, [784, 128]);
 * assert.deepEqual(Object.keys(params.out), ['weight']);
 * assert.deepEqual(dense(784, 128).init(key(0)).params.bias.shape, [128]);
 * ```
 */
export function dense(this: Counted, nameOrInput?: string | Axis, output?: Axis, options?: AnyOptions): Anything;
export function dense<const N extends string, const O extends number, Bias extends Initializer | false = Initializer, G = {}>(
  name: OneName<'dense', N>,
  output: Width<O>,
  start: Optional<DenseStart<Bias> & OneBias<Bias, G>, G>,
): <P extends Free<'dense', N>, S, A extends Shape, In extends Shape = NoShape, D extends Float = Float>(
  self: In['length'] extends 1 ? Layer<P, S, A, In, D> : NoVector<N, In>,
) => Layer<P & { readonly [K in P extends object ? N : never]: DenseParams<In[0], O, D, Bias> }, S, A, [O], D>;
export function dense<
  const I extends number,
  const O extends number,
  Bias extends Initializer | false = Initializer,
  D extends Float = 'f32',
  G = {},
>(
  input: Width<I>,
  output: Width<O>,
  options: Optional<DenseOptions<Bias, D> & OneBias<Bias, G> & Decided<'dense', 'dtype', D, 'f32', G> & NoTensor<G>, G>,
): Layer<DenseParams<I, O, NoInfer<D>, Bias>, None, [I], [O], NoInfer<D>> & Unnamed;
/** With a size that is a token, or is refused: named, and by position. */
export function dense<const N extends string, const O extends Axis, Bias extends Initializer | false = Initializer, G = {}>(
  name: OneName<'dense', N>,
  output: Size<'dense', O>,
  start: Optional<DenseStart<Bias> & OneBias<Bias, G>, G>,
): <P extends Free<'dense', N>, S, A extends Shape, In extends Shape = NoShape, D extends Float = Float>(
  self: In['length'] extends 1 ? Layer<P, S, A, In, D> : NoVector<N, In>,
) => Layer<P & { readonly [K in P extends object ? N : never]: DenseParams<In[0], DimOf<O>, D, Bias> }, S, A, [DimOf<O>], D>;
export function dense<
  const I extends Axis,
  const O extends Axis,
  Bias extends Initializer | false = Initializer,
  D extends Float = 'f32',
  G = {},
>(
  input: Size<'dense', I>,
  output: Size<'dense', O>,
  options: Optional<DenseOptions<Bias, D> & OneBias<Bias, G> & Decided<'dense', 'dtype', D, 'f32', G> & NoTensor<G>, G>,
): Layer<DenseParams<DimOf<I>, DimOf<O>, NoInfer<D>, Bias>, None, [DimOf<I>], [DimOf<O>], NoInfer<D>> & Unnamed;
/** With a name that is a type parameter: a signature of its own, and no alias in both, so that names in place cost the checker less. */
export function dense<
  const N extends string,
  const O extends Axis,
  Bias extends Initializer | false = Initializer,
  Z extends 0 = 0,
  G = {},
>(
  name: LiteralName<'dense', N, Z>,
  output: Size<'dense', O>,
  start: Optional<DenseStart<Bias> & OneBias<Bias, G>, G>,
): <P extends Free<'dense', N>, S, A extends Shape, In extends Shape = NoShape, D extends Float = Float>(
  self: In['length'] extends 1 ? Layer<P, S, A, In, D> : NoVector<N, In>,
) => Layer<P & { readonly [K in P extends object ? N : never]: DenseParams<In[0], DimOf<O>, D, Bias> }, S, A, [DimOf<O>], D>;
/** These two fit no call that the forms above do not: of the reasons why a call fits none, the compiler gives the last one's. */
export function dense<const I, const O>(input: NameOrSize<WhichSize<'dense'>, I>, output: Size<'dense', O>): Anything;
export function dense<const I, const O, Bias extends Initializer | false = Initializer, D extends Float = 'f32', const G = {}>(
  input: NameOrSize<WhichSize<'dense'>, I>,
  output: Size<'dense', O>,
  options: Start<I, G, Optional<DenseOptions<Bias, D> & OneBias<Bias, G> & Decided<'dense', 'dtype', D, 'f32', G>, G>>,
): Anything;
export function dense(...given: readonly unknown[]): unknown {
  if (given.length < 2 || given.length > 3) throw new TypeError(counted);
  const [first, output, options] = given;
  checkKnown<AnyOptions>('dense', ['weight', 'bias', 'dtype'], options as AnyOptions);
  // What checkKnown takes is a record of these, or nothing; what they are is checked here and, of the dtype, where it is used.
  const start = (options ?? {}) as AnyOptions;
  checkStart('dense', start);
  // A name or a size, and a size: Size<...> is its argument, or a message in its place that the compiler refuses.
  const [nameOrInput, width] = [first as string | Axis, checkSize('dense: the width', output)];
  if (typeof nameOrInput === 'string') {
    if (start.dtype !== undefined) throw new DTypeError(notOfNamed);
    return (self: AnyLayer) => follow(before('dense', self), nameOrInput, width, start);
  }
  return typedLayer(
    denseOf('dense', specOf('dense', [checkSize('dense: the width', nameOrInput)], start.dtype ?? 'f32'), width, start),
  );
}
