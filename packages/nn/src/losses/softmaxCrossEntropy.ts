/**
 * Cross-entropy of one class among many, from logits.
 */
import { type AnyTensor, type Dim, type DType, type Float, isTensor, type Shape, ShapeError, type Tensor } from '@cotangent/core';
import {
  axesOf,
  type Box,
  type CannotTell,
  type Co,
  checkOnly,
  checkTensor,
  type ExpectedTensor,
  type Expression,
  type Faultless,
  type NoDType,
  type NoShape,
  type NothingKnown,
  P,
  type Show,
  sizesApart,
  type Takes,
  typed,
  type BeforeLabels,
  checkBeforeLabels,
  checkLabels,
  type OrBoth,
  type WholeNumbers,
} from '@cotangent/core/primitives';
import { logSoftmax } from '../activations/squashing.ts';
import { number } from '../activations/withDerivative.ts';
import { sameShape, show, showBoth } from '../shapes.ts';
import { loss, type Loss, meanOfAll } from './loss.ts';

type NoClasses = 'the logits are a scalar and have no axis of classes';

/** `X` when logits `[...S]` have an axis of classes. */
type Classified<S extends Shape, X> = Faultless<
  CannotTell<'softmaxCrossEntropy', 'the logits have an axis of classes'>,
  X,
  Co<S> extends Co<readonly []> ? (Box<S> extends Box<'\0'> ? never : NoClasses) : never,
  'softmaxCrossEntropy'
>;

/** `X` when there is a label in `[...T]` for each row of logits `[...S]`, otherwise why not. */
type Labeled<S extends Shape, T extends Shape, X> = Faultless<
  CannotTell<'softmaxCrossEntropy', 'there is a label for each row of logits'>,
  X,
  LabelFault<S, T>,
  'softmaxCrossEntropy'
>;

type LabelFault<S extends Shape, T extends Shape> =
  Box<S> extends Box<[...infer B extends Shape, infer _C extends Dim]>
    ? Box<B> extends Box<T>
      ? never
      : Box<S> extends Box<'\0'>
        ? never
        : Box<T> extends Box<NoShape>
          ? ExpectedTensor
          : `logits ${Show<S>} need labels ${Show<B>}, got ${Show<T>}`
    : Co<S> extends Co<readonly []>
      ? NoClasses
      : Box<NoShape> extends Box<S>
        ? ExpectedTensor
        : NothingKnown;

/** The type of `softmaxCrossEntropy`. */
export interface SoftmaxCrossEntropy {
  <T extends Shape, I extends DType = NoDType>(
    labels: Tensor<T, I> & Takes<WholeNumbers<'softmaxCrossEntropy', OrBoth<'softmaxCrossEntropy', 'logits'>>, I>,
  ): <S extends Shape = NoShape, D extends DType = NoDType>(
    logits: Labeled<S, T, Tensor<S, D> & Takes<BeforeLabels<'softmaxCrossEntropy', 'logits'>, D>>,
  ) => Tensor<[], D>;
  <S extends Shape, D extends DType = NoDType, T extends Shape = NoShape, I extends DType = NoDType>(
    logits: Classified<S, Tensor<S, D> & Takes<BeforeLabels<'softmaxCrossEntropy', 'logits'>, D>>,
    labels: Labeled<S, T, Tensor<T, I> & Takes<WholeNumbers<'softmaxCrossEntropy'>, I>>,
  ): Tensor<[], D>;
}

const checkClasses = (operation: string, logits: AnyTensor): void => {
  if (checkTensor(operation, logits).rank === 0)
    throw new ShapeError(`${operation}: the logits are a scalar and have no axis of classes`);
};

const checkRows = (logits: AnyTensor, labels: AnyTensor): void => {
  checkClasses('softmaxCrossEntropy', logits);
  const shape = logits.shape.slice(0, -1);
  const sizes = logits.sizes.slice(0, -1);
  if (sameShape({ shape, sizes }, labels)) return;
  const [wanted, given] = showBoth({ shape, sizes }, labels);
  throw new ShapeError(
    `softmaxCrossEntropy: logits ${show(logits.shape)} need labels ${wanted}, got ${given}${sizesApart(axesOf(logits), axesOf(labels))}`,
  );
};

