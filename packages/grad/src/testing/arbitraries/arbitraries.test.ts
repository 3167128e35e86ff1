import { type AnyTensor, flattenTree, isTensor } from '@cotangent/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArbitraryAssertions, assertArbitrary } from '../../../test/arbitraryAssertions.ts';
import { axes } from './axes.ts';
import { broadcastableShapes } from './broadcastableShapes.ts';
import { dims } from './dims.ts';
import {
  awayFrom,
  between,
  booleans,
  distinct,
  type Domain,
  inFloat32,
  integers,
  nonzero,
  positive,
  real,
  small,
  unitInterval,
} from './domain.ts';
import { shapes } from './shapes.ts';
import { tensors } from './tensors.ts';
import { type TensorTree, trees } from './trees.ts';

const elementsOf = (x: AnyTensor): readonly number[] => [...x.toArray()];
const magnitude = (values: readonly number[]): number => values.reduce((total, value) => total + Math.abs(value), 0);
const onGrid = (value: number): boolean => Number.isInteger(value * 64);
const inside = (low: number, high: number) => (value: number) => onGrid(value) && low <= value && value <= high;

const holds: readonly (readonly [Domain, (value: number) => boolean])[] = [
  [real, inside(-3, 3)],
  [positive, inside(1 / 4, 3)],
  [unitInterval, inside(1 / 16, 15 / 16)],
  [nonzero, (value) => inside(-3, 3)(value) && Math.abs(value) >= 1 / 4],
  [small, inside(-1 / 8, 1 / 8)],
  [between(1.25, 4), inside(1.25, 4)],
  [awayFrom(0, 1), (value) => inside(-3, 3)(value) && Math.abs(value) >= 1 / 16 && Math.abs(value - 1) >= 1 / 16],
  [distinct, inside(-3, 3)],
  [inFloat32(positive), inside(1 / 4, 3)],
  [integers(2, 5), (value) => Number.isInteger(value) && value >= 2 && value <= 5],
  [booleans, (value) => value === 0 || value === 1],
];

describe('tensors by domain', () => {
  it.each(holds.map(([domain, accepts]) => [domain.name, domain, accepts] as const))('%s', (_, domain, accepts) => {
    assertArbitrary(tensors([2, 3], domain), {
      isCorrect: (x) => isTensor(x) && x.dtype === domain.dtype && x.sizes.join() === '2,3' && elementsOf(x).every(accepts),
      sizeOf: (x) => magnitude(elementsOf(x)),
      show: (x) => elementsOf(x).join(),
    });
  });

  it('keep names of dimensions', () => {
    const batches = dims({ name: 'batch' }).chain((axis) => tensors([axis, 2]));
    fc.assert(fc.property(batches, (x) => x.shape[0] === 'batch' && x.shape[1] === 2));
  });

  it('of the distinct domain have no ties', () => {
    fc.assert(fc.property(tensors([4, 5], distinct), (x) => new Set(elementsOf(x)).size === 20));
    fc.assert(
      fc.property(tensors([400], distinct), (x) => new Set(elementsOf(x)).size === 400),
      { numRuns: 3 },
    );
  });
});

describe('arbitraries', () => {
  const check = <T>(arbitrary: fc.Arbitrary<T>, assertions: ArbitraryAssertions<T>): void =>
    assertArbitrary(arbitrary, assertions);
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

  it('dims', () => {
    check(dims({ min: 2, max: 5 }), {
      isCorrect: (size) => typeof size === 'number' && size >= 2 && size <= 5,
      sizeOf: Number,
      show: String,
    });
    check(dims({ name: 'n' }), {
      isCorrect: (axis) => typeof axis === 'object' && axis.name === 'n' && axis.size >= 1 && axis.size <= 4,
      sizeOf: (axis) => (typeof axis === 'object' ? axis.size : axis),
      show: (axis) => JSON.stringify(axis),
    });
  });

  it('shapes', () => {
    check(shapes({ minRank: 1, maxRank: 4, minSize: 2, maxSize: 5, maxElements: 40 }), {
      isCorrect: (shape) =>
        shape.length >= 1 &&
        shape.length <= 4 &&
        shape.every((size) => size >= 2 && size <= 5) &&
        shape.reduce((a, b) => a * b, 1) <= 40,
      sizeOf: total,
      show: String,
    });
  });

  it('broadcastable shapes, of which every fate occurs', () => {
    const aligned = ([left, right]: readonly [readonly number[], readonly number[]]): boolean =>
      [-1, -2, -3].every((axis) => {
        const [a, b] = [left.at(axis) ?? 1, right.at(axis) ?? 1];
        return a === b || a === 1 || b === 1;
      });
    check(broadcastableShapes(), {
      isCorrect: aligned,
      sizeOf: ([left, right]) => total(left) + total(right),
      show: (pair) => JSON.stringify(pair),
    });
    const drawn = fc.sample(broadcastableShapes(), { numRuns: 200, seed: 1 });
    expect(drawn.some(([left, right]) => left.length < right.length)).toBe(true);
    expect(drawn.some(([left, right]) => left.length > right.length)).toBe(true);
    expect(drawn.some(([left, right]) => left.at(-1) === 1 && (right.at(-1) ?? 1) > 1)).toBe(true);
    expect(drawn.some(([left, right]) => right.at(-1) === 1 && (left.at(-1) ?? 1) > 1)).toBe(true);
  });

  it('axes', () => {
    const different = (some: readonly number[]): boolean => new Set(some.map((axis) => (axis + 3) % 3)).size === some.length;
    check(axes(3), {
      isCorrect: (some) => different(some) && some.every((axis) => axis >= 0 && axis < 3),
      sizeOf: (some) => some.length,
      show: String,
    });
    check(axes(3, { negative: true, minLength: 1, maxLength: 2 }), {
      isCorrect: (some) =>
        different(some) && some.length >= 1 && some.length <= 2 && some.every((axis) => axis >= -3 && axis < 3),
      sizeOf: (some) => some.length,
      show: String,
    });
  });

  it('trees', () => {
    const count = (tree: TensorTree): number => flattenTree(tree, 'tree').leaves.length;
    check(trees(tensors([])), {
      isCorrect: (tree) => count(tree) >= 1 && count(tree) <= 9,
      sizeOf: count,
      show: (tree) => flattenTree(tree, 'tree').paths.join(),
    });
  });
});
