import { describe, expect, it } from 'vitest';
import { fromUnknown, maximum, oneHot, pad, repeat, roll, tensor, tile, tril, zeros, dim, add, clip } from '../index.ts';

// The types refuse most of these as well; the casts are how a JavaScript user, or a number from a variable, gets here.
const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const untyped = (f: unknown): ((...args: readonly unknown[]) => unknown) => f as (...args: readonly unknown[]) => unknown;

describe('sizes, counts and elements that make no sense are refused by name', () => {
  it.each<[string, RegExp, () => unknown]>([
    ['tile by a fraction', /^tile: axis 0 is 2.5/, () => untyped(tile)(x, [2.5, 1])],
    ['tile by a negative', /^tile: axis 1 is -1/, () => untyped(tile)(x, [1, -1])],
    ['repeat by a fraction', /^repeat: axis 0 is 1.5/, () => untyped(repeat)(x, 1.5, 0)],
    ['oneHot of a negative', /^oneHot: axis 0 is -1/, () => untyped(oneHot)(tensor([0], 'i32'), -1)],
    ['roll by a fraction', /^roll: the shift 0.5/, () => untyped(roll)(x, 0.5, 0)],
    ['tril by NaN', /^tril: the offset NaN/, () => untyped(tril)(x, Number.NaN)],
    [
      'pad by fractions',
      /^pad: edges are pairs of integers/,
      () =>
        untyped(pad)(x, [
          [0.5, 0.5],
          [0, 0],
        ]),
    ],
    ['pad by no pair', /^pad: edges are pairs of integers/, () => untyped(pad)(x, [[1], [0, 0]])],
    ['pad booleans with 2', /^pad: expected true, false, 0 or 1/, () => untyped(pad)(tensor([true]), [[1, 1]], 2)],
    ['a negative beside u32', /^maximum: expected an integer from 0/, () => maximum(tensor([1], 'u32'), -1)],
    ['a number too large for i32', /^add: expected an integer/, () => add(tensor([1], 'i32'), 3e9)],
    ['a number too large for f32', /^add: expected a number up to 3.4/, () => add(tensor([1]), 1e300)],
    ['clip beyond i32', /^clip: expected an integer/, () => clip(tensor([1], 'i32'), 0, 1e10)],
    [
      'a bare name as a size',
      /^zeros: axis 0 is the bare name 'batch': give its size with dim\('batch', size\)/,
      () => untyped(zeros)(['batch', 2]),
    ],
    ['no array as a shape', /^zeros: the shape is 3, not an array/, () => untyped(zeros)(3)],
    ['null as a size', /^zeros: axis 0 is null/, () => untyped(zeros)([null])],
    ['no dtype', /'f16'/, () => untyped(zeros)([2], 'f16')],
    ['a name that is arithmetic', /^dim: 'seq-len' is no name/, () => dim('seq-len', 4)],
    ['no name', /^dim: '' is no name/, () => dim('', 4)],
  ])('%s', (_, message, call) => {
    expect(call).toThrow(message);
  });

  it('data that contains itself', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(fromUnknown(cyclic)).toMatchObject({ _tag: 'Left', left: { expected: 'at most 64 axes' } });
    expect(() => untyped(tensor)(cyclic)).toThrow('more than 64 levels deep');
  });
});
