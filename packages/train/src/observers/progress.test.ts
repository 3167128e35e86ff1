import { scalar, tensor } from '@cotangent/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/configError.ts';
import { foldObserved } from '../step/foldObserved.ts';
import { measurements, showMeasurements, showNumber } from './measurements.ts';
import { progressBar, type ProgressOptions } from './progressBar.ts';
import { type Progress, progressLine, showBar, showDuration, showRate } from './progressLine.ts';

const at: Progress = {
  label: 'XOR',
  step: 6000,
  total: 10_000,
  done: 6000,
  seconds: 0.25,
  ended: false,
  metrics: { loss: scalar(0.0427566), accuracy: scalar(1) },
};

describe('progressLine', () => {
  it('has bar, step, share, rate, time left and metrics', () => {
    expect(progressLine(at, 110)).toBe(
      'XOR ██████████████████░░░░░░░░░░░░ step  6000/10000   60%  24.0k steps/s  ETA 0:00  loss 0.04276  accuracy 1',
    );
    expect(progressLine({ ...at, label: undefined, seconds: 600, metrics: { loss: Number.NaN } }, 110)).toBe(
      '██████████████████░░░░░░░░░░░░ step  6000/10000   60%  10.0 steps/s  ETA 6:40  loss NaN',
    );
  });

  it('shows how long it took in the end, and no bar when the end is unknown', () => {
    expect(progressLine({ ...at, step: 10_000, done: 10_000, seconds: 75, ended: true }, 120)).toBe(
      'XOR ██████████████████████████████ step 10000/10000  100%  133 steps/s  in 1:15  loss 0.04276  accuracy 1',
    );
    expect(progressLine({ ...at, total: undefined }, 120)).toBe('XOR step 6000  24.0k steps/s  0:00  loss 0.04276  accuracy 1');
  });

  it('counts the time of this run only when it goes on from another', () => {
    expect(progressLine({ ...at, label: undefined, done: 1000, seconds: 1, metrics: {} }, 80)).toBe(
      '██████████████████░░░░░░░░░░░░ step  6000/10000   60%  1.00k steps/s  ETA 0:04',
    );
  });

  it('has nothing to say about time before the first step', () => {
    expect(progressLine({ ...at, label: undefined, step: 0, done: 0, seconds: 0, metrics: undefined }, 60)).toBe(
      '░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ step     0/10000    0%',
    );
  });

  it('fits: the bar shrinks, then goes, then text is cut', () => {
    fc.assert(
      fc.property(fc.nat(140), (columns) => {
        const line = progressLine(at, columns);
        expect(line.length).toBeLessThanOrEqual(columns);
        expect(line.includes('█')).toBe(columns >= 4 + 73 + 1 + 6);
      }),
    );
  });
});

