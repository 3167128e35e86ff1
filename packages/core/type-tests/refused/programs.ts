/** Trees taken apart and put together, and programs as text. */
import { flattenTree, flattenTreeLike, ones, showProgram, stopGradient, trace, unflattenTree } from '@cotangent/core';
import { t } from '../tensors.ts';

const params = { weight: t([3, 2]), bias: t([2]) };

flattenTreeLike(params, params, 'gradient');
unflattenTree(params, [ones([3, 2]), ones([2])]);
showProgram(trace((x: typeof params) => x.weight));
stopGradient(params);

// Run without types, it takes `undefined` for a name.
export const nameless = flattenTree(params);
