import { add, compile, dim, divide, exp, multiply, ones, type Shape, tensor, type Tensor, where, zeros } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { bernoulli, bernoulliLike, categorical, randint } from './discrete.ts';
import { fnv1a } from './hash.ts';
import { foldIn, type Key, key, split, splitStacked } from './key.ts';
import { nextDown, nextUp } from './nextAfter.ts';
import { normal, normalLike, truncatedNormal } from './normal.ts';
import { permutation } from './permutation.ts';
import { bits, uniform, uniformLike } from './uniform.ts';

const values = (x: { toArray(): ArrayLike<number> }): readonly number[] => Array.from(x.toArray());
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const variance = (xs: readonly number[]): number => {
  const center = mean(xs);
  return mean(xs.map((x) => (x - center) ** 2));
};

const many = 20_000;

/** Kolmogorov-Smirnov: the largest distance of the empirical distribution from `cdf`, times sqrt(n). 1.95 is exceeded with p = 0.001. */
const kolmogorov = (xs: readonly number[], cdf: (x: number) => number): number => {
  const distances = xs
    .toSorted((a, b) => a - b)
    .map((x, index) => Math.max(Math.abs(cdf(x) - index / xs.length), Math.abs(cdf(x) - (index + 1) / xs.length)));
  return Math.max(...distances) * Math.sqrt(xs.length);
};

/** Chi-square of counts against expected ones, less its mean, in standard deviations. */
const chiSquare = (found: readonly number[], expected: readonly number[]): number => {
  const degrees = found.length - 1;
  const sum = found.reduce((total, count, index) => total + (count - (expected[index] ?? 0)) ** 2 / (expected[index] ?? 1), 0);
  return (sum - degrees) / Math.sqrt(2 * degrees);
};

const histogram = (xs: readonly number[], size: number): readonly number[] => {
  const counts = Array.from({ length: size }, () => 0);
  for (const x of xs) counts[x] = (counts[x] ?? 0) + 1;
  return counts;
};

const normalCdf = (x: number): number => 0.5 * (1 + (values(P.erf(P.scalar(x / Math.SQRT2, 'f64')))[0] ?? 0));

/** The normal distribution function at every number of a sorted list, in one go. */
const normalCdfs = (xs: readonly number[]): ReadonlyMap<number, number> => {
  const erfs = values(
    P.erf(
      P.constant(
        Float64Array.from(xs, (x) => x / Math.SQRT2),
        [xs.length],
        'f64',
      ),
    ),
  );
  return new Map(xs.map((x, index) => [x, 0.5 * (1 + (erfs[index] ?? 0))]));
};

