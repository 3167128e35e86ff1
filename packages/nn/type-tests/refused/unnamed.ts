/** Layers without a name in a pipe, and what is no layer where one belongs. */
import { dense, elu, input, leakyRelu, parallel, relu, repeat, residual, sequential } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { tanhOfCore, x } from '../layers.ts';

pipe(input(4), dense(4, 3), relu);
pipe(input(4), dense('a', 3), dense(3, 2), relu, dense('b', 3));
pipe(input(4), sequential(dense(4, 3), relu));
pipe(input(4), parallel(dense(4, 3), dense(4, 2)));
pipe(input(4), repeat(2, dense(4, 4)));
pipe(input(4), residual(dense(4, 4)));
pipe(dense('a', 3), relu);

sequential(dense(4, 3), tanhOfCore);
sequential(tanhOfCore, dense(4, 3));
sequential(dense(4, 3), () => 3);
export const someFunctions = (fs: readonly (typeof tanhOfCore)[]) => sequential(dense(4, 3), ...fs);

repeat(2, 3);
residual(3);
elu(x, true);
leakyRelu(x, x);
