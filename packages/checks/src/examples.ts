/**
 * Every example of the documentation: found, written to a folder of its own, type-checked in one run, executed.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execute } from './execute.ts';
import { docstringExamples, type Example, markdownExamples } from './fences.ts';
import { type Diagnostic, diagnose } from './typescript.ts';
import { filesBelow, packages, publicPackages, readSource, root, sourcesOf } from './workspace.ts';

/** Where examples are written: below this package, so that they import every package of the workspace by name. */
const generated = join(root, 'packages', 'checks', '.generated');

const isDocumentation = (path: string): boolean => path.endsWith('.md');

const markdownFiles = (): readonly string[] => [
  ...['README.md', 'CONTRIBUTING.md'].filter((path) => existsSync(join(root, path))),
  ...(existsSync(join(root, 'docs')) ? filesBelow('docs').filter(isDocumentation) : []),
  ...packages.map((one) => `packages/${one.folder}/README.md`).filter((path) => existsSync(join(root, path))),
];

/** The examples of docs, READMEs and the docstrings of the public packages. */
export const allExamples = (): readonly Example[] => [
  ...markdownFiles().flatMap((path) => markdownExamples(readSource(path))),
  ...publicPackages.flatMap(sourcesOf).flatMap(docstringExamples),
];

/** The name of an example's file: readable in the compiler's and Node's messages. */
const fileName = ({ path, line }: Example): string => `${path.replace(/[^A-Za-z0-9]+/g, '-')}-${line}.ts`;

const project = {
  extends: '../../../../tsconfig.base.json',
  compilerOptions: { types: ['node'], noUnusedLocals: false, noUnusedParameters: false },
  include: ['*.ts'],
};

const write = (folder: string, examples: readonly Example[]): void => {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  for (const example of examples) writeFileSync(join(folder, fileName(example)), `${example.code}\n`);
};

/** The place of an example, or of a line in it, as `file:line`. */
export const placeOf = ({ path, line }: Example, offset = 1): string => `${path}:${line + offset - 1}`;

const show = (example: Example, { line, message }: Diagnostic): string => `${placeOf(example, line)}: ${message}`;

const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** The literal types, and templates of them, that an error names: how a refused argument carries the library's own message. */
const literalsIn = (message: string): readonly string[] =>
  [...message.matchAll(/"((?:[^"\\]|\\.)+)"|`([^`]+)`/g)].map(
    ([, literal, template]) => literal?.replace(/\\(.)/g, '$1') ?? template ?? '',
  );

/** Whether compile errors read exactly as documented: as a whole; by a literal type that one of them names; or by one in each, a line each. */
const saysExactly = (diagnostics: readonly Diagnostic[], expected: string): boolean => {
  const whole = diagnostics.map((one) => trimmed(one.message));
  const literals = whole.map(literalsIn);
  const lines = trimmed(expected).split('\n');
  const named =
    lines.length === 1
      ? literals.flat().includes(trimmed(expected))
      : lines.length === literals.length && lines.every((line, at) => (literals[at] ?? []).includes(line));
  return named || whole.join('\n') === trimmed(expected);
};

const compileFault = (example: Example, diagnostics: readonly Diagnostic[]): string | undefined => {
  const { expectation } = example;
  const said = diagnostics.map((one) => show(example, one)).join('\n');
  switch (expectation.kind) {
    case 'misspelt':
      return `${placeOf(example)}: an example is marked 'ts', 'ts no-run' or 'ts error', not '${expectation.info}'`;
    case 'fails':
      if (expectation.message === undefined) return `${placeOf(example)}: a 'ts error' example needs a 'text' fence after it`;
      if (diagnostics.length === 0) return `${placeOf(example)}: compiles, but must fail with\n${expectation.message}`;
      return saysExactly(diagnostics, expectation.message)
        ? undefined
        : `${placeOf(example)}: must say\n${expectation.message}\nbut says\n${said}`;
    case 'runs':
    case 'compiles':
      return diagnostics.length === 0 ? undefined : said;
  }
};

type Faults = ReadonlyMap<Example, string | undefined>;

const examineIn = async (folder: string, examples: readonly Example[]): Promise<Faults> => {
  write(folder, examples);
  const found = Map.groupBy(await diagnose(folder), (one) => basename(one.path));
  const compiled = new Map(examples.map((one) => [one, compileFault(one, found.get(fileName(one)) ?? [])]));
  const runnable = examples.filter((one) => one.expectation.kind === 'runs' && compiled.get(one) === undefined);
  const outcomes = await execute(runnable.map((one) => join(folder, fileName(one))));
  const runFault = (example: Example): string | undefined => {
    const fault = outcomes.get(join(folder, fileName(example)));
    return fault === undefined ? undefined : `${placeOf(example)}: ${fault}`;
  };
  return new Map(examples.map((one) => [one, compiled.get(one) ?? runFault(one)]));
};

/** Compiles all examples in one run and executes those that are to run; the result is each example's fault, if any. */
export const examine = async (examples: readonly Example[]): Promise<Faults> => {
  mkdirSync(generated, { recursive: true });
  const folder = mkdtempSync(join(generated, 'examples-'));
  try {
    return await examineIn(folder, examples);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
