/**
 * Tensors and shapes: how to make tensors, what their types say, and what happens when shapes do not fit.
 */
import { add, dim, fromNested, matmul, ones, reshape, sum, tensor, transpose, zeros } from '@cotangent/core';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

// The type of a literal is read off its rows: Tensor<[2, 3]>.
const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
console.log('x =', x);

// Every function knows the shape of its result. Hover over y: Tensor<[2, 4]>.
const w = ones([3, 4]);
const y = matmul(x, w);
console.log('\nx times ones =', y);

// Tensors never change: each function gives a new one.
console.log('\nsum over the last axis =', sum(y, -1));
console.log('transposed =', transpose(x));

// Sizes known only at run time have a name. It stays with the axis through every function.
const rows = process.argv.length + 2;
const batch = dim('batch', rows);
const logits = add(matmul(zeros([batch, 3]), w), tensor([0.1, 0.2, 0.3, 0.4]));
console.log('\na named shape:', logits.shape, 'with sizes', logits.sizes);
console.log('reshaped:', reshape(logits, [batch, 2, 2]).shape);

// A wrong shape does not compile. Take the comment away to see the message at the guilty argument:
// matmul(x, x);
//   matmul: inner dims differ, [2, 3] x [2, 3]: 3 vs 2
// JavaScript, whose calls have no types, gets the same message when it runs.
const untyped = matmul as unknown as (...args: readonly unknown[]) => unknown;
try {
  untyped(x, x);
} catch (error) {
  console.log('\nwithout types:', String(error));
}

// Data from outside is decoded; a fault is a value that says where it is.
pipe(
  fromNested(JSON.parse('[[1, 2], [3, "four"]]'), [2, 2]),
  E.match(
    (fault) => console.log('\nrefused:', fault.message),
    (decoded) => console.log(decoded),
  ),
);
