/** Arguments that are too many. Those that `reduce` and `map` of an array give, an index and the list, are passed over. */
import {
  abs,
  add,
  broadcastTo,
  concatenate,
  dot,
  expandDims,
  less,
  matmul,
  multiply,
  negate,
  reverse,
  slice,
  sqrt,
  squeeze,
  stack,
  swapAxes,
  tile,
  transpose,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const x = t([3, 3]);

add(x, x, x);
multiply(x, x, x);
less(x, x, x);
matmul(x, x, x);
dot(t([3]), t([3]), x);
negate(x, x);
sqrt(x, 2);
abs(x, { axis: 0 });
slice(x, [0], 1);
swapAxes(x, 0, 1, 2);
tile(x, [1, 2], 3);

// One list, one axis, one shape, and not one number after the other.
transpose(x, 1, 0);
transpose(x, [1, 0], 2);
slice(x, 0, 2);
tile(x, 2, 3);
broadcastTo(t([4]), 3, 4);
squeeze(t([1, 1]), 1, 0);
expandDims(x, 0, 1);
reverse(x, 0, 1);
stack(x, x);
concatenate(x, x);
