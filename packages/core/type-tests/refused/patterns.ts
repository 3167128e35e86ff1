import {
  rearrange,
  reduce,
  repeat,
  type AnyTensor,
  type Dim,
  type DType,
  type Float,
  type Shape,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../tensors.ts';

const size: number = 3;

rearrange(t([4, 6]), 'h w');
rearrange(t([4, 6]), 'h (w -> w h');
rearrange(t([4, 6]), 'h ((w)) -> w h');
rearrange(t([4, 6]), 'h w) -> w h');
rearrange(t([4, 6]), '.. w -> w ..');
rearrange(t([4, 6]), '(... w) -> w ...', { w: 2 });
rearrange(t([4, 6]), 'h h -> h');
rearrange(t([4, 6]), 'h w -> h w h');
rearrange(t([4, 6]), '... w ... -> w ...');
rearrange(t([4, 6]), 'h (w w) -> h w', { w: 2 });
rearrange(t([4, 6]), 'h 6 -> h');
rearrange(t([4, 6]), 'h w -> h w 2');
rearrange(t([4, 6]), 'h w -> h');
rearrange(t([4, 6]), 'h -> h w');
rearrange(t([4, 6]), 'h ... -> h');
rearrange(t([4, 6]), 'h w -> ... h w');
rearrange(t([4, 6]), 'h w -> w h', { c: 2 });
rearrange(t([4, 6]), 'h (w v) -> h w v');
rearrange(t([4, 6]), 'b h w -> w h b');
rearrange(t([4, 6]), 'h -> h');
rearrange(t([4, 6]), '... a b c -> c ... a b');
rearrange(t([4, 6]), 'h 1 -> h');
rearrange(t([4, 6]), 'h (w v) -> h w v', { w: 4 });
rearrange(t([4, 6]), 'h (w v) -> h w v', { w: 4, v: 2 });
rearrange(t([4, 60]), 'h (a b c) -> h a b c', { a: 4, b: 4 });
rearrange(t([4, 6]), 'h w -> w h', { w: 4 });
rearrange(t([4, 6]), '... w -> w ...', { w: 4 });
rearrange(t([4, 6, 7]), '... (w v) c -> ... w v c', { w: 4 });
rearrange(t(['batch', 784, 3]), 'b (h w) c -> b h w c', { h: 5 });
rearrange(t(['batch', 4]), '(b two) c -> b two c', { two: 2 });
rearrange(t(['batch', 4]), 'b c -> c b', { b: 3 });
rearrange(t(['batch', 4]), 'b c -> c b', { b: named('other') });
rearrange(t(['batch', 4]), 'b (c d) -> c b d', { c: named('heads') });
rearrange(t([4, 6]), 'h (w v) -> h w v', { w: 1.5 });
rearrange(t([4, 6]), 'h (w v) -> h w v', { w: size });
rearrange(t([4, 6]), 'h (w v) -> h w v', { w: 'three' });
rearrange(t([4, 6]), 'h w -> w h' as string);
rearrange(t([4, 6]), 5);
rearrange('h w -> w h', 'h w -> w h');
rearrange('h w -> w h', t([4, 6]));
repeat('h w -> h w r', t([4, 6]));
reduce('h w -> h', t([4, 6]), 'sum');
rearrange('h w -> w')(t([4, 6]));
rearrange('b h w -> w h b')(t([4, 6]));
rearrange('h (w v) -> h w v', { w: 4 })(t([4, 6]));
pipe(t([4, 6]), rearrange('h (w v) -> h w v', { w: 4 }));

reduce(t([4, 6]), 'h w -> h v', 'sum');
reduce(t([4, 6]), 'h w -> h 2', 'sum');
reduce(t([4, 6]), 'h (w 4) -> h w', 'sum');
reduce(t([4, 6]), 'h 4 -> h', 'sum');
reduce(t([4, 6]), 'h (w v) -> h w', 'sum');
reduce(t([4, 6]), 'h (w v) -> h w', 'sum', { v: 4 });
reduce(t([4, 6]), 'h w -> h', 'average');
reduce(t([4, 6]), 'h (w v) -> h', 'average', { v: 2 });
reduce('h w -> h', 'average');
reduce('h (w v) -> h', 'average', { v: 2 });
reduce(t([4, 6]), 'h w -> h', 'any');
reduce(t([4, 6], 'i32'), 'h w -> h', 'mean');
reduce(t([4, 6], 'bool'), 'h w -> h', 'sum');
reduce('h (w v) -> h w', 'max', { v: 4 })(t([4, 6]));
pipe(t([4, 6], 'i32'), reduce('h w -> h', 'mean'));

repeat(t([4, 6]), 'h w -> h w r');
repeat(t([4, 6]), 'h w -> h', { r: 2 });
repeat(t([4, 6]), 'h 6 -> h 6');
repeat(t([4, 6]), 'h w -> h (w r)', { q: 2 });
repeat(t([4, 6]), 'h w -> h (w r)', { r: size });
repeat(t([4, 6]), 'b h w -> b h w 2');
repeat(t([4, 6]), 'h w -> h w 2', 2);
repeat(t([4, 6]), 2, 5);
repeat(t([4, 6]), 2, { r: 2 });
repeat('h w -> h w r')(t([4, 6]));
repeat('b h w -> b h w r', { r: 2 })(t([4, 6]));
repeat(2, 2)(t([4, 6]));

export const bareShape = <S extends Shape>(x: Tensor<S>) => rearrange(x, 'h w -> w h');
export const leading = <S extends Shape>(x: Tensor<[...S, 4]>) => rearrange(x, 'h w -> w h');
export const frontOfLeading = <S extends Shape>(x: Tensor<[...S, 4]>) => rearrange(x, 'h ... -> ... h');
export const unknownRank = (x: AnyTensor) => rearrange(x, 'h w -> w h');
export const tooMany = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange(x, 'b h w -> w h b');
export const splitOfGeneric = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange(x, '(a b) c -> a b c', { a: 2 });
export const splitByGeneric = <B extends Dim>(x: Tensor<[12, 4]>, y: Tensor<[B]>) =>
  rearrange(x, '(a b) c -> a b c', { a: y.dim(0) });
export const otherSize = <B extends Dim, C extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[C]>) =>
  rearrange(x, 'b c -> c b', { b: y.dim(0) });
