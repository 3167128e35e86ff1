/**
 * Windows that slide over axes at run time: their options and how many there are, with the messages of `shape/window.ts` and
 * `shape/slidingOptions.ts`.
 */
import { type Axes, type Axis, nameOf, showShape, sizeOf } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import type { Sliding } from '../../primitives/attributes.ts';
import { dilatedSize } from '../../primitives/windows.ts';
import { addAxes, multiplyAxes, quotientAxes, subtractAxes } from '../../dims/polynomials.ts';
import type { Padding, PerAxis } from '../../shape/window.ts';
import { type AnyTensor, axesOf } from '../../tensor.ts';
import { range } from './axes.ts';

/** Options of functions whose windows slide. */
export interface SlidingOptions {
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly dilation?: PerAxis;
  readonly inputDilation?: PerAxis;
}

/** How windows slide along one axis. */
export interface Along {
  readonly stride: number;
  readonly padding: 'same' | readonly [before: number, after: number];
  readonly dilation: number;
  readonly inputDilation: number;
}

/** A function whose windows slide, and the names of its options. */
export interface Slider {
  readonly operation: string;
  readonly names: readonly string[];
}

const isNumbers = (value: unknown): boolean =>
  typeof value === 'number' || (Array.isArray(value) && value.every((one) => typeof one === 'number'));

const isPadding = (value: unknown): boolean =>
  value === 'valid' ||
  value === 'same' ||
  typeof value === 'number' ||
  (Array.isArray(value) &&
    value.every((one: unknown) => typeof one === 'number' || (Array.isArray(one) && one.length === 2 && isNumbers(one))));

const isKind = (name: string, value: unknown): boolean => {
  if (name === 'padding') return isPadding(value);
  if (name === 'includePadding') return true;
  return name === 'groups' ? typeof value === 'number' : isNumbers(value);
};

/** Why options are refused. */
export const noKinds = ({ operation, names }: Slider): ShapeError =>
  new ShapeError(
    `${operation}: the options are ${names.join(', ')}: literal numbers, a list of one for each axis, padding 'valid' or 'same'`,
  );

/** Checks that options are some that a function has, and of the right kind. */
export const checkKinds = ({ operation, names }: Slider, options: unknown): void => {
  const right =
    typeof options === 'object' &&
    options !== null &&
    !Array.isArray(options) &&
    Object.entries(options).every(([name, value]) => names.includes(name) && isKind(name, value));
  if (!right) throw noKinds({ operation, names });
};

const checkLength = (operation: string, name: string, value: unknown, rank: number): void => {
  if (Array.isArray(value) && value.length !== rank)
    throw new ShapeError(`${operation}: ${name} lists ${value.length}, not ${rank}: one for each axis that windows slide over`);
};

/** Checks that an option is a positive integer, or one for each axis. */
export const checkPositive = (operation: string, name: string, value: PerAxis, rank: number): void => {
  const wrong = [value].flat().find((one) => !Number.isInteger(one) || one < 1);
  if (wrong !== undefined) throw new ShapeError(`${operation}: ${name} ${wrong} is not a positive integer`);
  checkLength(operation, name, value, rank);
};

const checkPadding = (operation: string, value: Padding, rank: number): void => {
  if (typeof value === 'string') return;
  const wrong = [value].flat(2).find((one) => !Number.isInteger(one) || one < 0);
  if (wrong !== undefined) throw new ShapeError(`${operation}: padding ${wrong} is not a natural number: crop with slice`);
  checkLength(operation, 'padding', value, rank);
};

const at = <T>(value: T | readonly T[], axis: number, otherwise: T): T =>
  // An array is the list, by its type.
  Array.isArray(value) ? ((value as readonly T[])[axis] ?? otherwise) : (value as T);

const edgesAt = (padding: Padding, axis: number): Along['padding'] => {
  if (padding === 'same') return 'same';
  if (padding === 'valid') return [0, 0];
  const edges = typeof padding === 'number' ? padding : (padding[axis] ?? 0);
  return typeof edges === 'number' ? [edges, edges] : edges;
};

