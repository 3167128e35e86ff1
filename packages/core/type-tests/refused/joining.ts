import {
  concatenate,
  dim,
  ones,
  pad,
  slice,
  splitAxis,
  stack,
  type AnyTensor,
  type Dim,
  type Dimension,
  type Plus,
  type Shape,
  type Tensor,
  type Times,
} from '@cotangent/core';
import { t } from '../tensors.ts';

concatenate([t([2, 3]), t([2, 4])]);
concatenate([t([2, 3]), t([2])]);
concatenate([t([2, 3]), t([2, 3])], 2);
concatenate([t(['a', 3]), t(['b', 3])], 1);
concatenate([t([2]), t([2], 'i32')]);
concatenate([]);
concatenate([t([2])] as Tensor<[2]>[]);
concatenate([t([2]), 3]);
concatenate([t([2]), 'a']);
concatenate([t([2]), undefined]);
concatenate([t([2]), null]);
concatenate([t([2]), [1, 2]]);
concatenate([t([2]), { shape: [2], dtype: 'f32' }]);
concatenate([3, t([2])]);
stack([t([2]), t([3])]);
stack([t([2]), 3]);
stack([t([2]), () => t([2])]);
stack([t([2]), t([2]).size > 2 && t([2])]);
stack([t([2]), t([2])], 2);
stack([]);
stack([t([2]), t([2], 'i32')]);
splitAxis(t([5]), 2);
splitAxis(t(['batch']), 2);
splitAxis(t([5]), [2, 2]);
splitAxis(t([4]), 2, 1);
splitAxis(t([4]), [6, -2]);
splitAxis(t([4]), [-1, 1.5]);
splitAxis(t([4]), 0.5);
splitAxis(concatenate([ones([dim('rows', 2)]), ones([dim('words', 3)])]), [dim('rows', 2), dim('rows', 2)]);
splitAxis(t([5]), [dim('rows', 2), 3]);
splitAxis(t([5]), ['rows', 3]);
splitAxis(t([5]), [dim('rows', 2), 2.5]);
slice(t([3, 4]), [3]);
slice(t([3, 4]), [-4]);
slice(t([3, 4]), [[1, 5]]);
slice(t([3, 4]), [[2, 1]]);
slice(t([3, 4]), [0, 0, 0]);
slice(t(['seq']), [0.5]);
slice(t([3, 4]), [0.5]);
slice(t([4]), [[null, null, 0.5]]);
slice(t(['seq']), [[null, null, 0]]);
slice(t([3, 4]), [null, [1]]);
slice(t([3, 4]), [[]]);
slice(t([3, 4]), [[0, 2, 1, 1]]);
slice(t([3, 4]), [[null, null, null]]);
slice([[1]])(t([3, 4]));
pad(t([3, 4]), [[1, 1]]);
pad(t([3]), [
  [1, 1],
  [0, 0],
]);
pad(t([3]), [[-1, 0]]);
pad(t([3]), [[0.5, 0]]);
pad(t([3]), [[1]]);
pad(t([3, 4]), [[-1, 0], [1]]);

export const otherRows = <B extends Dim, C extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[C, 4]>) => concatenate([x, y], 1);
export const stackTwo = <B extends Dim, C extends Dim>(x: Tensor<[B]>, y: Tensor<[C]>) => stack([x, y]);
export const splitUnknown = (x: AnyTensor) => splitAxis(t([5]), [x.dim(0), 2]);
export const splitTokens = <B extends Dim, C extends Dim>(x: Tensor<[Plus<B, C>]>, b: Dimension<B>): unknown =>
  splitAxis(x, [b, b]);
export const splitShort = <B extends Dim>(x: Tensor<[Plus<B, 2>]>, b: Dimension<B>): unknown => splitAxis(x, [b, 1]);
export const splitGeneric = <B extends Dim>(x: Tensor<[B]>) => splitAxis(x, 2);
export const splitInto0 = <B extends Dim>(x: Tensor<[B]>) => splitAxis(x, 0);
export const splitFraction = <B extends Dim>(x: Tensor<[B]>) => splitAxis(x, 1.5);
export const splitInThree = <B extends Dim>(x: Tensor<[Times<4, B>]>) => splitAxis(x, 3);
export const splitUneven = <B extends Dim>(x: Tensor<[Plus<B, 2>]>) => splitAxis(x, 2);
export const splitSum = <A extends Dim, B extends Dim>(x: Tensor<[A]>, y: Tensor<[B]>) => splitAxis(concatenate([x, y]), 2);
export const splitOther = <A extends Dim, B extends Dim>(x: Tensor<[Times<2, A>]>): Tensor<[B]> => splitAxis(x, 2)[0];
export const splitTwo = <B extends Dim>(x: Tensor<[Times<4, B>]>, parts: 2 | 4) => splitAxis(x, parts);
export const sliceGeneric = <S extends Shape>(x: Tensor<S>) => slice(x, [[0, 2]]);
export const joinShapes = <S extends Shape, R extends Shape>(x: Tensor<[...S, 2]>, y: Tensor<[...R, 2]>) =>
  concatenate([x, y], -1);
