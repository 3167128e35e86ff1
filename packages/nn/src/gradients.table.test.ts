import { uncovered } from '@cotangent/grad/testing';
import { describe, expect, it } from 'vitest';
import { nnTable } from '../test/gradientTable.ts';
import * as nn from './index.ts';

const cases = Object.entries(nnTable).flatMap(([name, row]) =>
  'none' in row ? [] : Object.entries(row).map(([variant, check]) => [`${name} ${variant}`, check] as const),
);

describe('the table of nn', () => {
  it('has a row for every function', () => {
    expect(uncovered(nn, nnTable)).toEqual([]);
  });
});

describe('the gradient of', () => {
  it.each(cases)('%s', (_, check) => {
    check({ seed: 42, numRuns: 3 });
  });
});
