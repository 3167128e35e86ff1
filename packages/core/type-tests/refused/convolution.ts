import {
  add,
  averagePool,
  conv,
  maxPool,
  minPool,
  pad,
  reduceWindow,
  type Dim,
  type Float,
  type Floor,
  type Plus,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

declare const size: number;

conv(t(['batch', 3, 32, 32]), t([64, 4, 3, 3]));
conv(t(['batch', 32, 32, 3]), t([64, 3, 3, 3]));
conv(t(['batch', 'c', 32, 32]), t([64, 'd', 3, 3]));
conv(t(['batch', 'c', 32, 32]), t([64, 3, 3, 3]));
conv(t(['batch', 3, 5, 5]), t([64, 3, 7, 7]));
conv(t(['batch', 3, 9, 5]), t([64, 3, 7, 7]), { padding: [1, 0] });
conv(t(['batch', 3, 6, 9]), t([64, 3, 3, 3]), { dilation: 3 });
conv(t(['batch', 3, 0]), t([64, 3, 3]));
conv(t(['batch', 3, 9]), t([64, 3, 0]));
conv(t(['batch', 3, 9, 9]), t([64, 3, 3, 0]), { padding: 'same' });
conv(t(['batch', 3, 32]), 5);
conv(t([5, 5]), t([64, 3, 3, 3]));
conv(t([]), t([64, 3, 3]));
conv(t(['batch', 3, 32]), t([64, 3]));
conv(t([1, 1, 1, 1, 1]), t([1, 1, 1, 1, 1, 1]));
conv(t(['batch', 3, 32, 32]), t([64, 3, 3, 3]), { groups: 3 });
conv(t(['batch', 4, 32, 32]), t([63, 2, 3, 3]), { groups: 2 });
conv(t(['batch', 'c', 32, 32]), t([64, 'c', 3, 3]), { groups: 2 });
conv(t([3, 32]), t([8, 3, 3], 'f64'));
conv(t([3, 32], 'bool'), t([8, 3, 3], 'bool'));
conv(t([3, 32]), t([8, 3, 3], 'f64'), { padding: 'same' });
conv(t([3, 32]), t([8, 3, 3]), { stride: 0 });
conv(t([3, 32]), t([8, 3, 3], 'f64'), { stride: 0 });
conv(t([3, 32]), t([8, 3, 3]), { stride: 1.5 });
conv(t([3, 32]), t([8, 3, 3]), { stride: [1, 2] });
conv(t([3, 32]), t([8, 3, 3]), { stride: size });
conv(t([3, 32]), t([8, 3, 3]), { stride: [1] as number[] });
conv(t([3, 32]), t([8, 3, 3]), { dilation: -1 });
conv(t([3, 32]), t([8, 3, 3]), { inputDilation: [2, 2, 2] });
conv(t([3, 32]), t([8, 3, 3]), { groups: 0 });
conv(t([3, 32]), t([8, 3, 3]), { padding: -1 });
conv(t([3, 32]), t([8, 3, 3]), { padding: 0.5 });
conv(t([3, 32, 32]), t([8, 3, 3, 3]), { padding: [1, [0, -2]] });
conv(t([3, 32, 32]), t([8, 3, 3, 3]), { padding: [1] });
conv(t([3, 32]), t([8, 3, 3]), { padding: 'full' });
conv(t([3, 32]), t([8, 3, 3]), { strides: 2 });
conv(t([3, 32]), t([8, 3, 3]), { stride: '2' });
conv(t([8, 3, 3]), { stride: 0 });
conv(t([8, 3]));
conv(t([8, 3]), { stride: 2 });
conv(t([8, 3, 0]));
conv(t([8, 3, 3, 0]), { padding: 1 });
conv(t([8, 3, 3, 0]), { stride: 0 });
conv(t([8, 3, 0], 'bool'));
conv(t([8, 3, 3]), { strides: 2 });
conv(t([8, 3, 3], 'bool'));
conv(t([8, 3, 3]))(t([4, 32]));
conv(t([8, 3, 3]), { padding: 1 })(t([3, 32], 'f64'));
pipe(t(['batch', 4, 32, 32]), conv(t([64, 3, 3, 3])));
pipe(t(['batch', 3, 4, 4]), conv(t([64, 3, 7, 7], 'f32'), { padding: 1 }));

// Of several mistakes the one that run time tells.
conv(t([3, 9]), t([4, 3, 3]), { stride: 0, dilation: -1 });
conv(t([3, 9]), t([4, 3, 3]), { stride: [1, 2], groups: 0, inputDilation: 0.5 });
conv(t([3, 9, 9]), t([4, 3, 3, 3]), { padding: [[1, -2], 0.5] });
conv(t([3, 9, 9]), t([4, 3, 3, 3]), { stride: [2, 0, 1], padding: -1 });
conv(t([4, 3, 3]), { padding: 1.5, stride: [0, -1] });
pipe(t([3, 9]), conv(t([4, 3, 3]), { stride: 0, dilation: -1 }));

maxPool(t([3, 1, 3]), [2, 2]);
maxPool(t([3]), [2, 2]);
maxPool(t([3, 3, 3, 3]), [2, 2, 2, 2]);
maxPool(t([3, 3]), []);
maxPool(t([3, 3]), [0, 1]);
maxPool(t([3, 3]), [1, 1.5]);
maxPool(t([3, 3]), 2);
maxPool(t([3, 3]), [size, 2]);
maxPool(t([3, 3]), [2, 2], { stride: 0 });
maxPool(t([3, 3]), [2, 2], { strides: 1 });
maxPool(t([3, 3]), [2, 2], { stride: [1, 1, 1] });
maxPool(t([3, 3]), [2, 2], { padding: 'full' });
maxPool(t([3, 3]), [2, 2], { groups: 1 });
maxPool(t([4, 4]), [2, 2], { dilation: 4 });
maxPool(t([3, 3], 'bool'), [2, 2]);
maxPool(t([3, 3], 'bool'), [2, 2], { stride: 1 });
maxPool([2, 0]);
maxPool([2, 2], { stride: 0 });
maxPool([2, 2], { strides: 0 });
maxPool([2, 2], [2, 2]);
maxPool(t([3, 3]), [0, 1.5]);
maxPool([0, 1.5]);
minPool(t([3, 3]), [2, 2], { stride: 0, dilation: 1.5 });
averagePool([2, 2], { stride: [0, -1], padding: -2 });
reduceWindow(t([3, 3]), 'sum', [0, -1]);
reduceWindow(t([3, 3]), 'sum', [2, 2], { stride: [0, -1], padding: -2 });
reduceWindow('sum', [2, 2], { dilation: 0, padding: [[1.5, -2], 1] });
minPool([2, 2])(t([3, 1]));
pipe(t([3, 1]), maxPool([2, 2], { padding: [0, 0] }));
pipe(t([3, 3], 'bool'), maxPool([2, 2]));
averagePool(t([3, 3], 'i32'), [2, 2]);
averagePool(t([3, 3]), [2, 2], { includePadding: 1 });
averagePool(t([3, 3]), [4, 2], { includePadding: true });
reduceWindow(t([3, 3]), 'mean', [2, 2]);
reduceWindow(t([3, 3]), 'sum', [4, 2]);
reduceWindow(t([3, 3]), 'sum', 2);
reduceWindow(t([3, 3]), 'sum', [2, 2], { padding: 'full' });
reduceWindow(t([3, 3], 'bool'), 'sum', [2, 2]);
reduceWindow('sum', [2, 2], { padding: -1 });
reduceWindow('mean', [2, 2]);
reduceWindow('mean', [2, 2], { stride: 1 });
reduceWindow(t([3, 3]), 'mean', [2, 2], { stride: 1 });
reduceWindow(t([3, 3]), [2, 2]);
reduceWindow('sum', [2, 2])(t([2, 1]));

export const shrinks = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) => conv(x, t([8, 3, 3]));
export const grows = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>): Tensor<[B, 8, H]> =>
  conv(x, t([8, 3, 3]), { padding: 2 });
