/**
 * What the compiler accepts and what it refuses, and with which words: each package's `type-tests/`, compiled by both versions of
 * TypeScript against the declarations of the packages, which are what users' compilers read; and that the wrong calls, run without
 * their types, throw the same words.
 *
 * `accepted/` must compile. Each statement of `refused/` must not; what version 7 says is compared with `refused.golden.txt`. Version 6
 * must refuse the same places with the same codes and the same messages of ours; where its own words around them differ, they stand in
 * `refused.typescript-6.golden.txt`. After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/checks`
 * writes both anew: read the difference before committing it.
 *
 * The limits of the types stand beside them, for as long as they last: wrong statements that still compile in `escaped/`, which throw
 * when they are run, and right ones that do not in `withheld/`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDeclarations } from '../declarations.ts';
import { type Diagnostic, diagnose, typescript6, typescript7 } from '../typescript.ts';
import { golden } from '../golden.ts';
import { root } from '../workspace.ts';
import { essence, ourMessages, show } from './messages.ts';
import { type Suite, suites } from './suites.ts';
import { type Wrong, wrongCalls, wrongStatements } from './wrong.ts';

const pathOf = ({ folder }: Suite, ...rest: readonly string[]): string => join(root, 'packages', folder, 'type-tests', ...rest);

const isIn = (folder: string, { path }: Diagnostic): boolean => path.startsWith(`${folder}/`);
const isRefused = (one: Diagnostic): boolean => isIn('refused', one);

/** Calls that are refused once, whatever their results are said to be and whatever is done with them. */
const once = new Set([
  'refused/after.ts',
  'refused/applied.ts',
  'refused/counts.ts',
  'refused/declared.ts',
  'refused/misplaced.ts',
  'refused/options.ts',
  'refused/undecided.ts',
]);

const distinct = <A>(values: readonly A[]): readonly A[] => [
  ...new Map(values.map((one) => [JSON.stringify(one), one])).values(),
];

/** A file of wrong statements, or of right ones that are refused. */
interface Statements {
  readonly path: string;
  readonly statements: readonly Wrong[];
}

const statementsIn = (suite: Suite, folder: string): readonly Statements[] =>
  existsSync(pathOf(suite, folder))
    ? readdirSync(pathOf(suite, folder))
        .toSorted()
        .map((file) => ({
          path: `${folder}/${file}`,
          statements: wrongStatements(readFileSync(pathOf(suite, folder, file), 'utf8')),
        }))
    : [];

const callsOf = (files: readonly Statements[]) =>
  files.flatMap(({ path, statements }) => wrongCalls(statements).map((wrong) => ({ ...wrong, path })));

const expectGolden = (path: string, diagnostics: readonly Diagnostic[]): void => {
  const text = diagnostics.map((one) => `${show(one)}\n`).join('');
  expect(text).toBe(golden(path, text));
};

/** A message without what is in the place of a tensor, a batch or a dtype, and without an option that there is not: run time always says it, the compiler names it itself. */
const unnamed = (message: string | undefined): string | undefined =>
  message
    ?.replace(
      /(?<=: expected a (?:tensor of floats or a layer|layer|mode|key, u32\[2\]|number behind the tensor or layer|summary|rate from 0 to below 1)), got [^:]+(?=: convert|: make one|: write|$)/,
      '',
    )
    .replace(/(?<=: expected a tensor)(?:, got [^:]+)?: (?:take a part of [^:]+, or )?(?=make one)/, ': ')
    .replace(/(?<=^\w+: )\w+ is (?:no option|missing): (?=the options are |write )/, '')
    .replace(/(?<=^\w+: )(?:optimizer|key) is [^:]+, (?=expected (?:an optimizer|a key), such as)/, '')
    .replace(/(?<=: the dtype is )'[^']*', (?=not one of)/, '')
    .replace(/(?<=^makeStep: )batch is [^:]+: (?=trees hold)/, '');

/** What a call throws when it is run without types, if anything. */
const thrown = (code: string, scope: Suite['scope']): string | undefined => {
  try {
    const call: unknown = compileFunction(`return ${code}`, Object.keys(scope));
    if (typeof call === 'function') Reflect.apply(call, undefined, Object.values(scope));
    return undefined;
  } catch (error) {
    // A name that is not in scope is a mistake in the test.
    if (error instanceof ReferenceError) throw error;
    return error instanceof Error ? error.message : String(error);
  }
};

describe.each(suites)('$folder', (suite) => {
  const refused = statementsIn(suite, 'refused');
  const escaped = statementsIn(suite, 'escaped');
  const withheld = statementsIn(suite, 'withheld');
  let found: readonly Diagnostic[] = [];
  let older: readonly Diagnostic[] = [];
  beforeAll(async () => {
    [found, older] = await withDeclarations(pathOf(suite), (project) =>
      Promise.all([diagnose(pathOf(suite), typescript7, project), diagnose(pathOf(suite), typescript6, project)]),
    );
  }, 120_000);

  /** What version 7 says of a statement. */
  const diagnosticsOf = (path: string, { first, last }: Wrong): readonly Diagnostic[] =>
    found.filter((one) => one.path === path && one.line >= first && one.line <= last);

  test('both compilers accept every right program', () => {
    const allowed = (one: Diagnostic): boolean => isRefused(one) || isIn('withheld', one);
    expect([...found, ...older].filter((one) => !allowed(one)).map(show)).toEqual([]);
  });

  test.each([...refused, ...withheld])('both refuse every statement of $path, for the same reason', ({ path, statements }) => {
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((one) => diagnosticsOf(path, one).length === 0)).toEqual([]);
    const reasons = (all: readonly Diagnostic[]) => distinct(all.filter((one) => one.path === path).map(essence));
    expect(reasons(older)).toEqual(reasons(found));
  });

  test.each(refused.filter(({ path }) => once.has(path)))('each statement of $path is one error', ({ path, statements }) => {
    expect(statements.filter((one) => diagnosticsOf(path, one).length > 1)).toEqual([]);
  });

  test('neither gives up on a question, as too deep or too complex', () => {
    const gaveUp = [...found, ...older].filter(({ code }) => code === 2589 || code === 2590);
    expect(gaveUp.map(show)).toEqual([]);
  });

  test('version 7 says why in the words of the golden file', () => {
    expectGolden(pathOf(suite, 'refused.golden.txt'), found.filter(isRefused));
  });

  test('and version 6, where its words are others', () => {
    const same = new Set(found.map(show));
    expectGolden(
      pathOf(suite, 'refused.typescript-6.golden.txt'),
      older.filter((one) => isRefused(one) && !same.has(show(one))),
    );
  });

  test.each(callsOf(refused))('$path:$first, run without types, throws the same words: $code', (wrong) => {
    const diagnostics = diagnosticsOf(wrong.path, wrong);
    if (diagnostics.some(({ message }) => suite.onlyStatic.test(message))) return;
    const message = thrown(wrong.code, suite.scope);
    const messages = diagnostics.flatMap(ourMessages);
    if (messages.length > 0) expect(messages.map(unnamed)).toContain(unnamed(message));
    else if (suite.throws === 'all') expect(message).toBeDefined();
  });

  test.each(callsOf(escaped))('$path:$first compiles, but throws when it is run: $code', ({ code }) => {
    expect(thrown(code, suite.scope)).toBeDefined();
  });
});
