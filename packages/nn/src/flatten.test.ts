import { dim, ones, tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { run } from '../test/run.ts';
import { flatten, input } from './index.ts';

describe('flatten', () => {
  test('merges the axes of an example and leaves those before', () => {
    const layer = pipe(input(2, 3), flatten);
    expect(layer.output.shape).toEqual([6]);
    const x = tensor([
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ]);
    expect(run(layer)(x).toNested()).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(run(layer)(ones([5, 4, 2, 3])).shape).toEqual([5, 4, 6]);
  });

  test('names products of names, and makes a vector of a scalar', () => {
    const layer = pipe(input([dim('time', 5), 3]), flatten);
    expect([layer.output.shape, layer.output.sizes]).toEqual([['3*time'], [15]]);
    expect(run(layer)(ones([2, dim('time', 5), 3])).shape).toEqual([2, '3*time']);
    expect(run(pipe(input(), flatten))(ones([7])).sizes).toEqual([7, 1]);
  });
});
