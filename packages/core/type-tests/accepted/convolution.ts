import {
  add,
  averagePool,
  concatenate,
  conv,
  dim,
  matmul,
  maximum,
  maxPool,
  mean,
  minPool,
  multiply,
  pad,
  rearrange,
  reduceWindow,
  reshape,
  rsqrt,
  subtract,
  zeros,
  type Dim,
  type Float,
  type Floor,
  type Plus,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const images = t(['batch', 3, 32, 32]);
const kernels = t([64, 3, 3, 3]);

export const valid: Tensor<['batch', 64, 30, 30]> = conv(images, kernels);
export const same: Tensor<['batch', 64, 32, 32]> = conv(images, kernels, { padding: 'same' });
export const strided: Tensor<['batch', 64, 16, 16]> = conv(images, kernels, { stride: 2, padding: 1 });
export const stridedSame: Tensor<['batch', 64, 11, 32]> = conv(images, kernels, { stride: [3, 1], padding: 'same' });
export const resnetStem: Tensor<['batch', 64, 112, 112]> = conv(t(['batch', 3, 224, 224]), t([64, 3, 7, 7]), {
  stride: 2,
  padding: 3,
});
export const sides: Tensor<['batch', 64, 33, 31]> = conv(images, kernels, {
  padding: [
    [1, 2],
    [1, 0],
  ],
});
export const mixed: Tensor<['batch', 64, 33, 32]> = conv(images, kernels, { padding: [[1, 2], 1] });
export const dilated: Tensor<['batch', 64, 28, 24]> = conv(images, kernels, { dilation: [2, 4] });
export const spread: Tensor<['batch', 64, 63, 63]> = conv(images, kernels, { inputDilation: 2, padding: 1 });
export const spreadNamed: Tensor<['batch', 8, '2*n-1']> = conv(t(['batch', 3, 'n']), t([8, 3, 3]), {
  inputDilation: 2,
  padding: 1,
});
export const grouped: Tensor<['batch', 64, 32]> = conv(t(['batch', 6, 32]), t([64, 3, 3]), { groups: 2, padding: 'same' });
export const depthwise: Tensor<['batch', 'c', 30]> = conv(t(['batch', 'c', 32]), t(['c', 'c', 3]));
export const eachAlone: Tensor<['batch', 96, 30]> = conv(t(['batch', 96, 32]), t([96, 1, 3]), { groups: 96 });
export const oneDimension: Tensor<['batch', 8, 98]> = conv(t(['batch', 3, 100]), t([8, 3, 3]));
export const threeDimensions: Tensor<['batch', 8, 3, 4, 5]> = conv(t(['batch', 3, 4, 6, 8]), t([8, 3, 2, 3, 4]));
export const alone: Tensor<[64, 30, 30]> = conv(t([3, 32, 32]), kernels);
export const manyLeading: Tensor<['batch', 'time', 64, 30, 30]> = conv(t(['batch', 'time', 3, 32, 32]), kernels);
export const named: Tensor<['batch', 64, 'height-2', 'width-2']> = conv(t(['batch', 3, 'height', 'width']), kernels);
export const namedSame: Tensor<['batch', 64, 'height', 'width']> = conv(t(['batch', 3, 'height', 'width']), kernels, {
  padding: 'same',
});
export const namedPadded: Tensor<['batch', 64, 'height', 'width+2']> = conv(t(['batch', 3, 'height', 'width']), kernels, {
  padding: [1, 2],
});
export const namedKernel: Tensor<[8, '-k+n+1']> = conv(t([3, 'n']), t([8, 3, 'k']));
export const namedChannels: Tensor<['batch', 'out', 30]> = conv(t(['batch', 'in', 32]), t(['out', 'in', 3]));
export const huge: Tensor<[1, 999999998]> = conv(t([1, 1000000000]), t([1, 1, 3]));
export const stridedNamed: Tensor<['n', 8, 'floor((h+1)/2)-1', 'floor((w+1)/2)']> = conv(t(['n', 3, 'h', 'w']), t([8, 3, 3, 3]), {
  stride: 2,
  padding: [0, 1],
});
export const halvedTwice: Tensor<['n', 3, 'floor(h/4)', 'floor(w/4)']> = maxPool(maxPool(t(['n', 3, 'h', 'w']), [2, 2]), [2, 2]);
export const halvedAndJoined: Tensor<['n', 3, '2*floor(h/2)', 'floor(w/2)']> = concatenate(
  [maxPool(t(['n', 3, 'h', 'w']), [2, 2]), averagePool(t(['n', 3, 'h', 'w']), [2, 2])],
  2,
);
export const evenNamed: Tensor<['n', 3, 'h', 'w+1']> = maxPool(
  concatenate([t(['n', 3, 'h', '2*w+3']), t(['n', 3, 'h', '2*w+3'])], 2),
  [2, 2],
);
export const hugeStrided: Tensor<[1, 142857142]> = conv(t([1, 1000000000]), t([1, 1, 7]), { stride: 7 });
export const double: Tensor<[8, 30], 'f64'> = conv(t([3, 32], 'f64'), t([8, 3, 3], 'f64'));
export const whole: Tensor<[8, 30], 'i32'> = conv(t([3, 32], 'i32'), t([8, 3, 3], 'i32'));
export const later: Tensor<['batch', 64, 30, 30]> = pipe(images, conv(kernels));
export const laterStrided: Tensor<['batch', 64, 16, 16]> = pipe(images, conv(kernels, { stride: 2, padding: 1 }));
export const noOptions: Tensor<['batch', 64, 30, 30]> = conv(images, kernels, {});

export const pooled: Tensor<['batch', 3, 16, 16]> = maxPool(images, [2, 2]);
export const pooledRest: Tensor<['batch', 3, 10, 6]> = maxPool(images, [3, 5]);
export const pooledOverlap: Tensor<['batch', 3, 16, 16]> = maxPool(images, [3, 3], { stride: 2, padding: 1 });
export const pooledOnce: Tensor<['batch', 3, 32, 31]> = minPool(images, [2], { stride: 1 });
export const pooledAll: Tensor<['batch', 3, 1, 1]> = averagePool(images, [32, 32]);
export const pooledNamed: Tensor<['n', 'h', 'w-1']> = averagePool(t(['n', 'h', 'w']), [3, 2], { stride: 1, padding: [1, 0] });
export const pooledWithout: Tensor<['batch', 3, 16, 16]> = averagePool(images, [2, 2], { includePadding: false });
export const pooledVolume: Tensor<['batch', 3, 4, 5]> = maxPool(t(['batch', 6, 8, 10]), [2, 2, 2]);
export const pooledDilated: Tensor<[28]> = maxPool(t([32]), [3], { stride: 1, dilation: 2 });
export const pooledWhole: Tensor<[16], 'i32'> = maxPool(t([32], 'i32'), [2]);
export const pooledLater: Tensor<['batch', 3, 16, 16]> = pipe(images, maxPool([2, 2]));
export const pooledLaterBy: Tensor<['batch', 3, 16, 16]> = pipe(
  images,
  averagePool([3, 3], { stride: 2, padding: 1, includePadding: false }),
);
export const summed: Tensor<['batch', 3, 16, 16]> = reduceWindow(images, 'sum', [2, 2]);
export const summedBy: Tensor<['batch', 3, 32, 32]> = reduceWindow(images, 'sum', [3, 3], { stride: 1, padding: 'same' });
export const summedLater: Tensor<['batch', 3, 16, 16]> = pipe(images, reduceWindow('min', [2, 2]));
export const summedLaterBy: Tensor<['batch', 3, 31, 31]> = pipe(images, reduceWindow('max', [2, 2], { stride: 1 }));
const window = [2, 2] as const;
export const constantWindow: Tensor<['batch', 3, 16, 16]> = maxPool(images, window);
const token = dim('n', 9);
export const fromToken: Tensor<['n', 4, 7]> = conv(zeros([token, 3, 9]), zeros([4, 3, 3]));

export const genericSame = <B extends Dim, H extends Dim, W extends Dim>(x: Tensor<[B, 3, H, W]>): Tensor<[B, 64, H, W]> =>
  conv(x, kernels, { padding: 'same' });
export const genericPadded = <B extends Dim, H extends Dim, W extends Dim>(x: Tensor<[B, 3, H, W]>): Tensor<[B, 64, H, W]> =>
  conv(x, kernels, { padding: 1 });
export const genericPaddedWide = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>): Tensor<[B, 8, H]> =>
  conv(x, t([8, 3, 5]), { padding: 4, dilation: 2 });
