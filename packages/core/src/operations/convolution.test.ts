import * as fc from 'fast-check';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { conv, DTypeError, dim, einsum, ones, tensor, type Tensor, trace, spec, zeros } from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import type { Padding, PerAxis } from '../shape/window.ts';
import * as untyped from './untyped/convolution.ts';
import * as joining from './untyped/joining.ts';

interface Options {
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly dilation?: PerAxis;
  readonly inputDilation?: PerAxis;
  readonly groups?: number;
}

const convolve = (x: AnyTensor, kernel: AnyTensor, options: Options = {}): AnyTensor =>
  // With a tensor in second place it does not wait for one.
  untyped.conv(x, kernel, options) as AnyTensor;

const upTo = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });

const each = (rank: number, arbitrary: fc.Arbitrary<number>): fc.Arbitrary<readonly number[]> =>
  fc.array(arbitrary, { minLength: rank, maxLength: rank });

/** Small integers that differ, so that sums are exact. */
const filled = (sizes: readonly number[], seed: number): AnyTensor => {
  const length = sizes.reduce((product, size) => product * size, 1);
  return P.constant(
    Float64Array.from({ length }, (_, index) => ((index * 7 + seed) % 11) - 5),
    sizes,
    'f64',
  );
};

/** `in` channels of some size, and kernels no larger. */
const cases = upTo(3).chain((rank) =>
  fc
    .record({ channels: upTo(2), out: upTo(2), spatial: each(rank, upTo(5, 3)), window: each(rank, upTo(3)), seed: upTo(9) })
    .map(({ channels, out, spatial, window, seed }) => ({
      rank,
      x: filled([2, channels, ...spatial], seed),
      kernel: filled([out, channels, ...window], seed + 3),
    })),
);

const same = (a: AnyTensor, b: AnyTensor): void => {
  expect(a.shape).toEqual(b.shape);
  expect(a.toNested()).toEqual(b.toNested());
};

/** Zeros between the elements of the last axes. */
const spread = (x: AnyTensor, rank: number, gap: number): AnyTensor => {
  const none = x.sizes.map(() => 0);
  return P.pad(
    x,
    P.scalar(0, x.dtype),
    none,
    none,
    none.map((_, axis) => (axis < x.rank - rank ? 0 : gap)),
  );
};