/** The element of each row that its label names, NaN where it names none: `[...B, C], [...B] -> [...B]`. */
const pick = (rows: AnyTensor, labels: AnyTensor): Expression => {
  const leading = labels.sizes.map((_, axis) => axis);
  return P.gather(rows, P.reshape(labels, [...axesOf(labels), 1]), {
    offset: [],
    collapsed: [labels.rank],
    operandBatch: leading,
    indicesBatch: leading,
    indexMap: [labels.rank],
    sliceSizes: rows.sizes.map(() => 1),
  });
};

const logProbabilities = (operation: string, logits: AnyTensor): AnyTensor => {
  checkClasses(operation, logits);
  return logSoftmax(typed<['classes'], Float>(logits));
};

const meanOfRows = (logits: AnyTensor, labels: AnyTensor): AnyTensor =>
  meanOfAll(P.negate(pick(logProbabilities('softmaxCrossEntropy', logits), labels)));

// Each checks in the order in which the compiler looks at arguments.
const fromLabels = (logits: AnyTensor, labels: AnyTensor): AnyTensor => {
  checkClasses('softmaxCrossEntropy', logits);
  checkBeforeLabels('softmaxCrossEntropy', 'logits', logits);
  checkTensor('softmaxCrossEntropy', labels);
  checkRows(logits, labels);
  checkLabels('softmaxCrossEntropy', labels);
  return meanOfRows(logits, labels);
};

const withLabels = (labels: AnyTensor) => {
  checkLabels('softmaxCrossEntropy', labels, 'logits');
  return (logits: AnyTensor): AnyTensor => {
    checkTensor('softmaxCrossEntropy', logits);
    checkRows(logits, labels);
    checkBeforeLabels('softmaxCrossEntropy', 'logits', logits);
    return meanOfRows(logits, labels);
  };
};

/**
 * The mean of `-log softmax(logits)[label]` over all leading axes: `[...B, C], [...B] -> []`.
 *
 * Labels are i32 or u32, from 0 to C - 1; the loss with any other label is NaN. A logit of `-Infinity` rules a class out. PyTorch's
 * `CrossEntropyLoss`. `softmaxCrossEntropy(labels)` waits for the logits. Throws `ShapeError` when labels do not have the leading
 * axes of the logits and `DTypeError` when they are no integers, which the compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { softmaxCrossEntropy } from '@cotangent/nn';
 *
 * const logits = tensor([[1000, 0, 0], [0, 0, 1000]]);
 * assert.equal(softmaxCrossEntropy(logits, tensor([0, 2], 'i32')).item(), 0);
 * assert.equal(softmaxCrossEntropy(logits, tensor([0, 1], 'i32')).item(), 500);
 * ```
 */
export const softmaxCrossEntropy: SoftmaxCrossEntropy = ((...operands: readonly [AnyTensor, AnyTensor?]) => {
  // The interface says in types what is done here: a second tensor makes the first one the logits.
  const [first, second] = operands;
  if (isTensor(second)) return fromLabels(first, second);
  checkOnly('softmaxCrossEntropy', operands, false);
  return withLabels(first);
}) as unknown as SoftmaxCrossEntropy;

/** The least float of both dtypes, in place of a logarithm of 0 where it is multiplied by 0. */
const least = -((2 - 2 ** -23) * 2 ** 127);

/** `target * log p`, which is 0 for a target of 0 even where p is 0. */
const weighted = (target: AnyTensor, logProbability: AnyTensor): Expression => {
  const held = P.maximum(logProbability, number(logProbability, least));
  return P.multiply(target, P.select(P.equal(target, number(target, 0)), held, logProbability));
};

/**
 * The mean of `-sum(target * log softmax(logits))` over all leading axes, of targets that are probabilities: `[...B, C], [...B, C] -> []`.
 *
 * For labels as one-hot rows, smoothed labels, or another model's predictions. `softmaxCrossEntropyOneHot(targets)` waits for the
 * logits. Throws `ShapeError` or `DTypeError` when logits and targets differ in shape or dtype, which the compiler refuses with the
 * same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { softmaxCrossEntropyOneHot } from '@cotangent/nn';
 *
 * const logits = tensor([[1000, 0], [0, 1000]]);
 * assert.equal(softmaxCrossEntropyOneHot(logits, tensor([[1, 0], [0.5, 0.5]])).item(), 250);
 * ```
 */
export const softmaxCrossEntropyOneHot: Loss<'softmaxCrossEntropyOneHot', 'rows'> = loss(
  'softmaxCrossEntropyOneHot',
  (logits, targets) =>
    P.negate(P.reduceSum(weighted(targets, logProbabilities('softmaxCrossEntropyOneHot', logits)), [logits.rank - 1])),
);
