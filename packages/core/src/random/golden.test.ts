/**
 * Bit for bit what JAX draws: values of jax.random, JAX 0.10.0 on a CPU, `jax_threefry_partitionable` on (its default), 64-bit
 * integers and floats off except in `key64`, `uniform64` and `normal64`. Compiled, JAX fuses the multiplication and the addition that
 * move a uniform number to another interval, which can change its last bit: `uniform` was drawn under `jax.disable_jit`.
 */
import { dim, type AnyDimension, type Dimension, type Tensor } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { bernoulli, categorical, randint } from './discrete.ts';
import { foldIn, type Key, key, split, splitStacked } from './key.ts';
import { normal, truncatedNormal } from './normal.ts';
import { permutation } from './permutation.ts';
import { bits, uniform } from './uniform.ts';

const golden = {
  key: [
    { seed: '0', words: [0, 0] },
    { seed: '1', words: [0, 1] },
    { seed: '42', words: [0, 42] },
    { seed: '2147483648', words: [0, 2147483648] },
    { seed: '4294967295', words: [0, 4294967295] },
  ],
  split: [
    { seed: 0, count: 2, words: [1797259609, 2579123966, 928981903, 3453687069] },
    {
      seed: 42,
      count: 5,
      words: [1832780943, 270669613, 64467757, 2916123636, 2465931498, 255383827, 3134548294, 894150801, 2954079971, 3276725750],
    },
    { seed: 7, count: 1, words: [3625411723, 1954958720] },
  ],
  foldIn: [
    { seed: 0, data: 0, words: [1797259609, 2579123966] },
    { seed: 0, data: 1, words: [928981903, 3453687069] },
    { seed: 42, data: 123456789, words: [801338215, 1032655946] },
    { seed: 7, data: 4294967295, words: [3658129989, 1719350670] },
  ],
  bits: [
    { seed: 0, shape: [], values: [4070199207] },
    { seed: 1, shape: [5], values: [1883912375, 2292451390, 1915204986, 1882898417, 3854144420] },
    {
      seed: 42,
      shape: [3, 4],
      values: [
        2098992034, 2919706841, 2646866425, 2409546199, 1935504149, 2516274904, 321304473, 3329172656, 3002007181, 3516005296,
        1504549425, 3748733552,
      ],
    },
  ],
  uniform: [
    { seed: 0, shape: [], min: 0, max: 1, values: [0.9476670026779175] },
    {
      seed: 1,
      shape: [5],
      min: 0,
      max: 1,
      values: [0.4386324882507324, 0.5337529182434082, 0.44591832160949707, 0.4383963346481323, 0.8973628282546997],
    },
    {
      seed: 42,
      shape: [3, 4],
      min: -1,
      max: 1,
      values: [
        -0.022580862045288086, 0.35959434509277344, 0.2325429916381836, 0.12203216552734375, -0.09871077537536621,
        0.17173171043395996, -0.8503811359405518, 0.5502667427062988, 0.3979184627532959, 0.6372673511505127, -0.2993896007537842,
        0.7456400394439697,
      ],
    },
    {
      seed: 3,
      shape: [6],
      min: -0.3,
      max: 2.7,
      values: [
        -0.07784229516983032, 2.5144331455230713, 1.6468710899353027, 2.6268630027770996, 0.5351333022117615, 1.4488141536712646,
      ],
    },
  ],
  normal: [
    { seed: 0, shape: [], values: [1.622642159461975] },
    {
      seed: 1,
      shape: [5],
      values: [-0.15443718433380127, 0.08470727503299713, -0.135980486869812, -0.15503625571727753, 1.266667366027832],
    },
    {
      seed: 42,
      shape: [3, 4],
      values: [
        -0.02830461598932743, 0.4671318531036377, 0.2957029640674591, 0.15354591608047485, -0.12403281778097153,
        0.21692314743995667, -1.440878987312317, 0.755859911441803, 0.5214096307754517, 0.9101703763008118, -0.3844965994358063,
        1.139823317527771,
      ],
    },
  ],
  truncatedNormal: [
    {
      seed: 0,
      shape: [8],
      lower: -2,
      upper: 2,
      values: [
        1.4559592008590698, 1.714748740196228, -0.4126753509044647, -0.07503343373537064, 0.16800101101398468, -0.912614107131958,
        -0.4709707796573639, 0.47010257840156555,
      ],
    },
    {
      seed: 5,
      shape: [6],
      lower: 0.5,
      upper: 1.25,
      values: [
        0.792911171913147, 1.166520357131958, 0.9975422024726868, 0.5555868744850159, 1.160125732421875, 0.9500848054885864,
      ],
    },
  ],
  randint: [
    { seed: 0, shape: [8], min: 0, max: 10, values: [9, 0, 2, 3, 1, 7, 2, 3] },
    { seed: 42, shape: [3, 4], min: -5, max: 1000, values: [184, 514, 736, 539, 804, 979, 102, 652, 344, 271, 982, 314] },
    {
      seed: 9,
      shape: [6],
      min: -2147483648,
      max: 2147483647,
      values: [-1561035775, -1145407839, 427967928, -1386937731, 172245731, 1409719618],
    },
    { seed: 9, shape: [5], min: 0, max: 100000, values: [47873, 75809, 51576, 45917, 29379] },
  ],
  randintU32: [{ seed: 4, shape: [8], min: 3, max: 70000, values: [5772, 47479, 34825, 26132, 11059, 3812, 25121, 60973] }],
  bernoulli: [
    { seed: 0, p: 0.5, shape: [12], values: [false, false, true, true, false, true, true, false, false, true, false, true] },
    {
      seed: 42,
      p: 0.1,
      shape: [4, 6],
      values: [
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        true,
        false,
      ],
    },
  ],
  categorical: [
    {
      seed: 0,
      logits: [
        [0.0, 1.0, 2.0],
        [3.0, -1.0, 0.5],
        [0.0, 0.0, 0.0],
        [-2.0, 4.0, 4.0],
      ],
      values: [1, 0, 2, 1],
    },
    {
      seed: 1,
      logits: [
        [0.0, 1.0, 2.0],
        [3.0, -1.0, 0.5],
        [0.0, 0.0, 0.0],
        [-2.0, 4.0, 4.0],
      ],
      values: [2, 0, 0, 2],
    },
    {
      seed: 2,
      logits: [
        [0.0, 1.0, 2.0],
        [3.0, -1.0, 0.5],
        [0.0, 0.0, 0.0],
        [-2.0, 4.0, 4.0],
      ],
      values: [1, 0, 2, 1],
    },
  ],
  permutation: [
    { seed: 0, count: 1, values: [0] },
    { seed: 0, count: 2, values: [0, 1] },
    { seed: 1, count: 10, values: [7, 6, 3, 2, 0, 8, 1, 5, 9, 4] },
    { seed: 42, count: 17, values: [7, 4, 16, 2, 5, 3, 6, 10, 11, 15, 8, 9, 13, 14, 0, 1, 12] },
    {
      seed: 3,
      count: 2000,
      values: [1883, 819, 811, 456, 1123, 377, 1813, 1511, 1686, 436, 1523, 1532, 1622, 1881, 1926, 1959, 1024, 616, 110, 464],
    },
  ],
  key64: [
    { seed: '-1', words: [4294967295, 4294967295] },
    { seed: '-9223372036854775808', words: [2147483648, 0] },
    { seed: '4294967296', words: [1, 0] },
    { seed: '9007199254740991', words: [2097151, 4294967295] },
    { seed: '9223372036854775807', words: [2147483647, 4294967295] },
  ],
  uniform64: [
    { seed: 0, shape: [], min: 0, max: 1, values: [0.41845711171638644] },
    {
      seed: 42,
      shape: [3, 2],
      min: -1,
      max: 1,
      values: [
        -0.14654486670018185, -0.9699798609693708, 0.14828883579907037, 0.45963779380926173, 0.375600682461132,
        0.2878754838332207,
      ],
    },
  ],
  normal64: [
    { seed: 0, shape: [4], values: [-0.2058421394796434, -0.7847657764467411, 1.8160866726679836, 0.1878440128937887] },
    {
      seed: 42,
      shape: [2, 3],
      values: [
        -0.18471174528191162, -2.169824560397754, 0.18693555179382582, 0.6122653570510959, 0.4896249504757018,
        0.36900430470828355,
      ],
    },
  ],
};

