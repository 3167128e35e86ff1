/**
 * The places of a program that one points at: the names that it exports, and those above a mark `^?`.
 */
import type { Position } from '../editor/editor.ts';

/** A name in a text. */
export interface Point {
  readonly name: string;
  readonly position: Position;
}

const exported = /^export const (\w+)/;
const destructured = /^export const [{[](.*?)[}\]] =/;
const mark = /^\/\/\s*\^\?/;

const namesIn = (line: string): readonly string[] => {
  const several = destructured.exec(line)?.[1];
  return several === undefined ? (exported.exec(line)?.slice(1) ?? []) : several.split(/\W+/).filter((name) => name !== '');
};

const wordAt = (line: string, column: number): string =>
  [...line.matchAll(/\w+/g)].find(({ index, 0: word }) => index <= column && column < index + word.length)?.[0] ?? '';

/** The points of a program, in order. */
export const pointsOf = (text: string): readonly Point[] => {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const declared = namesIn(line).map((name) => ({
      name,
      position: { line: index, column: line.indexOf(name, 'export const '.length) },
    }));
    if (!mark.test(line)) return declared;
    const [above = '', column] = [lines[index - 1], line.indexOf('^')];
    return [{ name: `${wordAt(above, column)} in ${above}`, position: { line: index - 1, column } }];
  });
};
