import { dim, key, ones, tensor, type Tensor, trace } from '@cotangent/core';
import { describe, expect, test } from 'vitest';
import { run } from '../test/run.ts';
import { dense, evaluation, input, type Layer, repeat, residual, sequential, tanh } from './index.ts';

describe('repeat', () => {
  const block = sequential(dense(3, 3), tanh);
  const model = repeat(4, block);

  test('has stacked parameters, each copy begun apart', () => {
    const { params } = model.init(key(0));
    expect([params[0].weight.shape, params[0].bias.shape]).toEqual([
      [4, 3, 3],
      [4, 3],
    ]);
    const rows = params[0].bias.toNested().map((row) => row.join());
    expect(new Set(rows).size).toBe(4);
  });

  test('is its copies one after the other', () => {
    const { params, state } = model.init(key(0));
    const [weights, biases] = [params[0].weight.toNested(), params[0].bias.toNested()];
    const x = [0.5, -1, 2];
    const expected = weights.reduce<readonly number[]>(
      (y, weight, copy) =>
        (biases[copy] ?? []).map((b, column) =>
          Math.tanh(y.reduce((total, value, row) => total + value * (weight[row]?.[column] ?? Number.NaN), b)),
        ),
      x,
    );
    const [found] = model.apply(params, state, evaluation)(tensor([0.5, -1, 2]));
    found.toNested().forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 5));
  });

  test('works under leading axes, in a program that does not grow with the count', () => {
    const { params, state } = model.init(key(0));
    expect(model.apply(params, state, evaluation)(ones([2, 5, 3]))[0].shape).toEqual([2, 5, 3]);
    const size = (count: number): number => {
      // Any literal will do: the type of the layer is not asked for.
      const many: Layer<unknown, unknown, [3], [3]> = repeat(count as 4, block) as never;
      const start = many.init(key(0));
      return trace((x: Tensor<[3]>, p: unknown) => many.apply(p, start.state, evaluation)(x)[0])(ones([3]), start.params).program
        .equations.length;
    };
    expect(size(400)).toBe(size(4));
  });

  test('repeats what has no parameters, and under a name', () => {
    const doubled = repeat(3, residual(input(2)));
    expect(run(doubled)(tensor([1, 2])).toNested()).toEqual([8, 16]);
    const [params] = repeat(dim('depth', 2), block).init(key(0)).params;
    expect(params.bias.shape).toEqual(['depth', 3]);
  });

  test('refuses a layer that changes the shape, and no copies', () => {
    const loose = repeat as (count: unknown, layer: unknown) => unknown;
    expect(() => loose(2, dense(3, 2))).toThrow('repeat: the layer takes [3], but gives [2]');
    expect(() => loose(0, block)).toThrow('repeat: 0 copies are none: repeat at least once');
  });
});