describe('conv', () => {
  test('slides kernels over the last axis', () => {
    const x = tensor([[1, 2, 4, 7, 11]]);
    expect(conv(x, tensor([[[-1, 1]]])).toNested()).toEqual([[1, 2, 3, 4]]);
    expect(conv(x, tensor([[[-1, 1]], [[0, 2]]]), { stride: 2 }).toNested()).toEqual([
      [1, 3],
      [4, 14],
    ]);
    expect(conv(x, tensor([[[1, 1, 1]]]), { padding: 'same' }).toNested()).toEqual([[3, 7, 13, 22, 18]]);
    expect(conv(x, tensor([[[1, 1]]]), { padding: 'same' }).toNested()).toEqual([[3, 6, 11, 18, 11]]);
    expect(conv(x, tensor([[[1, 1]]]), { padding: [[2, 0]] }).toNested()).toEqual([[0, 1, 3, 6, 11, 18]]);
    expect(conv(x, tensor([[[1, -1]]]), { dilation: 3 }).toNested()).toEqual([[-6, -9]]);
    expect(conv(x, tensor([[[1, 1]]]), { inputDilation: 2 }).toNested()).toEqual([[1, 2, 2, 4, 4, 7, 7, 11]]);
  });

  test('slides over two axes and three', () => {
    const x = tensor([
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ]);
    expect(
      conv(
        x,
        tensor([
          [
            [
              [1, 0],
              [0, 1],
            ],
          ],
        ]),
      ).toNested(),
    ).toEqual([[[6, 8]]]);
    expect(conv(ones([3, 4, 5, 6]), ones([2, 3, 2, 3, 4])).toNested()).toEqual(
      zeros([2, 3, 3, 3])
        .toNested()
        .map((a) => a.map((b) => b.map((c) => c.map(() => 72)))),
    );
  });

  test('sums over channels, and has as many results as kernels', () => {
    const [x, kernel] = [
      tensor([
        [1, 2],
        [3, 4],
      ]),
      tensor([
        [[1], [1]],
        [[2], [0]],
        [[0], [-1]],
      ]),
    ];
    same(
      conv(x, kernel),
      einsum(
        'oi,is->os',
        tensor([
          [1, 1],
          [2, 0],
          [0, -1],
        ]),
        x,
      ),
    );
  });

  test('waits for its input', () => {
    const [x, kernel] = [ones([2, 1, 5, 5]), ones([4, 1, 3, 3])];
    same(pipe(x, conv(kernel)), conv(x, kernel));
    same(pipe(x, conv(kernel, { stride: 2, padding: 1 })), conv(x, kernel, { stride: 2, padding: 1 }));
  });

  test('pads as pad does', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.tuple(upTo(3, 0), upTo(3, 0)), { minLength: 3, maxLength: 3 }),
        ({ rank, x, kernel }, all) => {
          const edges = all.slice(0, rank);
          const padded = joining.pad(x, [[0, 0], [0, 0], ...edges]);
          same(convolve(x, kernel, { padding: edges }), convolve(padded, kernel));
          const both = edges.map(([one]) => one);
          same(convolve(x, kernel, { padding: both }), convolve(x, kernel, { padding: both.map((one) => [one, one] as const) }));
        },
      ),
    );
  });

  test("'same' has ceil(n / stride) windows, with what is added in the middle", () => {
    fc.assert(
      fc.property(cases, upTo(3), upTo(3), ({ rank, x, kernel }, stride, dilation) => {
        const result = convolve(x, kernel, { padding: 'same', stride, dilation });
        expect(result.sizes.slice(2)).toEqual(x.sizes.slice(2).map((size) => Math.ceil(size / stride)));
        const edges = x.sizes.slice(2).map((size, axis) => {
          const reach = ((kernel.sizes[axis + 2] ?? 1) - 1) * dilation;
          const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach + 1 - size);
          return [Math.floor(total / 2), Math.ceil(total / 2)] as const;
        });
        expect(edges.length).toBe(rank);
        same(result, convolve(x, kernel, { padding: edges, stride, dilation }));
      }),
    );
  });

  test('takes every stride-th result, and dilates by zeros', () => {
    fc.assert(
      fc.property(cases, upTo(3), upTo(3), ({ rank, x, kernel }, stride, dilation) => {
        const all = convolve(x, kernel);
        const some = P.slice(
          all,
          all.sizes.map(() => 0),
          all.sizes,
          all.sizes.map((_, axis) => (axis < 2 ? 1 : stride)),
        );
        same(convolve(x, kernel, { stride }), some);
        const wide = { padding: 7 };
        same(convolve(x, kernel, { ...wide, dilation }), convolve(x, spread(kernel, rank, dilation - 1), wide));
        same(convolve(x, kernel, { inputDilation: dilation }), convolve(spread(x, rank, dilation - 1), kernel));
      }),
    );
  });

  test('in groups is the convolution of each, side by side', () => {
    const [x, kernel] = [filled([3, 6, 5], 1), filled([4, 3, 2], 2)];
    const [left, right] = joining.splitAxis(x, 2, 1);
    const [first, second] = joining.splitAxis(kernel, 2, 0);
    const apart = joining.concatenate(
      [convolve(left as AnyTensor, first as AnyTensor), convolve(right as AnyTensor, second as AnyTensor)],
      1,
    );
    same(convolve(x, kernel, { groups: 2 }), apart);
  });

  test('takes any leading dims, or none', () => {
    const [x, kernel] = [filled([2, 3, 2, 4, 5], 1), filled([3, 2, 2, 2], 2)];
    const all = convolve(x, kernel);
    expect(all.sizes).toEqual([2, 3, 3, 3, 4]);
    const one = convolve(joining.slice(x, [1, 2]), kernel);
    expect(one.toNested()).toEqual(joining.slice(all, [1, 2]).toNested());
    expect(conv(zeros([0, 3, 8]), zeros([4, 3, 3])).sizes).toEqual([0, 4, 6]);
  });

  test('takes whole numbers', () => {
    const x = tensor([[2 ** 31 - 1, 1]], 'i32');
    expect(conv(x, tensor([[[1, 1]]], 'i32')).toNested()).toEqual([[-(2 ** 31)]]);
  });

  test('keeps names, and computes with them', () => {
    const [batch, channels, out] = [dim('batch', 2), dim('channels', 3), dim('out', 4)];
    const [height, width] = [dim('height', 9), dim('width', 8)];
    const x = zeros([batch, channels, height, width]);
    const kernel = zeros([out, channels, 3, 3]);
    expect(conv(x, kernel).shape).toEqual(['batch', 'out', 'height-2', 'width-2']);
    expect(conv(x, kernel).sizes).toEqual([2, 4, 7, 6]);
    expect(conv(x, kernel, { padding: 'same' }).shape).toEqual(['batch', 'out', 'height', 'width']);
    expect(conv(x, kernel, { padding: [1, 2] }).shape).toEqual(['batch', 'out', 'height', 'width+2']);
    expect(conv(x, kernel, { inputDilation: 2, padding: 1 }).shape).toEqual(['batch', 'out', '2*height-1', '2*width-1']);
    expect(conv(x, zeros([out, channels, dim('k', 2), 1])).shape).toEqual(['batch', 'out', 'height-k+1', 'width']);
    expect(conv(zeros([batch, height, 3, 8]), zeros([5, 3, 8])).shape).toEqual(['batch', 'height', 5, 1]);
  });

  test('is one equation, after a reshaping of leading dims', () => {
    const one = trace((x: Tensor<[2, 3, 8]>, kernel: Tensor<[4, 3, 3]>) => conv(x, kernel))(spec([2, 3, 8]), spec([4, 3, 3]));
    expect(String(one)).toContain(
      'conv(a, b) {strides: [1], low: [0], high: [0], inputDilation: [1], windowDilation: [1], groups: 1}',
    );
    expect(one.program.equations.length).toBe(1);
    const more = trace((x: Tensor<[5, 2, 3, 8]>, kernel: Tensor<[4, 3, 3]>) => conv(x, kernel))(
      spec([5, 2, 3, 8]),
      spec([4, 3, 3]),
    );
    expect(more.program.equations.map(({ primitive }) => primitive)).toEqual(['reshape', 'conv', 'reshape']);
  });

  test('of a convolution is the convolution with the kernel that the two make', () => {
    const [x, first, second] = [filled([1, 1, 9], 1), filled([1, 1, 3], 2), filled([1, 1, 2], 5)];
    const made = convolve(first, P.reverse(second, [2]), { padding: 1 });
    same(convolve(convolve(x, first), second), convolve(x, made));
  });
});

