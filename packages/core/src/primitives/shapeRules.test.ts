import { describe, expect, it } from 'vitest';
import { DTypeError, ShapeError } from '../errors.ts';
import { dim, ones, tensor } from '../index.ts';
import * as P from './builders.ts';
import type { Convolution, GatherAxes } from './attributes.ts';

const x = ones([2, 3]);
const indices = tensor([[0], [1]], 'i32');
const rows: GatherAxes = { offset: [1], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1, 3] };
const convolution: Convolution = { strides: [1], low: [0], high: [0], inputDilation: [1], windowDilation: [1], groups: 1 };

describe('shape rules refuse attributes that make no sense', () => {
  it.each<[string, () => unknown]>([
    ['constant: a wrong length', () => P.constant(new Float32Array(2), [3], 'f32')],
    ['constant: a wrong array', () => P.constant(new Float64Array(3), [3], 'i32')],
    ['convert: no dtype', () => P.convert(x, 'f16' as 'f32')],
    ['broadcastInDim: a negative size', () => P.broadcastInDim(x, [-2, 2, 3], [1, 2])],
    ['broadcastInDim: too few axes', () => P.broadcastInDim(x, [2, 3], [0])],
    ['broadcastInDim: an axis twice', () => P.broadcastInDim(x, [2, 3], [0, 0])],
    ['reshape: a fraction', () => P.reshape(x, [1.5, 4])],
    ['transpose: no permutation', () => P.transpose(x, [0, 0])],
    ['reverse: out of range', () => P.reverse(x, [2])],
    ['pad: a fraction', () => P.pad(x, P.scalar(0, 'f32'), [0.5, 0], [0, 0], [0, 0])],
    ['pad: too few', () => P.pad(x, P.scalar(0, 'f32'), [0], [0, 0], [0, 0])],
    ['pad: negative interior', () => P.pad(x, P.scalar(0, 'f32'), [0, 0], [0, 0], [-1, 0])],
    ['slice: NaN', () => P.slice(x, [Number.NaN, 0], [2, 3], [1, 1])],
    ['slice: backward', () => P.slice(x, [1, 0], [0, 3], [1, 1])],
    ['concatenate: out of range', () => P.concatenate([x, x], 2)],
    ['concatenate: nothing', () => P.concatenate([], 0)],
    ['dotGeneral: sizes differ', () => P.dotGeneral(x, x, { contract: [[1], [0]], batch: [[], []] })],
    ['dotGeneral: an axis twice', () => P.dotGeneral(x, x, { contract: [[1], [1]], batch: [[1], [1]] })],
    ['conv: ranks differ', () => P.conv(ones([1, 2, 3]), ones([1, 2]), convolution)],
    ['conv: channels differ', () => P.conv(ones([1, 2, 3]), ones([1, 3, 2]), convolution)],
    ['conv: channels of groups differ', () => P.conv(ones([1, 4, 3]), ones([2, 4, 2]), { ...convolution, groups: 2 })],
    ['conv: kernels that make no groups', () => P.conv(ones([1, 4, 3]), ones([3, 2, 2]), { ...convolution, groups: 2 })],
    ['conv: half a group', () => P.conv(ones([1, 2, 3]), ones([1, 2, 2]), { ...convolution, groups: 0.5 })],
    ['conv: a stride of 0', () => P.conv(ones([1, 2, 3]), ones([1, 2, 2]), { ...convolution, strides: [0] })],
    ['conv: too many edges', () => P.conv(ones([1, 2, 3]), ones([1, 2, 2]), { ...convolution, low: [0, 0] })],
    ['conv: an empty kernel', () => P.conv(ones([1, 2, 3]), ones([1, 2, 0]), convolution)],
    ['conv: dtypes', () => P.conv(ones([1, 2, 3]), ones([1, 2, 2], 'f64'), convolution)],
    ['reduceWindowSum: an axis without a window', () => P.reduceWindowSum(x, { ...convolution, window: [2] })],
    ['reduceWindowMax: a window of 0', () => P.reduceWindowMax(tensor([1]), { ...convolution, window: [0] })],
    ['reduceWindowMin: half an edge', () => P.reduceWindowMin(tensor([1]), { ...convolution, window: [1], low: [0.5] })],
    ['windowArgMax: booleans', () => P.windowArgMax(tensor([true]), { ...convolution, window: [1] })],
    ['reduceSum: a negative axis', () => P.reduceSum(x, [-1])],
    ['argMax: an empty axis', () => P.argMax(P.fill(0, [0, 2], 'f32'), 0)],
    ['iota: no such axis', () => P.iota([2], 1, 'i32')],
    ['gather: a slice too large', () => P.gather(x, indices, { ...rows, sliceSizes: [1, 4] })],
    ['gather: a collapsed slice of 2', () => P.gather(x, indices, { ...rows, sliceSizes: [2, 3] })],
    ['gather: no such axis', () => P.gather(x, indices, { ...rows, indexMap: [7] })],
    ['gather: offsets missing', () => P.gather(x, indices, { ...rows, offset: [] })],
    ['gather: float indices', () => P.gather(x, ones([2, 1]), rows)],
    ['scatterAdd: updates of another shape', () => P.scatterAdd(x, indices, ones([3, 3]), rows)],
    ['threefry: no pair of words', () => P.threefry(tensor([1, 2, 3], 'u32'), tensor([1, 2, 3], 'u32'))],
    ['select: a float condition', () => P.select(x, x, x)],
    ['add: dtypes', () => P.add(x, P.fill(0, [2, 3], 'f64'))],
  ])('%s', (_, build) => {
    const thrown = (): unknown => {
      try {
        return build();
      } catch (error) {
        return error;
      }
    };
    expect([ShapeError, DTypeError]).toContain(thrown()?.constructor);
  });

  it('names what differs', () => {
    expect(() => P.add(x, ones([2, 4]))).toThrow(ShapeError);
    expect(() => P.add(x, ones([2, 4]))).toThrow('add: shapes differ, [2, 3] and [2, 4]: axis 1 is 3 and 4');
  });

  it('keeps the name of an axis that single windows slide over, one at each element', () => {
    const named = ones([dim('batch', 2), 3, dim('height', 4), dim('width', 5)]);
    const both = { strides: [1, 1], low: [0, 1], high: [0, 0], inputDilation: [1, 1], windowDilation: [2, 1], groups: 1 };
    expect(P.conv(named, ones([6, 3, 1, 1]), both).shape).toEqual(['batch', 6, 'height', 6]);
  });
});
