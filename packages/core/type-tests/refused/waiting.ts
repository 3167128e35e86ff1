/** Functions that do not wait for their tensor, in the place of one that does, and with too few arguments. */
import { convert, oneHot, pad, splitAxis, take, takeAlongAxis, where } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t([3, 3]);

pipe(x, pad([[1, 1]]));
pipe(x, splitAxis(3));
pipe(x, take(t([2], 'i32'), 0));
pipe(x, takeAlongAxis(t([3, 3], 'i32'), 0));
pipe(t([2], 'i32'), oneHot(10));
pipe(x, convert('i32'));
pipe(t([3], 'bool'), where(t([3]), t([3])));
pad(t([3, 3]));
take(0);
