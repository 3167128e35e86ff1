/**
 * Contractions: every `dotGeneral` is a batch of products of rows, once the axes are in order.
 */
import { elements } from '../dim.ts';
import { isFloat, makeArray, type TypedArray } from '../dtype.ts';
import { operandAt } from '../primitives/rule.ts';
import type { Expression } from '../tensor.ts';
import { binaryKernel, type Row, type Rows } from './kernel.ts';
import { otherAxes, permuter } from './strided.ts';

/** Sizes of left [rows, depth] times right [columns, depth]. */
interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** Products of so many numbers are added one after another; longer ones are halved, as in pairwise summation. */
const block = 256;

// Each number of the result is added up in the same order, whether its tile is full or not, so that it does not depend on its neighbors.
// Reads are inside the operands: rows and columns of `depth` numbers begin at x0, y0 and after them.

/** The products of two rows and four columns over depth `from` to `to`, put where they belong in rows of `width`. */
const putTile = (
  out: Float64Array,
  at: number,
  width: number,
  x: Float64Array,
  x0: number,
  y: Float64Array,
  y0: number,
  depth: number,
  from: number,
  to: number,
): void => {
  const x1 = x0 + depth;
  const y1 = y0 + depth;
  const y2 = y1 + depth;
  const y3 = y2 + depth;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = from; k < to; k++) {
    const a0 = x[x0 + k] as number;
    const a1 = x[x1 + k] as number;
    const b0 = y[y0 + k] as number;
    const b1 = y[y1 + k] as number;
    const b2 = y[y2 + k] as number;
    const b3 = y[y3 + k] as number;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
  }
  out[at] = s00;
  out[at + 1] = s01;
  out[at + 2] = s02;
  out[at + 3] = s03;
  out[at + width] = s10;
  out[at + width + 1] = s11;
  out[at + width + 2] = s12;
  out[at + width + 3] = s13;
};

const innerProduct = (x: Float64Array, x0: number, y: Float64Array, y0: number, from: number, to: number): number => {
  let sum = 0;
  for (let k = from; k < to; k++) sum += (x[x0 + k] as number) * (y[y0 + k] as number);
  return sum;
};

/** One member of the batch: where its rows and columns begin. */
interface Factors<A = TypedArray> {
  readonly x: A;
  readonly xStart: number;
  readonly y: A;
  readonly yStart: number;
}

const blockProduct = (
  { x, xStart, y, yStart }: Factors<Float64Array>,
  { rows, columns, depth }: Extent,
  from: number,
  to: number,
): Float64Array => {
  const out = new Float64Array(rows * columns);
  const [fullRows, fullColumns] = [rows - (rows % 2), columns - (columns % 4)];
  for (let row = 0; row < fullRows; row += 2) {
    for (let column = 0; column < fullColumns; column += 4) {
      putTile(out, row * columns + column, columns, x, xStart + row * depth, y, yStart + column * depth, depth, from, to);
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = row < fullRows ? fullColumns : 0; column < columns; column++) {
      out[row * columns + column] = innerProduct(x, xStart + row * depth, y, yStart + column * depth, from, to);
    }
  }
  return out;
};

/** Products over depth `from` to `to`, halved until they are no longer than a block. */
const product = (factors: Factors<Float64Array>, extent: Extent, from: number, to: number): Float64Array => {
  if (to - from <= block) return blockProduct(factors, extent, from, to);
  const middle = from + Math.floor((to - from) / 2);
  const left = product(factors, extent, from, middle);
  const right = product(factors, extent, middle, to);
  for (let i = 0; i < left.length; i++) left[i] = (left[i] as number) + (right[i] as number);
  return left;
};

/** Products of every row with every column, modulo 2^32. */
const wholeProduct = (
  out: TypedArray,
  start: number,
  x: TypedArray,
  xStart: number,
  y: TypedArray,
  yStart: number,
  { rows, columns, depth }: Extent,
): void => {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < depth; k++) {
        sum = (sum + Math.imul(x[xStart + row * depth + k] as number, y[yStart + column * depth + k] as number)) | 0;
      }
      out[start + row * columns + column] = sum;
    }
  }
};

/** The products of every row with every column: of floats, which are given in float64, or of whole numbers. */
export const putProducts = (out: TypedArray, start: number, { x, xStart, y, yStart }: Factors, extent: Extent): void => {
  if (x instanceof Float64Array && y instanceof Float64Array) {
    out.set(product({ x, xStart, y, yStart }, extent, 0, extent.depth), start);
  } else {
    wholeProduct(out, start, x, xStart, y, yStart, extent);
  }
};

/** The axes of an operand as [batch, free, contracted], and how many elements each part has. */
const arrange = ({ sizes, rank }: Expression, contract: readonly number[], batch: readonly number[]) => {
  const free = otherAxes(rank, [...contract, ...batch]);
  const count = (axes: readonly number[]): number => elements(axes.map((axis) => operandAt(sizes, axis)));
  return { order: [...batch, ...free, ...contract], batches: count(batch), free: count(free), depth: count(contract) };
};

const dotGeneral: Row<'dotGeneral'> = ({ operands, outputs, attributes: { contract, batch } }) => {
  const [left, right, { dtype, size }] = [operandAt(operands, 0), operandAt(operands, 1), operandAt(outputs, 0)];
  const [of, by] = [arrange(left, contract[0], batch[0]), arrange(right, contract[1], batch[1])];
  const extent: Extent = { rows: of.free, columns: by.free, depth: of.depth };
  const into = isFloat(dtype) ? 'f64' : dtype;
  const [toRows, toColumns] = [permuter(dtype, left.sizes, of.order, into), permuter(dtype, right.sizes, by.order, into)];
  return binaryKernel((x, y) => {
    const out = makeArray(dtype, size);
    const [rows, columns] = [toRows(x), toColumns(y)];
    for (let index = 0; index < of.batches; index++) {
      const [start, xStart, yStart] = [
        index * extent.rows * extent.columns,
        index * extent.rows * extent.depth,
        index * extent.columns * extent.depth,
      ];
      putProducts(out, start, { x: rows, xStart, y: columns, yStart }, extent);
    }
    return out;
  });
};

/** The kernel of contractions. */
export const dot: Rows<'dotGeneral'> = { dotGeneral };
