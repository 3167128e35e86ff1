/**
 * The shape rules of convolutions and of reductions of windows.
 */
import { type Axes, type Axis, nameOf, sameAxis, showAxes, sizeOf } from '../dim.ts';
import type { Expression } from '../tensor.ts';
import type { Sliding, WindowReduction, Windows } from './attributes.ts';
import { checkCounts, isNumeric, one, operandAt, refuse, type Rule, sameDTypes, wantDType } from './rule.ts';
import { windowCount } from './windows.ts';

const checkPositive = (primitive: string, name: string, counts: readonly number[], axes: Axes): void => {
  checkCounts(primitive, name, counts, axes);
  if (counts.some((count) => count < 1)) refuse(primitive, `${name} [${counts.join(', ')}] must be positive`);
};

const checkSliding = (primitive: string, sliding: Sliding, axes: Axes): void => {
  const { strides, low, high, inputDilation, windowDilation } = sliding;
  for (const [name, counts] of Object.entries({ strides, inputDilation, windowDilation }))
    checkPositive(primitive, name, counts, axes);
  for (const [name, counts] of Object.entries({ low, high })) checkCounts(primitive, name, counts, axes);
};

/** An axis of single windows, one at each element, is the operand's own. */
const staysAsItIs = ({ strides, low, high, inputDilation }: Sliding, window: number, axis: number): boolean =>
  window === 1 && strides[axis] === 1 && inputDilation[axis] === 1 && low[axis] === 0 && high[axis] === 0;

const windowAxes = (axes: Axes, window: readonly number[], sliding: Sliding): readonly Axis[] =>
  axes.map((axis, index) => {
    const size = operandAt(window, index);
    return staysAsItIs(sliding, size, index) ? axis : windowCount(sizeOf(axis), size, sliding, index);
  });

const checkFeatures = (x: Expression, kernel: Expression, groups: number): void => {
  const [features, out, own] = [operandAt(x.axes, 1), operandAt(kernel.axes, 0), operandAt(kernel.axes, 1)];
  const shapes = `${showAxes(x.axes)} x ${showAxes(kernel.axes)}`;
  if (!Number.isInteger(groups) || groups < 1) refuse('conv', `groups is ${groups}, not a positive integer`);
  const fits = groups === 1 ? sameAxis(features, own) : sizeOf(features) === sizeOf(own) * groups;
  if (!fits) refuse('conv', `channels differ, ${shapes}: ${nameOf(features)} vs ${groups} times ${nameOf(own)}`);
  if (sizeOf(out) % groups !== 0) refuse('conv', `${nameOf(out)} kernels do not make ${groups} groups, ${shapes}`);
};

const conv: Rule<'conv'> = (operands, convolution) => {
  const [x, kernel] = [operandAt(operands, 0), operandAt(operands, 1)];
  const dtype = sameDTypes('conv', operands);
  wantDType('conv', x, isNumeric, 'numbers');
  if (x.rank < 2 || kernel.rank !== x.rank)
    refuse('conv', `needs [N, C, ...spatial] x [O, C, ...window], got ${showAxes(x.axes)} x ${showAxes(kernel.axes)}`);
  const [spatial, window] = [x.axes.slice(2), kernel.sizes.slice(2)];
  checkFeatures(x, kernel, convolution.groups);
  checkSliding('conv', convolution, spatial);
  checkPositive('conv', 'window', window, spatial);
  return one([operandAt(x.axes, 0), operandAt(kernel.axes, 0), ...windowAxes(spatial, window, convolution)], dtype);
};

const slide = (x: Expression, windows: Windows, primitive: string): Axes => {
  wantDType(primitive, x, isNumeric, 'numbers');
  checkSliding(primitive, windows, x.axes);
  checkPositive(primitive, 'window', windows.window, x.axes);
  return windowAxes(x.axes, windows.window, windows);
};

const reduceWindow: Rule<WindowReduction> = (operands, windows, primitive) => {
  const x = operandAt(operands, 0);
  return one(slide(x, windows, primitive), x.dtype);
};

const argWindow: Rule<'windowArgMax' | 'windowArgMin'> = (operands, windows, primitive) =>
  one(slide(operandAt(operands, 0), windows, primitive), 'i32');

/** The rows of convolutions and of reductions of windows. */
export const slidingRules: { readonly [P in 'conv' | WindowReduction | 'windowArgMax' | 'windowArgMin']: Rule<P> } = {
  conv,
  reduceWindowSum: reduceWindow,
  reduceWindowMax: reduceWindow,
  reduceWindowMin: reduceWindow,
  windowArgMax: argWindow,
  windowArgMin: argWindow,
};
