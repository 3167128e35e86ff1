/** What somebody's type parameters leave open: the call is refused once, whatever its result is said to be and whatever is done with it. */
import {
  add,
  argMax,
  atan2,
  averagePool,
  broadcastTo,
  clip,
  concatenate,
  conv,
  cumulativeSum,
  diagonal,
  einsum,
  expandDims,
  flatten,
  greater,
  matmul,
  max,
  maxPool,
  mean,
  moveAxis,
  multiply,
  norm,
  outer,
  pad,
  rearrange,
  reduce,
  reduceWindow,
  repeat,
  reshape,
  reverse,
  roll,
  slice,
  softmax,
  sort,
  splitAxis,
  squeeze,
  stack,
  sum,
  swapAxes,
  take,
  takeAlongAxis,
  tile,
  transpose,
  tril,
  where,
  type Dim,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

export const einsumOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, B]>): Tensor<[A]> => einsum('ii->i', a);
export const einsumOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, B]>) => sum(einsum('ii->i', a), -1);
export const einsumOf2 = <A extends Dim, B extends Dim, C extends Dim, E extends Dim>(
  a: Tensor<[A, B]>,
  b: Tensor<[C, E]>,
): Tensor<[A, E]> => einsum('ij,jk->ik', a, b);
export const einsumOf2PassedOn = <A extends Dim, B extends Dim, C extends Dim, E extends Dim>(
  a: Tensor<[A, B]>,
  b: Tensor<[C, E]>,
) => reverse(einsum('ij,jk->ik', a, b));
export const einsumOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[3, 4]> => einsum('ij->ji', a);
export const einsumOf3PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(einsum('ij->ji', a), t([4, 5]));
export const einsumOf4 = <S extends Shape>(a: Tensor<S>, b: Tensor<S>): Tensor<S> => einsum('...i,...i->...', a, b);
export const einsumOf4PassedOn = <S extends Shape>(a: Tensor<S>, b: Tensor<S>) => sum(einsum('...i,...i->...', a, b), -1);
export const einsumOf5 = <S extends Shape, R extends Shape>(a: Tensor<[...S, 3]>, b: Tensor<[...R, 3]>): Tensor<S> =>
  einsum('...i,...i->...', a, b);
export const einsumOf5PassedOn = <S extends Shape, R extends Shape>(a: Tensor<[...S, 3]>, b: Tensor<[...R, 3]>) =>
  reverse(einsum('...i,...i->...', a, b));
export const einsumOf6 = <A extends Dim, B extends Dim>(a: Tensor<[A, 3]>, b: Tensor<[B, 3]>): Tensor<[A]> =>
  einsum('...i,...i->...', a, b);
export const einsumOf6PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 3]>, b: Tensor<[B, 3]>) =>
  matmul(einsum('...i,...i->...', a, b), t([4, 5]));
export const broadcastToOf1 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[5, 4]> => broadcastTo(a, [5, 4]);
export const broadcastToOf1PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => sum(broadcastTo(a, [5, 4]), -1);
export const broadcastToOf2 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>): Tensor<[B, 4]> =>
  broadcastTo(a, [b.dim(0), 4]);
export const broadcastToOf2PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) =>
  reverse(broadcastTo(a, [b.dim(0), 4]));
export const broadcastToOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[5, 4]> => broadcastTo(a, [5, 4]);
export const broadcastToOf3PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(broadcastTo(a, [5, 4]), t([4, 5]));
export const broadcastToOf4 = <S extends Shape>(a: Tensor<[...S, 4]>): Tensor<[5, 4]> => broadcastTo(a, [5, 4]);
export const broadcastToOf4PassedOn = <S extends Shape>(a: Tensor<[...S, 4]>) => sum(broadcastTo(a, [5, 4]), -1);
export const addOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>): Tensor<[A, 4]> => add(a, b);
export const addOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) => reverse(add(a, b));
export const multiplyOf1 = <A extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[5, 4]>): Tensor<[5, 4]> => multiply(a, b);
export const multiplyOf1PassedOn = <A extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[5, 4]>) => matmul(multiply(a, b), t([4, 5]));
export const atan2Of1 = <A extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[5, 4]>): Tensor<[5, 4]> => atan2(a, b);
export const atan2Of1PassedOn = <A extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[5, 4]>) => sum(atan2(a, b), -1);
export const greaterOf1 = <A extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[5, 4]>): Tensor<[5, 4], 'bool'> => greater(a, b);
export const addOf2 = <S extends Shape>(a: Tensor<S>, b: Tensor<[4]>): Tensor<S> => add(a, b);
export const addOf2PassedOn = <S extends Shape>(a: Tensor<S>, b: Tensor<[4]>) => matmul(add(a, b), t([4, 5]));
export const addOf3 = <S extends Shape, R extends Shape>(a: Tensor<S>, b: Tensor<R>): Tensor<S> => add(a, b);
export const addOf3PassedOn = <S extends Shape, R extends Shape>(a: Tensor<S>, b: Tensor<R>) => sum(add(a, b), -1);
export const addOf4 = <S extends Shape, R extends Shape>(a: Tensor<[...S, 4]>, b: Tensor<[...R, 4]>): Tensor<[...S, 4]> =>
  add(a, b);
