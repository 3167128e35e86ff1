import { describe, expect, test } from 'vitest';
import { type AnyTensor, type Float, tensor, type Tensor } from '@cotangent/core';
import { typed } from '@cotangent/core/primitives';
import { pipe } from 'fp-ts/lib/function.js';
import { apart, jet, type Points } from '../../test/derivatives.ts';
import {
  type Activation,
  type AnyLayer,
  dense,
  elu,
  gelu,
  geluTanh,
  hardSigmoid,
  hardTanh,
  input,
  leakyRelu,
  logSigmoid,
  logSoftmax,
  mish,
  relu,
  type RowActivation,
  selu,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
} from '../index.ts';

/** A function of numbers with its first two derivatives, in closed form. */
type Formula = readonly [f: (x: number) => number, first: (x: number) => number, second: (x: number) => number];

const s = (x: number): number => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));
const ds = (x: number): number => s(x) * s(-x);
const dds = (x: number): number => ds(x) * (s(-x) - s(x));
const sp = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const t = (x: number): number => Math.tanh(sp(x));
/** 1 - tanh(softplus(x))^2 without the difference: 4 e^2 / (e^2 + 1)^2 for e = 1 + exp(x). */
const sech2 = (x: number): number => 1 / Math.cosh(sp(x)) ** 2;

const { alpha, scale } = { alpha: 1.6732632423543772, scale: 1.0507009873554805 };
const eluWith = (a: number, b: number): Formula => [
  (x) => b * (x > 0 ? x : a * Math.expm1(x)),
  (x) => b * (x > 0 ? 1 : a * Math.exp(x)),
  (x) => b * (x > 0 ? 0 : a * Math.exp(x)),
];

const u = (x: number): number => Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3);
const du = (x: number): number => Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x ** 2);
const ddu = (x: number): number => Math.sqrt(2 / Math.PI) * 6 * 0.044715 * x;
const sech2u = (x: number): number => 1 / Math.cosh(u(x)) ** 2;

/** Slopes at kinks are JAX's. */
const formulas: Readonly<Record<string, readonly [Activation, Formula]>> = {
  relu: [relu, [(x) => Math.max(x, 0), (x) => (x > 0 ? 1 : 0), () => 0]],
  leakyRelu: [leakyRelu(0.25), [(x) => (x >= 0 ? x : x / 4), (x) => (x >= 0 ? 1 : 0.25), () => 0]],
  elu: [elu(), eluWith(1, 1)],
  'elu 0.5': [elu(0.5), eluWith(0.5, 1)],
  selu: [selu, eluWith(alpha, scale)],
  silu: [silu, [(x) => x * s(x), (x) => s(x) + x * ds(x), (x) => 2 * ds(x) + x * dds(x)]],
  softplus: [softplus, [sp, s, ds]],
  logSigmoid: [logSigmoid, [(x) => -sp(-x), (x) => s(-x), (x) => -ds(x)]],
  sigmoid: [sigmoid, [s, ds, dds]],
  tanh: [tanh, [Math.tanh, (x) => 1 / Math.cosh(x) ** 2, (x) => (-2 * Math.tanh(x)) / Math.cosh(x) ** 2]],
  mish: [
    mish,
    [
      (x) => x * t(x),
      (x) => t(x) + x * sech2(x) * s(x),
      (x) => 2 * sech2(x) * s(x) + x * (-2 * t(x) * sech2(x) * s(x) ** 2 + sech2(x) * ds(x)),
    ],
  ],
  geluTanh: [
    geluTanh,
    [
      (x) => (x / 2) * (1 + Math.tanh(u(x))),
      (x) => (1 + Math.tanh(u(x)) + x * sech2u(x) * du(x)) / 2,
      (x) => sech2u(x) * du(x) + (x / 2) * (sech2u(x) * ddu(x) - 2 * Math.tanh(u(x)) * sech2u(x) * du(x) ** 2),
    ],
  ],
  hardTanh: [hardTanh, [(x) => Math.min(Math.max(x, -1), 1), (x) => (Math.abs(x) <= 1 ? 1 : 0), () => 0]],
  hardSigmoid: [
    hardSigmoid,
    [(x) => Math.min(Math.max(x + 3, 0), 6) / 6, (x) => (Math.abs(x) < 3 ? 1 / 6 : Math.abs(x) === 3 ? 1 / 12 : 0), () => 0],
  ],
};

