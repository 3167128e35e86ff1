/**
 * Measures of scores against labels.
 */
import {
  type AnyTensor,
  type Dim,
  DTypeError,
  type DType,
  type Float,
  type Integer,
  isTensor,
  type Shape,
  ShapeError,
  type Tensor,
} from '@cotangent/core';
import { axesOf, type Box, P, type Show } from '@cotangent/core/primitives';

/** `X` when labels `[...T]` of `I` are whole numbers for scores `[...B, C]`, otherwise why they are not. */
type Labels<F extends string, B extends Shape, C extends Dim, T extends Shape, I extends DType, X> =
  Box<B> extends Box<T>
    ? I extends Integer
      ? X
      : `${F}: labels are whole numbers, got ${I}: convert them to i32`
    : `${F}: scores ${Show<[...B, C]>} need labels ${Show<B>}, got ${Show<T>}`;

/** The measure named `F`; `R` is its result for `C` classes. With the labels alone it waits for the scores. */
export interface Labeled<F extends string, R extends 'scalar' | 'matrix'> {
  <T extends Shape, I extends Integer>(
    labels: Tensor<T, I>,
  ): <B extends Shape, C extends Dim, D extends Float>(scores: Labels<F, B, C, T, I, Tensor<[...B, C], D>>) => Measured<R, C>;
  <B extends Shape, C extends Dim, D extends Float, T extends Shape, I extends DType>(
    scores: Tensor<[...B, C], D>,
    labels: Labels<F, B, C, T, I, Tensor<T, I>>,
  ): Measured<R, C>;
}

/** A number, or a matrix of counts. */
type Measured<R extends 'scalar' | 'matrix', C extends Dim> = R extends 'matrix' ? Tensor<[C, C], 'i32'> : Tensor<[]>;

const show = (shape: Shape): string => `[${shape.join(', ')}]`;

const check = (name: string, scores: AnyTensor, labels: AnyTensor): void => {
  const wanted = show(scores.shape.slice(0, -1));
  if (scores.rank === 0 || wanted !== show(labels.shape) || scores.sizes.slice(0, -1).join() !== labels.sizes.join()) {
    throw new ShapeError(`${name}: scores ${show(scores.shape)} need labels ${wanted}, got ${show(labels.shape)}`);
  }
  if (labels.dtype !== 'i32' && labels.dtype !== 'u32') {
    throw new DTypeError(`${name}: labels are whole numbers, got ${labels.dtype}: convert them to i32`);
  }
};

/** A measure from what it makes of the classes that scores say, labels, and the axis of classes. */
export const labeled = <F extends string, R extends 'scalar' | 'matrix'>(
  name: F,
  measure: (predicted: AnyTensor, labels: AnyTensor, classes: ReturnType<typeof axesOf>[number]) => AnyTensor,
): Labeled<F, R> => {
  const apply = (scores: AnyTensor, labels: AnyTensor): AnyTensor => {
    check(name, scores, labels);
    // A tensor that is no scalar has a last axis.
    return measure(P.argMax(scores, scores.rank - 1), P.convert(labels, 'i32'), axesOf(scores).at(-1) ?? 1);
  };
  // The interface says in types what is checked here: a second tensor makes the first one the scores.
  return ((first: AnyTensor, second?: AnyTensor) =>
    isTensor(second) ? apply(first, second) : (scores: AnyTensor) => apply(scores, first)) as unknown as Labeled<F, R>;
};
