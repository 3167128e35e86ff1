import * as T from '@cotangent/core';
import type { Dim, Float, Shape, Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';

declare const x: Tensor<['batch', 28, 28]>;

// Making them.
export const written = T.tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
export const zeros = T.zeros([2, 3]);
export const batch = T.dim('batch', 32);
export const named = T.ones([batch, 10], 'f64');
export const scalar = T.scalar(1);
export const counted = T.arange(5);
export const random = T.normal(T.key(0), [3, 4]);
export const keys = T.split(T.key(0), 3);
export const size_ = x.dim(0);
export const decoded = T.fromUnknown([[1], [2]]);

// Arithmetic.
export const sum = T.add(x, T.ones([28]));
export const compared = T.greater(x, 0);
export const chosen = T.where(compared, x, 0);
export const converted = T.convert(x, 'i32');

// Reductions.
export const total = T.sum(x);
export const rows = T.mean(x, 1);
export const kept = T.max(x, -1, { keepDims: true });
export const both = T.sum(x, [1, 2]);
export const best = T.argMax(x, -1);
export const normalized = T.softmax(x);

// Shapes.
export const flat = T.flatten(x, 1);
export const reshaped = T.reshape(x, [x.dim(0), 4, 7, 28]);
export const inferred = T.reshape(x, [x.dim(0), -1]);
export const transposed = T.transpose(x, [0, 2, 1]);
export const expanded = T.expandDims(x, 1);
export const joined = T.concatenate([x, x], 2);
export const joinedNames = T.concatenate([x, x]);
export const stacked = T.stack([x, x]);
export const parts = T.splitAxis(x, 4, 2);
export const cut = T.slice(x, [null, [0, 14], 3]);
export const padded = T.pad(x, [
  [0, 0],
  [2, 2],
  [2, 2],
]);
export const gathered = T.take(T.ones([50, 8]), T.zeros([batch], 'i32'), 0);
export const hot = T.oneHot(T.zeros([batch], 'i32'), 10);
export const looped = T.scan((h, row) => [T.add(h, row), T.sum(row)], T.zeros([28]), T.ones([batch, 28]));

// Programs.
export const compiled = T.compile((a: Tensor<[3]>) => T.exp(a));
export const traced = T.trace((a: Tensor<[3]>) => T.exp(a))(T.ones([3]));
export const flattened = T.flattenTree({ a: x }, 'tree');

// Functions.
export const halve = (a: Tensor<['batch', 3]>) => T.divide(a, 2);
export const anyDim = <N extends Dim>(a: Tensor<[N, 3]>) => T.sum(a, 1);
export const anyLeading = <S extends Shape>(a: Tensor<[...S, 3]>) => T.softmax(a);
export const anyFloat = <D extends Float>(a: Tensor<[3], D>) => T.multiply(a, a);

// Data last.
export const sumLater = T.sum(0);
export const addLater = T.add(T.ones([3]));
export const lessLater = T.less(0);
export const reshapeLater = T.reshape([2, 3]);
export const piped = pipe(x, T.sum(1), T.multiply(2), T.softmax());

// Names in use.
T.sum(x, 1);
//^?
T.add(x, 1);
//^?
T.reshape(x, [x.dim(0), 784]);
//^?
T.transpose(x, [0, 2, 1]);
//^?
T.concatenate([x, x], 1);
//^?
T.zeros([2, 3]);
//^?
x.dim(0);
//^?
