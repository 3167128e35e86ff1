import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Axis, dim, nameOf, sizeOf } from '../dim.ts';
import { addAxes, divideAxes, multiplyAxes, productOfAxes, quotientAxes, subtractAxes } from './polynomials.ts';

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

/** What the text of a dimension comes to, by JavaScript's own arithmetic. */
const evaluated = (text: string, sizes: Readonly<Record<string, number>>): unknown =>
  runInNewContext(text, { floor: Math.floor, ...sizes });

describe('quotients of names', () => {
  test.each([
    ['floor(seq/2)', quotientAxes(seq, 2)],
    ['2*a', quotientAxes(multiplyAxes(a, 4), 2)],
    ['a+1', quotientAxes(addAxes(multiplyAxes(a, 2), 3), 2)],
    ['floor((seq+1)/2)-1', quotientAxes(subtractAxes(seq, 1), 2)],
    ['floor(a/2)', quotientAxes(addAxes(multiplyAxes(a, 2), 1), 4)],
    ['floor(seq/4)', quotientAxes(quotientAxes(seq, 2), 2)],
    ['floor((seq+2)/4)', quotientAxes(addAxes(quotientAxes(seq, 2), 1), 2)],
    ['2*floor(seq/2)', addAxes(quotientAxes(seq, 2), quotientAxes(seq, 2))],
    ['floor(a*b/2)', quotientAxes(multiplyAxes(a, b), 2)],
  ])('writes %s', (name, axis) => {
    expect(nameOf(axis)).toBe(name);
  });

  /** Axes with quotients in them, as they come out of strides, paddings and joins, for any sizes of two names. */
  const computed = fc.tuple(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 8, max: 40 })).chain(([n, m]) =>
    fc
      .array(
        fc.oneof(
          fc.record({ kind: fc.constant('divide' as const), by: fc.integer({ min: 2, max: 4 }) }),
          fc.record({ kind: fc.constant('add' as const), by: fc.integer({ min: 0, max: 5 }) }),
          fc.record({ kind: fc.constant('multiply' as const), by: fc.integer({ min: 1, max: 3 }) }),
          fc.record({ kind: fc.constant('join' as const), by: fc.constant(0) }),
        ),
        { maxLength: 5 },
      )
      .map((steps) => {
        const [first, second] = [dim('n', n), dim('m', m)];
        const axis = steps.reduce<Axis>((found, { kind, by }) => {
          if (kind === 'divide') return quotientAxes(found, by);
          if (kind === 'add') return addAxes(found, by);
          return kind === 'multiply' ? multiplyAxes(found, by) : addAxes(found, second);
        }, first);
        return { axis, sizes: { n, m } };
      }),
  );

  test('have a text that comes to the size, whatever the sizes of the names', () => {
    fc.assert(
      fc.property(computed, ({ axis, sizes }) => {
        expect(evaluated(String(nameOf(axis)), sizes)).toBe(sizeOf(axis));
      }),
    );
  });

  test('are one however a size was divided', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 })), { maxLength: 4 });
    const divisor = fc.integer({ min: 2, max: 5 });
    fc.assert(
      fc.property(steps, divisor, divisor, (strides, p, q) => {
        const axis = strides.reduce<Axis>((found, [padding, by]) => quotientAxes(addAxes(found, padding), by), dim('n', 97));
        same(quotientAxes(quotientAxes(axis, p), q), quotientAxes(quotientAxes(axis, q), p));
        same(quotientAxes(quotientAxes(axis, p), q), quotientAxes(axis, p * q));
        same(quotientAxes(addAxes(axis, p), p), addAxes(quotientAxes(axis, p), 1));
        same(quotientAxes(multiplyAxes(axis, p), p), axis);
      }),
    );
  });
});
