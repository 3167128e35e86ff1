/**
 * Losses: how far predictions are from targets, as the mean over all examples.
 */
import {
  type AnyTensor,
  DTypeError,
  type DType,
  type Float,
  isTensor,
  mean,
  type Shape,
  ShapeError,
  type Tensor,
} from '@cotangent/core';
import {
  axesOf,
  type Box,
  type CannotTell,
  checkOnly,
  checkTensor,
  type Co,
  type Described,
  type DTypeDifference,
  type ExpectedTensor,
  type Faultless,
  type Floats,
  type LastAxis,
  type NoDType,
  type NoShape,
  type NothingKnown,
  type Operand,
  type Show,
  sizesApart,
  type Takes,
  typed,
} from '@cotangent/core/primitives';
import type { NoOptions, OptionOf } from '../options.ts';
import { sameShape, showBoth } from '../shapes.ts';

/** `X` when predictions `[...P]` of `D` and targets `[...T]` of `E` are alike, otherwise why they are not. */
export type Alike<F extends string, P extends Shape, D extends DType, T extends Shape, E extends DType, X> = Faultless<
  CannotTell<F, 'predictions and targets have one shape and dtype'>,
  X,
  Difference<P, D, T, E>,
  F
>;

type Difference<P extends Shape, D extends DType, T extends Shape, E extends DType> =
  Box<P> extends Box<T>
    ? DTypeDifference<D, E>
    : Box<Shape> extends Box<P> | Box<T>
      ? NothingKnown
      : Box<NoShape> extends Box<P> | Box<T>
        ? ExpectedTensor
        : `shapes differ, ${Show<P>} and ${Show<T>}`;

/**
 * What a tensor must be besides: of a loss of its rows, no scalar. Of a dtype `D` that is refused nothing more is said: two messages at once are none.
 */
type Having<Of extends 'elements' | 'rows', F extends string, S extends Shape, D extends DType = Float> = Of extends 'rows'
  ? Co<D> extends Co<Float>
    ? LastAxis<F, S, -1, `${F}: the logits are a scalar and have no axis of classes`>
    : unknown
  : unknown;

/** A loss named `F` of predictions and targets of one shape, by their elements or by their rows; `loss(targets)` waits for the predictions. */
export interface Loss<F extends string, Of extends 'elements' | 'rows' = 'elements'> {
  <T extends Shape, E extends DType = NoDType>(
    targets: Tensor<T, E> & Takes<Floats<F>, E>,
  ): <P extends Shape = NoShape, D extends DType = NoDType>(
    predictions: Alike<F, P, D, T, E, Tensor<P, D> & Having<Of, F, P>>,
  ) => Tensor<[], D>;
  <P extends Shape, D extends DType = NoDType, T extends Shape = NoShape, E extends DType = NoDType>(
    predictions: Tensor<P, D> & Operand<F, D>,
    targets: Alike<F, P, D, T, E, Tensor<T, E> & Takes<Floats<F>, E> & Having<Of, F, T, E>>,
  ): Tensor<[], D>;
}

/** Options `G` with a positive number named `What`, or why they are none. */
type Adjusted<F extends string, What extends string, G> = [Exclude<G, undefined>] extends [infer O]
  ? [NoOptions<F, What, What, O>] extends [never]
    ? [NotPositive<F, What, OptionOf<O, What>>] extends [never]
      ? { readonly [K in What]?: number } & G
      : NotPositive<F, What, OptionOf<O, What>>
    : NoOptions<F, What, What, O>
  : never;

type NotPositive<F extends string, What extends string, N> = N extends undefined
  ? never
  : N extends number
    ? `${N}` extends `-${string}` | '0'
      ? `${F}: ${What} is ${N}, which is not positive`
      : never
    : `${F}: ${What} is ${Described<N>}, which is not positive`;

/**
 * A loss named `F` with an option `What`, a positive number. Where it waits for the predictions run time holds it to that: of two signatures the
 * compiler gives the reasons of the last.
 */
export interface AdjustableLoss<F extends string, What extends string> {
  <T extends Shape, E extends DType = NoDType>(
    targets: Tensor<T, E> & Takes<Floats<F>, E>,
    options?: { readonly [K in What]?: number },
  ): <P extends Shape = NoShape, D extends DType = NoDType>(predictions: Alike<F, P, D, T, E, Tensor<P, D>>) => Tensor<[], D>;
  <P extends Shape, D extends DType = NoDType, T extends Shape = NoShape, E extends DType = NoDType, const G = {}>(
    predictions: Tensor<P, D> & Operand<F, D>,
    targets: Alike<F, P, D, T, E, Tensor<T, E> & Takes<Floats<F>, E>>,
    options?: Adjusted<F, What, G>,
  ): Tensor<[], D>;
}

/** Throws unless a tensor is one of floats. */
const checkFloats = (operation: string, x: AnyTensor): void => {
  const { dtype } = checkTensor(operation, x);
  if (dtype !== 'f32' && dtype !== 'f64') throw new DTypeError(`${operation}: needs floats, got ${dtype}: convert it first`);
};

/** Throws unless predictions and targets are floats of one shape and dtype. */
const checkAlike = (operation: string, predictions: AnyTensor, targets: AnyTensor): void => {
  checkTensor(operation, predictions);
  checkTensor(operation, targets);
  if (!sameShape(predictions, targets))
    throw new ShapeError(
      `${operation}: shapes differ, ${showBoth(predictions, targets).join(' and ')}${sizesApart(axesOf(predictions), axesOf(targets))}`,
    );
  if (predictions.dtype !== targets.dtype) {
    throw new DTypeError(`${operation}: dtypes differ, ${predictions.dtype} and ${targets.dtype}: convert one of them`);
  }
  checkFloats(operation, targets);
};

/** The mean of all elements: `[...S] -> []`. */
export const meanOfAll = (x: AnyTensor): AnyTensor => mean(typed<['elements'], Float>(x));

/** A loss from what it is for each element, or each row of them: `term(predictions, targets, options)`. */
export const adjustableLoss = <F extends string, What extends string, Options = { readonly [K in What]?: number }>(
  operation: F,
  term: (predictions: AnyTensor, targets: AnyTensor, options?: Options) => AnyTensor,
  takesOptions = true,
): AdjustableLoss<F, What> => {
  const apply = (predictions: AnyTensor, targets: AnyTensor, options?: Options): AnyTensor => {
    checkAlike(operation, predictions, targets);
    return meanOfAll(term(predictions, targets, options));
  };
  const later = (targets: AnyTensor, options?: Options) => {
    checkFloats(operation, targets);
    return (predictions: AnyTensor) => apply(predictions, targets, options);
  };
  // The interface says in types what is done here: a second tensor makes the first one the predictions.
  return ((...operands: readonly [AnyTensor, (AnyTensor | Options)?, Options?]) => {
    const [first, second, options] = operands;
    if (isTensor(second)) return apply(first, second, options);
    checkOnly(operation, operands, takesOptions);
    return later(first, second);
  }) as unknown as AdjustableLoss<F, What>;
};

/** A loss that cannot be adjusted: `term(predictions, targets)`. */
export const loss = <F extends string>(operation: F, term: (predictions: AnyTensor, targets: AnyTensor) => AnyTensor): Loss<F> =>
  adjustableLoss<F, never>(operation, (predictions, targets) => term(predictions, targets), false);
