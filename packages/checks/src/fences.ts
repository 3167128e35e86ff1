/**
 * The examples written in docs and docstrings: every fence marked `ts`.
 *
 * - `ts`: type-checked and executed;
 * - `ts no-run`: type-checked only;
 * - `ts error`: must fail to compile, with exactly the message in the `text` fence that follows; of several errors one each, a line each.
 */
import { docstringsOf, lineAt } from './modules.ts';
import type { SourceFile } from './workspace.ts';

/** A line of documentation with its number in the file it stands in. */
interface Line {
  readonly text: string;
  readonly number: number;
}

/** A fenced block: what stands after the opening backticks, and the body with the number of its first line. */
interface Fence {
  readonly info: string;
  readonly body: readonly Line[];
  readonly line: number;
}

/** What must become of an example. */
export type Expectation =
  | { readonly kind: 'runs' }
  | { readonly kind: 'compiles' }
  | { readonly kind: 'fails'; readonly message: string | undefined }
  | { readonly kind: 'misspelt'; readonly info: string };

/** An example: TypeScript with the file and line it starts at. */
export interface Example {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly expectation: Expectation;
}

const opening = /^(\s*)(`{3,})(.*)$/;

/** The fences among lines, in order. A fence that is never closed reaches to the end. */
const fencesIn = (lines: readonly Line[]): readonly Fence[] => {
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at];
    const match = opening.exec(first?.text ?? '');
    if (first === undefined || match === null) continue;
    const [, indent = '', ticks = '', info = ''] = match;
    const start = at + 1;
    const length = lines.slice(start).findIndex((line) => line.text.trim() === ticks);
    at = length < 0 ? lines.length : start + length;
    const body = lines.slice(start, at).map((line) => ({ ...line, text: line.text.replace(indent, '') }));
    fences.push({ info: info.trim(), body, line: first.number + 1 });
  }
  return fences;
};

const textOf = (fence: Fence): string => fence.body.map((line) => line.text).join('\n');

const expectationOf = (info: string, next: Fence | undefined): Expectation => {
  switch (info) {
    case 'ts':
      return { kind: 'runs' };
    case 'ts no-run':
      return { kind: 'compiles' };
    case 'ts error':
      return { kind: 'fails', message: next?.info === 'text' ? textOf(next) : undefined };
    default:
      return { kind: 'misspelt', info };
  }
};

const isTypeScript = (info: string): boolean => /^(ts|tsx|typescript|mts)\b/.test(info);

const examplesIn = (path: string, lines: readonly Line[]): readonly Example[] => {
  const fences = fencesIn(lines);
  return fences.flatMap((fence, index) =>
    isTypeScript(fence.info)
      ? [{ path, line: fence.line, code: textOf(fence), expectation: expectationOf(fence.info, fences[index + 1]) }]
      : [],
  );
};

const linesOf = (text: string, first: number): readonly Line[] =>
  text.split('\n').map((line, index) => ({ text: line, number: first + index }));

/** The examples of a Markdown file. */
export const markdownExamples = (file: SourceFile): readonly Example[] => examplesIn(file.path, linesOf(file.text, 1));

/** The examples in the docstrings of a TypeScript file. */
export const docstringExamples = (file: SourceFile): readonly Example[] =>
  docstringsOf(file).flatMap((doc) => {
    const lines = linesOf(doc.value, lineAt(file.text, doc.start));
    return examplesIn(
      file.path,
      lines.map((line) => ({ ...line, text: line.text.replace(/^\s*\* ?/, '') })),
    );
  });
