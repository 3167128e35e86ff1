import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DType, dtypeOfArray, makeArray } from '../dtype.ts';
import type { GatherAxes, Primitive, Reduction } from '../primitives/attributes.ts';
import { bindOne } from '../primitives/bind.ts';
import * as P from '../primitives/builders.ts';
import { none } from '../primitives/shapeRules.ts';
import type { Expression } from '../tensor.ts';

// Every kernel that moves or combines elements, against a function from the index of a result's element to its value. Elements are
// small integers, so that sums are exact in every dtype and results can be equal to the last bit.

type Index = readonly number[];

/** A tensor as a function of the index. */
type Naive = (index: Index) => number;

interface Case {
  readonly result: Expression;
  readonly expected: Naive;
}

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);

/** All indices of a shape, the last axis running fastest. */
const indices = (sizes: readonly number[]): readonly Index[] =>
  sizes.reduce<readonly Index[]>((outer, size) => outer.flatMap((index) => range(size).map((last) => [...index, last])), [[]]);

const naive = (x: Expression): Naive => {
  const values = x.toArray();
  const at = new Map(indices(x.sizes).map((index, position) => [index.join(), values[position]]));
  return (index) => at.get(index.join()) ?? expect.fail(`${index.join()} is outside ${x.sizes.join()}`);
};

const at = (xs: Index, position: number): number => xs[position] ?? expect.fail(`no ${position} in ${xs.join()}`);

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** The axes of a shape apart from some. */
const others = (rank: number, axes: readonly number[]): readonly number[] => range(rank).filter((axis) => !axes.includes(axis));

// Arbitraries.

const sizesOf = (maxLength: number, min = 0): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min, max: 4 }), { maxLength });

const numeric = fc.constantFrom<DType>('f32', 'f64', 'i32', 'u32');
const any = fc.constantFrom<DType>('f32', 'f64', 'i32', 'u32', 'bool');

const low: Readonly<Record<DType, number>> = { f32: -8, f64: -8, i32: -8, u32: 0, bool: 0 };

const count = (sizes: readonly number[]): number => indices(sizes).length;

const constant = (sizes: readonly number[], dtype: DType, values: readonly number[]): Expression => {
  const array = makeArray(dtype, values.length);
  array.set(values);
  return P.constant(array, sizes, dtype);
};

const tensorOf = (sizes: readonly number[], dtype: DType, bound = 8): fc.Arbitrary<Expression> => {
  const element = fc.integer({ min: Math.max(low[dtype], -bound), max: dtype === 'bool' ? 1 : bound });
  return fc.array(element, { minLength: count(sizes), maxLength: count(sizes) }).map((values) => constant(sizes, dtype, values));
};

const tensor = (sizes: fc.Arbitrary<readonly number[]>, dtypes: fc.Arbitrary<DType>, bound = 8): fc.Arbitrary<Expression> =>
  fc.tuple(sizes, dtypes).chain(([shape, dtype]) => tensorOf(shape, dtype, bound));

const permutation = (rank: number): fc.Arbitrary<readonly number[]> =>
  fc.shuffledSubarray([...range(rank)], { minLength: rank, maxLength: rank });

/** Some axes, in any order. */
const someAxes = (rank: number): fc.Arbitrary<readonly number[]> => fc.shuffledSubarray([...range(rank)]);

const perAxis = <T>(x: Expression, arbitrary: (size: number) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.tuple(...x.sizes.map(arbitrary));

const upTo = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });

const withAxis = (dtypes: fc.Arbitrary<DType>): fc.Arbitrary<readonly [Expression, number]> =>
  tensor(
    sizesOf(4).filter((sizes) => sizes.length > 0),
    dtypes,
  ).chain((x) => fc.tuple(fc.constant(x), upTo(x.rank - 1)));

// One row for each primitive that is not elementwise.

const transpose = tensor(sizesOf(4), any).chain((x) =>
  permutation(x.rank).map((order): Case => ({
    result: P.transpose(x, order),
    expected: (index) => naive(x)(range(x.rank).map((axis) => at(index, order.indexOf(axis)))),
  })),
);