describe('its parts', () => {
  it.each([
    [0, '0:00'],
    [7.4, '0:07'],
    [59.6, '1:00'],
    [754, '12:34'],
    [3723, '1:02:03'],
    [360_000, '100:00:00'],
  ])('%d seconds are %s', (seconds, text) => expect(showDuration(seconds)).toBe(text));

  it.each([
    [0.5, '0.50 steps/s'],
    [12.34, '12.3 steps/s'],
    [123.4, '123 steps/s'],
    [24_700, '24.7k steps/s'],
    [3_200_000, '3.20M steps/s'],
  ])('%d a second are %s', (rate, text) => expect(showRate(rate)).toBe(text));

  it.each([
    [0, '0'],
    [1, '1'],
    [-12, '-12'],
    [0.5, '0.5000'],
    [0.0427566, '0.04276'],
    [1234.56, '1235'],
    [1.2e-7, '1.20e-7'],
    [-3.456e8 - 0.5, '-3.46e+8'],
    [Number.NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('%d is %s', (value, text) => expect(showNumber(value)).toBe(text));

  it('fill bars from none to all', () => {
    expect([0, 0.49, 0.5, 1, 2, -1].map((share) => showBar(share, 4))).toEqual(['░░░░', '█░░░', '██░░', '████', '████', '░░░░']);
  });

  it('read single numbers anywhere in a tree, and pass over the rest', () => {
    const metrics = {
      loss: scalar(0.5),
      layers: { hidden: tensor([2]) },
      matrix: tensor([1, 2]),
      note: 'x',
      list: [1],
      plain: 3,
    };
    expect(measurements(metrics)).toEqual([
      ['loss', 0.5],
      ['layers.hidden', 2],
      ['plain', 3],
    ]);
    expect([showMeasurements(scalar(2)), showMeasurements(undefined)]).toEqual(['2', '']);
  });
});

/** A stream that keeps what is written, a clock that is moved by hand, and a step that moves it. */
const watched = (
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  options: Omit<ProgressOptions, 'now'>,
  milliseconds: number,
) => {
  const written: string[] = [];
  let time = 0;
  const step = (sum: number, x: number): readonly [number, { readonly loss: number }] => {
    time += milliseconds;
    if (Number.isNaN(x)) throw new Error('not a number');
    return [sum + x, { loss: 1 / (sum + x) }];
  };
  const progress = progressBar({ ...stream, write: (text) => written.push(text) }, { ...options, now: () => time });
  return { written, run: (xs: readonly number[]) => foldObserved(step, progress)(0, xs)() };
};

describe('progressBar on a terminal', () => {
  it('draws one line over and over, at most 20 times a second, and ends it', () => {
    const { written, run } = watched({ isTTY: true, columns: 120 }, { label: 'sum' }, 20);
    run([1, 2, 3, 4, 5, 6]);
    expect(written).toEqual([
      '\rsum ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ step 0/6    0%\u001b[K',
      '\rsum ███████████████░░░░░░░░░░░░░░░ step 3/6   50%  50.0 steps/s  ETA 0:00  loss 0.1667\u001b[K',
      '\rsum ██████████████████████████████ step 6/6  100%  50.0 steps/s  ETA 0:00  loss 0.04762\u001b[K',
      '\rsum ██████████████████████████████ step 6/6  100%  50.0 steps/s  in 0:00  loss 0.04762\u001b[K\n',
    ]);
  });

  it('leaves lasting lines above the bar', () => {
    const { written, run } = watched({ isTTY: true, columns: 64 }, { label: 'sum', every: 2 }, 10);
    run([1, 2]);
    expect(written).toEqual([
      '\rsum ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ step 0/2    0%\u001b[K',
      '\rsum step 2/2  loss 0.3333\u001b[K\n\rsum ████████ step 2/2  100%  100 steps/s  ETA 0:00  loss 0.3333\u001b[K',
      '\rsum █████████ step 2/2  100%  100 steps/s  in 0:00  loss 0.3333\u001b[K\n',
    ]);
  });

  it('takes a terminal without a width, or with one of 0, for one of 80 columns', () => {
    const pictures = [{ columns: 80 }, {}, { columns: 0 }].map((size) => {
      const { written, run } = watched({ isTTY: true, ...size }, { label: 'sum' }, 60);
      run([1, 2]);
      return written;
    });
    expect(pictures[0]?.at(-1)).toContain('█');
    expect(pictures.slice(1)).toEqual([pictures[0], pictures[0]]);
  });

  it('draws no more pictures for a million steps in a second than for twenty', () => {
    const { written, run } = watched({ isTTY: true }, {}, 1 / 1024);
    run(Array.from({ length: 102_400 }, () => 1));
    // 100 ms: the first picture, two redrawn, and the last.
    expect(written.length).toBe(4);
  });

  it('ends the line when a run fails, and starts anew with the next', () => {
    const { written, run } = watched({ isTTY: true, columns: 80 }, {}, 60);
    expect(() => run([1, Number.NaN])).toThrow('not a number');
    expect(written.at(-1)?.endsWith('step 1/2   50%  8.33 steps/s  in 0:00  loss 1\u001b[K\n')).toBe(true);
    run([1]);
    expect(written.at(-1)?.endsWith('step 1/1  100%  16.7 steps/s  in 0:00  loss 1\u001b[K\n')).toBe(true);
  });
});

describe('progressBar in plain lines', () => {
  it('writes about ten lines, and the last step', () => {
    const { written, run } = watched({}, { label: 'sum' }, 1);
    run(Array.from({ length: 23 }, () => 1));
    expect(written.length).toBe(12);
    expect(written.slice(-2)).toEqual(['sum step 22/23  loss 0.04545\n', 'sum step 23/23  loss 0.04348\n']);
  });

  it('writes one line in so many', () => {
    const { written, run } = watched({ isTTY: false }, { every: 2 }, 1);
    run([1, 1, 1, 1]);
    expect(written).toEqual(['step 2/4  loss 0.5000\n', 'step 4/4  loss 0.2500\n']);
    written.length = 0;
    run([]);
    expect(written).toEqual([]);
  });
});

describe('wrong options', () => {
  const stream = { write: () => true };
  it('are refused by name', () => {
    expect(() => progressBar(stream, { every: 0 })).toThrow(
      new ConfigError('progressBar: every is 0, expected a whole number of at least 1'),
    );
    expect(() => progressBar(stream, { lable: 'x' } as never)).toThrow(
      new ConfigError('progressBar: lable is "x", expected one of the options label, every, now'),
    );
  });
});
