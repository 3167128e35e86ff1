import { einsum, type AnyTensor, type Dim, type DType, type Float, type Shape, type Tensor } from '@cotangent/core';
import { t } from '../tensors.ts';

einsum('ij,jk->ik', t([2, 3]), t([4, 5]));
einsum('ij,jk->im', t([2, 3]), t([3, 5]));
einsum('ij,jk->ii', t([2, 3]), t([3, 5]));
einsum('ij,jk->ik', t([2, 3, 4]), t([3, 5]));
einsum('ijk,kl->il', t([2, 3]), t([3, 5]));
einsum('ij,jk->ik', t([2, 3]));
einsum('ij->ij', t([2, 3]), t([3, 5]));
einsum('ij,jk', t([2, 3]), t([3, 5]));
einsum('ij,jk->ik', t([2, 3]), t([3, 5], 'f64'));
einsum('ii->i', t([2, 3]));
einsum('ij->ji' as string, t([2, 3]));
einsum(t([2, 3]), 'ij->ji');
einsum('bij,bjk->bik', t(['batch', 2, 3]), t(['other', 3, 4]));
einsum('ij,jk,kl->il', t([2, 3]), t([3, 5]), t([6, 7]));
einsum('i j, j k -> i k', t([2, 3]), t([4, 5]));
einsum('iij->j', t([2, 2, 3]), t([2]));
einsum('ij->jii', t([2, 3]));
einsum('ij->ji', t([2, 3], 'bool'));
einsum('->');
einsum('...ij,jk->...ik', t([7, 2, 3]), t([4, 5]));
einsum('...ij,...jk->...ik', t([7, 2, 3]), t([6, 3, 5]));
einsum('...ijk->...i', t([2, 3]));
einsum('...ij,jk->ik', t([2, 3]), t([3, 5]));
einsum('ij,jk->...ik', t([2, 3]), t([3, 5]));
einsum('..ij->..ji', t([2, 3]));
einsum('...i...->...i', t([2, 3]));
einsum('...ij->...ii', t([2, 3]));
einsum('...ij->...k', t([2, 3]));

export const twoIndices = <B extends Dim, C extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[C, 4]>) => einsum('ij,ik->jk', x, y);
export const literalIndex = <B extends Dim>(x: Tensor<[B, 4]>, y: Tensor<[2, 4]>) => einsum('ij,ik->jk', x, y);
export const bareEinsum = <S extends Shape>(x: Tensor<S>) => einsum('ij->ji', x);
export const leadingEinsum = <S extends Shape>(x: Tensor<[...S, 2]>) => einsum('ij->ji', x);
export const genericInner = <B extends Shape>(x: Tensor<[...B, 2, 3]>, y: Tensor<[...B, 4, 5]>) =>
  einsum('...ij,...jk->...ik', x, y);
export const otherLeading = <A extends Shape, B extends Shape>(x: Tensor<[...A, 2]>, y: Tensor<[...B, 2]>) =>
  einsum('...i,...i->...', x, y);
export const frontOfGeneric = <B extends Shape>(x: Tensor<[...B, 2]>) => einsum('i...->...', x);
export const otherDim = <B extends Shape, I extends Dim, J extends Dim>(x: Tensor<[...B, I]>, w: Tensor<[J, 3]>) =>
  einsum('...i,io->...o', x, w);
export const wrongOutput = <B extends Shape, I extends Dim>(x: Tensor<[...B, I, 3]>): Tensor<[...B, I, 3]> =>
  einsum('...ij->...ji', x);
export const anyDTypeEinsum = <D extends DType>(x: Tensor<[2, 2], D>) => einsum('ii->', x);
export const twoDTypesEinsum = <D extends Float, E extends Float>(x: Tensor<[2], D>, y: Tensor<[2], E>) => einsum('i,i->', x, y);
export const droppedEllipsis = <B extends Shape>(x: Tensor<[...B, 2]>) => einsum('...i->i', x);
export const unknownRank = (x: AnyTensor) => einsum('ij->ji', x);
export const unknownNumber = (xs: readonly Tensor<[2]>[]) => einsum('i,i->', ...xs);
export const commaInOutput = einsum('ij->j,', t([2, 3]));
export const commaUnderDots = einsum('i...->,...', t([2]));
export const rankBesideOpen = <B extends Dim>(x: Tensor<[B, 1]>, y: Tensor<[1, 1, B]>) => einsum('ii,ij->', x, y);
export const axesBesideOpen = <B extends Dim, C extends Dim, S extends Shape>(x: Tensor<[...S, B, C]>, y: Tensor<[B]>) =>
  einsum('...ii,...ij->...i', x, y);
export const genericRankBesideOpen = <B extends Dim, C extends Dim, S extends Shape>(x: Tensor<[B, C]>, y: Tensor<[...S, B]>) =>
  einsum('...ii,jk->...k', x, y);
export const outputBesideOpen = <B extends Dim, C extends Dim>(x: Tensor<[B, C]>, y: Tensor<[C, C]>) => einsum('ij,ij->k', x, y);
export const diagonalOfTwo = <B extends Dim, C extends Dim>(x: Tensor<[B, C]>) => einsum('ii->i', x);
export const dimAndOne = <B extends Dim>(x: Tensor<[B]>, y: Tensor<[1]>) => einsum('i,i->', x, y);
export const shapeAndLiteral = <S extends Shape>(x: Tensor<S>, y: Tensor<[3]>) => einsum('...,...->...', x, y);
export const outerOfTwo = <A extends Shape, B extends Shape>(x: Tensor<[...A, 2]>, y: Tensor<[...B, 2]>) =>
  einsum('...i,...j->...ij', x, y);
export const eitherName = (x: Tensor<['a' | 'b']>, y: Tensor<['a']>) => einsum('i,i->', x, y);
export const plainNumber = (x: Tensor<[number]>, y: Tensor<[784]>) => einsum('i,i->', x, y);
export const eitherDType = (x: Tensor<[2], 'f32' | 'f64'>, y: Tensor<[2]>) => einsum('i,i->', x, y);
export const bareDim = <B extends Dim>(x: Tensor<[B, 3]>): Tensor<[3, 3]> => einsum('ij->ij', x);
