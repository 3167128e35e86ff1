import { describe, expect, test } from 'vitest';
import { allExamples, examine, placeOf } from './examples.ts';
import { documentationFaults, publicExports } from './publicExports.ts';
import { publicPackages, readSource } from './workspace.ts';

const examples = allExamples();
const faults = await examine(examples);

describe('examples of the documentation', () => {
  test.each(examples.map((example) => [placeOf(example), example] as const))('%s', (_, example) => {
    const fault = faults.get(example);
    if (fault !== undefined) expect.fail(fault);
  });
});

/**
 * The entry for people who write interpretations: its builders are a table under one heading, and the examples stand at
 * the public functions that are written in them.
 */
const tables: ReadonlySet<string> = new Set(['@cotangent/core/primitives']);

const entries = publicPackages.flatMap(({ folder, manifest }) =>
  Object.entries(manifest.exports ?? {}).map(([name, path]) => ({
    name: `${manifest.name}${name.slice(1)}`,
    path: `packages/${folder}/${path.slice(2)}`,
  })),
);

describe('documentation of public names', () => {
  test.each(entries)('$name: every export has its docstring and example', ({ name, path }) => {
    const isTable = tables.has(name);
    const names = publicExports(readSource, path).filter((one) => !isTable || !one.name.includes('.'));
    expect(documentationFaults(names, !isTable)).toEqual([]);
  });
});
