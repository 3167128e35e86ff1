/**
 * Tensors of given types for type tests, which are compiled and never run.
 */
import type { Dimension, DType, Shape, Tensor } from '@cotangent/core';

/** A tensor of the shape and dtype written down. */
export declare function t<const S extends Shape, const D extends DType = 'f32'>(shape: S, dtype?: D): Tensor<S extends readonly [...infer T extends Shape] ? T : never, D>;

/** A token of the name written down. */
export declare function named<const N extends string>(name: N): Dimension<N>;
