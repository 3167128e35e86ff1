import {
  arange,
  argMax,
  broadcastTo,
  concatenate,
  einsum,
  expandDims,
  eye,
  flatten,
  linspace,
  moveAxis,
  oneHot,
  ones,
  pad,
  permutation,
  key,
  rearrange,
  reduce,
  refine,
  repeat,
  reshape,
  reverse,
  roll,
  slice,
  softmax,
  splitAxis,
  splitStacked,
  squeeze,
  stack,
  sum,
  swapAxes,
  take,
  takeAlongAxis,
  tile,
  transpose,
  zeros,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../tensors.ts';

// Each of these is right for one of the values and wrong for another, or gives each another shape.
const flag: boolean = t([1]).size > 0;
const axis: 0 | 1 = flag ? 0 : 1;
const x = t([3, 4]);
const cube = t([2, 3, 4]);
const either = flag ? x : t([5, 4]);
const rest: Tensor<[3, 4]>[] = [x];
const fours: 4[] = [4];

// Axes.
sum(x, axis);
sum(x, flag ? 0 : 5);
sum(x, flag ? -1 : -2);
sum(x, [axis]);
sum(x, flag ? [0] : [1]);
sum(x, flag ? 0 : [2]);
sum(x, [0] as [0, ...1[]]);
sum(axis)(x);
pipe(x, sum([axis]));
argMax(x, axis);
squeeze(t([1, 3, 1]), flag ? 0 : 2);
expandDims(x, axis);
expandDims(x, flag ? -1 : 0);
pipe(x, expandDims(axis));
take(x, zeros([2], 'i32'), axis);
takeAlongAxis(x, zeros([3, 4], 'i32'), axis);
moveAxis(cube, axis, 2);
moveAxis(cube, 2, axis);
swapAxes(cube, axis, 2);
swapAxes(cube, 2, axis);
pipe(cube, swapAxes(axis, 2));
flatten(cube, axis);
transpose(x, [axis, 1]);
transpose(x, flag ? [0, 1] : [1, 0]);
transpose(x, [1, 0] as [1, 0, ...2[]]);
transpose(x, [1, 0] as [1, 0?]);
softmax(x, flag ? 0 : 5);
roll(x, 1, flag ? 0 : 5);
reverse(x, flag ? 0 : 5);
x.dim(axis);

// Sizes and shapes.
ones([flag ? 2 : 3]);
ones([3, flag ? named('batch') : 3]);
ones(flag ? [2] : [3]);
ones([3, ...fours]);
ones(fours);
eye(flag ? 2 : 3);
oneHot(zeros([3], 'i32'), flag ? 4 : 5);
linspace(0, 1, flag ? 2 : 3);
arange(flag ? 2 : 3);
arange(0, flag ? 2 : 3);
arange(0, 6, flag ? 2 : 3);
permutation(key(0), flag ? 2 : 3);
splitStacked(key(0), flag ? 2 : 3);
reshape(x, [flag ? 2 : 3, -1]);
reshape(x, flag ? [12] : [6, 2]);
reshape(x, [3, 4, ...fours]);
broadcastTo(t([4]), [flag ? 3 : 5, 4]);
broadcastTo(t([4]), flag ? [3, 4] : [5, 4]);
refine(x, [3, flag ? 4 : 5]);

// Ranges, counts, edges.
slice(x, [flag ? 0 : null]);
slice(x, [[0, flag ? 1 : 2]]);
slice(x, [[0, 3, 2] as [0, 3, 2?]]);
slice(x, [[0, 1], ...([] as (readonly [0, 1])[])]);
tile(t([2]), [flag ? 1 : 2]);
tile(t([2]), [2] as [2, ...2[]]);
pad(t([2]), [[0, flag ? 1 : 2]]);
pad(t([2]), flag ? [[0, 1]] : [[1, 2]]);
repeat(x, 2, axis);
repeat(x, flag ? 1 : 2, 0);
repeat(flag ? 1 : 2, 0);
repeat(2, axis);
splitAxis(t([6]), flag ? 2 : 3);
splitAxis(t([6]), flag ? 2 : 5);
splitAxis(t([6]), [flag ? 2 : 3, 4]);
splitAxis(t([6]), [4, 2] as [4, 2, ...2[]]);
splitAxis(t([4, 4]), 2, axis);

// Patterns, and the sizes in them.
rearrange(x, 'a (h b) -> a h b', { h: flag ? 2 : 4 });
rearrange(x, 'a (h b) -> a h b', flag ? { h: 2 } : { h: 4 });
rearrange(x, 'a (h b) -> a h b', {} as { h?: 2 });
rearrange(x, flag ? 'a (h b) -> a h b' : 'a (b h) -> a h b', { h: 2 });
rearrange(x, flag ? 'a b -> b a' : 'a b -> a b');
rearrange(x, flag ? 'a b -> b a' : 'a b -> (a b)');
reduce(x, flag ? 'a b -> a' : 'a b -> b', 'sum');
repeat(t([4]), 'a -> a r', { r: flag ? 2 : 3 });
reduce(x, 'a (h b) -> a h', 'sum', { h: flag ? 2 : 4 });
einsum(flag ? 'ij->i' : 'ij->j', x);

// Lists of tensors.
concatenate([x, ...rest]);
concatenate([x, ...rest, x], 1);
concatenate([x, x] as [Tensor<[3, 4]>, Tensor<[3, 4]>?]);
concatenate([x, either]);
concatenate([x, x], axis);
stack([x, ...rest]);
stack([x, x] as [Tensor<[3, 4]>, Tensor<[3, 4]>?]);
stack([either, either]);
stack([x, x], axis);

export const joined = <Q extends readonly [Tensor<[3, 4]>, ...Tensor<[3, 4]>[]]>(all: Q) => concatenate(all);
export const stacked = <Q extends readonly [Tensor<[3, 4]>, ...Tensor<[3, 4]>[]]>(all: Q) => stack(all);
export const anyAxis = <I extends 0 | 1>(at: I) => expandDims(x, at);