export const growsTooLittle = <H extends Dim>(x: Tensor<[3, H]>) => conv(x, t([8, 3, 3]), { padding: [[1, 0]] });
export const growsStrided = <H extends Dim>(x: Tensor<[3, H]>): Tensor<[8, Floor<Plus<H, 1>, 2>]> =>
  conv(x, t([8, 3, 3]), { padding: 2, stride: 2 });
export const growsBehind = <H extends Dim, W extends Dim>(x: Tensor<[3, H, W]>) =>
  conv(x, t([8, 3, 3, 4]), {
    padding: [
      [2, 0],
      [2, 0],
    ],
  });
export const oneLess = <H extends Dim>(x: Tensor<[3, H]>): Tensor<[8, H]> =>
  conv(
    pad(x, [
      [0, 0],
      [3, 0],
    ]),
    t([8, 3, 3]),
  );
export const poolsPadded = <H extends Dim>(x: Tensor<[H]>) => maxPool(pad(x, [[1, 1]]), [4], { stride: 1 });
export const halves = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) =>
  conv(x, t([8, 3, 3]), { padding: [[1, 0]], stride: 2 });
export const halvesNot = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>): Tensor<[B, 8, H]> =>
  conv(x, t([8, 3, 3]), { padding: 'same', stride: 2 });
