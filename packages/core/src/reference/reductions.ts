/**
 * Reductions, argument reductions, sorting and running sums: all of them functions of rows, once the axes are in order.
 */
import { elements } from '../dim.ts';
import { type DType, isFloat, makeArray, type TypedArray } from '../dtype.ts';
import type { Reduction } from '../primitives/attributes.ts';
import { operandAt } from '../primitives/rule.ts';
import { firstOperand, onlyOutput, type Row, type Rows, unaryKernel } from './kernel.ts';
import { pairwiseSum } from './pairwise.ts';
import { inverse, otherAxes, permuter } from './strided.ts';

/** The value of a row: elements `from` to `to` of an array. */
type RowValue = (x: TypedArray, from: number, to: number) => number;

/** Changes a row: from elements `from` to `to` of an array to those of the result. */
type RowChange = (out: TypedArray, x: TypedArray, from: number, to: number) => void;

// Reads are inside the row. Floats and whole numbers have loops of their own, as in loops.ts.

const foldFloats =
  (initial: number, f: (x: number, y: number) => number): RowValue =>
  (x, from, to) => {
    let result = initial;
    for (let i = from; i < to; i++) result = f(result, x[i] as number);
    return result;
  };

const foldWholes =
  (initial: number, f: (x: number, y: number) => number): RowValue =>
  (x, from, to) => {
    let result = initial;
    for (let i = from; i < to; i++) result = f(result, x[i] as number);
    return result;
  };

const sumModulo = foldWholes(0, (x, y) => (x + y) | 0);
const productModulo = foldWholes(1, Math.imul);

/** What no element of the dtype is below. */
export const lowest: Readonly<Record<DType, number>> = { f32: -Infinity, f64: -Infinity, i32: -(2 ** 31), u32: 0, bool: 0 };

/** What no element of the dtype is above. */
export const highest: Readonly<Record<DType, number>> = {
  f32: Infinity,
  f64: Infinity,
  i32: 2 ** 31 - 1,
  u32: 2 ** 32 - 1,
  bool: 1,
};

/** Reduces rows that hold the reduced axes, in the order in which the operand has them. */
const reduction =
  (choose: (dtype: DType) => RowValue): Row<Reduction> =>
  (equation) => {
    const { dtype, sizes, rank } = firstOperand(equation);
    const { size } = onlyOutput(equation);
    const kept = otherAxes(rank, equation.attributes.axes);
    const reduced = otherAxes(rank, kept);
    const length = elements(reduced.map((axis) => operandAt(sizes, axis)));
    const toRows = permuter(dtype, sizes, [...kept, ...reduced]);
    const value = choose(dtype);
    return unaryKernel((x) => {
      const rows = toRows(x);
      const out = makeArray(dtype, size);
      for (let row = 0; row < size; row++) out[row] = value(rows, row * length, (row + 1) * length);
      return out;
    });
  };

/** The permutation that brings one axis to the end. */
const toEnd = (rank: number, axis: number): readonly number[] => [...otherAxes(rank, [axis]), axis];

/** The index of the first best element of a row. */
const argument =
  (better: (x: number, best: number) => boolean): RowValue =>
  (x, from, to) => {
    let at = from;
    for (let i = from + 1; i < to; i++) if (better(x[i] as number, x[at] as number)) at = i;
    return at - from;
  };

const argReduction =
  (value: RowValue): Row<'argMax' | 'argMin'> =>
  (equation) => {
    const { dtype, sizes, rank } = firstOperand(equation);
    const { axis } = equation.attributes;
    const { size } = onlyOutput(equation);
    const length = operandAt(sizes, axis);
    const toRows = permuter(dtype, sizes, toEnd(rank, axis));
    return unaryKernel((x) => {
      const rows = toRows(x);
      return Int32Array.from({ length: size }, (_, row) => value(rows, row * length, (row + 1) * length));
    });
  };