export const addOf4PassedOn = <S extends Shape, R extends Shape>(a: Tensor<[...S, 4]>, b: Tensor<[...R, 4]>) =>
  reverse(add(a, b));
export const whereOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>): Tensor<[A, 4]> =>
  where(greater(a, 0), b, a);
export const whereOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) =>
  matmul(where(greater(a, 0), b, a), t([4, 5]));
export const whereOf2 = <A extends Dim, B extends Dim>(
  c: Tensor<[4], 'bool'>,
  a: Tensor<[A, 4]>,
  b: Tensor<[B, 4]>,
): Tensor<[A, 4]> => where(c, a, b);
export const whereOf2PassedOn = <A extends Dim, B extends Dim>(c: Tensor<[4], 'bool'>, a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) =>
  sum(where(c, a, b), -1);
export const whereOf3 = <S extends Shape, R extends Shape>(c: Tensor<[4], 'bool'>, a: Tensor<S>, b: Tensor<R>): Tensor<S> =>
  where(c, a, b);
export const whereOf3PassedOn = <S extends Shape, R extends Shape>(c: Tensor<[4], 'bool'>, a: Tensor<S>, b: Tensor<R>) =>
  reverse(where(c, a, b));
export const clipOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>): Tensor<[A, 4]> => clip(a, b, b);
export const clipOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) =>
  matmul(clip(a, b, b), t([4, 5]));
