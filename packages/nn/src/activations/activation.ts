/**
 * Activations: elementwise functions of tensors that can also be put after a layer.
 */
import { type AnyTensor, DTypeError, type Float, isTensor, type Shape, ShapeError, type Tensor } from '@cotangent/core';
import { type Box, checkFunction, checkTensor, type LastAxis, typed } from '@cotangent/core/primitives';
import type { AnyLayer, Anything, FloatTensor, LayerOr, NoLayerBefore } from '../layer.ts';
import type { Pointwise } from './withDerivative.ts';
import { thenPlain } from '../row.ts';
import { sameShape, showBoth } from '../shapes.ts';
import { describe, isLayer, plain, typedLayer, untyped } from '../untyped.ts';

/**
 * A function of tensors that keeps shape and dtype, and does the same to what a layer gives. `F` is its name, for messages.
 *
 * So one name serves everywhere: `relu(x)` of a tensor, `pipe(x, relu)`, `pipe(input(784), dense('hidden', 128), relu)` and
 * `sequential(dense(784, 128), relu)`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { type Activation, dense, relu, tanh } from '@cotangent/nn';
 *
 * const both: readonly Activation[] = [relu, tanh];
 * assert.deepEqual(both.map((f) => f(tensor([0])).toNested()), [[0], [0]]);
 * assert.deepEqual(both.map((f) => f(dense(3, 2)).output.shape), [[2], [2]]);
 * ```
 */
export type Activation<F extends string = string> = <X extends Operand<Wanted<F>> = Anything>(x: X) => X;

/**
 * An activation along the last axis, named `F`: of a tensor that has one, or after a layer.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { logSoftmax, type RowActivation, softmax } from '@cotangent/nn';
 *
 * const both: readonly RowActivation<'softmax' | 'logSoftmax'>[] = [softmax, logSoftmax];
 * assert.deepEqual(both.map((f) => f(tensor([0])).toNested()), [[1], [0]]);
 * ```
 */
export interface RowActivation<F extends string> {
  <X extends Operand<Wanted<F>> = Anything>(x: X & Row<F, X>): X;
}

/** What an activation named `F` is for. */
export type Wanted<F extends string> =
  `${F}: expected a tensor of floats or a layer: convert other dtypes, take a part of an array, y[0], or make one with tensor(...)`;

/**
 * What an activation is applied to. The checker prints it by this name, with `Why`, where an argument is something else.
 *
 * The types of activations are written out with it where they are exported: as `Activation<F>` each of their calls would cost more.
 */
export type Operand<Why extends string> = Floating<Why> | AnyLayer;

/** A `FloatTensor`, with `_Why` it must be one. */
interface Floating<_Why extends string> {
  readonly shape: Shape;
  readonly dtype: Float;
}

/** That a tensor, or what a layer gives for one example, has a last axis; of a layer about which nothing is known, run time finds it. */
type Row<F extends string, X> = X extends { readonly shape: infer S extends Shape }
  ? LastAxis<F, S>
  : X extends { readonly output: { readonly shape: infer S extends Shape } }
    ? Shape extends S
      ? unknown
      : LastAxis<F, S>
    : unknown;

/** A function of layers that keeps shapes, dtype, parameters and state. `F` is its name, for messages. */
export type Combinator<F extends string = string> = <L extends LayerOr<NoLayerBefore<F>>>(self: L) => L;

/** An elementwise function of floats. */
export type FloatFunction = <S extends Shape, D extends Float>(x: Tensor<S, D>) => Tensor<S, D>;

/** Throws unless a tensor is one of floats, which the type of activations asks for. */
const floats = (kind: string, x: AnyTensor): AnyTensor => {
  if (x.dtype === 'f32' || x.dtype === 'f64') return x;
  throw new DTypeError(`${kind}: needs floats, got ${x.dtype}: convert it first`);
};

/** `y` where it has the shape and the dtype of `x`, which the type of the function says. */
const kept = <S extends Shape, D extends Float>(kind: string, x: Tensor<S, D>, y: Tensor<S, D>): Tensor<S, D> => {
  const { dtype } = checkTensor(kind, y);
  if (dtype === x.dtype && sameShape(x, y)) return y;
  const [takes, gives] = showBoth(x, y);
  throw new ShapeError(
    `${kind}: the function gives ${dtype}${gives} for ${x.dtype}${takes}: an activation keeps shape and dtype`,
  );
};

/**
 * Makes an activation of an elementwise function: `[...S] -> [...S]`. `kind` is what summaries call it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { square, tensor } from '@cotangent/core';
 * import { activation, dense, sequential } from '@cotangent/nn';
 *
 * const squared = activation('squared', square);
 * assert.deepEqual(squared(tensor([3])).toNested(), [9]);
 * assert.deepEqual(sequential(dense(3, 2), squared).output.shape, [2]);
 * ```
 */
