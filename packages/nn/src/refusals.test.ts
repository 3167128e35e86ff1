import * as core from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, it, test } from 'vitest';
import * as nn from './index.ts';

// The types refuse all of this as well; the casts are how a JavaScript user gets here.
const untyped = (f: unknown): ((...args: readonly unknown[]) => unknown) => f as (...args: readonly unknown[]) => unknown;
const x = core.tensor([1, 2, 3]);
const small = nn.dense(3, 2);

/** Activations, and what is put after a layer or around layers. */
const takers: readonly (readonly [name: string, f: (given: unknown) => unknown])[] = [
  ...Object.entries({
    elu: nn.elu,
    flatten: nn.flatten,
    gelu: nn.gelu,
    geluTanh: nn.geluTanh,
    hardSigmoid: nn.hardSigmoid,
    hardTanh: nn.hardTanh,
    leakyRelu: nn.leakyRelu,
    logSigmoid: nn.logSigmoid,
    logSoftmax: nn.logSoftmax,
    mish: nn.mish,
    relu: nn.relu,
    residual: nn.residual,
    selu: nn.selu,
    sigmoid: nn.sigmoid,
    silu: nn.silu,
    softmax: nn.softmax,
    softplus: nn.softplus,
    summary: nn.summary,
    tanh: nn.tanh,
  }).map(([name, f]) => [name, untyped(f)] as const),
  ['activation', untyped(nn.activation('activation', core.square))],
  ['dense', untyped(nn.dense('out', 3))],
  ['dropout', untyped(nn.dropout(0.5))],
  ['named', untyped(nn.named('first', small))],
  ['named', (given) => untyped(untyped(nn.named)('first', given))(nn.input(3))],
  ['parallel: layer 1', (given) => untyped(nn.parallel)(small, given)],
  ['repeat', (given) => untyped(nn.repeat)(2, given)],
  ['sequential: layer 1', (given) => untyped(nn.sequential)(small, given)],
];

const isElementwise = (f: (given: unknown) => unknown): boolean => {
  try {
    return core.isTensor(f(x));
  } catch {
    return false;
  }
};

describe('what is no layer, and no tensor, is refused by name', () => {
  it.each(takers)('%s', (name, f) => {
    const takesNumbers = name === 'elu' || name === 'leakyRelu';
    const strangers = [
      ...(takesNumbers ? [] : [3, undefined]),
      ...(isElementwise(f) ? [core.tensor([1], 'i32')] : [x]),
      'a',
      null,
      ...(name.startsWith('sequential') || name.startsWith('parallel') ? [] : [[1, 2]]),
      { weight: x },
      ...(name.startsWith('sequential') ? [] : [nn.relu]),
    ];
    const refusals = strangers.map((stranger) => {
      try {
        return f(stranger);
      } catch (error: unknown) {
        return (error as Error).message;
      }
    });
    for (const message of refusals) expect(message).toMatch(new RegExp(`^${name}: (expected a|needs floats)`));
  });

  it.each<[message: string, call: () => unknown]>([
    [
      'relu: expected a tensor of floats or a layer, got the number 3: convert other dtypes, take a part of an array, y[0], or make one with tensor(...)',
      () => untyped(nn.relu)(3),
    ],
    [
      'leakyRelu: expected a tensor of floats or a layer, got the string a: convert other dtypes, take a part of an array, y[0], or make one with tensor(...)',
      () => untyped(nn.leakyRelu)('a'),
    ],
    [
      'dense: the bias is the string "zeros", not an initializer or false: write initializers.zeros',
      () => untyped(nn.dense)(4, 8, { bias: 'zeros' }),
    ],
    [
      'dense: the weight is null, not an initializer: write initializers.zeros',
      () => untyped(nn.dense)('out', 8, { weight: null }),
    ],
    [
      'softmax: expected a tensor or a layer, got 2 arguments: softmax of @cotangent/core takes an axis',
      () => untyped(nn.softmax)(x, 0),
    ],
    ['dropout: expected a layer, got a tensor: write pipe(input(784), ...)', () => untyped(nn.dropout(0.5))(x)],
    [
      'sequential: layer 1 is no function of layers: take an activation of @cotangent/nn, or make one with activation(name, f)',
      () => untyped(nn.sequential)(small, core.tanh),
    ],
    [
      'sequential: layer 1 is no function of layers: take an activation of @cotangent/nn, or make one with activation(name, f)',
      () => untyped(nn.sequential)(small, () => 3),
    ],
    [
      'repeat: expected a layer, got the number 3: write dense(4, 4), or sequential(input(4), relu)',
      () => untyped(nn.repeat)(2, 3),
    ],
    ['elu: expected a number behind the tensor or layer, got the string 1: write elu(x, 0.1)', () => untyped(nn.elu)(x, '1')],
    [
      'sequential: layer 1: expected a layer, got the number 5: write dense(4, 3), relu, flatten or dropout(0.5)',
      () => untyped(nn.sequential)(small, 5),
    ],
    [
      'sequential: layers stand one after the other: write sequential(a, b), or sequential(...layers)',
      () => untyped(nn.sequential)([small]),
    ],
    [
      'parallel: layers stand one after the other: write parallel(a, b), or parallel(...layers)',
      () => untyped(nn.parallel)(small, [small]),
    ],
    ['residual: expected one layer: write residual(sequential(a, b))', () => untyped(nn.residual)(small, small)],
    [
      'parallel: layer 1: expected a layer, got a function, which is to be put after a layer: write dense(4, 4), or sequential(input(4), relu)',
      () => untyped(nn.parallel)(small, nn.relu),
    ],
  ])('%s', (message, call) => {
    expect(call).toThrow(new TypeError(message));
  });
});