const points = [-100, -30, -3, -1.25, -1, -0.5, -1e-3, 0, 1e-3, 0.5, 1, 1.25, 3, 30, 100];

const differing = (found: readonly number[], formula: (x: number) => number, tolerance: number) =>
  points.flatMap((x, index) => {
    const [given, expected] = [found[index] ?? Number.NaN, formula(x)];
    return apart(given, expected, tolerance) ? [{ x, given, expected }] : [];
  });

describe.each(Object.entries(formulas))('%s', (_, [f, [value, first, second]]) => {
  test.each([
    ['f64', 2e-15],
    ['f32', 1e-6],
  ] as const)('has the values and derivatives of its formula, in %s', (dtype, tolerance) => {
    const found = jet((x) => f(x), points, dtype);
    expect(differing(found.value, value, tolerance)).toEqual([]);
    expect(differing(found.first, first, tolerance)).toEqual([]);
    expect(differing(found.second, second, tolerance)).toEqual([]);
  });
});

describe('gelu', () => {
  // x Phi(x), Phi(x) + x phi(x) and (2 - x^2) phi(x), from the power series of erf in 60 digits.
  const known = [
    [-3, -0.0040496940948902835, -0.011945647204183927, -0.03102293888356605],
    [-1, -0.15865525393145705, -0.0833154705876863, 0.24197072451914334],
    [0, 0, 0.5, 0.7978845608028654],
    [0.5, 0.34573123063700656, 0.8674951246561629, 0.6161143218375241],
    [1, 0.8413447460685429, 1.0833154705876864, 0.24197072451914334],
    [3, 2.99595030590511, 1.011945647204184, -0.03102293888356605],
  ] as const;

  test('has known values and derivatives', () => {
    const found = jet(
      (x) => gelu(x),
      known.map(([x]) => x),
      'f64',
    );
    known.forEach(([, value, first, second], index) => {
      expect(found.value[index]).toBeCloseTo(value, 14);
      expect(found.first[index]).toBeCloseTo(first, 14);
      expect(found.second[index]).toBeCloseTo(second, 14);
    });
  });

  test('is within 0.0005 of its tanh approximation, and not the same', () => {
    const [exact, near] = [jet((x) => gelu(x), points, 'f64').value, jet((x) => geluTanh(x), points, 'f64').value];
    const errors = exact.map((value, index) => Math.abs(value - (near[index] ?? Number.NaN)));
    expect(Math.max(...errors)).toBeLessThan(5e-4);
    expect(Math.max(...errors)).toBeGreaterThan(1e-5);
  });
});

describe('at the extremes', () => {
  const { POSITIVE_INFINITY: inf, NaN: nan } = Number;
  const extremes = [-inf, -1e30, -1000, 1000, 1e30, inf];
  /** Value, first and second derivative below all bounds and above them; `x` stands for the argument itself. */
  const limits: Readonly<
    Record<
      string,
      readonly [Activation, below: readonly [number | 'x', number, number], above: readonly [number | 'x', number, number]]
    >
  > = {
    relu: [relu, [0, 0, 0], ['x', 1, 0]],
    elu: [elu(), [-1, 0, 0], ['x', 1, 0]],
    silu: [silu, [0, 0, 0], ['x', 1, 0]],
    gelu: [gelu, [0, 0, 0], ['x', 1, 0]],
    geluTanh: [geluTanh, [0, 0, 0], ['x', 1, 0]],
    mish: [mish, [0, 0, 0], ['x', 1, 0]],
    softplus: [softplus, [0, 0, 0], ['x', 1, 0]],
    logSigmoid: [logSigmoid, ['x', 1, 0], [0, 0, 0]],
    sigmoid: [sigmoid, [0, 0, 0], [1, 0, 0]],
    tanh: [tanh, [-1, 0, 0], [1, 0, 0]],
    hardTanh: [hardTanh, [-1, 0, 0], [1, 0, 0]],
    hardSigmoid: [hardSigmoid, [0, 0, 0], [1, 0, 0]],
  };

  describe.each(Object.entries(limits))('%s', (_, [f, below, above]) => {
    test.each(['f32', 'f64'] as const)('has its limits and their derivatives, in %s', (dtype) => {
      const found = jet((x) => f(x), extremes, dtype);
      const at = (order: 0 | 1 | 2): readonly number[] =>
        extremes.map((x) => {
          const limit = (x < 0 ? below : above)[order];
          return limit === 'x' ? (dtype === 'f32' ? Math.fround(x) : x) : limit;
        });
      // `-0 === 0`: the sign of a limit of 0 says nothing.
      const same = (given: readonly number[], expected: readonly number[]) =>
        given.map((value, index) => (value === expected[index] ? expected[index] : value));
      expect(same(found.value, at(0))).toEqual(at(0));
      expect(same(found.first, at(1))).toEqual(at(1));
      expect(same(found.second, at(2))).toEqual(at(2));
    });

    test('passes NaN on', () => {
      expect(jet((x) => f(x), [nan], 'f32').value).toEqual([nan]);
    });
  });

  test.each(Object.entries({ silu, gelu, geluTanh, mish, softplus, logSigmoid, sigmoid, tanh, elu: elu(), selu }))(
    '%s has no derivative at NaN',
    (_, f) => {
      const { first, second } = jet((x) => f(x), [nan], 'f64');
      expect([...first, ...second]).toEqual([nan, nan]);
    },
  );
});