export const halvesBeside = <C extends Dim, H extends Dim>(x: Tensor<[C, H]>, k: Tensor<[C, C, 3]>) =>
  add(x, conv(x, k, { padding: 'same', stride: 2 }));
export const halvesAnother = <C extends Dim, H extends Dim, W extends Dim>(
  x: Tensor<[C, H]>,
  y: Tensor<[C, W]>,
  k: Tensor<[C, C, 3]>,
) => add(conv(x, k, { padding: 'same', stride: 2 }), conv(y, k, { padding: 'same', stride: 2 }));
export const halvesAndThirds = <H extends Dim>(x: Tensor<[H]>) =>
  add(maxPool(x, [2], { padding: 'same' }), maxPool(x, [3], { padding: 'same' }));
export const halvesAndFourths = <H extends Dim>(x: Tensor<[H]>): Tensor<[Floor<Plus<H, 1>, 2>]> =>
  maxPool(x, [4], { padding: 'same' });
export const halvesOff = <H extends Dim>(x: Tensor<[H]>): Tensor<[Floor<H, 2>]> => maxPool(x, [2], { padding: 'same' });
export const spreads = <H extends Dim>(x: Tensor<[3, H]>) => conv(x, t([8, 3, 3]), { padding: 'same', inputDilation: 2 });
export const twoChannels = <B extends Dim, C extends Dim, E extends Dim>(x: Tensor<[B, C, 9]>, k: Tensor<[4, E, 3]>) =>
  conv(x, k);
export const literalChannels = <B extends Dim, C extends Dim>(x: Tensor<[B, C, 9]>, k: Tensor<[4, 3, 3]>) => conv(x, k);
export const wrongChannels = <B extends Shape, H extends Dim>(x: Tensor<[...B, 3, H]>, k: Tensor<[4, 5, 3]>) =>
  conv(x, k, { padding: 'same' });
export const bareInput = <S extends Shape>(x: Tensor<S>) => conv(x, t([8, 3, 3]));
export const bareKernel = <S extends Shape>(k: Tensor<S>) => conv(t([3, 9]), k);
export const someKernel = <S extends Shape>(k: Tensor<[8, 3, ...S]>) => conv(t([3, 9]), k);
export const someGroups = <G extends number>(g: G) => conv(t([4, 9]), t([4, 2, 3]), { groups: g });
export const someStride = <T extends number>(stride: T) => conv(t([4, 9]), t([4, 4, 3]), { stride });
export const twoTypes = <D extends Float, E extends Float>(x: Tensor<[3, 9], D>, k: Tensor<[4, 3, 3], E>) => conv(x, k);
export const wrongSize = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H, 9]>): Tensor<[B, 8, H, 9]> =>
  conv(x, t([8, 3, 1, 3]));
