/**
 * Strided memory: boxes of elements, and the copies between them that all movement of data comes down to.
 */
import { elements } from '../dim.ts';
import { type DType, isFloat, makeArray, type TypedArray } from '../dtype.ts';
import { operandAt } from '../primitives/rule.ts';

/** One axis of a box: its size, and how far apart neighbors are where it is written and where it is read. */
export interface Leg {
  readonly size: number;
  readonly to: number;
  readonly from: number;
}

/** A box of elements to copy, outermost axis first. */
export type Box = readonly Leg[];

/** Row-major strides. */
export const stridesOf = (sizes: readonly number[]): readonly number[] => sizes.map((_, axis) => elements(sizes.slice(axis + 1)));

/** Where the element at an index lies. */
export const offsetOf = (index: readonly number[], strides: readonly number[]): number =>
  index.reduce((sum, at, axis) => sum + at * operandAt(strides, axis), 0);

/** Strides in steps of several elements. */
export const times = (strides: readonly number[], factors: readonly number[]): readonly number[] =>
  strides.map((stride, axis) => stride * operandAt(factors, axis));

const continues = (outer: Leg, inner: Leg): boolean =>
  outer.to === inner.to * inner.size && outer.from === inner.from * inner.size;

/** The same box with as few axes as possible, and at least one. */
const merged = (box: Box): Box => {
  const legs: Leg[] = [];
  for (const leg of box) {
    const outer = legs.at(-1);
    if (leg.size === 1) continue;
    if (outer !== undefined && continues(outer, leg)) legs[legs.length - 1] = { ...leg, size: outer.size * leg.size };
    else legs.push(leg);
  }
  return legs.length === 0 ? [{ size: 1, to: 1, from: 1 }] : legs;
};

/** The box of `sizes` with the given strides on both sides. */
export const box = (sizes: readonly number[], to: readonly number[], from: readonly number[]): Box =>
  merged(sizes.map((size, axis) => ({ size, to: operandAt(to, axis), from: operandAt(from, axis) })));

/** Whether a box that is written in order is also read in order. */
export const isRun = (legs: Box): boolean => legs.length === 1 && legs[0]?.from === 1;

/** What is done with a row of a box: offsets where it is written and read, and its axis. */
export type RowAction = (to: number, from: number, leg: Leg) => void;

/** Visits the innermost rows of a box. */
export const eachRow = (legs: Box, to: number, from: number, action: RowAction): void => {
  const visit = (axis: number, toHere: number, fromHere: number): void => {
    const leg = operandAt(legs, axis);
    if (axis === legs.length - 1) return action(toHere, fromHere, leg);
    for (let index = 0; index < leg.size; index++) visit(axis + 1, toHere + index * leg.to, fromHere + index * leg.from);
  };
  visit(0, to, from);
};

/** Copies a box from `x` to `out`, starting at the given offsets. */
export type Copy = (out: TypedArray, to: number, x: TypedArray, from: number) => void;

// V8 specializes a loop for no more than four kinds of arrays, so floats and whole numbers have one each. Reads are inside the box.
const copyFloats =
  (legs: Box): Copy =>
  (out, to, x, from) =>
    eachRow(legs, to, from, (start, read, leg) => {
      for (let k = 0; k < leg.size; k++) out[start + k * leg.to] = x[read + k * leg.from] as number;
    });

const copyWholes =
  (legs: Box): Copy =>
  (out, to, x, from) =>
    eachRow(legs, to, from, (start, read, leg) => {
      for (let k = 0; k < leg.size; k++) out[start + k * leg.to] = x[read + k * leg.from] as number;
    });

/** The copy of a box of elements of a dtype; floats may change their width on the way. */
export const copier = (dtype: DType, legs: Box): Copy => (isFloat(dtype) ? copyFloats(legs) : copyWholes(legs));

/**
 * Brings axes into another order: result axis `i` is operand axis `permutation[i]`.
 *
 * Gives back the operand itself when its elements are in that order already. `into` is the dtype of the result, another float for floats.
 */
export const permuter = (
  dtype: DType,
  sizes: readonly number[],
  permutation: readonly number[],
  into: DType = dtype,
): ((x: TypedArray) => TypedArray) => {
  const permuted = permutation.map((axis) => operandAt(sizes, axis));
  const strides = stridesOf(sizes);
  const legs = box(
    permuted,
    stridesOf(permuted),
    permutation.map((axis) => operandAt(strides, axis)),
  );
  if (isRun(legs) && into === dtype) return (x) => x;
  const copy = copier(dtype, legs);
  return (x) => {
    const out = makeArray(into, x.length);
    copy(out, 0, x, 0);
    return out;
  };
};

/** The axes from 0 below `rank` that are not among `excluded`. */
export const otherAxes = (rank: number, excluded: readonly number[]): readonly number[] =>
  Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !excluded.includes(axis));

/** The inverse of a permutation. */
export const inverse = (permutation: readonly number[]): readonly number[] =>
  permutation.map((_, axis) => permutation.indexOf(axis));
