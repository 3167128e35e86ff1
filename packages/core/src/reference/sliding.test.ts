import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DType, makeArray } from '../dtype.ts';
import type { Convolution, Sliding, Windows } from '../primitives/attributes.ts';
import { bindOne } from '../primitives/bind.ts';
import * as P from '../primitives/builders.ts';
import type { Expression } from '../tensor.ts';

// Convolutions and reductions of windows against index arithmetic. Elements are small integers, so that sums are exact in every dtype.

type Index = readonly number[];

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);

const at = (xs: Index, position: number): number => xs[position] ?? expect.fail(`no ${position} in ${xs.join()}`);

/** All indices of a shape, the last axis running fastest. */
const indices = (sizes: readonly number[]): readonly Index[] =>
  sizes.reduce<readonly Index[]>((outer, size) => outer.flatMap((index) => range(size).map((last) => [...index, last])), [[]]);

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

const numeric = fc.constantFrom<DType>('f32', 'f64', 'i32', 'u32');

const tensorOf = (sizes: readonly number[], dtype: DType): fc.Arbitrary<Expression> => {
  const length = indices(sizes).length;
  return fc
    .array(fc.integer({ min: dtype === 'u32' ? 0 : -5, max: 5 }), { minLength: length, maxLength: length })
    .map((values) => {
      const array = makeArray(dtype, length);
      array.set(values);
      return P.constant(array, sizes, dtype);
    });
};

const each = (rank: number, arbitrary: fc.Arbitrary<number>): fc.Arbitrary<readonly number[]> =>
  fc.array(arbitrary, { minLength: rank, maxLength: rank });

const upTo = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });

const sliding = (rank: number): fc.Arbitrary<Sliding> =>
  fc.record({
    strides: each(rank, upTo(3)),
    low: each(rank, upTo(3, -2)),
    high: each(rank, upTo(3, -2)),
    inputDilation: each(rank, upTo(3)),
    windowDilation: each(rank, upTo(3)),
  });

/** The index of the operand's element that stands at element `inner` of window `outer`, or what is added around and between. */
const source = (sizes: readonly number[], outer: Index, inner: Index, by: Sliding): Index | undefined => {
  const places = sizes.map(
    (_, axis) => at(outer, axis) * at(by.strides, axis) + at(inner, axis) * at(by.windowDilation, axis) - at(by.low, axis),
  );
  const inside = places.every((place, axis) => {
    const spread = at(by.inputDilation, axis);
    return place >= 0 && place % spread === 0 && place / spread < at(sizes, axis);
  });
  return inside ? places.map((place, axis) => place / at(by.inputDilation, axis)) : undefined;
};

/** How many windows there are, counted one by one. */
const counted = (sizes: readonly number[], window: readonly number[], by: Sliding): readonly number[] =>
  sizes.map((size, axis) => {
    const room = (size === 0 ? 0 : (size - 1) * at(by.inputDilation, axis) + 1) + at(by.low, axis) + at(by.high, axis);
    let count = 0;
    while (count * at(by.strides, axis) + (at(window, axis) - 1) * at(by.windowDilation, axis) < room) count++;
    return count;
  });

const elementAt = (x: Expression): ((index: Index) => number) => {
  const values = new Map(indices(x.sizes).map((index, position) => [index.join(), x.toArray()[position]]));
  return (index) => values.get(index.join()) ?? expect.fail(`${index.join()} is outside ${x.sizes.join()}`);
};

const wrapped = (value: number, dtype: DType): number => {
  const array = makeArray(dtype, 1);
  array[0] = value;
  return at([...array], 0);
};

interface Convolved {
  readonly x: Expression;
  readonly kernel: Expression;
  readonly by: Convolution;
}

