/**
 * Reductions of windows: element by element of the window, for all windows at once.
 */
import { type DType, isFloat, makeArray, type TypedArray } from '../dtype.ts';
import type { Equation } from '../equation.ts';
import type { WindowReduction } from '../primitives/attributes.ts';
import { operandAt } from '../primitives/rule.ts';
import { frame } from './frame.ts';
import { firstOperand, onlyOutput, type Row, type Rows, unaryKernel } from './kernel.ts';
import { highest, lowest, nanFirst } from './reductions.ts';
import { box, type Box, eachRow, type RowAction, stridesOf } from './strided.ts';

type Slides = WindowReduction | 'windowArgMax' | 'windowArgMin';

/** So many elements of a window are added one after another; larger windows are halved, as in pairwise summation. */
const block = 128;

/** Where the elements of a window lie, from where it begins, in the window's order. */
const offsetsOf = (window: readonly number[], within: readonly number[]): readonly number[] =>
  window.reduce<readonly number[]>(
    (outer, size, axis) => outer.flatMap((from) => Array.from({ length: size }, (_, at) => from + at * operandAt(within, axis))),
    [0],
  );

/** The windows of an operand. */
interface Layout {
  readonly fill: (x: TypedArray, value: number) => TypedArray;
  /** The first elements of all windows. */
  readonly legs: Box;
  readonly offsets: readonly number[];
  readonly size: number;
  readonly into: DType;
}

const layoutOf = (equation: Equation<Slides>, dtype: DType): Layout => {
  const { size, sizes } = onlyOutput(equation);
  const into = isFloat(dtype) ? 'f64' : dtype;
  const { fill, toNext, within } = frame(dtype, firstOperand(equation).sizes, equation.attributes, into);
  return {
    fill,
    legs: box(sizes, stridesOf(sizes), toNext),
    offsets: offsetsOf(equation.attributes.window, within),
    size,
    into,
  };
};

// Reads are inside the frame, writes inside the result.

/** Adds a row of elements to what the windows have so far. */
const addRow =
  (out: TypedArray, x: TypedArray): RowAction =>
  (to, from, leg) => {
    for (let k = 0; k < leg.size; k++)
      out[to + k * leg.to] = (out[to + k * leg.to] as number) + (x[from + k * leg.from] as number);
  };

const foldRow =
  (f: (x: number, y: number) => number) =>
  (out: TypedArray, x: TypedArray): RowAction =>
  (to, from, leg) => {
    for (let k = 0; k < leg.size; k++) out[to + k * leg.to] = f(out[to + k * leg.to] as number, x[from + k * leg.from] as number);
  };

const narrowed = (values: TypedArray, dtype: DType): TypedArray => (dtype === 'f32' ? new Float32Array(values) : values);

/** Sums of the elements `first` to `last` of every window. */
const sums = (layout: Layout, x: TypedArray, first: number, last: number): TypedArray => {
  if (last - first <= block) {
    const out = makeArray(layout.into, layout.size);
    const add = addRow(out, x);
    for (const offset of layout.offsets.slice(first, last)) eachRow(layout.legs, 0, offset, add);
    return out;
  }
  const middle = first + Math.floor((last - first) / 2);
  const [left, right] = [sums(layout, x, first, middle), sums(layout, x, middle, last)];
  addRow(left, right)(0, 0, { size: left.length, to: 1, from: 1 });
  return left;
};

const reduceWindowSum: Row<'reduceWindowSum'> = (equation) => {
  const { dtype } = firstOperand(equation);
  const layout = layoutOf(equation, dtype);
  return unaryKernel((x) => narrowed(sums(layout, layout.fill(x, 0), 0, layout.offsets.length), dtype));
};

/** The best of each window, beginning with what is in no window and worse than all. */
const best =
  (f: (x: number, y: number) => number, worst: Readonly<Record<DType, number>>): Row<'reduceWindowMax' | 'reduceWindowMin'> =>
  (equation) => {
    const { dtype } = firstOperand(equation);
    const layout = layoutOf(equation, dtype);
    const fold = foldRow(f);
    return unaryKernel((x) => {
      const framed = layout.fill(x, worst[dtype]);
      const out = makeArray(layout.into, layout.size).fill(worst[dtype]);
      for (const offset of layout.offsets) eachRow(layout.legs, 0, offset, fold(out, framed));
      return narrowed(out, dtype);
    });
  };

/** The position of the best of each window; what the frame adds has position -1, and is never best. */
const argument =
  (better: (x: number, best: number) => boolean): Row<'windowArgMax' | 'windowArgMin'> =>
  (equation) => {
    const { dtype, size } = firstOperand(equation);
    const [values, positions] = [layoutOf(equation, dtype), layoutOf(equation, 'i32')];
    const isBetter = nanFirst(better);
    return unaryKernel((x) => {
      const framed = values.fill(x, 0);
      const places = positions.fill(
        new Int32Array(size).map((_, at) => at),
        -1,
      );
      const [found, out] = [makeArray(values.into, values.size), new Int32Array(values.size).fill(-1)];
      const choose: RowAction = (to, from, leg) => {
        for (let k = 0; k < leg.size; k++) {
          const [at, read] = [to + k * leg.to, from + k * leg.from];
          const place = places[read] as number;
          if (place < 0 || ((out[at] as number) >= 0 && !isBetter(framed[read] as number, found[at] as number))) continue;
          found[at] = framed[read] as number;
          out[at] = place;
        }
      };
      for (const offset of values.offsets) eachRow(values.legs, 0, offset, choose);
      return out;
    });
  };

/** Kernels of reductions of windows. */
export const sliding: Rows<Slides> = {
  reduceWindowSum,
  reduceWindowMax: best(Math.max, lowest),
  reduceWindowMin: best(Math.min, highest),
  windowArgMax: argument((x, found) => x > found),
  windowArgMin: argument((x, found) => x < found),
};
