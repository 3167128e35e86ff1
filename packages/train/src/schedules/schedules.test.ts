import { compile, scalar, type Tensor, trace } from '@cotangent/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/configError.ts';
import { decodeSchedule } from './decodeSchedule.ts';
import { joinSchedules } from './joinSchedules.ts';
import { piecewise } from './piecewise.ts';
import type { Schedule } from './schedule.ts';
import { constant, cosineDecay, exponentialDecay, linear, warmupCosine } from './schedules.ts';

const at = (schedule: Schedule, step: number): number => schedule(scalar(step, 'i32')).item();
const upTo = (schedule: Schedule, steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, step) => at(schedule, step));
const falls = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value <= (values[index - 1] ?? Infinity));
const rises = (values: readonly number[]): boolean => falls(values.toReversed());

const steps = fc.integer({ min: 1, max: 40 });
const rate = fc.integer({ min: 1, max: 640 }).map((n) => n / 64);

describe('schedules', () => {
  it('have the values of their formulas, rounded once to float32', () => {
    fc.assert(
      fc.property(rate, rate, steps, fc.nat(60), (from, to, length, step) => {
        const share = Math.min(step, length) / length;
        expect(at(constant(from), step)).toBe(Math.fround(from));
        expect(at(linear({ from, to, steps: length }), step)).toBe(Math.fround(from + share * (to - from)));
        expect(at(cosineDecay({ from, to, steps: length }), step)).toBeCloseTo(
          to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2,
          5,
        );
        const decayed = from * 0.5 ** (step / length);
        expect(Math.abs(at(exponentialDecay({ from, factor: 0.5, steps: length }), step) / decayed - 1)).toBeLessThan(2 ** -23);
      }),
    );
  });

  it('fall from the first value to the last, and stay there', () => {
    fc.assert(
      fc.property(rate, steps, (from, length) => {
        for (const schedule of [linear({ from, to: 0, steps: length }), cosineDecay({ from, steps: length })]) {
          const values = upTo(schedule, length + 3);
          expect(falls(values)).toBe(true);
          expect([values[0], values[length], values.at(-1)]).toEqual([Math.fround(from), 0, 0]);
        }
        expect(falls(upTo(exponentialDecay({ from, factor: 0.3, steps: length }), 50))).toBe(true);
        expect(rises(upTo(exponentialDecay({ from, factor: 3, steps: length }), 20))).toBe(true);
      }),
    );
  });

  it('warm up to the peak, reach it once, and cool down', () => {
    fc.assert(
      fc.property(rate, steps, steps, (peak, warmup, rest) => {
        const values = upTo(warmupCosine({ peak, warmup, steps: warmup + rest }), warmup + rest);
        expect(rises(values.slice(0, warmup + 1))).toBe(true);
        expect(falls(values.slice(warmup))).toBe(true);
        expect([values[0], values[warmup], values.at(-1)]).toEqual([0, Math.fround(peak), 0]);
      }),
    );
  });

  it('join: each starts at its own step 0 at its boundary', () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 4 }), fc.nat(100), (lengths, step) => {
        const boundaries = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((a, b) => a + b));
        const ramps = boundaries.map((boundary) => linear({ from: boundary, to: boundary + 1000, steps: 1000 }));
        const joined = joinSchedules([linear({ from: 0, to: 1000, steps: 1000 }), ...ramps], boundaries);
        // The step counted from each boundary, plus the boundary, is the step.
        expect(at(joined, step)).toBe(step);
      }),
    );
  });

  it('in pieces: each value from its boundary on', () => {
    expect(upTo(piecewise({ values: [3, 2, 1], boundaries: [2, 4] }), 5)).toEqual([3, 3, 2, 2, 1, 1]);
  });

  it('are pieces of a compiled step', () => {
    const schedule = warmupCosine({ peak: 1, warmup: 3, steps: 9 });
    const compiled = compile((step: Tensor<[], 'i32'>) => schedule(step));
    expect(Array.from({ length: 12 }, (_, step) => compiled(scalar(step, 'i32')).item())).toEqual(upTo(schedule, 11));
    expect(trace(schedule)(scalar(0, 'i32')).program.outputs.map(({ dtype, rank }) => [dtype, rank])).toEqual([['f32', 0]]);
  });

  it('take many steps', () => {
    expect(at(linear({ from: 0, to: 1, steps: 2 ** 30 }), 2 ** 29)).toBe(0.5);
    expect(at(exponentialDecay({ from: 1, factor: 0.5, steps: 1_000_000 }), 1_000_000)).toBe(0.5);
  });
});

