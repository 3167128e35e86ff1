/**
 * What the compiler accepts and what it refuses, and with which words: one run of `tsc` over `type-tests/`.
 *
 * `accepted/` must compile. Each line of `refused/` that is a call or a function must not; the messages are compared with
 * `refused.golden.txt`. After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/core/src/shape` writes it anew: read the
 * difference before committing it.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

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
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], { cwd: folder, maxBuffer: 2 ** 26 }, (_, stdout) => resolve(stdout));
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

/** The lines that must be refused: statements that start with a call, and exported functions. */
const wrongLines = (file: string): readonly number[] =>
  readFileSync(`${folder}refused/${file}`, 'utf8')
    .split('\n')
    .flatMap((line, index) => (/^(\w+\(|export const \w+ = <)/.test(line) ? [index + 1] : []));

let found: readonly Diagnostic[] = [];
beforeAll(async () => {
  found = parse(await compile());
}, 60_000);

describe('the compiler', () => {
  test('accepts every right program', () => {
    expect(found.filter(({ file }) => !file.startsWith('refused/')).map(({ text }) => text)).toEqual([]);
  });

  test.each(files('refused'))('refuses every line of %s', (file) => {
    const refused = new Set(found.filter((one) => one.file === `refused/${file}`).map(({ line }) => line));
    expect(wrongLines(file).filter((line) => !refused.has(line))).toEqual([]);
  });

  test('says why, in the words of the golden file', () => {
    const messages = `${found.filter(({ file }) => file.startsWith('refused/')).map(({ text }) => text).join('\n')}\n`;
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(golden, messages);
    expect(messages).toBe(readFileSync(golden, 'utf8'));
  });
});