const convolved: fc.Arbitrary<Convolved> = upTo(3, 0).chain((rank) =>
  fc
    .record({
      dtype: numeric,
      batch: upTo(2, 0),
      groups: upTo(3),
      own: upTo(2, 0),
      out: upTo(2, 0),
      spatial: each(rank, upTo(4, 0)),
      window: each(rank, upTo(3)),
      by: sliding(rank),
    })
    .chain(({ dtype, batch, groups, own, out, spatial, window, by }) =>
      fc.record({
        x: tensorOf([batch, groups * own, ...spatial], dtype),
        kernel: tensorOf([groups * out, own, ...window], dtype),
        by: fc.constant({ ...by, groups }),
      }),
    ),
);

describe('conv', () => {
  it('is what its index arithmetic says', () => {
    fc.assert(
      fc.property(convolved, ({ x, kernel, by }) => {
        const result = P.conv(x, kernel, by);
        const [spatial, window] = [x.sizes.slice(2), kernel.sizes.slice(2)];
        expect(result.sizes).toEqual([x.sizes[0], kernel.sizes[0], ...counted(spatial, window, by)]);
        const [read, weight] = [elementAt(x), elementAt(kernel)];
        const own = at(kernel.sizes, 1);
        const expected = indices(result.sizes).map(([image = 0, out = 0, ...outer]) => {
          const group = Math.floor(out / (at(kernel.sizes, 0) / by.groups));
          return wrapped(
            sum(
              indices([own, ...window]).map(([feature = 0, ...inner]) => {
                const from = source(spatial, outer, inner, by);
                return from === undefined ? 0 : read([image, group * own + feature, ...from]) * weight([out, feature, ...inner]);
              }),
            ),
            x.dtype,
          );
        });
        expect([...result.toArray()].map((value) => value + 0)).toEqual(expected.map((value) => value + 0));
      }),
      { numRuns: 400 },
    );
  });

  const plain = { strides: [1], low: [0], high: [0], inputDilation: [1], windowDilation: [1], groups: 1 };

  it('adds products up in float64, pairwise', () => {
    const length = 10_000_000;
    const x = P.fill(0.1, [1, 1, length], 'f32');
    expect(P.conv(x, P.fill(1, [1, 1, length], 'f32'), plain).item()).toBe(Math.fround(Math.fround(0.1) * length));
  });

  it('lays windows out in parts when they are many', () => {
    const x = P.reshape(P.convert(P.iota([700_000], 0, 'i32'), 'f64'), [1, 1, 700_000]);
    const result = P.conv(x, P.constant(Float64Array.of(1, 0, -2), [1, 1, 3], 'f64'), plain).toArray();
    expect(result.length).toBe(699_998);
    expect(result.every((value, index) => value === -index - 4)).toBe(true);
  });

  it('multiplies padding like every other zero', () => {
    const kernel = P.constant(Float64Array.of(Infinity, 1), [1, 1, 2], 'f64');
    const result = P.conv(P.fill(1, [1, 1, 2], 'f64'), kernel, { ...plain, low: [1] });
    expect([...result.toArray()]).toEqual([NaN, Infinity]);
  });

  it('lets NaN through', () => {
    const x = P.constant(Float64Array.of(1, NaN, 1, 1), [1, 1, 4], 'f64');
    expect([...P.conv(x, P.fill(1, [1, 1, 2], 'f64'), plain).toArray()]).toEqual([NaN, NaN, 2]);
  });
});

interface Slid {
  readonly x: Expression;
  readonly by: Windows;
}

const slid: fc.Arbitrary<Slid> = upTo(3, 0).chain((rank) =>
  fc
    .record({ dtype: numeric, sizes: each(rank, upTo(4, 0)), window: each(rank, upTo(3)), by: sliding(rank) })
    .chain(({ dtype, sizes, window, by }) => fc.record({ x: tensorOf(sizes, dtype), by: fc.constant({ ...by, window }) })),
);

