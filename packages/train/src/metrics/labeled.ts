/**
 * Measures of scores against labels.
 */
import { type AnyTensor, type Dim, type DType, isTensor, type Shape, ShapeError, type Tensor } from '@cotangent/core';
import {
  axesOf,
  type Box,
  type CannotTell,
  type Co,
  checkOnly,
  checkTensor,
  type ExpectedTensor,
  type Faultless,
  type Kind,
  type NoDType,
  type NoShape,
  type NothingKnown,
  P,
  type Show,
  showAxes,
  sizesApart,
  type Takes,
  type UnknownOf,
  type BeforeLabels,
  checkBeforeLabels,
  checkLabels,
  type OrBoth,
  type WholeNumbers,
} from '@cotangent/core/primitives';

type NoClasses = 'the scores are a scalar and have no axis of classes';

/**
 * `Otherwise` unless there are scores of no class. Asked together with a question that is a definite no for type parameters; what `F` is, a name,
 * makes it none before all are known.
 */
type OfClasses<F extends string, S extends Shape, Otherwise> = [Co<0>, Co<Kind<Classes<S>>>] extends [
  Co<Classes<S>>,
  Co<'size' | Kind<F>>,
]
  ? `scores ${Show<S>} have no classes`
  : Otherwise;

/** `X` when scores `[...S]` have an axis of classes. */
type Classified<F extends string, S extends Shape, X> = Faultless<
  CannotTell<F, 'the scores have an axis of classes'>,
  X,
  Co<S> extends Co<readonly []> ? (Box<S> extends Box<'\0'> ? never : NoClasses) : OfClasses<F, S, never>,
  F
>;

/** `X` when there is a label in `[...T]` for each row of scores `[...S]`, otherwise why not. */
type Labels<F extends string, S extends Shape, T extends Shape, X> = Faultless<
  CannotTell<F, 'there is a label for each row of scores'>,
  X,
  LabelFault<F, S, T>,
  F
>;

type LabelFault<F extends string, S extends Shape, T extends Shape> =
  Box<S> extends Box<[...infer B extends Shape, infer _C extends Dim]>
    ? Box<B> extends Box<T>
      ? OfClasses<F, S, never>
      : Box<S> extends Box<'\0'>
        ? never
        : Box<T> extends Box<NoShape>
          ? ExpectedTensor
          : `scores ${Show<S>} need labels ${Show<B>}, got ${Show<T>}`
    : Co<S> extends Co<readonly []>
      ? NoClasses
      : Box<NoShape> extends Box<S>
        ? ExpectedTensor
        : NothingKnown;

/** A measure that has its labels, of shape `T`. */
export type LabeledLater<F extends string, T extends Shape, R extends 'scalar' | 'matrix'> = <
  S extends Shape = NoShape,
  D extends DType = NoDType,
>(
  scores: Labels<F, S, T, Tensor<S, D> & Takes<BeforeLabels<F, 'scores'>, D>>,
) => Measured<R, S>;

/** The measure named `F`; `R` says what its result is. With the labels alone it waits for the scores. */
export interface Labeled<F extends string, R extends 'scalar' | 'matrix'> {
  <T extends Shape, I extends DType = NoDType>(
    labels: Tensor<T, I> & Takes<WholeNumbers<F, OrBoth<F, 'scores'>>, I>,
  ): LabeledLater<F, T, R>;
  <S extends Shape, D extends DType = NoDType, T extends Shape = NoShape, I extends DType = NoDType>(
    scores: Classified<F, S, Tensor<S, D> & Takes<BeforeLabels<F, 'scores'>, D>>,
    labels: Labels<F, S, T, Tensor<T, I> & Takes<WholeNumbers<F>, I>>,
  ): Measured<R, S>;
}

/** A number, or a matrix of counts. */
type Measured<R extends 'scalar' | 'matrix', S extends Shape> = R extends 'matrix'
  ? { readonly tensor: Tensor<Counts<S>, 'i32'> }['tensor']
  : Tensor<[]>;

/** The shape of such a matrix: any where that of the scores is. */
type Counts<S extends Shape> = Box<S> extends Box<[...infer _B extends Shape, infer C extends Dim]> ? [C, C] : UnknownOf<S>;

type Classes<S extends Shape> = Box<S> extends Box<[...infer _B extends Shape, infer C extends Dim]> ? C : never;

const show = (shape: Shape): string => `[${shape.join(', ')}]`;

const checkClasses = (name: string, scores: AnyTensor): void => {
  if (checkTensor(name, scores).rank === 0) throw new ShapeError(`${name}: the scores are a scalar and have no axis of classes`);
};

const checkSomeClasses = (name: string, scores: AnyTensor): void => {
  if (scores.sizes.at(-1) === 0) throw new ShapeError(`${name}: scores ${show(scores.shape)} have no classes`);
};

const checkRows = (name: string, scores: AnyTensor, labels: AnyTensor): void => {
  checkClasses(name, scores);
  checkTensor(name, labels);
  const [rows, given] = [showAxes(axesOf(scores).slice(0, -1)), showAxes(axesOf(labels))];
  if (rows === given) return;
  const [names, namesGiven] = [show(scores.shape.slice(0, -1)), show(labels.shape)];
  const [wanted, found] = names === namesGiven ? [rows, given] : [names, namesGiven];
  throw new ShapeError(
    `${name}: scores ${show(scores.shape)} need labels ${wanted}, got ${found}${sizesApart(axesOf(scores), axesOf(labels))}`,
  );
};

/** A measure from what it makes of the classes that scores say, labels, and the axis of classes. */
export const labeled = <F extends string, R extends 'scalar' | 'matrix'>(
  name: F,
  measure: (predicted: AnyTensor, labels: AnyTensor, classes: ReturnType<typeof axesOf>[number]) => AnyTensor,
): Labeled<F, R> => {
  const apply = (scores: AnyTensor, labels: AnyTensor): AnyTensor =>
    // A tensor that is no scalar has a last axis.
    measure(P.argMax(scores, scores.rank - 1), P.convert(labels, 'i32'), axesOf(scores).at(-1) ?? 1);
  // Both check in the order in which the compiler looks at arguments.
  const measured = (scores: AnyTensor, labels: AnyTensor): AnyTensor => {
    checkClasses(name, scores);
    checkSomeClasses(name, scores);
    checkBeforeLabels(name, 'scores', scores);
    checkRows(name, scores, labels);
    checkLabels(name, labels);
    return apply(scores, labels);
  };
  const withLabels = (labels: AnyTensor) => {
    checkLabels(name, labels, 'scores');
    return (scores: AnyTensor): AnyTensor => {
      checkRows(name, scores, labels);
      checkSomeClasses(name, scores);
      checkBeforeLabels(name, 'scores', scores);
      return apply(scores, labels);
    };
  };
  // The interface says in types what is checked here: a second tensor makes the first one the scores.
  return ((...operands: readonly [AnyTensor, AnyTensor?]) => {
    const [first, second] = operands;
    if (isTensor(second)) return measured(first, second);
    checkOnly(name, operands, false);
    return withLabels(first);
  }) as unknown as Labeled<F, R>;
};
