/**
 * What a module asks of others and what it offers, read from its source.
 */
import { posix } from 'node:path';
import { type Comment, parseSync } from 'oxc-parser';
import type { SourceFile } from './workspace.ts';

/** An import, or an export from elsewhere, at a line. */
export interface Request {
  readonly specifier: string;
  readonly line: number;
}

/** A name a module exports: declared there under a docstring, or taken from another module (`*` stands for all its names). */
export type Export =
  | {
      readonly kind: 'declared';
      readonly name: string;
      readonly line: number;
      readonly code: string;
      readonly doc: string | undefined;
      readonly needsExample: boolean;
    }
  | { readonly kind: 'forwarded'; readonly name: string; readonly from: string; readonly imported: string };

/** A parsed module. Parse errors throw, since the type checker reports them better. */
const parse = (file: SourceFile) => parseSync(file.path, file.text);

/** The line, counted from 1, of an offset in a text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const unquote = (literal: string): string => literal.replace(/^['"`]|['"`]$/g, '');

/** Every module that a file imports or exports from. */
export const requestsOf = (file: SourceFile): readonly Request[] => {
  const { module } = parse(file);
  const literals = [
    ...module.staticImports.map((one) => one.moduleRequest),
    ...module.staticExports.flatMap((one) => one.entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
    ...module.dynamicImports.map((one) => one.moduleRequest),
  ];
  const offsets = [...new Map(literals.map(({ start, end }) => [start, end]))];
  return offsets.map(([start, end]) => ({ specifier: unquote(file.text.slice(start, end)), line: lineAt(file.text, start) }));
};

/** The docstrings of a file. */
export const docstringsOf = (file: SourceFile): readonly Comment[] =>
  parse(file).comments.filter((comment) => comment.type === 'Block' && comment.value.startsWith('*'));

/** The names a file exports. */
export const exportsOf = (file: SourceFile): readonly Export[] => {
  const docstrings = docstringsOf(file);
  const docBefore = (offset: number): string | undefined =>
    docstrings.find(({ end }) => end <= offset && file.text.slice(end, offset).trim() === '')?.value;
  return parse(file).module.staticExports.flatMap((statement) =>
    statement.entries.map((entry): Export => {
      const name = entry.exportName.name ?? '*';
      const from = entry.moduleRequest?.value;
      if (from !== undefined) return { kind: 'forwarded', name, from, imported: entry.importName.name ?? '*' };
      const code = file.text.slice(statement.start, statement.end);
      const isClass = /^export\s+(abstract\s+)?class\b/.test(code);
      return {
        kind: 'declared',
        name,
        line: lineAt(file.text, statement.start),
        code,
        doc: docBefore(statement.start),
        needsExample: !entry.isType && !isClass,
      };
    }),
  );
};

/** The path of a relative import, from the workspace root. */
export const resolveRelative = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier);
