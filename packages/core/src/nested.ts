/**
 * Nested arrays: the form in which tensors are written down and read out.
 */
import type { DType, Scalar, TypedArray } from './dtype.ts';
import type { Box, Co, Dim, NoResult, Shape } from './shape/dims.ts';

/** The nested arrays that hold a tensor: `number[][]` for two axes, a bare number or boolean for none. */
export type Nested<S extends Shape, D extends DType = 'f32'> =
  Box<S> extends Box<'\0'>
    ? NoResult
    : Co<S> extends Co<readonly []>
      ? Scalar<D>
      : Co<S> extends Co<readonly [infer _First extends Dim, ...infer Rest extends Shape]>
        ? readonly Nested<Rest, D>[]
        : unknown;

/** How many elements apart neighbors along each axis are, in row-major order. */
export const stridesOf = (sizes: readonly number[]): readonly number[] => {
  const strides: number[] = [];
  let stride = 1;
  for (const size of sizes.toReversed()) {
    strides.unshift(stride);
    stride *= size;
  }
  return strides;
};

/** The elements of a tensor as nested arrays, or as a bare number or boolean when it has no axes. */
export const nest = (values: TypedArray, sizes: readonly number[], dtype: DType): unknown => {
  const strides = stridesOf(sizes);
  const element = (offset: number): unknown => (dtype === 'bool' ? values[offset] !== 0 : values[offset]);
  const build = (axis: number, offset: number): unknown => {
    const [size, stride] = [sizes[axis], strides[axis]];
    if (size === undefined || stride === undefined) return element(offset);
    return Array.from({ length: size }, (_, index) => build(axis + 1, offset + index * stride));
  };
  return build(0, 0);
};
