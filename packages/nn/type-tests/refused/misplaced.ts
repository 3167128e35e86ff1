/** What is no step and no layer where one belongs, and arguments in the places of others. */
import { exp, ones } from '@cotangent/core';
import {
  dense,
  dropout,
  elu,
  flatten,
  input,
  leakyRelu,
  named,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  showSummary,
  softmaxCrossEntropy,
  summary,
  tanh,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { model, x } from '../layers.ts';

sequential(input(4), 'relu');
sequential(input(4), 'relu', dense(4, 3));
sequential(input(4), undefined, dense(4, 3));
sequential(input(4), null);
sequential(input(4), 3);
sequential(input(4), ones([4]));
sequential(input(4), exp, dense(4, 3));
sequential(input(4), dropout, dense(4, 3));
sequential({ first: dense(4, 3) });
sequential([dense(4, 4), dense(4, 4)]);
sequential(dense(4, 4), [dense(4, 4)]);
sequential(undefined);
parallel([dense(4, 4), dense(4, 4)]);
parallel({ first: dense(4, 3) });
parallel(dense(3, 3), flatten);
parallel(dense(3, 3), dense('a', 3));
parallel('relu');
residual(dropout(0.5));
residual(dense('a', 3));
repeat(3, relu);
repeat(3, dense('a', 3));
repeat('3', dense(3, 3));
named(model, 'a');
named(dense(2, 3), 'a');
elu(x, 0.1, 3);
elu(0.1, 0.2);
named(3, dense(2, 3));
named('a', relu);
named('a', dense('b', 3));
named('a', 3);
dropout('0.5');
dropout({ rate: 0.5 });
dropout(dense(3, 3));
dense('h', '8');
dense(3, '-8');
dense('8', '8');
input(3, 'f64');
input(3, 4, 'f64');
input('3');
softmaxCrossEntropy(x);
summary(3);
showSummary('model');

pipe(784, dense('a', 3));
pipe(ones([4]), dense('a', 3));
pipe([784], dense('a', 3), relu);
pipe('a', named('b', dense(3, 3)));
pipe(784, relu, dense('a', 3));
pipe(ones([4]), dropout(0.5));
pipe(ones([4]), flatten);
pipe(input(4), dropout, dense('a', 3));
dense('a', 3)(784);
flatten(model.output);
dropout(0.5)(x);

pipe(input(3), dense('constructor', 2));
pipe(input(3), named('toString', dense(3, 2)));
pipe(input(4), named('a', relu));
pipe(input(4), named('a', flatten), dense('b', 3));
pipe(input(4), named(dense(4, 3), 'a'));
sequential(dense(4, 3), relu(0.1), dense(3, 2));
sequential(dense(4, 3), tanh('x'), dense(3, 2));
leakyRelu(0.1, ones([3]));
