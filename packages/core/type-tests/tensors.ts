/**
 * Tensors of given types for type tests. The right programs are compiled only; each wrong call is compiled, and run without its types.
 */
import { dim, zeros, type Dimension, type DType, type Shape, type Tensor } from '@cotangent/core';

/** A token of the name written down; different names have different sizes. */
export const named = <const N extends string>(name: N): Dimension<N> =>
  // The name is one where it is written down.
  dim(name as never, name.split('').reduce((size, letter) => (size * 31 + letter.charCodeAt(0)) % 89, 11) + 11) as never;

/** A tensor of the shape and dtype written down. */
export const t = <const S extends Shape, const D extends DType = 'f32'>(
  shape: S,
  dtype?: D,
): Tensor<S extends readonly [...infer T extends Shape] ? T : never, D> =>
  // The tokens have the names of the shape.
  zeros(shape.map((one) => (typeof one === 'string' ? named(one) : one)) as never, dtype ?? 'f32') as never;

/** One of two values, of which the types do not tell; it is the first. */
export const either = <const A, const B>(first: A, _second: B): A | B => first;

/** Tensors whose dtype is one of two. */
export const float = t([3], either('f64', 'f32'));
export const number = t([3], either('i32', 'f32'));
export const whole = t([3], either('u32', 'i32'));
export const logical = t([3], either('bool', 'f32'));

export const row = t([3]);
export const condition = t([3], 'bool');
