/**
 * What the compiler accepts and what it refuses, and with which words: one run of `tsc` over `type-tests/`; and that the wrong calls,
 * run without their types, throw the same words.
 *
 * `accepted/` must compile. Each line of `refused/` that is a call or a function must not; the messages are compared with
 * `refused.golden.txt`. After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/core/src/shape` writes it anew: read the
 * difference before committing it.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { pipe } from 'fp-ts/lib/function.js';
import { named, t } from '../../type-tests/tensors.ts';
import * as core from '../index.ts';

const folder = fileURLToPath(new URL('../../type-tests/', import.meta.url));
const golden = `${folder}refused.golden.txt`;
const files = (kind: string): readonly string[] => readdirSync(`${folder}${kind}`).toSorted();

/** One diagnostic: where it is, its code, and its lines. */
interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const compile = async (): Promise<string> => {
  const compiler = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], { cwd: folder, maxBuffer: 2 ** 26 }, (_, stdout) =>
      resolve(stdout),
    );
  });
};

const parse = (output: string): readonly Diagnostic[] =>
  output
    .split(/\n(?! )/)
    .filter((text) => text !== '')
    .map((text) => {
      const [, file = '', line = '0'] = /^(.*?)\((\d+),/.exec(text) ?? [];
      return { file, line: Number(line), text: text.trimEnd() };
    });

/** A statement that must be refused: a call, or an exported function. */
interface Wrong {
  readonly first: number;
  readonly last: number;
  readonly code: string;
}

const begins = (line: string): boolean => /^(\w+\(|export const \w+ = <)/.test(line);

/** The wrong statements of a file; each goes on to the next, or to a line that begins something else. */
const wrongStatements = (file: string): readonly Wrong[] => {
  const lines = readFileSync(`${folder}refused/${file}`, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (!begins(line)) return [];
    const length = lines.slice(index + 1).findIndex((next) => begins(next) || /^(\w|$)/.test(next));
    return [{ first: index + 1, last: index + 1 + length, code: lines.slice(index, index + 1 + length).join(' ') }];
  });
};

let found: readonly Diagnostic[] = [];

/** What the compiler says of a statement. */
const diagnosticOf = (file: string, { first, last }: Wrong): string =>
  found
    .filter((one) => one.file === `refused/${file}` && one.line >= first && one.line <= last)
    .map(({ text }) => text)
    .join('\n');

beforeAll(async () => {
  found = parse(await compile());
}, 60_000);

describe('the compiler', () => {
  test('accepts every right program', () => {
    expect(found.filter(({ file }) => /^(accepted|tensors)/.test(file)).map(({ text }) => text)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  test.each(files('refused'))('refuses every line of %s', (file) => {
    expect(wrongStatements(file).filter((wrong) => diagnosticOf(file, wrong) === '')).toEqual([]);
  });

  test('says why, in the words of the golden file', () => {
    const messages = `${found
      .filter(({ file }) => file.startsWith('refused/'))
      .map(({ text }) => text)
      .join('\n')}\n`;
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(golden, messages);
    expect(messages).toBe(readFileSync(golden, 'utf8'));
  });
});

/** What only the compiler can refuse: a literal that it does not know, a value of the wrong kind. */
const onlyStatic = /not a literal|not literals|is a `|their number is unknown|type 'boolean/;

/** A message of ours, not the compiler's own words about a type. */
const ours = /"\w+: /;

/** The wrong calls of a file, without their types. */
const wrongCalls = (file: string): readonly Wrong[] =>
  wrongStatements(file)
    .filter(({ code }) => !code.startsWith('export'))
    .map((wrong) => ({ ...wrong, code: wrong.code.replaceAll(/ as [^)]*(?=[),])/g, '') }));

const scope = { ...core, pipe, t, named, batch: named('batch'), x: t(['batch', 10]), size: 3, depth: 3 };

/** Runs a call whose types are wrong. */
const run = (code: string): unknown => {
  const call: unknown = compileFunction(`return ${code}`, Object.keys(scope));
  return typeof call === 'function' ? Reflect.apply(call, undefined, Object.values(scope)) : undefined;
};

describe.each(files('refused').filter((file) => wrongCalls(file).length > 0))(
  'run without types, the wrong calls of %s',
  (file) => {
    test.each(wrongCalls(file))('$first: $code', (wrong) => {
      const diagnostic = diagnosticOf(file, wrong);
      if (onlyStatic.test(diagnostic)) return;
      let message = 'nothing was thrown';
      try {
        run(wrong.code);
      } catch (error) {
        message = error instanceof Error ? error.message : String(error);
      }
      if (ours.test(diagnostic)) expect(diagnostic).toContain(message);
      else expect(message).not.toBe('nothing was thrown');
    });
  },
);
