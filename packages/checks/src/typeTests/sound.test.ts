import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { expect, test } from 'vitest';
import { withProject } from '../declarations.ts';
import { diagnose } from '../typescript.ts';
import { callsIn, callsOf, excepted, programOf } from './sound.ts';

const functionsOf = (exports: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(exports).filter((name) => typeof exports[name] === 'function' && !name.endsWith('Error'));

/** The calls that have diagnostics. */
const wrong = (calls: readonly string[], wrap: (call: string) => string): Promise<ReadonlySet<string>> =>
  withProject({ 'program.ts': programOf(calls, wrap) }, async (folder) => callsIn(calls, await diagnose(folder)));

const isExcepted = (call: string): boolean => [...excepted.keys()].some((words) => words.test(call));

const calls = callsOf({
  T: functionsOf(core),
  G: functionsOf(gradient),
  N: functionsOf(nn),
  R: functionsOf(training),
});

test(
  'arguments that may be one of several, and those of which nothing is known, are refused or make whole tensors',
  { timeout: 240_000 },
  async () => {
    const refused = await wrong(calls, (call) => `${call};`);
    const taken = calls.filter((call) => !refused.has(call));
    expect([refused.size, taken.length].every((count) => count > 500)).toBe(true);
    const open = await wrong(taken, (call) => `sound(${call}, true);`);
    expect([...open].filter((call) => !isExcepted(call))).toEqual([]);
    expect([...excepted.keys()].filter((words) => ![...open].some((call) => words.test(call)))).toEqual([]);
  },
);

test('sizes of union types, and shapes and dtypes that are never, are found', { timeout: 120_000 }, async () => {
  const bad = [
    'Tensor<[3 | 4]>',
    'Tensor<[3] | [4]>',
    'Tensor<never>',
    'Tensor<[3, never]>',
    'Tensor<[3], never>',
    '{ a: Tensor<[3 | 4]> }',
  ];
  const good = ['Tensor<[3]>', 'Tensor<[3]> | Tensor<[4]>', "Tensor<['a', 3]>", 'Tensor<T.Shape>', "Tensor<[3], 'f32' | 'i32'>"];
  const made = (type: string): string => `sound(0 as unknown as ${type}, true);`;
  expect([...(await wrong([...bad, ...good], made))]).toEqual(bad);
});
