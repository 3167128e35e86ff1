import { type AnyTensor, compile, key, type Key, normal, ones, scalar, stack, sum, type Tensor } from '@cotangent/core';
import { grad, vmap } from '@cotangent/grad';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { values } from '../test/run.ts';
import {
  dense,
  dropout,
  evaluation,
  input,
  type Layer,
  named,
  type None,
  parallel,
  relu,
  residual,
  sequential,
  tanh,
  train,
} from './index.ts';

describe('state', () => {
  /** A layer that counts how often it is applied, in training. */
  const counter = (size: Tensor<[3]>): Layer<None, { readonly count: Tensor<[]> }, [3], [3]> => ({
    input: size,
    output: size,
    init: () => ({ params: {}, state: { count: scalar(0) } }),
    apply: (_, state, mode) => (x) => [x, mode._tag === 'Train' ? { count: scalar(state.count.item() + 1) } : state],
  });
  const counting = counter(ones([3]));

  test('is threaded through every composition', () => {
    const model = pipe(
      input(3),
      named('first', counting),
      dense('between', 3),
      named('rest', sequential(counting, relu, residual(counting), parallel(counting, counting))),
    );
    const { params, state } = model.init(key(0));
    expect(values(state)).toEqual([[0], [0], [0], [0], [0]]);
    const [, after] = model.apply(params, state, train(key(0)))(ones([2, 3]));
    expect(values(after)).toEqual([[1], [1], [1], [1], [1]]);
    expect(Object.keys(after)).toEqual(['first', 'rest']);
    const [, same] = model.apply(params, after, evaluation)(ones([2, 3]));
    expect(values(same)).toEqual(values(after));
    expect(values(state)).toEqual([[0], [0], [0], [0], [0]]);
  });
});

describe('a model', () => {
  const model = pipe(input(4), dense('hidden', 3), tanh, dropout(0.5), dense('out', 1));
  const { params, state } = model.init(key(0));

  test('has a gradient of the type of its parameters, compiled or not', () => {
    const loss = (p: typeof params, x: Tensor<[2, 4]>, k: Key) => sum(model.apply(p, state, train(k))(x)[0]);
    const x = normal(key(1), [2, 4]);
    const gradient: typeof params = grad(loss)(params, x, key(2));
    expect(gradient.hidden.weight.shape).toEqual([4, 3]);
    expect(gradient.out.bias.toNested()).toEqual([2]);
    const compiled = compile(grad(loss))(params, x, key(2));
    values(compiled).forEach((leaf, at) =>
      leaf.forEach((value, index) => expect(value).toBeCloseTo(values(gradient)[at]?.[index] ?? Number.NaN, 6)),
    );
  });

  test('is batched like any function: seeds side by side', () => {
    const outputs = (k: Key): AnyTensor => {
      const begun = model.init(k);
      return model.apply(begun.params, begun.state, evaluation)(ones([4]))[0];
    };
    const keys = [key(0), key(1), key(2)] as const;
    const together = vmap((k: Key) => outputs(k) as Tensor<[1]>)(stack(keys));
    together
      .toNested()
      .forEach(([value], index) => expect(value).toBeCloseTo(Number(outputs(keys[index] ?? key(0)).toArray()[0]), 6));
  });

  test('begins the same from the same key', () => {
    expect(values(model.init(key(5)))).toEqual(values(model.init(key(5))));
  });
});
