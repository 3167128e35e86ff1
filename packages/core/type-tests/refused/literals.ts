/** Elements that a dtype does not hold, axes that are not there, counts that are no sizes. */
import {
  arange,
  full,
  fullLike,
  key,
  ones,
  pad,
  permutation,
  scalar,
  splitStacked,
  tensor,
  type Float,
  type Numeric,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

tensor(['a']);
tensor([
  [1, 2],
  [3, null],
]);
tensor('a');
tensor(null);
tensor([t([3])]);
tensor({ a: 1 });
tensor([1, true]);
tensor([true, 2]);
tensor([1, 2], 'bool');
tensor([1.5], 'i32');
tensor(
  [
    [1, 2],
    [3, -4],
  ],
  'u32',
);
tensor([0, 2147483648], 'i32');
tensor([-2147483649], 'i32');
tensor([4294967296], 'u32');
tensor([1e21], 'i32');
tensor([1e-7], 'i32');
tensor(0.5, 'i32');
scalar(0.5, 'i32');
scalar(true, 'f64');
full([2], 'a');
full([2], null);
full([2], [1], 'bool');
full([2], 1.5, 'i32');
full([2], true, 'f32');
full([2], 2, 'bool');
full([2], -1, 'u32');
fullLike(t([3, 4]), true);
fullLike(t([3], 'i32'), 0.5);
pad(t([3], 'i32'), [[1, 1]], 0.5);
pad(t([3]), [[1, 1]], true);
pad(t([3], 'bool'), [[1, 1]], 2);
arange(-2, 3, 'u32');
arange(-2, 3, 1, 'u32');
t([3, 4]).dim(2);
t([3, 4]).dim(-3);
t([]).dim(0);
permutation(key(0), -1);
permutation(key(0), 2.5);
permutation(key(0), t([]));
splitStacked(key(0), 1.5);

export const anyAxis = (axis: number) => ones([t([3, 4]).dim(axis)]);
export const anyCount = (count: number) => permutation(key(0), count);
export const front = <S extends Shape>(x: Tensor<[...S, 4]>) => x.dim(0);
export const whichAxis = <S extends Shape>(x: Tensor<S>) => x.dim(0);
export const permuted = <S extends Shape>(x: Tensor<S>) => permutation(key(0), x);
export const halves = <D extends Numeric>(x: Tensor<[3], D>) => fullLike(x, 0.5);
export const fractions = <D extends Numeric>(dtype: D) => tensor([0.5], dtype);
export const booleans = <D extends Float>(dtype: D) => full([2], true, dtype);
