/**
 * The rules of convolutions and of reductions of windows.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Convolution, P, type Windows } from '@cotangent/core/primitives';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, type Differentiable, equationsBuilt, expectClose, tensor, values } from '../../test/checkRule.ts';
import { linearTranspose } from '../linear.ts';
import { vjp } from '../vjp.ts';
import { vmap } from '../vmap.ts';

type Batch = (f: Differentiable, options: { readonly in: readonly (number | null)[] }) => Differentiable;
// The types of vmap are for tensors of known shapes.
const batch = vmap as unknown as Batch;

/** Elements that differ, of about unit size. */
const filled = (sizes: readonly number[], seed = 1): AnyTensor => {
  const length = sizes.reduce((product, size) => product * size, 1);
  return tensor(
    Array.from({ length }, (_, index) => ((((index + seed) * 0.618_033_988_749_894_8) % 1) - 0.5) * 3),
    sizes,
  );
};

const plain: Convolution = { strides: [1], low: [0], high: [0], inputDilation: [1], windowDilation: [1], groups: 1 };
const plane: Convolution = {
  strides: [1, 2],
  low: [1, 0],
  high: [0, 1],
  inputDilation: [2, 1],
  windowDilation: [1, 2],
  groups: 2,
};
const pairs: Windows = { window: [2], strides: [1], low: [0], high: [0], inputDilation: [1], windowDilation: [1] };

describe('conv', () => {
  const rows: readonly (readonly [name: string, by: Convolution, x: readonly number[], kernel: readonly number[]])[] = [
    ['in one dimension', plain, [2, 2, 4], [2, 2, 2]],
    ['in groups', { ...plain, groups: 2, strides: [2] }, [2, 4, 5], [4, 2, 2]],
    ['of each feature alone', { ...plain, groups: 3, low: [1], high: [-1] }, [1, 3, 4], [3, 1, 3]],
    ['with all of it', plane, [1, 2, 3, 4], [2, 1, 2, 2]],
    ['of no images', plain, [0, 2, 4], [2, 2, 2]],
    ['of no features', plain, [2, 0, 4], [2, 0, 2]],
    ['without kernels', plain, [2, 2, 4], [0, 2, 2]],
    ['of nothing', plain, [2, 2, 0], [2, 2, 2]],
    ['of nothing, padded', { ...plain, low: [2], high: [1] }, [2, 2, 0], [2, 2, 2]],
  ];
  test.each(rows)('%s', (_, by, x, kernel) => {
    check((y, k) => P.conv(y, k, by), filled(x), filled(kernel, 5));
  });
  test('gives each member of a batch its own gradients', () => {
    const [x, kernel] = [filled([3, 2, 4, 3]), filled([4, 2, 2, 2])];
    const gradients = (image: AnyTensor, k: AnyTensor): AnyTensor => {
      const [y, pullback] = vjp(
        (a: AnyTensor, b: AnyTensor) => P.conv(P.reshape(a, [1, 2, 4, 3]), b, { ...plane, groups: 1 }),
        image,
        k,
      );
      return P.concatenate(
        pullback(y).map((found) => P.reshape(found, [found.size])),
        0,
      );
    };
    const looped = [0, 1, 2].flatMap((member) => {
      const image = P.reshape(P.slice(x, [member, 0, 0, 0], [member + 1, 2, 4, 3], [1, 1, 1, 1]), [2, 4, 3]);
      return values(gradients(image, kernel));
    });
    expectClose(values(batch(gradients, { in: [0, null] })(x, kernel)), looped, 1e-13, 'gradients');
  });
  test('of a batch without members has none', () => {
    const [x, kernel] = [P.fill(0, [0, 2, 2, 3], 'f64'), P.fill(0, [0, 4, 2, 2], 'f64')];
    const f: Differentiable = (y, k) => P.conv(y, k, plain);
    expect(batch(f, { in: [0, 0] })(x, kernel).sizes).toEqual([0, 2, 4, 2]);
    expect(batch(f, { in: [0, null] })(x, filled([4, 2, 2])).sizes).toEqual([0, 2, 4, 2]);
    expect(batch(f, { in: [null, 0] })(filled([2, 2, 3]), kernel).sizes).toEqual([0, 2, 4, 2]);
  });
  test('is transposed by one convolution', () => {
    const [x, kernel] = [filled([2, 2, 4]), filled([2, 2, 2])];
    const c = P.fill(1, [2, 2, 3], 'f64');
    const [inInput, inKernel] = [
      linearTranspose((y: AnyTensor) => P.conv(y, kernel, plain), x),
      linearTranspose((k: AnyTensor) => P.conv(x, k, plain), kernel),
    ];
    // With the kernel's first two axes exchanged, and its elements reversed.
    expect(equationsBuilt(() => inInput(c))).toBe(3);
    // With those of both operands, and of the result.
    expect(equationsBuilt(() => inKernel(c))).toBe(4);
  });
});

