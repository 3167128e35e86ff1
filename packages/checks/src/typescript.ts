/**
 * The TypeScript compilers as functions from a project to its diagnostics and its cost.
 *
 * Two of them: version 7, the native one, which builds and checks this repository; and version 6, the last one written in
 * TypeScript, which editors and tools of our users still run.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An installed compiler. */
export interface Compiler {
  readonly name: string;
  /** The folder of its package. */
  readonly folder: string;
}

const installed = (specifier: string): Compiler => {
  const manifest = createRequire(import.meta.url).resolve(`${specifier}/package.json`);
  const found: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const version = typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
  return { name: `TypeScript ${version}`, folder: dirname(manifest) };
};

export const typescript7: Compiler = installed('typescript');
export const typescript6: Compiler = installed('typescript-6');

/** A compile error: where it is, its number, and its whole message. */
export interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: number;
  readonly message: string;
}

const head = /^(?:(.+?)\((\d+),(\d+)\): )?error TS(\d+): (.*)$/;

/** The diagnostics in the compiler's plain output. Further lines of a message keep their indent. */
const parseDiagnostics = (output: string): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  for (const text of output.split('\n')) {
    const match = head.exec(text);
    const last = diagnostics.at(-1);
    if (match !== null) {
      const [, path = '', line = '0', column = '0', code = '0', message = ''] = match;
      diagnostics.push({ path, line: Number(line), column: Number(column), code: Number(code), message });
    } else if (last !== undefined && text.startsWith(' ')) {
      diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message}\n${text}` };
    }
  }
  return diagnostics;
};

/** What a compiler, started in a folder, prints about a project: errors or nothing. */
const outputOf = (compiler: Compiler, folder: string, project: string, ...flags: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(compiler.folder, 'bin', 'tsc'), '-p', project, '--pretty', 'false', ...flags],
      { cwd: folder, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error);
        else resolve(stdout + stderr);
      },
    );
  });

/** Type-checks a project, the one in the folder if no other is given; paths in the result are relative to the folder. */
export const diagnose = async (folder: string, compiler: Compiler = typescript7, project = '.'): Promise<readonly Diagnostic[]> =>
  parseDiagnostics(await outputOf(compiler, folder, project, '--noEmit'));

/** Runs a build that must succeed. */
export const build = async (folder: string): Promise<void> => {
  const output = await outputOf(typescript7, folder, '.');
  if (output.trim() !== '') throw new Error(`${folder} does not compile\n${output}`);
};

/** What it costs to check a project. */
export interface Cost {
  readonly instantiations: number;
  /** Milliseconds in the checker. */
  readonly checkTime: number;
}

/** The cost of checking the project in a folder, which must have no errors. One checker, so that no work is done twice. */
export const costOf = async (folder: string, compiler: Compiler = typescript7): Promise<Cost> => {
  const single = compiler === typescript7 ? ['--singleThreaded'] : [];
  const output = await outputOf(compiler, folder, '.', '--noEmit', '--extendedDiagnostics', ...single);
  const errors = parseDiagnostics(output);
  if (errors.length > 0) throw new Error(`${folder} does not compile: line ${errors[0]?.line}: ${errors[0]?.message}`);
  const figure = (name: RegExp): number => Number(name.exec(output)?.[1]);
  return { instantiations: figure(/^Instantiations:\s+(\d+)/m), checkTime: 1000 * figure(/^Check time:\s+([\d.]+)s/m) };
};
