/**
 * The arithmetic of sliding windows: how many there are along an axis, and what slides the other way.
 */
import type { Sliding } from './attributes.ts';

/** Places that `size` elements take when one lies `dilation` places after the other. */
export const dilatedSize = (size: number, dilation: number): number => (size === 0 ? 0 : (size - 1) * dilation + 1);

/** One axis of what slides. */
interface Along {
  readonly stride: number;
  readonly low: number;
  readonly high: number;
  readonly inputDilation: number;
  readonly windowDilation: number;
}

const along = ({ strides, low, high, inputDilation, windowDilation }: Sliding, axis: number): Along => ({
  stride: strides[axis] ?? 1,
  low: low[axis] ?? 0,
  high: high[axis] ?? 0,
  inputDilation: inputDilation[axis] ?? 1,
  windowDilation: windowDilation[axis] ?? 1,
});

/** Places of the operand along an axis once it is spread and its edges are added; negative when more is cropped than there is. */
export const paddedSize = (size: number, sliding: Sliding, axis: number): number => {
  const { low, high, inputDilation } = along(sliding, axis);
  return dilatedSize(size, inputDilation) + low + high;
};

/** How many windows of `window` elements lie along an axis of `size` elements. */
export const windowCount = (size: number, window: number, sliding: Sliding, axis: number): number => {
  const { stride, windowDilation } = along(sliding, axis);
  const room = paddedSize(size, sliding, axis) - dilatedSize(window, windowDilation);
  return room < 0 ? 0 : Math.floor(room / stride) + 1;
};

/**
 * The edges of the windows that go from the results back to the operand: over results `strides` apart, beginning `inputDilation` apart.
 *
 * Of them, there are as many as elements of the operand.
 */
export const transposedEdges = (
  size: number,
  window: number,
  count: number,
  sliding: Sliding,
  axis: number,
): readonly [low: number, high: number] => {
  const { stride, low, inputDilation, windowDilation } = along(sliding, axis);
  const reach = dilatedSize(window, windowDilation) - 1;
  const before = reach - low;
  return [before, dilatedSize(size, inputDilation) + reach - dilatedSize(count, stride) - before];
};

/** The edges of the windows that go from operand and results to the kernel: as large as the results, `windowDilation` apart, one for each of its elements. */
export const kernelEdges = (
  size: number,
  window: number,
  count: number,
  sliding: Sliding,
  axis: number,
): readonly [low: number, high: number] => {
  const { stride, low, inputDilation, windowDilation } = along(sliding, axis);
  return [low, dilatedSize(count, stride) + dilatedSize(window, windowDilation) - 1 - low - dilatedSize(size, inputDilation)];
};
