import { describe, expect, it } from 'vitest';
import { primitiveTable } from '../../test/primitiveTable.ts';
import { jvpRules } from '../rules/jvp.ts';
import { casesOf } from './gradientTable.ts';

describe('the table of primitives', () => {
  it('has a row for every derivative rule', () => {
    expect(Object.keys(primitiveTable).sort()).toEqual(Object.keys(jvpRules).sort());
  });

  it('leaves out only what has no rule, and what can stand in no function', () => {
    const unchecked = Object.entries(primitiveTable).flatMap(([name, row]) => ('none' in row ? [name] : []));
    const rules: Readonly<Record<string, unknown>> = jvpRules;
    expect(unchecked.filter((name) => typeof rules[name] !== 'string')).toEqual(['customTangent']);
  });
});

describe('the gradient of the primitive', () => {
  it.each(casesOf(primitiveTable))('%s', (_, check) => {
    check({ seed: 42, numRuns: 5 });
  });
});
