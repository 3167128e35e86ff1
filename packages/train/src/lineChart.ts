/**
 * Curves in text.
 */
import { anyNumber, checked, count, type Decoder, optional, options } from './config/options.ts';
import { showNumber } from './observers/measurements.ts';

/** Options of `lineChart`. */
export interface ChartOptions {
  /** Characters across, the labels included; 72 when left out. */
  readonly width?: number;
  /** Lines; 10 when left out. */
  readonly height?: number;
  /** The values at the bottom and the top; the least and the greatest of the curve when left out. */
  readonly from?: number;
  readonly to?: number;
}

const chartOptions: Decoder<ChartOptions> = options<ChartOptions>({
  width: optional(count),
  height: optional(count),
  from: optional(anyNumber),
  to: optional(anyNumber),
});

/** Braille patterns have two columns of four dots; this is the bit of each, from the top. Unicode 15, chapter 21.1. */
const dots = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** Least and greatest of the values that share a column; `undefined` when none is finite. */
type Span = readonly [least: number, greatest: number] | undefined;

const spanOf = (values: readonly number[]): Span => {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return undefined;
  return [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
};

/** All values that fall into each column. */
const spansOf = (values: readonly number[], columns: number): readonly Span[] =>
  Array.from({ length: columns }, (_, column) => {
    const [start, end] = [column, column + 1].map((at) => Math.floor((at * values.length) / columns));
    return spanOf(values.slice(start, end));
  });

/** Fewer values than columns, with straight lines between them, except beside what is not finite. */
const stretched = (values: readonly number[], columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, column) => {
    const position = (column * (values.length - 1)) / Math.max(1, columns - 1);
    const [left = Number.NaN, right = left] = values.slice(Math.floor(position));
    const share = position % 1;
    const line = share === 0 ? left : left + share * (right - left);
    return Number.isFinite(line) ? line : share < 0.5 ? left : right;
  });

/** Spans drawn on to where the one before ends, so that the curve has no gaps. */
const joined = (spans: readonly Span[]): readonly Span[] =>
  spans.map((span, index) => {
    const before = spans[index - 1];
    if (span === undefined || before === undefined) return span;
    return [Math.min(span[0], before[1]), Math.max(span[1], before[0])];
  });

/** What maps a value to its row of dots, counted from the top; values beyond the ends are drawn at them. */
const rowOf =
  (from: number, to: number, rows: number) =>
  (value: number): number => {
    const share = to === from ? 0.5 : (to - value) / (to - from);
    return Math.round(Math.min(1, Math.max(0, share)) * (rows - 1));
  };

/** The character of four rows and two columns of dots. */
const cell = (isSet: (column: number, row: number) => boolean): string => {
  const bits = dots.flatMap((column, x) => column.map((bit, y): number => (isSet(x, y) ? bit : 0)));
  const sum = bits.reduce((total, bit) => total + bit);
  return sum === 0 ? ' ' : String.fromCharCode(0x2800 + sum);
};

const plot = (spans: readonly Span[], row: (value: number) => number, height: number): readonly string[] => {
  const isSet = (column: number, y: number): boolean => {
    const span = spans[column];
    return span !== undefined && row(span[1]) <= y && y <= row(span[0]);
  };
  return Array.from({ length: height }, (_, line) =>
    Array.from({ length: spans.length / 2 }, (_, at) => cell((x, y) => isSet(2 * at + x, 4 * line + y))).join(''),
  );
};

/**
 * Values as a curve in the terminal, drawn in braille dots, four by two a character; the labels are the values at the top and the bottom.
 *
 * Where many values share a column, the curve covers all of them; what is not finite is left out. Throws `ConfigError` for wrong options.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { lineChart } from '@cotangent/train';
 *
 * const chart = lineChart([4, 3, 2, 1, 0], { width: 10, height: 2 });
 * assert.equal(chart, '4 ┤⠙⠲⢤⣀   \n0 ┤   ⠈⠙⠲⢤');
 * ```
 */
export const lineChart = (values: readonly number[], given: ChartOptions = {}): string => {
  const { width = 72, height = 10, ...ends } = checked('lineChart', chartOptions, given);
  if (!Array.isArray(values)) throw new TypeError('lineChart: expected a list of numbers');
  const [least, greatest] = spanOf(values) ?? [0, 1];
  const { from = least, to = greatest } = ends;
  const labels = [showNumber(to), showNumber(from)];
  const margin = Math.max(...labels.map(({ length }) => length));
  const columns = 2 * Math.max(1, width - margin - 2);
  const lines = plot(
    joined(spansOf(values.length < columns ? stretched(values, columns) : values, columns)),
    rowOf(from, to, 4 * height),
    height,
  );
  const labelAt = (line: number): string | undefined => (line === 0 ? labels[0] : line === height - 1 ? labels[1] : undefined);
  return lines
    .map((line, index) => {
      const label = labelAt(index);
      return `${(label ?? '').padStart(margin)} ${label === undefined ? '│' : '┤'}${line}`;
    })
    .join('\n');
};
