/** Arguments that are too many, which run time passes over: it cannot tell them from those that `reduce` of an array gives. */
import { add, less, matmul, multiply } from '@cotangent/core';
import { t } from '../tensors.ts';

const x = t([3, 3]);

add(x, x, x);
multiply(x, x, x);
less(x, x, x);
matmul(x, x, x);
