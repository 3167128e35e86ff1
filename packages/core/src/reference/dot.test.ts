import { describe, expect, it } from 'vitest';
import { type DType, makeArray } from '../dtype.ts';
import * as P from '../primitives/builders.ts';
import type { Expression } from '../tensor.ts';

const matmul = (x: Expression, y: Expression): Expression => P.dotGeneral(x, y, { contract: [[1], [0]], batch: [[], []] });

/** Numbers that have no exact sum, the same for every run. */
const wave = (sizes: readonly [number, number], dtype: DType): Expression => {
  const array = makeArray(dtype, sizes[0] * sizes[1]);
  array.set(Array.from(array, (_, index) => Math.sin(index) + 1.5));
  return P.constant(array, sizes, dtype);
};

const rows = (x: Expression, from: number, to: number): Expression => P.slice(x, [from, 0], [to, x.sizes[1] ?? 0], [1, 1]);

const columns = (x: Expression, from: number, to: number): Expression => P.slice(x, [0, from], [x.sizes[0] ?? 0, to], [1, 1]);

describe('dotGeneral', () => {
  it('adds up long rows pairwise', () => {
    const depth = 1_000_000;
    const [x, y] = [P.fill(0.1, [1, depth], 'f64'), P.fill(1, [depth, 1], 'f64')];
    expect(Math.abs(Number(matmul(x, y).item()) - depth / 10)).toBeLessThan(1e-8);
  });

  it.each(['f32', 'f64'] as const)('gives each number of %s the same bits wherever it stands', (dtype) => {
    const [x, y] = [wave([5, 700], dtype), wave([700, 9], dtype)];
    const whole = matmul(x, y);
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 9; column++) {
        const alone = matmul(rows(x, row, row + 1), columns(y, column, column + 1));
        expect(alone.item()).toBe(whole.toArray()[row * 9 + column]);
      }
    }
  });

  it('rounds f32 once', () => {
    const [x, y] = [wave([3, 100], 'f32'), wave([100, 5], 'f32')];
    const wide = matmul(expandTo64(x), expandTo64(y)).toArray();
    expect([...matmul(x, y).toArray()]).toEqual(Array.from(wide, Math.fround));
  });

  it('wraps integers around', () => {
    const big = P.constant(Int32Array.of(65536, 65537), [1, 2], 'i32');
    expect(matmul(big, P.constant(Int32Array.of(65536, 65537), [2, 1], 'i32')).item()).toBe(131073);
    const unsigned = P.constant(Uint32Array.of(4294967295), [1, 1], 'u32');
    expect(matmul(unsigned, unsigned).item()).toBe(1);
    expect(matmul(unsigned, P.constant(Uint32Array.of(1), [1, 1], 'u32')).item()).toBe(4294967295);
  });

  it('is zero over nothing, and NaN where one takes part', () => {
    expect([...matmul(P.fill(1, [2, 0], 'f32'), P.fill(1, [0, 2], 'f32')).toArray()]).toEqual([0, 0, 0, 0]);
    const nan = P.constant(Float32Array.of(0, NaN), [2, 1], 'f32');
    expect([...matmul(nan, P.constant(Float32Array.of(0), [1, 1], 'f32')).toArray()]).toEqual([0, NaN]);
  });
});

function expandTo64(x: Expression): Expression {
  return P.constant(Float64Array.from(x.toArray()), x.axes, 'f64');
}
