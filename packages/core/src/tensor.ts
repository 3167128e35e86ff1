/**
 * Tensors: immutable, shape-typed expressions. Building one checks shapes and computes nothing; reading one evaluates it.
 */
import {
  type Axes,
  type AnyDimension,
  type Dimension,
  namesOf,
  showAxes,
  showShape,
  sizesOf,
  elements,
  toDimension,
} from './dim.ts';
import type { ArrayOf, DType, Scalar, TypedArray } from './dtype.ts';
import type { Equation } from './equation.ts';
import { DTypeError, ShapeError, TraceError } from './errors.ts';
import { valueOf } from './evaluate.ts';
import { nest, type Nested } from './nested.ts';
import { known, settle, use, uses } from './settled.ts';
import type { Alone } from './shape/alone.ts';
import type { DimAt, DimAxis } from './shape/axes.ts';
import type { Shape } from './shape/dims.ts';
import { showTensor } from './show.ts';
import type { TraceScope } from './traceScope.ts';

/** A tensor whose shape and dtype are not known to the type system. */
export interface AnyTensor {
  /** Names and literal sizes: `['batch', 10]`. */
  readonly shape: Shape;
  /** Sizes: `[32, 10]`. */
  readonly sizes: readonly number[];
  readonly dtype: DType;
  /** The number of axes. */
  readonly rank: number;
  /** The number of elements. */
  readonly size: number;
  /** One axis as a token, for shape arguments; a negative axis counts from the end. */
  dim(axis: number): AnyDimension;
  /** The elements in row-major order, as a fresh typed array. */
  toArray(): TypedArray;
  /** The elements as nested arrays, a bare number or boolean for a scalar. */
  toNested(): unknown;
  /** The single element. Throws `ShapeError` when there are more. */
  item(): number | boolean;
  toString(): string;
}

/** An immutable tensor: `S` its shape of literal sizes and named dimensions, `D` its dtype. */
export interface Tensor<in out S extends Shape, in out D extends DType = 'f32'> extends AnyTensor {
  readonly shape: S;
  readonly dtype: D;
  dim<const I extends number>(axis: DimAxis<S, I>): Dimension<DimAt<S, I>>;
  toArray(): ArrayOf[D];
  toNested(): Nested<S, D>;
  item(this: Alone<S>): Scalar<D>;
}

const notANumber =
  'a tensor is no JavaScript number, so `tensor + 1`, `tensor < 1` and `tensor == 1` do not compute: ' +
  'use add(x, 1), less(x, 1), equal(x, 1), or read the value with x.item()';

let tensors = 0;

/**
 * The one implementation of `Tensor`: output `index` of an equation.
 *
 * A tensor whose value is known, and that no function under way depends on, lets go of what it was computed from: it becomes a
 * constant. No derivative can tell, since derivatives are taken in fresh nodes; and a loop that reads what it
 * computes runs in constant memory.
 */
export class Expression implements AnyTensor {
  /** Tells tensors apart: those of equal shapes and values too, also for comparisons that look at fields. */
  readonly id: number;
  readonly axes: Axes;
  readonly sizes: readonly number[];
  readonly dtype: DType;
  readonly scope: TraceScope | undefined;
  #equation: Equation;
  #index: number;
  #value: TypedArray | undefined;
  #uses = 0;

  constructor(equation: Equation, index: number, axes: Axes, dtype: DType, scope: TraceScope | undefined) {
    this.id = tensors++;
    this.#equation = equation;
    this.#index = index;
    this.axes = Object.freeze(axes);
    this.sizes = Object.freeze(sizesOf(axes));
    this.dtype = dtype;
    this.scope = scope;
    Object.freeze(this);
  }

  get equation(): Equation {
    return this.#equation;
  }

  get index(): number {
    return this.#index;
  }

  get [known](): TypedArray | undefined {
    return this.#value;
  }

  get [uses](): number {
    return this.#uses;
  }

  [use](): void {
    this.#uses++;
  }

  [settle](value: TypedArray): void {
    this.#value = value;
    if (this.scope?.isOpen() === true || this.#equation.operands.length === 0) return;
    const { id } = this.#equation;
    const attributes = { value, shape: this.axes, dtype: this.dtype };
    this.#equation = Object.freeze({ id, primitive: 'constant', operands: [], attributes, outputs: [this] });
    this.#index = 0;
  }

  get shape(): Shape {
    return Object.freeze(namesOf(this.axes));
  }

  get rank(): number {
    return this.axes.length;
  }

  get size(): number {
    return elements(this.sizes);
  }

  dim(axis: number): AnyDimension {
    const found = this.axes[axis < 0 ? axis + this.rank : axis];
    if (found === undefined) throw new ShapeError(`dim: axis ${axis} is out of range for ${showShape(this.shape)}`);
    return toDimension(found);
  }

  toArray(): TypedArray {
    return valueOf(this, 'toArray').slice();
  }

  toNested(): unknown {
    return nest(valueOf(this, 'toNested'), this.sizes, this.dtype);
  }

  item(): number | boolean {
    if (this.size !== 1) throw new ShapeError(`item: ${showAxes(this.axes)} has ${this.size} elements, not one: use toArray`);
    // A tensor of size 1 has an element 0.
    const value = valueOf(this, 'item')[0] as number;
    return this.dtype === 'bool' ? value !== 0 : value;
  }

  toString(): string {
    return showTensor(this);
  }

  toJSON(): never {
    throw new TraceError(
      'JSON.stringify: a tensor is no plain data: write x.toNested(), with x.shape and x.dtype beside it where they matter',
    );
  }

  [Symbol.toPrimitive](hint: 'number' | 'string' | 'default'): string {
    if (hint === 'string') return this.toString();
    throw new TraceError(notANumber);
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Whether a value is a tensor.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { isTensor, zeros } from '@cotangent/core';
 *
 * assert.deepEqual([isTensor(zeros([2])), isTensor([0, 0])], [true, false]);
 * ```
 */
export const isTensor = (value: unknown): value is AnyTensor => value instanceof Expression;

const describe = (value: unknown): string =>
  Array.isArray(value) ? 'an array: take a part of it, y[0], or' : `${value === null ? 'null' : typeof value}:`;

const expected = (value: unknown): string =>
  `expected a tensor, got ${describe(value)} make one with tensor(...), scalar(...) or fromArray(...)`;

/** A tensor as the expression it is. `Expression` is the only class that implements `AnyTensor`. */
export const expressionOf = (tensor: AnyTensor): Expression => {
  if (tensor instanceof Expression) return tensor;
  throw new DTypeError(expected(tensor));
};

/** An operand as the expression it is. Throws `DTypeError` for anything else, which only untyped callers can pass. */
export const checkTensor = (operation: string, operand: AnyTensor): Expression => {
  if (operand instanceof Expression) return operand;
  throw new DTypeError(`${operation}: ${expected(operand)}`);
};

/** The equation that a tensor is an output of. */
export const equationOf = (tensor: AnyTensor): Equation => expressionOf(tensor).equation;

/** The axes of a tensor, with the tokens of named dimensions. */
export const axesOf = (tensor: AnyTensor): Axes => expressionOf(tensor).axes;

/**
 * Gives a tensor the static shape and dtype that its builder has just checked at run time.
 *
 * The one place where the dynamic layer meets the typed one; the caller's own types are the proof.
 */
export const typed = <S extends Shape, D extends DType>(tensor: AnyTensor): Tensor<S, D> => tensor as Tensor<S, D>;
