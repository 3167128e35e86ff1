import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from './config/configError.ts';
import { lineChart } from './lineChart.ts';

const curve = (length: number, f: (x: number) => number): readonly number[] =>
  Array.from({ length }, (_, index) => f(index / (length - 1)));

describe('lineChart', () => {
  it('draws a loss', () => {
    expect(
      lineChart(
        curve(10_000, (x) => 0.7 * Math.exp(-5 * x)),
        { width: 40, height: 6 },
      ),
    ).toMatchInlineSnapshot(`
      "  0.7000 ┤⢧                             
               │⠈⢳⡀                           
               │  ⠙⢦⡀                         
               │    ⠙⢦⣀                       
               │      ⠈⠓⠦⢤⣀⡀                  
      0.004717 ┤           ⠉⠙⠒⠒⠲⠤⠤⠤⠤⠤⣄⣀⣀⣀⣀⣀⣀⣀⣀"
    `);
  });

  it('draws few values as lines, many as what they span', () => {
    expect(lineChart([0, 1, 0], { width: 20, height: 3 })).toMatchInlineSnapshot(`
      "1 ┤      ⣠⠴⠋⠳⢤⡀     
        │   ⣠⠴⠋⠁    ⠉⠳⢤⡀  
      0 ┤⣠⠴⠋⠁          ⠉⠳⢤"
    `);
    expect(
      lineChart(
        curve(5000, (x) => Math.sin(1000 * x)),
        { width: 20, height: 3 },
      ),
    ).toMatchInlineSnapshot(`
      " 1.000 ┤⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
             │⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
      -1.000 ┤⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿"
    `);
  });

  it('draws a level line, a single value, nothing at all, and leaves gaps for what is no number', () => {
    expect(lineChart([2, 2], { width: 20, height: 3 })).toMatchInlineSnapshot(`
      "2 ┤                 
        │⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
      2 ┤                 "
    `);
    expect(lineChart([3], { width: 10, height: 1 })).toMatchInlineSnapshot(`"3 ┤⠤⠤⠤⠤⠤⠤⠤"`);
    expect(lineChart([], { width: 10, height: 2 })).toMatchInlineSnapshot(`
      "1 ┤       
      0 ┤       "
    `);
    expect(lineChart([1, 2, Number.NaN, 3, Infinity, 5, 6], { width: 30, height: 2 })).toMatchInlineSnapshot(`
      "6 ┤                    ⠒⠒⠒⠒⠒⠋⠉
      1 ┤⣀⣀⡤⠤⠤⠤⠤    ⠈⠉⠉⠉⠁           "
    `);
  });

  it('holds values between given ends', () => {
    expect(lineChart([-5, 5, 0.5], { width: 20, height: 3, from: 0, to: 1 })).toMatchInlineSnapshot(`
      "1 ┤     ⡏⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⣇
        │    ⢠⠇          ⠸
      0 ┤⣀⣀⣀⣀⣸            "
    `);
  });

  it('has the size it is given, labels of the least and greatest, and a dot in each column of a finite curve', () => {
    const values = fc.array(fc.integer({ min: -640, max: 640 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 12, max: 60 }), fc.integer({ min: 2, max: 12 }), (given, width, height) => {
        const lines = lineChart(given, { width, height }).split('\n');
        expect(lines.map(({ length }) => length)).toEqual(lines.map(() => width));
        expect(lines.length).toBe(height);
        expect(lines[0]?.trimStart().split(' ')[0]).toBe(String(Math.max(...given)));
        expect(lines.at(-1)?.trimStart().split(' ')[0]).toBe(String(Math.min(...given)));
        const margin = (lines[0] ?? '').indexOf('┤') + 1;
        for (let column = margin; column < width; column++) expect(lines.some((line) => line[column] !== ' ')).toBe(true);
      }),
    );
  });

  it('takes a million values', () => {
    expect(lineChart(curve(1_000_000, (x) => x)).split('\n').length).toBe(10);
  });

  it('refuses wrong options by name', () => {
    expect(() => lineChart([1], { height: 0 })).toThrow(
      new ConfigError('lineChart: height is 0, expected a whole number of at least 1'),
    );
    expect(() => lineChart([1], { hieght: 1 } as never)).toThrow(
      new ConfigError('lineChart: hieght is 1, expected one of the options width, height, from, to'),
    );
  });
});