const broadcastInDim = sizesOf(4).chain((shape) =>
  fc
    .tuple(someAxes(shape.length), fc.array(fc.constantFrom(false, false, true), { minLength: 4, maxLength: 4 }), any)
    .chain(([axes, repeated, dtype]) => {
      const sizes = axes.map((axis) => (repeated[axis] === true ? 1 : at(shape, axis)));
      return tensorOf(sizes, dtype).map((x): Case => ({
        result: P.broadcastInDim(x, shape, axes),
        expected: (index) => naive(x)(axes.map((axis, from) => (x.sizes[from] === 1 ? 0 : at(index, axis)))),
      }));
    }),
);

const reshape = tensor(sizesOf(4), any).map((x): Case => {
  const shape = x.sizes.toReversed();
  const from = new Map(indices(shape).map((index, position) => [index.join(), position]));
  const order = indices(x.sizes);
  return { result: P.reshape(x, shape), expected: (index) => naive(x)(order[from.get(index.join()) ?? -1] ?? []) };
});

const reverse = tensor(sizesOf(4), any).chain((x) =>
  someAxes(x.rank).map((axes): Case => ({
    result: P.reverse(x, axes),
    expected: (index) => naive(x)(index.map((i, axis) => (axes.includes(axis) ? at(x.sizes, axis) - 1 - i : i))),
  })),
);

const pad = tensor(sizesOf(3), any).chain((x) =>
  fc
    .tuple(
      tensorOf([], x.dtype),
      perAxis(x, () => upTo(3, -3)),
      perAxis(x, () => upTo(3, -3)),
      perAxis(x, () => upTo(2)),
    )
    .map(([value, lows, wanted, interior]): Case => {
      const spread = (axis: number): number => at(x.sizes, axis) + at(interior, axis) * Math.max(0, at(x.sizes, axis) - 1);
      const high = wanted.map((size, axis) => Math.max(size, -spread(axis) - at(lows, axis)));
      const from = (i: number, axis: number): number | undefined =>
        range(at(x.sizes, axis)).find((source) => at(lows, axis) + source * (at(interior, axis) + 1) === i);
      return {
        result: P.pad(x, value, lows, high, interior),
        expected: (index) => {
          const source = index.map(from);
          return source.includes(undefined) ? Number(value.item()) : naive(x)(source.map((i) => i ?? -1));
        },
      };
    }),
);

const slice = tensor(sizesOf(4), any).chain((x) =>
  fc
    .tuple(
      perAxis(x, (size) => fc.tuple(upTo(size), upTo(size))),
      perAxis(x, () => upTo(3, 1)),
    )
    .map(([ends, stride]): Case => {
      const start = ends.map(([a, b]) => Math.min(a, b));
      return {
        result: P.slice(
          x,
          start,
          ends.map(([a, b]) => Math.max(a, b)),
          stride,
        ),
        expected: (index) => naive(x)(index.map((i, axis) => at(start, axis) + i * at(stride, axis))),
      };
    }),
);

const concatenate = withAxis(any).chain(([first, axis]) =>
  fc
    .array(upTo(3), { maxLength: 3 })
    .chain((lengths) => fc.tuple(...lengths.map((length) => tensorOf(first.sizes.with(axis, length), first.dtype))))
    .map((rest): Case => {
      const slots = [first, ...rest].flatMap((x) => range(at(x.sizes, axis)).map((i) => ({ x, i })));
      return {
        result: P.concatenate([first, ...rest], axis),
        expected: (index) => {
          const slot = slots[at(index, axis)] ?? expect.fail('the result is too long');
          return naive(slot.x)(index.with(axis, slot.i));
        },
      };
    }),
);

/** Axis sizes in a random order, each with what it is for. */
const roles = (
  parts: Readonly<Record<string, readonly number[]>>,
): fc.Arbitrary<readonly { role: string; which: number; size: number }[]> => {
  const axes = Object.entries(parts).flatMap(([role, sizes]) => sizes.map((size, which) => ({ role, which, size })));
  return fc.shuffledSubarray(axes, { minLength: axes.length, maxLength: axes.length });
};

