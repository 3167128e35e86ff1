/** What is no list, no axis, no order: said in words that are true of it. */
import {
  arange,
  concatenate,
  conv,
  cumulativeSum,
  dim,
  einsum,
  expandDims,
  flatten,
  key,
  norm,
  pad,
  permutation,
  repeat,
  roll,
  slice,
  softmax,
  sort,
  splitAxis,
  squeeze,
  stack,
  swapAxes,
  take,
  tile,
  transpose,
} from '@cotangent/core';
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

// What is no axis, no count, no size, no bound, no kernel, no value.
softmax(t([3, 4]), [0, 1]);
softmax(t([3, 4]), '0');
sort(t([3, 4]), { descending: true });
cumulativeSum(t([3, 4]), [0]);
expandDims(t([3, 4]), [0, 1]);
swapAxes(t([3, 4]), [0], 1);
take(t([3, 4]), t([3], 'i32'), [0]);
roll(t([3, 4]), 1, [0]);
flatten(t([3, 4]), [0]);
repeat(t([3, 4]), dim('n', 3), 0);
repeat(t([3, 4]), 2, '0');
repeat(-1, 0);
repeat(1.5, 0);
permutation(key(0), 'a');
permutation(key(0), [1, 2]);
arange('a');
arange({ dtype: 'i32' });
arange(t([3, 4]).dim(0), { dtype: 'i32' });
arange(3, { dtype: 'i32' });
arange(0, dim('n', 3));
arange(dim('n', 3), 3);
conv(t([1, 1, 3]), [[[1]]]);
conv(t([1, 1, 3]), 3);
pad(t([3]), [[0, 1]], 'a');
pad(t([3]), [[0, 1]], t([3]));
einsum('ij->i->j', t([3, 4]));
