/**
 * Kernels that read and write slices of an operand where indices say.
 */
import { elements } from '../dim.ts';
import { isFloat, makeArray, type TypedArray } from '../dtype.ts';
import type { GatherAxes } from '../primitives/attributes.ts';
import { operandAt } from '../primitives/rule.ts';
import type { Expression } from '../tensor.ts';
import { binaryKernel, onlyOutput, type Row, type Rows, ternaryKernel } from './kernel.ts';
import { box, type Box, copier, eachRow, type RowAction, stridesOf } from './strided.ts';

/** One slice: where it begins in the operand and where in the gathered result. */
type SliceAction = (operandStart: number, resultStart: number) => void;

/** The slices of a gather or a scatter. */
interface Slices {
  /** The elements of a slice, as they lie in the result (`to`) and in the operand (`from`). */
  readonly legs: Box;
  /** Calls `action` for every slice that is wholly inside the operand, in the order of the indices. */
  readonly each: (indices: TypedArray, action: SliceAction) => void;
}

/** Where operand axis `axis` takes the start of a slice from. */
interface Source {
  /** Component of the index vector, or -1. */
  readonly component: number;
  /** Position among the batch axes of the indices, or -1. */
  readonly batch: number;
  readonly stride: number;
  /** The last start at which the slice is inside. */
  readonly limit: number;
}

const sourcesOf = (operand: Expression, attributes: GatherAxes): readonly Source[] => {
  const strides = stridesOf(operand.sizes);
  return operand.sizes.map((size, axis) => ({
    component: attributes.indexMap.indexOf(axis),
    batch: attributes.indicesBatch[attributes.operandBatch.indexOf(axis)] ?? -1,
    stride: operandAt(strides, axis),
    limit: size - operandAt(attributes.sliceSizes, axis),
  }));
};

/** The coordinates of element `index` of a row-major array. */
const coordinates = (index: number, sizes: readonly number[], strides: readonly number[]): readonly number[] =>
  sizes.map((size, axis) => Math.floor(index / operandAt(strides, axis)) % size);

/** Strides in the result for each operand axis: its slice axes, in order, are the offset axes; the others have size 1. */
const sliceStrides = (operand: Expression, resultStrides: readonly number[], attributes: GatherAxes): readonly number[] => {
  const offset = [...attributes.offset].sort((a, b) => a - b).values();
  return operand.sizes.map((_, axis) => {
    const isDropped = attributes.collapsed.includes(axis) || attributes.operandBatch.includes(axis);
    return isDropped ? 0 : operandAt(resultStrides, offset.next().value ?? -1);
  });
};

const slicesOf = (operand: Expression, indices: Expression, resultSizes: readonly number[], attributes: GatherAxes): Slices => {
  const resultStrides = stridesOf(resultSizes);
  const sources = sourcesOf(operand, attributes);
  const batchSizes = indices.sizes.slice(0, -1);
  const batchStrides = stridesOf(batchSizes);
  const batchResultStrides = resultStrides.filter((_, axis) => !attributes.offset.includes(axis));
  const count = elements(batchSizes);
  const vector = attributes.indexMap.length;
  /** The start of a slice in the operand, or -1 when it is not wholly inside. */
  const operandStart = (values: TypedArray, index: number, position: readonly number[]): number => {
    let start = 0;
    for (const { component, batch, stride, limit } of sources) {
      // An axis that nothing addresses starts at 0. Index vectors lie one after another.
      const at = component >= 0 ? (values[index * vector + component] as number) : batch >= 0 ? operandAt(position, batch) : 0;
      if (at < 0 || at > limit) return -1;
      start += at * stride;
    }
    return start;
  };
  return {
    legs: box(attributes.sliceSizes, sliceStrides(operand, resultStrides, attributes), stridesOf(operand.sizes)),
    each: (values, action) => {
      for (let index = 0; index < count; index++) {
        const position = coordinates(index, batchSizes, batchStrides);
        const from = operandStart(values, index, position);
        const to = position.reduce((sum, at, axis) => sum + at * operandAt(batchResultStrides, axis), 0);
        if (from >= 0) action(from, to);
      }
    },
  };
};

/** Adds a row of the updates, which lie as a gather's result, to the operand. */
const addRow =
  (out: TypedArray, updates: TypedArray): RowAction =>
  (to, from, leg) => {
    for (let k = 0; k < leg.size; k++)
      out[from + k * leg.from] = (out[from + k * leg.from] as number) + (updates[to + k * leg.to] as number);
  };

const gather: Row<'gather'> = (equation) => {
  const { operands, attributes } = equation;
  const { dtype, size, sizes } = onlyOutput(equation);
  const { legs, each } = slicesOf(operandAt(operands, 0), operandAt(operands, 1), sizes, attributes);
  const copy = copier(dtype, legs);
  const outside = isFloat(dtype) ? NaN : 0;
  return binaryKernel((x, indices) => {
    const out = makeArray(dtype, size).fill(outside);
    each(indices, (from, to) => copy(out, to, x, from));
    return out;
  });
};

/** Sums of f32 are kept in float64 until the last update is added. */
const scatterAdd: Row<'scatterAdd'> = (equation) => {
  const { operands, attributes } = equation;
  const { dtype, size } = onlyOutput(equation);
  const { legs, each } = slicesOf(operandAt(operands, 0), operandAt(operands, 1), operandAt(operands, 2).sizes, attributes);
  return ternaryKernel((x, indices, updates) => {
    const sums = makeArray(isFloat(dtype) ? 'f64' : dtype, size);
    sums.set(x);
    const add = addRow(sums, updates);
    each(indices, (from, to) => eachRow(legs, to, from, add));
    return dtype === 'f32' ? new Float32Array(sums) : sums;
  });
};

/** Kernels of gather and scatter. */
export const gathering: Rows<'gather' | 'scatterAdd'> = { gather, scatterAdd };
