/**
 * The wrong programs of a type test: statements that must not compile, found in the source by how their lines begin.
 */

import { stripTypeScriptTypes } from 'node:module';

/** A statement that must be refused: a call, or an exported function or constant. Lines are counted from 1. */
export interface Wrong {
  readonly first: number;
  readonly last: number;
  readonly code: string;
}

const begins = (line: string): boolean => /^([\w.]+(<.*>)?\(|export const )/.test(line);

/** The wrong statements of a file; each goes on to the next, or to a line that begins something else. */
export const wrongStatements = (text: string): readonly Wrong[] => {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!begins(line)) return [];
    const length = lines.slice(index + 1).findIndex((next) => begins(next) || /^(\w|\/|$)/.test(next));
    return [{ first: index + 1, last: index + 1 + length, code: lines.slice(index, index + 1 + length).join(' ') }];
  });
};

/** The statements that can be run: calls, without the types in them. */
export const wrongCalls = (statements: readonly Wrong[]): readonly Wrong[] =>
  statements
    .filter(({ code }) => !code.startsWith('export'))
    .map((wrong) => ({ ...wrong, code: stripTypeScriptTypes(wrong.code).trim() }));
