import { averagePool, conv, maxPool, maximum, reduceWindow, type Dim, type Shape, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';

declare const images: Tensor<['batch', 3, 224, 224]>;
declare const stem: Tensor<[64, 3, 7, 7]>;
declare const kernels: Tensor<[64, 64, 3, 3]>;
declare const photos: Tensor<['batch', 3, 'height', 'width']>;

export const features = maximum(conv(images, stem, { stride: 2, padding: 3 }), 0);
export const pooled = maxPool(features, [3, 3], { stride: 2, padding: 1 });
export const piped = pipe(pooled, conv(kernels, { padding: 'same' }), averagePool([7, 7]));
export const convLater = conv(kernels, { padding: 'same' });
export const maxPoolLater = maxPool([2, 2]);
export const cropped = conv(photos, stem);
export const whole = reduceWindow(photos, 'sum', [3, 3], { stride: 1, padding: 'same' });
export const smooth = <B extends Shape, C extends Dim, H extends Dim, W extends Dim>(
  x: Tensor<[...B, C, H, W]>,
  kernel: Tensor<[C, C, 3, 3]>,
) => conv(x, kernel, { padding: 'same' });
export const body = <B extends Shape>(x: Tensor<[...B, 3, 32, 32]>, kernel: Tensor<[8, 3, 3, 3]>) =>
  maxPool(conv(x, kernel), [2, 2]);
export const halved = <B extends Dim, C extends Dim, H extends Dim>(x: Tensor<[B, C, H, H]>, kernel: Tensor<[C, C, 3, 3]>) =>
  conv(x, kernel, { stride: 2, padding: 1 });
export const quartered = <B extends Shape, H extends Dim>(x: Tensor<[...B, H]>) =>
  pipe(x, maxPool([2], { padding: 'same' }), maxPool([2], { padding: 'same' }));
export const twice = <B extends Shape>(x: Tensor<[...B, 64, 32, 32]>) => averagePool(conv(conv(x, kernels), kernels), [2, 2]);

conv(images, stem);
// ^?
maxPool(features, [2, 2]);
// ^?
