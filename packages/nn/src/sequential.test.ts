import { dim, flattenTree, key, ones, tensor } from '@cotangent/core';
import { describe, expect, test } from 'vitest';
import { run, values } from '../test/run.ts';
import { dense, dropout, evaluation, flatten, input, relu, residual, sequential, tanh } from './index.ts';

describe('sequential', () => {
  const model = sequential(dense(4, 3), relu, dense(3, 2));

  test('has a tuple of parameters and is its layers one after the other', () => {
    const { params, state } = model.init(key(0));
    expect(flattenTree(params, 'params').paths).toEqual([
      'params[0].weight',
      'params[0].bias',
      'params[2].weight',
      'params[2].bias',
    ]);
    expect(state).toEqual([{}, {}, {}]);
    const x = tensor([1, -2, 3, -4]);
    const [h] = dense(4, 3).apply(params[0], {}, evaluation)(x);
    const [y] = dense(3, 2).apply(params[2], {}, evaluation)(relu(h));
    expect(model.apply(params, state, evaluation)(x)[0].toNested()).toEqual(y.toNested());
  });

  test('layers added at the end do not change how those before begin', () => {
    const longer = sequential(dense(4, 3), relu, dense(3, 2), tanh, dense(2, 9)).init(key(3)).params;
    expect(values(longer.slice(0, 3))).toEqual(values(model.init(key(3)).params));
  });

  test('nests, flattens, and may be long', () => {
    const block = sequential(dense(4, 4), relu);
    const long = sequential(
      input(2, 2),
      flatten,
      block,
      block,
      block,
      block,
      tanh,
      residual(block),
      dropout(0.1),
      block,
      block,
      block,
      dense(4, 1),
    );
    expect(run(long)(ones([6, 2, 2])).shape).toEqual([6, 1]);
    const { params } = long.init(key(0));
    expect(params).toHaveLength(13);
    expect(values(params[2])).not.toEqual(values(params[3]));
  });

  test('refuses a layer that does not fit, in the words of the compiler', () => {
    const loose = sequential as (...layers: readonly unknown[]) => unknown;
    expect(() => loose(dense(784, 128), relu, dense(64, 10))).toThrow('sequential: layer 2 takes [64], but is given [128]');
    expect(() => loose(input([4], 'f64'), dense(4, 3))).toThrow('sequential: layer 1 takes f32, but is given f64');
    expect(() => loose(relu, dense(4, 3))).toThrow('sequential: the first layer must know its shape: begin with input(...)');
    expect(() => loose(dense(4, dim('n', 3)), dense(dim('n', 5), 3))).toThrow(
      'sequential: layer 1 takes [n=5], but is given [n=3]',
    );
  });

  test('refuses parameters of another layer', () => {
    const { params, state } = model.init(key(0));
    const apply = (p: unknown) => () => model.apply(p as typeof params, state, evaluation);
    expect(apply([params[0]])).toThrow('sequential: the parameters or the state have no [1]: they are those of another layer');
  });
});
