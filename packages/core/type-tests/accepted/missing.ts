/** Arguments and options that are there, or left out, or may be missing without making another type. */
import {
  argMax,
  concatenate,
  eye,
  flatten,
  key,
  ones,
  rearrange,
  repeat,
  reverse,
  scalar,
  softmax,
  split,
  splitAxis,
  squeeze,
  stack,
  sum,
  tensor,
  uniform,
  variance,
  zeros,
  type Dim,
  type DType,
  type Float,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t([3, 4]);
const seed = key(0);
declare const perhaps: {
  readonly first: 0 | undefined;
  readonly dtype: DType | undefined;
  readonly bounds: { readonly min: number } | undefined;
};
declare const bounding: { readonly min?: number; readonly dtype?: 'f32' };
declare const correcting: { readonly correction?: number; readonly keepDims?: false };

// Left out, and `undefined` in so many words.
export const all: Tensor<[]> = sum(x, undefined);
export const everything: Tensor<[]> = pipe(x, sum(undefined));
export const kept: Tensor<[1, 1]> = sum(x, undefined, { keepDims: true });
export const joined: Tensor<[6, 4]> = concatenate([x, x], undefined);
export const stacked: Tensor<[2, 3, 4]> = stack([x, x], undefined);
export const flat: Tensor<[12]> = flatten(x, undefined);
export const [left] = splitAxis(t([4]), 2, undefined);
export const first: Tensor<[], 'i32'> = argMax(x, undefined);
export const thin: Tensor<[3]> = squeeze(t([1, 3]), undefined);
export const drawn: Tensor<[3]> = uniform(seed, [3], undefined);
export const turned: Tensor<[4, 3]> = rearrange(x, 'a b -> b a', undefined);

// What makes the same type in either case.
export const reversed: Tensor<[3, 4]> = reverse(x, perhaps.first);
export const soft: Tensor<[3, 4]> = softmax(x, perhaps.first);
export const spread: Tensor<[4]> = variance(x, 0, correcting);
export const bounded: Tensor<[3]> = uniform(seed, [3], bounding);
export const within: Tensor<[3]> = uniform(seed, [3], perhaps.bounds);
export const unknown: Tensor<[3], DType> = zeros([3], perhaps.dtype);

// Functions whose further arguments are left out can be handed on.
export const piped: Tensor<[12]> = pipe(x, flatten);
export const listed: Tensor<[6, 4]> = pipe([x, x] as const, concatenate);
export const made: Tensor<[2, 3]> = pipe([2, 3] as const, ones);
export const unit: Tensor<[3, 3]> = pipe(3 as const, eye);
export const numbers: Tensor<[2]> = pipe([1, 2] as const, tensor);
export const number: Tensor<[]> = pipe(1, scalar);
export const [weights, biases] = pipe(seed, split);

// Generic bodies.
export const typed = <D extends Float>(dtype: D): Tensor<[3], D> => ones([3], dtype);
export const orSingle = <D extends DType>(dtype?: D) => zeros([3], dtype ?? 'f32');
export const sampled = <D extends Float>(dtype: D): Tensor<[3], D> => uniform(seed, [3], { dtype });
export const flagged = <K extends boolean>(keepDims: K) => sum(x, 0, { keepDims });
export const merged = <B extends Dim>(y: Tensor<[B, 2, 3]>): Tensor<[B, 6]> => flatten(y, 1);
export const reduced = <S extends Shape>(y: Tensor<[...S, 4]>): Tensor<[...S, 1]> => sum(y, -1, { keepDims: true });
export const heads = <B extends Dim>(y: Tensor<[B, 4]>): Tensor<[B, 2, 2]> => rearrange(y, 'b (h c) -> b h c', { h: 2 });
export const twice = <S extends Shape>(y: Tensor<[...S, 4]>): Tensor<[...S, 4, 2]> => repeat(y, '... c -> ... c r', { r: 2 });
