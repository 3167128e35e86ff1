/**
 * The frame that windows slide over: the operand with its elements spread and its edges added.
 */
import type { DType, TypedArray } from '../dtype.ts';
import type { Sliding } from '../primitives/attributes.ts';
import { paddedSize } from '../primitives/windows.ts';
import { padder } from './padding.ts';
import { stridesOf, times } from './strided.ts';

/** A frame: how it is made, and how far apart things lie in it, for each axis. */
export interface Frame {
  readonly fill: (x: TypedArray, value: number) => TypedArray;
  /** From one window to the next. */
  readonly toNext: readonly number[];
  /** From one element of a window to the next. */
  readonly within: readonly number[];
}

/** The frame of an operand, in the dtype `into`. */
export const frame = (dtype: DType, sizes: readonly number[], sliding: Sliding, into: DType): Frame => {
  const wanted = sizes.map((size, axis) => Math.max(0, paddedSize(size, sliding, axis)));
  const gaps = sliding.inputDilation.map((dilation) => dilation - 1);
  const places = stridesOf(wanted);
  return {
    fill: padder(dtype, sizes, wanted, sliding.low, gaps, into),
    toNext: times(places, sliding.strides),
    within: times(places, sliding.windowDilation),
  };
};
