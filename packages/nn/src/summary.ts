/**
 * Summaries: what a model is made of, as a value and as text.
 */
import { flattenTree, key, type Shape } from '@cotangent/core';
import type { LayerOr, NoLayer } from './layer.ts';
import { show } from './shapes.ts';
import { describe, untyped, type Untyped, type UntypedPart } from './untyped.ts';

/** One layer of a model. */
export interface SummaryRow {
  /** Where its parameters stand: `hidden`, `encoder.0`; empty for a layer that has no name. */
  readonly path: string;
  /** What it is: `dense`, `relu`. */
  readonly kind: string;
  /** How many copies of it there are in a row. */
  readonly copies: number;
  /** The shape that it gives, without leading dimensions. */
  readonly output: Shape;
  /** How many numbers it learns, all copies together. */
  readonly parameters: number;
}

/** The layers of a model in order, and how many numbers it learns and keeps. */
export interface Summary {
  readonly input: Shape;
  readonly output: Shape;
  readonly rows: readonly SummaryRow[];
  readonly parameters: number;
  readonly state: number;
}

const count = (tree: unknown): number => flattenTree(tree, 'params').leaves.reduce((total, leaf) => total + leaf.size, 0);

/** Parameters and state, of which only sizes are read: nothing is computed from the key. */
const counts = (layer: Untyped): { readonly parameters: number; readonly state: number } => {
  const { params, state } = layer.init(key(0));
  return { parameters: count(params), state: count(state) };
};

/** Layers that do nothing besides their parts. */
const transparent: ReadonlySet<string> = new Set(['pipe', 'sequential', 'repeat']);

const joined = (path: string, name: string | undefined): string => [path, name ?? ''].filter((step) => step !== '').join('.');

const rowsOf = ({ layer, name, copies = 1 }: UntypedPart, path: string, repeats: number): readonly SummaryRow[] => {
  const [here, times] = [joined(path, name), repeats * copies];
  const { kind = 'layer', parts } = layer;
  if (kind === 'input') return [];
  const row = (parameters: number): SummaryRow => ({ path: here, kind, copies: times, output: layer.output.shape, parameters });
  if (parts === undefined) return [row(times * counts(layer).parameters)];
  const inside = parts.flatMap((part) => rowsOf(part, here, times));
  return transparent.has(kind) ? inside : [...inside, row(0)];
};

/**
 * What a model is made of: a row for each layer in it, with its place, kind, output shape and number of parameters.
 *
 * Nothing is computed: shapes are enough. A layer around others that does something itself (`residual` adds, `parallel` joins) has a
 * row after theirs.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { dense, input, relu, summary } from '@cotangent/nn';
 *
 * const { rows, parameters } = summary(pipe(input(784), dense('hidden', 128), relu, dense('out', 10)));
 * assert.deepEqual(rows.map((row) => row.kind), ['dense', 'relu', 'dense']);
 * assert.deepEqual(rows[0], { path: 'hidden', kind: 'dense', copies: 1, output: [128], parameters: 100480 });
 * assert.equal(parameters, 101770);
 * ```
 */
export const summary: (layer: LayerOr<NoLayer<'summary'>>) => Summary = (layer, ...more: readonly unknown[]) => {
  // Two more are an index and the list: `layers.map(summary)`.
  if (more.length === 1)
    throw new TypeError('summary: expected one layer, which knows the shape that it takes: write summary(layer)');
  const model = untyped('summary', layer);
  return { input: model.input.shape, output: model.output.shape, rows: rowsOf({ layer: model }, '', 1), ...counts(model) };
};

const grouped = (n: number): string => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',');

const cellsOf = ({ path, kind, copies, output, parameters }: SummaryRow): readonly string[] => [
  path,
  copies === 1 ? kind : `${copies} x ${kind}`,
  show(output),
  grouped(parameters),
];

/** Cells in columns; the last, of numbers, to the right. */
const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const align = (cell: string, column: number, cells: readonly string[]): string =>
    column === cells.length - 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return lines.map((cells) => cells.map(align).join('  '));
};

/** What is said of what is no summary. */
type NoSummary = 'showSummary: expected a summary: write summary(layer)';

/** A summary as an argument. The checker prints it by this name, with `_Why`, where something else is given. */
interface SummaryOr<_Why extends string> extends Summary {}

/** What is none only untyped callers can pass. */
const isSummary = (given: unknown): given is Summary => typeof given === 'object' && given !== null && 'rows' in given;

/**
 * A summary as a table of text.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { pipe } from 'fp-ts/lib/function.js';
 * import { dense, input, relu, showSummary, summary } from '@cotangent/nn';
 *
 * const model = pipe(input(784), dense('hidden', 128), relu, dense('out', 10));
 * assert.equal(
 *   showSummary(summary(model)),
 *   [
 *     'place   layer  output  parameters',
 *     '        input  [784]            0',
 *     'hidden  dense  [128]      100,480',
 *     '        relu   [128]            0',
 *     'out     dense  [10]         1,290',
 *     '101,770 parameters',
 *   ].join('\n'),
 * );
 * ```
 */
export const showSummary = (given: SummaryOr<NoSummary>): string => {
  if (!isSummary(given)) throw new TypeError(`showSummary: expected a summary, got ${describe(given)}: write summary(layer)`);
  const { input, rows, parameters, state } = given;
  const head = ['place', 'layer', 'output', 'parameters'];
  const lines = table([head, ['', 'input', show(input), '0'], ...rows.map(cellsOf)]);
  const total = `${grouped(parameters)} parameters${state === 0 ? '' : `, ${grouped(state)} numbers of state`}`;
  return [...lines, total].join('\n');
};
