/** Layers of which the type says no shape: run time knows it. */
import { type AnyLayer, dense, input, named } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

const any: AnyLayer = input(4);

pipe(any, dense('b', 3));
pipe(any, named('b', dense(4, 3)));
