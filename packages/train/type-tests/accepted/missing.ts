/** Options of batches that are there, left out, or decide nothing. */
import { dim, key, ones, type Key } from '@cotangent/core';
import { batches } from '@cotangent/train';

declare const dropLast: boolean;
declare const shuffled: { readonly key?: Key };
declare const perhaps: { readonly key: Key } | undefined;

export const whole = batches({ x: ones([6, 3]) }, 3, { dropLast });
export const rest = batches({ x: ones([6, 3]) }, dim('batch', 4), { dropLast });
export const dropped = batches({ x: ones([6, 3]) }, 4, { dropLast: true, key: key(0) });
export const mixed = batches({ x: ones([6, 3]) }, 3, shuffled);
export const perhapsMixed = batches({ x: ones([6, 3]) }, 3, perhaps);
export const plain = batches({ x: ones([6, 3]) }, 3, undefined);