describe('distributions', () => {
  test.each(['f32', 'f64'] as const)('uniform, %s', (dtype) => {
    const xs = values(uniform(key(1), [many], { dtype }));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThan(1);
    expect(kolmogorov(xs, (x) => x)).toBeLessThan(1.95);
  });

  test('every bit of a word is set half of the time', () => {
    const words = values(bits(key(2), [many]));
    for (let bit = 0; bit < 32; bit++) {
      const share = mean(words.map((word) => (word >>> bit) & 1));
      expect(Math.abs(share - 0.5), `bit ${bit}`).toBeLessThan(4 * (0.5 / Math.sqrt(many)));
    }
  });

  test.each(['f32', 'f64'] as const)('normal, %s', (dtype) => {
    const xs = values(normal(key(3), [many], { dtype }));
    expect(Math.abs(mean(xs))).toBeLessThan(4 / Math.sqrt(many));
    expect(Math.abs(variance(xs) - 1)).toBeLessThan(4 * Math.sqrt(2 / many));
    expect(Math.abs(mean(xs.map((x) => x ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / many));
    const cdf = normalCdfs(xs);
    expect(kolmogorov(xs, (x) => cdf.get(x) ?? 0)).toBeLessThan(1.95);
  });

  test.each([
    { lower: -2, upper: 2 },
    { lower: -1, upper: 3 },
    { lower: 1, upper: 1.5 },
  ])('truncatedNormal from $lower to $upper', ({ lower, upper }) => {
    const xs = values(truncatedNormal(key(4), [many], { lower, upper }));
    expect(Math.min(...xs)).toBeGreaterThan(lower);
    expect(Math.max(...xs)).toBeLessThan(upper);
    const cdf = normalCdfs(xs);
    const [from, to] = [normalCdf(lower), normalCdf(upper)];
    expect(kolmogorov(xs, (x) => ((cdf.get(x) ?? 0) - from) / (to - from))).toBeLessThan(1.95);
  });

  test.each([0, 0.03, 0.5, 0.9, 1])('bernoulli(%d)', (p) => {
    const share = mean(values(bernoulli(key(5), p, [many])));
    expect(Math.abs(share - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / many));
  });

  test('bernoulli of an f64 probability in a tensor', () => {
    const share = mean(values(bernoulli(key(5), tensor(0.25, 'f64'), [many])));
    expect(Math.abs(share - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / many));
  });

  test('categorical: the softmax of the logits', () => {
    const logits = [1, 0, -1, 2];
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    const rows = P.broadcastInDim(tensor([1, 0, -1, 2]), [many, 4], [1]) as unknown as Tensor<['rows', 4]>;
    const counts = histogram(values(categorical(key(6), rows)), 4);
    expect(
      Math.abs(
        chiSquare(
          counts,
          logits.map((logit) => (many * Math.exp(logit)) / total),
        ),
      ),
    ).toBeLessThan(4);
  });

  test.each([
    { min: 0, max: 7 },
    { min: -5, max: 12 },
  ])('randint from $min to $max', ({ min, max }) => {
    const counts = histogram(
      values(randint(key(7), [many], { min, max })).map((x) => x - min),
      max - min,
    );
    expect(counts.length).toBe(max - min);
    expect(
      Math.abs(
        chiSquare(
          counts,
          counts.map(() => many / (max - min)),
        ),
      ),
    ).toBeLessThan(4);
  });

  test('randint over all words is the words themselves', () => {
    const [, low] = split(key(8));
    expect(values(randint(key(8), [5], { min: -(2 ** 31), max: 2 ** 31 }))).toEqual(
      values(bits(low, [5])).map((word) => (word - 2 ** 31) | 0),
    );
    expect(values(randint(key(8), [5], { max: 2 ** 32, dtype: 'u32' }))).toEqual(values(bits(low, [5])));
  });

  test('permutation: all orders of four equally often', () => {
    const orders = Array.from({ length: 4800 }, (_, index) => values(permutation(foldIn(key(9), index), 4)).join(''));
    const counts = new Map<string, number>();
    for (const order of orders) counts.set(order, (counts.get(order) ?? 0) + 1);
    expect(counts.size).toBe(24);
    expect(
      Math.abs(
        chiSquare(
          [...counts.values()],
          Array.from({ length: 24 }, () => 200),
        ),
      ),
    ).toBeLessThan(4);
  });
});

describe('permutation', () => {
  test('keeps all numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.nat(), (n, seed) => {
        const order = values(permutation(key(seed), dim('n', n)));
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, index) => index));
      }),
      { numRuns: 50 },
    );
  });

  test('reorders slices of a tensor as it reorders numbers', () => {
    const rows = tensor([
      [0, 0],
      [1, 10],
      [2, 20],
      [3, 30],
      [4, 40],
    ]);
    const permuted = permutation(key(11), rows);
    expectTypeOf(permuted).toEqualTypeOf<Tensor<[5, 2]>>();
    expect(permuted.toNested().map(([first]) => first)).toEqual(permutation(key(11), 5).toNested());
    expect(permuted.toNested().every(([first = 0, second]) => second === first * 10)).toBe(true);
  });

  test('keeps the name of the axis', () => {
    const n = dim('examples', 6);
    expect(permutation(key(0), n).shape).toEqual(['examples']);
    expect(permutation(key(0), uniform(key(1), [n, 2])).shape).toEqual(['examples', 2]);
  });
});