export const wrongPlace = <B extends Dim, H extends Dim, W extends Dim>(x: Tensor<[B, 3, H, W]>): Tensor<[B, 8, W, H]> =>
  conv(x, t([8, 3, 3, 3]), { padding: 'same' });
export const laterShrinks = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) => pipe(x, conv(t([8, 3, 3])));
export const laterPads = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) =>
  pipe(x, conv(t([8, 3, 3]), { stride: 2, padding: [[0, 1]] }));
export const laterPadded = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>): Tensor<[B, 8, H]> =>
  pipe(x, conv(t([8, 3, 3]), { stride: 2, padding: 1 }));
export const laterSpreads = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) =>
  pipe(x, conv(t([8, 3, 3]), { inputDilation: 3, dilation: 2 }));
export const laterNarrow = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H, 2]>) => pipe(x, conv(t([8, 3, 3, 3])));
export const laterKernel = <K extends Dim>(x: Tensor<[3, 9]>, k: Tensor<[8, 3, K]>) => pipe(x, conv(k));
export const laterBoth = <H extends Dim, K extends Dim>(x: Tensor<[3, H]>, k: Tensor<[8, 3, K]>) => pipe(x, conv(k));
export const someWindow = <K extends Dim>(x: Tensor<[3, 9]>, k: Tensor<[8, 3, K]>) => conv(x, k);
export const somePadded = <K extends Dim>(x: Tensor<[3, 9]>, k: Tensor<[8, 3, K]>) => conv(x, k, { padding: 1 });
export const laterGroups = <C extends Dim>(x: Tensor<[6, 9]>, k: Tensor<[C, 3, 3]>) => pipe(x, conv(k, { groups: 2 }));
export const laterBare = <S extends Shape>(x: Tensor<S>, k: Tensor<[8, 3, 3]>) => pipe(x, conv(k));
export const laterPools = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) => pipe(x, maxPool([2]));
export const laterReduces = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H, H]>) => pipe(x, reduceWindow('max', [2, 1]));
export const laterHalves = <B extends Dim, H extends Dim>(x: Tensor<[B, 3, H]>) =>
  pipe(x, conv(t([8, 3, 3]), { padding: 'same' }), averagePool([2]));
export const poolsHalf = <B extends Shape, H extends Dim>(x: Tensor<[...B, H, H]>) => maxPool(x, [2, 2]);
export const poolsBare = <S extends Shape>(x: Tensor<S>) => maxPool(x, [2]);
export const poolsDType = <D extends 'f32' | 'bool'>(x: Tensor<[4], D>) => maxPool(x, [2]);
export const sumsHalf = <H extends Dim>(x: Tensor<[H]>): Tensor<[H]> => reduceWindow(x, 'sum', [2], { padding: 'same' });
export const someStrides = <H extends Dim>(x: Tensor<[H]>, stride: 2 | 3) => maxPool(x, [2], { padding: 'same', stride });
export const anyKernel = <K extends Shape>(k: Tensor<K>) => conv(k);
export const poolsShrunk = <B extends Shape>(x: Tensor<[...B, 3, 4, 4]>, k: Tensor<[8, 3, 3, 3]>) => maxPool(conv(x, k), [3, 3]);
export const convolvesPooled = <B extends Shape>(x: Tensor<[...B, 3, 8, 8]>, k: Tensor<[8, 4, 3, 3]>) =>
  conv(maxPool(x, [2, 2]), k);
export const poolsTwice = <B extends Shape>(x: Tensor<[...B, 4, 4]>) => averagePool(averagePool(x, [4, 4]), [2, 2]);
export const wrongWindows = <B extends Shape>(x: Tensor<[...B, 3, 8, 8]>, k: Tensor<[8, 3, 3, 3]>): Tensor<[...B, 8, 3, 2]> =>
  maxPool(conv(x, k), [2, 2]);
