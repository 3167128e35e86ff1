/**
 * Chains of random calls: the result of each is the operand of the next, so that sums, products and quotients of names pile up in its shape.
 */
import { type AnyTensor, isTensor } from '@cotangent/core';
import * as fc from 'fast-check';
import { callsOf, written } from './calls.ts';
import { axisOf, type Dim, dims } from './dims.ts';
import { patternsAlong } from './patterns.ts';
import { steps } from './steps.ts';
import { resultOf } from './verdicts.ts';
import { windowsAlong } from './windows.ts';

type Shape = readonly Dim[];

/** A call of a tensor of a shape, most often right: a mistake leads no further. */
const callAlong = (shape: Shape): fc.Arbitrary<string> => {
  const rows = steps(shape).map((row) => ({
    weight: row.names.length,
    arbitrary: callsOf(row, [9, 2, 1]).map((call) => written(call)),
  }));
  const windows = shape.length === 0 ? [] : [{ weight: 4, arbitrary: windowsAlong(shape) }];
  return fc.oneof(...rows, ...windows, { weight: 4, arbitrary: patternsAlong(shape) });
};

/** The tensor among results. */
const tensorIn = (result: unknown): AnyTensor | undefined =>
  isTensor(result) ? result : Array.isArray(result) ? result.map(tensorIn).find((one) => one !== undefined) : undefined;

/** The size of a dimension that is written in a type. */
const sizeOf = (dim: Dim): number => {
  const axis = axisOf(dim);
  return typeof axis === 'number' ? axis : axis.size;
};

/** Of such shapes further calls are drawn: of none at all there is little to say, texts that grow without end are of no use, nor are tensors that no machine holds. */
const isModest = (shape: Shape): boolean =>
  shape.length > 0 &&
  shape.length <= 5 &&
  shape.every((dim) => String(dim).length <= 40) &&
  shape.reduce<number>((size, dim) => size * Math.max(1, sizeOf(dim)), 1) < 2 ** 31;

/** The shape of what a call gives; where it gives none, the shape that it was called of. */
const after = (call: string, shape: Shape): Shape => {
  try {
    const next = tensorIn(resultOf(call));
    return next !== undefined && isModest(next.shape) ? next.shape : shape;
  } catch {
    return shape;
  }
};

const walkFrom = (shape: Shape, length: number): fc.Arbitrary<readonly string[]> =>
  length === 0
    ? fc.constant([])
    : callAlong(shape).chain((call) => walkFrom(after(call, shape), length - 1).map((rest) => [call, ...rest]));

/**
 * Chains of eight calls. Each is written with the type that its operand has at run time, `t([2, 'm+1'])`: the compiler gave the call before
 * that type, or the two disagree about it.
 */
export const walks: fc.Arbitrary<readonly string[]> = fc.noBias(
  fc
    .array(dims, { maxLength: 4 })
    .filter(isModest)
    .chain((shape) => walkFrom(shape, 8)),
);
