import {
  add,
  argMax,
  argSort,
  concatenate,
  conv,
  cumulativeSum,
  diagonal,
  einsum,
  expandDims,
  flatten,
  logSoftmax,
  matmul,
  maxPool,
  mean,
  moveAxis,
  multiply,
  pad,
  rearrange,
  reduce,
  reduceWindow,
  repeat,
  reshape,
  slice,
  softmax,
  sort,
  splitAxis,
  squeeze,
  stack,
  subtract,
  sum,
  swapAxes,
  take,
  takeAlongAxis,
  tile,
  transpose,
  tril,
  type Dim,
  type Dimension,
  type Float,
  type Floor,
  type Product,
  type Shape,
  type Tensor,
  type Times,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

export const addLater = <S extends Shape>(x: Tensor<S>) => add(t([4]))(x);
export const addLaterDims = <B extends Dim, C extends Dim>(x: Tensor<[B]>, y: Tensor<[C]>) => add(y)(x);
export const sumLater = <S extends Shape>(x: Tensor<S>) => sum(0)(x);
export const sumPiped = <S extends Shape>(x: Tensor<[...S, 3]>) => pipe(x, sum(0));
export const matmulLater = <B extends Dim>(x: Tensor<[B, 783]>) => matmul(t([784, 10]))(x);
export const matmulPiped = <B extends Shape>(x: Tensor<[...B, 783]>) => pipe(x, matmul(t([784, 10])));
export const reshapeLater = <B extends Dim>(x: Tensor<[B, 4]>) => reshape([4])(x);
export const softmaxLater = <S extends Shape>(x: Tensor<S>) => softmax(1)(x);
export const wrongLast = <B extends Dim>(x: Tensor<[B, 10]>): Tensor<[B, 11]> => add(x, 1);
export const wrongDType = <D extends Float>(x: Tensor<[3], D>): Tensor<[3], 'f32'> => multiply(x, x);
export const twoGenerics = <D extends Float, E extends Float>(x: Tensor<[3], D>, y: Tensor<[3], E>) => add(x, y);
export const meanOfKept = <S extends Shape>(x: Tensor<[...S, 4]>) => subtract(x, mean(x, -1));
export const attention = <B extends Dim, T extends Dim, U extends Dim>(
  q: Tensor<[B, T, 64]>,
  k: Tensor<[B, U, 64]>,
  v: Tensor<[B, T, 64]>,
) => einsum('bqk,bkd->bqd', einsum('bqd,bkd->bqk', q, k), v);
export const threeOperands = <N extends Dim, M extends Dim>(x: Tensor<[2, N]>, y: Tensor<[N, M]>, z: Tensor<[N, 3]>) =>
  einsum('ij,jk,kl->il', x, y, z);
export const headsTwice = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 768]>) => reshape(x, [x.dim(0), x.dim(1), 12, 63]);
export const headsSwapped = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 768]>) => reshape(x, [x.dim(1), x.dim(0), 12, 63]);
export const leftOver = <B extends Dim>(x: Tensor<[B, 28, 28]>) => reshape(x, [-1, 783]);
export const leftUnder = <B extends Dim>(x: Tensor<[B, 4]>) => reshape(x, [x.dim(0), -1, 3]);
export const leftTwice = <B extends Dim>(x: Tensor<[B, 4]>) => reshape(x, [-1, x.dim(0), -1]);
export const genericLast = <B extends Dim>(x: Tensor<[B, 4]>) => reshape(x, [5, x.dim(0)]);
export const genericGone = <B extends Dim>(x: Tensor<[B, 4]>) => pipe(x, reshape([4]));
export const genericOthers = <B extends Dim, T extends Dim>(x: Tensor<[B, B, T]>, y: Tensor<[T, T]>) =>
  reshape(x, [y.dim(0), y.dim(1), x.dim(0)]);