export function activation<const F extends string>(kind: F, f: FloatFunction): Activation<F>;
export function activation(...given: readonly unknown[]): Activation {
  if (given.length < 2) throw new TypeError(counted);
  // By its type a name and a function, which is checked.
  const [kind, f] = given as readonly [string, FloatFunction];
  checkFunction('activation', f);
  return applied(kind, (x) => kept(kind, x, f(x)));
}

const counted = "activation: expected a name and a function: write activation('cube', (x) => power(x, 3))";

/** The same of a function that is known to keep shape and dtype. */
const applied = <const F extends string>(kind: F, f: FloatFunction): Activation<F> => {
  return <X extends FloatTensor | AnyLayer>(x: X): X => {
    // f keeps the shape and dtype of a tensor, and after(...) all the types of a layer: both give an X for an X.
    if (isTensor(x)) return f(typed<Shape, Float>(floats(kind, x))) as unknown as X;
    if (!isLayer(x)) {
      const advice = 'convert other dtypes, take a part of an array, y[0], or make one with tensor(...)';
      throw new TypeError(`${kind}: expected a tensor of floats or a layer, got ${describe(x)}: ${advice}`);
    }
    return after(kind, f)(x);
  };
};

const after =
  (kind: string, f: FloatFunction): Combinator =>
  (self) => {
    const before = untyped(kind, self);
    const { output } = before;
    return typedLayer(
      thenPlain(
        before,
        plain(kind, output, output, () => (x) => f(typed<Shape, Float>(x))),
      ),
    );
  };

/** An activation of a function in primitives. */
export const pointwise = <const F extends string>(kind: F, f: Pointwise): Activation<F> => applied(kind, (x) => typed(f(x)));

/** An activation along the last axis, which a layer before it has to give itself: its leading axes are not for it. */
export const rowwise = <F extends string>(kind: F, f: Pointwise): RowActivation<F> => {
  const apply = pointwise(kind, f);
  return (x, ...more: readonly unknown[]) => {
    // Two more are an index and the list: `xs.map(softmax)`.
    if (more.length === 1)
      throw new TypeError(`${kind}: expected a tensor or a layer, got 2 arguments: ${kind} of @cotangent/core takes an axis`);
    if (isLayer(x) && untyped(kind, x).output.rank === 0) throw new ShapeError(`${kind}: axis -1 is out of range for []`);
    return apply(x);
  };
};

/**
 * An activation with a number to choose, named `F`: `f(x, a)` of a tensor or layer, `f(a)` and `f()` as an activation.
 *
 * One signature for both: of several a pipe would take the last, without its type parameters. What is given is inferred twice, so that `X` and `Y`
 * are one where it is a tensor or a layer, whatever is known of it.
 */
export interface Parametric<F extends string = string> {
  <X extends Operand<Wanted<F>> | number | undefined = undefined, Y extends Operand<Wanted<F>> = Anything, const A = undefined>(
    x?: Given<X, Y>,
    parameter?: Parameter<F, X, Y, A>,
  ): Parametrized<F, X, Y>['made'];
}

/** What is given, inferred as `X` and as `Y`. */
type Given<X, Y> = Box<X> extends Box<Y> ? X : Y extends never ? Y : X;

/** What an activation with a number gives for `X`. */
type Parametrized<F extends string, X, Y> = Box<X> extends Box<Y> ? { readonly made: X } : { readonly made: Activation<F> };

/** A number, or why what stands behind a tensor or layer is none. Of two numbers the second is none. */
type Parameter<F extends string, X, Y, A> =
  Box<X> extends Box<Y> ? OrNone<F, A, number> : [X] extends [number] ? OrNone<F, A, never> : OrNone<F, A, number>;

type OrNone<F extends string, A, N> = [A] extends [N | undefined] ? A : NoParameter<F>;

type NoParameter<F extends string> = `${F}: expected a number behind the tensor or layer: write ${F}(x, 0.1)`;

/**
 * A family of activations with the number that is meant when none is given.
 *
 * What comes behind the number is refused: `xs.map(leakyRelu)` would give the index for a slope.
 */
export const parametric =
  <const F extends string>(kind: F, usual: number, f: (parameter: number) => Pointwise): Parametric<F> =>
  (...given: readonly unknown[]): never => {
    const [first, second, ...more] = given;
    if (more.length > 0)
      throw new TypeError(`${kind}: expected a tensor and a number, got ${given.length} arguments: write (x) => ${kind}(x)`);
    const waits = first === undefined || typeof first === 'number';
    const parameter = first === undefined || !waits ? second : first;
    if ((parameter !== undefined && typeof parameter !== 'number') || (typeof first === 'number' && second !== undefined)) {
      const found = describe(typeof first === 'number' && typeof second !== 'number' ? second : parameter);
      throw new TypeError(`${kind}: expected a number behind the tensor or layer, got ${found}: write ${kind}(x, 0.1)`);
    }
    const apply = pointwise(kind, f(parameter ?? usual));
    // What is applied is a tensor or layer, which is checked; by Parametrized<...> it gives one, and a number or nothing the activation.
    return (waits ? apply : apply(first as AnyLayer)) as never;
  };
