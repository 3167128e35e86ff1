/**
 * Every public function stands in a right program and, unless types have nothing to refuse, in a wrong statement of its package.
 */
import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { describe, expect, test } from 'vitest';
import { filesBelow, readSource, type SourceFile } from '../workspace.ts';
import { importedFrom, subjectsFrom } from './complete.ts';

const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { core, grad: gradient, nn, train: training };

/** Functions of which no type can be wrong, and why. */
const harmless: ReadonlyMap<string, string> = new Map([
  ['isTensor', 'asks what an unknown value is'],
  ['decodeOptimizer', 'takes whatever a configuration holds, and says what is wrong with it'],
  ['decodeSchedule', 'takes whatever a configuration holds, and says what is wrong with it'],
]);

const isClass = (value: unknown): boolean =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** The functions of a package; classes are errors that it throws. */
const functionsOf = (folder: string): readonly string[] =>
  Object.entries(modules[folder] ?? {})
    .filter(([, value]) => typeof value === 'function' && !isClass(value))
    .map(([name]) => name);

const missing = (
  folder: string,
  kind: 'accepted' | 'refused',
  namesIn: (specifier: string, file: SourceFile) => readonly string[],
): readonly string[] => {
  const files = filesBelow(`packages/${folder}/type-tests/${kind}`).map(readSource);
  const found = new Set(files.flatMap((file) => namesIn(`@cotangent/${folder}`, file)));
  return functionsOf(folder).filter((name) => !found.has(name));
};

describe.each(Object.keys(modules))('%s', (folder) => {
  test('every function stands in a right program', () => {
    expect(missing(folder, 'accepted', importedFrom)).toEqual([]);
  });

  test('a wrong statement is about every function', () => {
    const wrong = missing(folder, 'refused', subjectsFrom);
    expect(wrong.filter((name) => !harmless.has(name))).toEqual([]);
    const known = functionsOf(folder).filter((name) => harmless.has(name));
    expect(known.filter((name) => !wrong.includes(name))).toEqual([]);
  });
});

test('statements are about what they call, not about what they call it with', () => {
  const text = `
    import { a, b, c, d, e, f, g, unused } from 'here';
    import { pipe } from 'elsewhere';
    a(b(1), c);
    d(1)(b(2));
    pipe(b(3), e(1), f);
    export const body = <T>(x: T): T => { const y = g.apply(x); return y; };
  `;
  const file = { path: 'a.ts', text };
  expect(subjectsFrom('here', file)).toEqual(['a', 'b', 'd', 'e', 'f', 'g']);
  expect(importedFrom('elsewhere', file)).toEqual(['pipe']);
});