export const sumOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3]> => sum(a, i);
export const sumOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => sum(sum(a, i), -1);
export const maxOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3]> => max(a, i);
export const maxOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(max(a, i));
export const meanOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3, 1]> => mean(a, i, { keepDims: true });
export const meanOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(mean(a, i, { keepDims: true }), t([4, 5]));
export const meanOf2 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3]> => mean(a, [i]);
export const meanOf2PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => sum(mean(a, [i]), -1);
export const normOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3]> => norm(a, i);
export const normOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(norm(a, i));
export const softmaxOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3, 4]> => softmax(a, i);
export const softmaxOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(softmax(a, i), t([4, 5]));
export const argMaxOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3], 'i32'> => argMax(a, i);
export const cumulativeSumOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3, 4]> => cumulativeSum(a, i);
export const cumulativeSumOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(cumulativeSum(a, i));
export const sortOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3, 4]> => sort(a, i);
export const sortOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(sort(a, i), t([4, 5]));
export const squeezeOf1 = <I extends 0 | 1>(a: Tensor<[1, 1]>, i: I): Tensor<[1]> => squeeze(a, i);
export const squeezeOf1PassedOn = <I extends 0 | 1>(a: Tensor<[1, 1]>, i: I) => sum(squeeze(a, i), -1);
export const squeezeOf2 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[4]> => squeeze(a, 0);
export const squeezeOf2PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => reverse(squeeze(a, 0));
export const squeezeOf3 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[4]> => squeeze(a);
export const squeezeOf3PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => matmul(squeeze(a), t([4, 5]));
export const squeezeOf4 = <S extends Shape>(a: Tensor<[...S, 4]>): Tensor<[4]> => squeeze(a);
export const squeezeOf4PassedOn = <S extends Shape>(a: Tensor<[...S, 4]>) => sum(squeeze(a), -1);
export const squeezeOf5 = <S extends Shape>(a: Tensor<S>): Tensor<[4]> => squeeze(a, 0);
export const squeezeOf5PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(squeeze(a, 0));
export const expandDimsOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[1, 3, 4]> => expandDims(a, i);
export const expandDimsOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(expandDims(a, i), t([4, 5]));
export const expandDimsOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[1, 3, 4]> => expandDims(a, 1);
export const expandDimsOf2PassedOn = <S extends Shape>(a: Tensor<S>) => sum(expandDims(a, 1), -1);
export const swapAxesOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[4, 3]> => swapAxes(a, i, 0);
export const swapAxesOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(swapAxes(a, i, 0));
export const swapAxesOf2 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[4, 3]> => swapAxes(a, 0, i);
export const swapAxesOf2PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(swapAxes(a, 0, i), t([4, 5]));
export const swapAxesOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => swapAxes(a, 0, 1);
export const swapAxesOf3PassedOn = <S extends Shape>(a: Tensor<S>) => sum(swapAxes(a, 0, 1), -1);
export const moveAxisOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[4, 3]> => moveAxis(a, i, 0);
export const moveAxisOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(moveAxis(a, i, 0));
export const moveAxisOf2 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[4, 3]> => moveAxis(a, 0, i);
export const moveAxisOf2PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(moveAxis(a, 0, i), t([4, 5]));
export const moveAxisOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => moveAxis(a, 0, 1);
export const moveAxisOf3PassedOn = <S extends Shape>(a: Tensor<S>) => sum(moveAxis(a, 0, 1), -1);
export const transposeOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[4, 3]> => transpose(a, [i, 0]);
export const transposeOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(transpose(a, [i, 0]));
export const transposeOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => transpose(a, [1, 0]);
export const transposeOf2PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(transpose(a, [1, 0]), t([4, 5]));
export const transposeOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => transpose(a);
export const transposeOf3PassedOn = <S extends Shape>(a: Tensor<S>) => sum(transpose(a), -1);
export const flattenOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[12]> => flatten(a, i);
export const flattenOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(flatten(a, i));
export const flattenOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[12]> => flatten(a);
export const flattenOf2PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(flatten(a), t([4, 5]));
export const reverseOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3, 4]> => reverse(a, i);
export const reverseOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => sum(reverse(a, i), -1);
export const reverseOf2 = <S extends Shape>(a: Tensor<S>): Tensor<S> => reverse(a, 0);
export const reverseOf2PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(reverse(a, 0));
export const rollOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[3, 4]> => roll(a, 1, i);
export const rollOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(roll(a, 1, i), t([4, 5]));
export const rollOf2 = <S extends Shape>(a: Tensor<S>): Tensor<S> => roll(a, 1, 0);
export const rollOf2PassedOn = <S extends Shape>(a: Tensor<S>) => sum(roll(a, 1, 0), -1);
export const sliceOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[4]> => slice(a, [i]);
export const sliceOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(slice(a, [i]));
export const sliceOf2 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[2, 4]> => slice(a, [[i, 2]]);
export const sliceOf2PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(slice(a, [[i, 2]]), t([4, 5]));
export const sliceOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[4]> => slice(a, [0]);
export const sliceOf3PassedOn = <S extends Shape>(a: Tensor<S>) => sum(slice(a, [0]), -1);
export const sliceOf4 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[4]> => slice(a, [1]);
export const sliceOf4PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => reverse(slice(a, [1]));
export const sliceOf5 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[2, 4]> => slice(a, [[0, 2]]);
export const sliceOf5PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => matmul(slice(a, [[0, 2]]), t([4, 5]));
export const padOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[6]> => pad(a, [[1, 1]]);
export const padOf1PassedOn = <S extends Shape>(a: Tensor<S>) => sum(pad(a, [[1, 1]]), -1);
export const tileOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[6]> => tile(a, [2]);
export const tileOf1PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(tile(a, [2]), t([4, 5]));
export const tileOf2 = <I extends 0 | 1>(a: Tensor<[3]>, i: I): Tensor<[3]> => tile(a, [i]);
export const tileOf2PassedOn = <I extends 0 | 1>(a: Tensor<[3]>, i: I) => sum(tile(a, [i]), -1);
export const concatenateOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>): Tensor<[A, 8]> =>
  concatenate([a, b], 1);
export const concatenateOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) =>
  reverse(concatenate([a, b], 1));
