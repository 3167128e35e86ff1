/** Sizes that may be one of several, and lists whose length is unknown. */
import { dense, input, parallel, relu, repeat, sequential } from '@cotangent/nn';
import { ones } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';

const flag: boolean = ones([1]).size > 0;
const fours: 4[] = [4];

input(flag ? 3 : 4);
input([flag ? 3 : 4]);
input([3, ...fours]);
input(3, ...fours);
dense(flag ? 4 : 5, 3);
dense(4, flag ? 4 : 5);
pipe(input(4), dense('a', flag ? 4 : 5));
repeat(flag ? 2 : 3, dense(3, 3));

export const width = (more: (typeof layer)[]) => sequential(parallel(layer, ...more), relu, dense(3, 1));
const layer = dense(3, 3);
