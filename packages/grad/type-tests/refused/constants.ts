/** What gradients stop at is a tensor. */
import type { Dim, Tensor } from '@cotangent/core';
import { stopGradient } from '@cotangent/grad';
import { params, square } from '../functions.ts';

stopGradient(params);
stopGradient(square);
export const otherDim = <N extends Dim, M extends Dim>(a: Tensor<[N]>): Tensor<[M]> => stopGradient(a);
