/**
 * Derivatives and transposes of convolutions and of reductions of windows: again convolutions and reductions of windows, that slide
 * the other way.
 */
import type { AnyTensor } from '@cotangent/core';
import {
  axesOf,
  type Convolution,
  kernelEdges,
  P,
  type Sliding,
  transposedEdges,
  type WindowReduction,
  type Windows,
} from '@cotangent/core/primitives';
import { sum, zerosLike } from './arithmetic.ts';
import { refuseBoth } from './notLinear.ts';
import { at, type JvpRule, type TransposeRule } from './site.ts';

type Edges = typeof transposedEdges;

/** `low` and `high` for every axis of what slides over an operand of `sizes`. */
const edgesOf = (
  edges: Edges,
  sizes: readonly number[],
  window: readonly number[],
  counts: readonly number[],
  sliding: Sliding,
): Pick<Sliding, 'low' | 'high'> => {
  const pairs = sizes.map((size, axis) => edges(size, at(window, axis), at(counts, axis), sliding, axis));
  return { low: pairs.map(([low]) => low), high: pairs.map(([, high]) => high) };
};

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** The first two axes in the other order. */
const swapped = (x: AnyTensor): AnyTensor => P.transpose(x, [1, 0, ...range(2, x.rank)]);

/** `[n, groups * m, ...] -> [m, groups * n, ...]`: the images of a group become its features, and its features images. */
const featuresFirst = (x: AnyTensor, groups: number): AnyTensor => {
  if (groups === 1) return swapped(x);
  const [n = 0, all = 0, ...rest] = x.sizes;
  const apart = P.reshape(x, [n, groups, all / groups, ...rest]);
  return P.reshape(P.transpose(apart, [2, 1, 0, ...range(3, apart.rank)]), [all / groups, groups * n, ...rest]);
};

/** `[groups * n, m, ...] -> [groups * m, n, ...]`: kernels from the features that a group makes to those it is made of. */
const backward = (kernel: AnyTensor, groups: number): AnyTensor => {
  if (groups === 1) return swapped(kernel);
  const [all = 0, m = 0, ...rest] = kernel.sizes;
  const apart = P.reshape(kernel, [groups, all / groups, m, ...rest]);
  return P.reshape(P.transpose(apart, [0, 2, 1, ...range(3, apart.rank)]), [groups * m, all / groups, ...rest]);
};

/** `dL/dx` of `y = conv(x, kernel)`: every kernel's elements in reverse order, from each result to what it was made of. */
const cotangentOfInput = (cotangent: AnyTensor, x: AnyTensor, kernel: AnyTensor, attributes: Convolution): AnyTensor => {
  const { strides, inputDilation, windowDilation, groups } = attributes;
  const edges = edgesOf(transposedEdges, x.sizes.slice(2), kernel.sizes.slice(2), cotangent.sizes.slice(2), attributes);
  const back = P.reverse(backward(kernel, groups), range(2, kernel.rank));
  return P.conv(cotangent, back, { strides: inputDilation, inputDilation: strides, windowDilation, ...edges, groups });
};

/** `dL/dkernel` of `y = conv(x, kernel)`: the results slide over what they were made of, images taking the place of features. */
const cotangentOfKernel = (cotangent: AnyTensor, x: AnyTensor, kernel: AnyTensor, attributes: Convolution): AnyTensor => {
  if (cotangent.size === 0) return zerosLike(kernel);
  const { strides, inputDilation, windowDilation, groups } = attributes;
  const edges = edgesOf(kernelEdges, x.sizes.slice(2), kernel.sizes.slice(2), cotangent.sizes.slice(2), attributes);
  const slid = P.conv(featuresFirst(x, groups), swapped(cotangent), {
    strides: windowDilation,
    windowDilation: strides,
    inputDilation,
    ...edges,
    groups,
  });
  return swapped(slid);
};

/** `dL/dx` and `dL/dkernel` of `y = conv(x, kernel)`. */
export const transposeConv: TransposeRule<'conv'> = ({ operands, linear: [inInput, inKernel], cotangents, attributes }) => {
  refuseBoth('conv', inInput, inKernel);
  const [x, kernel, cotangent] = [at(operands, 0), at(operands, 1), at(cotangents, 0)];
  return [
    inInput === true ? cotangentOfInput(cotangent, x, kernel, attributes) : undefined,
    inKernel === true ? cotangentOfKernel(cotangent, x, kernel, attributes) : undefined,
  ];
};

/** To each element the sum of the results that it is part of. */
export const transposeWindowSum: TransposeRule<'reduceWindowSum'> = ({ operands, cotangents, attributes }) => {
  const [x, cotangent] = [at(operands, 0), at(cotangents, 0)];
  const { window, strides, inputDilation, windowDilation } = attributes;
  const edges = edgesOf(transposedEdges, x.sizes, window, cotangent.sizes, attributes);
  return [P.reduceWindowSum(cotangent, { window, strides: inputDilation, inputDilation: strides, windowDilation, ...edges })];
};

const single = { offset: [], collapsed: [0], operandBatch: [], indicesBatch: [], indexMap: [0], sliceSizes: [1] };

/** Elements at positions in the flattened operand; 0 at negative ones. */
const elementsAt = (x: AnyTensor, positions: AnyTensor): AnyTensor => {
  const picked = P.gather(P.reshape(x, [x.size]), P.reshape(positions, [...axesOf(positions), 1]), single);
  return P.select(P.greaterEqual(positions, P.fillLike(positions, 0)), picked, zerosLike(picked));
};

/** The tangent of the first element that is extreme. */
const extreme =
  (positions: (x: AnyTensor, windows: Windows) => AnyTensor): JvpRule<'reduceWindowMax' | 'reduceWindowMin'> =>
  ({ primals, tangents, outputs, attributes }) => ({
    outputs,
    tangents: [elementsAt(at(tangents, 0), positions(at(primals, 0), attributes))],
  });

/** The rows of convolutions and of reductions of windows. */
export const sliding: { readonly [K in 'conv' | WindowReduction]: JvpRule<K> } = {
  /** Bilinear: `L(t, kernel) + L(x, t)` */
  conv: ({ primals, tangents: [inInput, inKernel], outputs, attributes }) => {
    const [x, kernel] = [at(primals, 0), at(primals, 1)];
    const left = inInput === undefined ? undefined : P.conv(inInput, kernel, attributes);
    const right = inKernel === undefined ? undefined : P.conv(x, inKernel, attributes);
    return { outputs, tangents: [sum(left, right)] };
  },
  reduceWindowSum: ({ tangents, outputs, attributes }) => ({
    outputs,
    tangents: [P.reduceWindowSum(at(tangents, 0), attributes)],
  }),
  reduceWindowMax: extreme(P.windowArgMax),
  reduceWindowMin: extreme(P.windowArgMin),
};
