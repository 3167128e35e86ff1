import { describe, expect, test } from 'vitest';
import { type AnyTensor, compile, dim, flattenTree, key, type Key, normal, ones, scalar, type Shape, stack, sum, tensor, type Tensor, trace } from '@cotangent/core';
import { grad, vmap } from '@cotangent/grad';
import { flow, pipe } from 'fp-ts/lib/function.js';
import {
  dense,
  dropout,
  evaluation,
  flatten,
  initializers,
  input,
  type Layer,
  named,
  type None,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  tanh,
  train,
} from './index.ts';

const values = (tree: unknown): readonly (readonly number[])[] => flattenTree(tree, 'tree').leaves.map((leaf) => Array.from(leaf.toArray()));

/** A layer as a function, with fresh parameters. */
const run = <P, S, A extends Shape, C extends Shape>(layer: Layer<P, S, A, C>) => {
  const { params, state } = layer.init(key(0));
  const apply = layer.apply(params, state, evaluation);
  return <B extends Shape>(x: Tensor<[...B, ...A]>): Tensor<[...B, ...C]> => apply<B>(x)[0];
};

describe('dense', () => {
  const affine = dense(2, 3);
  const params = { weight: tensor([[1, 2, 3], [4, 5, 6]]), bias: tensor([0.5, 0, -0.5]) };
  const apply = affine.apply(params, {}, evaluation);

  test('is x W + b, under any leading axes', () => {
    expect(apply(tensor([1, 10]))[0].toNested()).toEqual([41.5, 52, 62.5]);
    expect(apply(tensor([[1, 10], [0, 0]]))[0].toNested()).toEqual([[41.5, 52, 62.5], [0.5, 0, -0.5]]);
    const [y] = apply(ones([dim('time', 4), dim('batch', 2), 2]));
    expect([y.shape, y.sizes]).toEqual([['time', 'batch', 3], [4, 2, 3]]);
    expect(apply(ones([0, 2]))[0].sizes).toEqual([0, 3]);
  });

  test('goes without a bias', () => {
    const linear = dense(2, 3, { bias: false });
    expect(Object.keys(linear.init(key(0)).params)).toEqual(['weight']);
    expect(linear.apply({ weight: params.weight }, {}, evaluation)(tensor([1, 10]))[0].toNested()).toEqual([41, 52, 63]);
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
    expect(values(params)).toEqual([[1, 1, 1, 1], [0.1, 0.1]]);
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
    expect(() => untyped(ones([4, 3]))).toThrow('dense: takes [..., 2], got [4, 3]');
    expect(() => untyped(scalar(1))).toThrow('dense: takes [..., 2], got []');
    expect(() => untyped(ones([2], 'f64'))).toThrow('dense: takes f32, got f64: convert it first');
    expect(() => untyped(ones([dim('other', 2)]))).toThrow('dense: takes [..., 2], got [other=2]');
  });
});

describe('named composition', () => {
  const model = pipe(input(4), dense('hidden', 3), relu, dense('out', 2));

  test('has a record of parameters and no state', () => {
    const { params, state } = model.init(key(0));
    expect(flattenTree(params, 'params').paths).toEqual(['params.hidden.weight', 'params.hidden.bias', 'params.out.weight', 'params.out.bias']);
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
    const loose = pipe as (first: unknown, ...steps: readonly unknown[]) => unknown;
    expect(() => loose(input(4), dense('a', 3), dense('a', 2))).toThrow("dense: the name 'a' is taken by another layer");
    expect(() => loose(input(4), named('a', dense(4, 3)), named('a', dense(3, 3)))).toThrow("named: the name 'a' is taken by another layer");
    expect(() => loose(input(28, 28), dense('a', 3))).toThrow("dense: 'a' takes a vector, but is given [28, 28]: flatten it first");
    expect(() => loose(input(4), named('a', dense(5, 3)))).toThrow("named: 'a' takes [5], but is given [4]");
    expect(() => loose(input([4], 'f64'), named('a', dense(4, 3)))).toThrow("named: 'a' takes f32, but is given f64");
  });
});

describe('sequential', () => {
  const model = sequential(dense(4, 3), relu, dense(3, 2));

  test('has a tuple of parameters and is its layers one after the other', () => {
    const { params, state } = model.init(key(0));
    expect(flattenTree(params, 'params').paths).toEqual(['params[0].weight', 'params[0].bias', 'params[2].weight', 'params[2].bias']);
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
    const long = sequential(input(2, 2), flatten, block, block, block, block, tanh, residual(block), dropout(0.1), block, block, block, dense(4, 1));
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
    expect(() => loose(dense(4, dim('n', 3)), dense(dim('n', 5), 3))).toThrow('sequential: layer 1 takes [n=5], but is given [n=3]');
  });
});

