/** What is no tensor in the place of one, and arguments that are missing. */
import {
  add,
  all,
  argMax,
  averagePool,
  broadcastTo,
  categorical,
  clip,
  conv,
  diagonal,
  einsum,
  exp,
  expandDims,
  flatten,
  key,
  less,
  matmul,
  maxPool,
  minPool,
  moveAxis,
  norm,
  oneHot,
  pad,
  rearrange,
  reduce,
  reduceWindow,
  repeat,
  reshape,
  reverse,
  roll,
  slice,
  softmax,
  sort,
  splitAxis,
  squeeze,
  stopGradient,
  sum,
  swapAxes,
  take,
  takeAlongAxis,
  tile,
  transpose,
  tril,
  triu,
  variance,
  where,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const x = t([3, 4]);

exp([1, 2]);
exp(3);
matmul(x, 3);
matmul([[1]], x);
matmul(x, [[1]]);
take(x, 1, 0);
takeAlongAxis(x, [1], 0);
oneHot(3, 3);
einsum('ij->', 3);
reshape([1, 2, 3, 4], [2, 2]);
slice([1, 2, 3], [[0, 2]]);
pad([1, 2], [[1, 1]]);
tile([1, 2], [2]);
take([1, 2], t([1], 'i32'), 0);
takeAlongAxis([1, 2], t([1], 'i32'), 0);
splitAxis([1, 2], 2);
expandDims([1], 0);
squeeze([1], 0);
broadcastTo([1], [3]);
reverse([1], 0);
roll([1], 1, 0);
swapAxes([[1]], 0, 1);
moveAxis([[1]], 0, 1);
transpose([[1, 2]], [1, 0]);
add([1], x);
add(x, [1]);
less([1], x);
where([true], x, x);
where(t([3, 4], 'bool'), x, [1]);
clip([1], 0, 1);
clip(x, 0, [1]);
diagonal([[1]]);
stopGradient([1]);
conv([[1]], t([1, 1, 3]));
flatten([[1]]);
flatten([[1]], 0);
flatten('a');
maxPool([[1]], [1]);
maxPool([1, 2, 3], [2]);
maxPool([[1]], { stride: 1 });
minPool([[1]], [1], { stride: 1 });
averagePool('a', [1]);
reduceWindow([[1]], 'sum', [1]);
reduceWindow([[1]], 'sum', [1], { stride: 1 });
softmax([1]);
sort('a');
all([true]);
sum([[1]]);
argMax('a');
norm(['a']);
variance([[1]]);
transpose([[1]]);
squeeze([1]);
reverse([[1]]);
tril([[1]]);
triu([[1]], 1);
rearrange([[1]], 'a b -> b a');
rearrange(3, 'a');
rearrange([[1]]);
reduce([[1]], 'a b -> b', 'sum');
reduce([[1]], 'a b -> b');
repeat([[1]], 'a b -> a b 2');
repeat([[1]], 2, 0);
repeat([[1]]);
sum()(3);
categorical(key(0), [1, 2]);

clip(x, 1);
swapAxes(x, 0);
moveAxis(x, 0);
roll(x, 1);
expandDims(x);
tile(x);
slice(x);
rearrange(x);
repeat(x);
reduce(x, 'a b -> a');
rearrange('a b');
reduce('a b -> a', 'mode');
