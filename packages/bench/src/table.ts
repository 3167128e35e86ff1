/**
 * The tables that the benchmark prints: times, and ratios to the first row.
 */
import type { Result } from './race.ts';

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
};

/** Three significant digits. */
const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A table of a race. `total` steps are what the first column of times stands for. */
export const resultTable = (title: string, results: readonly Result[], total: number): string => {
  const own = results[0]?.perStep ?? Number.NaN;
  const rows = results.map(({ name, perStep, fastest, slowest, loss }) => [
    name,
    figure(perStep * total),
    figure(perStep * 1000),
    `${figure(fastest * 1000)} - ${figure(slowest * 1000)}`,
    figure(perStep / own),
    loss.toFixed(6),
  ]);
  return `${title}\n${columns([['', `ms for ${total}`, 'us a step', 'fastest - slowest', 'ratio', 'last loss'], ...rows])}`;
};

/** A table of rows of figures. */
export const figureTable = (title: string, head: readonly string[], rows: readonly (readonly [string, ...number[]])[]): string =>
  `${title}\n${columns([[...head], ...rows.map(([name, ...values]) => [name, ...values.map(figure)])])}`;
