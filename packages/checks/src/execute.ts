/**
 * Executes many modules in few processes. A module fails when it throws, rejects, exits, or takes too long.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** What a batch process says about a module. */
export type Report =
  | { readonly kind: 'started'; readonly path: string }
  | { readonly kind: 'ended'; readonly path: string; readonly fault?: string };

const patience = 30_000;

/** Runs modules in one process until it ends; resolves to the fault of each module that was begun. */
const runOnce = (paths: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> =>
  new Promise((resolve, reject) => {
    const outcomes = new Map<string, string | undefined>();
    const child = fork(join(import.meta.dirname, 'batch.ts'), paths, { execArgv: [], silent: true });
    const output: string[] = [];
    let timer: NodeJS.Timeout | undefined;
    const keep = (chunk: Buffer): void => void output.push(chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('message', (report: Report) => {
      clearTimeout(timer);
      if (report.kind === 'started') {
        output.length = 0;
        outcomes.set(report.path, 'ended the process');
        timer = setTimeout(() => child.kill('SIGKILL'), patience);
      } else outcomes.set(report.path, report.fault);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const open = [...outcomes].find(([, fault]) => fault === 'ended the process');
      if (open !== undefined) outcomes.set(open[0], `ended the process (${signal ?? code})\n${output.join('')}`);
      if (outcomes.size === 0) reject(new Error(`no module was begun (${signal ?? code})\n${output.join('')}`));
      else resolve(outcomes);
    });
  });

/** Runs modules one after the other, in a new process whenever one has brought its process down. */
const runAll = async (paths: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> => {
  const outcomes = new Map<string, string | undefined>();
  while (outcomes.size < paths.length) {
    const rest = paths.filter((path) => !outcomes.has(path));
    for (const [path, fault] of await runOnce(rest)) outcomes.set(path, fault);
  }
  return outcomes;
};

/** Executes modules by absolute path; the result holds the fault of each, or nothing where there is none. */
export const execute = async (paths: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> => {
  const workers = availableParallelism();
  const shares = Array.from({ length: workers }, (_, worker) => paths.filter((_path, index) => index % workers === worker));
  const outcomes = await Promise.all(shares.map(runAll));
  return new Map(outcomes.flatMap((some) => [...some]));
};
