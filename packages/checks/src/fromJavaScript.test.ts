/**
 * What JavaScript passes, where nothing checks types: whatever stands in the place of an argument, what is thrown is a sentence of ours, and not
 * what the engine says of a property of undefined.
 */
import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';

const pool: readonly unknown[] = [undefined, null, 3, 'a', [1], {}, true, () => 1, core.ones([2])];

type Call = (...given: readonly unknown[]) => unknown;

const isFunction = (value: unknown): value is Call => typeof value === 'function';

/** What engines say of what is undefined, null, or no function. */
const raw =
  /Cannot (?:read|set|destructure|convert)|is not (?:a function|iterable|a constructor)|is not an object|undefined or null|Spread syntax/;

/** What the engine says of a call; what its result says, where that is a function, of whatever stands in the place of its argument. */
const faultsOf = (label: string, f: Call, given: readonly unknown[]): readonly string[] => {
  try {
    const result = f(...given);
    // An observer or a reducer is called by the library, with what it makes.
    return isFunction(result) && !label.includes(')(') && !calledByUs.has(label)
      ? pool.flatMap((next) => faultsOf(`${label}(...)(`, result, [next]))
      : [];
  } catch (error) {
    return error instanceof TypeError && raw.test(error.message) ? [`${label}: ${error.message}`] : [];
  }
};

/** What they make is called by the library. */
const calledByUs = new Set(['every', 'progressBar', 'logLines', 'observers', 'silent']);

const libraries = { core, grad: gradient, nn, initializers: nn.initializers, train: training };

const functions = Object.entries<object>(libraries).flatMap(([library, exports]) =>
  Object.entries(exports).flatMap(([name, value]: readonly [string, unknown]) =>
    isFunction(value) && !/^[A-Z]/.test(name) ? [{ library, name, f: value }] : [],
  ),
);

describe('from JavaScript', () => {
  test.each(functions)('$name of $library says itself what is wrong', ({ name, f }) => {
    const calls = [[], ...pool.map((first) => [first]), ...pool.flatMap((first) => pool.map((second) => [first, second]))];
    expect([...new Set(calls.flatMap((given) => faultsOf(name, f, given)))]).toEqual([]);
  });

  const layers: readonly (readonly [string, unknown])[] = [
    ['dense', nn.dense(2, 3)],
    ['input', nn.input(2)],
    ['sequential', nn.sequential(nn.dense(2, 3), nn.relu, nn.dropout(0.5))],
    ['parallel', nn.parallel(nn.dense(2, 3), nn.dense(2, 3))],
    ['repeat', nn.repeat(2, nn.dense(2, 2))],
    ['residual', nn.residual(nn.dense(2, 2))],
    ['flatten', nn.flatten(nn.dense(2, 2))],
    ['pipe', pipe(nn.input(2), nn.dense('hidden', 3), nn.relu, nn.named('out', nn.dense(3, 2)))],
  ];

  test.each(layers)('a layer of %s says itself what is wrong with parameters, state, mode and input', (name, layer) => {
    // Every layer has them.
    const { init, apply } = layer as Readonly<Record<'init' | 'apply', Call>>;
    const { params, state } = init(core.key(0)) as Readonly<Record<'params' | 'state', unknown>>;
    const calls = [params, ...pool, { hidden: 3 }, { hidden: { weight: core.ones([2]) } }].flatMap((given) =>
      [state, ...pool].flatMap((before) => [nn.evaluation, ...pool].map((mode) => [given, before, mode])),
    );
    expect([...new Set(calls.flatMap((given) => faultsOf(name, apply, given)))]).toEqual([]);
    expect([...new Set(pool.flatMap((given) => faultsOf(name, init, [given])))]).toEqual([]);
  });

  const x = core.ones([3]);
  const [layer, optimizer] = [nn.dense(2, 2), training.sgd({ rate: 0.1 })];
  const add: training.Reducer<number, number, {}> = (sum, one) => [sum + one, {}];
  const total: unknown = core.sum;
  // What the types refuse.
  const called = (f: unknown, ...given: readonly unknown[]): unknown => (f as Call)(...given);
  const stepped = (state: unknown): unknown => {
    const loss = (p: unknown) => [called(core.sum, p), { state, metrics: {} }];
    const start = training.initialState({ params: x, state: { runs: core.ones([]) }, optimizer, key: core.key(0) });
    return called(called(training.makeStep, { loss, optimizer }), start, x);
  };

  test.each<readonly [said: string, call: () => unknown]>([
    ['residual: expected one layer: write residual(sequential(a, b))', () => called(nn.residual, layer, layer)],
    [
      'summary: expected one layer, which knows the shape that it takes: write summary(layer)',
      () => called(nn.summary, layer, x),
    ],
    [
      'cube: the function gives f32[] for f32[3]: an activation keeps shape and dtype',
      () => called(called(nn.activation, 'cube', total), x),
    ],
    [
      'cube: the function gives bool[3] for f32[3]: an activation keeps shape and dtype',
      () => called(called(nn.activation, 'cube', core.less(0)), x),
    ],
    [
      'fold: the state and the batches come in a second call: fold(step)(state, batches)',
      () => called(training.fold, add, 0, [1, 2]),
    ],
    ["makeStep: the loss function's state.runs is f32[3], not f32[] as state.runs", () => stepped({ runs: x })],
    ["makeStep: the loss function's state has no field 'runs', which state has", () => stepped({})],
    ['makeStep: takes one object: write makeStep({ loss, optimizer })', () => called(training.makeStep, optimizer, total)],
    ['makeStep: takes one object: write makeStep({ loss, optimizer })', () => called(training.makeStep, total)],
    [
      'showConfusionMatrix: the matrix is [2, 3], not square: write showConfusionMatrix(confusionMatrix(scores, labels))',
      () => called(training.showConfusionMatrix, core.ones([2, 3], 'i32')),
    ],
  ])('%s', (said, call) => {
    expect(call).toThrow(said);
  });

  test('what map gives behind an element is passed over', () => {
    expect([layer, layer].map(nn.residual)).toHaveLength(2);
    expect([layer, layer].map(nn.summary)).toHaveLength(2);
    expect([add].map(training.fold).map((run) => called(run, 0, [1, 2]))).toEqual([[3, {}]]);
  });

  test('the engine is recognized', () => {
    expect(faultsOf('f', (x: unknown) => (x as { readonly deep: { readonly er: unknown } }).deep.er, [{}])).toHaveLength(1);
    expect(faultsOf('f', (x) => (x as Call)(), [3])).toHaveLength(1);
  });
});
