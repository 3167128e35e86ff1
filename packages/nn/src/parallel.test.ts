import { dim, ones, tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { run } from '../test/run.ts';
import { dense, flatten, initializers, input, parallel, relu, residual, sequential } from './index.ts';

describe('parallel', () => {
  test('joins the outputs of its layers in their order', () => {
    const model = parallel(dense(2, 1, { weight: initializers.ones, bias: false }), residual(sequential(input(2), relu)));
    expect(model.output.shape).toEqual([3]);
    expect(
      run(model)(
        tensor([
          [1, -2],
          [3, 4],
        ]),
      ).toNested(),
    ).toEqual([
      [-1, 2, -2],
      [7, 6, 8],
    ]);
    expect(run(model)(ones([2])).shape).toEqual([3]);
  });

  test('adds named sizes', () => {
    expect(parallel(dense(2, dim('n', 3)), dense(2, 4)).output.shape).toEqual(['n+4']);
  });

  test('refuses layers that do not stand beside the first, in the words of the compiler', () => {
    const loose = parallel as (...layers: readonly unknown[]) => unknown;
    expect(() => loose(dense(10, 3), dense(11, 4))).toThrow('parallel: layer 1 takes [11], but layer 0 takes [10]');
    expect(() => loose(dense(10, 3), dense(10, 4, { dtype: 'f64' }))).toThrow(
      'parallel: layer 1 takes f64, but layer 0 takes f32',
    );
    expect(() => loose(input(2, 3), pipe(input(2, 3), flatten))).toThrow(
      'parallel: layer 1 gives [6], which does not join [2, 3] of layer 0 at the last axis',
    );
  });
});
