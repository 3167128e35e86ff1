import { expect, test } from 'vitest';
import { documentationFaults, publicExports } from './publicExports.ts';

const sources: Readonly<Record<string, string>> = {
  'p/index.ts': `
    import { late } from './late.ts';
    export { sum, bare as renamed, type Shape } from './sum.ts';
    export * from './star.ts';
    export * as random from './random.ts';
    export { pipe } from 'fp-ts/lib/function.js';
    export { missing } from './sum.ts';
    export { late };
  `,
  'p/sum.ts': `
    /** Sums. @example
     * \`\`\`ts
     * sum();
     * \`\`\`
     */
    export function sum(): void;
    export function sum(x?: number): void {}
    export const bare = 1;
    /** A shape. */
    export type Shape = readonly number[];
    /** Not public. */
    export const hidden = 1;
  `,
  'p/star.ts': `
    /** A class needs no example. */
    export class Fault extends Error {}
    /** Described, not shown. */
    export const described = 1;
  `,
  'p/random.ts': 'export const uniform = 1;',
  'p/late.ts': '/** Late. */ export const late = 1;',
};

const names = publicExports((path) => ({ path, text: sources[path] ?? '' }), 'p/index.ts');

test('names are followed through every form of export to their declarations', () => {
  expect([...new Set(names.map((one) => `${one.path} ${one.name}`))].toSorted()).toEqual([
    'p/late.ts late',
    'p/random.ts random.uniform',
    'p/star.ts Fault',
    'p/star.ts described',
    'p/sum.ts Shape',
    'p/sum.ts missing',
    'p/sum.ts renamed',
    'p/sum.ts sum',
  ]);
});

test('a missing docstring and a missing example are faults that name the place', () => {
  expect(documentationFaults(names, true).toSorted()).toEqual([
    'p/late.ts:1: late has no @example',
    'p/random.ts:1: random.uniform has no docstring',
    'p/star.ts:5: described has no @example',
    'p/sum.ts:1: missing has no docstring',
    'p/sum.ts:9: renamed has no docstring',
  ]);
});

test('without a demand for examples, docstrings suffice', () => {
  expect(documentationFaults(names, false).toSorted()).toEqual([
    'p/random.ts:1: random.uniform has no docstring',
    'p/sum.ts:1: missing has no docstring',
    'p/sum.ts:9: renamed has no docstring',
  ]);
});
