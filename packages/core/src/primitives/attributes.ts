/**
 * The primitives: one closed union, modelled on StableHLO's operations. `Primitives` maps each name to its static attributes.
 */
import type { Axes, Axis } from '../dim.ts';
import type { DType, TypedArray } from '../dtype.ts';
import type { Program } from '../program.ts';
import type { AnyTensor } from '../tensor.ts';
import type { TraceScope } from '../traceScope.ts';

/** Elementwise functions of one operand that keep its dtype. */
export type Unary =
  | 'negate'
  | 'abs'
  | 'sign'
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sqrt'
  | 'rsqrt'
  | 'cbrt'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'logistic'
  | 'erf'
  | 'erfInv'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'not'
  | 'stopGradient';

/** Elementwise functions of two operands of equal shape and dtype that keep both. */
export type Binary =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'remainder'
  | 'power'
  | 'maximum'
  | 'minimum'
  | 'atan2'
  | 'and'
  | 'or'
  | 'xor'
  | 'shiftLeft'
  | 'shiftRightLogical'
  | 'shiftRightArithmetic';

/** Reductions over axes that keep the dtype. */
export type Reduction = 'reduceSum' | 'reduceProd' | 'reduceMax' | 'reduceMin' | 'reduceAnd' | 'reduceOr';

/** Comparisons: elementwise functions of two equal operands to booleans. */
export type Comparison = 'equal' | 'notEqual' | 'less' | 'lessEqual' | 'greater' | 'greaterEqual';

/** The attributes of primitives that have none. */
export type None = Readonly<Record<never, never>>;

/** Which axes a `dotGeneral` contracts and which it batches over, as positions in the left and the right operand. */
export interface DotAxes {
  readonly contract: readonly [left: readonly number[], right: readonly number[]];
  readonly batch: readonly [left: readonly number[], right: readonly number[]];
}

/**
 * How `gather` reads slices and `scatterAdd` writes them, after StableHLO's gather.
 *
 * The last axis of the indices is the index vector; component `i` addresses operand axis `indexMap[i]`. Slices have
 * `sliceSizes`; their `collapsed` and `operandBatch` axes have size 1 and are dropped; the rest land at `offset` in the result.
 * `operandBatch[i]` runs together with axis `indicesBatch[i]` of the indices. A slice that is not wholly inside the operand reads
 * as NaN (0 for integers, false for booleans) and is not written.
 */
export interface GatherAxes {
  readonly offset: readonly number[];
  readonly collapsed: readonly number[];
  readonly operandBatch: readonly number[];
  readonly indicesBatch: readonly number[];
  readonly indexMap: readonly number[];
  readonly sliceSizes: readonly number[];
}

/**
 * How windows slide over axes: a number for each axis.
 *
 * First the elements are spread, `inputDilation` places from one to the next; then `low` and `high` are added at the edges, negative
 * ones crop. Windows begin `strides` places apart, and those that are not wholly inside do not count. The elements of a window lie
 * `windowDilation` places apart.
 */
export interface Sliding {
  readonly strides: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly inputDilation: readonly number[];
  readonly windowDilation: readonly number[];
}

/** Windows of a given size over every axis of an operand. */
export interface Windows extends Sliding {
  readonly window: readonly number[];
}

/** Kernels that slide over the axes after the first two, in so many groups of features that know nothing of each other. */
export interface Convolution extends Sliding {
  readonly groups: number;
}

/** Reductions of windows. */
export type WindowReduction = 'reduceWindowSum' | 'reduceWindowMax' | 'reduceWindowMin';

/**
 * A loop over the leading axis of its last operands.
 *
 * Operands: `constants`, then the `carry`, then the stacked inputs; the program's inputs are the same, with one slice of each
 * stacked input; its outputs are the next carry, then one slice of each stacked output.
 */
export interface Scan {
  readonly program: Program;
  readonly constants: number;
  readonly carry: number;
  readonly length: Axis;
  readonly reverse: boolean;
}

/** A function with its own forward derivative; the first `captured` operands are tensors it closes over. */
export interface CustomJvp {
  readonly name: string;
  readonly program: Program;
  readonly captured: number;
  /** Output tangents from primals and (never missing) tangents of the operands after the captured ones. */
  readonly rule: (primals: readonly AnyTensor[], tangents: readonly AnyTensor[]) => readonly AnyTensor[];
}

