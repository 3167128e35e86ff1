/**
 * Kernels that move elements: one strided copy each, or none.
 */
import { sizesOf } from '../dim.ts';
import { makeArray, type TypedArray } from '../dtype.ts';
import type { Executable } from '../engine.ts';
import { operandAt } from '../primitives/rule.ts';
import { binaryKernel, firstOperand, identityKernel, onlyOutput, type Row, type Rows, unaryKernel } from './kernel.ts';
import { padder } from './padding.ts';
import { box, copier, isRun, offsetOf, permuter, stridesOf, times } from './strided.ts';

/** The element of an array of size 1. */
const onlyElement = (x: TypedArray): number => x[0] as number;

/** Reads the operand from `start` in the given strides, and writes the result in order; the operand itself when that is its own order. */
const readStrided = (
  equation: Parameters<Row<'broadcastInDim' | 'reverse' | 'slice'>>[0],
  start: number,
  strides: readonly number[],
): Executable => {
  const { dtype, size, sizes } = onlyOutput(equation);
  const legs = box(sizes, stridesOf(sizes), strides);
  if (firstOperand(equation).size === size && isRun(legs)) return identityKernel;
  const copy = copier(dtype, legs);
  return unaryKernel((x) => {
    const out = makeArray(dtype, size);
    copy(out, 0, x, start);
    return out;
  });
};

/** Repeats an element by reading it again: axes that the operand lacks, or has in size 1, have stride 0. */
const broadcastInDim: Row<'broadcastInDim'> = (equation) => {
  const { sizes, size } = firstOperand(equation);
  const output = onlyOutput(equation);
  const { axes } = equation.attributes;
  if (size === 1) return unaryKernel((x) => makeArray(output.dtype, output.size).fill(onlyElement(x)));
  const strides = stridesOf(sizes);
  const strideAt = (axis: number): number => {
    const from = axes.indexOf(axis);
    return from < 0 || sizes[from] === 1 ? 0 : operandAt(strides, from);
  };
  return readStrided(
    equation,
    0,
    output.sizes.map((_, axis) => strideAt(axis)),
  );
};

const transpose: Row<'transpose'> = (equation) => {
  const { dtype, sizes } = firstOperand(equation);
  return unaryKernel(permuter(dtype, sizes, equation.attributes.permutation));
};

/** Reads from the last element of the reversed axes, backward. */
const reverse: Row<'reverse'> = (equation) => {
  const { sizes } = firstOperand(equation);
  const { axes } = equation.attributes;
  const strides = stridesOf(sizes);
  const start = axes.reduce((sum, axis) => sum + (operandAt(sizes, axis) - 1) * operandAt(strides, axis), 0);
  return readStrided(
    equation,
    start,
    strides.map((stride, axis) => (axes.includes(axis) ? -stride : stride)),
  );
};

const slice: Row<'slice'> = (equation) => {
  const { sizes } = firstOperand(equation);
  const { start, stride } = equation.attributes;
  const strides = stridesOf(sizes);
  return readStrided(equation, offsetOf(start, strides), times(strides, stride));
};

const pad: Row<'pad'> = (equation) => {
  const { dtype, sizes } = firstOperand(equation);
  const { low, interior } = equation.attributes;
  const padded = padder(dtype, sizes, onlyOutput(equation).sizes, low, interior);
  return binaryKernel((x, value) => padded(x, onlyElement(value)));
};

const concatenate: Row<'concatenate'> = (equation) => {
  const { dtype, size, sizes } = onlyOutput(equation);
  const strides = stridesOf(sizes);
  const step = operandAt(strides, equation.attributes.axis);
  const copies = equation.operands.map((operand) => copier(dtype, box(operand.sizes, strides, stridesOf(operand.sizes))));
  const lengths = equation.operands.map((operand) => operandAt(operand.sizes, equation.attributes.axis));
  return (operands) => {
    const out = makeArray(dtype, size);
    let at = 0;
    copies.forEach((copy, index) => {
      copy(out, at * step, operandAt(operands, index), 0);
      at += operandAt(lengths, index);
    });
    return [out];
  };
};

const iota: Row<'iota'> = (equation) => {
  const { shape, axis, dtype } = equation.attributes;
  const { size } = onlyOutput(equation);
  const length = operandAt(sizesOf(shape), axis);
  const inner = operandAt(stridesOf(sizesOf(shape)), axis);
  const limit = dtype === 'bool' ? 1 : length;
  return () => {
    const indices = new Int32Array(size);
    for (let element = 0; element < size; element++) indices[element] = Math.min(limit, Math.floor(element / inner) % length);
    const out = makeArray(dtype, size);
    out.set(indices);
    return [out];
  };
};

/** Kernels that move elements, and that make them from nothing. */
export const movement: Rows<
  'broadcastInDim' | 'reshape' | 'transpose' | 'reverse' | 'pad' | 'slice' | 'concatenate' | 'iota' | 'constant' | 'variable'
> = {
  broadcastInDim,
  reshape: () => identityKernel,
  transpose,
  reverse,
  pad,
  slice,
  concatenate,
  iota,
  constant:
    ({ attributes: { value } }) =>
    () => [value],
  variable: () => identityKernel,
};
