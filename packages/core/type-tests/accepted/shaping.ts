import {
  add,
  arange,
  broadcastTo,
  dim,
  expandDims,
  eye,
  flatten,
  moveAxis,
  multiply,
  ones,
  pad,
  rearrange,
  repeat,
  reshape,
  reverse,
  roll,
  squeeze,
  stack,
  sum,
  swapAxes,
  tile,
  transpose,
  zeros,
  type Dim,
  type Dimension,
  type Float,
  type Product,
  type Shape,
  type Tensor,
  type Times,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../tensors.ts';

const batch = named('batch');

export const flat: Tensor<[12]> = reshape(t([3, 4]), [12]);
export const left: Tensor<[6, 2]> = reshape(t([3, 4]), [-1, 2]);
export const all: Tensor<[12]> = reshape(t([3, 4]), [-1]);
export const scalar: Tensor<[]> = reshape(t([1, 1]), []);
export const token: Tensor<['batch', 12]> = reshape(t(['batch', 3, 4]), [batch, 12]);
export const namedLeft: Tensor<['batch', 12]> = reshape(t(['batch', 3, 4]), [-1, 12]);
export const literalLeft: Tensor<['batch', 12]> = reshape(t(['batch', 3, 4]), [batch, -1]);
export const merged: Tensor<['12*batch']> = reshape(t(['batch', 3, 4]), [-1]);
// Whatever order terms have behind what is divided, the constant is last.
export const divided: Tensor<['m', '4*n-4']> = reshape(t(['4*m', 'n-1']), [named('m'), -1]);
export const large: Tensor<[1000000000]> = reshape(t([1000, 1000, 1000]), [1000000000]);
export const last: Tensor<[4, 3]> = pipe(t([12]), reshape([4, 3]));
export const moved: Tensor<[10, 'n', 2]> = reshape(t([4, 5, 'n']), [10, named('n'), 2]);

export const split = <B extends Dim>(x: Tensor<[B, 3, 4]>): Tensor<[B, 12]> => reshape(x, [x.dim(0), 12]);
export const heads = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 768]>): Tensor<[B, T, 12, 64]> =>
  reshape(x, [x.dim(0), x.dim(1), 12, 64]);
export const headsLeft = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 768]>): Tensor<[B, T, 12, 64]> =>
  reshape(x, [x.dim(0), x.dim(1), -1, 64]);
export const wide = <B extends Dim, K extends Dim>(x: Tensor<[B, K, 10]>) => reshape(x, [x.dim(0), -1]);
export const wideOf: Tensor<['batch', 70]> = wide(t(['batch', 7, 10]));
export const front = <B extends Dim>(x: Tensor<[3, 4, B]>): Tensor<[12, B]> => reshape(x, [12, x.dim(2)]);
export const negativeDim = <B extends Dim>(x: Tensor<[3, 4, B]>): Tensor<[12, B]> => reshape(x, [12, x.dim(-1)]);
export const genericDType = <D extends Float>(x: Tensor<[3, 4], D>): Tensor<[12], D> => reshape(x, [12]);

// Generic factors that stand on both sides are cancelled, wherever they are, and those of products too.
export const leftOfGeneric = <B extends Dim>(x: Tensor<[B, 28, 28]>): Tensor<[B, 784]> => reshape(x, [-1, 784]);
export const leftOfGenericPiped = <B extends Dim>(x: Tensor<[B, 28, 28]>): Tensor<[B, 784]> => pipe(x, reshape([-1, 784]));
export const columnOf = <B extends Dim>(x: Tensor<[B]>): Tensor<[B, 1]> => reshape(x, [-1, 1]);
export const genericLast = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[4, B]> => reshape(x, [4, x.dim(0)]);
export const genericBetween = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[2, B, 2]> => reshape(x, [2, x.dim(0), 2]);
export const genericSwapped = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 4]>): Tensor<[T, B, 2, 2]> =>
  reshape(x, [x.dim(1), x.dim(0), 2, 2]);
export const genericTwice = <B extends Dim>(x: Tensor<[B, B, 4]>): Tensor<[4, B, B]> => reshape(x, [4, x.dim(0), x.dim(1)]);
export const genericOfThree = <B extends Dim, T extends Dim, C extends Dim>(x: Tensor<[B, T, C]>): Tensor<[C, B, T]> =>
  reshape(x, [x.dim(2), x.dim(0), x.dim(1)]);
export const genericBesideName = <B extends Dim>(x: Tensor<[B, 'n', 4]>): Tensor<['n', B, 4]> =>
  reshape(x, [x.dim(1), x.dim(0), 4]);