/** Any shape, for shapes that come from a table: how many axes there are run time alone knows; the compiler is told of one. */
const shapeOf = (sizes: readonly number[]) =>
  sizes.map((size, axis) => dim(`axis${axis}`, size)) as readonly AnyDimension[] as readonly [Dimension<'axis'>];
const values = (x: { toArray(): ArrayLike<number> }): readonly number[] => Array.from(x.toArray());

const expectClose = (found: readonly number[], expected: readonly number[], ulps: number): void => {
  expect(found.length).toBe(expected.length);
  found.forEach((value, index) => {
    const wanted = expected[index] ?? Number.NaN;
    expect(Math.abs(value - wanted), `element ${index}: ${value}, JAX has ${wanted}`).toBeLessThanOrEqual(
      ulps * Math.abs(wanted),
    );
  });
};

const single = 2 ** -23;
const double = 2 ** -52;

test.each([
  [
    [0, 0],
    [0, 0],
    [0x6b200159, 0x99ba4efe],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x1cb996fc, 0xbb002be7],
  ],
  [
    [0x13198a2e, 0x03707344],
    [0x243f6a88, 0x85a308d3],
    [0xc4923a9c, 0x483df7a0],
  ],
])('Threefry-2x32, 20 rounds, as published with Random123: key %j, counter %j', (words, counter, expected) => {
  const pair = (of: readonly number[]) => P.constant(Uint32Array.from(of), [2], 'u32');
  expect(values(P.threefry(pair(words), pair(counter)))).toEqual(expected);
});