/** How windows slide along each of `rank` axes. Throws `ShapeError` when the options make no sense. */
export const readSliding = (slider: Slider, options: SlidingOptions, rank: number, strides: PerAxis = 1): readonly Along[] => {
  checkKinds(slider, options);
  const { stride = strides, padding = 'valid', dilation = 1, inputDilation = 1 } = options;
  checkPositive(slider.operation, 'stride', stride, rank);
  checkPadding(slider.operation, padding, rank);
  checkPositive(slider.operation, 'dilation', dilation, rank);
  checkPositive(slider.operation, 'inputDilation', inputDilation, rank);
  return range(rank).map((axis) => ({
    stride: at(stride, axis, 1),
    padding: edgesAt(padding, axis),
    dilation: at(dilation, axis, 1),
    inputDilation: at(inputDilation, axis, 1),
  }));
};

const reachOf = (window: Axis, dilation: number): Axis => multiplyAxes(subtractAxes(window, 1), dilation);

const spreadOf = (axis: Axis, { inputDilation }: Along): Axis =>
  inputDilation === 1 || axis === 0 ? axis : addAxes(multiplyAxes(subtractAxes(axis, 1), inputDilation), 1);

const addedBy = ({ padding }: Along): number => (padding === 'same' ? 0 : padding[0] + padding[1]);

/** How many windows lie along an axis, which is kept where there are as many as elements; `undefined` when they are larger. */
const count = (axis: Axis, window: Axis, along: Along): Axis | undefined => {
  const [reach, added] = [reachOf(window, along.dilation), addedBy(along)];
  const isEven = along.padding === 'same' || reach === added;
  if (isEven && along.stride === 1 && along.inputDilation === 1) return axis;
  const [more, less] = isEven ? [along.stride - 1, 0] : [added + along.stride - 1, reach];
  const spread = spreadOf(axis, along);
  const room = typeof less === 'number' ? addAxes(spread, more - less) : subtractAxes(addAxes(spread, more), less);
  if (sizeOf(room) < along.stride || sizeOf(spread) < 0) return undefined;
  return along.stride === 1 ? room : quotientAxes(room, along.stride);
};

/** A name with its size, which is what is wrong with it; a literal. */
const showAxis = (axis: Axis): string => (typeof axis === 'number' ? `${axis}` : `${nameOf(axis)}=${sizeOf(axis)}`);

/** What windows slide over, for messages. */
export interface Place {
  readonly operation: string;
  /** What the windows are of: `kernel [64, 3, 3, 3]`. */
  readonly what: string;
  readonly x: AnyTensor;
}

/** How many windows lie along the last axes of a tensor. Throws `ShapeError` naming the last axis along which there are none. */
export const countWindows = ({ operation, what, x }: Place, windows: Axes, along: readonly Along[]): Axes => {
  const axes = axesOf(x).slice(-windows.length);
  const counts = windows.map((window, index) => count(axes[index] ?? 0, window, along[index] ?? single));
  const index = counts.lastIndexOf(undefined);
  if (index < 0) return counts.filter((found) => found !== undefined);
  const [axis = 0, window = 0, by = single] = [axes[index], windows[index], along[index]];
  const place = `axis ${index - windows.length} of ${showShape(x.shape)}`;
  const [needed, given] = [addAxes(reachOf(window, by.dilation), 1), addAxes(spreadOf(axis, by), addedBy(by))];
  const dilated = by.dilation === 1 ? '' : ', dilated,';
  throw new ShapeError(
    `${operation}: ${what}${dilated} is larger than ${place} with its padding: ${showAxis(needed)} vs ${showAxis(given)}`,
  );
};

const single: Along = { stride: 1, padding: [0, 0], dilation: 1, inputDilation: 1 };

/** Edges as numbers: `'same'` is as much as the windows need, the odd one after. */
const edgesOf = (size: number, window: number, windows: number, along: Along): readonly [low: number, high: number] => {
  if (along.padding !== 'same') return along.padding;
  const needed = dilatedSize(windows, along.stride) + dilatedSize(window, along.dilation) - 1;
  const total = Math.max(0, needed - dilatedSize(size, along.inputDilation));
  return [Math.floor(total / 2), Math.ceil(total / 2)];
};

/** The attributes of windows that slide over axes of these sizes, `counts` of them along each. */
export const slidingOf = (
  sizes: readonly number[],
  window: readonly number[],
  counts: Axes,
  along: readonly Along[],
): Sliding => {
  const edges = along.map((by, axis) => edgesOf(sizes[axis] ?? 0, window[axis] ?? 1, sizeOf(counts[axis] ?? 0), by));
  return {
    strides: along.map(({ stride }) => stride),
    low: edges.map(([low]) => low),
    high: edges.map(([, high]) => high),
    inputDilation: along.map(({ inputDilation }) => inputDilation),
    windowDilation: along.map(({ dilation }) => dilation),
  };
};