export const genericWide = <B extends Dim>(x: Tensor<[3, B, 4]>): Tensor<[B, 12]> => reshape(x, [x.dim(1), -1]);
export const genericHalves = <B extends Dim>(x: Tensor<[B, 6]>): Tensor<[Times<2, B>, 3]> => reshape(x, [-1, 3]);
export const genericMerge = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 4]>): Tensor<[Times<B, T>, 4]> => reshape(x, [-1, 4]);
export const genericApart = <B extends Dim, T extends Dim>(
  x: Tensor<[B, T, 4]>,
): readonly [Tensor<[B, T, 4]>, Tensor<[B, T, 4]>] => {
  const flat = rearrange(x, 'b t c -> (b t) c');
  return [reshape(flat, [x.dim(0), x.dim(1), 4]), reshape(flat, [x.dim(0), -1, 4])];
};
export const genericSum = <B extends Dim>(x: Tensor<[B, 4]>) => {
  const longer = pad(x, [
    [1, 0],
    [0, 0],
  ]);
  return reshape(longer, [4, longer.dim(0)]);
};
export const genericSumOf: Tensor<[4, 'batch+1']> = genericSum(t(['batch', 4]));
export const genericInOne = <B extends Dim>(x: Tensor<[2, B, 3]>): readonly Tensor<[Times<2, Times<B, 3>>]>[] => [
  reshape(x, [-1]),
  flatten(x),
];
export const genericAll = <S extends Shape>(
  x: Tensor<S>,
  y: Tensor<[...S, 28, 28]>,
): readonly [
  readonly Tensor<[Product<S>]>[],
  readonly Tensor<[Product<[...S, 28, 28]>]>[],
  Tensor<[Product<[2, ...S, 2]>]>,
  Tensor<[Product<[...S, 28, 28]>]>,
  Tensor<[]>,
] => [
  [flatten(x), flatten(x, 0), pipe(x, flatten)],
  [flatten(y), pipe(y, flatten), reshape(flatten(y), [-1])],
  flatten(stack([stack([x, x]), stack([x, x])], -1)),
  add(flatten(y), reshape(flatten(y), [-1])),
  sum(multiply(flatten(x), flatten(x)), 0),
];
export const genericAllOf: Tensor<['1568*batch']> = genericAll(t([2, 'batch']), t([2, 'batch', 28, 28]))[3];
export const genericOnes = <B extends Dim>(x: Tensor<[B, 1]>): Tensor<[B]> => reshape(x, [x.dim(0)]);

export const ravelled: Tensor<['12*batch']> = flatten(t(['batch', 3, 4]));
export const ravelledFrom: Tensor<['batch', 12]> = flatten(t(['batch', 3, 4]), 1);
export const ravelledLast = <B extends Shape>(x: Tensor<[...B, 3, 4]>): Tensor<[...B, 12]> => flatten(x, -2);
export const reversed: Tensor<[4, 3, 2]> = transpose(t([2, 3, 4]));
export const permuted: Tensor<[4, 2, 3]> = transpose(t([2, 3, 4]), [2, 0, 1]);
export const permutedNegative: Tensor<[4, 2, 3]> = transpose(t([2, 3, 4]), [-1, 0, 1]);
export const permutedLast: Tensor<[3, 2]> = pipe(t([2, 3]), transpose([1, 0]));
export const transposedPiped: Tensor<[3, 2]> = pipe(t([2, 3]), transpose());
export const swapped: Tensor<[4, 3, 2]> = swapAxes(t([2, 3, 4]), 0, -1);
export const movedAxis: Tensor<[3, 4, 2]> = moveAxis(t([2, 3, 4]), 0, -1);
export const expanded: Tensor<[2, 1, 3]> = expandDims(t([2, 3]), 1);
export const expandedEnd: Tensor<[2, 3, 1]> = expandDims(t([2, 3]), -1);
export const squeezed: Tensor<[2, 'n']> = squeeze(t([1, 2, 1, 'n']));
export const squeezedAxis: Tensor<[2, 1]> = squeeze(t([1, 2, 1]), 0);
export const stretched: Tensor<[2, 3]> = broadcastTo(t([3]), [2, 3]);
export const tiled: Tensor<[4, '2*n']> = tile(t([2, 'n']), [2, 2]);
export const tiledByName: Tensor<['2*copies', 'n']> = tile(t([2, 'n']), [dim('copies', 3), 1]);
export const tiledByNameInPipe: Tensor<['2*copies', 6]> = pipe(t([2, 3]), tile([dim('copies', 3), 2]));
export const tiledGeneric = <B extends Dim, N extends Dim>(x: Tensor<[B, 3]>, n: Dimension<N>): Tensor<[Times<B, N>, 3]> =>
  tile(x, [n, 1]);
