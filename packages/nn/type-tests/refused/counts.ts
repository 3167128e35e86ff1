/** Too few arguments, and too many. */
import { ones } from '@cotangent/core';
import {
  activation,
  dense,
  dropout,
  named,
  parallel,
  repeat,
  residual,
  sequential,
  showSummary,
  summary,
  train,
} from '@cotangent/nn';
import { model } from '../layers.ts';

dense();
dense(8);
dense('h');
dense(ones([2]));
dense('h', 4, 8, {});
dropout();
dropout(0.5, 3);
named();
named('a');
named(dense(3, 3));
repeat();
repeat(3);
repeat(dense(3, 3));
sequential();
parallel();
residual(dense(3, 3), dense(3, 3));
summary();
summary(model, [32, 784]);
train();
showSummary();
activation('cube');
sequential(dense(3, 3), dropout(), dense(3, 2));
