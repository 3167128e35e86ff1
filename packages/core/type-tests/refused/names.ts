/** A name beside a number is never equal, whatever the number. */
import { add, broadcastTo, concatenate, conv, einsum, matmul, scan, splitAxis, stack, takeAlongAxis } from '@cotangent/core';
import { t } from '../tensors.ts';

add(t(['n']), t([3]));
matmul(t([2, 'n']), t([3, 4]));
einsum('i,i->', t(['n']), t([3]));
concatenate([t([2, 'n']), t([2, 3])]);
stack([t(['n']), t([3])]);
splitAxis(t(['n']), [1, 2]);
broadcastTo(t(['n']), [3]);
takeAlongAxis(t(['n', 4]), t([3, 1], 'i32'), 1);
conv(t(['n', 9]), t([8, 3, 3]));
scan((h, x) => [h, x.b], t([]), { b: t(['n']), a: t([3]) });
scan((h, _x) => [t([3]), h], t(['n']), t([2]));