const dotGeneral = fc
  .record({ batch: sizesOf(2), contract: sizesOf(2), left: sizesOf(2), right: sizesOf(2), dtype: numeric })
  .chain(({ batch, contract, left, right, dtype }) =>
    fc.tuple(roles({ batch, contract, free: left }), roles({ batch, contract, free: right })).chain(([l, r]) =>
      fc
        .tuple(
          tensorOf(
            l.map(({ size }) => size),
            dtype,
          ),
          tensorOf(
            r.map(({ size }) => size),
            dtype,
          ),
        )
        .map(([x, y]): Case => {
          const find = (axes: typeof l, role: string, sizes: readonly number[]): readonly number[] =>
            sizes.map((_, which) => axes.findIndex((axis) => axis.role === role && axis.which === which));
          const place = (axes: typeof l, shared: Index, inner: Index, free: Index): Index => {
            const order = axes.flatMap(({ role }, axis) => (role === 'free' ? [axis] : []));
            return axes.map(({ role, which }, axis) =>
              role === 'batch' ? at(shared, which) : role === 'contract' ? at(inner, which) : at(free, order.indexOf(axis)),
            );
          };
          const [read, readRight] = [naive(x), naive(y)];
          return {
            result: P.dotGeneral(x, y, {
              contract: [find(l, 'contract', contract), find(r, 'contract', contract)],
              batch: [find(l, 'batch', batch), find(r, 'batch', batch)],
            }),
            expected: (index) => {
              const shared = index.slice(0, batch.length);
              const [row, column] = [
                index.slice(batch.length, batch.length + left.length),
                index.slice(batch.length + left.length),
              ];
              return sum(
                indices(contract).map((inner) => read(place(l, shared, inner, row)) * readRight(place(r, shared, inner, column))),
              );
            },
          };
        }),
    ),
  );

const reduction = (
  primitive: Reduction,
  dtypes: fc.Arbitrary<DType>,
  fold: (values: readonly number[], dtype: DType) => number,
  bound = 8,
): fc.Arbitrary<Case> =>
  tensor(sizesOf(4), dtypes, bound).chain((x) =>
    someAxes(x.rank).map((axes): Case => {
      const kept = others(x.rank, axes);
      const read = naive(x);
      const inner = indices(axes.map((axis) => at(x.sizes, axis)));
      return {
        result: bindOne(primitive, [x], { axes }),
        expected: (index) => {
          const place = (i: Index): Index =>
            range(x.rank).map((axis) => (axes.includes(axis) ? at(i, axes.indexOf(axis)) : at(index, kept.indexOf(axis))));
          return fold(
            inner.map((i) => read(place(i))),
            x.dtype,
          );
        },
      };
    }),
  );

const wrap = (value: number, dtype: DType): number => {
  const array = makeArray(dtype, 1);
  array[0] = Number(
    dtype === 'i32' ? BigInt.asIntN(32, BigInt(value)) : dtype === 'u32' ? BigInt.asUintN(32, BigInt(value)) : value,
  );
  return at([...array], 0);
};

const least: Readonly<Record<DType, number>> = { f32: -Infinity, f64: -Infinity, i32: -2147483648, u32: 0, bool: 0 };
const most: Readonly<Record<DType, number>> = { f32: Infinity, f64: Infinity, i32: 2147483647, u32: 4294967295, bool: 1 };

/** The elements of the row along `axis` in which `index` lies. */
const rowOf = (x: Expression, axis: number, index: Index): readonly number[] =>
  range(at(x.sizes, axis)).map((i) => naive(x)(index.with(axis, i)));

const argument = (
  primitive: 'argMax' | 'argMin',
  isBest: (x: number, others: readonly number[]) => boolean,
): fc.Arbitrary<Case> =>
  withAxis(any)
    .filter(([x, axis]) => at(x.sizes, axis) > 0)
    .map(([x, axis]): Case => ({
      result: bindOne(primitive, [x], { axis }),
      expected: (index) => {
        const row = rowOf(x, axis, [...index.slice(0, axis), 0, ...index.slice(axis)]);
        return row.findIndex((value) => isBest(value, row));
      },
    }));

/** The number of elements that come before element `j` when a row is sorted. */
const rank = (row: readonly number[], j: number): number =>
  row.filter((value, i) => value < at(row, j) || (value === row[j] && i < j)).length;

