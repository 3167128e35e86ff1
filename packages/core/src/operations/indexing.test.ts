import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagonal, dim, oneHot, take, takeAlongAxis, tensor, tril, triu, zeros } from '../index.ts';
import * as P from '../primitives/builders.ts';
import * as untyped from './untyped/indexing.ts';

const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('take', () => {
  test('puts slices in the places of their indices', () => {
    expect(take(x, tensor([1, 0, 1], 'i32'), 0).toNested()).toEqual([
      [4, 5, 6],
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(take(x, tensor([[2], [0]], 'i32'), 1).toNested()).toEqual([
      [[3], [1]],
      [[6], [4]],
    ]);
    expect(take(x, tensor(1, 'i32'), 1).toNested()).toEqual([2, 5]);
    expect(take(x, tensor([-1], 'i32'), 0).toNested()).toEqual([[4, 5, 6]]);
    expect(take(zeros([9, dim('n', 2)]), zeros([dim('batch', 3)], 'i32'), 0).shape).toEqual(['batch', 'n']);
  });

  test('reads nothing outside', () => {
    expect(take(x, tensor([2, -3], 'i32'), 0).toNested()).toEqual([
      [Number.NaN, Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN, Number.NaN],
    ]);
    expect(take(tensor([1, 2], 'i32'), tensor([5], 'u32'), 0).toNested()).toEqual([0]);
  });

  test('picks what the index says, on any axis', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.nat(1), { minLength: 1, maxLength: 4 }), (axis, indices) => {
        const cube = P.reshape(P.iota([8], 0, 'i32'), [2, 2, 2]);
        const found = untyped.take(cube, P.constant(Int32Array.from(indices), [indices.length], 'i32'), axis);
        const strides = [4, 2, 1];
        const expected = Array.from({ length: found.size }, (_, flat) => {
          const sizes = found.sizes;
          const place = [
            Math.floor(flat / ((sizes[1] ?? 1) * (sizes[2] ?? 1))),
            Math.floor(flat / (sizes[2] ?? 1)) % (sizes[1] ?? 1),
            flat % (sizes[2] ?? 1),
          ];
          return place.reduce(
            (offset, at, index) => offset + (strides[index] ?? 0) * (index === axis ? (indices[at] ?? 0) : at),
            0,
          );
        });
        expect([...found.toArray()]).toEqual(expected);
      }),
    );
  });
});

test('takeAlongAxis has an index for each place', () => {
  expect(
    takeAlongAxis(
      x,
      tensor(
        [
          [2, 0],
          [-1, 1],
        ],
        'i32',
      ),
      1,
    ).toNested(),
  ).toEqual([
    [3, 1],
    [6, 5],
  ]);
  expect(takeAlongAxis(x, tensor([[1, 0, 1]], 'i32'), 0).toNested()).toEqual([[4, 2, 6]]);
});

test('oneHot marks places, of any dtype, and none for an index outside', () => {
  expect(oneHot(tensor([2, 0, 3, -1], 'i32'), 3).toNested()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(oneHot(tensor([[1]], 'u32'), 2, 'bool').toNested()).toEqual([[[false, true]]]);
  expect(oneHot(zeros([dim('batch', 2)], 'i32'), dim('classes', 4)).shape).toEqual(['batch', 'classes']);
});

describe('triangles', () => {
  test('split a matrix', () => {
    const square = tensor([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(tril(square).toNested()).toEqual([
      [1, 0, 0],
      [4, 5, 0],
      [7, 8, 9],
    ]);
    expect(triu(square).toNested()).toEqual([
      [1, 2, 3],
      [0, 5, 6],
      [0, 0, 9],
    ]);
    expect(tril(square, -1).toNested()).toEqual([
      [0, 0, 0],
      [4, 0, 0],
      [7, 8, 0],
    ]);
    expect(triu(1)(square).toNested()).toEqual([
      [0, 2, 3],
      [0, 0, 6],
      [0, 0, 0],
    ]);
    expect(tril(x, 1).toNested()).toEqual([
      [1, 2, 0],
      [4, 5, 6],
    ]);
  });

  test('do not multiply what they drop', () => {
    expect(
      tril(
        tensor([
          [1, Infinity],
          [2, 3],
        ]),
      ).toNested(),
    ).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });

  test('keep names and run over leading axes', () => {
    expect(tril(zeros([dim('batch', 2), 3, 3])).shape).toEqual(['batch', 3, 3]);
  });
});

test('diagonal reads every matrix', () => {
  expect(
    diagonal(
      tensor([
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ]),
    ).toNested(),
  ).toEqual([
    [1, 4],
    [5, 8],
  ]);
  const n = dim('n', 2);
  expect(diagonal(zeros([n, n])).shape).toEqual(['n']);
});
