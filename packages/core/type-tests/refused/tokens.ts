/** Tokens and sizes as arguments: one literal, one name, and which. */
import {
  add,
  arange,
  broadcastTo,
  dim,
  eye,
  fromArray,
  full,
  key,
  linspace,
  matmul,
  normal,
  oneHot,
  ones,
  permutation,
  rearrange,
  refine,
  repeat,
  reshape,
  spec,
  splitStacked,
  zeros,
  type AnyDimension,
  type AnyTensor,
  type Axis,
  type Dimension,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

// A token of an axis of which nothing is known: two of them would pass for one.
export const made = (a: AnyTensor) => ones([a.dim(0), 2]);
export const numbered = (n: Dimension<number>) => zeros([2, n]);
export const named = (n: Dimension<string>) => full([n], 1);
export const patterned = (n: Dimension<`a${string}`>) => ones([n]);
export const several = (n: Dimension<'a' | 'b'>) => ones([n, 2]);
export const sameToken = (a: AnyTensor) => refine(a, [a.dim(0), 28], 'f32');
export const sameTokenLater = (a: AnyTensor) => refine([a.dim(0), 28])(a);
export const reshaped = (a: AnyTensor) => reshape(t([4, 6]), [a.dim(0), 6]);
export const reshapedLater = (a: AnyTensor) => reshape([a.dim(0), -1]);
export const stretched = (a: AnyTensor) => broadcastTo(t([4, 6]), [a.dim(0), 4, 6]);
export const decoded = (n: AnyDimension) => fromArray([1, 2], [n]);
export const drawn = (n: AnyDimension) => normal(key(0), [n]);
export const shaped = (n: AnyDimension) => spec([n]);
export const square = (n: AnyDimension) => eye(n);
export const counted = (n: AnyDimension) => arange(n);
export const spaced = (n: AnyDimension) => linspace(0, 1, n);
export const keys = (n: AnyDimension) => splitStacked(key(0), n);
export const order = (n: AnyDimension) => permutation(key(0), n);
export const hot = (n: AnyDimension) => oneHot(t([2], 'i32'), n);
export const heads = (n: AnyDimension) => rearrange(t([4, 6]), 'a (h b) -> a h b', { h: n });
export const copies = (n: Dimension<'a' | 'b'>) => repeat(t([4, 6]), 'a b -> a b h', { h: n });

// Each wrong entry is told, and no other one.
ones(['batch', 3]);
reshape(t([4, 6]), ['rows', 6]);
zeros([2, -1, 2.5]);
ones([2, null]);
ones([undefined, 2]);
ones([2, true, 'n']);
ones([[2], 3]);
eye('n');
oneHot(t([2], 'i32'), 'n');
linspace(0, 1, 'n');

// What is no list of sizes at all.
ones(3);
ones(3, 4);
reshape(t([4, 6]), 24);
reshape(24);
broadcastTo(t([6]), 6);
refine(t([6]), 6);

// What no generic body can tell.
export const anySize = <N extends number>(n: N) => ones([n, 2]);
export const anyShape = <S extends readonly Axis[]>(shape: S) => zeros(shape);
export const anyOther = <N extends number>(x: Tensor<[4, 6]>, n: N) => reshape(x, [n, 6]);

// Names that are no names, sizes that are no sizes.
dim('a b', 3);
dim(32, 'batch');
dim('', 3);
dim('3', 3);
dim('2*n', 3);
dim('batch+1', 4);
dim('seq-len', 4);
dim('floor(n/2)', 4);
dim('n', -3);
dim('n', 1.5);
dim('n', 1e21);

// Names that are type parameters: of two texts under one, the names may be two.
export const twoTexts = <N extends string>(a: N, b: N) => add(ones([dim(a, 3)]), ones([dim(b, 4)]));
export const oneText = <N extends 'a' | 'b'>(name: N, size: number) => ones([dim(name, size)]);
export const bothTexts = <N extends string, S extends number>(name: N, size: S): Dimension<N> => dim(name, size);
// What no operation makes, but a type can say.
export const oneOfTwo = (x: Tensor<[2 | 3]>) => add(x, ones([2]));
export const secondOfTwo = (x: Tensor<[2 | 3]>) => add(ones([4]), x);
export const oneOfTwoNames = (x: Tensor<[4, 'a' | 'b']>) => matmul(x, ones([4, 3]));
