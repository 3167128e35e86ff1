import { describe, expect, test } from 'vitest';
import { type AnyTensor, dim, key, spec } from '@cotangent/core';
import { type Initializer, initializers } from './index.ts';

const values = (x: AnyTensor): readonly number[] => Array.from(x.toArray());
const meanOf = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const varianceOf = (xs: readonly number[]): number => {
  const center = meanOf(xs);
  return meanOf(xs.map((x) => (x - center) ** 2));
};
const largestOf = (xs: readonly number[]): number => xs.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const inputs = 300;
const outputs = 200;
const count = inputs * outputs;
const example = spec([inputs, outputs]);

/** Bounds of uniform and deviations of normal distributions, from the papers. */
const uniforms: Readonly<Record<string, readonly [Initializer, number]>> = {
  glorotUniform: [initializers.glorotUniform, Math.sqrt(6 / (inputs + outputs))],
  heUniform: [initializers.heUniform, Math.sqrt(6 / inputs)],
  lecunUniform: [initializers.lecunUniform, Math.sqrt(3 / inputs)],
  pytorchLinear: [initializers.pytorchLinear, 1 / Math.sqrt(inputs)],
};
const normals: Readonly<Record<string, readonly [Initializer, number]>> = {
  glorotNormal: [initializers.glorotNormal, Math.sqrt(2 / (inputs + outputs))],
  heNormal: [initializers.heNormal, Math.sqrt(2 / inputs)],
  lecunNormal: [initializers.lecunNormal, Math.sqrt(1 / inputs)],
};

describe.each(Object.entries(uniforms))('%s', (_, [initialize, bound]) => {
  const drawn = values(initialize(key(1), example));

  test('fills its interval and nothing else', () => {
    expect(largestOf(drawn)).toBeLessThanOrEqual(Math.fround(bound));
    expect(largestOf(drawn)).toBeGreaterThan(bound * 0.999);
  });

  test('has mean 0 and the variance of a uniform distribution, within 5 standard errors', () => {
    const variance = bound ** 2 / 3;
    expect(Math.abs(meanOf(drawn))).toBeLessThan(5 * Math.sqrt(variance / count));
    // The fourth moment of U(-b, b) is b^4 / 5: the estimate of the variance errs by sqrt((1/5 - 1/9) / n) b^2.
    expect(Math.abs(varianceOf(drawn) - variance)).toBeLessThan(5 * Math.sqrt((1 / 5 - 1 / 9) / count) * bound ** 2);
  });
});