export const genericWrong = <B extends Dim>(x: Tensor<[B, 28, 28]>): Tensor<[B, 783]> => reshape(x, [-1, 784]);
export const allOfAny = <S extends Shape>(x: Tensor<S>) => reshape(x, [-1]);
export const permuted = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 4]>): Tensor<[B, T, 4]> => transpose(x, [1, 0, 2]);
export const permutedTwice = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 4]>) => transpose(x, [1, 1, 2]);
export const movedAway = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 4]>) => moveAxis(x, 0, 3);
export const expandedAway = <S extends Shape>(x: Tensor<[...S, 4]>) => expandDims(x, 1);
export const joinedOff = <B extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[B, 5]>) => concatenate([x, y], 0);
export const stackedOff = <S extends Shape>(x: Tensor<[...S, 4]>, y: Tensor<[...S, 5]>) => stack([x, y]);
export const takenTooFar = <S extends Shape>(x: Tensor<[10, 4]>, at: Tensor<S, 'i32'>): Tensor<[...S, 5]> => take(x, at, 0);
export const takenAway = <S extends Shape>(x: Tensor<S>) => take(x, t([2], 'i32'), 0);
export const slicedAway = <B extends Dim>(x: Tensor<[B, 4]>) => slice(x, [null, [0, 5]]);
export const sliceOfDim = <B extends Dim>(x: Tensor<[B, 4]>) => slice(x, [[0, 2]]);
export const leadingTwice = <A extends Shape, B extends Shape>(x: Tensor<[...A, 4]>, y: Tensor<[...B, 4]>) => add(x, y);
export const dimForShape = <B extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[4, B]>) => add(x, y);
export const chained = <B extends Dim>(x: Tensor<[B, 784]>) => matmul(matmul(x, t([784, 128])), t([64, 10]));
export const softmaxOfAny = <S extends Shape>(x: Tensor<S>) => softmax(x);
export const logSoftmaxOfAny = <S extends Shape, D extends Float>(x: Tensor<S, D>) => logSoftmax(x);
export const sortedAny = <S extends Shape>(x: Tensor<S>) => sort(x);
export const orderOfAny = <S extends Shape>(x: Tensor<S>) => argSort(x);
export const runningAny = <S extends Shape>(x: Tensor<S>) => cumulativeSum(x);
export const softmaxOfAnyPiped = <S extends Shape>(x: Tensor<S>) => pipe(x, softmax());
export const matmulAroundGeneric = <S extends Shape>(x: Tensor<[2, ...S, 2]>) => matmul(x, x);
export const flattenLeadingGeneric = <S extends Shape>(x: Tensor<[...S, 2]>) => flatten(x, 1);
export const flattenAnyFrom = <S extends Shape>(x: Tensor<S>) => flatten(x, 1);
export const flattenedTwice = <S extends Shape>(x: Tensor<[...S, 2, 2]>): Tensor<[Product<[...S, 2]>]> => flatten(x);
export const flattenedSome = <S extends Shape>(x: Tensor<[...S, 2]>): Tensor<[Product<S>]> => flatten(x);
export const flattenedOther = <S extends Shape, R extends Shape>(x: Tensor<S>): Tensor<[Product<R>]> => flatten(x);
export const flattenedBeside = <S extends Shape>(x: Tensor<[...S, 2, 2]>, y: Tensor<[...S, 2]>) => add(flatten(x), flatten(y));
export const unflattened = <S extends Shape>(x: Tensor<[...S, 2]>) => reshape(flatten(x), [2, 3]);

export const matmulLaterAroundGeneric = <S extends Shape>(x: Tensor<[2, ...S, 2]>) => matmul(x)(x);

// What stands in generic dimensions, nobody knows: whether there is an axis for the entry of a list, or where one lies.
export const countOfAny = <S extends Shape>(x: Tensor<[...S, 4]>) => tile(x, [2]);
export const edgesOfAny = <S extends Shape>(x: Tensor<[...S, 4]>) => pad(x, [[1, 1]]);
export const rangeOfAny = <S extends Shape>(x: Tensor<[...S, 4]>) => slice(x, [[0, 1]]);
export const countsOfAny = <S extends Shape>(x: Tensor<[4, ...S, 3]>) => tile(x, [2, 1]);
export const listInside = <B extends Dim, S extends Shape>(x: Tensor<[B, ...S]>) => sum(x, [0, 1]);
export const listAround = <S extends Shape>(x: Tensor<[2, ...S, 3]>) => mean(x, [-2, 0], { keepDims: true });
export const listTwice = <S extends Shape>(x: Tensor<[2, ...S, 3]>) => sum(x, [0, 0]);
export const listWrong = <S extends Shape>(x: Tensor<[2, ...S, 3]>): Tensor<[...S, 3]> => sum(x, [0, -1]);

