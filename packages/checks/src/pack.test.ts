/**
 * The packages as their users get them: packed, installed by plain npm into an empty folder, and used there as their users do:
 * networks trained, gradients checked, wrong shapes refused, from JavaScript and from TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose, typescript6, typescript7 } from './typescript.ts';
import { publicPackages, root } from './workspace.ts';

/** The environment of a user's own shell: nothing of the package manager that runs this test. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_)/i.test(name)));

/** Runs a command, which must succeed; resolves to what it printed. */
const command = (cwd: string, name: string, ...rest: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(name, rest, { cwd, env: environment, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${[name, ...rest].join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
};

const tarballs = mkdtempSync(join(tmpdir(), 'cotangent-tarballs-'));
const consumer = mkdtempSync(join(tmpdir(), 'cotangent-consumer-'));
const tarballOf = (name: string): string => {
  const prefix = `${name.replace('@', '').replace('/', '-')}-`;
  const found = readdirSync(tarballs).find((file) => file.startsWith(prefix));
  if (found === undefined) throw new Error(`${name} was not packed`);
  return join(tarballs, found);
};

/** What the programs import beside the packages, as their READMEs say. */
const besides = ['fp-ts@2', 'fast-check@4'];

const names = publicPackages.map((one) => one.manifest.name);

beforeAll(() => {
  command(root, 'npx', '--yes', 'pnpm@12.21.0', 'build');
  for (const one of publicPackages) command(one.path, 'npx', '--yes', 'pnpm@12.21.0', 'pack', '--pack-destination', tarballs);
  cpSync(join(import.meta.dirname, '..', 'consumer'), consumer, { recursive: true });
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  command(consumer, 'npm', 'install', '--no-audit', '--no-fund', ...names.map(tarballOf), ...besides);
});

afterAll(() => {
  for (const folder of [tarballs, consumer]) rmSync(folder, { recursive: true, force: true });
});

describe.each(names)('%s', (name) => {
  test('publint finds nothing to better', async () => {
    const { buffer } = new Uint8Array(readFileSync(tarballOf(name)));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, level: 'suggestion', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('its types resolve as its modules do', () => {
    const attw = join(import.meta.dirname, '..', 'node_modules', '.bin', 'attw');
    expect(() => command(root, attw, tarballOf(name), '--profile', 'esm-only')).not.toThrow();
  });

  test('the tarball holds built files and their sources, the license, and no tests', () => {
    const files = command(root, 'tar', '-tzf', tarballOf(name)).split('\n');
    expect(files).toEqual(
      expect.arrayContaining(['package/dist/index.js', 'package/dist/index.d.ts', 'package/dist/index.d.ts.map']),
    );
    expect(files).toEqual(expect.arrayContaining(['package/src/index.ts', 'package/LICENSE', 'package/README.md']));
    expect(files.filter((file) => /\.test\.|tsbuildinfo/.test(file))).toEqual([]);
  });
});

test('a JavaScript program runs on the installed packages', () => {
  expect(command(consumer, process.execPath, 'javascript.js')).toMatch(/^v24.*ok$/m);
});

test('a TypeScript program runs on them', () => {
  expect(command(consumer, process.execPath, 'typescript.ts')).toBe('');
});

test('the JavaScript program runs on the oldest Node that the packages promise', () => {
  expect(command(consumer, 'npx', '--yes', 'node@22.12.0', 'javascript.js')).toMatch(/^v22\.12.*ok$/m);
});

describe.each([typescript7, typescript6])('$name', (compiler) => {
  test.each(['nodenext', 'bundler'])(
    'compiles a program against the installed types (moduleResolution %s)',
    async (resolution) => {
      expect(await diagnose(join(consumer, resolution), compiler)).toEqual([]);
    },
  );
});