export const tiledOnce = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[B, 8]> => tile(x, [1, 2]);
export const flatOfOne = <B extends Dim>(x: Tensor<[B, 1]>): Tensor<[B]> => flatten(x, 0);
export const repeated: Tensor<['3*n', 2]> = repeat(t(['n', 2]), 3, 0);
export const backward: Tensor<[2, 3]> = reverse(t([2, 3]), [0, 1]);
export const rolled: Tensor<[2, 3]> = roll(t([2, 3]), 1, -1);

export const genericTranspose = <B extends Dim, C extends Dim>(x: Tensor<[B, C]>): Tensor<[C, B]> => transpose(x);
export const genericPermute = <B extends Dim, C extends Dim>(x: Tensor<[B, C, 4]>): Tensor<[4, B, C]> => transpose(x, [2, 0, 1]);
export const genericSwap = <S extends Shape, B extends Dim, C extends Dim>(x: Tensor<[...S, B, C]>): Tensor<[...S, C, B]> =>
  swapAxes(x, -1, -2);
export const genericExpand = <S extends Shape>(x: Tensor<S>): Tensor<[...S, 1]> => expandDims(x, -1);
export const genericExpandFirst = <S extends Shape>(x: Tensor<S>): Tensor<[1, ...S]> => expandDims(x, 0);
export const genericSqueeze = <S extends Shape>(x: Tensor<[...S, 1]>): Tensor<S> => squeeze(x, -1);
export const genericRoundTrip = <S extends Shape>(x: Tensor<S>): Tensor<S> => squeeze(expandDims(x, -1), -1);
export const genericMove = <B extends Dim, C extends Dim>(x: Tensor<[B, C, 4]>): Tensor<[C, 4, B]> => moveAxis(x, 0, 2);

export const genericSizes = <B extends Dim>(x: Tensor<[B, 4]>) =>
  [zeros([x.dim(0), 3]), ones([x.dim(0), x.dim(1)]), reshape(x, [x.dim(0), -1, 2]), arange(x.dim(0)), eye(x.dim(0))] as const;

/** Shapes without elements, whatever stands beside the 0. */
export const empty: readonly [Tensor<[5, 2, 0]>, Tensor<[0, 7]>, Tensor<[0]>] = [
  reshape(t([3, 0]), [5, 2, 0]),
  reshape(t([0, 'batch', 3]), [0, 7]),
  reshape(t([3, 0]), [0]),
];

/** What stands on both sides is cancelled, sums of names too, and a 0 is not. */
export const cancelled = (x: Tensor<[2, 'm+1', 35]>, none: Tensor<[0, 3, 5]>) => {
  const sum = x.dim(1);
  const all: readonly [
    Tensor<[2, 'm+1', 5, 7]>,
    Tensor<[14, 'm+1', 5]>,
    Tensor<[5, 'm+1', 14]>,
    Tensor<['m+1', 70]>,
    Tensor<[35, 'm+1', 2]>,
    Tensor<[7, 0, 2]>,
  ] = [
    reshape(x, [-1, sum, 5, 7]),
    reshape(x, [-1, sum, 5]),
    reshape(x, [5, sum, -1]),
    reshape(x, [sum, -1]),
    reshape(x, [-1, sum, 2]),
    reshape(none, [7, 0, 2]),
  ];
  return all;
};

// Dimensions that are split, and merged again, are compared one by one; products of all decide where that does not tell.
export const patches: Tensor<['batch', 3, 14, 16, 14, 16]> = reshape(t(['batch', 3, 224, 224]), [batch, 3, 14, 16, 14, 16]);
export const unpatched: Tensor<['batch', 3, 224, 224]> = reshape(t(['batch', 3, 14, 16, 14, 16]), [batch, 3, 224, 224]);
export const splitNone: Tensor<[5, 0, 2]> = reshape(t([3, 0]), [5, 0, 2]);
export const mergedNone: Tensor<[3, 0]> = reshape(t([5, 0, 2]), [3, 0]);
export const splitAcross: Tensor<[4, 3, 3]> = reshape(t([6, 6]), [4, 3, 3]);
export const mergedOnes: Tensor<[6, 10]> = reshape(t([1, 2, 3, 5, 2]), [6, 10]);