// A type parameter has an element: of more nobody knows.
export const secondOfAny = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [1]);
export const twoOfAny = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [[2, null]]);
export const stridedAny = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [[2, null, 2]]);
export const stridedTo = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [[0, 2, 2]]);
export const boundOfAny = <L extends Dim>(x: Tensor<[L, 4]>, at: number) => slice(x, [[0, at]]);
export const shiftedBeside = <L extends Dim>(x: Tensor<[L, 4]>) => add(slice(x, [[1, null]]), x);

// What no axis has is told at once.
export const stepOf0 = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [[0, null, 0]]);
export const stepOfHalf = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [[0, null, 0.5]]);
export const stepBack = <L extends Dim>(x: Tensor<[L, 4]>) => pipe(x, slice([[null, null, -1]]));
export const oneBound = <L extends Dim>(x: Tensor<[L, 4]>) => slice(x, [[0]]);
export const stepThere = <L extends Dim>(x: Tensor<[L, 4]>, range: readonly [0, null, 2?]) => slice(x, [range]);
export const stepOfTwo = <L extends Dim>(x: Tensor<[L, 4]>, range: readonly [0, null, 2 | 3]) => slice(x, [range]);
export const boundOfTwo = <L extends Dim>(x: Tensor<[L, 4]>, range: readonly [0 | 1, null]) => slice(x, [range]);

// Quotients of something else, and of other sizes.
export const everySecondBeside = <L extends Dim>(x: Tensor<[L, 4]>) => add(x, slice(x, [[0, null, 2]]));
export const everySecondOf = <L extends Dim, M extends Dim>(x: Tensor<[L, 4]>, y: Tensor<[M, 4]>) =>
  add(slice(x, [[0, null, 2]]), slice(y, [[0, null, 2]]));
export const everySecondAfter = <L extends Dim>(x: Tensor<[L, 4]>) => add(slice(x, [[0, null, 2]]), slice(x, [[1, null, 2]]));
export const everyThirdFor = <L extends Dim>(x: Tensor<[L, 4]>): Tensor<[Floor<L, 2>, 4]> => slice(x, [[2, null, 3]]);

// Sums that differ by one, or in what they are of.
export const shiftedTwice = <L extends Dim>(x: Tensor<[L, 4]>): Tensor<[L, 4]> => concatenate([t([2, 4]), slice(x, [[0, -1]])]);
export const oneTooShort = <L extends Dim>(x: Tensor<[L, 4]>) =>
  add(x, concatenate([t([2, 4]), slice(slice(x, [[0, -1]]), [[0, null]])]));
// A type parameter is taken for 1 at least: what is left of it then may be nothing.
export const cutTwice = <L extends Dim>(x: Tensor<[L, 4]>) => slice(slice(x, [[1, null]]), [[0, -1]]);
export const firstOfRest = <L extends Dim>(x: Tensor<[L, 4]>) => slice(slice(x, [[1, null]]), [0]);
export const ofAnother = <L extends Dim, M extends Dim>(x: Tensor<[L, 4]>, y: Tensor<[M, 4]>): Tensor<[L, 4]> =>
  concatenate([t([1, 4]), slice(y, [[0, -1]])]);
export const cutTooFar = <L extends Dim>(x: Tensor<[L]>) => slice(pad(x, [[2, 0]]), [[0, -4]]);
export const thirdOfTwo = <L extends Dim>(x: Tensor<[L]>) => slice(pad(x, [[1, 0]]), [2]);
export const lastOfTwo = <L extends Dim>(x: Tensor<[L]>) => slice(pad(x, [[1, 0]]), [-3]);
export const turned = <L extends Dim>(x: Tensor<[L]>) => slice(pad(x, [[3, 0]]), [[2, 1]]);
export const acrossEnds = <L extends Dim>(x: Tensor<[L]>) => slice(pad(x, [[3, 0]]), [[-2, 3]]);

// How many axes generic dimensions are, nobody knows: these may be too few, or not.
export const pooledOfAny = <S extends Shape>(x: Tensor<[...S, 2]>) => maxPool(x, [2, 2]);
export const reducedOfAny = <S extends Shape>(x: Tensor<[...S, 2]>) => reduceWindow(x, 'max', [2, 2]);
export const convolvedOfAny = <S extends Shape>(x: Tensor<[...S, 2]>) => conv(x, t([4, 3, 3, 3]));
export const stackedBehind = <S extends Shape>(x: Tensor<[...S, 2]>) => stack([x, x], 2);
export const expandedBehind = <S extends Shape>(x: Tensor<[...S, 2]>) => expandDims(x, 2);
export const lastTwoOfAny = <S extends Shape>(x: Tensor<[...S, 2]>) => rearrange(x, '... a b -> ... b a');
export const lastTwoSummed = <S extends Shape>(x: Tensor<[...S, 2]>) => einsum('...ab->...ba', x);