const upTo = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });

describe('transposed twice', () => {
  const by = fc.record({
    strides: fc.tuple(upTo(3)),
    low: fc.tuple(upTo(3, -2)),
    high: fc.tuple(upTo(3, -2)),
    inputDilation: fc.tuple(upTo(3)),
    windowDilation: fc.tuple(upTo(3)),
  });
  const twice = (f: Differentiable, x: AnyTensor): AnyTensor => {
    const back = linearTranspose(f, x);
    const once = (y: AnyTensor): AnyTensor => back(y)[0];
    return linearTranspose(once, f(x))(x)[0];
  };
  test('conv is itself', () => {
    fc.assert(
      fc.property(by, upTo(2), upTo(5, 0), upTo(3), (sliding, groups, size, window) => {
        const [x, kernel] = [filled([2, 2 * groups, size]), filled([3 * groups, 2, window], 3)];
        const inInput: Differentiable = (y) => P.conv(y, kernel, { ...sliding, groups });
        expectClose(values(twice(inInput, x)), values(inInput(x)), 1e-12, 'in the input');
        const inKernel: Differentiable = (k) => P.conv(x, k, { ...sliding, groups });
        expectClose(values(twice(inKernel, kernel)), values(inKernel(kernel)), 1e-12, 'in the kernel');
      }),
    );
  });
  test('reduceWindowSum is itself', () => {
    fc.assert(
      fc.property(by, upTo(5, 0), fc.tuple(upTo(3)), (sliding, size, window) => {
        const f: Differentiable = (y) => P.reduceWindowSum(y, { ...sliding, window });
        expectClose(values(twice(f, filled([size]))), values(f(filled([size]))), 1e-12, 'sum');
      }),
    );
  });
});

describe('windows', () => {
  const derivative = (f: Differentiable, x: AnyTensor): readonly number[] => {
    const [value, pullback] = vjp(f, x);
    return pullback(P.fillLike(value, 1)).flatMap(values);
  };
  test('reduceWindowMax and reduceWindowMin give all to the first of equals', () => {
    const x = tensor([1, 1, 1, 0], [4]);
    expect(derivative((y) => P.reduceWindowMax(y, pairs), x)).toEqual([1, 1, 1, 0]);
    expect(derivative((y) => P.reduceWindowMin(y, pairs), x)).toEqual([1, 1, 0, 1]);
  });
  test('and to the first NaN', () => {
    expect(derivative((y) => P.reduceWindowMax(y, { ...pairs, window: [3] }), tensor([1, Number.NaN, Number.NaN], [3]))).toEqual([
      0, 1, 0,
    ]);
  });
  test('windows without an element have no derivative', () => {
    const padded = { ...pairs, low: [3] };
    expect(values(P.reduceWindowMax(tensor([5, 7], [2]), padded))).toEqual([-Infinity, -Infinity, 5, 7]);
    expect(derivative((y) => P.reduceWindowMax(y, padded), tensor([5, 7], [2]))).toEqual([1, 1]);
  });
  test('positions of a batch are those of its members', () => {
    const x = filled([3, 2, 4]);
    const windows: Windows = {
      window: [1, 2],
      strides: [1, 2],
      low: [0, 3],
      high: [0, 0],
      inputDilation: [1, 1],
      windowDilation: [1, 1],
    };
    const looped = [0, 1, 2].flatMap((member) =>
      values(P.windowArgMax(P.reshape(P.slice(x, [member, 0, 0], [member + 1, 2, 4], [1, 1, 1]), [2, 4]), windows)),
    );
    expect(values(batch((y) => P.windowArgMax(y, windows), { in: [0] })(x))).toEqual(looped);
  });
  test('in any dimension', () => {
    const windows: Windows = {
      window: [2, 3],
      strides: [1, 2],
      low: [1, 0],
      high: [0, 2],
      inputDilation: [2, 1],
      windowDilation: [1, 1],
    };
    check((y) => P.reduceWindowSum(P.multiply(y, y), windows), filled([3, 4]));
    check((y) => P.reduceWindowMax(y, { ...windows, low: [0, 0], high: [0, 0] }), filled([3, 4]));
    check((y) => P.reduceWindowMin(y, { ...windows, low: [0, 0], high: [0, 0] }), filled([3, 4]));
  });
});
