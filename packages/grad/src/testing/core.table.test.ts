import * as core from '@cotangent/core';
import { describe, expect, it } from 'vitest';
import { coreTable } from '../../test/coreTable.ts';
import { casesOf, uncovered } from './gradientTable.ts';

describe('the table of core', () => {
  it('has a row for every function', () => {
    expect(uncovered(core, coreTable)).toEqual([]);
  });
});

describe('the gradient of', () => {
  it.each(casesOf(coreTable))('%s', (_, check) => {
    check({ seed: 42, numRuns: 3 });
  });
});
