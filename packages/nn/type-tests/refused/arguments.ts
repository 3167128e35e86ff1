/** Arguments of another kind: said in words that are true of them. */
import { ones } from '@cotangent/core';
import { dense, input, repeat } from '@cotangent/nn';

repeat(dense(3, 3), 2);
repeat('a', dense(3, 3));
dense('a', 'b');
dense(3, 'b');
dense([3], 3);
input([3], 'i32');
input(2, 'f64');
input('a');
dense(ones([3]), 3);
dense(3, ones([3]));
dense('a', ones([3]));
