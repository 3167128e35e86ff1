/**
 * Every diagnostic of the golden files has a sentence of ours that begins with a function in its statement, or is of a kind that may do
 * without, of which there are so many and no more.
 */
import { expect, test } from 'vitest';
import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { readSource } from '../workspace.ts';
import { entriesOf, silenceOf, silences, speaks } from './spoken.ts';
import { suites } from './suites.ts';

/** What messages begin with: exported functions, and methods of tensors and optimizers. */
const functions: ReadonlySet<string> = new Set([
  ...[core, gradient, nn, training].flatMap((module) => Object.keys(module)),
  'item',
  'init',
  'update',
  'apply',
  // What a layer says that is a step of one.
  'pipe',
]);

test.each(suites.map(({ folder }) => folder))('the messages of %s', (folder) => {
  const read = (path: string): string => readSource(`packages/${folder}/type-tests/${path}`).text;
  const silent = entriesOf(read('refused.golden.txt'), read).filter((entry) => !speaks(entry, functions));
  const found = Map.groupBy(silent, silenceOf);
  expect(found.get(undefined) ?? []).toEqual([]);
  // A number that has become smaller is written down, so that it stays so.
  const limited = silences.filter(({ count }) => count !== undefined);
  const known = limited.map(({ reason, count }) => [reason, count?.[folder] ?? 0]);
  expect(limited.map((kind) => [kind.reason, found.get(kind)?.length ?? 0])).toEqual(known);
});

test('a sentence about another function is none', () => {
  const [entry] = entriesOf(`refused/a.ts(2,5): error TS2345: to type '"sum: needs numbers"'.`, () => '\nsum(x);\n');
  if (entry === undefined) throw new Error('no entry');
  expect(entry.code).toBe('sum(x);');
  expect(speaks(entry, functions)).toBe(true);
  expect(speaks({ ...entry, code: 'mean(x);' }, functions)).toBe(false);
  expect(speaks({ ...entry, text: `error TS2345: to type '"nothing is known"'` }, functions)).toBe(false);
});
