/**
 * The figures that the documentation gives of what checking costs.
 */
import type { SourceFile } from '../workspace.ts';

/** A figure in a table: where it stands, of which row, what of it, and the number. */
export interface Figure {
  readonly path: string;
  readonly name: string;
  readonly of: 'one more' | 'the first' | 'in all';
  readonly instantiations: number;
}

const columns: readonly Figure['of'][] = ['one more', 'the first', 'in all'];

/** The cells of a line of a table; none of any other line. */
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** A number as it is written for people, digits in groups of three. Words may follow. */
const numberIn = (cell: string): number => Number(/^[\d ]+/.exec(cell)?.[0].replaceAll(' ', ''));

const figuresOf = (path: string, head: readonly string[], [name = '', ...rest]: readonly string[]): readonly Figure[] =>
  rest.flatMap((cell, at) => {
    const of = columns.find((column) => column === head[at + 1]);
    return of === undefined || cell === '' ? [] : [{ path, name, of, instantiations: numberIn(cell) }];
  });

/** The figures in the tables of a document whose first column is headed `instantiations`. */
export const figuresIn = ({ path, text }: SourceFile): readonly Figure[] => {
  const figures: Figure[] = [];
  let head: readonly string[] = [];
  for (const line of text.split('\n')) {
    const cells = cellsOf(line);
    if (cells[0] === 'instantiations') head = cells;
    else if (cells.length === 0) head = [];
    else if (head.length > 0 && !/^-+$/.test(cells[0] ?? '')) figures.push(...figuresOf(path, head, cells));
  }
  return figures;
};

/** The figures of a row that are off by more than a tenth of what is measured. */
export const strayed = (figures: readonly Figure[], name: string, of: Figure['of'], today: number): readonly Figure[] =>
  figures.filter(
    (figure) => figure.name === name && figure.of === of && !(Math.abs(figure.instantiations - today) <= today / 10),
  );
