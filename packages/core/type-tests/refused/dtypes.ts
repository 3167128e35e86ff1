import {
  add,
  all,
  argMax,
  atan2,
  averagePool,
  bitwiseAnd,
  bitwiseNot,
  clip,
  concatenate,
  conv,
  dot,
  einsum,
  exp,
  isFinite,
  less,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  matmul,
  maxPool,
  mean,
  multiply,
  norm,
  oneHot,
  outer,
  reduce,
  reduceWindow,
  softmax,
  sort,
  stack,
  sum,
  take,
  takeAlongAxis,
  where,
  type DType,
  type Float,
  type Numeric,
  type Tensor,
} from '@cotangent/core';
import { condition, either, float, logical, number, row, t, whole } from '../tensors.ts';

add(float, row);
add(row, float);
add(float);
add(row)(float);
add(float, float);
add(t([2, 3], either('f64', 'f32')), row);
add(t([2, 3], either('f64', 'f32')), float);
add(logical, 1);
add(1, logical);
add(1)(logical);
less(float, row);
less(float, float);
less(logical, 1);
less(1, logical);
less(1)(logical);
atan2(number, number);
atan2(number, 1);
bitwiseAnd(whole, t([3], 'i32'));
bitwiseAnd(number, 1);
logicalAnd(logical, condition);
logicalAnd(row, condition);
logicalOr(row, row);
logicalXor([true], [true]);
logicalOr(true, condition);
bitwiseNot(number);
logicalNot(logical);
matmul(t([2, 3], either('f64', 'f32')), t([3, 4]));
matmul(t([2, 3], either('f64', 'f32')), t([3, 4], either('f64', 'f32')));
matmul(t([3, 4]))(t([2, 3], either('f64', 'f32')));
dot(float, float);
outer(float, row);
einsum('i,i->', float, row);
einsum('i,i->', float, float);
einsum('i->', logical);
conv(t([3, 9], either('f64', 'f32')), t([8, 3, 3]));
conv(t([3, 9]), t([8, 3, 3], either('f64', 'f32')), { stride: 2 });
conv(t([8, 3, 3]))(t([3, 9], either('f64', 'f32')));
maxPool(logical, [2]);
maxPool([2])(logical);
averagePool(number, [2], { stride: 1 });
reduceWindow(logical, 'sum', [2]);
where(condition, float, row);
where(condition, row, float);
where(condition, float, float);
where(condition, logical, 1);
where(condition, 1, logical);
where(logical, row, 1);
clip(float, row, 1);
clip(float, 0, row);
clip(logical, 0, 1);
clip(0, 1)(logical);
exp(number);
isFinite(number);
softmax(number);
softmax(-1)(number);
softmax(t([], either('f32', 'i32')));
softmax(t([], 'i32'));
sort(logical);
mean(number);
mean(0)(number);
sum(logical);
norm(number);
argMax(logical);
argMax(0)(logical);
all(logical);
take(t([3, 4]), number, 0);
takeAlongAxis(t([3]), number, 0);
oneHot(number, 3);
reduce(logical, 'a ->', 'sum');
reduce('a ->', 'mean')(number);
concatenate([row, float]);
concatenate([float, float]);
stack([float, float]);

// A number beside booleans or another number, and conditions that are none.
where(condition, 1, condition);
where(condition, condition, 1);
where(condition, 1, 0);
where(row, 1, 0);
where(row, row, 0);
less(1, 1);
multiply(2, 3);

// In generic bodies.
export const exponential = <D extends Numeric>(y: Tensor<[3], D>) => exp(y);
export const total = <D extends DType>(y: Tensor<[3], D>) => sum(y);
export const below = <D extends DType>(y: Tensor<[3], D>) => less(y, 1);
export const above = <D extends DType>(y: Tensor<[3], D>) => less(1, y);
export const chosen = <D extends DType>(y: Tensor<[3], D>) => where(condition, y, 1);
export const asked = <D extends DType>(y: Tensor<[3], D>) => where(y, 1, row);
export const picked = <D extends DType>(y: Tensor<[3], D>) => take(row, y, 0);
export const summed = <D extends DType>(y: Tensor<[3], D>) => einsum('i->', y);
export const two = <D extends Float, E extends Float>(y: Tensor<[3], D>, z: Tensor<[3], E>) => einsum('i,i->', y, z);
export const pooled = <D extends DType>(y: Tensor<[4], D>) => maxPool(y, [2]);
export const compared = <D extends Float>(y: Tensor<[3], D>) => where(less(y, row), y, row);
