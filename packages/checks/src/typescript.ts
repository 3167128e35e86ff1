/**
 * The TypeScript compiler as a function from a project to its diagnostics.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A compile error: where it is, and its whole message without the error's number. */
export interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');

const head = /^(?:(.+?)\((\d+),\d+\): )?error TS\d+: (.*)$/;

/** The diagnostics in the compiler's plain output. Further lines of a message keep their indent. */
const parseDiagnostics = (output: string): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  for (const text of output.split('\n')) {
    const match = head.exec(text);
    const last = diagnostics.at(-1);
    if (match !== null) {
      const [, path = '', line = '0', message = ''] = match;
      diagnostics.push({ path, line: Number(line), message });
    } else if (last !== undefined && text.trim() !== '') {
      diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message}\n${text}` };
    }
  }
  return diagnostics;
};

/** Type-checks the project in a folder; paths in the result are relative to that folder. */
export const diagnose = (folder: string): readonly Diagnostic[] => {
  const { stdout, stderr, error } = spawnSync(process.execPath, [compiler, '--noEmit', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  return parseDiagnostics(stdout + stderr);
};