describe('keys', () => {
  test('the same key gives the same bits, another key others', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(values(bits(key(a), [4]))).toEqual(values(bits(key(a), [4])));
        fc.pre(a !== b);
        expect(values(bits(key(a), [4]))).not.toEqual(values(bits(key(b), [4])));
      }),
      { numRuns: 50 },
    );
  });

  test('the bits of an element do not depend on how many others there are', () => {
    expect(values(bits(key(1), [100])).slice(0, 10)).toEqual(values(bits(key(1), [10])));
    expect(values(bits(key(1), [4, 5]))).toEqual(values(bits(key(1), [20])));
  });

  test('split keys are all different, and their draws uncorrelated', () => {
    const keys = values(splitStacked(key(0), 5000));
    expect(new Set(Array.from({ length: 5000 }, (_, row) => `${keys[2 * row]} ${keys[2 * row + 1]}`)).size).toBe(5000);
    const [a, b] = split(key(0));
    const draws = [key(0), a, b].map((from) => values(normal(from, [many])));
    draws.forEach((xs, i) =>
      draws.slice(i + 1).forEach((ys) => {
        expect(Math.abs(mean(xs.map((x, index) => x * (ys[index] ?? 0))))).toBeLessThan(4 / Math.sqrt(many));
      }),
    );
  });

  test('split gives tuples to take apart', () => {
    expectTypeOf(split(key(0))).toEqualTypeOf<readonly [Key, Key]>();
    expectTypeOf(split(key(0), 3)).toEqualTypeOf<readonly [Key, Key, Key]>();
    const many: number = 3;
    expectTypeOf(split(key(0), many)).toEqualTypeOf<readonly Key[]>();
    expectTypeOf(splitStacked(key(0), 3)).toEqualTypeOf<Tensor<[3, 2], 'u32'>>();
    expectTypeOf(splitStacked(key(0), dim('seeds', 3))).toEqualTypeOf<Tensor<['seeds', 2], 'u32'>>();
    // @ts-expect-error the number of keys must be known, or named
    splitStacked(key(0), many);
  });

  test('a folded name is its hash', () => {
    expect(values(foldIn(key(0), 'hidden'))).toEqual(values(foldIn(key(0), fnv1a('hidden'))));
    expect(values(foldIn(key(0), 'hidden'))).not.toEqual(values(foldIn(key(0), 'out')));
    expect(values(foldIn(key(0), tensor(-1, 'i32')))).toEqual(values(foldIn(key(0), 2 ** 32 - 1)));
  });

  test('traced keys draw what keys draw', () => {
    const draw = compile((from: Key) => {
      const [a, b, c] = split(from, 3);
      return [normal(a, [3]), permutation(b, 5), categorical(foldIn(c, 'label'), tensor([[0, 1, 2]]))] as const;
    });
    const [a, b, c] = split(key(5), 3);
    const [x, order, label] = draw(key(5));
    expect(values(x)).toEqual(values(normal(a, [3])));
    expect(values(order)).toEqual(values(permutation(b, 5)));
    expect(values(label)).toEqual(values(categorical(foldIn(c, 'label'), tensor([[0, 1, 2]]))));
  });
});