describe('a layer without a name is no step of a pipe', () => {
  const steps: readonly (readonly [name: string, step: unknown])[] = [
    ['dense', nn.dense(3, 3)],
    ['sequential', nn.sequential(small, nn.relu)],
    ['parallel', nn.parallel(small)],
    ['repeat', nn.repeat(2, nn.dense(3, 3))],
    ['residual', nn.residual(nn.dense(3, 3))],
    ['a pipe', pipe(nn.input(3), nn.dense('out', 2))],
  ];
  test.each(steps)('%s', (_, step) => {
    expect(() => untyped(pipe)(nn.input(3), step)).toThrow(
      new TypeError(
        "pipe: a layer without a name is no step: name it, dense('name', width) or named('name', layer), compose by sequential(...), or apply it, layer.apply(params, state, mode)(x)",
      ),
    );
  });
});

describe('messages name the layer or the loss that was called', () => {
  it.each<[message: string, call: () => unknown]>([
    ['dense: the width is -1, not an integer from 0 to 2^31 - 1', () => untyped(nn.dense)(-1, 3)],
    ['dense: the width is 1.5, not an integer from 0 to 2^31 - 1', () => untyped(nn.dense)(4, 1.5)],
    ['dense: the width is -2, not an integer from 0 to 2^31 - 1', () => untyped(nn.dense)('hidden', -2)],
    ["dense: the dtype is 'i32', not one of f32, f64", () => untyped(nn.dense)(4, 3, { dtype: 'i32' })],
    ['dense: the width is an object, not an integer from 0 to 2^31 - 1', () => untyped(nn.dense)(core.ones([3]), 3)],
    ['parallel: there is no layer', () => untyped(nn.parallel)()],
    ["input: the dtype is 'i32', not one of f32, f64", () => untyped(nn.input)([4], 'i32')],
    ['repeat: the count is 1.5, not an integer from 0 to 2^31 - 1', () => untyped(nn.repeat)(1.5, nn.dense(3, 3))],
    [
      "dense 'out': the weight is [3, 2], but must be [4, 3]",
      () => untyped(nn.dense('out', 3)(nn.input(4)).apply)({ out: small.init(core.key(0)).params }, {}, nn.evaluation),
    ],
    [
      'meanSquaredError: needs floats, got i32: convert it first',
      () => untyped(nn.meanSquaredError)(core.tensor([1], 'i32'), core.tensor([1], 'i32')),
    ],
    [
      'huber: expected a tensor, got number: make one with tensor(...), scalar(...) or fromArray(...)',
      () => untyped(nn.huber)(3, core.tensor([1])),
    ],
    [
      'huber: threshold is no option: the options are delta',
      () => untyped(nn.huber)(core.ones([2]), core.ones([2]), { threshold: 2 }),
    ],
    ['dense: useBias is no option: the options are weight, bias, dtype', () => untyped(nn.dense)(3, 4, { useBias: false })],
    ['dense: useBias is no option: the options are weight, bias, dtype', () => untyped(nn.dense)('out', 4, { useBias: false })],
    [
      'softmaxCrossEntropy: the logits are a scalar and have no axis of classes',
      () => untyped(nn.softmaxCrossEntropy)(core.scalar(1), core.scalar(0, 'i32')),
    ],
    [
      'softmaxCrossEntropyOneHot: the logits are a scalar and have no axis of classes',
      () => untyped(nn.softmaxCrossEntropyOneHot)(core.scalar(1), core.scalar(1)),
    ],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('what stands in the place of a second tensor', () => {
  const losses = [nn.meanSquaredError, nn.meanAbsoluteError, nn.huber, nn.binaryCrossEntropy, nn.softmaxCrossEntropy];
  it.each(losses)('%o', (loss) => {
    const f = untyped(loss);
    for (const second of loss === nn.huber ? [3, true, null] : [3, true, null, undefined, {}]) {
      expect(() => f(core.ones([2]), second)).toThrow(/^\w+: expected a tensor, got /);
    }
  });

  test('may be the index that map gives', () => {
    expect([x, x].map(nn.meanSquaredError)).toHaveLength(2);
    expect([x, x].map(untyped(nn.huber))).toHaveLength(2);
    expect([x, x].map(nn.softmax)).toHaveLength(2);
  });
});

test.each([
  ['a layer', [nn.input(4)]],
  ['a function', [() => 0.5]],
  ['the string 0.5', ['0.5']],
  ['undefined', []],
  ['2 arguments', [0.5, 3]],
])('a rate of dropout that is %s is refused by that name', (name, given) => {
  const message = `dropout: expected a rate from 0 to below 1, got ${name}: write dropout(0.5)`;
  expect(() => untyped(nn.dropout)(...given)).toThrow(new TypeError(message));
});

test('a rate that is no number, and rates in a list', () => {
  expect(() => untyped(nn.dropout)(Number.NaN)).toThrow('dropout: the rate is NaN, which is not from 0 to below 1');
  expect([0.1, 0.2].map(nn.dropout)).toHaveLength(2);
});

test('a layer without inputs begins with a bias of zeros, as in PyTorch', () => {
  const { bias, weight } = nn.dense(0, 3).init(core.key(0)).params;
  expect(bias.toNested()).toEqual([0, 0, 0]);
  expect(weight.sizes).toEqual([0, 3]);
  const none = { input: 0, output: 0 };
  for (const initializer of [nn.initializers.heUniform, nn.initializers.heNormal, nn.initializers.glorotNormal]) {
    expect(
      initializer(core.key(0), core.spec([2]), none)
        .toNested()
        .map(Math.abs),
    ).toEqual([0, 0]);
  }
});
