/**
 * Batching of convolutions and of reductions of windows.
 */
import type { AnyTensor } from '@cotangent/core';
import { axesOf, bindOne, type Convolution, P, type WindowReduction, type Windows } from '@cotangent/core/primitives';
import { movedToFront, one } from './lead.ts';
import { at, type BatchRule } from './site.ts';

/** `[b, n, ...] -> [b * n, ...]` */
const merged = (x: AnyTensor): AnyTensor => {
  const [b = 0, n = 0] = x.sizes;
  return P.reshape(x, [b * n, ...axesOf(x).slice(2)]);
};

/** An axis taken apart. */
const parted = (x: AnyTensor, axis: number, ...sizes: readonly number[]): AnyTensor =>
  P.reshape(x, axesOf(x).toSpliced(axis, 1, ...sizes));

/** Two neighboring axes made one. */
const joined = (x: AnyTensor, axis: number): AnyTensor =>
  P.reshape(x, axesOf(x).toSpliced(axis, 2, at(x.sizes, axis) * at(x.sizes, axis + 1)));

/** The leading axis put behind so many others. */
const behind = (x: AnyTensor, others: number): AnyTensor =>
  P.transpose(x, [
    ...Array.from({ length: others }, (_, axis) => axis + 1),
    0,
    ...Array.from({ length: x.rank - others - 1 }, (_, axis) => axis + others + 1),
  ]);

/** More images under the same kernels. */
const batchOfInputs = (x: AnyTensor, kernel: AnyTensor, attributes: Convolution): AnyTensor =>
  parted(P.conv(merged(x), kernel, attributes), 0, at(x.sizes, 0), at(x.sizes, 1));

/** More kernels in each group. */
const batchOfKernels = (x: AnyTensor, kernel: AnyTensor, attributes: Convolution): AnyTensor => {
  const { groups } = attributes;
  const [members = 0, kernels = 0] = kernel.sizes;
  const grouped = behind(parted(kernel, 1, groups, kernels / groups), 1);
  const results = P.conv(x, joined(joined(grouped, 0), 0), attributes);
  return joined(movedToFront(parted(results, 1, groups, members, kernels / groups), 2), 2);
};

/** A group, or as many as there were, for each member. */
const batchOfBoth = (x: AnyTensor, kernel: AnyTensor, attributes: Convolution): AnyTensor => {
  const [members = 0, kernels = 0] = kernel.sizes;
  // There is no group for nobody.
  if (members === 0) return batchOfInputs(x, P.fill(0, axesOf(kernel).slice(1), kernel.dtype), attributes);
  const results = P.conv(joined(behind(x, 1), 1), merged(kernel), { ...attributes, groups: attributes.groups * members });
  return movedToFront(parted(results, 1, members, kernels), 1);
};

/** Along the batch axis, windows of one. */
const withLeading = ({ window, strides, low, high, inputDilation, windowDilation }: Windows): Windows => ({
  window: [1, ...window],
  strides: [1, ...strides],
  low: [0, ...low],
  high: [0, ...high],
  inputDilation: [1, ...inputDilation],
  windowDilation: [1, ...windowDilation],
});

export const batchConv: BatchRule<'conv'> = ({ operands, batched: [inInput, inKernel], attributes }) => {
  const [x, kernel] = [at(operands, 0), at(operands, 1)];
  if (inKernel !== true) return one(batchOfInputs(x, kernel, attributes));
  return one(inInput === true ? batchOfBoth(x, kernel, attributes) : batchOfKernels(x, kernel, attributes));
};

export const batchWindows: BatchRule<WindowReduction> = ({ primitive, operands, attributes }) =>
  one(bindOne(primitive, operands, withLeading(attributes)));

/** Positions among the elements of all members become positions among those of one. */
export const batchArgWindow: BatchRule<'windowArgMax' | 'windowArgMin'> = ({ primitive, operands, attributes }) => {
  const x = at(operands, 0);
  const found = bindOne(primitive, operands, withLeading(attributes));
  const elements = x.size / Math.max(1, at(x.sizes, 0));
  const before = P.multiply(P.iota(axesOf(found), 0, 'i32'), P.fillLike(found, elements));
  return one(P.select(P.less(found, P.fillLike(found, 0)), found, P.subtract(found, before)));
};