const argSort = withAxis(any).map(([x, axis]): Case => ({
  result: P.argSort(x, axis),
  expected: (index) => {
    const row = rowOf(x, axis, index);
    return range(row.length).findIndex((j) => rank(row, j) === at(index, axis));
  },
}));

const cumulativeSum = fc.tuple(withAxis(numeric), fc.boolean()).map(([[x, axis], fromEnd]): Case => ({
  result: P.cumulativeSum(x, axis, fromEnd),
  expected: (index) => {
    const row = rowOf(x, axis, index);
    return wrap(sum(fromEnd ? row.slice(at(index, axis)) : row.slice(0, at(index, axis) + 1)), x.dtype);
  },
}));

interface Slicing {
  readonly x: Expression;
  readonly indices: Expression;
  readonly axes: GatherAxes;
  readonly resultSizes: readonly number[];
}

/** Operands with axes for each purpose, and indices that mostly stay inside. */
const slicing = (dtypes: fc.Arbitrary<DType>): fc.Arbitrary<Slicing> =>
  fc
    .record({
      x: tensor(sizesOf(3), dtypes),
      roles: fc.array(fc.constantFrom('batch', 'collapsed', 'slice'), { minLength: 3, maxLength: 3 }),
      extra: sizesOf(2, 1),
    })
    .chain(({ x, roles: purposes, extra }) => {
      const having = (purpose: string): readonly number[] => range(x.rank).filter((axis) => purposes[axis] === purpose);
      const [operandBatch, kept] = [having('batch'), having('slice')];
      return fc
        .record({
          sliceSizes: perAxis(x, (size) => upTo(size)),
          indexMap: fc.shuffledSubarray([...others(x.rank, operandBatch)]),
          order: roles({ batch: operandBatch.map((axis) => at(x.sizes, axis)), extra }),
          landing: fc.subarray([...range(kept.length + operandBatch.length + extra.length)], {
            minLength: kept.length,
            maxLength: kept.length,
          }),
        })
        .chain(({ sliceSizes, indexMap, order, landing }) => {
          const sizes = sliceSizes.map((size, axis) => (kept.includes(axis) ? size : 1));
          const indicesSizes = [...order.map(({ size }) => size), indexMap.length];
          const free = others(landing.length + order.length, landing);
          const resultSizes = range(landing.length + order.length).map((axis) =>
            landing.includes(axis) ? at(sizes, at(kept, landing.indexOf(axis))) : at(indicesSizes, free.indexOf(axis)),
          );
          return fc
            .array(upTo(4, -1), { minLength: count(indicesSizes), maxLength: count(indicesSizes) })
            .map((values): Slicing => ({
              x,
              indices: constant(indicesSizes, 'i32', values),
              resultSizes,
              axes: {
                // The order of the offset axes has no meaning.
                offset: landing.toReversed(),
                collapsed: having('collapsed'),
                operandBatch,
                indicesBatch: operandBatch.map((_, which) =>
                  order.findIndex(({ role, which: w }) => role === 'batch' && w === which),
                ),
                indexMap,
                sliceSizes: sizes,
              },
            }));
        });
    });

/** Where element `index` of the gathered result lies in the operand; undefined when its slice is not wholly inside. */
const source = ({ x, indices: starts, axes }: Slicing, index: Index): Index | undefined => {
  const batch = index.filter((_, axis) => !axes.offset.includes(axis));
  const offset = index.filter((_, axis) => axes.offset.includes(axis));
  const dropped = [...axes.collapsed, ...axes.operandBatch];
  const kept = others(x.rank, dropped);
  const start = range(x.rank).map((axis) => {
    if (axes.indexMap.includes(axis)) return naive(starts)([...batch, axes.indexMap.indexOf(axis)]);
    return axes.operandBatch.includes(axis) ? at(batch, at(axes.indicesBatch, axes.operandBatch.indexOf(axis))) : 0;
  });
  const inside = start.every((from, axis) => from >= 0 && from + at(axes.sliceSizes, axis) <= at(x.sizes, axis));
  return inside ? start.map((from, axis) => from + (dropped.includes(axis) ? 0 : at(offset, kept.indexOf(axis)))) : undefined;
};

