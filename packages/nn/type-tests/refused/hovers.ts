import { dense, dropout, flatten, input, named, parallel, relu, repeat, residual, sequential } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

// What an editor shows of a model: plain records and tuples.
export const inPipe: 0 = pipe(input(28, 28), flatten, dense('hidden', 128), relu, dropout(0.5), dense('out', 10));
export const inSequence: 0 = sequential(dense(784, 128), relu, dense(128, 10, { bias: false }));
export const nested: 0 = pipe(
  input(8),
  named('blocks', repeat(3, residual(sequential(dense(8, 8), relu)))),
  named('heads', parallel(dense(8, 1), dense(8, 2))),
);
export const params: 0 = pipe(input([8], 'f64'), dense('hidden', 4), dense('out', 1)).init(0 as never);