export const concatenateOf2 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[6, 4]> => concatenate([a, a], i);
export const concatenateOf2PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(concatenate([a, a], i), t([4, 5]));
export const concatenateOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[6, 4]> => concatenate([a, a], 0);
export const concatenateOf3PassedOn = <S extends Shape>(a: Tensor<S>) => sum(concatenate([a, a], 0), -1);
export const concatenateOf4 = <S extends Shape, R extends Shape>(a: Tensor<[4, ...S]>, b: Tensor<[4, ...R]>): Tensor<[8, ...S]> =>
  concatenate([a, b], 0);
export const concatenateOf4PassedOn = <S extends Shape, R extends Shape>(a: Tensor<[4, ...S]>, b: Tensor<[4, ...R]>) =>
  reverse(concatenate([a, b], 0));
export const stackOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>): Tensor<[2, A, 4]> => stack([a, b]);
export const stackOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 4]>) =>
  matmul(stack([a, b]), t([4, 5]));
export const stackOf2 = <S extends Shape, R extends Shape>(a: Tensor<S>, b: Tensor<R>): Tensor<[2, ...S]> => stack([a, b]);
export const stackOf2PassedOn = <S extends Shape, R extends Shape>(a: Tensor<S>, b: Tensor<R>) => sum(stack([a, b]), -1);
export const stackOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[2, 4]> => stack([a, a], 1);
export const stackOf3PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(stack([a, a], 1));
export const stackOf4 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[2, 3, 4]> => stack([a, a], i);
export const stackOf4PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => matmul(stack([a, a], i), t([4, 5]));
export const takeOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[2, 4]> => take(a, t([2], 'i32'), i);
export const takeOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => sum(take(a, t([2], 'i32'), i), -1);
export const takeOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[2, 4]> => take(a, t([2], 'i32'), 0);
export const takeOf2PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(take(a, t([2], 'i32'), 0));
export const takeAlongAxisOf1 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[2, 4]> =>
  takeAlongAxis(a, t([2, 4], 'i32'), i);
export const takeAlongAxisOf1PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) =>
  matmul(takeAlongAxis(a, t([2, 4], 'i32'), i), t([4, 5]));
export const takeAlongAxisOf2 = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 2], 'i32'>): Tensor<[A, 2]> =>
  takeAlongAxis(a, b, 1);
export const takeAlongAxisOf2PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 4]>, b: Tensor<[B, 2], 'i32'>) =>
  sum(takeAlongAxis(a, b, 1), -1);
export const takeAlongAxisOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[2, 4]> => takeAlongAxis(a, t([2, 4], 'i32'), 0);
export const takeAlongAxisOf3PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(takeAlongAxis(a, t([2, 4], 'i32'), 0));
export const rearrangeOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => rearrange(a, 'a b -> b a');
export const rearrangeOf1PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(rearrange(a, 'a b -> b a'), t([4, 5]));
export const rearrangeOf2 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[3, 2, 4]> => rearrange(a, '(a h) b -> a h b', { h: 2 });
export const rearrangeOf2PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => reverse(rearrange(a, '(a h) b -> a h b', { h: 2 }));
export const reduceOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[4]> => reduce(a, 'a b -> a', 'sum');
export const reduceOf1PassedOn = <S extends Shape>(a: Tensor<S>) => sum(reduce(a, 'a b -> a', 'sum'), -1);
export const reduceOf2 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[A, 4]> => reduce(a, '(a 2) b -> a b', 'max');
export const reduceOf2PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => reverse(reduce(a, '(a 2) b -> a b', 'max'));
export const repeatOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => repeat(a, 'a -> a r', { r: 3 });
export const repeatOf1PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(repeat(a, 'a -> a r', { r: 3 }), t([4, 5]));
export const repeatOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 3]> => repeat(a, 2, 0);
export const repeatOf2PassedOn = <S extends Shape>(a: Tensor<S>) => sum(repeat(a, 2, 0), -1);
export const repeatOf3 = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I): Tensor<[6, 4]> => repeat(a, 2, i);
export const repeatOf3PassedOn = <I extends 0 | 1>(a: Tensor<[3, 4]>, i: I) => reverse(repeat(a, 2, i));
export const repeatOf4 = <N extends 2 | 3>(a: Tensor<[3, 4]>, n: N): Tensor<[6, 4]> => repeat(a, n, 0);
export const repeatOf4PassedOn = <N extends 2 | 3>(a: Tensor<[3, 4]>, n: N) => matmul(repeat(a, n, 0), t([4, 5]));
export const convOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[8, 6, 6]> => conv(a, t([8, 3, 3, 3]));
export const convOf1PassedOn = <S extends Shape>(a: Tensor<S>) => sum(conv(a, t([8, 3, 3, 3])), -1);
export const convOf2 = <A extends Dim>(a: Tensor<[A, 8, 8]>): Tensor<[8, 6, 6]> => conv(a, t([8, 3, 3, 3]));
export const convOf2PassedOn = <A extends Dim>(a: Tensor<[A, 8, 8]>) => reverse(conv(a, t([8, 3, 3, 3])));
export const convOf3 = <A extends Dim>(a: Tensor<[3, A, 8]>): Tensor<[8, 6, 6]> => conv(a, t([8, 3, 3, 3]));
export const convOf3PassedOn = <A extends Dim>(a: Tensor<[3, A, 8]>) => matmul(conv(a, t([8, 3, 3, 3])), t([4, 5]));
export const convOf4 = <A extends Dim>(a: Tensor<[3, A, 8]>): Tensor<[8, 6, 6]> => conv(a, t([8, 3, 3, 3]), { stride: 2 });
export const convOf4PassedOn = <A extends Dim>(a: Tensor<[3, A, 8]>) => sum(conv(a, t([8, 3, 3, 3]), { stride: 2 }), -1);
export const convOf5 = <S extends Shape>(k: Tensor<S>): Tensor<[8, 6, 6]> => conv(t([3, 8, 8]), k);
export const convOf5PassedOn = <S extends Shape>(k: Tensor<S>) => reverse(conv(t([3, 8, 8]), k));
export const convOf6 = <A extends Dim, B extends Dim>(a: Tensor<[3, 8, 8]>, k: Tensor<[A, B, 3, 3]>): Tensor<[A, 6, 6]> =>
  conv(a, k);
