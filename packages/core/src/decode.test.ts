import { fromArray, fromNested, fromUnknown, dim, tensor, tensorCodec, type DecodeError, type Tensor } from '@cotangent/core';
import { type Either, isRight } from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, expectTypeOf, test } from 'vitest';

const right = <A>(decoded: Either<DecodeError, A>): A => {
  if (isRight(decoded)) return decoded.right;
  throw new Error(decoded.left.message);
};

const fault = (decoded: Either<DecodeError, unknown>): DecodeError => {
  if (isRight(decoded)) throw new Error('decoded what it should have refused');
  return decoded.left;
};

describe('fromNested', () => {
  test('gives the tensor that the arrays hold', () => {
    const x = right(
      fromNested(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [dim('rows', 2), 3],
      ),
    );
    expectTypeOf(x).toEqualTypeOf<Tensor<['rows', 3]>>();
    expect(x.shape).toEqual(['rows', 3]);
    expect(x.toNested()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(right(fromNested(3, [])).item()).toBe(3);
    expect(right(fromNested([], [0, 3])).sizes).toEqual([0, 3]);
    expect(right(fromNested([true, 0, 1], [3], 'bool')).toNested()).toEqual([true, false, true]);
    expect(right(fromNested([Float32Array.of(1, 2), [3, 4]], [2, 2])).toNested()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(right(fromNested([Number.NaN, Infinity], [2])).toNested()).toEqual([Number.NaN, Infinity]);
  });

  test('round trip: toNested, JSON, fromNested', () => {
    const rows = fc
      .tuple(fc.nat(4), fc.nat(4))
      .chain(([n, m]) =>
        fc.tuple(
          fc.constant(n),
          fc.constant(m),
          fc.array(fc.array(fc.integer(), { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(rows, ([n, m, data]) => {
        const x = right(fromNested(data, [dim('n', n), dim('m', m)], 'i32'));
        const again = right(fromNested(JSON.parse(JSON.stringify(x.toNested())), [dim('n', n), dim('m', m)], 'i32'));
        expect(again.toNested()).toEqual(data);
      }),
    );
  });

  test('copies: later changes of the arrays change no tensor', () => {
    const row = [1, 2];
    const flat = Float32Array.of(1, 2);
    const [x, y] = [right(fromNested([row], [1, 2])), right(fromArray(flat, [2]))];
    row[0] = 9;
    flat[0] = 9;
    expect(x.toNested()).toEqual([[1, 2]]);
    expect(y.toNested()).toEqual([1, 2]);
  });

  test.each<[string, unknown, string]>([
    ['a ragged row', [[1, 2], [3]], 'data[1]: expected an array of 2, found an array of 1: every row must fit the shape [2, 2]'],
    [
      'too many rows',
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      'data: expected an array of 2, found an array of 3: every row must fit the shape [2, 2]',
    ],
    ['no rows', [], 'data: expected an array of 2, found an array of 0: every row must fit the shape [2, 2]'],
    ['a number for a row', [[1, 2], 3], 'data[1]: expected an array of 2, found 3: every row must fit the shape [2, 2]'],
    [
      'an array for a number',
      [
        [1, 2],
        [3, [4]],
      ],
      'data[1][1]: expected a number up to 3.4028235e+38 in size, found an array of 1: every row must fit the shape [2, 2]',
    ],
    [
      'a string',
      [
        [1, '2'],
        [3, 4],
      ],
      'data[0][1]: expected a number up to 3.4028235e+38 in size, found the string "2": convert it first, with Number(...)',
    ],
    [
      'null',
      [
        [1, 2],
        [null, 4],
      ],
      'data[1][0]: expected a number up to 3.4028235e+38 in size, found null: fill in missing values, with NaN in f32 and f64',
    ],
    [
      'a hole',
      [
        [1, 2],
        [3, undefined],
      ],
      'data[1][1]: expected a number up to 3.4028235e+38 in size, found nothing: fill in missing values, with NaN in f32 and f64',
    ],
    [
      'a boolean',
      [
        [1, 2],
        [3, true],
      ],
      "data[1][1]: expected a number up to 3.4028235e+38 in size, found true: write 1 and 0, or use dtype 'bool'",
    ],
    [
      'a bigint',
      [
        [1n, 2],
        [3, 4],
      ],
      'data[0][0]: expected a number up to 3.4028235e+38 in size, found the bigint 1n: convert it first, with Number(...)',
    ],
    [
      'what f32 rounds to infinity',
      [
        [1, 2],
        [3, 1e39],
      ],
      "data[1][1]: expected a number up to 3.4028235e+38 in size, found 1e+39: use a dtype that holds it, such as 'f64'",
    ],
    ['an object', { 0: [1, 2], 1: [3, 4] }, 'data: expected an array of 2, found an object: every row must fit the shape [2, 2]'],
    ['nothing', undefined, 'data: expected an array of 2, found nothing: every row must fit the shape [2, 2]'],
    ['a text', '12', 'data: expected an array of 2, found the string "12": every row must fit the shape [2, 2]'],
    [
      'a function',
      [
        [1, 2],
        [3, () => 4],
      ],
      'data[1][1]: expected a number up to 3.4028235e+38 in size, found a function: put a number there',
    ],
  ])('refuses %s', (_, data, message) => {
    expect(fault(fromNested(data, [2, 2])).message).toBe(message);
  });

  test('refuses what an integer dtype cannot hold', () => {
    expect(fault(fromNested([1, 2.5], [2], 'i32'))).toEqual({
      _tag: 'DecodeError',
      kind: 'element',
      path: 'data[1]',
      found: '2.5',
      expected: 'an integer from -2147483648 to 2147483647',
      fix: "round it first, or use dtype 'f32' or 'f64'",
      message:
        "data[1]: expected an integer from -2147483648 to 2147483647, found 2.5: round it first, or use dtype 'f32' or 'f64'",
    });
    expect(fault(fromNested([-1], [1], 'u32')).message).toBe(
      "data[0]: expected an integer from 0 to 4294967295, found -1: use a dtype that holds it, such as 'f64'",
    );
    expect(fault(fromNested([2 ** 31], [1], 'i32')).fix).toBe("use a dtype that holds it, such as 'f64'");
    expect(fault(fromNested([2], [1], 'bool')).message).toBe(
      'data[0]: expected true, false, 0 or 1, found 2: compare it first, as in x !== 0',
    );
    expect(fault(fromNested(['yes'], [1], 'bool')).fix).toBe('turn it into a boolean first');
  });

  test('any spoiled element is found where it is', () => {
    const bad = fc.constantFrom<unknown>('x', null, undefined, {}, [], 1n, true);
    fc.assert(
      fc.property(fc.nat(4), fc.nat(3), bad, (i, j, value) => {
        const data: unknown[][] = Array.from({ length: 5 }, () => [0, 1, 2, 3]);
        data[i]?.splice(j, 1, value);
        expect(fault(fromNested(data, [5, 4])).path).toBe(`data[${i}][${j}]`);
      }),
    );
  });

  test('the shape must hold literal sizes or names', () => {
    const n: number = 2;
    // @ts-expect-error a plain number is no dimension
    expect(right(fromNested([1, 2], [n])).sizes).toEqual([2]);
    // @ts-expect-error a negative number is no size
    expect(() => fromNested([], [-1])).toThrow(/fromNested: axis 0 is -1, not an integer/);
  });
});

describe('fromUnknown', () => {
  test('reads the shape off the first rows', () => {
    const x = right(fromUnknown([[[1, 2]], [[3, 4]], [[5, 6]]], 'i32'));
    expect(x.shape).toEqual([3, 1, 2]);
    expect(x.dtype).toBe('i32');
    expect(right(fromUnknown(5)).shape).toEqual([]);
  });

  test('refuses empty and ragged arrays', () => {
    expect(fault(fromUnknown([])).message).toBe(
      'data: expected at least one element, found an array of 0: an empty tensor needs its shape, as in zeros([0, 3])',
    );
    expect(fault(fromUnknown([[], [1]])).path).toBe('data[0]');
    expect(fault(fromUnknown([[1], []])).path).toBe('data[1]');
    expect(fault(fromUnknown([1, [2]])).message).toBe(
      'data[1]: expected a number up to 3.4028235e+38 in size, found an array of 1: every row must fit the shape [2]',
    );
    expect(fault(fromUnknown('x')).path).toBe('data');
  });
});

describe('fromArray', () => {
  test('takes any typed array or numbers', () => {
    const x = right(fromArray(Uint8Array.of(0, 255, 3, 4), [2, 2]));
    expectTypeOf(x).toEqualTypeOf<Tensor<[2, 2]>>();
    expect(x.toNested()).toEqual([
      [0, 255],
      [3, 4],
    ]);
    expect(right(fromArray([1, 0], [2], 'bool')).toNested()).toEqual([true, false]);
    expect(right(fromArray(Float64Array.of(0.1), [], 'f64')).item()).toBe(0.1);
    expect(right(fromArray(Float64Array.of(0.1), [1])).toNested()).toEqual([Math.fround(0.1)]);
  });

  test('refuses what does not fit', () => {
    expect(fault(fromArray([1, 2, 3], [2, 2])).message).toBe(
      'data: expected an array of 4, found an array of 3: the shape [2, 2] holds 4 elements',
    );
    expect(fault(fromArray(Float32Array.of(1, 2, 3), [2, 2])).path).toBe('data');
    expect(fault(fromArray([1, [2]], [2])).path).toBe('data[1]');
    expect(fault(fromArray(Float32Array.of(1, 0.5), [2], 'i32')).path).toBe('data[1]');
    expect(fault(fromArray(Uint8Array.of(1, 2), [2], 'bool')).path).toBe('data[1]');
    expect(fault(fromArray(BigInt64Array.of(1n), [1], 'i32')).found).toBe('the bigint 1n');
    expect(fault(fromArray(new DataView(new ArrayBuffer(4)), [4])).found).toBe('an object');
  });
});

describe('tensorCodec', () => {
  const codec = tensorCodec([dim('rows', 2), 2], 'i32');

  test('decodes and encodes, and knows its own', () => {
    const decoded = codec.decode([
      [1, 2],
      [3, 4],
    ]);
    if (!isRight(decoded)) throw new Error('refused');
    expectTypeOf(decoded.right).toEqualTypeOf<Tensor<['rows', 2], 'i32'>>();
    expect(codec.encode(decoded.right)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(codec.is(decoded.right)).toBe(true);
    expect(
      codec.is(
        tensor([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBe(false);
    // Two rows, but rows are not counted in its type.
    expect(
      codec.is(
        tensor(
          [
            [1, 2],
            [3, 4],
          ],
          'i32',
        ),
      ),
    ).toBe(false);
    expect(codec.is(tensor([1, 2], 'i32'))).toBe(false);
    expect(
      codec.is([
        [1, 2],
        [3, 4],
      ]),
    ).toBe(false);
    expect(codec.name).toBe('Tensor i32[rows=2, 2]');
  });

  test('reports where in larger data the fault is', () => {
    const File = t.type({ layers: t.array(t.type({ weight: codec })) });
    const decoded = File.decode({
      layers: [
        {
          weight: [
            [1, 2],
            [3, 4],
          ],
        },
        {
          weight: [
            [1, 2],
            [3, 'x'],
          ],
        },
      ],
    });
    expect(isRight(decoded) ? [] : decoded.left.map(({ message }) => message)).toEqual([
      'data.layers[1].weight[1][1]: expected an integer from -2147483648 to 2147483647, found the string "x": convert it first, with Number(...)',
    ]);
    const missing = File.decode({ layers: [{}] });
    expect(isRight(missing) ? [] : missing.left.map(({ message }) => message)).toEqual([
      'data.layers[0].weight: expected an array of 2, found nothing: every row must fit the shape [rows=2, 2]',
    ]);
  });
});
