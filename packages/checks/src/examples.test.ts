import { expect, test } from 'vitest';
import { examine } from './examples.ts';
import type { Example, Expectation } from './fences.ts';

const faultsOf = async (cases: readonly (readonly [string, Expectation])[]): Promise<readonly (string | undefined)[]> => {
  const examples = cases.map(([code, expectation], index): Example => ({
    path: 'docs/a.md',
    line: 10 * (index + 1),
    code,
    expectation,
  }));
  const faults = await examine(examples);
  return examples.map((one) => faults.get(one));
};

const wrong = `const x: number = 'text';`;
const message = `Type 'string' is not assignable to type 'number'.`;
const branded = `const f = (x: 'sizes differ: 3 vs 4, say dim("n", 4)'): void => undefined;\nf(1);`;

test('examples that do as they are expected to have no fault', async () => {
  expect(
    await faultsOf([
      [`import assert from 'node:assert/strict';\nawait Promise.resolve();\nassert.equal(1, 1);`, { kind: 'runs' }],
      [`console.log('quiet');`, { kind: 'runs' }],
      [`throw new Error('not run');`, { kind: 'compiles' }],
      [wrong, { kind: 'fails', message }],
      [branded, { kind: 'fails', message: 'sizes differ: 3 vs 4, say dim("n", 4)' }],
    ]),
  ).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('an example that breaks its promise has a fault at its line, and the others still run', async () => {
  const faults = await faultsOf([
    [`import assert from 'node:assert/strict';\nassert.equal(1, 2);`, { kind: 'runs' }],
    [`const a = 1;\n${wrong}`, { kind: 'runs' }],
    [`process.exit(0);`, { kind: 'runs' }],
    [`void Promise.reject(new Error('lost'));\nawait new Promise((done) => setTimeout(done, 50));`, { kind: 'runs' }],
    [`await new Promise(() => undefined);`, { kind: 'runs' }],
    [wrong, { kind: 'compiles' }],
    [`const x = 1;`, { kind: 'fails', message }],
    [wrong, { kind: 'fails', message: `Type 'string' is not assignable` }],
    [branded, { kind: 'fails', message: 'sizes differ: 3 vs 4' }],
    [wrong, { kind: 'fails', message: undefined }],
    [`const x = 1;`, { kind: 'misspelt', info: 'ts norun' }],
    [`export const fine = 1;`, { kind: 'runs' }],
  ]);
  expect(faults.map((fault) => fault?.split('\n')[0])).toEqual([
    expect.stringMatching(/^docs\/a\.md:10: AssertionError/),
    `docs/a.md:21: ${message}`,
    expect.stringMatching(/^docs\/a\.md:30: ended the process \(0\)/),
    expect.stringMatching(/^docs\/a\.md:40: ended the process \(1\)/),
    expect.stringMatching(/^docs\/a\.md:50: ended the process \(13\)/),
    `docs/a.md:60: ${message}`,
    'docs/a.md:70: compiles, but must fail with',
    'docs/a.md:80: must say',
    'docs/a.md:90: must say',
    `docs/a.md:100: a 'ts error' example needs a 'text' fence after it`,
    `docs/a.md:110: an example is marked 'ts', 'ts no-run' or 'ts error', not 'ts norun'`,
    undefined,
  ]);
});
