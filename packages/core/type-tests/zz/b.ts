import { rearrange, stack, type Dim, type Shape, type Tensor } from '@cotangent/core';
declare const id: <S extends Shape>(x: Tensor<S>) => Tensor<S>;
declare const id2: <S extends Shape>(x: Tensor<S>) => Tensor<[...S]>;
declare const mk: <S extends Shape>(x: Tensor<S>) => Tensor<{ 0: [S[1], S[0]] }[0]>;
declare const mk2: <S extends Shape>(x: Tensor<S>) => Tensor<[S[1], S[0]]>;
export const f1 = <B extends Dim, C extends Dim>(x: Tensor<[B, 6]>, x_: Tensor<[C, 6]>) => {
  const y = id(rearrange(x, 'a b -> b a'));
  const z = id(rearrange(x_, 'a b -> b a'));
  return stack([y, z]);
};
export const f2 = <B extends Dim, C extends Dim>(x: Tensor<[B, 6]>, x_: Tensor<[C, 6]>) => {
  const y = id2(rearrange(x, 'a b -> b a'));
  const z = id2(rearrange(x_, 'a b -> b a'));
  return stack([y, z]);
};
export const f3 = <B extends Dim, C extends Dim>(x: Tensor<[B, 6]>, x_: Tensor<[C, 6]>) => {
  const y = mk(x);
  const z = mk(x_);
  return stack([y, z]);
};
export const f4 = <B extends Dim, C extends Dim>(x: Tensor<[B, 6]>, x_: Tensor<[C, 6]>) => {
  const y = mk2(x);
  const z = mk2(x_);
  return stack([y, z]);
};