// A dimension that is one of two type parameters is neither.
export const eitherForOne = <A extends Dim, B extends Dim>(x: Tensor<[A | B, 3]>, a: Dimension<A>) => reshape(x, [a, 3]);
export const oneForEither = <A extends Dim, B extends Dim>(x: Tensor<[A, 3]>, either: Dimension<A | B>) =>
  reshape(x, [either, 3]);
export const productOfEither = <A extends Dim, B extends Dim>(x: Tensor<[Times<A | B, 4>, 2]>, a: Dimension<A>) =>
  reshape(x, [a, 8]);
export const squaredDeclared = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[B, B]> => reshape(x, [x.dim(0), x.dim(0)]);

// A multiple of 2 has two elements at least, and a multiple of B no more than one.
export const thirdOfTimes = <L extends Dim>(x: Tensor<[Times<2, L>, 4]>) => slice(x, [2]);
export const widerThanTwo = <L extends Dim>(x: Tensor<[Times<2, L>, 4]>) => maxPool(x, [3, 1]);
export const widerThanOne = <B extends Dim, L extends Dim>(x: Tensor<[Times<B, L>, 4]>) => maxPool(x, [2, 1]);

// Beside generic dimensions one type parameter is no more known than another: axes are counted from the other end.
export const summedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => sum(x, 0);
export const ofTokenBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => x.dim(0);
export const softenedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => softmax(x, 0);
export const halvedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => splitAxis(x, 2, 0);
export const repeatedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => repeat(x, 2, 0);
export const takenBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => take(x, t([2], 'i32'), 0);
export const joinedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => concatenate([x, x], 0);
export const swappedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => swapAxes(x, 0, 1);
export const greatestBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => argMax(x, 0);
export const squeezedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => squeeze(x, 0);
export const movedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => moveAxis(x, 0, 1);
export const flattenedFromBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => flatten(x, 1);
export const permutedBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>) => transpose(x, [0, 1, 2]);
export const takenAlongBehind = <S extends Shape, N extends Dim>(x: Tensor<[...S, N, 6]>, at: Tensor<[...S, N, 6], 'i32'>) =>
  takeAlongAxis(x, at, 0);
export const summedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => sum(x, -1);
export const ofTokenBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => x.dim(-1);
export const softenedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => softmax(x, -1);
export const halvedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => splitAxis(x, 2, -1);
export const repeatedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => repeat(x, 2, -1);
export const takenBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => take(x, t([2], 'i32'), -1);
export const joinedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => concatenate([x, x], -1);
export const swappedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => swapAxes(x, -1, 0);
export const greatestBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => argMax(x, -1);
export const squeezedBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => squeeze(x, -1);
export const takenAlongBefore = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>, at: Tensor<[A, ...S], 'i32'>) =>
  takeAlongAxis(x, at, -1);
export const summedBetween = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S, 6]>) => sum(x, 1);