// What is longer by padding has room for a window: causal convolutions.
export const genericCausal = <B extends Shape, H extends Dim>(
  x: Tensor<[...B, 3, H]>,
  k: Tensor<[8, 3, 3]>,
): readonly Tensor<[...B, 8, H]>[] => [
  conv(x, k, { padding: [[2, 0]] }),
  conv(x, k, { padding: [[4, 0]], dilation: 2 }),
  pipe(x, conv(k, { padding: 3 }), conv(t([8, 8, 5]))),
];
export const genericGrows = <B extends Dim, H extends Dim, W extends Dim>(
  x: Tensor<[B, 3, H, W]>,
): Tensor<[B, 64, Plus<H, 2>, Plus<W, 2>]> => conv(x, kernels, { padding: 2 });
export const genericOfPadded = <H extends Dim>(x: Tensor<[3, H]>): readonly [Tensor<[8, H]>, Tensor<[3, Plus<H, 1>]>] => {
  const longer = pad(x, [
    [0, 0],
    [2, 0],
  ]);
  return [conv(longer, t([8, 3, 3])), maxPool(longer, [2], { stride: 1 })];
};
export const genericVolumes = <X extends Dim, Y extends Dim, Z extends Dim>(
  x: Tensor<[2, X, Y, Z]>,
): Tensor<[4, Plus<X, 2>, Y, Plus<Z, 3>]> => conv(x, t([4, 2, 3, 3, 2]), { padding: [2, 1, 2] });
export const causalOf: readonly [readonly Tensor<['batch', 8, 1]>[], Tensor<[8, 'time']>] = [
  genericCausal(t(['batch', 3, 1]), t([8, 3, 3])),
  genericOfPadded(t([3, 'time']))[0],
];
export const genericSingle = <B extends Shape, C extends Dim, O extends Dim, H extends Dim, W extends Dim>(
  x: Tensor<[...B, C, H, W]>,
  kernel: Tensor<[O, C, 1, 1]>,
): Tensor<[...B, O, H, W]> => conv(x, kernel);
export const genericLeading = <B extends Shape>(x: Tensor<[...B, 3, 32, 32]>): Tensor<[...B, 64, 30, 30]> => conv(x, kernels);
export const genericStrided = <B extends Shape>(x: Tensor<[...B, 3, 32, 32]>): Tensor<[...B, 64, 16, 16]> =>
  conv(x, kernels, { stride: 2, padding: 'same' });
