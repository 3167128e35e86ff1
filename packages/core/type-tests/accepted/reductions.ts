import {
  all,
  argMax,
  argSort,
  cumulativeSum,
  exp,
  greater,
  logSumExp,
  max,
  mean,
  norm,
  softmax,
  sort,
  standardDeviation,
  subtract,
  sum,
  variance,
  type Dim,
  type Float,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t(['b', 3, 10]);

export const everything: Tensor<[]> = sum(x);
export const first: Tensor<[3, 10]> = sum(x, 0);
export const negative: Tensor<['b', 3]> = max(x, -1);
export const kept: Tensor<['b', 1, 10]> = mean(x, 1, { keepDims: true });
export const keptAll: Tensor<[1, 1, 1]> = sum(x, undefined, { keepDims: true });
export const notKept: Tensor<['b', 10]> = sum(x, 1, { keepDims: false });
export const several: Tensor<[3]> = sum(x, [0, -1]);
export const severalKept: Tensor<[1, 3, 1]> = sum(x, [0, 2], { keepDims: true });
export const none: Tensor<['b', 3, 10]> = sum(x, []);
export const corrected: Tensor<['b', 3]> = variance(x, -1, { correction: 1 });
export const indices: Tensor<['b', 3], 'i32'> = argMax(x, -1);
export const booleans: Tensor<['b', 3], 'bool'> = all(greater(x, 0), -1);
export const last: Tensor<['b', 3]> = sum(-1)(x);
export const lastSeveral: Tensor<['b']> = logSumExp([1, 2])(x);
export const piped: Tensor<[3]> = pipe(x, exp, sum(-1), softmax(), mean(0));
export const pipedAll: Tensor<[]> = pipe(x, sum());
export const soft: Tensor<['b', 3, 10]> = softmax(x, 1);
export const sorted: Tensor<['b', 3, 10], 'i32'> = sort(t(['b', 3, 10], 'i32'));

export const genericLast = <B extends Shape>(y: Tensor<[...B, 10]>): Tensor<B> => sum(y, -1);
export const genericLastTwo = <B extends Shape, T extends Dim>(y: Tensor<[...B, T, 10]>): Tensor<B> => sum(y, [-1, -2]);
export const genericKept = <B extends Shape>(y: Tensor<[...B, 10]>): Tensor<[...B, 1]> => max(y, -1, { keepDims: true });
export const genericFirst = <B extends Shape>(y: Tensor<[4, ...B]>): Tensor<B> => sum(y, 0);
export const genericStack = <N extends Dim, B extends Shape>(y: Tensor<[N, ...B]>): Tensor<B> => mean(y, 0);
export const genericAll = <S extends Shape>(y: Tensor<S>): Tensor<[]> => sum(y);
export const genericMiddle = <B extends Dim, C extends Dim>(y: Tensor<[B, C, 4]>): Tensor<[B, 4]> => sum(y, 1);
export const genericEnds = <B extends Dim, C extends Dim>(y: Tensor<[B, C, 4]>): Tensor<[C]> => sum(y, [0, 2]);
export const genericDType = <S extends Shape, D extends Float>(y: Tensor<[...S, 4], D>): Tensor<S, D> => mean(y, -1);
export const genericSoftmax = <S extends Shape, N extends Dim, D extends Float>(y: Tensor<[...S, N], D>): Tensor<[...S, N], D> =>
  softmax(y);
export const genericSoftmaxBehind = <S extends Shape>(y: Tensor<[4, ...S]>): Tensor<[4, ...S]> => softmax(y);
export const genericSorted = <S extends Shape>(y: Tensor<[...S, 10]>): Tensor<[...S, 10], 'i32'> => argSort(sort(y));
export const genericSoftmaxPiped = <S extends Shape, N extends Dim>(y: Tensor<[...S, N]>): Tensor<[...S, N]> =>
  pipe(y, softmax(), cumulativeSum());
export const genericBest = <S extends Shape, N extends Dim>(logits: Tensor<[...S, N]>): Tensor<S, 'i32'> => argMax(logits, -1);
export const genericBestPiped = <S extends Shape, N extends Dim>(logits: Tensor<[...S, N]>): Tensor<S, 'i32'> =>
  pipe(logits, argMax(-1));
export const genericSoftmaxLast = <S extends Shape>(y: Tensor<[...S, 10]>): Tensor<[...S, 10]> => softmax(y, -1);
export const genericCenter = <S extends Shape, N extends Dim>(y: Tensor<[...S, N]>): Tensor<[...S, N]> =>
  subtract(y, mean(y, -1, { keepDims: true }));
export const genericData = <S extends Shape>(y: Tensor<[...S, 10]>): Tensor<S> => pipe(y, cumulativeSum(-1), sum(-1));
export const genericDeviation = <S extends Shape>(y: Tensor<[...S, 10]>): Tensor<S> => standardDeviation(y, -1);

export const emptiness = <B extends Dim, S extends Shape>(x: Tensor<[B, 4]>, y: Tensor<[...S, 4]>, z: Tensor<S>) =>
  [argMax(x, 0), argMax(x), argMax(y, -1), argMax(z), argMax(t([0, 3]), 1)] as const;

// Orders of a norm: those that are written down are 1 and 2; Infinity is a `number`.
export const taxicab: Tensor<[4]> = norm(t([3, 4]), 0, { order: 1 });
export const euclidean: Tensor<[3, 1]> = norm(t([3, 4]), 1, { order: 2, keepDims: true });
export const largest: Tensor<[]> = norm(t([3, 4]), undefined, { order: Number.POSITIVE_INFINITY });
export const anyOrder = (order: number): Tensor<[4]> => norm(t([3, 4]), 0, { order });
export const defaultOrder: Tensor<[1, 1]> = norm(t([3, 4]), undefined, { keepDims: true });

// Before, around and behind generic dimensions.
export const before = <B extends Dim, S extends Shape>(y: Tensor<[B, ...S]>): Tensor<S> => sum(y, [0]);
export const twoBefore = <S extends Shape>(y: Tensor<[2, 3, ...S]>): Tensor<S> => sum(y, [1, 0]);
export const secondBefore = <S extends Shape>(y: Tensor<[2, 3, ...S, 4]>): Tensor<[2, ...S, 4]> => sum(y, [1]);
export const around = <S extends Shape>(y: Tensor<[2, ...S, 3]>): Tensor<S> => sum(y, [0, -1]);
export const keptAround = <S extends Shape>(y: Tensor<[2, ...S, 3]>): Tensor<[1, ...S, 1]> =>
  mean(y, [-1, 0], { keepDims: true });
export const allAround = <S extends Shape>(y: Tensor<[2, 3, ...S, 4]>): Tensor<S> => max(y, [0, -1, 1]);
export const aroundLater = <S extends Shape>(y: Tensor<[2, 3, ...S, 4]>): Tensor<[3, ...S]> => pipe(y, sum([0, -1]));
export const oneByOne = <S extends Shape>(y: Tensor<[2, ...S, 3]>): Tensor<S> => sum(sum(y, -1), 0);