const loose = conv as unknown as (...args: readonly unknown[]) => AnyTensor;

describe('conv refuses', () => {
  const [x, kernel] = [zeros([dim('batch', 2), 3, dim('height', 5), 8]), zeros([4, 3, 3, 3])];
  test.each<[string, string, () => unknown]>([
    [
      'what is no tensor',
      'conv: expected a tensor, got an array: take a part of it, y[0], or make one with tensor(...), scalar(...) or fromArray(...)',
      () => loose([1]),
    ],
    [
      'a number in place of options',
      "conv: the options are stride, padding, dilation, inputDilation, groups: literal numbers, a list of one for each axis, padding 'valid' or 'same'",
      () => loose(x, kernel, 2),
    ],
    [
      'null in place of options',
      "conv: the options are stride, padding, dilation, inputDilation, groups: literal numbers, a list of one for each axis, padding 'valid' or 'same'",
      () => loose(x, kernel, null),
    ],
    [
      'a text as a stride',
      "conv: the options are stride, padding, dilation, inputDilation, groups: literal numbers, a list of one for each axis, padding 'valid' or 'same'",
      () => loose(x, kernel, { stride: '2' }),
    ],
    [
      'options at once when it waits for its input',
      'conv: stride 0 is not a positive integer',
      () => loose(kernel, { stride: 0 }),
    ],
    [
      'a kernel at once when it waits for its input',
      'conv: the kernel needs 3 to 5 axes, [out, in, ...window], got [4, 3]',
      () => loose(zeros([4, 3])),
    ],
    [
      'a kernel larger than a named axis',
      'conv: kernel [4, 3, 7, 3] is larger than axis -2 of [batch, 3, height, 8] with its padding: 7 vs height=5',
      () => loose(x, zeros([4, 3, 7, 3])),
    ],
    [
      'a dilated kernel larger than a padded axis',
      'conv: kernel [4, 3, 3, 3], dilated, is larger than axis -1 of [batch, 3, height, 8] with its padding: 13 vs 10',
      () => loose(x, kernel, { dilation: [1, 6], padding: 1 }),
    ],
  ])('%s', (_, message, call) => {
    expect(call).toThrow(message);
  });
  test('two sizes of one name', () => {
    expect(() => loose(x, zeros([dim('batch', 7), 3, 3, 3]))).toThrow(/^conv: two sizes of 'batch', 2 .* and 7 /);
  });
  test('dtypes that differ, and booleans', () => {
    expect(() => loose(x, zeros([4, 3, 3, 3], 'f64'))).toThrow(DTypeError);
    expect(() => loose(zeros([3, 3], 'bool'), zeros([4, 3, 3], 'bool'))).toThrow(
      'conv: needs numbers, got bool: convert it first',
    );
  });
});
