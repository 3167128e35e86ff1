/** Functions of several signatures, of which a pipe takes the last, without its type parameters: `leakyRelu()` has one. */
import { dense, elu, input, leakyRelu, named, relu } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

pipe(input(4), dense('a', 8), leakyRelu, dense('b', 3));
pipe(input(4), dense('a', 8), elu, relu, dense('b', 3));
pipe(input(4), dense('a', 8), elu, named('b', dense(8, 3)));
