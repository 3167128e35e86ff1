/**
 * What calls and networks cost the type checker, held to their budgets. Counts of instantiations, not times: they are the same on
 * every machine. `pnpm bench:types` prints them all.
 */
import { describe, expect, test } from 'vitest';
import { marginalCost, programCost } from './measure.ts';
import { costRows, programRows } from './rows.ts';

const patience = 120_000;

describe.concurrent('instantiations for one more call', { timeout: patience }, () => {
  test.each(costRows)('$name: at most $budget', async (row) => {
    expect(await marginalCost(row)).toBeLessThanOrEqual(row.budget);
  });
});

describe.concurrent('instantiations for a whole program', { timeout: patience }, () => {
  test.each(programRows)('$name: at most $budget', async (row) => {
    expect((await programCost(row)).instantiations).toBeLessThanOrEqual(row.budget);
  });
});

describe('the measure', () => {
  test('counts a call that needs more', { timeout: patience }, async () => {
    const row = { name: 'no call', operands: () => '', call: () => '0', budget: 0 };
    expect(await marginalCost(row)).toBe(0);
    expect(await marginalCost({ ...row, call: (i) => `T.zeros([${i}])` })).toBeGreaterThan(0);
  });

  test('refuses a row that does not compile', { timeout: patience }, async () => {
    const wrong = { name: 'wrong', operands: () => '', call: () => 'T.zeros()', budget: 0 };
    await expect(marginalCost(wrong)).rejects.toThrow('does not compile');
  });
});