describe('ranges', () => {
  const bound = fc.float({ min: -1000, max: 1000, noNaN: true });

  test('uniform numbers lie between their bounds', () => {
    fc.assert(
      fc.property(fc.nat(), bound, bound, (seed, a, b) => {
        fc.pre(a !== b);
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        for (const x of values(uniform(key(seed), [20], { min, max }))) expect(x >= min && x <= max).toBe(true);
      }),
    );
  });

  test('integers lie between their bounds', () => {
    const integer = fc.integer();
    fc.assert(
      fc.property(fc.nat(), integer, integer, (seed, a, b) => {
        fc.pre(a !== b);
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        for (const x of values(randint(key(seed), [20], { min, max }))) expect(x >= min && x < max).toBe(true);
      }),
    );
  });

  test('empty shapes draw nothing', () => {
    expect(normal(key(0), [0, 3]).toNested()).toEqual([]);
    expect(permutation(key(0), 0).toNested()).toEqual([]);
  });
});

describe('refusals', () => {
  // Each is a compile error or a value that only the run can see.
  test.each<[string, () => unknown, RegExp]>([
    // @ts-expect-error a fraction
    ['a fraction as a seed', () => key(0.5), /key: the seed 0.5 is no integer of 64 bits/],
    ['a seed that lost digits', () => key(2 ** 60), /key: the seed/],
    ['a seed of more than 64 bits', () => key(2n ** 64n), /key: the seed/],
    // @ts-expect-error a negative number
    ['a negative number to fold in', () => foldIn(key(0), -1), /foldIn: -1 is no integer from 0 to 2\^32 - 1/],
    // @ts-expect-error no keys at all
    ['no keys', () => split(key(0), 0), /split: 0 keys are none/],
    // @ts-expect-error no keys at all
    ['no stacked keys', () => splitStacked(key(0), 0), /splitStacked: 0 keys are none/],
    ['an empty interval', () => uniform(key(0), [2], { min: 1, max: 1 }), /uniform: min is 1, which is not below max, 1/],
    ['NaN as a bound', () => uniform(key(0), [2], { min: Number.NaN }), /uniform: min is NaN/],
    ['truncation to nothing', () => truncatedNormal(key(0), [2], { lower: 3 }), /truncatedNormal: lower is 3/],
    // @ts-expect-error no probability
    ['no probability', () => bernoulli(key(0), 1.5, [2]), /bernoulli: the probability is 1.5/],
    // @ts-expect-error a fraction
    ['no integers', () => randint(key(0), [2], { max: 2.5 }), /randint: min is 0 and max 2.5/],
    [
      'integers that the dtype has not',
      // @ts-expect-error a negative bound of u32
      () => randint(key(0), [2], { min: -1, max: 2, dtype: 'u32' }),
      /from 0 to 4294967296 for u32/,
    ],
    // @ts-expect-error a tensor that is no key
    ['a tensor that is no key', () => uniform(tensor([1, 2]), [2]), /uniform: expected a key, u32\[2\], got f32\[2\]/],
    // @ts-expect-error a seed that is no key
    ['a seed for a key', () => normal(42, [2]), /normal: expected a key, u32\[2\], got 42: make one with key\(seed\)/],
    // @ts-expect-error logits without an axis
    ['scalar logits', () => categorical(key(0), tensor(1)), /categorical: the logits are a scalar/],
    // @ts-expect-error integer logits
    ['integer logits', () => categorical(key(0), tensor([1, 2], 'i32')), /categorical: needs floats, got i32/],
    // @ts-expect-error a scalar has no order
    ['a scalar to permute', () => permutation(key(0), tensor(1)), /permutation: a scalar has no axis/],
    // @ts-expect-error an integer probability
    ['an integer probability', () => bernoulli(key(0), tensor(1, 'i32'), [2]), /bernoulli: needs floats, got i32/],
    // @ts-expect-error integers for floats
    ['normal integers', () => normalLike(key(0), tensor([1], 'i32')), /normalLike: needs floats, got i32/],
    // @ts-expect-error booleans for floats
    ['uniform booleans', () => uniformLike(key(0), tensor([true])), /uniformLike: needs floats, got bool/],
    // @ts-expect-error an array of sizes
    ['a shape for a tensor', () => normalLike(key(0), [2, 3]), /normalLike: expected a tensor, got an array/],
    // @ts-expect-error an array of sizes
    ['a shape for a mask', () => bernoulliLike(key(0), 0.5, [2, 3]), /bernoulliLike: expected a tensor, got an array/],
    // @ts-expect-error a seed that is no key
    ['a seed beside a tensor', () => uniformLike(42, tensor([1])), /uniformLike: expected a key/],
    ['no interval beside a tensor', () => uniformLike(key(0), tensor([1]), { min: 1 }), /uniformLike: min is 1, which is not/],
    // @ts-expect-error no probability
    ['no probability of a mask', () => bernoulliLike(key(0), 1.5, tensor([1])), /bernoulliLike: the probability is 1.5/],
    // @ts-expect-error many probabilities
    ['many probabilities', () => bernoulliLike(key(0), ones([2]), ones([2])), /bernoulliLike: the probability is \[2\]/],
    // @ts-expect-error a float to fold in
    ['a float to fold in', () => foldIn(key(0), tensor(1)), /foldIn: needs integers, got f32/],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});

describe('fnv1a', () => {
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('the published hash of %j', (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  test('hashes the bytes that TextEncoder gives', () => {
    const ofBytes = (bytes: Uint8Array): number =>
      bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fnv1a(text) === ofBytes(new TextEncoder().encode(text))));
    expect(fnv1a('\ud800x')).toBe(ofBytes(new TextEncoder().encode('\ud800x')));
  });
});

describe('neighbors of floats', () => {
  test('nothing lies between', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const up = nextUp(x, 'f64');
        expect(up).toBeGreaterThan(x);
        const middle = x + (up - x) / 2;
        expect(middle === x || middle === up).toBe(true);
        if (Number.isFinite(up)) expect(nextDown(up, 'f64') === x).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const up = nextUp(x, 'f32');
        expect(up).toBeGreaterThan(x);
        expect(Math.fround(up)).toBe(up);
        const middle = Math.fround(x + (up - x) / 2);
        expect(Math.abs(x) === 3.4028234663852886e38 || middle === x || middle === up).toBe(true);
      }),
    );
  });
});

