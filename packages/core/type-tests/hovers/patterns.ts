import { dim, einsum, flatten, rearrange, reduce, repeat, reshape, type Dim, type Shape, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';

declare const x: Tensor<['batch', 28, 28, 3]>;
declare const y: Tensor<['batch', 'time', 768]>;

export const moved = rearrange(x, 'b h w c -> b c h w');
export const patches = rearrange(x, 'b (h p) (w q) c -> b (h w) (p q c)', { p: 7, q: 7 });
export const flat = rearrange(x, '... -> (...)');
export const heads = rearrange(y, 'b t (h d) -> b h t d', { h: 12 });
export const headsLater = rearrange('b t (h d) -> b h t d', { h: 12 });
export const piped = pipe(y, rearrange('b t (h d) -> b h t d', { h: 12 }));
export const pooled = reduce(x, 'b (h 2) (w 2) c -> b h w c', 'max');
export const meansLater = reduce('... t d -> ... d', 'mean');
export const repeated = repeat(x, 'b h w c -> b (h r) w c', { r: 2 });
export const stacked = repeat(x, '... -> n ...', { n: dim('copies', 2) });
export const genericHeads = <B extends Shape, T extends Dim>(z: Tensor<[...B, T, 768]>) =>
  rearrange(z, '... t (h d) -> ... h t d', { h: 12 });
export const genericMerge = <B extends Dim, T extends Dim>(z: Tensor<[B, T, 768]>) => rearrange(z, 'b t d -> (b t) d');
export const numberMerge = <B extends Dim>(z: Tensor<[2, B]>) => rearrange(z, 'a b -> (a b)');
export const numberFlat = <B extends Dim>(z: Tensor<[2, B, 3]>) => flatten(z);
export const numberOpen = <B extends Dim>(z: Tensor<[2, B]>) => reshape(z, [-1]);
export const leadingMerge = <B extends Shape>(z: Tensor<[...B, 2, 3]>) => rearrange(z, '... a b -> (... a b)');
export const genericScores = <B extends Shape, T extends Dim>(q: Tensor<[...B, T, 64]>) => einsum('...qd,...kd->...qk', q, q);

// Names in use.
rearrange(x, 'b h w c -> b c h w');
// ^?
rearrange(y, 'b t (h d) -> b h t d', { h: 12 });
// ^?
reduce(x, 'b h w c -> b c', 'sum');
// ^?
repeat(x, 2, 0);
// ^?
