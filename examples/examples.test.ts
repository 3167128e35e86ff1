/**
 * Runs every example as a user does and compares what it prints with `golden/`. `vitest -u` rewrites the golden files.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const numbered = readdirSync(folder).filter((file) => /^\d\d-.*\.ts$/.test(file));

const run = (
  file: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

/** The percentage of test digits that example 06 says it has read. */
const accuracyIn = (stdout: string): number => Number(/accuracy on the 359 test digits: ([\d.]+) %/.exec(stdout)?.[1]);

describe('numbered examples', () => {
  it('are all here', () => {
    expect(numbered.map((file) => file.slice(0, 2))).toEqual(['01', '02', '03', '04', '05', '06']);
  });

  it.each(numbered)('%s prints what its golden file says', { timeout: 60_000 }, async (file) => {
    const { status, stdout, stderr } = run(file);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/${file.replace('.ts', '.txt')}`);
    // Whatever the golden file says.
    if (file === '06-digits.ts') expect(accuracyIn(stdout)).toBeGreaterThanOrEqual(96);
  });
});

describe('pnpm start', () => {
  it('prints the worked step, the training and the count of seeds', { timeout: 60_000 }, async () => {
    const { status, stdout, stderr } = run('start.ts');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('golden/start.txt');
  });

  it('fits a terminal of 80 columns', { timeout: 60_000 }, () => {
    const lines = [run('start.ts', '--epochs', '10'), run('start.ts', '--help')].flatMap(({ stdout }) => stdout.split('\n'));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('ends in silence when its reader has seen enough', { timeout: 60_000 }, () => {
    const command = `"${process.execPath}" start.ts --epochs 1 | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['\n', '']);
  });

  it('counts one epoch as one', { timeout: 60_000 }, () => {
    expect(run('start.ts', '--epochs', '1').stdout).not.toContain('1 epochs');
  });

  it('takes seed, epochs and rate', { timeout: 60_000 }, () => {
    const { status, stdout } = run('start.ts', '--', '--seed', '3', '--epochs=20', '--rate', '0.5');
    expect(status).toBe(0);
    expect(stdout).toContain('seed 3');
    expect(stdout).toContain('20 epochs');
    expect(run('start.ts', '--seed', '3', '--epochs=20', '--rate', '0.5').stdout).toBe(stdout);
    expect(run('start.ts', '--seed', '4', '--epochs=20', '--rate', '0.5').stdout).not.toBe(stdout);
  });

  it.each([
    [['--seed', 'x'], "--seed is 'x': it must be a whole number from 0 to 4294967295"],
    [['--seed', '-3'], "--seed is '-3': it must be a whole number from 0 to 4294967295"],
    [['--rate', '-.1'], "--rate is '-.1': it must be a number above 0, at most 1000"],
    [['--seed', '--rate', '-1'], '--seed needs a value\n'],
    [['--epochs'], '--epochs needs a value\n'],
    [['--help=3'], "Option '-h, --help' does not take an argument\n"],
    [['--seed', '1', '--rate=2', '--seed=2'], '--seed is given more than once'],
    [['--epochs', '0'], "--epochs is '0': it must be a whole number from 1 to 1000000"],
    [['--epochs', '1.5'], "--epochs is '1.5'"],
    [['--rate', 'NaN'], "--rate is 'NaN': it must be a number above 0, at most 1000"],
    [['--rate='], "--rate is ''"],
    [['--speed', '3'], "Unknown option '--speed'\n"],
    [['three'], "Unexpected argument 'three'\n"],
  ])('refuses %j with exit code 2 and says why', (args, message) => {
    const { status, stdout, stderr } = run('start.ts', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('usage: pnpm start');
  });

  it('explains itself', () => {
    const { status, stdout } = run('start.ts', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('usage: pnpm start');
  });
});