const gather = slicing(any).map((slices): Case => ({
  result: P.gather(slices.x, slices.indices, slices.axes),
  expected: (index) => {
    const from = source(slices, index);
    return from === undefined ? (slices.x.dtype.startsWith('f') ? NaN : 0) : naive(slices.x)(from);
  },
}));

const scatterAdd = slicing(numeric).chain((slices) =>
  tensorOf(slices.resultSizes, slices.x.dtype).map((updates): Case => {
    const added = indices(slices.resultSizes).map((index) => ({
      to: source(slices, index)?.join(),
      value: naive(updates)(index),
    }));
    return {
      result: P.scatterAdd(slices.x, slices.indices, updates, slices.axes),
      expected: (index) => naive(slices.x)(index) + sum(added.filter(({ to }) => to === index.join()).map(({ value }) => value)),
    };
  }),
);

const iota = fc
  .tuple(
    sizesOf(4).filter((sizes) => sizes.length > 0),
    any,
  )
  .chain(([shape, dtype]) =>
    upTo(shape.length - 1).map((axis): Case => ({
      result: P.iota(shape, axis, dtype),
      expected: (index) => (dtype === 'bool' ? Number(at(index, axis) !== 0) : at(index, axis)),
    })),
  );

const identity = (primitive: 'stopGradient'): fc.Arbitrary<Case> =>
  tensor(sizesOf(3), any).map((x): Case => ({ result: bindOne(primitive, [x], none), expected: naive(x) }));

const select = sizesOf(3).chain((sizes) =>
  any.chain((dtype) =>
    fc.tuple(tensorOf(sizes, 'bool'), tensorOf(sizes, dtype), tensorOf(sizes, dtype)).map(([condition, x, y]): Case => ({
      result: P.select(condition, x, y),
      expected: (index) => naive(naive(condition)(index) === 1 ? x : y)(index),
    })),
  ),
);

const product = (xs: readonly number[], dtype: DType): number => {
  if (dtype === 'f64') return xs.reduce((a, b) => a * b, 1);
  if (dtype === 'f32') return Math.fround(xs.reduce((a, b) => a * b, 1));
  const exact = xs.reduce((a, b) => a * BigInt(b), 1n);
  return Number(dtype === 'i32' ? BigInt.asIntN(32, exact) : BigInt.asUintN(32, exact));
};

const bools = fc.constant<DType>('bool');

const cases = {
  transpose,
  broadcastInDim,
  reshape,
  reverse,
  pad,
  slice,
  concatenate,
  dotGeneral,
  reduceSum: reduction('reduceSum', numeric, (xs, dtype) => wrap(sum(xs), dtype)),
  // Powers of two: exact products in floats.
  reduceProd: reduction('reduceProd', numeric, product, 2),
  reduceMax: reduction('reduceMax', numeric, (xs, dtype) => xs.reduce((a, b) => (a > b ? a : b), least[dtype])),
  reduceMin: reduction('reduceMin', numeric, (xs, dtype) => xs.reduce((a, b) => (a < b ? a : b), most[dtype])),
  reduceAnd: reduction('reduceAnd', bools, (xs) => Number(xs.every((x) => x === 1))),
  reduceOr: reduction('reduceOr', bools, (xs) => Number(xs.some((x) => x === 1))),
  argMax: argument('argMax', (x, row) => row.every((y) => x >= y)),
  argMin: argument('argMin', (x, row) => row.every((y) => x <= y)),
  argSort,
  cumulativeSum,
  gather,
  scatterAdd,
  iota,
  select,
  stopGradient: identity('stopGradient'),
} satisfies { readonly [P in Primitive]?: fc.Arbitrary<Case> };

const withoutSignOfZero = (value: number): number => (value === 0 ? 0 : value);

describe('kernels', () => {
  it.each(Object.entries(cases))('%s is what its index arithmetic says', (_, arbitrary: fc.Arbitrary<Case>) => {
    fc.assert(
      fc.property(arbitrary, ({ result, expected }) => {
        expect(dtypeOfArray(result.toArray())).toBe(result.dtype);
        expect([...result.toArray()].map(withoutSignOfZero)).toEqual(indices(result.sizes).map(expected).map(withoutSignOfZero));
      }),
      { numRuns: 300 },
    );
  });
});