const [none, part]: readonly [number, number] = [0, 2.5];

const refusals: readonly (readonly [message: string, make: () => unknown])[] = [
  ['linear: steps is 0, expected a whole number of at least 1', () => linear({ from: 1, to: 0, steps: none })],
  ['linear: steps is 2.5, expected a whole number of at least 1', () => linear({ from: 1, to: 0, steps: part })],
  ['linear: from is NaN, expected a finite number', () => linear({ from: Number.NaN, to: 0, steps: 1 })],
  ['linear: stesp is 3, expected one of the options from, to, steps', () => linear({ from: 1, to: 0, stesp: 3 } as never)],
  ['constant: value is Infinity, expected a finite number', () => constant(Infinity)],
  [
    'exponentialDecay: factor is 0, expected a finite number above 0',
    () => exponentialDecay({ from: 1, factor: none, steps: 1 }),
  ],
  ['cosineDecay: from is "1", expected a finite number', () => cosineDecay({ from: '1' as never, steps: 1 })],
  ['warmupCosine: steps is 10, expected a finite number above 10', () => warmupCosine({ peak: 1, warmup: 10, steps: 10 })],
  [
    'warmupCosine: peak is missing, expected a finite number of at least 0',
    () => warmupCosine({ warmup: 1, steps: 10 } as never),
  ],
  [
    'joinSchedules: boundaries is an array of 0, expected 1 rising steps, one between each two',
    () => joinSchedules([constant(1), constant(2)], [] as readonly number[]),
  ],
  [
    'joinSchedules: boundaries is an array of 2, expected 2 rising steps, one between each two',
    () => joinSchedules([constant(1), constant(2), constant(3)], [5, 5]),
  ],
  [
    'piecewise: values is an array of 0, expected an array of at least 1',
    () => piecewise({ values: [] as readonly number[], boundaries: [] }),
  ],
  [
    'piecewise: boundaries is an array of 1, expected 2 rising steps, one between each two',
    () => piecewise({ values: [1, 2, 3], boundaries: [5] as readonly number[] }),
  ],
];

describe('wrong schedules', () => {
  it.each(refusals)('%s', (message, make) => expect(make).toThrow(new ConfigError(message)));
});

describe('decodeSchedule', () => {
  it.each([
    [{ schedule: 'constant', value: 0.5 }, constant(0.5)],
    [{ schedule: 'linear', from: 1, to: 0, steps: 7 }, linear({ from: 1, to: 0, steps: 7 })],
    [{ schedule: 'exponentialDecay', from: 1, factor: 0.5, steps: 7 }, exponentialDecay({ from: 1, factor: 0.5, steps: 7 })],
    [{ schedule: 'cosineDecay', from: 1, to: 0.5, steps: 7 }, cosineDecay({ from: 1, to: 0.5, steps: 7 })],
    [{ schedule: 'warmupCosine', peak: 1, warmup: 2, steps: 7 }, warmupCosine({ peak: 1, warmup: 2, steps: 7 })],
    [{ schedule: 'piecewise', values: [3, 2, 1], boundaries: [2, 4] }, piecewise({ values: [3, 2, 1], boundaries: [2, 4] })],
  ] as const)('%o', (json, schedule) => {
    const decoded = decodeSchedule(JSON.parse(JSON.stringify(json)));
    expect(decoded._tag === 'Right' ? upTo(decoded.right, 10) : decoded.left).toEqual(upTo(schedule, 10));
  });

  it.each([
    [{}, 'schedule: schedule is missing, expected constant, linear, exponentialDecay, cosineDecay, warmupCosine, piecewise'],
    [null, 'schedule: schedule is missing, expected constant, linear, exponentialDecay, cosineDecay, warmupCosine, piecewise'],
    [
      { schedule: 'toString' },
      'schedule: schedule is "toString", expected constant, linear, exponentialDecay, cosineDecay, warmupCosine, piecewise',
    ],
    [{ schedule: 'linear', from: 1, to: null, steps: 1 }, 'linear: to is null, expected a finite number'],
    [{ schedule: 'warmupCosine', peak: 1, warmup: 5, steps: 5 }, 'warmupCosine: steps is 5, expected a finite number above 5'],
    [{ schedule: 'piecewise', values: [1, 'a'], boundaries: [2] }, 'piecewise: values[1] is "a", expected a finite number'],
  ])('refuses %o', (json, message) => {
    const decoded = decodeSchedule(json);
    expect(decoded._tag === 'Left' ? decoded.left : decoded).toEqual(new ConfigError(message));
  });
});
