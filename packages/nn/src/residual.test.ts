import { key, tensor } from '@cotangent/core';
import { describe, expect, test } from 'vitest';
import { run, values } from '../test/run.ts';
import { dense, initializers, residual } from './index.ts';

describe('residual', () => {
  test('adds its input, and has the parameters of what it is around', () => {
    const layer = residual(dense(2, 2, { weight: initializers.zeros, bias: initializers.ones }));
    expect(run(layer)(tensor([[1, 2]])).toNested()).toEqual([[2, 3]]);
    expect(values(layer.init(key(0)).params)).toEqual([
      [0, 0, 0, 0],
      [1, 1],
    ]);
  });

  test('refuses a layer that changes the shape', () => {
    expect(() => (residual as (layer: unknown) => unknown)(dense(3, 2))).toThrow('residual: the layer takes [3], but gives [2]');
  });
});
