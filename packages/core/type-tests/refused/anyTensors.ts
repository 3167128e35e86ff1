import {
  add,
  concatenate,
  convert,
  einsum,
  exp,
  less,
  matmul,
  maxPool,
  rearrange,
  reshape,
  softmax,
  squeeze,
  stack,
  sum,
  take,
  transpose,
  where,
  type AnyTensor,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

// Of a tensor that only run time knows.
export const summed = (x: AnyTensor) => sum(x, 0);
export const all = (x: AnyTensor) => sum(x);
export const added = (x: AnyTensor) => add(x, 1);
export const addedLater = (x: AnyTensor) => add(t([3]))(x);
export const second = (x: AnyTensor) => add(t([3]), x);
export const both = (x: AnyTensor, y: AnyTensor) => add(convert(x, 'f32'), convert(y, 'f32'));
export const compared = (x: AnyTensor, y: AnyTensor) => less(convert(x, 'f32'), convert(y, 'f32'));
export const chosen = (x: AnyTensor) => where(t([3], 'bool'), x, 0);
export const multiplied = (x: AnyTensor) => matmul(x, t([3, 4]));
export const multiplier = (x: AnyTensor) => matmul(t([3, 4]), x);
export const flat = (x: AnyTensor) => reshape(x, [12]);
export const squeezed = (x: AnyTensor) => squeeze(x, 0);
export const turned = (x: AnyTensor) => transpose(x);
export const letters = (x: AnyTensor) => einsum('ij->ji', x);
export const words = (x: AnyTensor) => rearrange(x, 'a b -> b a');
export const joined = (x: AnyTensor) => concatenate([t([3]), x]);
export const piled = (x: AnyTensor) => stack([t([3]), x]);
export const joinedTo = (x: AnyTensor) => concatenate([x, t([3])]);
export const piledUpon = (x: AnyTensor) => stack([x, t([3])]);
export const taken = (x: AnyTensor) => take(x, t([2], 'i32'), 0);
export const pooled = (x: AnyTensor) => maxPool(x, [2]);
export const raised = (x: AnyTensor) => exp(x);
export const normalized = (x: AnyTensor) => softmax(x);

// Of a shape that is a readonly tuple.
const shape = [3, 4] as const;
type Fixed = Tensor<typeof shape>;
export const fixedSum = (x: Fixed) => sum(x, 0);
export const fixedAdd = (x: Fixed) => add(x, t([3, 4]));
export const fixedSecond = (x: Fixed) => add(t([3, 4]), x);
export const fixedMatmul = (x: Fixed) => matmul(x, t([4, 2]));
export const fixedTranspose = (x: Fixed) => transpose(x);
export const fixedConcatenate = (x: Fixed) => concatenate([x, t([3, 4])]);
export const fixedStack = (x: Fixed) => stack([t([3, 4]), x]);
export const fixedTensor = (x: Tensor<[3, 4]>): Fixed => x;
