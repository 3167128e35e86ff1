/** The single element of tensors that have none, or more. */
import { ones, type DType, type Tensor } from '@cotangent/core';
import { t } from '../tensors.ts';

t([3]).item();
t([1, 2], 'bool').item();
t([0]).item();
ones([2, 2]).item();
export const named = (x: Tensor<['batch', 2]>) => x.item();
export const generic = <D extends DType>(x: Tensor<[2], D>) => x.item();
