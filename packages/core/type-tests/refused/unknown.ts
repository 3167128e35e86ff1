import {
  add,
  compile,
  concatenate,
  conv,
  diagonal,
  dot,
  einsum,
  expandDims,
  matmul,
  maxPool,
  pad,
  rearrange,
  reduce,
  reshape,
  slice,
  softmax,
  splitAxis,
  squeeze,
  stack,
  sum,
  take,
  tile,
  transpose,
  tril,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { flow, pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { t } from '../tensors.ts';

/** An `any`: nothing is known of it. */
type Anything = ReturnType<typeof JSON.parse>;

export const anyMatmul = (x: Anything) => matmul(x, t([4, 2]));
export const anySum = (x: Anything) => sum(x, 0);
export const anyAxes = (x: Anything) => sum(x, [0, 1]);
export const anySoftmax = (x: Anything) => softmax(x, 0);
export const anyReshape = (x: Anything) => reshape(x, [3]);
export const anyPattern = (x: Anything) => rearrange(x, 'a b -> b a');
export const anyReduced = (x: Anything) => reduce(x, 'a b -> a', 'sum');
export const anyPool = (x: Anything) => maxPool(x, [2]);
export const anyConv = (x: Anything) => conv(x, t([8, 3, 3]));
export const anyPad = (x: Anything) => pad(x, [[1, 1]]);
export const anyDot = (x: Anything) => dot(x, t([4]));

// What is made with one fits nowhere.
export const afterAxis = (axis: Anything) => add(sum(t([3, 4]), axis), t([17, 5]));
export const afterShape = (shape: Anything) => matmul(reshape(t([3, 4]), shape), t([17, 5]));
export const afterWindow = (window: Anything) => sum(maxPool(t([8]), window), 0);
export const afterPattern = (pattern: Anything) => concatenate([rearrange(t([3, 4]), pattern), t([3, 4])]);

export const matmulOf = (x: Tensor<Shape>) => matmul(x, t([4, 2]));
export const addTo = (x: Tensor<Shape>) => add(x, t([4, 2]));
export const lastAxis = (x: Tensor<Shape>) => sum(x, -1);
export const newAxis = (x: Tensor<Shape>) => expandDims(x, 1);
export const withoutOne = (x: Tensor<Shape>) => squeeze(x, 0);
export const reversedAxes = (x: Tensor<Shape>) => transpose(x);
export const permuted = (x: Tensor<Shape>) => transpose(x, [1, 0]);
export const reshaped = (x: Tensor<Shape>) => reshape(x, [4]);
export const sliced = (x: Tensor<Shape>) => slice(x, [[0, 1]]);
export const tiled = (x: Tensor<Shape>) => tile(x, [2]);
export const joinedBehind = (x: Anything) => concatenate([t([3, 4]), x, t([3, 5])]);
export const joined = (x: Tensor<Shape>) => concatenate([x, x]);
export const cut = (x: Tensor<Shape>) => splitAxis(x, 2);
export const taken = (x: Tensor<Shape>) => take(x, t([2], 'i32'), 0);
export const matrices = (x: Tensor<Shape>) => tril(x);
export const diagonals = (x: Tensor<Shape>) => diagonal(x);
export const equation = (x: Tensor<Shape>) => einsum('ij->ji', x);
export const pattern = (x: Tensor<Shape>) => rearrange(x, 'h w -> w h');
export const patternOfLeading = (x: Tensor<Shape>) => rearrange(x, '... h w -> ... w h');
export const windows = (x: Tensor<Shape>) => maxPool(x, [2]);
export const channels = (x: Tensor<Shape>) => conv(x, t([8, 3, 3]));
export const otherBeside = (x: Tensor<Shape>) => stack([x, t([3])]);

// Functions passed on before there is a tensor.
export const mappedFirst = E.map(sum(0))(E.right(t([3, 4])));
export const compiled = compile(sum(0));
export const wrongLater = flow((x: Tensor<[3, 4]>) => x, matmul(t([5, 2])));
export const wrongInMap = pipe(E.right(t([3, 4])), E.map(matmul(t([5, 2]))));