describe.each(Object.entries(normals))('%s', (_, [initialize, deviation]) => {
  const drawn = values(initialize(key(2), example));

  test('has mean 0 and its variance, within 5 standard errors', () => {
    expect(Math.abs(meanOf(drawn))).toBeLessThan((5 * deviation) / Math.sqrt(count));
    expect(Math.abs(varianceOf(drawn) / deviation ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
  });

  test('has the tails of a normal distribution', () => {
    const beyondTwo = drawn.filter((x) => Math.abs(x) > 2 * deviation).length / count;
    expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(5 * Math.sqrt((0.0455 * 0.9545) / count));
  });
});

describe('every initializer', () => {
  const all: Readonly<Record<string, Initializer>> = {
    ...Object.fromEntries(Object.entries({ ...uniforms, ...normals }).map(([name, [initialize]]) => [name, initialize])),
    orthogonal: initializers.orthogonal(),
  };

  test.each(Object.entries(all))('%s: equal keys give equal values, others give others', (_, initialize) => {
    const small = spec([3, 4]);
    expect(values(initialize(key(0), small))).toEqual(values(initialize(key(0), small)));
    expect(values(initialize(key(0), small))).not.toEqual(values(initialize(key(1), small)));
  });

  test.each(Object.entries(all))('%s: keeps shape, names and dtype', (_, initialize) => {
    const made = initialize(key(0), spec([dim('in', 5), 3], 'f64'));
    expect([made.shape, made.sizes, made.dtype]).toEqual([['in', 3], [5, 3], 'f64']);
  });

  test('counts positions into both fans, and takes fans that it is given', () => {
    const bound = (sizes: AnyTensor): number => largestOf(values(sizes));
    const kernel = initializers.glorotUniform(key(0), spec([3, 3, 40, 20]));
    expect(bound(kernel)).toBeLessThanOrEqual(Math.fround(Math.sqrt(6 / (9 * 60))));
    expect(bound(kernel)).toBeGreaterThan(0.99 * Math.sqrt(6 / (9 * 60)));
    const bias = initializers.pytorchLinear(key(0), spec([1000]), { input: 4, output: 1000 });
    expect(bound(bias)).toBeLessThanOrEqual(0.5);
    expect(bound(bias)).toBeGreaterThan(0.49);
  });
});

test('constants are constant', () => {
  expect(initializers.zeros(key(0), spec([2], 'f64')).toNested()).toEqual([0, 0]);
  expect(initializers.ones(key(0), spec([2])).toNested()).toEqual([1, 1]);
  expect(initializers.constant(0.25)(key(0), spec([])).item()).toBe(0.25);
});

describe('orthogonal', () => {
  /** The largest entry of Q'Q - I (columns) or QQ' - I (rows), for a matrix by rows. */
  const fault = (x: AnyTensor, side: 'columns' | 'rows'): number => {
    const [rows = 0, columns = 0] = x.sizes;
    const at = values(x);
    const vectors =
      side === 'rows'
        ? Array.from({ length: rows }, (_, row) => at.slice(row * columns, (row + 1) * columns))
        : Array.from({ length: columns }, (_, column) => at.filter((_value, index) => index % columns === column));
    const products = vectors.flatMap((a, i) =>
      vectors.map((b, j) => a.reduce((sum, value, k) => sum + value * (b[k] ?? Number.NaN), 0) - (i === j ? 1 : 0)),
    );
    return largestOf(products);
  };

  test.each([
    [8, 8],
    [40, 40],
    [50, 7],
    [1, 1],
    [6, 1],
  ])('has orthonormal columns when tall: %i x %i', (rows, columns) => {
    const shape = [dim('rows', rows), dim('columns', columns)] as const;
    expect(fault(initializers.orthogonal()(key(3), spec(shape, 'f64')), 'columns')).toBeLessThan(2e-15);
    expect(fault(initializers.orthogonal()(key(3), spec(shape)), 'columns')).toBeLessThan(5e-7);
  });

  test.each([
    [7, 50],
    [1, 6],
  ])('has orthonormal rows when wide: %i x %i', (rows, columns) => {
    const shape = [dim('rows', rows), dim('columns', columns)] as const;
    expect(fault(initializers.orthogonal()(key(4), spec(shape, 'f64')), 'rows')).toBeLessThan(2e-15);
  });

  test('is scaled by its gain, and flattens leading axes', () => {
    const made = initializers.orthogonal(2)(key(5), spec([2, 3, 4], 'f64'));
    const [first = 0, second = 0] = [0, 1].map((column) =>
      values(made).reduce((sum, value, index) => (index % 4 === column ? sum + value ** 2 : sum), 0),
    );
    expect([first, second].map((length) => length.toFixed(12))).toEqual(['4.000000000000', '4.000000000000']);
  });

  test('is spread evenly over the circle', () => {
    // The angle of the first column of a 2 x 2 matrix, and the sign of the determinant.
    const drawn = Array.from({ length: 400 }, (_, seed) => values(initializers.orthogonal()(key(seed), spec([2, 2], 'f64'))));
    const right = drawn.filter(([a = 0]) => a > 0).length;
    const up = drawn.filter(([, , c = 0]) => c > 0).length;
    const positive = drawn.filter(([a = 0, b = 0, c = 0, d = 0]) => a * d - b * c > 0).length;
    for (const half of [right, up, positive]) expect(Math.abs(half - 200)).toBeLessThan(5 * 10);
  });

  test('refuses a vector', () => {
    expect(() => initializers.orthogonal()(key(0), spec([3]))).toThrow('orthogonal: needs a matrix, got [3]');
  });
});
