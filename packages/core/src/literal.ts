/**
 * Tensors written down in source code: the shape is read off the literal, by the compiler too.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { checkElement } from './checkElement.ts';
import type { DecodeError } from './decodeError.ts';
import { checkDType, type DType } from './dtype.ts';
import type { Element, Expected } from './elements.ts';
import type { AllHeld, HeldValue } from './held.ts';
import { isList } from './decodeError.ts';
import { DTypeError, ShapeError } from './errors.ts';
import { fromUnknown } from './decode.ts';
import * as P from './primitives/builders.ts';
import { mostAxes } from './rows.ts';
import type { Box, Shape, Show } from './shape/dims.ts';
import type { DTypeOr, OtherDType } from './shape/optional.ts';
import type { OneOf, Several } from './shape/single.ts';
import { type Tensor, typed } from './tensor.ts';

/** What a tensor is written down as. */
export type Literal = Element | readonly Literal[];

/** The dtype of elements for which none is given. */
export type DefaultDType<V> = V extends boolean ? 'bool' : 'f32';

type FirstElement<T> = T extends readonly [infer First, ...unknown[]] ? FirstElement<First> : T;

/** The dtype of a literal: `bool` when its first element is a boolean, `f32` else. */
export type LiteralDType<T> = DefaultDType<FirstElement<T>>;

/** The shape of a literal, as its first rows have it. */
export type LiteralShape<T> = T extends readonly [infer First, ...unknown[]] ? [T['length'], ...LiteralShape<First>] : [];

/** The same of what a tensor is made of, which is any where the literal is. */
type MadeShape<T> = 0 extends 1 & T ? Shape : LiteralShape<T>;

/** The shapes of all the rows of a literal, as a union: one member when none is ragged. (Of no elements there is no shape, not even that.) */
type EveryShape<T> = T extends readonly [] ? [0] : T extends readonly unknown[] ? [T['length'], ...EveryShape<T[number]>] : [];

type Found<T> = T extends readonly unknown[] ? `an array of ${T['length']}` : `${T & Element}`;

type RowsFault<
  T,
  Inner extends Shape,
  Whole extends Shape,
  D extends DType,
  Path extends string,
  Before extends unknown[] = [],
> = T extends readonly [infer First, ...infer Rest]
  ? Fault<First, Inner, Whole, D, `${Path}[${Before['length']}]`> extends infer Message extends string
    ? Message
    : RowsFault<Rest, Inner, Whole, D, Path, [...Before, First]>
  : undefined;

/** The message about the first row that does not fit, `undefined` when all do. */
type Fault<T, S extends Shape, Whole extends Shape, D extends DType, Path extends string> = S extends readonly [
  infer N extends number,
  ...infer Inner extends Shape,
]
  ? T extends { readonly length: N }
    ? RowsFault<T, Inner, Whole, D, Path>
    : `tensor: ${Path}: expected an array of ${N}, found ${Found<T>}: every row must fit the shape ${Show<Whole>}`
  : T extends readonly unknown[]
    ? `tensor: ${Path}: expected ${Expected[D]}, found ${Found<T>}: every row must fit the shape ${Show<Whole>}`
    : undefined;

/** The message about an array that is empty, or whose length the compiler does not know. */
type Unsized<T, Path extends string = 'data'> = T extends readonly unknown[]
  ? T extends readonly [infer First, ...unknown[]]
    ? Unsized<First, `${Path}[0]`>
    : T extends readonly []
      ? `tensor: ${Path}: expected at least one element, found an array of 0: an empty tensor needs its shape, as in zeros([0, 3])`
      : UnknownLength
  : T extends ArrayBufferView
    ? UnknownLength
    : undefined;

type UnknownLength = 'tensor: the compiler does not know how long the arrays are: decode them with fromNested(data, shape)';

/** A literal all of whose rows are of one length, or why it is refused. A `Literal` itself is left to run time. */
export type LiteralArgument<T, D extends DType> =
  Box<T> extends Box<Literal>
    ? T
    : Unsized<T> extends infer Message extends string
      ? Message
      : [EveryShape<T>] extends [LiteralShape<T>]
        ? [Several<LiteralShape<T>>] extends [never]
          ? [T] extends [null | undefined]
            ? AllHeld<T>[D]
            : T & AllHeld<T>[D]
          : OneOf<'tensor', 'the data'>
        : Fault<T, LiteralShape<T>, LiteralShape<T>, D, 'data'>;

const refuse = ({ kind, message }: DecodeError): never => {
  if (kind === 'element') throw new DTypeError(`tensor: ${message}`);
  throw new ShapeError(`tensor: ${message}`);
};

const firstElement = (data: unknown): unknown => {
  let node = data;
  for (let depth = 0; isList(node) && depth <= mostAxes; depth++) node = node[0];
  return node;
};

/**
 * A tensor as it is written down in nested arrays: `tensor([[1, 2], [3, 4]])` is a `Tensor<[2, 2]>`.
 *
 * The dtype is `f32` when none is given, `bool` when the first element is a boolean. Rows of different lengths are a
 * compile error that says where. Throws `ShapeError` with the same text when they slip past the compiler, and `DTypeError` for elements
 * that the dtype cannot hold. For data from outside use `fromNested`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 *
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * assert.deepEqual(x.shape, [2, 3]);
 * assert.equal(tensor([1, 2], 'i32').dtype, 'i32');
 * assert.equal(tensor([true, false]).dtype, 'bool');
 * ```
 */
export const tensor = <const T, D extends DType = LiteralDType<T>>(
  data: LiteralArgument<T, NoInfer<D>>,
  dtype: DTypeOr<OtherDType<'tensor'>, D>,
): Tensor<MadeShape<T>, NoInfer<D>> =>
  pipe(
    fromUnknown(data, checkDType('tensor', dtype ?? (typeof firstElement(data) === 'boolean' ? 'bool' : 'f32'))),
    // The literal's type says what the decoder has just found.
    E.match(refuse, (found) => typed<MadeShape<T>, D>(found)),
  );

/**
 * A number or a boolean as a tensor without axes: `[]`.
 *
 * The dtype is `f32` for numbers and `bool` for booleans when none is given. Throws `DTypeError` when the dtype cannot hold the value.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { scalar } from '@cotangent/core';
 *
 * assert.equal(scalar(0.5).item(), 0.5);
 * assert.equal(scalar(7, 'i32').dtype, 'i32');
 * ```
 */
export const scalar = <const V, D extends DType = DefaultDType<V>>(
  value: HeldValue<'scalar', V, D>,
  dtype: DTypeOr<OtherDType<'scalar'>, D>,
): Tensor<[], NoInfer<D>> => {
  const held = dtype ?? (typeof value === 'boolean' ? 'bool' : 'f32');
  return typed(P.scalar(checkElement('scalar', value, held), held));
};
