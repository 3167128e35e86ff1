import {
  dim,
  einsum,
  rearrange,
  reduce,
  repeat,
  softmax,
  type Dim,
  type Float,
  type Numeric,
  type Shape,
  type Tensor,
  type Times,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../tensors.ts';

const x = t(['batch', 784, 3]);

export const moved: Tensor<[3, 784, 'batch']> = rearrange(x, 'b h w -> w h b');
export const split: Tensor<['batch', 28, 28, 3]> = rearrange(x, 'b (h w) c -> b h w c', { h: 28 });
export const splitLast: Tensor<['batch', 98, 8, 3]> = rearrange(x, 'b (h w) c -> b h w c', { w: 8 });
export const splitByAll: Tensor<['batch', 28, 28, 3]> = rearrange(x, 'b (h w) c -> b h w c', { h: 28, w: 28 });
export const splitInThree: Tensor<[2, 4, 8, 2]> = rearrange(t([64, 2]), '(a b c) d -> a b c d', { a: 2, c: 8 });
export const splitName: Tensor<['seq', 2, 3]> = rearrange(t(['2*seq', 3]), '(t two) d -> t two d', { two: 2 });
export const splitNames: Tensor<['batch', 'heads', 'd']> = rearrange(t(['batch', 'd*heads']), 'b (h d) -> b h d', {
  h: named('heads'),
});
export const namedSize: Tensor<['heads', 'rest']> = rearrange(t(['heads*rest']), '(h r) -> h r', { h: dim('heads', 2) });
export const merged: Tensor<['batch', 2352]> = rearrange(x, 'b h c -> b (h c)');
export const mergedName: Tensor<['784*batch', 3]> = rearrange(x, 'b h c -> (b h) c');
export const regrouped: Tensor<['28*batch', 84]> = rearrange(x, 'b (h w) c -> (b h) (w c)', { h: 28 });
export const unit: Tensor<['batch', 1, 784, 1, 3]> = rearrange(x, 'b h w -> b 1 h () w');
export const unitGone: Tensor<['batch', 3]> = rearrange(t(['batch', 1, 3, 1]), 'b 1 c () -> b c');
export const oneInGroup: Tensor<[3, 784, 'batch']> = rearrange(x, 'b (h 1) c -> (c 1) (1 h) b');
export const groupOfOne: Tensor<['batch', 784, 3]> = rearrange(x, '(b) (h) c -> b (h) c');
export const ellipsisFirst: Tensor<['batch', 3, 784]> = rearrange(x, '... h w -> ... w h');
export const ellipsisMoved: Tensor<[3, 'batch', 784]> = rearrange(x, '... c -> c ...');
export const ellipsisMerged: Tensor<['2352*batch']> = rearrange(x, '... -> (...)');
export const ellipsisInGroup: Tensor<['batch', 4704]> = rearrange(t(['batch', 784, 3, 2]), 'b ... c -> b (... c)');
export const ellipsisOfNone: Tensor<[2, 3]> = rearrange(t([6]), '... (a b) -> ... a b', { a: 2 });
export const scalar: Tensor<[1, 1]> = rearrange(t([]), '-> 1 1');
export const unspaced: Tensor<['batch', 28, 28, 3]> = rearrange(x, 'b(h w)c->b h w c', { h: 28 });
export const checkedSize: Tensor<[3, 784, 'batch']> = rearrange(x, 'b h w -> w h b', { w: 3 });
export const last: Tensor<['batch', 2352]> = pipe(x, rearrange('b h c -> b (h c)'));
export const lastSized: Tensor<['batch', 28, 28, 3]> = pipe(x, rearrange('b (h w) c -> b h w c', { h: 28 }));
export const lastCalled: Tensor<['batch', 28, 28, 3]> = rearrange('b (h w) c -> b h w c', { h: 28 })(x);

export const summed: Tensor<['batch', 3]> = reduce(x, 'b h c -> b c', 'sum');
export const everything: Tensor<[]> = reduce(x, '... ->', 'mean');
export const pooled: Tensor<['batch', 14, 14, 3]> = reduce(t(['batch', 28, 28, 3]), 'b (h 2) (w 2) c -> b h w c', 'max');
export const pooledSized: Tensor<['batch', 14, 28, 3]> = reduce(t(['batch', 28, 28, 3]), 'b (h k) w c -> b h w c', 'max', {
  k: 2,
});
export const kept: Tensor<['batch', 1, 3]> = reduce(x, 'b h c -> b 1 c', 'min');
export const whole: Tensor<['batch', 3]> = reduce(x, 'b 784 c -> b c', 'prod');
export const leadingMean: Tensor<['batch', 784]> = reduce(x, '... c -> ...', 'mean');
export const transposedSum: Tensor<[3, 'batch']> = reduce(x, 'b h c -> c b', 'sum');
export const anyOf: Tensor<['batch'], 'bool'> = reduce(t(['batch', 3], 'bool'), 'b c -> b', 'any');
export const integers: Tensor<[2], 'i32'> = reduce(t([2, 3], 'i32'), 'a b -> a', 'sum');
export const reduceLast: Tensor<['batch', 3]> = pipe(x, reduce('b h c -> b c', 'sum'));
export const reduceLastSized: Tensor<['batch', 28, 3]> = pipe(x, reduce('b (h w) c -> b h c', 'sum', { h: 28 }));

export const repeated: Tensor<['batch', 2352, 3]> = repeat(x, 'b h c -> b (h r) c', { r: 3 });
export const repeatedNumber: Tensor<['batch', 2, 784, 6]> = repeat(x, 'b h c -> b 2 h (2 c)');
export const repeatedName: Tensor<['n', 'batch', 784, 3]> = repeat(x, '... -> n ...', { n: named('n') });
export const repeatedMoved: Tensor<[3, 'batch', 5, 784]> = repeat(x, 'b h c -> c b 5 h');
export const repeatedOnce: Tensor<['batch', 784, 3, 1]> = repeat(x, 'b h c -> b h c 1');
export const repeatedLast: Tensor<['batch', 784, 6]> = pipe(x, repeat('b h c -> b h (c 2)'));
export const repeatedLastSized: Tensor<['batch', 784, 6]> = pipe(x, repeat('b h c -> b h (c r)', { r: 2 }));
export const repeatedAlong: Tensor<['2*batch', 784, 3]> = repeat(x, 2, 0);
export const repeatedAlongLast: Tensor<['2*batch', 784, 3]> = pipe(x, repeat(2, 0));

export const genericMove = <B extends Shape, H extends Dim, W extends Dim, D extends Numeric>(
  y: Tensor<[...B, H, W], D>,
): Tensor<[...B, W, H], D> => rearrange(y, '... h w -> ... w h');
export const genericDims = <B extends Dim, T extends Dim>(y: Tensor<[B, T, 64]>): Tensor<[T, 64, B]> =>
  rearrange(y, 'b t d -> t d b');
export const genericSplit = <B extends Dim, T extends Dim>(y: Tensor<[B, T, 768]>): Tensor<[B, 12, T, 64]> =>
  rearrange(y, 'b t (h d) -> b h t d', { h: 12 });
export const genericMerge = <B extends Dim, T extends Dim>(y: Tensor<[B, 12, T, 64]>): Tensor<[B, T, 768]> =>
  rearrange(y, 'b h t d -> b t (h d)');
export const genericPatches = <B extends Shape, D extends Float>(y: Tensor<[...B, 32, 32, 3], D>): Tensor<[...B, 64, 48], D> =>
  rearrange(y, '... (h p) (w q) c -> ... (h w) (p q c)', { p: 4, q: 4 });
export const genericPiped = <B extends Shape, T extends Dim>(y: Tensor<[...B, T, 768]>): Tensor<[...B, 12, T, 64]> =>
  pipe(y, rearrange('... t (h d) -> ... h t d', { h: 12 }));
export const genericUnit = <B extends Shape, T extends Dim>(y: Tensor<[...B, T]>): Tensor<[...B, 1, T]> =>
  rearrange(y, '... t -> ... 1 t');
export const genericSized = <B extends Dim>(y: Tensor<[B, 64]>): Tensor<[64, B]> => rearrange(y, 'b d -> d b', { b: y.dim(0) });
export const genericMean = <B extends Shape, D extends Float>(y: Tensor<[...B, 64], D>): Tensor<B, D> =>
  reduce(y, '... d -> ...', 'mean');
export const genericPool = <B extends Shape, C extends Dim>(y: Tensor<[...B, 28, 28, C]>): Tensor<[...B, 14, 14, C]> =>
  reduce(y, '... (h 2) (w 2) c -> ... h w c', 'max');
export const genericSum = <B extends Dim, T extends Dim, D extends Numeric>(y: Tensor<[B, T, 4], D>): Tensor<[T], D> =>
  pipe(y, reduce('b t d -> t', 'sum'));
export const eitherKind = (y: Tensor<[4, 6]>, kind: 'max' | 'mean'): Tensor<[4]> => reduce(y, 'h w -> h', kind);
export const genericRepeat = <B extends Shape, R extends Dim>(y: Tensor<[...B, 64]>, r: Tensor<[R]>): Tensor<[...B, R, 64]> =>
  repeat(y, '... d -> ... r d', { r: r.dim(0) });
export const genericTwice = <B extends Dim, T extends Dim>(y: Tensor<[B, T]>): Tensor<[B, T, 2]> => repeat(y, 'b t -> b t 2');

/** Multi-head attention with patterns, over any leading dims. */
export const attention = <B extends Shape, T extends Dim, U extends Dim, D extends Float>(
  q: Tensor<[...B, T, 768], D>,
  k: Tensor<[...B, U, 768], D>,
  v: Tensor<[...B, U, 768], D>,
): Tensor<[...B, T, 768], D> => {
  const heads = <S extends Dim>(y: Tensor<[...B, S, 768], D>) => rearrange(y, '... t (h d) -> ... h t d', { h: 12 });
  const weights = softmax(einsum('...qd,...kd->...qk', heads(q), heads(k)), -1);
  return rearrange(einsum('...qk,...kd->...qd', weights, heads(v)), '... h t d -> ... t (h d)');
};

/** Of several kinds that take the same dtypes it does not matter which. */
export const largestOrLeast = (x: Tensor<[4, 6]>, kind: 'max' | 'min'): Tensor<[4]> => reduce(x, 'h w -> h', kind);

// What generic dimensions are made of tells what divides them.
export const ofOne = <B extends Dim>(y: Tensor<[B]>): Tensor<[1, B]> => rearrange(y, '(a b) -> a b', { a: 1 });
export const ofOneLater = <B extends Dim>(y: Tensor<[B]>): Tensor<[B, 1]> =>
  pipe(y, rearrange('a -> a 1'), rearrange('b a -> b a'));
export const ofOneMerged = <B extends Dim>(x: Tensor<[B, 1, 4]>): Tensor<[B, 4]> => rearrange(x, 'b n d -> (b n) d');
export const repeatedOneTime = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[B, 4]> => repeat(x, 'b d -> (b r) d', { r: 1 });
export const ofEven = <B extends Dim>(y: Tensor<[Times<B, 4>, 3]>): Tensor<[2, Times<2, B>, 3]> =>
  rearrange(y, '(a b) c -> a b c', { a: 2 });
export const ofEvenReduced = <B extends Dim>(y: Tensor<[Times<B, 4>, 3]>): Tensor<[B, 3]> => reduce(y, '(a 4) c -> a c', 'sum');
