/**
 * Measures of scores against labels.
 */
import {
  type AnyTensor,
  type Dim,
  DTypeError,
  type DType,
  type Float,
  isTensor,
  type Shape,
  ShapeError,
  type Tensor,
} from '@cotangent/core';
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
} from '@cotangent/core/primitives';

/** Accepts scores. */
interface Scores<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the scores are floats: bound their dtype, <D extends Float>`,
> {
  readonly f32: object;
  readonly f64: object;
  readonly i32: `${F}: scores are floats, got i32: give the scores first, then the labels`;
  readonly u32: `${F}: scores are floats, got u32: give the scores first, then the labels`;
  readonly bool: `${F}: scores are floats, got bool: give the scores first, then the labels`;
  readonly one: 1;
  readonly needs: `${F}: needs floats`;
}

/** Accepts labels that are given alone. */
interface LabelsAlone<F extends string> extends Omit<WholeNumbers<F>, Float> {
  readonly f32: `${F}: labels are whole numbers, got f32: convert them to i32, or give scores and labels, ${F}(scores, labels)`;
  readonly f64: `${F}: labels are whole numbers, got f64: convert them to i32, or give scores and labels, ${F}(scores, labels)`;
}

/** Accepts labels. */
interface WholeNumbers<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the labels are whole numbers: bound their dtype, <D extends Integer>`,
> {
  readonly f32: `${F}: labels are whole numbers, got f32: convert them to i32`;
  readonly f64: `${F}: labels are whole numbers, got f64: convert them to i32`;
  readonly i32: object;
  readonly u32: object;
  readonly bool: `${F}: labels are whole numbers, got bool: convert them to i32`;
  readonly one: 1;
  readonly needs: `${F}: labels are whole numbers`;
}

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
  scores: Labels<F, S, T, Tensor<S, D> & Takes<Scores<F>, D>>,
) => Measured<R, S>;

/** The measure named `F`; `R` says what its result is. With the labels alone it waits for the scores. */
export interface Labeled<F extends string, R extends 'scalar' | 'matrix'> {
  <T extends Shape, I extends DType = NoDType>(labels: Tensor<T, I> & Takes<LabelsAlone<F>, I>): LabeledLater<F, T, R>;
  <S extends Shape, D extends DType = NoDType, T extends Shape = NoShape, I extends DType = NoDType>(
    scores: Classified<F, S, Tensor<S, D> & Takes<Scores<F>, D>>,
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

const checkFloats = (name: string, x: AnyTensor): void => {
  const { dtype } = checkTensor(name, x);
  if (dtype !== 'f32' && dtype !== 'f64')
    throw new DTypeError(`${name}: scores are floats, got ${dtype}: give the scores first, then the labels`);
};

const checkWhole = (name: string, labels: AnyTensor): void => {
  const { dtype } = checkTensor(name, labels);
  if (dtype !== 'i32' && dtype !== 'u32') {
    throw new DTypeError(`${name}: labels are whole numbers, got ${dtype}: convert them to i32`);
  }
};

const checkAlone = (name: string, labels: AnyTensor): void => {
  const { dtype } = checkTensor(name, labels);
  if (dtype === 'f32' || dtype === 'f64') {
    throw new DTypeError(
      `${name}: labels are whole numbers, got ${dtype}: convert them to i32, or give scores and labels, ${name}(scores, labels)`,
    );
  }
  checkWhole(name, labels);
};

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
    checkFloats(name, scores);
    checkRows(name, scores, labels);
    checkWhole(name, labels);
    return apply(scores, labels);
  };
  const withLabels = (labels: AnyTensor) => {
    checkAlone(name, labels);
    return (scores: AnyTensor): AnyTensor => {
      checkRows(name, scores, labels);
      checkSomeClasses(name, scores);
      checkFloats(name, scores);
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
