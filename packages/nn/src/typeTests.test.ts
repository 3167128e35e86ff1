/**
 * What the compiler accepts and what it refuses, and with which words: one run of `tsc` over `type-tests/`; and that the wrong calls,
 * run without their types, throw the same words.
 *
 * `accepted/` must compile. Each line of `refused/` that is a call or a declaration must not; the messages are compared with
 * `refused.golden.txt`. After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/nn/src/typeTests` writes it anew: read
 * the difference before committing it.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import * as core from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { beforeAll, describe, expect, test } from 'vitest';
import * as fixtures from '../type-tests/layers.ts';
import * as nn from './index.ts';

const folder = fileURLToPath(new URL('../type-tests/', import.meta.url));
const golden = `${folder}refused.golden.txt`;
const files = readdirSync(`${folder}refused`).toSorted();
const linesOf = (file: string): readonly string[] => readFileSync(`${folder}refused/${file}`, 'utf8').split('\n');

/** A compile error: where it is, and all that it says. */
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

let found: readonly Diagnostic[] = [];
beforeAll(async () => {
  found = parse(await compile());
}, 60_000);

describe('the compiler', () => {
  test('accepts every right program', () => {
    expect(found.filter(({ file }) => !file.startsWith('refused/')).map(({ text }) => text)).toEqual([]);
  });

  test.each(files)('refuses every line of %s', (file) => {
    const refused = new Set(found.filter((one) => one.file === `refused/${file}`).map(({ line }) => line));
    const wrong = linesOf(file).flatMap((line, index) => (/^([\w.]+\(|export const)/.test(line) ? [index + 1] : []));
    expect(wrong.filter((line) => !refused.has(line))).toEqual([]);
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

const scope = { ...core, ...nn, ...fixtures, pipe };

/** Runs a call whose types are wrong; what it throws, if anything. */
const thrown = (code: string): string | undefined => {
  try {
    const call: unknown = compileFunction(`return ${code}`, Object.keys(scope));
    if (typeof call === 'function') Reflect.apply(call, undefined, Object.values(scope));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The messages of the library that stand in a compile error as string literal types. */
const ours = (diagnostic: string): readonly string[] =>
  [
    ...diagnostic.matchAll(
      /"((?:sequential|named|dense|parallel|residual|repeat|\w*(?:Entropy\w*|Error|huber)): (?:[^"\\]|\\.)+)"/g,
    ),
  ].flatMap((match) => match[1] ?? []);

const wrongCalls = (file: string) =>
  linesOf(file).flatMap((code, index) => (/^[\w.]+\(.*\);$/.test(code) ? [{ code, line: index + 1 }] : []));

describe.each(files.filter((file) => wrongCalls(file).length > 0))('run without types, the wrong calls of %s', (file) => {
  test.each(wrongCalls(file))('$line: $code', ({ code, line }) => {
    const diagnostic = found.find((one) => one.file === `refused/${file}` && one.line === line)?.text ?? '';
    const [message] = ours(diagnostic);
    if (message !== undefined) expect(thrown(code)).toBe(message);
  });
});
