import { sum, type AnyTensor, type Dim, type DType, type Float, type Shape, type Tensor } from '@cotangent/core';
import { t } from '../tensors.ts';

export const one: number = t([1, 1]).item();
export const truth: boolean = t([], 'bool').item();

// A name, a type parameter, and what nobody knows may be one.
export const named = (x: Tensor<['batch', 1]>): number => x.item();
export const shaped = <S extends Shape>(x: Tensor<S>): number => x.item();
export const sized = <B extends Dim>(x: Tensor<[B, 1]>): number => x.item();
export const led = <B extends Shape>(x: Tensor<[...B, 1]>): number => x.item();
export const scalar = <D extends DType>(x: Tensor<[], D>) => x.item();
export const vector = <D extends DType>(x: Tensor<[1], D>) => x.item();
export const both = <S extends Shape, D extends Float>(x: Tensor<S, D>) => [x.item(), sum(x).item()];
export const unknown = (x: AnyTensor): number | boolean => x.item();
export const wide = (x: Tensor<Shape>): number => x.item();
export const either = (x: Tensor<[]> | Tensor<[1]>): number => x.item();
export const perhaps = (x: Tensor<[]> | undefined): number | undefined => x?.item();
export const bound = <T extends Tensor<[1]>>(x: T): number => x.item();

// A tensor that has more elements is a tensor all the same.
export const any: AnyTensor = t([3]);
export const all: readonly AnyTensor[] = [t([3]), t([2, 2], 'bool'), t([])];
