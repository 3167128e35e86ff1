import { dim, key, ones, type Dim, type Dimension, type Float, type Key, type Shape, type Tensor } from '@cotangent/core';
import { grad } from '@cotangent/grad';
import {
  type Activation,
  type AnyLayer,
  dense,
  dropout,
  elu,
  evaluation,
  flatten,
  gelu,
  initializers,
  input,
  type Layer,
  leakyRelu,
  logSoftmax,
  named,
  type None,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  type Step,
  summary,
  tanh,
  train,
  type Unnamed,
} from '@cotangent/nn';
import { flow, pipe } from 'fp-ts/lib/function.js';
import { model, params, state, x } from '../layers.ts';

/** Holds when two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(answer: Same<A, B>): boolean => answer;

interface Affine<I extends Dim, O extends Dim, D extends Float = 'f32'> {
  readonly weight: Tensor<[I, O], D>;
  readonly bias: Tensor<[O], D>;
}
type Plain<T> = { [K in keyof T]: T[K] };

// Named composition: parameters are a plain record.
same<typeof params, { readonly hidden: Plain<Affine<784, 128>>; readonly out: Plain<Affine<128, 10>> }>(true);
same<typeof state, Plain<None>>(true);
export const named784: Layer<typeof params, None, [784], [10]> = model;
export const back: typeof model = named784;

// Any leading dimensions.
const apply = model.apply(params, state, evaluation);
export const batch: Tensor<['batch', 10]> = apply(x)[0];
export const one: Tensor<[10]> = apply(ones([784]))[0];
export const two: Tensor<['time', 'batch', 10]> = apply(ones([dim('time', 3), dim('batch', 2), 784]))[0];
export const generic = <B extends Shape>(inputs: Tensor<[...B, 784]>): Tensor<[...B, 10]> => apply(inputs)[0];
export const genericBatch = <B extends Dim>(inputs: Tensor<[B, 784]>): Tensor<[B, 10]> => apply(inputs)[0];

// Gradients have the type of the parameters.
const loss = <B extends Dim>(p: typeof params, inputs: Tensor<[B, 784]>, labels: Tensor<[B], 'i32'>, k: Key): Tensor<[]> =>
  softmaxCrossEntropy(model.apply(p, state, train(k))(inputs)[0], labels);
export const gradient: typeof params = grad(loss<'batch'>)(params, x, ones([dim('batch', 2)], 'i32'), key(0));

// Rates that are literals from 0 to below 1, or not known.
export const rates = [dropout(0), dropout(0.25), dropout(1e-7), dropout(Math.random())];

// Positional composition: parameters are a tuple.
const tuple = sequential(dense(784, 128), relu, dropout(0.5), dense(128, 10));
const { state: tupleState } = tuple.init(key(0));
export const noStates: readonly [None, None, None, None] = tupleState;
same<
  typeof tuple,
  Layer<readonly [Plain<Affine<784, 128>>, Plain<None>, Plain<None>, Plain<Affine<128, 10>>], typeof tupleState, [784], [10]> &
    Unnamed
>(true);
export const images: Layer<readonly [None, None, Plain<Affine<784, 10>>], readonly [None, None, None], [28, 28], [10]> =
  sequential(input(28, 28), flatten, dense(784, 10));
export const fourteen: Tensor<[2]> = sequential(
  dense(1, 2),
  relu,
  dense(2, 3),
  relu,
  dense(3, 4),
  relu,
  dense(4, 5),
  relu,
  dense(5, 6),
  relu,
  dense(6, 7),
  relu,
  dense(7, 8),
  dense(8, 2),
).output;
export const inside: Layer<unknown, unknown, [4], [2]> = pipe(
  sequential(
    sequential(dense(4, 4), relu),
    residual(sequential(dense(4, 8), dense(8, 4))),
    parallel(dense(4, 1), sequential(dense(4, 1), tanh)),
  ),
  (nested): Layer<unknown, unknown, [4], [2]> => ({
    ...nested,
    init: nested.init,
    apply: (p, s, mode) => nested.apply(p as never, s as never, mode),
  }),
);

// Named layers of layers, with state.
const deep = pipe(
  input(8),
  named('encoder', sequential(dense(8, 4), relu)),
  named('blocks', repeat(3, residual(dense(4, 4)))),
  dense('out', 1),
);
same<
  ReturnType<typeof deep.init>['params'],
  {
    readonly encoder: readonly [Plain<Affine<8, 4>>, None];
    readonly blocks: { readonly weight: Tensor<[3, 4, 4]>; readonly bias: Tensor<[3, 4]> };
    readonly out: Plain<Affine<4, 1>>;
  }
>(true);

// Steps compose before there is a layer.
const block = flow(dense('first', 64), relu, dropout(0.1), dense('second', 32));
const twice = pipe(input(10), block, named('again', pipe(input(32), block)), flow(leakyRelu(0.2), dense('out', 1)));
export const firstWeight: Tensor<[10, 64]> = twice.init(key(0)).params.first.weight;
export const againWeight: Tensor<[32, 64]> = twice.init(key(0)).params.again.first.weight;

// Options.
const linear = dense(3, 2, { bias: false, dtype: 'f64', weight: initializers.heNormal });
same<typeof linear, Layer<{ readonly weight: Tensor<[3, 2], 'f64'> }, None, [3], [2], 'f64'> & Unnamed>(true);
const double = pipe(input([3], 'f64'), dense('a', 2, { bias: initializers.zeros }), gelu, dense('b', 1, { bias: false }));
same<
  ReturnType<typeof double.init>['params'],
  { readonly a: Plain<Affine<3, 2, 'f64'>>; readonly b: { readonly weight: Tensor<[2, 1], 'f64'> } }
>(true);

// Named sizes.
const features = dim('features', 13);
const namedSizes = pipe(input(features), dense('hidden', dim('hidden', 7)), sigmoid, dense('out', 1));
export const featureWeight: Tensor<['features', 'hidden']> = namedSizes.init(key(0)).params.hidden.weight;
export const merged: Tensor<['3*time']> = pipe(input(dim('time', 5), 3), flatten).output;
export const joined: Tensor<['n+4']> = parallel(dense(2, dim('n', 3)), dense(2, 4)).output;

// Inside functions that are generic in a dimension.
export const perceptron = <H extends Dim>(hidden: Dimension<H>): Tensor<[10]> =>
  sequential(dense(784, hidden), relu, dense(hidden, 10)).output;
export const namedPerceptron = <H extends Dim>(hidden: Dimension<H>): Tensor<[784, H]> =>
  pipe(input(784), dense('hidden', hidden), relu, dense('out', 10)).init(key(0)).params.hidden.weight;
export const wrapped = <P, S, A extends Shape, D extends Float>(layer: Layer<P, S, A, A, D>): Layer<P, S, A, A, D> =>
  relu(residual(layer));

// Activations are functions of tensors and of layers.
export const ofTensor: Tensor<['batch', 784]> = relu(x);
export const piped: Tensor<['batch', 784]> = pipe(x, relu, leakyRelu(0.1), elu(), gelu);
export const withParameter: Tensor<['batch', 784]> = leakyRelu(x, 0.3);
export const ofLayer: Layer<Plain<Affine<3, 2>>, None, [3], [2]> = relu(dense(3, 2));
export const ofGeneric = <S extends Shape, D extends Float>(y: Tensor<S, D>): Tensor<S, D> => gelu(y);
export const any: AnyLayer = relu(dense(3, 2));

// Layers of whatever parameters: what init gives, apply takes.
export const once = <P, S>(layer: Layer<P, S, [3], [4]>, x: Tensor<[2, 3]>): Tensor<[2, 4]> => {
  const { params, state } = layer.init(key(0));
  return layer.apply(params, state, evaluation)(x)[0];
};
export const doubled = <P, S>(layer: Layer<P, S, [3], [3]>): Layer<P, S, [3], [3]> => ({
  ...layer,
  init: (k) => {
    const { params, state } = layer.init(k);
    return { params, state };
  },
  apply: (params, state, mode) => (x) => {
    const [y, after] = layer.apply(params, state, mode)(x);
    return layer.apply(params, after, mode)(y);
  },
});

// Activations after any layer, and along an axis where there is one.
export const afterScalar = sequential(input(), relu, dropout(0.5), flatten, softmax);
export const rowsOfLayer = <N extends Dim>(layer: Layer<None, None, [3], [N, 4]>) => sequential(layer, softmax, relu, logSoftmax);
export const afterAny = <S extends Shape>(layer: Layer<None, None, S, S>) => sequential(layer, relu, flatten, dropout(0.3));
export const copies = <N extends Dim>(n: Dimension<N>) => repeat(n, dense(3, 3));

// Tokens that are named by a type parameter.
export const wide = <N extends Dim>(n: Dimension<N>) => pipe(input(n), dense('hidden', n), dense('out', 3));
export const square = <N extends Dim>(n: Dimension<N>) => dense(n, n);

// Activations of unknown number, and numbers behind a tensor that may be missing.
export const someActivations = (fs: readonly Activation[]) => sequential(dense(4, 3), ...fs);
export const someSteps = (steps: readonly Step[]) => sequential(dense(4, 3), ...steps);
export const sloped = (slope: number | undefined, x: Tensor<[3]>): Tensor<[3]> => elu(x, slope);
export const keptGeneric = <S extends Shape>(layer: Layer<None, None, S, S>) => repeat(2, residual(layer));

// An activation with a number to choose is a step, with its parentheses and without.
export const leaky: Tensor<[3]> = pipe(input(4), dense('a', 8), leakyRelu(), elu(), dense('b', 3)).output;

// Applied in a pipe, to each of several, in generic bodies, and with the leading dimensions written down.
const applied = model.apply(params, state, evaluation);
export const appliedInPipe: Tensor<['batch', 10]> = pipe(x, applied, ([y]) => y);
export const appliedToEach: readonly Tensor<[2, 10]>[] = [ones([2, 784])].map(applied).map(([y]) => y);
export const appliedGeneric = <B extends Shape>(y: Tensor<[...B, 784]>): Tensor<[...B, 10]> => applied(y)[0];
export const appliedNamed = <N extends Dim>(y: Tensor<[N, 784]>): Tensor<[N, 10]> => applied(y)[0];
export const appliedTo = <P, S, I extends Shape, O extends Shape, B extends Shape>(
  layer: Layer<P, S, I, O>,
  p: P,
  s: S,
  y: Tensor<[...B, ...I]>,
): Tensor<[...B, ...O]> => layer.apply(p, s, evaluation)(y)[0];
export const appliedWritten = <B extends Shape>(y: Tensor<[...B, 784]>) => applied<B>(y)[0];

// What is looked at more closely where it is refused is taken as it is where it is right.
export const flattened = <S extends Shape>(layer: Layer<None, None, S, S>) => [flatten(layer), pipe(layer, flatten)];
export const somewhere = <B extends Dim>(layer: Layer<None, None, [B], [B, 3]>) => pipe(layer, flatten, dropout(0.5), relu);
export const after = <I extends Shape, N extends Dim>(layer: Layer<None, None, I, [N]>) =>
  pipe(layer, dense('b', 4), named('c', dense(4, 3)));
export const around: Layer<Plain<Affine<3, 3>>, None, [3], [3]> = pipe(dense(3, 3), residual);
export const each = [dense(3, 3), dense(3, 3)].map(residual).map(summary);
export const dropouts = [0.1, 0.2].map(dropout);
export const modes = [key(0), key(1)].map(train);
export const leakyBare: Tensor<[3]> = pipe(input(4), dense('a', 8), leakyRelu, dense('b', 3)).output;
export const eluBare: Tensor<[3]> = pipe(input(4), dense('a', 8), elu, relu, named('b', dense(8, 3)), elu, flatten).output;
export const eluOfTensor: Tensor<[3]> = pipe(ones([3]), elu, leakyRelu(0.2), elu(), leakyRelu);
export const eluByPosition: Tensor<[3]> = sequential(input(4), elu, dense(4, 3), leakyRelu(0.1), leakyRelu).output;
export const parametrized: readonly Step[] = [elu, leakyRelu, elu(0.5)];
export const eluOfGeneric = <S extends Shape, D extends Float>(y: Tensor<S, D>): Tensor<S, D> => elu(leakyRelu(y, 0.1), 0.5);
export const eluOfLayer = <L extends Layer<None, None, [3], [3]>>(layer: L): L => elu(layer);
export const eluInPlace: Tensor<[2]> = leakyRelu(dense(3, 2), 0.5).output;
export const eluOfPerhaps = (alpha: number | undefined): Activation => elu(alpha);
