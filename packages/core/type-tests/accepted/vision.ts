/** Parts of networks for pictures. */
import {
  add,
  concatenate,
  conv,
  matmul,
  maxPool,
  mean,
  multiply,
  rearrange,
  repeat,
  reshape,
  rsqrt,
  slice,
  subtract,
  variance,
  type Dim,
  type Float,
  type Tensor,
  type Times,
} from '@cotangent/core';
import { t } from '../tensors.ts';

/** Batch normalization over all but the channels. */
export const batchNorm = <B extends Dim, C extends Dim, H extends Dim, W extends Dim, D extends Float>(
  x: Tensor<[B, C, H, W], D>,
  scale: Tensor<[C], D>,
  shift: Tensor<[C], D>,
): Tensor<[B, C, H, W], D> => {
  const centered = subtract(x, mean(x, [0, 2, 3], { keepDims: true }));
  const spread = variance(x, [0, 2, 3], { keepDims: true });
  const normal = multiply(centered, rsqrt(add(spread, 1e-5)));
  return add(multiply(normal, reshape(scale, [scale.dim(0), 1, 1])), reshape(shift, [shift.dim(0), 1, 1]));
};

/** Patches of 16 x 16, each a row: what a vision transformer reads. */
export const patches = <B extends Dim>(x: Tensor<[B, 3, 224, 224]>, weight: Tensor<[768, 768]>): Tensor<[B, 196, 768]> =>
  matmul(rearrange(x, 'b c (h p) (w q) -> b (h w) (p q c)', { p: 16, q: 16 }), weight);

/** A transposed convolution: twice as high and wide. */
export const upsampled = <B extends Dim, C extends Dim, O extends Dim>(
  x: Tensor<[B, C, 16, 16]>,
  kernel: Tensor<[O, C, 4, 4]>,
): Tensor<[B, O, 32, 32]> => conv(x, kernel, { inputDilation: 2, padding: 2 });

/** Down, and up again beside what was skipped. */
export const skipped = <B extends Dim, C extends Dim>(
  x: Tensor<[B, C, 32, 32]>,
  kernel: Tensor<[C, C, 3, 3]>,
): Tensor<[B, C, 32, 32]> => add(x, repeat(repeat(conv(x, kernel, { stride: 2, padding: 1 }), 2, -1), 2, -2));

/** Two levels of a U-Net of any height and width that can be halved twice. */
export const levels = <B extends Dim, C extends Dim, H extends Dim, W extends Dim>(
  x: Tensor<[B, C, Times<4, H>, Times<4, W>]>,
): Tensor<[B, C, H, W]> => maxPool(maxPool(x, [2, 2]), [2, 2]);
export const besides = <B extends Dim, H extends Dim, W extends Dim>(x: Tensor<[B, 16, Times<2, H>, Times<2, W>]>) =>
  concatenate([x, repeat(maxPool(x, [2, 2]), 'b c h w -> b c (2 h) (2 w)')], 1);
export const valid = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, Times<3, H>, 5]>, kernel: Tensor<[8, 3, 3, 5]>) =>
  conv(x, kernel);
export const secondAndThird = <L extends Dim>(x: Tensor<[Times<2, L>, 4]>): readonly Tensor<[4]>[] => [
  slice(x, [1]),
  slice(x, [-2]),
];

export const embedded: Tensor<['batch', 196, 768]> = patches(t(['batch', 3, 224, 224]), t([768, 768]));
export const normalized: Tensor<[8, 3, 'height', 'width']> = batchNorm(t([8, 3, 'height', 'width']), t([3]), t([3]));
export const doubled: Tensor<['batch', 6, 32, 32]> = upsampled(t(['batch', 3, 16, 16]), t([6, 3, 4, 4]));
export const pooled: Tensor<['batch', 3, 4, 'width']> = levels<'batch', 3, 4, 'width'>(t(['batch', 3, 16, '4*width']));
export const joined: Tensor<['batch', 32, 16, 12]> = besides<'batch', 8, 6>(t(['batch', 16, 16, 12]));
export const fitted: Tensor<['batch', 8, 4, 1]> = valid<'batch', 2>(t(['batch', 3, 6, 5]), t([8, 3, 3, 5]));