/** The indices of the elements in each window, in their order. */
const elementsOf = ({ x, by }: Slid): readonly (readonly Index[])[] =>
  indices(counted(x.sizes, by.window, by)).map((outer) =>
    indices(by.window).flatMap((inner) => {
      const from = source(x.sizes, outer, inner, by);
      return from === undefined ? [] : [from];
    }),
  );

const least: Readonly<Record<DType, number>> = { f32: -Infinity, f64: -Infinity, i32: -2147483648, u32: 0, bool: 0 };
const most: Readonly<Record<DType, number>> = { f32: Infinity, f64: Infinity, i32: 2147483647, u32: 4294967295, bool: 1 };

const reductions = {
  reduceWindowSum: sum,
  reduceWindowMax: (values: readonly number[], dtype: DType) => Math.max(least[dtype], ...values),
  reduceWindowMin: (values: readonly number[], dtype: DType) => Math.min(most[dtype], ...values),
} as const;

describe.each(['reduceWindowSum', 'reduceWindowMax', 'reduceWindowMin'] as const)('%s', (primitive) => {
  it('is what its index arithmetic says', () => {
    fc.assert(
      fc.property(slid, ({ x, by }) => {
        const result = bindOne(primitive, [x], by);
        const read = elementAt(x);
        expect(result.sizes).toEqual(counted(x.sizes, by.window, by));
        const expected = elementsOf({ x, by }).map((window) =>
          wrapped(reductions[primitive](window.map(read), x.dtype), x.dtype),
        );
        expect([...result.toArray()].map((value) => value + 0)).toEqual(expected.map((value) => value + 0));
      }),
      { numRuns: 300 },
    );
  });
});

describe.each([
  ['windowArgMax', (x: number, y: number) => x > y],
  ['windowArgMin', (x: number, y: number) => x < y],
] as const)('%s', (primitive, better) => {
  it('is the first best position of the operand', () => {
    fc.assert(
      fc.property(slid, ({ x, by }) => {
        const result = bindOne(primitive, [x], by);
        expect(result.dtype).toBe('i32');
        const positions = new Map(indices(x.sizes).map((index, position) => [index.join(), position]));
        const read = elementAt(x);
        const expected = elementsOf({ x, by }).map((window) => {
          const found = window.reduce<Index | undefined>(
            (best, index) => (best === undefined || better(read(index), read(best)) ? index : best),
            undefined,
          );
          return found === undefined ? -1 : positions.get(found.join());
        });
        expect([...result.toArray()]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('windows', () => {
  const pairs: Windows = { window: [2], strides: [1], low: [0], high: [0], inputDilation: [1], windowDilation: [1] };
  const x = P.constant(Float32Array.of(1, NaN, 3, 3, -Infinity, -Infinity), [6], 'f32');

  it('let NaN through, and count it as best', () => {
    expect([...P.reduceWindowSum(x, pairs).toArray()]).toEqual([NaN, NaN, 6, -Infinity, -Infinity]);
    expect([...P.reduceWindowMax(x, pairs).toArray()]).toEqual([NaN, NaN, 3, 3, -Infinity]);
    expect([...P.reduceWindowMin(x, pairs).toArray()]).toEqual([NaN, NaN, 3, -Infinity, -Infinity]);
    expect([...P.windowArgMax(x, pairs).toArray()]).toEqual([1, 1, 2, 3, 4]);
    expect([...P.windowArgMin(x, pairs).toArray()]).toEqual([1, 1, 2, 4, 4]);
  });

  it('have sums that are pairwise in float64', () => {
    const length = 100_000;
    const all = { ...pairs, window: [length] };
    expect(P.reduceWindowSum(P.fill(0.1, [length], 'f32'), all).item()).toBe(Math.fround(Math.fround(0.1) * length));
    const error = Math.abs(Number(P.reduceWindowSum(P.fill(0.1, [length], 'f64'), all).item()) - 0.1 * length);
    expect(error).toBeLessThan(1e-10);
  });
});
