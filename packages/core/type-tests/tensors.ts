/**
 * Tensors of given types for type tests. The right programs are compiled only; each wrong call is compiled, and run without its types.
 */
import { dim, zeros, type Dimension, type DType, type Shape, type Tensor } from '@cotangent/core';

/** A token of the name written down; different names have different sizes. */
export const named = <const N extends string>(name: N): Dimension<N> =>
  dim(name, name.split('').reduce((size, letter) => (size * 31 + letter.charCodeAt(0)) % 89, 11) + 11);

/** A tensor of the shape and dtype written down. */
export const t = <const S extends Shape, const D extends DType = 'f32'>(
  shape: S,
  dtype?: D,
): Tensor<S extends readonly [...infer T extends Shape] ? T : never, D> =>
  // The tokens have the names of the shape.
  zeros(shape.map((one) => (typeof one === 'string' ? named(one) : one)) as never, dtype ?? 'f32') as never;
