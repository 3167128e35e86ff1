/**
 * Shape-typed immutable tensors: expressions that check their shapes when they are built and compute when they are read.
 */
export { type Axes, type Axis, dim, type Dimension } from './dim.ts';
export type { ArrayOf, DType, Float, Integer, Numeric, Scalar, TypedArray } from './dtype.ts';
export { DTypeError, InternalError, ShapeError, TraceError, TreeError } from './errors.ts';
export { compile, type CompileOptions, evaluate } from './compile.ts';
export { full, fullLike, ones, onesLike, zeros, zerosLike } from './constructors.ts';
export { arange, eye, linspace } from './counting.ts';
export { fromArray, fromNested, fromUnknown, tensorCodec } from './decode.ts';
export type { DecodeError } from './decodeError.ts';
export type { Engine, Executable } from './engine.ts';
export { Eq, getBooleanAlgebra, getProductMonoid, getRing, getSumMonoid, Show } from './instances.ts';
export { type Literal, scalar, tensor } from './literal.ts';
export type { Nested } from './nested.ts';
export type { Program } from './program.ts';
export { bernoulli, categorical, randint, type RandintOptions } from './random/discrete.ts';
export { foldIn, type Key, key, type Keys, split, splitStacked } from './random/key.ts';
export { normal, type NormalOptions, truncatedNormal, type TruncatedNormalOptions } from './random/normal.ts';
export { permutation } from './random/permutation.ts';
export { bits, uniform, type UniformOptions } from './random/uniform.ts';
export { referenceEngine } from './reference/engine.ts';
export * from './operations/unary.ts';
export { scan } from './scan.ts';
export { showProgram } from './showProgram.ts';
export type { Dim, Shape } from './shape/dims.ts';
export { type AnyTensor, isTensor, type Tensor } from './tensor.ts';
export { spec, trace, type Traced } from './trace.ts';
export { flatten, flattenLike, type Flat, mapTree, type Structure, unflatten } from './tree.ts';
export type { LeadingDim, Leaves, Stacked, Unstacked } from './treeTypes.ts';
