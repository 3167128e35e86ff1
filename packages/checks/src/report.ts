/**
 * `pnpm bench:types`: what calls and networks cost the type checker, and how long an editor waits, on both compilers.
 */
import { firstCost, marginalCost, programCost } from './cost/measure.ts';
import { costRows, programRows } from './cost/rows.ts';
import { editorKinds } from './editor/editors.ts';
import { latenciesOf } from './editor/latency.ts';
import { sample } from './editor/sample.ts';
import { median } from './median.ts';
import { typescript6, typescript7 } from './typescript.ts';

const repetitions = 5;

const table = (title: string, rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  return [title, ...lines, ''].join('\n');
};

/** The runs of something, one after the other. */
const repeated = async <A>(run: () => Promise<A>): Promise<readonly A[]> => {
  const results: A[] = [];
  for (let left = repetitions; left > 0; left -= 1) results.push(await run());
  return results;
};

const verdict = (figure: number, budget: number): string => (figure > budget ? 'over' : '');

const callRows = async (): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [['', 'budget', 'one more', '', 'first', 'one more in 6']];
  for (const row of costRows) {
    const [more, first, older] = [await marginalCost(row), await firstCost(row), await marginalCost(row, typescript6)];
    rows.push([row.name, ...[row.budget, more].map(String), verdict(more, row.budget), ...[first, older].map(String)]);
  }
  return rows;
};

const programRowsOf = async (): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [['', 'budget', 'instantiations', '', 'ms in 7', 'ms in 6']];
  for (const row of programRows) {
    const runs = await repeated(() => programCost(row));
    const older = await repeated(() => programCost(row, typescript6));
    const instantiations = runs[0]?.instantiations ?? Number.NaN;
    const times = [runs, older].map((some) => median(some.map(({ checkTime }) => checkTime)).toFixed(0));
    rows.push([row.name, ...[row.budget, instantiations].map(String), verdict(instantiations, row.budget), ...times]);
  }
  return rows;
};

const editorRows = async (): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [['', 'opened to checked', 'edited to checked', 'hover', 'completions']];
  for (const kind of editorKinds) {
    const { opening, edit, hover, completions } = await latenciesOf(kind);
    rows.push([
      kind.name,
      ...[opening, edit].map((time) => time.toFixed(0)),
      ...[hover, completions].map((time) => time.toFixed(1)),
    ]);
  }
  return rows;
};

console.log(`${typescript7.name} and ${typescript6.name}\n`);
console.log(table('Instantiations a call', await callRows()));
console.log(table(`Programs: instantiations, and milliseconds in the checker, medians of ${repetitions}`, await programRowsOf()));
console.log(
  table(`An editor on a model file of ${sample.split('\n').length - 1} lines: milliseconds, medians`, await editorRows()),
);
