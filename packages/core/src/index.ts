/**
 * Shape-typed immutable tensors: expressions that check their shapes when they are built and compute when they are read.
 */
export { type Axes, type Axis, dim, type Dimension } from './dim.ts';
export type { ArrayOf, DType, Float, Integer, Numeric, Scalar, TypedArray } from './dtype.ts';
export { DTypeError, InternalError, ShapeError, TraceError, TreeError } from './errors.ts';
export { compile, type CompileOptions, evaluate } from './compile.ts';
export type { Engine, Executable } from './engine.ts';
export type { Program } from './program.ts';
export { referenceEngine } from './reference/engine.ts';
export * from './operations/unary.ts';
export { scan } from './scan.ts';
export { showProgram } from './showProgram.ts';
export type { Dim, Shape } from './shape/dims.ts';
export { type AnyTensor, isTensor, type Tensor } from './tensor.ts';
export { spec, trace, type Traced } from './trace.ts';
export { flatten, flattenLike, type Flat, mapTree, type Structure, unflatten } from './tree.ts';
export type { LeadingDim, Leaves, Stacked, Unstacked } from './treeTypes.ts';