// Shapes that differ for some and not for others are not said to differ; those that differ for all are.
export const rowTimesAny = <A extends Dim, S extends Shape>(x: Tensor<[A]>, y: Tensor<[A, ...S]>) => matmul(x, y);
export const anyTimesRow = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>, y: Tensor<[A]>) => matmul(x, y);
export const scalarTimesAny = <S extends Shape>(x: Tensor<[]>, y: Tensor<[4, ...S]>) => matmul(x, y);
export const rowOnAny = <S extends Shape>(x: Tensor<[4]>, y: Tensor<[...S, 4]>) => stack([x, y]);
export const anyOnRow = <S extends Shape>(x: Tensor<[4]>, y: Tensor<[4, ...S]>) => stack([y, x]);
export const scalarOnAny = <S extends Shape>(x: Tensor<[]>, y: Tensor<[...S, 4]>) => stack([x, y]);
export const endsOnAny = <S extends Shape>(x: Tensor<[...S, 4]>, y: Tensor<[5, ...S]>) => stack([x, y]);
export const otherRowOnAny = <S extends Shape>(x: Tensor<[3, 5]>, y: Tensor<[...S, 4]>) => stack([x, y]);
export const otherFrontOnAny = <S extends Shape>(x: Tensor<[3, 5]>, y: Tensor<[4, ...S]>) => stack([x, y]);
export const rowBesideAny = <S extends Shape>(x: Tensor<[4]>, y: Tensor<[...S, 4]>) => concatenate([x, y], -1);
export const anyBesideRow = <S extends Shape>(x: Tensor<[4]>, y: Tensor<[4, ...S]>) => concatenate([y, x], 0);
export const otherRowBesideAny = <S extends Shape>(x: Tensor<[3, 5]>, y: Tensor<[...S, 4]>) => concatenate([x, y], 0);
export const anyAlongFirst = <S extends Shape>(x: Tensor<[3, 6]>, at: Tensor<[...S, 6], 'i32'>) => takeAlongAxis(x, at, 0);
export const otherAlongFirst = <S extends Shape>(x: Tensor<[3, 4]>, at: Tensor<[...S, 5], 'i32'>) => takeAlongAxis(x, at, 0);
export const otherAlongLast = <S extends Shape>(x: Tensor<[3, 4]>, at: Tensor<[5, ...S], 'i32'>) => takeAlongAxis(x, at, -1);
export const squareOfAny = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => diagonal(x);
export const lowerOfAny = <A extends Dim, S extends Shape>(x: Tensor<[A, ...S]>) => tril(x);

// Where the shapes fit, it is the dtypes that are left open.
export const dtypesStacked = <D extends Float, E extends Float>(x: Tensor<[3], D>, y: Tensor<[3], E>) => stack([x, y]);
export const dtypeOnF32 = <D extends Float>(x: Tensor<[3], D>, y: Tensor<[3]>) => stack([x, y]);
export const dtypesJoined = <D extends Float, E extends Float>(x: Tensor<[3], D>, y: Tensor<[3], E>) => concatenate([x, y]);
export const dtypesOfThree = <D extends Float>(x: Tensor<[3], D>, y: Tensor<[3]>) => concatenate([x, x, y]);
export const dtypesConvolved = <D extends Float, E extends Float>(x: Tensor<[3, 8], D>, k: Tensor<[4, 3, 3], E>) => conv(x, k);
export const dtypesPadded = <D extends Float>(x: Tensor<[3, 8], D>, k: Tensor<[4, 3, 3]>) => conv(x, k, { padding: 1 });
export const dtypesLater = <D extends Float>(x: Tensor<[3, 8]>, k: Tensor<[4, 3, 3], D>) => conv(k)(x);

// What of a shape a pattern leaves open.
export const evenOfAny = <B extends Dim>(x: Tensor<[B, 4]>) => reduce(x, '(a 2) c -> a c', 'sum');
export const evenLater = <B extends Dim>(x: Tensor<[B, 4]>) => reduce('(a 2) c -> a c', 'sum')(x);
export const oneOfAny = <B extends Dim>(x: Tensor<[B, 4]>) => reduce(x, '1 c -> c', 'sum');
export const oneDropped = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange(x, '1 c -> c');
export const sixOfAny = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange(x, '(a b) c -> a b c', { a: 2, b: 3 });
export const turnedAny = <S extends Shape>(x: Tensor<S>) => reduce(x, '... a -> a ...', 'sum');
export const turnedTwo = <S extends Shape>(x: Tensor<[...S, 4]>) => rearrange(x, '... a b -> b a ...');
export const patternOfAny = <P extends string>(x: Tensor<[3, 4]>, pattern: P) => rearrange(x, pattern);

// Which axis it is.
export const halvesOfAny = <B extends Dim>(x: Tensor<[4, B]>) => splitAxis(x, 2, -1);
export const partsOfAny = <B extends Dim, C extends Dim>(x: Tensor<[4, B]>, c: Dimension<C>) => splitAxis(x, [c, 2], 1);
export const tallKernel = <H extends Dim, W extends Dim>(x: Tensor<[3, H, W]>, k: Tensor<[8, 3, 3, 3]>) =>
  conv(x, k, { padding: [0, 1] });
export const shortOfAxes = <S extends Shape>(x: Tensor<[...S, 2]>, k: Tensor<[8, 3, 3]>) => conv(x, k);
