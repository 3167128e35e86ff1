import {
  arange,
  broadcastTo,
  dim,
  expandDims,
  eye,
  flatten,
  moveAxis,
  repeat,
  reshape,
  reverse,
  roll,
  squeeze,
  swapAxes,
  tile,
  transpose,
  zeros,
  type Dim,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../tensors.ts';

const batch = named('batch');
const size: number = 3;

reshape(t([3, 4]), [5, 2]);
reshape(t([3, 4]), 4, 3);
reshape(t([3, 4]), [4, 3], 1);
reshape(t([3, 4]), [5, -1]);
reshape(t([3, 4]), [-1, -1]);
reshape(t(['batch', 4]), [batch, 5]);
reshape(t(['batch', 4]), [named('other'), 4]);
reshape(t(['batch', 4]), [32, 4]);
reshape(t([3, 4]), [size, 4]);
reshape([5, 2])(t([3, 4]));
pipe(t([3, 4]), reshape([11]));
zeros([size, 3]);
zeros([3, -1]);
zeros([batch, 1.5]);
reshape(t([3, 4]), [2, -2, -1]);
reshape(t([2, 2, 0]), [-1, 0, 2, 2]);
broadcastTo(t([3, 1]), [3, -1]);
arange(-3);
eye(1.5);
flatten(t([3, 4]), 2);
transpose(t([3, 4]), [0]);
transpose(t([3, 4]), [0, 0]);
transpose(t([3, 4]), [0, 2]);
transpose([1, 0])(t([3]));
swapAxes(t([3, 4]), 0, 2);
moveAxis(t([3, 4]), 2, 0);
moveAxis(t([3, 4]), 0, 2);
expandDims(t([3, 4]), 3);
expandDims(t([3, 4]), -4);
squeeze(t([3, 4]), 0);
squeeze(t([3, 'n']), 1);
squeeze(t([3, 1]), 2);
broadcastTo(t([3]), [2, 4]);
broadcastTo(t([2, 3]), [3]);
tile(t([3, 4]), [2]);
tile(t([3, 4]), [2, -1]);
tile(t([3, 4]), [2, 2, 2]);
tile(t([3, 4]), [dim('copies', 2)]);
tile(t([3, 4]), ['copies', 1]);
tile(t([3, 4]), [dim('copies', 2), 0.5]);
repeat(t([3, 4]), 2, 2);
repeat(t([3, 4]), -2, 0);
repeat(t([3, 4]), size, 0);
reverse(t([3, 4]), 2);
roll(t([3, 4]), 1, 2);
roll(t([3, 4]), 0.5, 0);

export const commuted = <B extends Dim, C extends Dim>(x: Tensor<[B, B, 28]>, y: Tensor<[C]>) =>
  reshape(x, [y.dim(0), x.dim(0), 28]);
export const otherDim = <B extends Dim, C extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[C]>) => reshape(x, [y.dim(0), 4]);
export const droppedDim = <B extends Dim>(x: Tensor<[B, 4]>) => reshape(x, [4]);
export const addedDim = <B extends Dim>(x: Tensor<[4]>, y: Tensor<[B]>) => reshape(x, [y.dim(0), 4]);
export const droppedShape = <S extends Shape>(x: Tensor<[...S, 4]>) => reshape(x, [4]);
export const bareShape = <S extends Shape>(x: Tensor<S>) => reshape(x, [4]);
export const toOne = <B extends Dim>(x: Tensor<[B]>) => reshape(x, [1]);
export const droppedLast = <B extends Dim, C extends Dim>(x: Tensor<[B, C]>) => reshape(x, [x.dim(0)]);
export const openThird = <B extends Dim>(x: Tensor<[2, B, 7]>) => reshape(x, [-1, 3, x.dim(1)]);
export const openLeading = <S extends Shape>(x: Tensor<[...S, 4]>) => reshape(x, [-1, 3]);
export const genericSqueeze = <B extends Dim>(x: Tensor<[B, 4]>) => squeeze(x, 0);
export const genericTranspose = <S extends Shape>(x: Tensor<[...S, 4]>) => transpose(x);
export const genericSwap = <S extends Shape>(x: Tensor<[...S, 4]>) => swapAxes(x, 0, -1);
export const genericBroadcast = <B extends Dim>(x: Tensor<[B, 4]>) => broadcastTo(x, [3, 4]);
export const noSuchDim = <B extends Dim>(x: Tensor<[B, 4]>) => reshape(x, [x.dim(2), 4]);
reshape(t([224, 224]), [14, 16, 14, 15]);
reshape(t([14, 16, 14, 15]), [224, 224]);