/** A NaN is better than any number, and no NaN is better than a NaN. */
export const nanFirst =
  (better: (x: number, best: number) => boolean) =>
  (x: number, best: number): boolean =>
    better(x, best) || (Number.isNaN(x) && !Number.isNaN(best));

/** Changes every row along one axis, and puts the axis back. */
const alongAxis = (
  equation: Parameters<Row<'argSort' | 'cumulativeSum'>>[0],
  change: RowChange,
): ReturnType<Row<'argSort' | 'cumulativeSum'>> => {
  const { dtype, sizes, rank } = firstOperand(equation);
  const output = onlyOutput(equation);
  const order = toEnd(rank, equation.attributes.axis);
  const length = operandAt(sizes, equation.attributes.axis);
  const toRows = permuter(dtype, sizes, order);
  const back = permuter(
    output.dtype,
    order.map((axis) => operandAt(sizes, axis)),
    inverse(order),
  );
  return unaryKernel((x) => {
    const rows = toRows(x);
    const out = makeArray(output.dtype, rows.length);
    for (let from = 0; from < rows.length; from += length) change(out, rows, from, from + length);
    return back(out);
  });
};

/** Upward, NaN last, equal elements in the order in which they stand. */
const sortRow: RowChange = (out, x, from, to) => {
  const row = new Float64Array(x.subarray(from, to));
  const before = (i: number, j: number): number => {
    const [a, b] = [row[i] as number, row[j] as number];
    if (a < b) return -1;
    if (a > b) return 1;
    return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || i - j;
  };
  out.set(Int32Array.from(row.keys()).sort(before), from);
};

/** The rounding error of a + b = sum (Knuth's two-sum); 0 where the sum is not finite. */
const sumError = (a: number, b: number, sum: number): number => {
  const part = sum - a;
  const error = a - (sum - part) + (b - part);
  return Number.isFinite(sum) ? error : 0;
};

/** Running sums in float64 that carry their rounding errors along: as good as pairwise sums, from either end. */
const accumulateFloats =
  (fromEnd: boolean): RowChange =>
  (out, x, from, to) => {
    let [sum, error] = [0, 0];
    for (let step = 0; step < to - from; step++) {
      const at = fromEnd ? to - 1 - step : from + step;
      const next = sum + (x[at] as number);
      error += sumError(sum, x[at] as number, next);
      sum = next;
      out[at] = sum + error;
    }
  };

const accumulateWholes =
  (fromEnd: boolean): RowChange =>
  (out, x, from, to) => {
    let sum = 0;
    for (let step = 0; step < to - from; step++) {
      const at = fromEnd ? to - 1 - step : from + step;
      sum = (sum + (x[at] as number)) | 0;
      out[at] = sum;
    }
  };

/** Kernels of reductions and of other operations along an axis. */
export const reductions: Rows<Reduction | 'argMax' | 'argMin' | 'argSort' | 'cumulativeSum'> = {
  reduceSum: reduction((dtype) => (isFloat(dtype) ? pairwiseSum : sumModulo)),
  reduceProd: reduction((dtype) => (isFloat(dtype) ? foldFloats(1, (x, y) => x * y) : productModulo)),
  reduceMax: reduction((dtype) => (isFloat(dtype) ? foldFloats : foldWholes)(lowest[dtype], Math.max)),
  reduceMin: reduction((dtype) => (isFloat(dtype) ? foldFloats : foldWholes)(highest[dtype], Math.min)),
  reduceAnd: reduction(() => foldWholes(1, Math.min)),
  reduceOr: reduction(() => foldWholes(0, Math.max)),
  argMax: argReduction(argument(nanFirst((x, best) => x > best))),
  argMin: argReduction(argument(nanFirst((x, best) => x < best))),
  argSort: (equation) => alongAxis(equation, sortRow),
  cumulativeSum: (equation) => {
    const { dtype } = firstOperand(equation);
    return alongAxis(equation, (isFloat(dtype) ? accumulateFloats : accumulateWholes)(equation.attributes.reverse));
  },
};
