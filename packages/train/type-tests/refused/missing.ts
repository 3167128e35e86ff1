/** Options of batches that may be missing, or one of two. */
import { ones } from '@cotangent/core';
import { batches } from '@cotangent/train';

declare const dropping: { readonly dropLast?: true };
declare const perhaps: { readonly dropLast: true } | undefined;
declare const dropLast: boolean;

batches({ x: ones([6, 3]) }, 4, dropping);
batches({ x: ones([6, 3]) }, 4, perhaps);
batches({ x: ones([6, 3]) }, 4, { dropLast });
