import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Axis, dim, nameOf, sizeOf } from '../dim.ts';
import { addAxes, divideAxes, multiplyAxes, productOfAxes, subtractAxes } from './polynomials.ts';

const [a, b, seq] = [dim('a', 2), dim('b', 3), dim('seq', 5)];

/** Axes built from a few names and numbers by sums and products. */
const axes: fc.Arbitrary<Axis> = fc.letrec<{ axis: Axis }>((tie) => ({
  axis: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Axis>(a, b, seq, 0, 1, 2, 7),
    fc.tuple(tie('axis'), tie('axis')).map(([x, y]) => addAxes(x, y)),
    fc.tuple(tie('axis'), tie('axis')).map(([x, y]) => multiplyAxes(x, y)),
  ),
})).axis;

const same = (x: Axis, y: Axis): void => expect([nameOf(x), sizeOf(x)]).toEqual([nameOf(y), sizeOf(y)]);

describe('arithmetic on names', () => {
  test.each([
    ['2*a', addAxes(a, a)],
    ['a+b', addAxes(b, a)],
    ['seq+1', addAxes(1, seq)],
    ['seq-1', subtractAxes(seq, 1)],
    ['a*b', multiplyAxes(b, a)],
    ['a*b+b', multiplyAxes(b, addAxes(a, 1))],
    ['a*a-1', multiplyAxes(subtractAxes(a, 1), addAxes(a, 1))],
    ['6*a*b', productOfAxes([2, b, a, 3])],
  ])('writes %s', (name, axis) => {
    expect(nameOf(axis)).toBe(name);
  });

  test('is a commutative ring', () => {
    fc.assert(
      fc.property(axes, axes, axes, (x, y, z) => {
        same(addAxes(x, y), addAxes(y, x));
        same(multiplyAxes(x, y), multiplyAxes(y, x));
        same(addAxes(addAxes(x, y), z), addAxes(x, addAxes(y, z)));
        same(multiplyAxes(multiplyAxes(x, y), z), multiplyAxes(x, multiplyAxes(y, z)));
        same(multiplyAxes(x, addAxes(y, z)), addAxes(multiplyAxes(x, y), multiplyAxes(x, z)));
        same(subtractAxes(addAxes(x, y), y), x);
        same(multiplyAxes(x, 1), x);
      }),
    );
  });

  test('divides what was multiplied by a number or by names', () => {
    fc.assert(
      fc.property(axes, fc.constantFrom<Axis>(a, b, 2, 3, multiplyAxes(2, a), multiplyAxes(a, b)), (x, y) => {
        same(divideAxes(multiplyAxes(x, y), y) ?? -1, x);
      }),
    );
  });

  test('does not divide by luck of the sizes', () => {
    expect(divideAxes(dim('batch', 4), 2)).toBeUndefined();
    expect(divideAxes(7, 2)).toBeUndefined();
  });
});
