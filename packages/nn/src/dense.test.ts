import { dim, flattenTree, key, ones, scalar, tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { run, values } from '../test/run.ts';
import { dense, evaluation, initializers, input, relu } from './index.ts';

describe('dense', () => {
  const affine = dense(2, 3);
  const params = {
    weight: tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]),
    bias: tensor([0.5, 0, -0.5]),
  };
  const apply = affine.apply(params, {}, evaluation);

  test('is x W + b, under any leading axes', () => {
    expect(apply(tensor([1, 10]))[0].toNested()).toEqual([41.5, 52, 62.5]);
    expect(
      apply(
        tensor([
          [1, 10],
          [0, 0],
        ]),
      )[0].toNested(),
    ).toEqual([
      [41.5, 52, 62.5],
      [0.5, 0, -0.5],
    ]);
    const [y] = apply(ones([dim('time', 4), dim('batch', 2), 2]));
    expect([y.shape, y.sizes]).toEqual([
      ['time', 'batch', 3],
      [4, 2, 3],
    ]);
    expect(apply(ones([0, 2]))[0].sizes).toEqual([0, 3]);
  });

  test('goes without a bias', () => {
    const linear = dense(2, 3, { bias: false });
    expect(Object.keys(linear.init(key(0)).params)).toEqual(['weight']);
    expect(
      linear
        .apply(
          { weight: params.weight },
          {},
          evaluation,
        )(tensor([1, 10]))[0]
        .toNested(),
    ).toEqual([41, 52, 63]);
  });

  test('begins as PyTorch does, weight and bias apart', () => {
    const { weight, bias } = dense(100, 400).init(key(0)).params;
    for (const drawn of [weight, bias]) {
      const largest = Math.max(...Array.from(drawn.toArray(), Math.abs));
      expect(largest).toBeLessThanOrEqual(0.1 + 1e-7);
      expect(largest).toBeGreaterThan(0.099);
    }
    expect(Array.from(bias.toArray()).slice(0, 5)).not.toEqual(Array.from(weight.toArray()).slice(0, 5));
  });

  test('begins as it is told, in f64 when that is asked for', () => {
    const { params } = dense(2, 2, { weight: initializers.ones, bias: initializers.constant(0.1), dtype: 'f64' }).init(key(0));
    expect(values(params)).toEqual([
      [1, 1, 1, 1],
      [0.1, 0.1],
    ]);
    expect(params.weight.dtype).toBe('f64');
    const model = pipe(input([2], 'f64'), dense('a', 2), relu, dense('b', 1));
    expect(flattenTree(model.init(key(0)), 'model').leaves.map(({ dtype }) => dtype)).toEqual(['f64', 'f64', 'f64', 'f64']);
  });

  test('has named sizes', () => {
    const features = dim('features', 3);
    const layer = dense(features, dim('hidden', 2));
    expect(layer.init(key(0)).params.weight.shape).toEqual(['features', 'hidden']);
    expect(run(layer)(ones([5, features])).shape).toEqual([5, 'hidden']);
  });

  test('refuses what does not end in its inputs, and other dtypes', () => {
    const untyped = apply as (x: unknown) => unknown;
    expect(() => untyped(ones([4, 3]))).toThrow('apply: takes [..., 2], got [4, 3]');
    expect(() => untyped(scalar(1))).toThrow('apply: takes [..., 2], got []');
    expect(() => untyped(ones([2], 'f64'))).toThrow('apply: takes f32, got f64: convert it first');
    expect(() => untyped(ones([dim('other', 2)]))).toThrow('apply: takes [..., 2], got [other]');
  });
});
