/** Options of layers that are there, left out, or may be missing without making another layer. */
import type { Float, Tensor } from '@cotangent/core';
import { dense, initializers, input, type Initializer } from '@cotangent/nn';
import { key } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';

declare const start: { readonly weight?: Initializer; readonly bias?: Initializer };
declare const perhaps: { readonly weight: Initializer } | undefined;

export const begun: Tensor<[3]> = dense(4, 3, start).init(key(0)).params.bias;
export const maybe: Tensor<[3]> = dense(4, 3, perhaps).init(key(0)).params.bias;
export const plain: Tensor<[3]> = dense(4, 3, undefined).init(key(0)).params.bias;
export const weight: Tensor<[4, 3], 'f64'> = dense(4, 3, { bias: false, dtype: 'f64' }).init(key(0)).params.weight;
export const named: Tensor<[3]> = pipe(input(4), dense('a', 3, { bias: initializers.zeros })).init(key(0)).params.a.bias;
export const generic = <D extends Float>(dtype: D): Tensor<[3], D> => dense(4, 3, { dtype }).init(key(0)).params.bias;
