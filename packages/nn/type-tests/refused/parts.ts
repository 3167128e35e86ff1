/** Parts that are refused, of which nothing more is said where they stand; and what stands in the place of a second tensor or an initializer. */
import {
  dense,
  huber,
  input,
  logSoftmax,
  meanSquaredError,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  softmax,
  softmaxCrossEntropy,
} from '@cotangent/nn';
import { x } from '../layers.ts';

sequential(input(8), residual(dense(8, 3)), dense(8, 3));
sequential(input(8), residual(relu), relu, dense(8, 3));
sequential(residual(relu), dense(8, 3));
sequential(input(8), repeat(dense(8, 8), 3), dense(8, 3));
sequential(input(8), parallel([dense(8, 3), dense(8, 8)]), dense(11, 3));
parallel(dense(8, 3), residual(relu));

meanSquaredError(x, 3);
meanSquaredError(x, undefined);
huber(x, 3);
softmaxCrossEntropy(x, undefined);
softmax(x, 0);
logSoftmax(x, 0);
