import { flattenTree, key, ones, tensor } from '@cotangent/core';
import { flow, pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { run, values } from '../test/run.ts';
import { dense, dropout, evaluation, input, named, relu, sequential, tanh } from './index.ts';

describe('named composition', () => {
  const model = pipe(input(4), dense('hidden', 3), relu, dense('out', 2));

  test('has a record of parameters and no state', () => {
    const { params, state } = model.init(key(0));
    expect(flattenTree(params, 'params').paths).toEqual([
      'params.hidden.weight',
      'params.hidden.bias',
      'params.out.weight',
      'params.out.bias',
    ]);
    expect(state).toEqual({});
    expect([model.input.shape, model.output.shape]).toEqual([[4], [2]]);
  });

  test('is its layers one after the other', () => {
    const { params, state } = model.init(key(0));
    const x = tensor([[1, -2, 3, -4]]);
    const [h] = dense(4, 3).apply(params.hidden, {}, evaluation)(x);
    const [y] = dense(3, 2).apply(params.out, {}, evaluation)(relu(h));
    expect(model.apply(params, state, evaluation)(x)[0].toNested()).toEqual(y.toNested());
  });

  test('keys are folded from names: other layers do not change how one begins', () => {
    const longer = pipe(input(4), dense('hidden', 3), relu, dense('between', 3), dropout(0.5), tanh, dense('out', 2));
    const [before, after] = [model.init(key(7)).params, longer.init(key(7)).params];
    expect(values(after.hidden)).toEqual(values(before.hidden));
    expect(values(after.out)).toEqual(values(before.out));
    expect(values(model.init(key(8)).params.out)).not.toEqual(values(before.out));
  });

  test('equal layers of other names begin apart', () => {
    const { a, b } = pipe(input(3), dense('a', 3), dense('b', 3)).init(key(0)).params;
    expect(values(a)).not.toEqual(values(b));
  });

  test('steps compose before there is a layer', () => {
    const block = flow(dense('first', 3), relu, dense('second', 4));
    const twice = pipe(input(2), block, named('again', pipe(input(4), block)));
    expect(flattenTree(twice.init(key(0)).params, 'p').paths).toHaveLength(8);
    expect(twice.init(key(0)).params.again.first.weight.shape).toEqual([4, 3]);
    expect(run(twice)(ones([5, 2])).shape).toEqual([5, 4]);
  });

  test('refuses a name that is taken, and what does not fit, in the words of the compiler', () => {
    const loose: (first: unknown, ...steps: readonly unknown[]) => unknown = pipe;
    expect(() => loose(input(4), dense('a', 3), dense('a', 2))).toThrow("dense: the name 'a' is taken by another layer");
    expect(() => loose(input(4), named('a', dense(4, 3)), named('a', dense(3, 3)))).toThrow(
      "named: the name 'a' is taken by another layer",
    );
    expect(() => loose(dense(4, 3), dense('weight', 3))).toThrow("dense: the name 'weight' is taken by another layer");
    expect(() => loose(sequential(dense(4, 3)), dense('a', 3))).toThrow(
      "dense: 'a' follows a layer whose parameters have no names: give it one with named(...)",
    );
    expect(() => loose(input(28, 28), dense('a', 3))).toThrow(
      "dense: 'a' takes a vector, but is given [28, 28]: flatten it first",
    );
    expect(() => loose(input(4), named('a', dense(5, 3)))).toThrow("named: 'a' takes [5], but is given [4]");
    expect(() => loose(input([4], 'f64'), named('a', dense(4, 3)))).toThrow("named: 'a' takes f32, but is given f64");
  });

  test('refuses parameters of another layer', () => {
    const { params, state } = model.init(key(0));
    const apply = (p: unknown) => () => model.apply(p as typeof params, state, evaluation);
    expect(apply({ hidden: params.hidden })).toThrow(
      "dense: the parameters or the state have no 'out': they are those of another layer",
    );
    expect(apply(undefined)).toThrow('dense: expected parameters and a state, got undefined: take those that init(key) gives');
    expect(apply({ ...params, out: { weight: params.out.weight } })).toThrow(
      "dense 'out': the parameters or the state have no 'bias'",
    );
    expect(apply({ ...params, out: params.hidden })).toThrow("dense 'out': the weight is [4, 3], but must be [3, 2]");
    expect(apply({ ...params, out: { weight: 3, bias: 4 } })).toThrow("dense 'out': expected a tensor");
  });
});
