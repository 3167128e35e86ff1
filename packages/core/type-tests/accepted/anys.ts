/**
 * An `any` passes for every argument; of what is made with it nothing is known, and not that it fits everywhere.
 */
import {
  arange,
  argMax,
  broadcastTo,
  categorical,
  concatenate,
  diagonal,
  einsum,
  expandDims,
  flatten,
  full,
  key,
  matmul,
  maxPool,
  moveAxis,
  normal,
  ones,
  outer,
  pad,
  rearrange,
  reduce,
  reduceWindow,
  repeat,
  reshape,
  slice,
  squeeze,
  stack,
  sum,
  swapAxes,
  take,
  tile,
  transpose,
  type DType,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

type Anything = ReturnType<typeof JSON.parse>;

/** Whether a type is `never`, which is assignable to all. */
type Nothing<S> = [S] extends [never] ? true : false;

/** That the shape of a tensor is not that of none. */
const known = <S extends Shape, D extends DType>(x: Tensor<S, D>, none: Nothing<S>): readonly [Tensor<S, D>, boolean] => [
  x,
  none,
];

const x = t([3, 4]);

// Whatever comes of it.
export const made = (any: Anything): readonly Tensor<Shape>[] => [
  sum(x, any),
  squeeze(x, any),
  expandDims(x, any),
  moveAxis(x, 0, any),
  transpose(x, any),
  broadcastTo(x, any),
  reshape(x, any),
  pad(x, any),
  tile(x, any),
  slice(x, any),
  rearrange(x, any),
  reduce(x, any, 'sum'),
  repeat(x, any),
  einsum(any, x),
  maxPool(x, any),
  maxPool(x, any, { stride: 1 }),
  reduceWindow(x, 'sum', any),
  matmul(x, any),
  outer(t([3]), any),
  ones(any),
  full(any, 1),
  normal(key(0), any),
  stack([x, x], any),
];
export const indices = (any: Anything): readonly Tensor<Shape, 'i32'>[] => [argMax(x, any), categorical(key(0), any)];
export const lists = (any: Anything): readonly Tensor<Shape, DType>[] => [concatenate(any), stack(any), diagonal(any)];
// How long it is, nobody knows.
export const joined = (any: Anything): readonly Tensor<Shape>[] => [concatenate([x, any]), concatenate([x, any, x], 1)];

// Of these a part is known.
export const parts = (any: Anything) => [
  known(take(x, t([2], 'i32'), any), false),
  known(repeat(x, 2, any), false),
  known(flatten(x, any), false),
  known(swapAxes(x, 0, any), false),
  known(swapAxes(x, any, 0), false),
  known(sum(x, any, { keepDims: true }), false),
  known(arange(0, any), false),
];