export const genericChannels = <B extends Dim, C extends Dim, O extends Dim, D extends Float>(
  x: Tensor<[B, C, 32], D>,
  kernel: Tensor<[O, C, 3], D>,
): Tensor<[B, O, 30], D> => conv(x, kernel);
export const genericWindow = <B extends Shape, C extends Dim, L extends Dim, K extends Dim>(
  x: Tensor<[...B, C, L]>,
  kernel: Tensor<[C, C, K]>,
): Tensor<[...B, C, L]> => conv(x, kernel, { padding: 'same' });
export const genericPiped = <B extends Shape, C extends Dim, H extends Dim, W extends Dim, D extends Float>(
  x: Tensor<[...B, C, H, W], D>,
  kernel: Tensor<[C, C, 3, 3], D>,
): Tensor<[...B, C, H, W], D> => pipe(x, conv(kernel, { padding: 'same' }), conv(kernel, { padding: 1 }));
export const genericVolume = <B extends Shape, X extends Dim, Y extends Dim, Z extends Dim>(
  x: Tensor<[...B, 2, X, Y, Z]>,
): Tensor<[...B, 4, X, Y, Z]> => conv(x, t([4, 2, 3, 3, 3]), { padding: 'same' });
export const genericPool = <B extends Shape, D extends Float>(x: Tensor<[...B, 8, 8], D>): Tensor<[...B, 4, 4], D> =>
  averagePool(maxPool(x, [2, 2]), [3, 3], { stride: 1, padding: 'same' });
export const genericPoolSame = <B extends Shape, H extends Dim, W extends Dim>(x: Tensor<[...B, H, W]>): Tensor<[...B, H, W]> =>
  pipe(
    x,
    maxPool([3, 3], { stride: 1, padding: 1 }),
    reduceWindow('min', [2, 2], {
      stride: 1,
      padding: [
        [0, 1],
        [1, 0],
      ],
    }),
  );

export const genericConvPool = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
): Tensor<[...B, 8, 15, 15]> => maxPool(conv(x, k), [2, 2]);
export const genericConvAverage = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
): Tensor<[...B, 8, 15, 15]> => averagePool(conv(x, k), [2, 2]);
export const genericConvMin = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
): Tensor<[...B, 8, 29, 29]> => minPool(conv(x, k), [2, 2], { stride: 1 });
export const genericConvSum = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
): Tensor<[...B, 8, 15, 15]> => reduceWindow(conv(x, k), 'sum', [2, 2]);
export const genericConvTwice = <B extends Shape, D extends Float>(
  x: Tensor<[...B, 3, 32, 32], D>,
  k: Tensor<[3, 3, 3, 3], D>,
): Tensor<[...B, 3, 28, 28], D> => conv(conv(x, k), k);
export const genericPoolConv = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
): Tensor<[...B, 8, 7, 7]> => reduceWindow(conv(maxPool(x, [2, 2]), k), 'max', [2, 2]);
export const genericPoolTwice = <B extends Shape>(x: Tensor<[...B, 32, 32]>): Tensor<[...B, 2, 2]> =>
  minPool(averagePool(maxPool(reduceWindow(x, 'sum', [2, 2]), [2, 2]), [2, 2]), [2, 2]);
