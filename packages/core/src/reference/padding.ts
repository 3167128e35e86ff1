/**
 * Padding: a box of elements written over an array of the padding value.
 */
import { elements } from '../dim.ts';
import { type DType, makeArray, type TypedArray } from '../dtype.ts';
import { operandAt } from '../primitives/rule.ts';
import { box, copier, offsetOf, stridesOf, times } from './strided.ts';

interface Range {
  readonly first: number;
  readonly count: number;
}

/** The elements of an axis that land inside the result: element i lands at low + i * spread. */
const landing = (size: number, low: number, spread: number, room: number): Range => {
  const first = Math.max(0, Math.ceil(-low / spread));
  const last = Math.min(size - 1, Math.floor((room - 1 - low) / spread));
  return { first, count: Math.max(0, last - first + 1) };
};

/** Fills the result, of `wanted` sizes, with a value, then writes what is left of the operand over it. `into` is the dtype of the result. */
export const padder = (
  dtype: DType,
  sizes: readonly number[],
  wanted: readonly number[],
  low: readonly number[],
  interior: readonly number[],
  into: DType = dtype,
): ((x: TypedArray, value: number) => TypedArray) => {
  const spread = interior.map((gap) => gap + 1);
  const ranges = sizes.map((size, axis) => landing(size, operandAt(low, axis), operandAt(spread, axis), operandAt(wanted, axis)));
  const [from, to] = [stridesOf(sizes), stridesOf(wanted)];
  const first = ranges.map((range) => range.first);
  const landed = first.map((index, axis) => operandAt(low, axis) + index * operandAt(spread, axis));
  const copy = copier(
    dtype,
    box(
      ranges.map(({ count }) => count),
      times(to, spread),
      from,
    ),
  );
  return (x, value) => {
    const out = makeArray(into, elements(wanted)).fill(value);
    copy(out, offsetOf(landed, to), x, offsetOf(first, from));
    return out;
  };
};
