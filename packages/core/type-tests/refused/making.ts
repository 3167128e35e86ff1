/** Tensors from sizes and from data: sizes that are none, dtypes that are none. */
import {
  bits,
  dim,
  eye,
  foldIn,
  fromArray,
  fromNested,
  fromUnknown,
  getBooleanAlgebra,
  getProductMonoid,
  getRing,
  getSumMonoid,
  key,
  linspace,
  normal,
  onesLike,
  randint,
  spec,
  split,
  splitStacked,
  tensor,
  tensorCodec,
  truncatedNormal,
  uniform,
  zerosLike,
  type Dim,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const size: number = 3;

dim(3, 'batch');
dim('batch');
key('seed');
linspace(0, 1, 2.5);
linspace(0, 1, size);
linspace(0, 1, 5, 'i32');
linspace(t([]), 1, 5);
eye(-3);
spec([2, -1]);
spec(['batch', 3]);
spec([size]);
fromArray([1, 2], [1.5]);
fromArray([1, 2], 2);
fromNested([1, 2], [-2]);
fromNested([1, 2], [2], 'f16');
fromUnknown([1, 2], 'int');
tensorCodec([size]);
tensorCodec([2], 'string');
getRing([2, 0.5]);
getRing([2], 'f32');
getSumMonoid([-1]);
getSumMonoid([2], 'bool');
getProductMonoid([size]);
getBooleanAlgebra(['n']);
uniform(key(0), [2.5]);
uniform(key(0), [2], { min: '0' });
uniform(key(0), [2], { dtype: 'i32' });
uniform(0, [2]);
normal(key(0), [-1]);
normal(key(0), [size, 2]);
truncatedNormal(key(0), ['n']);
truncatedNormal(key(0), [2], { lower: 0, dtype: 'bool' });
bits(key(0), [0.5]);
bits(key(0), 3);
randint(key(0), [2]);
randint(key(0), [-2], { max: 5 });
randint(key(0), [2], { max: 5, dtype: 'f32' });
randint(key(0), [size], { max: 5 });
foldIn(key(0), t([2], 'u32'));
foldIn(key(0), t([]));
foldIn('layer', 1);
split(1);
split(key(0), 'two');
splitStacked(key(0), -1);
tensor([[3], [1], []]);
tensor([[[1, 2]], [[]]], 'i32');
zerosLike([2, 3]);
onesLike(3);

export const shifted = normal(key(0), [2], { mean: 1 });
export const sized = <N extends number>(n: N) => uniform(key(0), [n]);
export const spaced = <N extends number>(n: N) => linspace(0, 1, n);
export const otherShape = <S extends Shape>(x: Tensor<[3, ...S]>): Tensor<S> => zerosLike(x);
export const otherDim = <B extends Dim, C extends Dim>(x: Tensor<[B, 3]>, y: Tensor<[C]>): Tensor<[B]> =>
  normal(key(0), [y.dim(0)]);