test.each([...golden.key, ...golden.key64])('key($seed)', ({ seed, words }) => {
  expect(values(key(BigInt(seed)))).toEqual(words);
});

test('a seed is the same as a number and as a bigint', () => {
  for (const seed of [0, 1, -1, 2 ** 32, -(2 ** 40), Number.MAX_SAFE_INTEGER])
    expect(values(key(seed))).toEqual(values(key(BigInt(seed))));
});

test.each(golden.split)('split(key($seed), $count)', ({ seed, count, words }) => {
  const keys: readonly Key[] = split(key(seed), count);
  expect(keys.flatMap(values)).toEqual(words);
  expect(values(splitStacked(key(seed), dim('keys', count)))).toEqual(words);
});

test.each(golden.foldIn)('foldIn(key($seed), $data)', ({ seed, data, words }) => {
  expect(values(foldIn(key(seed), data))).toEqual(words);
  expect(values(foldIn(key(seed), P.scalar(data, 'u32') as unknown as Tensor<[], 'u32'>))).toEqual(words);
});

test.each(golden.bits)('bits(key($seed), $shape)', ({ seed, shape, values: expected }) => {
  expect(values(bits(key(seed), shapeOf(shape)))).toEqual(expected);
});

describe('uniform', () => {
  test.each(golden.uniform)('f32, key($seed), $shape, from $min to $max', ({ seed, shape, min, max, values: expected }) => {
    expect(values(uniform(key(seed), shapeOf(shape), { min, max }))).toEqual(expected);
  });

  test.each(golden.uniform64)('f64, key($seed), $shape, from $min to $max', ({ seed, shape, min, max, values: expected }) => {
    expect(values(uniform(key(seed), shapeOf(shape), { min, max, dtype: 'f64' }))).toEqual(expected);
  });
});

describe('normal', () => {
  // The bits are the same; erfInv is approximated differently.
  test.each(golden.normal)('f32, key($seed), $shape', ({ seed, shape, values: expected }) => {
    expectClose(values(normal(key(seed), shapeOf(shape))), expected, 8 * single);
  });

  test.each(golden.normal64)('f64, key($seed), $shape', ({ seed, shape, values: expected }) => {
    expectClose(values(normal(key(seed), shapeOf(shape), { dtype: 'f64' })), expected, 32 * double);
  });

  test.each(golden.truncatedNormal)(
    'truncated, key($seed), $shape, $lower to $upper',
    ({ seed, shape, lower, upper, values: expected }) => {
      expectClose(values(truncatedNormal(key(seed), shapeOf(shape), { lower, upper })), expected, 32 * single);
    },
  );
});

describe('randint', () => {
  test.each(golden.randint)('i32, key($seed), $shape, from $min to $max', ({ seed, shape, min, max, values: expected }) => {
    expect(values(randint(key(seed), shapeOf(shape), { min, max }))).toEqual(expected);
  });

  test.each(golden.randintU32)('u32, key($seed), $shape, from $min to $max', ({ seed, shape, min, max, values: expected }) => {
    expect(values(randint(key(seed), shapeOf(shape), { min, max, dtype: 'u32' }))).toEqual(expected);
  });
});

test.each(golden.bernoulli)('bernoulli(key($seed), $p, $shape)', ({ seed, p, shape, values: expected }) => {
  expect(values(bernoulli(key(seed), p, shapeOf(shape))).map(Boolean)).toEqual(expected);
});

test.each(golden.categorical)('categorical(key($seed))', ({ seed, logits, values: expected }) => {
  const rows = P.constant(Float32Array.from(logits.flat()), [4, 3], 'f32') as unknown as Tensor<[4, 3]>;
  expect(values(categorical(key(seed), rows))).toEqual(expected);
});

test.each(golden.permutation)('permutation(key($seed), $count)', ({ seed, count, values: expected }) => {
  expect(values(permutation(key(seed), dim('n', count))).slice(0, expected.length)).toEqual(expected);
});
