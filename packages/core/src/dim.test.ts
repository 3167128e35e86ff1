import { describe, expect, it } from 'vitest';
import { agree, checkAxes, dim, sameAxis, showAxes } from './dim.ts';
import { ShapeError } from './errors.ts';

describe('dimensions', () => {
  it('show their names with their sizes', () => {
    expect(showAxes([dim('batch', 32), 10])).toBe('[batch=32, 10]');
    expect(showAxes([])).toBe('[]');
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 31])('refuse the size %s', (size) => {
    expect(() => dim('batch', size)).toThrow(ShapeError);
    expect(() => checkAxes('zeros', [2, size])).toThrow('zeros: axis 1');
  });

  it('are one when size and name agree: a name is never a number', () => {
    expect(agree(dim('a', 2), dim('a', 2))).toBe(true);
    expect(agree(2, 2)).toBe(true);
    expect(agree(dim('a', 2), dim('b', 2))).toBe(false);
    expect(agree(dim('a', 2), 2)).toBe(false);
    expect(agree(2, dim('a', 2))).toBe(false);
    expect(agree(dim('a', 2), dim('a', 3))).toBe(false);
  });

  it('may be one in primitives when size and name agree, and a literal agrees with any name', () => {
    expect(sameAxis(dim('a', 2), dim('a', 2))).toBe(true);
    expect(sameAxis(dim('a', 2), dim('b', 2))).toBe(false);
    expect(sameAxis(dim('a', 2), 2)).toBe(true);
    expect(sameAxis(dim('a', 2), dim('a', 3))).toBe(false);
  });
});
