/**
 * The printed form of tensors: dtype and named shape, then the values in aligned columns, shortened when there are many.
 */
import { elements, showAxes } from './dim.ts';
import type { TypedArray } from './dtype.ts';
import { valueOf } from './evaluate.ts';
import { formatter } from './formatNumber.ts';
import { stridesOf } from './nested.ts';
import { equationsBetween } from './program.ts';
import { known } from './settled.ts';
import type { Expression } from './tensor.ts';
import { markConditionUsed } from './traceScope.ts';

/** Lines are at most this wide. */
const columns = 80;

/** A tensor with more elements is shortened along every axis. */
const manyElements = 1000;

/** So many elements are left of a shortened tensor at most. */
const fewElements = 200;

/** An axis with more elements is shortened in any tensor. */
const longAxis = 60;

/** The indices of an axis that are shown; `undefined` stands for those left out. */
type Shown = readonly (number | undefined)[];

/** All of a short axis, else so many from its start and from its end. */
const shownIndices = (size: number, longest: number, start: number, end: number): Shown => {
  const all = Array.from({ length: size }, (_, index) => index);
  return size <= Math.max(longest, start + end) ? all : [...all.slice(0, start), undefined, ...all.slice(size - end)];
};

const count = (shown: readonly Shown[]): number => shown.reduce((product, axis) => product * axis.length, 1);

/** Three from either end; of the axes before the last two fewer, when that would still be too many. */
const shownAxes = (sizes: readonly number[]): readonly Shown[] => {
  if (elements(sizes) <= manyElements) return sizes.map((size) => shownIndices(size, longAxis, 3, 3));
  const shortened = [3, 1, 0].map((end) =>
    sizes.map((size, axis) =>
      axis < sizes.length - 2 ? shownIndices(size, 0, Math.max(end, 1), end) : shownIndices(size, 0, 3, 3),
    ),
  );
  return shortened.find((shown) => count(shown) <= fewElements) ?? shortened.at(-1) ?? [];
};

/** Offsets of the elements that are shown, in row-major order. */
const shownOffsets = (shown: readonly Shown[], strides: readonly number[]): readonly number[] =>
  shown.reduce<readonly number[]>(
    (offsets, axis, at) =>
      offsets.flatMap((offset) => axis.flatMap((index) => (index === undefined ? [] : [offset + index * (strides[at] ?? 1)]))),
    [0],
  );

/** Entries of one row, separated by commas, on as many lines as they need. */
const showRow = (entries: readonly string[], indent: number): string => {
  const lines: string[] = [];
  let line = '';
  entries.forEach((entry, index) => {
    const last = index === entries.length - 1;
    const next = line === '' ? entry : `${line} ${entry}`;
    if (line !== '' && indent + 1 + next.length + (last ? 1 : 0) > columns) {
      lines.push(line);
      line = entry;
    } else {
      line = next;
    }
    if (!last) line += ',';
  });
  return `[${[...lines, line].join(`\n${' '.repeat(indent + 1)}`)}]`;
};

const showValues = (values: TypedArray, sizes: readonly number[], dtype: Expression['dtype']): string => {
  if (values.length === 0) return '[]';
  const [shown, strides] = [shownAxes(sizes), stridesOf(sizes)];
  const format = formatter(
    shownOffsets(shown, strides).map((offset) => values[offset] ?? 0),
    dtype,
  );
  const build = (axis: number, offset: number): string => {
    const indices = shown[axis];
    if (indices === undefined) return format(values[offset] ?? 0);
    const entries = indices.map((index) =>
      index === undefined ? '...' : build(axis + 1, offset + index * (strides[axis] ?? 1)),
    );
    if (axis === sizes.length - 1) return showRow(entries, axis);
    // Blocks of rows stand apart: one empty line for each axis below the rows.
    return `[${entries.join(`,${'\n'.repeat(sizes.length - 1 - axis)}${' '.repeat(axis + 1)}`)}]`;
  };
  return build(0, 0);
};

/** An argument of a traced function, or a tangent, which only its transpose can evaluate. */
const hasNoValue = (x: Expression): boolean =>
  equationsBetween((tensor) => tensor[known] !== undefined, [x]).some(
    ({ primitive }) => primitive === 'input' || primitive === 'customTangent',
  );

/**
 * The text of a tensor.
 *
 * `Tensor f32[batch=2, 3]`, then the values; a scalar or a short vector on the same line. Evaluates the tensor, unless it is
 * an argument of a traced function or depends on one: that has no value yet, and the text says so.
 */
export const showTensor = (x: Expression): string => {
  markConditionUsed(x);
  const header = `Tensor ${x.dtype}${showAxes(x.axes)}`;
  if (hasNoValue(x)) return `${header} (traced: no value yet)`;
  const text = showValues(valueOf(x, 'toString'), x.sizes, x.dtype);
  const sameLine = x.rank < 2 && header.length + 1 + text.length <= columns && !text.includes('\n');
  return `${header}${sameLine || x.size === 0 ? ' ' : '\n'}${text}`;
};