export const literalSize = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange(x, 'b c -> c b', { b: 2 });
export const unitOfGeneric = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange(x, '1 c -> c');
export const doesNotDivide = <B extends Shape>(x: Tensor<[...B, 768]>) => rearrange(x, '... (h d) -> ... h d', { h: 5 });
export const wrongResult = <B extends Dim, T extends Dim>(x: Tensor<[B, T, 4]>): Tensor<[B, T, 4]> =>
  rearrange(x, 'b t d -> t b d');
export const commuted = <B extends Dim, T extends Dim>(x: Tensor<[B, T]>): Tensor<[T, B]> => rearrange(x, '... -> ...');
export const later = <B extends Dim>(x: Tensor<[B, 4]>) => rearrange('b h w -> w h b')(x);
export const pipedShape = <S extends Shape>(x: Tensor<S>) => pipe(x, rearrange('h w -> w h'));
export const anyDType = <D extends DType>(x: Tensor<[4, 6], D>) => reduce(x, 'h w -> h', 'sum');
export const meanOfNumbers = <D extends 'f32' | 'i32'>(x: Tensor<[4, 6], D>) => reduce(x, 'h w -> h', 'mean');
export const anyOfFloats = <D extends Float>(x: Tensor<[4, 6], D>) => pipe(x, reduce('h w -> h', 'any'));
export const reducedAway = <S extends Shape>(x: Tensor<[...S, 4]>): Tensor<[4]> => reduce(x, '... d -> ...', 'sum');
export const repeatedWrong = <B extends Dim>(x: Tensor<[B]>): Tensor<[B, B]> => repeat(x, 'b -> b 2');
export const anyPattern = <P extends string>(x: Tensor<[4, 6]>, pattern: P) => rearrange(x, pattern);
export const anyKind = <K extends string>(x: Tensor<[4, 6]>, kind: K) => reduce(x, 'h w -> h', kind);
export const wideKind = (x: Tensor<[4, 6]>, kind: string) => reduce(x, 'h w -> h', kind);
export const patternAlone = <P extends string>(x: Tensor<[4, 6]>, pattern: P) => reduce(x, pattern, 'sum');
export const eitherKind = (x: Tensor<[4, 6]>, kind: 'sum' | 'any') => reduce(x, 'h w -> h', kind);
export const eitherName = (x: Tensor<['a' | 'b', 4]>) => rearrange(x, 'a c -> c a', { a: named('a') });
export const plainNumber = (x: Tensor<[number, 4]>) => rearrange(x, 'a c -> c a', { a: 2 });
export const eitherPattern = (x: Tensor<[4, 6]>, pattern: 'h w -> w h' | 'h w -> h') => rearrange(x, pattern);
export const wideSizes = (x: Tensor<[4, 6]>, sizes: Readonly<Record<string, 2>>) => rearrange(x, '(h v) w -> w h v', sizes);