export const genericConvBias = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
  bias: Tensor<[8, 1, 1]>,
): Tensor<[...B, 8, 15, 15]> => maxPool(maximum(add(conv(x, k), bias), 0), [2, 2]);
export const genericConvMean = <B extends Shape>(x: Tensor<[...B, 3, 32, 32]>, k: Tensor<[8, 3, 3, 3]>): Tensor<[...B, 8]> =>
  mean(maxPool(conv(x, k), [2, 2]), [-2, -1]);
export const genericConvRows = <B extends Shape>(x: Tensor<[...B, 3, 32, 32]>, k: Tensor<[8, 3, 3, 3]>): Tensor<[...B, 1800]> =>
  rearrange(maxPool(conv(x, k), [2, 2]), '... c h w -> ... (c h w)');
export const genericConvJoined = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[8, 3, 3, 3]>,
): Tensor<[...B, 16, 15, 15]> => concatenate([maxPool(conv(x, k), [2, 2]), averagePool(conv(x, k), [2, 2])], -3);
export const genericConvPiped = <B extends Shape>(
  x: Tensor<[...B, 3, 32, 32]>,
  k: Tensor<[3, 3, 3, 3]>,
): Tensor<[...B, 3, 6, 6]> => pipe(x, conv(k), maxPool([2, 2]), conv(k), averagePool([2, 2]));
export const genericArranged = <B extends Shape>(x: Tensor<[...B, 32, 16]>): Tensor<[...B, 8, 16]> =>
  maxPool(rearrange(x, '... h w -> ... w h'), [2, 2]);

interface Unit<C extends Dim, D extends Float> {
  readonly kernel: Tensor<[C, C, 3, 3], D>;
  readonly bias: Tensor<[C], D>;
}

/** `[...B, C, H, W] -> [...B, C, H, W]`: a convolution that keeps the size, and a bias for each channel. */
const unit = <B extends Shape, C extends Dim, H extends Dim, W extends Dim, D extends Float>(
  { kernel, bias }: Unit<C, D>,
  x: Tensor<[...B, C, H, W], D>,
): Tensor<[...B, C, H, W], D> => add(conv(x, kernel, { padding: 'same' }), reshape(bias, [bias.dim(0), 1, 1]));

/** Normalization over the channels and the image of each example. */
const normalized = <B extends Shape, C extends Dim, H extends Dim, W extends Dim, D extends Float>(
  x: Tensor<[...B, C, H, W], D>,
): Tensor<[...B, C, H, W], D> => {
  const centered = subtract(x, mean(x, [-3, -2, -1], { keepDims: true }));
  return multiply(centered, rsqrt(add(mean(multiply(centered, centered), [-3, -2, -1], { keepDims: true }), 1e-5)));
};

/** A residual block (He et al. 2016). */
export const residual = <B extends Dim, C extends Dim, H extends Dim, W extends Dim, D extends Float>(
  first: Unit<C, D>,
  second: Unit<C, D>,
  x: Tensor<[B, C, H, W], D>,
): Tensor<[B, C, H, W], D> => {
  const hidden = maximum(normalized(unit(first, x)), 0);
  return maximum(add(x, normalized(unit(second, hidden))), 0);
};

