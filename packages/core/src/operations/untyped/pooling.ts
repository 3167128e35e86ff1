/**
 * Reductions of windows at run time, with the messages of `shape/pooling.ts`.
 */
import { type Axes, checkAxes, elements, showShape } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import type { Windows } from '../../primitives/attributes.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, checkTensor, type Expression } from '../../tensor.ts';
import { range } from './axes.ts';
import { needFloats, needNumbers } from './dtypes.ts';
import { renamed } from './shaping.ts';
import {
  type Along,
  checkKinds,
  checkPositive,
  countWindows,
  noKinds,
  readSliding,
  type Slider,
  slidingOf,
  type SlidingOptions,
} from './sliding.ts';

/** How windows are reduced. */
export type WindowReductionKind = 'sum' | 'max' | 'min';

type Reduce = (x: AnyTensor, windows: Windows) => Expression;

const reductions: Readonly<Record<WindowReductionKind, Reduce>> = {
  sum: P.reduceWindowSum,
  max: P.reduceWindowMax,
  min: P.reduceWindowMin,
};

const checkSizes = (operation: string, window: readonly number[]): void => {
  if (!Array.isArray(window) || window.some((size) => typeof size !== 'number'))
    throw new ShapeError(`${operation}: the window is no list of 1 to 3 literal sizes, such as [2, 2]`);
  if (window.length < 1 || window.length > 3)
    throw new ShapeError(`${operation}: the window needs 1 to 3 numbers, got ${showShape(window)}`);
  checkPositive(operation, 'window', window, window.length);
};

/** Checks what does not depend on the tensor: how windows slide along each of their axes. */
const readWindow = (slider: Slider, window: readonly number[], options: SlidingOptions): readonly Along[] => {
  checkSizes(slider.operation, window);
  return readSliding(slider, options, window.length, window);
};

/** The primitive's attributes: along the leading axes, windows of one. */
const windowsOf = (sizes: readonly number[], window: readonly number[], counts: Axes, along: readonly Along[]): Windows => {
  const leading = range(sizes.length - window.length);
  const [ones, zeros] = [leading.map(() => 1), leading.map(() => 0)];
  const sliding = slidingOf(sizes.slice(leading.length), window, counts, along);
  return {
    window: [...ones, ...window],
    strides: [...ones, ...sliding.strides],
    low: [...zeros, ...sliding.low],
    high: [...zeros, ...sliding.high],
    inputDilation: [...ones, ...sliding.inputDilation],
    windowDilation: [...ones, ...sliding.windowDilation],
  };
};

/** The windows over a tensor's last axes, and the axes of the result. */
const slide = (
  slider: Slider,
  x: AnyTensor,
  window: readonly number[],
  options: SlidingOptions,
): { readonly windows: Windows; readonly axes: Axes } => {
  const along = readWindow(slider, window, options);
  const { operation } = slider;
  if (checkTensor(operation, x).rank < window.length)
    throw new ShapeError(`${operation}: ${showShape(x.shape)} has fewer axes than window ${showShape(window)}`);
  const counts = countWindows({ operation, what: `window ${showShape(window)}`, x }, window, along);
  return {
    windows: windowsOf(x.sizes, window, counts, along),
    axes: checkAxes(operation, [...axesOf(x).slice(0, x.rank - window.length), ...counts]),
  };
};

const names = ['stride', 'padding', 'dilation'];

/** Checks a window and its options. */
export const checkWindow =
  (operation: string) =>
  (window: readonly number[], options: SlidingOptions = {}): void => {
    readWindow({ operation, names }, window, options);
  };

/** Checks that a tensor is of numbers. */
export const checkNumbers =
  (operation: string) =>
  (x: AnyTensor): void => {
    needNumbers(operation, x);
  };

/** A reduction of windows: `[...B, ...S] -> [...B, ...S']`. */
export const pool =
  (operation: string, kind: WindowReductionKind) =>
  (x: AnyTensor, window: readonly number[], options: SlidingOptions = {}): Expression => {
    const { windows, axes } = slide({ operation, names }, x, window, options);
    needNumbers(operation, x);
    return renamed(reductions[kind](x, windows), axes);
  };

/** Options of averages. */
interface AverageOptions extends SlidingOptions {
  readonly includePadding?: boolean;
}

const averages: Slider = { operation: 'averagePool', names: [...names, 'includePadding'] };

const checkIncludePadding = ({ includePadding = true }: AverageOptions): void => {
  if (typeof includePadding !== 'boolean') throw noKinds(averages);
};

/** Checks a window and its options, what these are before what they say. */
export const checkAverage = (window: readonly number[], options: AverageOptions = {}): void => {
  checkSizes('averagePool', window);
  checkKinds(averages, options);
  checkIncludePadding(options);
  readWindow(averages, window, options);
};

/** How many elements of the operand each window holds, the axes before the last ones being left out. */
const holds = (x: AnyTensor, windows: Windows, leading: number): Expression => {
  const behind = (numbers: readonly number[]): readonly number[] => numbers.slice(leading);
  return P.reduceWindowSum(P.fill(1, behind(x.sizes), x.dtype), {
    window: behind(windows.window),
    strides: behind(windows.strides),
    low: behind(windows.low),
    high: behind(windows.high),
    inputDilation: behind(windows.inputDilation),
    windowDilation: behind(windows.windowDilation),
  });
};

/** Checks that a tensor is of floats. */
export const checkFloats = (x: AnyTensor): void => {
  needFloats('averagePool', x);
};

/** Means of windows: `[...B, ...S] -> [...B, ...S']`. */
export const averagePool = (x: AnyTensor, window: readonly number[], options: AverageOptions = {}): Expression => {
  const { windows, axes } = slide(averages, x, window, options);
  checkIncludePadding(options);
  checkFloats(x);
  const sums = P.reduceWindowSum(x, windows);
  const leading = x.rank - window.length;
  const held =
    options.includePadding === false
      ? P.broadcastInDim(
          holds(x, windows, leading),
          axesOf(sums),
          range(window.length).map((axis) => leading + axis),
        )
      : P.fillLike(sums, elements(window));
  return renamed(P.divide(sums, held), axes);
};

const checkKind = (kind: WindowReductionKind): void => {
  if (Object.hasOwn(reductions, kind)) return;
  const given = typeof kind === 'string' ? `'${kind}'` : 'missing';
  throw new ShapeError(`reduceWindow: the kind is ${given}, not one of ${Object.keys(reductions).join(', ')}`);
};

/** Checks a kind, a window and its options. */
export const checkReduction = (kind: WindowReductionKind, window: readonly number[], options?: SlidingOptions): void => {
  checkKind(kind);
  checkWindow('reduceWindow')(window, options);
};

/** A reduction of windows of a kind: `[...B, ...S] -> [...B, ...S']`. */
export const reduceWindow = (
  x: AnyTensor,
  kind: WindowReductionKind,
  window: readonly number[],
  options?: SlidingOptions,
): Expression => {
  checkKind(kind);
  return pool('reduceWindow', kind)(x, window, options);
};
