/**
 * Plain-text tables.
 */

/** Which side a column's text keeps to. */
export type Side = 'left' | 'right';

// Widths count characters; combining marks do not occur in these tables.
const pad = (text: string, width: number, side: Side): string => (side === 'left' ? text.padEnd(width) : text.padStart(width));

/** Rows under a head, each column as wide as its widest cell. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], sides: readonly Side[]): string => {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const render = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, sides[column] ?? 'left'))
      .join('  ')
      .trimEnd();
  return [render(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(render)].join('\n');
};
