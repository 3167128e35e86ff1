/** Arguments that are too many. Those that `reduce` and `map` of an array give, an index and the list, are passed over. */
import { abs, add, dot, less, matmul, multiply, negate, slice, sqrt, swapAxes, tile } from '@cotangent/core';
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
