/**
 * Rules build no equations that nobody needs: what is not linear gets no cotangent, identities are no transpositions.
 */
import type { AnyTensor } from '@cotangent/core';
import { expressionOf, P, program } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { type Differentiable, equationsBuilt, tensor, values } from '../../test/checkRule.ts';
import { jvp } from '../jvp.ts';
import { linearTranspose } from '../linear.ts';
import { vmap } from '../vmap.ts';

const x = tensor([1, -2, 0.5, 3, 0.25, -1], [2, 3]);
const c = tensor([2, 0.5, -1, 4, 1, 3], [2, 3]);
const truth = P.less(x, c);
const zero = P.scalar(0, 'f64');

describe('pulling back', () => {
  const rows: readonly (readonly [name: string, f: Differentiable, equations: number])[] = [
    ['a product', (y) => P.multiply(y, c), 1],
    ['a product from the right', (y) => P.multiply(c, y), 1],
    ['a quotient', (y) => P.divide(y, c), 1],
    ['a difference', (y) => P.subtract(y, c), 0],
    ['a difference from the right', (y) => P.subtract(c, y), 1],
    ['a sum', (y) => P.add(y, y), 1],
    // Zeros are a scalar, broadcast.
    ['a choice', (y) => P.select(truth, y, c), 3],
    ['a choice from the right', (y) => P.select(truth, c, y), 3],
    ['a broadcast', (y) => P.broadcastInDim(y, [4, 2, 3], [1, 2]), 1],
    ['a broadcast of nothing', (y) => P.broadcastInDim(y, [2, 3], [0, 1]), 0],
    ['a broadcast, axes exchanged', (y) => P.broadcastInDim(y, [3, 2], [1, 0]), 1],
    ['a padded tensor', (y) => P.pad(y, zero, [1, 0], [0, 1], [0, 0]), 2],
    ['a tensor padded inside', (y) => P.pad(y, zero, [1, 0], [0, 1], [0, 1]), 3],
    ['a concatenation', (y) => P.concatenate([c, y, c], 0), 1],
    ['a matrix product', (y) => P.dotGeneral(y, c, { contract: [[1], [1]], batch: [[], []] }), 1],
    ['a matrix product from the right', (y) => P.dotGeneral(c, y, { contract: [[0], [0]], batch: [[], []] }), 2],
    ['a sum over axes', (y) => P.reduceSum(y, [1]), 1],
    ['a scatter into it', (y) => P.scatterAdd(y, P.fill(1, [1, 1], 'i32'), P.fill(2, [1, 3], 'f64'), rowAxes), 0],
  ];
  test.each(rows)('%s', (_, f, equations) => {
    const transposed = linearTranspose(f, x);
    const cotangent = P.fillLike(f(x), 1);
    expect(equationsBuilt(() => transposed(cotangent))).toBe(equations);
  });
  test.each(rows)("%s: <Lx, w> = <x, L'w> + <L0, w>", (_, f) => {
    const value = f(x);
    const w = P.constant(
      Float64Array.from({ length: value.size }, (__, index) => index - 1.5),
      value.sizes,
      'f64',
    );
    const dot = (a: AnyTensor, b: AnyTensor): number => {
      const right = values(b);
      return values(a).reduce((sum, element, index) => sum + element * (right[index] ?? Number.NaN), 0);
    };
    const [pulled] = linearTranspose(f, x)(w);
    expect(dot(value, w)).toBeCloseTo(dot(x, pulled) + dot(f(P.fillLike(x, 0)), w), 12);
  });
});

const rowAxes = { offset: [1], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1, 3] };

describe('pulling back a padding value', () => {
  test('leaves the operand alone', () => {
    const transposed = linearTranspose((value: AnyTensor) => P.pad(x, value, [1, 0], [0, 0], [0, 0]), zero);
    const cotangent = P.fill(1, [3, 3], 'f64');
    // A mask of four equations, zeros of two, a choice, a sum, and the zero that trimming would pad with.
    expect(equationsBuilt(() => transposed(cotangent))).toBe(9);
    expect(values(transposed(cotangent)[0])).toEqual([3]);
  });
});

describe('products', () => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [5, 3],
    [9, 4],
    [10, 5],
  ])('of %d elements take %d steps from either side', (size, steps) => {
    const [, tangent] = jvp((y: AnyTensor) => P.reduceProd(y, [0]), [P.fill(2, [size], 'f64')], [P.fill(1, [size], 'f64')]);
    const pads = program([], [expressionOf(tangent)]).equations.filter(({ primitive }) => primitive === 'pad');
    expect(pads.length).toBe(2 * steps);
    expect(tangent.item()).toBe(size * 2 ** (size - 1));
  });
});

describe('batching', () => {
  type Batch = (f: Differentiable, options: { readonly in: readonly (number | null)[]; readonly out: number }) => Differentiable;
  // The types of vmap are for tensors of known shapes.
  const batch = vmap as unknown as Batch;
  test('the axis that is in front stays there', () => {
    const batched = batch((y) => P.sin(y), { in: [0], out: 0 });
    // Two of each: the example's and the batch's sine, with the example's input.
    expect(equationsBuilt(() => batched(x))).toBe(3);
    expect(expressionOf(batched(x)).equation.operands[0]).toBe(x);
  });
  test('and is moved from elsewhere', () => {
    const batched = batch((y) => P.sin(y), { in: [1], out: 1 });
    expect(equationsBuilt(() => batched(x))).toBe(5);
    expect(values(batched(x))).toEqual(values(P.sin(x)));
  });
});