describe('beside a tensor of any shape', () => {
  const sample = <B extends Shape>(k: Key, means: Tensor<[...B, 16]>, spread: Tensor<[...B, 16]>): Tensor<[...B, 16]> =>
    add(means, multiply(exp(spread), normalLike(k, means)));
  const dropped = <S extends Shape>(k: Key, x: Tensor<S>): Tensor<S> => where(bernoulliLike(k, 0.75, x), divide(x, 0.75), 0);
  const batch = dim('batch', 3);

  test('the reparametrization of an autoencoder is noise in the shape of its means', () => {
    const latent = sample(key(0), zeros([batch, 2, 16]), zeros([batch, 2, 16]));
    expectTypeOf(latent).toEqualTypeOf<Tensor<['batch', 2, 16]>>();
    expect(latent.shape).toEqual(['batch', 2, 16]);
    expect(values(latent)).toEqual(values(normal(key(0), [batch, 2, 16])));
  });

  test('dropout keeps three quarters, and divides them', () => {
    const kept = values(bernoulli(key(1), 0.75, [batch, 100]));
    expect(values(dropped(key(1), ones([batch, 100])))).toEqual(kept.map((one) => Math.fround(one / 0.75)));
  });

  test('the dtype is that of the tensor', () => {
    expect(values(normalLike(key(2), zeros([5], 'f64')))).toEqual(values(normal(key(2), [5], { dtype: 'f64' })));
    expect(values(uniformLike(key(2), zeros([5], 'f64'), { min: -1 }))).toEqual(
      values(uniform(key(2), [5], { dtype: 'f64', min: -1 })),
    );
    expect(bernoulliLike(key(2), 0.5, zeros([5], 'i32')).dtype).toBe('bool');
  });
});