describe('softmax', () => {
  const rows =
    (f: RowActivation<'softmax'>) =>
    (x: Points): AnyTensor =>
      f(x);

  test('sums to 1 and is known for small and for huge logits', () => {
    expect(
      softmax(tensor([1, 2, 3], 'f64'))
        .toNested()
        .map((p) => p.toFixed(12)),
    ).toEqual(['0.090030573170', '0.244728471055', '0.665240955775']);
    expect(
      softmax(
        tensor([
          [1000, 0],
          [-1000, 0],
        ]),
      ).toNested(),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(softmax(tensor([0, Number.NEGATIVE_INFINITY])).toNested()).toEqual([1, 0]);
    expect(logSoftmax(tensor([0, -1000])).toNested()).toEqual([0, -1000]);
  });

  test('has no derivative where its sum is constant, and is along the last axis', () => {
    expect(jet(rows(softmax), [100, -100, 0], 'f64').first.every((slope) => Math.abs(slope) < 1e-15)).toBe(true);
    expect(
      softmax(
        tensor([
          [1, 1],
          [2, 2],
        ]),
      ).toNested(),
    ).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });

  test('refuses a scalar', () => {
    expect(() => softmax(typed<['classes'], 'f32'>(tensor(1)))).toThrow('softmax: axis -1 is out of range for []');
  });

  test('refuses a layer that gives scalars: the axis would be one of examples', () => {
    const scalars: AnyLayer = input([]);
    expect(() => softmax(scalars)).toThrow('softmax: axis -1 is out of range for []');
    expect(relu(scalars).output.shape).toEqual([]);
  });
});

describe('an activation', () => {
  const x: Tensor<[2]> = tensor([-4, 2]);

  test('takes tensors and layers, in a pipe and beside it', () => {
    expect(pipe(x, relu).toNested()).toEqual([0, 2]);
    expect(relu(dense(3, 2)).output.shape).toEqual([2]);
    expect(pipe(x, leakyRelu(0.5)).toNested()).toEqual([-2, 2]);
    expect(leakyRelu(x, 0.5).toNested()).toEqual([-2, 2]);
    expect(leakyRelu(dense(3, 2), 0.5).output.shape).toEqual([2]);
    expect(elu()(x).toNested()).toEqual(elu(x).toNested());
  });

  test('with a number does not take the index of a list for it', () => {
    expect(() => [x].map(leakyRelu)).toThrow(
      'leakyRelu: expected a tensor and a number, got 3 arguments: write (x) => leakyRelu(x)',
    );
    expect([x].map(relu).map((y) => y.toNested())).toEqual([[0, 2]]);
  });

  test('keeps the dtype', () => {
    const dtypes: readonly Float[] = [
      relu(tensor([1], 'f64')).dtype,
      gelu(tensor([1], 'f64')).dtype,
      softmax(tensor([1], 'f64')).dtype,
    ];
    expect(dtypes).toEqual(['f64', 'f64', 'f64']);
  });
});
