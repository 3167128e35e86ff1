/**
 * What calls and networks cost the type checker, held to their budgets, and what the documentation says they cost, held to that. Counts of
 * instantiations, not times: they are the same on every machine. `pnpm bench:types` prints them all.
 */
import { describe, expect, test } from 'vitest';
import { readSource } from '../workspace.ts';
import { figuresIn, strayed } from './figures.ts';
import { firstCost, marginalCost, programCost } from './measure.ts';
import { costRows, programRows } from './rows.ts';

const patience = 120_000;
const documents = ['README.md', 'docs/shapes.md'];
const figures = documents.flatMap((path) => figuresIn(readSource(path)));
const firstCalls = costRows.flatMap((row) => (row.first === undefined ? [] : [{ ...row, first: row.first }]));

describe.concurrent('instantiations for one more call', { timeout: patience }, () => {
  test.each(costRows)('$name: at most $budget', async (row) => {
    const cost = await marginalCost(row);
    expect(cost).toBeLessThanOrEqual(row.budget);
    expect(strayed(figures, row.name, 'one more', cost)).toEqual([]);
  });
});

describe.concurrent('instantiations for the first call', { timeout: patience }, () => {
  test.each(firstCalls)('$name: at most $first', async (row) => {
    const cost = await firstCost(row);
    expect(cost).toBeLessThanOrEqual(row.first);
    expect(strayed(figures, row.name, 'the first', cost)).toEqual([]);
  });
});

describe.concurrent('instantiations for a whole program', { timeout: patience }, () => {
  test.each(programRows)('$name: at most $budget', async (row) => {
    const { instantiations } = await programCost(row);
    expect(instantiations).toBeLessThanOrEqual(row.budget);
    expect(strayed(figures, row.name, 'in all', instantiations)).toEqual([]);
  });
});

describe('the figures of the documentation', () => {
  const measured = [
    ...costRows.map(({ name }) => `one more, ${name}`),
    ...firstCalls.map(({ name }) => `the first, ${name}`),
    ...programRows.map(({ name }) => `in all, ${name}`),
  ];

  test.each(documents)('%s gives figures of rows that are measured above', (path) => {
    const found = figures.filter((figure) => figure.path === path).map(({ of, name }) => `${of}, ${name}`);
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((one) => !measured.includes(one))).toEqual([]);
  });
});

describe('the measure', () => {
  test('counts a call that needs more', { timeout: patience }, async () => {
    const row = { name: 'no call', operands: () => '', call: () => '0', budget: 0 };
    expect(await marginalCost(row)).toBe(0);
    expect(await marginalCost({ ...row, call: (i) => `T.zeros([${i}])` })).toBeGreaterThan(0);
    expect(await firstCost(row)).toBe(0);
    expect(await firstCost({ ...row, call: (i) => `T.zeros([${i}])` })).toBeGreaterThan(0);
  });

  test('refuses a row that does not compile', { timeout: patience }, async () => {
    const wrong = { name: 'wrong', operands: () => '', call: () => 'T.zeros()', budget: 0 };
    await expect(marginalCost(wrong)).rejects.toThrow('does not compile');
  });
});