describe('flatten', () => {
  test('merges the axes of an example and leaves those before', () => {
    const layer = pipe(input(2, 3), flatten);
    expect(layer.output.shape).toEqual([6]);
    const x = tensor([[[1, 2, 3], [4, 5, 6]]]);
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

describe('dropout', () => {
  const layer = pipe(input(4000), dropout(0.25));
  const drop = (k: Key) => layer.apply({}, {}, train(k))(ones([4000]))[0].toNested();

  test('drops its share and scales what is left, so that the mean stays', () => {
    const kept = drop(key(0)).filter((value) => value !== 0);
    expect(new Set(kept)).toEqual(new Set([Math.fround(4 / 3)]));
    expect(Math.abs(kept.length - 3000)).toBeLessThan(5 * Math.sqrt(4000 * 0.25 * 0.75));
  });

  test('is the same for the same key, and another for another', () => {
    expect(drop(key(0))).toEqual(drop(key(0)));
    expect(drop(key(0))).not.toEqual(drop(key(1)));
  });

  test('does nothing in evaluation, or at rate 0', () => {
    const x = normal(key(0), [3, 4000]);
    expect(layer.apply({}, {}, evaluation)(x)[0]).toBe(x);
    expect(pipe(input(4000), dropout(0)).apply({}, {}, train(key(0)))(x)[0]).toBe(x);
  });

  const masks = <P, S>(model: Layer<P, S, [64], [64]>, k = key(0)): readonly number[] => {
    const { params, state } = model.init(key(1));
    return model.apply(params, state, train(k))(ones([64]))[0].toNested();
  };

  test('two never drop alike, wherever they stand', () => {
    const twice = masks(pipe(input(64), dropout(0.5), dropout(0.5)));
    // Alike, they would leave half of the elements; apart, they leave a quarter.
    expect(new Set(twice)).toEqual(new Set([0, 4]));
    expect(Math.abs(twice.filter((value) => value !== 0).length - 16)).toBeLessThan(5 * Math.sqrt(64 * 0.25 * 0.75));
    for (const other of [
      sequential(input(64), dropout(0.5), dropout(0.5)),
      sequential(sequential(input(64), dropout(0.5)), sequential(input(64), dropout(0.5))),
      pipe(input(64), named('a', pipe(input(64), dropout(0.5))), named('b', pipe(input(64), dropout(0.5)))),
      repeat(2, pipe(input(64), dropout(0.5))),
    ] as readonly Layer<unknown, unknown, [64], [64]>[]) {
      const kept = masks(other).filter((value) => value !== 0).length;
      expect(Math.abs(kept - 16)).toBeLessThan(5 * Math.sqrt(64 * 0.25 * 0.75));
    }
  });

  test('drops apart in each example and under each leading axis', () => {
    const rows = pipe(input(64), dropout(0.5)).apply({}, {}, train(key(0)))(ones([2, 64]))[0].toNested();
    expect(rows[0]).not.toEqual(rows[1]);
  });

  test('lets the derivative of what it keeps pass', () => {
    const small = pipe(input(8), dropout(0.5)).apply({}, {}, train(key(0)));
    const slope = grad((x: Tensor<[8]>) => sum(small(x)[0]))(ones([8]));
    expect(slope.toNested()).toEqual(small(ones([8]))[0].toNested());
  });

  test.each([-0.1, 1, Number.NaN])('refuses the rate %d', (rate) => {
    expect(() => dropout(rate)).toThrow(`dropout: the rate is ${rate}, which is not from 0 to below 1`);
  });
});

describe('residual', () => {
  test('adds its input, and has the parameters of what it is around', () => {
    const layer = residual(dense(2, 2, { weight: initializers.zeros, bias: initializers.ones }));
    expect(run(layer)(tensor([[1, 2]])).toNested()).toEqual([[2, 3]]);
    expect(values(layer.init(key(0)).params)).toEqual([[0, 0, 0, 0], [1, 1]]);
  });

  test('refuses a layer that changes the shape', () => {
    expect(() => (residual as (layer: unknown) => unknown)(dense(3, 2))).toThrow('residual: the layer takes [3], but gives [2]');
  });
});

describe('parallel', () => {
  test('joins the outputs of its layers in their order', () => {
    const model = parallel(dense(2, 1, { weight: initializers.ones, bias: false }), residual(sequential(input(2), relu)));
    expect(model.output.shape).toEqual([3]);
    expect(run(model)(tensor([[1, -2], [3, 4]])).toNested()).toEqual([[-1, 2, -2], [7, 6, 8]]);
    expect(run(model)(ones([2])).shape).toEqual([3]);
  });

  test('adds named sizes', () => {
    expect(parallel(dense(2, dim('n', 3)), dense(2, 4)).output.shape).toEqual(['n+4']);
  });

  test('refuses layers that do not stand beside the first, in the words of the compiler', () => {
    const loose = parallel as (...layers: readonly unknown[]) => unknown;
    expect(() => loose(dense(10, 3), dense(11, 4))).toThrow('parallel: layer 1 takes [11], but layer 0 takes [10]');
    expect(() => loose(dense(10, 3), dense(10, 4, { dtype: 'f64' }))).toThrow('parallel: layer 1 takes f64, but layer 0 takes f32');
    expect(() => loose(input(2, 3), pipe(input(2, 3), flatten))).toThrow('parallel: layer 1 gives [6], which does not join [2, 3] of layer 0 at the last axis');
  });
});

describe('repeat', () => {
  const block = sequential(dense(3, 3), tanh);
  const model = repeat(4, block);

  test('has stacked parameters, each copy begun apart', () => {
    const { params } = model.init(key(0));
    expect([params[0].weight.shape, params[0].bias.shape]).toEqual([[4, 3, 3], [4, 3]]);
    const rows = params[0].bias.toNested().map((row) => row.join());
    expect(new Set(rows).size).toBe(4);
  });

  test('is its copies one after the other', () => {
    const { params, state } = model.init(key(0));
    const [weights, biases] = [params[0].weight.toNested(), params[0].bias.toNested()];
    const x = [0.5, -1, 2];
    const expected = weights.reduce<readonly number[]>(
      (y, weight, copy) => (biases[copy] ?? []).map((b, column) => Math.tanh(y.reduce((total, value, row) => total + value * (weight[row]?.[column] ?? Number.NaN), b))),
      x,
    );
    const [found] = model.apply(params, state, evaluation)(tensor([0.5, -1, 2]));
    found.toNested().forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 5));
  });

  test('works under leading axes, in a program that does not grow with the count', () => {
    const { params, state } = model.init(key(0));
    expect(model.apply(params, state, evaluation)(ones([2, 5, 3]))[0].shape).toEqual([2, 5, 3]);
    const size = (count: 4 | 400): number => {
      const many: Layer<unknown, unknown, [3], [3]> = repeat(count, block) as never;
      const start = many.init(key(0));
      return trace((x: Tensor<[3]>, p: unknown) => many.apply(p, start.state, evaluation)(x)[0])(ones([3]), start.params).program.equations.length;
    };
    expect(size(400)).toBe(size(4));
  });

  test('repeats what has no parameters, and under a name', () => {
    const doubled = repeat(3, residual(input(2)));
    expect(run(doubled)(tensor([1, 2])).toNested()).toEqual([8, 16]);
    expect(repeat(dim('depth', 2), block).init(key(0)).params[0].bias.shape).toEqual(['depth', 3]);
  });

  test('refuses a layer that changes the shape, and no copies', () => {
    const loose = repeat as (count: unknown, layer: unknown) => unknown;
    expect(() => loose(2, dense(3, 2))).toThrow('repeat: the layer takes [3], but gives [2]');
    expect(() => loose(0, block)).toThrow('repeat: 0 copies are none: repeat at least once');
  });
});

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
    values(compiled).forEach((leaf, at) => leaf.forEach((value, index) => expect(value).toBeCloseTo(values(gradient)[at]?.[index] ?? Number.NaN, 6)));
  });

  test('is batched like any function: seeds side by side', () => {
    const outputs = (k: Key): AnyTensor => {
      const begun = model.init(k);
      return model.apply(begun.params, begun.state, evaluation)(ones([4]))[0];
    };
    const keys = [key(0), key(1), key(2)] as const;
    const together = vmap((k: Key) => outputs(k) as Tensor<[1]>)(stack(keys));
    together.toNested().forEach(([value], index) => expect(value).toBeCloseTo(Number(outputs(keys[index] ?? key(0)).toArray()[0]), 6));
  });

  test('begins the same from the same key', () => {
    expect(values(model.init(key(5)))).toEqual(values(model.init(key(5))));
  });
});
