/** Names that are type parameters. */
import { dense, input, named } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

export const wide = <N extends string>(name: N) => dense(name, 128);
export const block = <N extends string>(name: N) => named(name, dense(3, 3));
export const model = pipe(input(784), wide('hidden'), dense('out', 3), block('last'));