export const convOf6PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[3, 8, 8]>, k: Tensor<[A, B, 3, 3]>) =>
  matmul(conv(a, k), t([4, 5]));
export const convOf7 = <N extends 1 | 2>(a: Tensor<[3, 8, 8]>, n: N): Tensor<[8, 6, 6]> =>
  conv(a, t([8, 3, 3, 3]), { stride: n });
export const convOf7PassedOn = <N extends 1 | 2>(a: Tensor<[3, 8, 8]>, n: N) => sum(conv(a, t([8, 3, 3, 3]), { stride: n }), -1);
export const maxPoolOf1 = <S extends Shape>(a: Tensor<S>): Tensor<[4, 4]> => maxPool(a, [2, 2]);
export const maxPoolOf1PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(maxPool(a, [2, 2]));
export const maxPoolOf2 = <A extends Dim>(a: Tensor<[3, A, 8]>): Tensor<[3, 4, 4]> => maxPool(a, [2, 2]);
export const maxPoolOf2PassedOn = <A extends Dim>(a: Tensor<[3, A, 8]>) => matmul(maxPool(a, [2, 2]), t([4, 5]));
export const averagePoolOf1 = <A extends Dim>(a: Tensor<[3, A, 8]>): Tensor<[3, 4, 4]> => averagePool(a, [2, 2], { stride: 1 });
export const averagePoolOf1PassedOn = <A extends Dim>(a: Tensor<[3, A, 8]>) => sum(averagePool(a, [2, 2], { stride: 1 }), -1);
export const reduceWindowOf1 = <A extends Dim>(a: Tensor<[3, A, 8]>): Tensor<[3, 4, 4]> => reduceWindow(a, 'max', [2, 2]);
export const reduceWindowOf1PassedOn = <A extends Dim>(a: Tensor<[3, A, 8]>) => reverse(reduceWindow(a, 'max', [2, 2]));
export const maxPoolOf3 = <N extends 1 | 2>(a: Tensor<[3, 8, 8]>, n: N): Tensor<[3, 8, 8]> => maxPool(a, [n, n]);
export const maxPoolOf3PassedOn = <N extends 1 | 2>(a: Tensor<[3, 8, 8]>, n: N) => matmul(maxPool(a, [n, n]), t([4, 5]));
export const softmaxOf2 = <S extends Shape>(a: Tensor<S>): Tensor<S> => softmax(a);
export const softmaxOf2PassedOn = <S extends Shape>(a: Tensor<S>) => sum(softmax(a), -1);
export const sumOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[3]> => sum(a, -1);
export const sumOf2PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(sum(a, -1));
export const sumOf3 = <S extends Shape>(a: Tensor<S>): Tensor<[3]> => sum(a, [0, 1]);
export const sumOf3PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(sum(a, [0, 1]), t([4, 5]));
export const matmulOf1 = <S extends Shape>(a: Tensor<S>, w: Tensor<[4, 5]>): Tensor<[3, 5]> => matmul(a, w);
export const matmulOf1PassedOn = <S extends Shape>(a: Tensor<S>, w: Tensor<[4, 5]>) => reverse(matmul(a, w));
export const matmulOf2 = <S extends Shape>(a: Tensor<S>): Tensor<S> => matmul(a, a);
export const matmulOf2PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(matmul(a, a), t([4, 5]));
export const matmulOf3 = <A extends Dim, B extends Dim, C extends Dim, E extends Dim>(
  a: Tensor<[A, B]>,
  b: Tensor<[C, E]>,
): Tensor<[A, E]> => matmul(a, b);
export const matmulOf3PassedOn = <A extends Dim, B extends Dim, C extends Dim, E extends Dim>(
  a: Tensor<[A, B]>,
  b: Tensor<[C, E]>,
) => sum(matmul(a, b), -1);
export const matmulOf4 = <S extends Shape, R extends Shape>(
  a: Tensor<[...S, 3, 4]>,
  b: Tensor<[...R, 4, 5]>,
): Tensor<[...S, 3, 5]> => matmul(a, b);
export const matmulOf4PassedOn = <S extends Shape, R extends Shape>(a: Tensor<[...S, 3, 4]>, b: Tensor<[...R, 4, 5]>) =>
  reverse(matmul(a, b));
