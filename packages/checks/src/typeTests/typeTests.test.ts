/**
 * What the compiler accepts and what it refuses, and with which words: each package's `type-tests/`, compiled by both versions of
 * TypeScript; and that the wrong calls, run without their types, throw the same words.
 *
 * `accepted/` must compile. Each statement of `refused/` must not; what version 7 says is compared with `refused.golden.txt`. Version 6
 * must refuse the same places with the same codes and the same messages of ours; where its own words around them differ, they stand in
 * `refused.typescript-6.golden.txt`. After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/checks/src/typeTests`
 * writes both anew: read the difference before committing it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Diagnostic, diagnose, typescript6, typescript7 } from '../typescript.ts';
import { root } from '../workspace.ts';
import { essence, ourMessages, show } from './messages.ts';
import { type Suite, suites } from './suites.ts';
import { type Wrong, wrongCalls, wrongStatements } from './wrong.ts';

const pathOf = ({ folder }: Suite, ...rest: readonly string[]): string => join(root, 'packages', folder, 'type-tests', ...rest);

const isRefused = ({ path }: Diagnostic): boolean => path.startsWith('refused/');

const expectGolden = (path: string, diagnostics: readonly Diagnostic[]): void => {
  const text = diagnostics.map((one) => `${show(one)}\n`).join('');
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, text);
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
};

/** What a call throws when it is run without types, if anything. */
const thrown = (code: string, scope: Suite['scope']): string | undefined => {
  try {
    const call: unknown = compileFunction(`return ${code}`, Object.keys(scope));
    if (typeof call === 'function') Reflect.apply(call, undefined, Object.values(scope));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe.each(suites)('$folder', (suite) => {
  const files = readdirSync(pathOf(suite, 'refused')).toSorted();
  const statements = new Map(files.map((file) => [file, wrongStatements(readFileSync(pathOf(suite, 'refused', file), 'utf8'))]));
  let found: readonly Diagnostic[] = [];
  let older: readonly Diagnostic[] = [];
  beforeAll(async () => {
    [found, older] = await Promise.all([diagnose(pathOf(suite), typescript7), diagnose(pathOf(suite), typescript6)]);
  }, 120_000);

  /** What the compiler says of a statement. */
  const diagnosticsOf = (file: string, { first, last }: Wrong): readonly Diagnostic[] =>
    found.filter(({ path, line }) => path === `refused/${file}` && line >= first && line <= last);

  test('both compilers accept every right program', () => {
    expect([...found, ...older].filter((one) => !isRefused(one)).map(show)).toEqual([]);
  });

  test.each(files)('both compilers refuse every statement of %s, for the same reason', (file) => {
    const wrong = statements.get(file) ?? [];
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter((one) => diagnosticsOf(file, one).length === 0)).toEqual([]);
    const here = (one: Diagnostic): boolean => one.path === `refused/${file}`;
    expect(older.filter(here).map(essence)).toEqual(found.filter(here).map(essence));
  });

  test('version 7 says why in the words of the golden file', () => {
    expectGolden(pathOf(suite, 'refused.golden.txt'), found.filter(isRefused));
  });

  test('and version 6, where its words are others', () => {
    const same = new Set(found.map(show));
    expectGolden(
      pathOf(suite, 'refused.typescript-6.golden.txt'),
      older.filter((one) => !same.has(show(one))),
    );
  });

  const calls = files.flatMap((file) => wrongCalls(statements.get(file) ?? []).map((wrong) => ({ file, ...wrong })));

  test.each(calls)('$file:$first, run without types, throws the same words: $code', (wrong) => {
    const diagnostics = diagnosticsOf(wrong.file, wrong);
    if (diagnostics.some(({ message }) => suite.onlyStatic.test(message))) return;
    const message = thrown(wrong.code, suite.scope);
    const messages = diagnostics.flatMap(ourMessages);
    if (messages.length > 0) expect(messages).toContain(message);
    else expect(message).toBeDefined();
  });
});