/** A function with its own pullback; the first `captured` operands are tensors it closes over. */
export interface CustomVjp {
  readonly name: string;
  readonly program: Program;
  readonly captured: number;
  /** The outputs, and whatever `backward` needs of the forward pass. */
  readonly forward: (primals: readonly AnyTensor[]) => readonly [outputs: readonly AnyTensor[], residuals: readonly AnyTensor[]];
  /** Cotangents of the operands after the captured ones. */
  readonly backward: (residuals: readonly AnyTensor[], cotangents: readonly AnyTensor[]) => readonly AnyTensor[];
}

/** The tangent of a `customVjp`: known only through its transpose. Operands are tangents; nothing can evaluate it. */
export interface CustomTangent {
  readonly name: string;
  readonly outputs: readonly { readonly axes: Axes; readonly dtype: DType }[];
  readonly backward: (cotangents: readonly AnyTensor[]) => readonly AnyTensor[];
}

/** Every primitive with its attributes. */
export interface Primitives
  extends
    Record<Unary | Binary | Comparison, None>,
    Record<Reduction, { readonly axes: readonly number[] }>,
    Record<WindowReduction, Windows> {
  /** A value without inputs: `shape` elements in row-major order. */
  readonly constant: { readonly value: TypedArray; readonly shape: Axes; readonly dtype: DType };
  /** A tensor without a value: an argument of a traced function. */
  readonly input: { readonly name: string; readonly shape: Axes; readonly dtype: DType; readonly scope: TraceScope };
  /** The operand's value as a node of its own: what a derivative is taken with respect to. */
  readonly variable: { readonly scope: TraceScope };
  /** `select(condition, onTrue, onFalse)`, elementwise. */
  readonly select: None;
  /** To another dtype: toward zero for float to integer, `!= 0` for booleans. */
  readonly convert: { readonly dtype: DType };
  /** Puts operand axis `i` at `axes[i]` of `shape`; axes of size 1 are repeated. */
  readonly broadcastInDim: { readonly shape: Axes; readonly axes: readonly number[] };
  readonly reshape: { readonly shape: Axes };
  /** Result axis `i` is operand axis `permutation[i]`. */
  readonly transpose: { readonly permutation: readonly number[] };
  readonly reverse: { readonly axes: readonly number[] };
  /** `pad(operand, value)`: `low` and `high` at the edges (negative crops), `interior` between neighbors. */
  readonly pad: { readonly low: readonly number[]; readonly high: readonly number[]; readonly interior: readonly number[] };
  readonly slice: { readonly start: readonly number[]; readonly limit: readonly number[]; readonly stride: readonly number[] };
  readonly concatenate: { readonly axis: number };
  /** Result axes: batch, then the left operand's free axes, then the right operand's. */
  readonly dotGeneral: DotAxes;
  /**
   * `conv(x, kernel)`: `[N, C, ...spatial] x [O, C / groups, ...window] -> [N, O, ...windows]`, without flipping the kernel. Zeros are
   * padded, and multiplied like every other number. StableHLO's `convolution` in one layout and without `batch_group_count`.
   */
  readonly conv: Convolution;
  /** Positions in the flattened operand, as i32, of the first largest element of each window; a NaN counts as largest, -1 stands for none. */
  readonly windowArgMax: Windows;
  /** Positions in the flattened operand, as i32, of the first smallest element of each window; a NaN counts as smallest, -1 stands for none. */
  readonly windowArgMin: Windows;
  /** Indices, as i32, of the first largest element; a NaN counts as largest. */
  readonly argMax: { readonly axis: number };
  /** Indices, as i32, of the first smallest element; a NaN counts as smallest. */
  readonly argMin: { readonly axis: number };
  /** Indices, as i32, that sort an axis upward, stable, NaN last. */
  readonly argSort: { readonly axis: number };
  /** Running sums along an axis, from its end when `reverse`. */
  readonly cumulativeSum: { readonly axis: number; readonly reverse: boolean };
  /** `gather(operand, indices)`. */
  readonly gather: GatherAxes;
  /** `scatterAdd(operand, indices, updates)`: the transpose of `gather`, added to the operand. */
  readonly scatterAdd: GatherAxes;
  /** Each element's index along an axis. */
  readonly iota: { readonly shape: Axes; readonly axis: number; readonly dtype: DType };
  /** Threefry-2x32 (Salmon et al. 2011) of `key` and `counter`, both `u32[...S, 2]`. */
  readonly threefry: None;
  readonly scan: Scan;
  readonly customJvp: CustomJvp;
  readonly customVjp: CustomVjp;
  readonly customTangent: CustomTangent;
}

/** The name of a primitive. */
export type Primitive = keyof Primitives;

/** The attributes of a primitive. */
export type Attributes<P extends Primitive> = Primitives[P];
