import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Line, type Precision, richardson, type Verdict } from './line.ts';

const precision: Precision = { step: 2 ** -11, atol: 1e-9, rtol: 1e-8 };
const line =
  (f: (x: number) => number, x = 0): Line =>
  (t) => ({ value: f(x + t), magnitude: Math.abs(f(x + t)) });

/** From -3 to 3, off 0. */
const grid = fc
  .integer({ min: -192, max: 192 })
  .filter((n) => n !== 0)
  .map((n) => n / 64);

const smooth: readonly (readonly [string, (x: number) => number, (x: number) => number])[] = [
  ['exp', Math.exp, Math.exp],
  ['sin', Math.sin, Math.cos],
  ['cube', (x) => x ** 3, (x) => 3 * x * x],
  ['tanh', Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
];

describe('Richardson extrapolation', () => {
  it.each(smooth)('errs by less than 1e-12 of %s', (_, f, derivative) => {
    fc.assert(
      fc.property(
        grid,
        (x) => Math.abs(richardson(line(f, x), 2 ** -11) - derivative(x)) <= 1e-12 * Math.max(1, Math.abs(derivative(x))),
      ),
    );
  });
});

describe('a comparison', () => {
  it.each(smooth)('accepts the derivative of %s', (_, f, derivative) => {
    fc.assert(fc.property(grid, (x) => compare(derivative(x), line(f, x), precision)._tag === 'Agrees'));
  });

  it.each(smooth)('refuses a derivative of %s that is off by a millionth', (_, f, derivative) => {
    const wrong = (x: number): number => derivative(x) * (1 + 1e-6) + 1e-8;
    fc.assert(fc.property(grid, (x) => compare(wrong(x), line(f, x), precision)._tag === 'Differs'));
  });

  const singular: readonly (readonly [string, (x: number) => number, (x: number) => number])[] = [
    ['log', Math.log, (x) => 1 / x],
    ['square root', Math.sqrt, (x) => 0.5 / Math.sqrt(x)],
    ['reciprocal', (x) => 1 / x, (x) => -1 / x ** 2],
  ];
  /** From 1 down to a millionth. */
  const towardZero = Array.from({ length: 601 }, (_, n) => 10 ** (-n / 100));

  it.each(singular)(
    'accepts the derivative of %s near 0, as far as steps can tell, and never calls it wrong',
    (_, f, derivative) => {
      const verdicts = towardZero.map((x) => [x, compare(derivative(x), line(f, x), precision)] as const);
      const isFine = (x: number, verdict: Verdict): boolean =>
        verdict._tag === 'Agrees' || (x < 5e-5 && verdict._tag === 'Differs' && !verdict.settled);
      expect(verdicts.filter(([x, verdict]) => !isFine(x, verdict))).toEqual([]);
    },
  );

  it.each(singular)('refuses a derivative of %s near 0 that is off by a thousandth', (_, f, derivative) => {
    const verdicts = towardZero.map((x) => compare(derivative(x) * 1.001, line(f, x), precision)._tag);
    expect(new Set(verdicts)).toEqual(new Set(['Differs']));
  });

  it('tells right from wrong of what oscillates fast', () => {
    const frequency = fc.integer({ min: 0, max: 400 }).map((n) => 10 ** (n / 100));
    fc.assert(
      fc.property(grid, frequency, (x, w) => {
        const slope = w * Math.cos(w * x);
        const at = line((t) => Math.sin(w * t), x);
        const [right, wrong] = [slope, slope + w / 1000].map((analytic) => compare(analytic, at, precision));
        expect(right).not.toMatchObject({ settled: true });
        expect(wrong?._tag).not.toBe('Agrees');
        // At its peaks the slope is nearly 0, and so is what a smaller step may be off by.
        if (Math.abs(slope) > w / 10) expect([right?._tag, wrong?._tag]).toEqual(['Agrees', 'Differs']);
      }),
    );
  });

  it('does not take a step that agrees by chance for proof', () => {
    // The step 2^-19 is off by what this derivative is off by.
    const [x, w] = [-0.03125, 38904.51449942805];
    const at = line((t) => Math.sin(w * t), x);
    expect(compare(richardson(at, 2 ** -19), at, precision)._tag).toBe('Differs');
  });

  it('knows whether the numerical derivative has settled', () => {
    expect(compare(2, line(Math.sin, 1), precision)).toMatchObject({ settled: true });
    expect(
      compare(
        2,
        line((t) => Math.sin(3000 * t), 1),
        precision,
      ),
    ).toMatchObject({ settled: true, numeric: expect.closeTo(3000 * Math.cos(3000), 4) as number });
    expect(compare(2, line(Math.log), precision)).toMatchObject({ settled: false });
    expect(compare(0, line(Math.sqrt, 1e-9), precision)).toMatchObject({ settled: false });
  });

  /** From two steps to the left of the point to two steps to its right. */
  const nearby = fc.integer({ min: -400, max: 400 }).map((n) => (n / 200) * precision.step);

  it('never refuses a right slope beside a kink, wherever the kink is', () => {
    const relu = (x: number): number => Math.max(0, 3 * x) + x * x;
    fc.assert(
      fc.property(
        nearby,
        (kink) =>
          compare(
            kink < 0 ? 3 - 2 * kink : -2 * kink,
            line((t) => relu(t - kink)),
            precision,
          )._tag !== 'Differs',
      ),
    );
  });

  it('never refuses a right slope beside a jump, wherever the jump is', () => {
    const step = (x: number): number => (x > 0 ? 1 : 0) + x;
    fc.assert(
      fc.property(
        nearby,
        (jump) =>
          compare(
            1,
            line((t) => step(t - jump)),
            precision,
          )._tag !== 'Differs',
      ),
    );
  });

  it('calls a kink at the point a kink, and a jump one', () => {
    expect(compare(0, line(Math.abs), precision)._tag).toBe('Agrees');
    expect(
      compare(
        0,
        line((t) => Math.max(0, t)),
        precision,
      )._tag,
    ).toBe('Kink');
    expect(
      compare(
        1,
        line((t) => Math.max(0, t)),
        precision,
      )._tag,
    ).toBe('Kink');
    expect(compare(0, line(Math.sign), precision)._tag).toBe('Kink');
    expect(
      compare(
        0,
        line((t) => (t < 0 ? 0 : 1)),
        precision,
      )._tag,
    ).toBe('Kink');
  });

  it('refuses a slope that a kink does not explain', () => {
    fc.assert(
      fc.property(
        nearby,
        (kink) =>
          compare(
            7,
            line((t) => Math.max(0, t - kink)),
            precision,
          )._tag === 'Differs',
      ),
    );
  });

  it('refuses what is not a number', () => {
    expect(compare(Number.NaN, line(Math.sin), precision)._tag).toBe('Differs');
    expect(compare(1, line(Math.log), precision)._tag).toBe('Differs');
    expect(compare(Number.POSITIVE_INFINITY, line(Math.sin), precision)._tag).toBe('Differs');
  });

  it('allows for rounding of large values, not for large arrays', () => {
    const offset = 2 ** 30;
    expect(
      compare(
        1,
        line((t) => offset + Math.sin(t)),
        precision,
      )._tag,
    ).toBe('Agrees');
    expect(
      compare(
        1.1,
        line((t) => offset + Math.sin(t)),
        precision,
      )._tag,
    ).toBe('Differs');
  });
});