/** A residual block that halves the image, and makes twice as many channels (He et al. 2016). */
export const halving = <B extends Dim, C extends Dim, O extends Dim, H extends Dim, W extends Dim, D extends Float>(
  { first, skip }: { readonly first: Tensor<[O, C, 3, 3], D>; readonly skip: Tensor<[O, C, 1, 1], D> },
  second: Unit<O, D>,
  x: Tensor<[B, C, H, W], D>,
): Tensor<[B, O, Floor<Plus<H, 1>, 2>, Floor<Plus<W, 1>, 2>], D> => {
  const hidden = maximum(normalized(conv(x, first, { stride: 2, padding: 'same' })), 0);
  return maximum(add(conv(x, skip, { stride: 2 }), normalized(unit(second, hidden))), 0);
};
declare const wider: { readonly first: Tensor<[8, 4, 3, 3]>; readonly skip: Tensor<[8, 4, 1, 1]> };
export const halved: readonly [
  Tensor<[2, 8, 16, 4]>,
  Tensor<['batch', 8, 'floor((height+1)/2)', 'floor((width+1)/2)']>,
  Tensor<[2, 8, 'height', 3]>,
] = [
  halving(wider, { kernel: t([8, 8, 3, 3]), bias: t([8]) }, t([2, 4, 32, 7])),
  halving(wider, { kernel: t([8, 8, 3, 3]), bias: t([8]) }, t(['batch', 4, 'height', 'width'])),
  halving(wider, { kernel: t([8, 8, 3, 3]), bias: t([8]) }, t([2, 4, '2*height', 6])),
];
// What comes to one size is of one type, however it is padded, and however often it is halved.
export const halvedAlike = <C extends Dim, H extends Dim>(
  x: Tensor<[C, H]>,
  k: Tensor<[C, C, 3]>,
): Tensor<[C, Floor<Plus<H, 1>, 2>]> =>
  [
    conv(x, k, { stride: 2, padding: 1 }),
    pipe(x, conv(k, { stride: 2, padding: [[2, 0]] })),
    maxPool(x, [2], { padding: 'same' }),
    pipe(x, averagePool([3], { stride: 2, padding: 'same' })),
    maxPool(
      pad(x, [
        [0, 0],
        [1, 0],
      ]),
      [2],
    ),
    reduceWindow(x, 'sum', [1], { stride: 2 }),
  ].reduce((sum, one) => add(sum, one));
export const pyramid = <B extends Shape, H extends Dim, W extends Dim>(
  x: Tensor<[...B, H, W]>,
): readonly [
  Tensor<[...B, Floor<Plus<H, 1>, 2>, Floor<Plus<W, 2>, 3>]>,
  Tensor<[...B, Floor<Plus<H, 3>, 4>, Floor<Plus<W, 8>, 9>]>,
  Tensor<[...B, Floor<Plus<H, 7>, 8>, Floor<Plus<W, 26>, 27>]>,
] => {
  const half = averagePool(x, [2, 3], { padding: 'same' });
  const quarter = pipe(half, averagePool([2, 3], { padding: 'same' }));
  return [half, add(quarter, maxPool(x, [4, 9], { padding: 'same' })), averagePool(quarter, [2, 3], { padding: 'same' })];
};
export const pyramids: readonly [
  readonly [Tensor<[3, 7, 4]>, Tensor<[3, 4, 2]>, Tensor<[3, 2, 1]>],
  readonly [Tensor<['floor((h+1)/2)', 10]>, Tensor<['floor((h+3)/4)', 4]>, Tensor<['floor((h+7)/8)', 2]>],
] = [pyramid(t([3, 13, 12])), pyramid(t(['h', 30]))];
// A multiple is no part of a quotient, and what is there is as long as it is.
export const halvedWide = <H extends Dim>(x: Tensor<[3, H]>): Tensor<[8, Plus<Floor<Plus<H, 1>, 2>, 1>]> =>
  conv(x, t([8, 3, 3]), { padding: 2, stride: 2 });
export const halvedLonger = <H extends Dim>(
  x: Tensor<[H]>,
): readonly [Tensor<[Plus<Floor<Plus<H, 1>, 2>, 1>]>, Tensor<[Floor<Plus<H, 1>, 2>]>] => {
  const longer = maxPool(pad(x, [[2, 1]]), [2]);
  return [longer, maxPool(longer, [2], { stride: 1 })];
};
export const halvedSquare = <B extends Dim, H extends Dim>(
  x: Tensor<[B, H, H, 4]>,
): Tensor<[B, Floor<Plus<H, 1>, 2>, Floor<Plus<H, 1>, 2>, 2]> => maxPool(x, [2, 2, 2], { padding: 'same' });

/** A small network for images of 28 x 28. */
export const network = <B extends Dim>(
  p: {
    readonly first: Tensor<[32, 1, 3, 3]>;
    readonly second: Tensor<[64, 32, 3, 3]>;
    readonly unit: Unit<64, 'f32'>;
    readonly out: Tensor<[64, 10]>;
  },
  x: Tensor<[B, 1, 28, 28]>,
): Tensor<[B, 10]> => {
  const hidden = maxPool(maximum(conv(x, p.first), 0), [2, 2]);
  const features = residual(p.unit, p.unit, conv(hidden, p.second, { stride: 2, padding: 1 }));
  return matmul(mean(features, [-2, -1]), p.out);
};