export const matmulOf5 = <A extends Dim, B extends Dim>(a: Tensor<[A, 3, 4]>, b: Tensor<[B, 4, 5]>): Tensor<[A, 3, 5]> =>
  matmul(a, b);
export const matmulOf5PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, 3, 4]>, b: Tensor<[B, 4, 5]>) =>
  matmul(matmul(a, b), t([4, 5]));
export const outerOf1 = <S extends Shape>(a: Tensor<S>, b: Tensor<[4]>): Tensor<[3, 4]> => outer(a, b);
export const outerOf1PassedOn = <S extends Shape>(a: Tensor<S>, b: Tensor<[4]>) => matmul(outer(a, b), t([4, 5]));
export const diagonalOf1 = <A extends Dim, B extends Dim>(a: Tensor<[A, B]>): Tensor<[A]> => diagonal(a);
export const diagonalOf1PassedOn = <A extends Dim, B extends Dim>(a: Tensor<[A, B]>) => sum(diagonal(a), -1);
export const diagonalOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[3]> => diagonal(a);
export const diagonalOf2PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(diagonal(a));
export const trilOf1 = <S extends Shape>(a: Tensor<S>): Tensor<S> => tril(a);
export const trilOf1PassedOn = <S extends Shape>(a: Tensor<S>) => matmul(tril(a), t([4, 5]));
export const splitAxisOf1 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[3, 4]> => splitAxis(a, 2, 0)[0];
export const splitAxisOf1PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => sum(splitAxis(a, 2, 0)[0], -1);
export const splitAxisOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[3, 4]> => splitAxis(a, 2, 0)[0];
export const splitAxisOf2PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(splitAxis(a, 2, 0)[0]);
export const splitAxisOf3 = <I extends 0 | 1>(a: Tensor<[4, 4]>, i: I): Tensor<[2, 4]> => splitAxis(a, 2, i)[0];
export const splitAxisOf3PassedOn = <I extends 0 | 1>(a: Tensor<[4, 4]>, i: I) => matmul(splitAxis(a, 2, i)[0], t([4, 5]));
export const reshapeOf1 = <A extends Dim>(a: Tensor<[A, 4]>): Tensor<[5, 4]> => reshape(a, [5, 4]);
export const reshapeOf1PassedOn = <A extends Dim>(a: Tensor<[A, 4]>) => sum(reshape(a, [5, 4]), -1);
export const reshapeOf2 = <S extends Shape>(a: Tensor<S>): Tensor<[5, 4]> => reshape(a, [5, 4]);
export const reshapeOf2PassedOn = <S extends Shape>(a: Tensor<S>) => reverse(reshape(a, [5, 4]));
