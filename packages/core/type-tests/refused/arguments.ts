/** What is no list, no axis, no order: said in words that are true of it. */
import { concatenate, dim, norm, repeat, slice, splitAxis, squeeze, stack, tile, transpose } from '@cotangent/core';
import { row, t } from '../tensors.ts';

concatenate(row, row);
stack(row, row);
concatenate(row);
concatenate([row, row], '0');
stack([row, row], [0]);
splitAxis(t([4, 4]), 2, '1');
squeeze(t([1, 4]), [0, 1]);
squeeze(t([1, 4]), '0');
transpose(t([3, 4]), 0);
tile(t([3, 4]), 2);
slice(t([3, 4]), 0);
repeat(t([3, 4]), 2);
norm(t([3, 4]), 0, { order: 3 });
norm(t([3, 4]), undefined, { keepDims: true, order: 0.5 });

export const bounded = () => slice(t([3, 4]), [[0, dim('n', 3).size]]);
export const indexed = (index: number) => slice(t([3, 4]), [index]);
