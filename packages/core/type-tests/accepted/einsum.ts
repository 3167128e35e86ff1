import { einsum, type Dim, type Float, type Numeric, type Shape, type Tensor } from '@cotangent/core';
import { t } from '../tensors.ts';

export const sumOfProducts: Tensor<['b', 4]> = einsum('bij,bjk->bk', t(['b', 2, 3]), t(['b', 3, 4]));
export const oneOperand: Tensor<[3, 2]> = einsum('ij->ji', t([2, 3]));
export const threeOperands: Tensor<[2, 7]> = einsum('ij,jk,kl->il', t([2, 3]), t([3, 5]), t([5, 7]));
export const fourOperands: Tensor<[]> = einsum('i,i,i,i->', t([2]), t([2]), t([2]), t([2]));
export const traceOf: Tensor<[]> = einsum('ii->', t([2, 2]));
export const spaced: Tensor<[2, 5]> = einsum('i j, j k -> i k', t([2, 3]), t([3, 5]));
export const genericScores = <B extends Dim, T extends Dim, U extends Dim>(
  q: Tensor<[B, T, 12, 64]>,
  k: Tensor<[B, U, 12, 64]>,
): Tensor<[B, 12, T, U]> => einsum('bqhd,bkhd->bhqk', q, k);
export const genericEinsumDType = <D extends Float>(a: Tensor<[2, 3], D>, b: Tensor<[3, 4], D>): Tensor<[2, 4], D> =>
  einsum('ij,jk->ik', a, b);
export const ellipsis: Tensor<['b', 3, 2, 5]> = einsum('...ij,...jk->...ik', t(['b', 3, 2, 4]), t(['b', 3, 4, 5]));
export const ellipsisOfOne: Tensor<['b', 3, 2, 5]> = einsum('...ij,jk->...ik', t(['b', 3, 2, 4]), t([4, 5]));
export const ellipsisStretched: Tensor<[7, 3, 2, 5]> = einsum('...ij,...jk->...ik', t([3, 2, 4]), t([7, 1, 4, 5]));
export const ellipsisInside: Tensor<[3, 'b', 2]> = einsum('i...j->j...i', t([2, 'b', 3]));
export const ellipsisOfNone: Tensor<[2, 5]> = einsum('...ij,...jk->...ik', t([2, 4]), t([4, 5]));
export const ellipsisAlone: Tensor<['b', 3]> = einsum('...,...->...', t(['b', 3]), t([3]));
export const ellipsisLast: Tensor<[3, 'b']> = einsum('i...,i->...', t([2, 3, 'b']), t([2]));
export const genericMatmul = <B extends Shape, I extends Dim, J extends Dim, K extends Dim>(
  x: Tensor<[...B, I, J]>,
  y: Tensor<[...B, J, K]>,
): Tensor<[...B, I, K]> => einsum('...ij,...jk->...ik', x, y);
export const genericProjection = <B extends Shape, I extends Dim, O extends Dim, D extends Float>(
  x: Tensor<[...B, I], D>,
  w: Tensor<[I, O], D>,
): Tensor<[...B, O], D> => einsum('...i,io->...o', x, w);
export const genericContraction = <B extends Shape, N extends Dim>(x: Tensor<[...B, N]>, y: Tensor<[...B, N]>): Tensor<B> =>
  einsum('...n,...n->...', x, y);
export const genericFront = <B extends Shape, N extends Dim>(x: Tensor<[N, ...B]>, y: Tensor<[N]>): Tensor<B> =>
  einsum('n...,n->...', x, y);
export const genericShape = <S extends Shape>(x: Tensor<S>, y: Tensor<S>): Tensor<S> => einsum('...,...->...', x, y);
export const genericHeads = <B extends Shape, T extends Dim, U extends Dim, H extends Dim, E extends Dim>(
  q: Tensor<[...B, T, H, E]>,
  k: Tensor<[...B, U, H, E]>,
): Tensor<[...B, H, T, U]> => einsum('...qhd,...khd->...hqk', q, k);
export const genericNumbers = <D extends Numeric>(x: Tensor<[2, 2], D>): Tensor<[], D> => einsum('ii->', x);
export const genericChain = <N extends Dim, M extends Dim>(
  x: Tensor<[2, N]>,
  y: Tensor<[N, M]>,
  z: Tensor<[M, 3]>,
): Tensor<[2, 3]> => einsum('ij,jk,kl->il', x, y, z);
