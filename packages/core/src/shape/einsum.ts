/**
 * Einstein summation: each letter is bound to one dimension, an ellipsis to those that no letter names; letters missing from the
 * output are summed over.
 */
import type { DType, Numeric } from '../dtype.ts';
import type { Box, Co, Equal, Fails, Fits, NoResult, Ranked, Shape, Typed } from './dims.ts';
import type { CommonDType, DifferingDTypes, Numbers, Takes } from './dtypes.ts';
import type {
  Apart,
  Bind,
  Bindings,
  Lookup,
  Once,
  Over,
  Shaped,
  Stretched,
  Texts,
  Undotted,
  Unders,
  Unranked,
} from './einsumLetters.ts';
import type { Listed, Plan, PlanOf } from './einsumPlan.ts';
import type { Parted } from './ellipsis.ts';
import type { DotsMessage, Misranked, OutputMessage, Refusal, Said } from './einsumMessages.ts';
import type { Taken } from './places.ts';
import type { One, OneOf } from './single.ts';
import type { Tensor } from '../tensor.ts';

/** The shape of an Einstein summation `'...ij,...jk->...ik'` of operands. */
export type Einsum<E extends string, T extends readonly Typed[]> = E extends `${infer A} ${infer B}`
  ? Einsum<`${A}${B}`, T>
  : E extends `${infer I}->${infer O}`
    ? E extends `${string}.${string}`
      ? Dotted<I, O, T>
      : Co<T[number]['shape']> extends Co<Ranked>
        ? Lettered<I, O, T, I, O, T>
        : Fails<Refusal<I, O, T, Unranked<T>>>
    : string extends E
      ? // An `any` is inferred as one too.
        Fails<'einsum: the equation is no literal: it comes before the operands, written in place or `as const`', Shape>
      : Fails<`einsum: '${E}' has no output: write it as 'ij,jk->ik'`>;

/** The answer for the dimensions that letters name: `L`, `P` and `B` are the equation and the operands without their ellipses. */
type Lettered<
  I extends string,
  O extends string,
  T extends readonly Typed[],
  L extends string,
  P extends string,
  B extends readonly Shaped[],
> = Planned<L, P, B> extends infer R extends Shape ? Fits<R> : Walked<I, O, T, L, P, B>;

/** The dimensions of the output, when the operands are right. */
type Planned<L extends string, P extends string, B extends readonly Shaped[]> =
  PlanOf<L, P> extends Plan<infer First, infer Out>
    ? Listed<B> extends infer D extends readonly unknown[]
      ? Box<D> extends Box<Taken<D, First>>
        ? Taken<D, Out>
        : undefined
      : never
    : undefined;

/** The same letter by letter, which finds what is wrong. */
type Walked<
  I extends string,
  O extends string,
  T extends readonly Typed[],
  L extends string,
  P extends string,
  B extends readonly Shaped[],
> =
  Box<T[number]['shape']> extends Box<'\0'>
    ? Fits<NoResult>
    : P extends `${string}->${string}`
      ? Fails<"einsum: two arrows: write it as 'ij,jk->ik'">
      : Bind<L, B> extends infer M
        ? M extends Bindings
          ? Lookup<Once<P>, M> extends infer R extends Shape
            ? Fits<R>
            : Fails<OutputMessage<P, M>>
          : Fails<Refusal<I, O, T, M>>
        : never;

/** The same for an equation with ellipses: the dimensions beside them are bound, those under them broadcast. */
type Dotted<I extends string, O extends string, T extends readonly Typed[]> =
  DotsMessage<I, O> extends infer Why extends string
    ? Fails<Why>
    : Apart<Texts<I>, T> extends infer B extends readonly Parted[]
      ? Filled<O, Lettered<I, O, T, Undotted<I>, Undotted<O>, B>, Stretched<Unders<B>>>
      : never;

/** The answer `A` for the dimensions that letters name, with what ellipses stand for, `V`, in the place of that of the output. */
type Filled<O extends string, A, V> =
  A extends Fits<infer R>
    ? V extends Fits<infer U>
      ? Fits<Over<O, R, U>>
      : V extends Fails<infer Why>
        ? Fails<`einsum: under the ellipses: ${Why}`>
        : never
    : A;

/** Equations by the dtype of their operands. */
interface Numerical<E extends string> extends Readonly<Record<Numeric, E>> {
  readonly bool: Numbers<'einsum'>['bool'];
}

/** A box for each dtype of numbers: what is found at a dtype that is one of several is no box of that. */
interface BoxedNumber {
  readonly f32: Box<'f32'>;
  readonly f64: Box<'f64'>;
  readonly i32: Box<'i32'>;
  readonly u32: Box<'u32'>;
  readonly bool: 'bool';
}

/**
 * As in `Takes`, an equation is asked to be what either answer says where `D` is a type parameter. A dtype that is one of several is that of a
 * single operand, since others may have the other one.
 */
type Summed<E extends string, D extends DType, _Table = Numbers<'einsum'>> = BoxedNumber[D] extends Box<D> ? E : Unsummed<E, D>;

type Unsummed<E extends string, D extends DType> =
  { [_ in E]: Co<{ [I in keyof D]: 'generic' }['length']> }[E] extends Co<'generic'>
    ? Numerical<E>[D]
    : Numbers<'einsum'>[D] extends object
      ? E extends `${string},${string}`
        ? DifferingDTypes<'einsum'>
        : E
      : Takes<Numbers<'einsum'>, D>;

/** An equation that fits its operands, or why it does not. */
export type Equation<_Why extends string, E extends string, T extends readonly Typed[]> =
  Equal<Einsum<E, T>['ok'], true> extends true ? OfOneDType<E, T, T[0]['dtype']> : Said<Misranked<E, T>, Einsum<E, T>>;

/** The same once the shapes fit. Where type parameters leave open whether the operands have one dtype, the checker prints this type by its name. */
type OfOneDType<
  E extends string,
  T extends readonly Typed[],
  D extends DType,
  _Why = 'einsum: cannot tell whether the operands have one dtype: give them one type parameter for it',
> =
  Co<T> extends Co<Operands<T, D>>
    ? Summed<One<'einsum', 'the equation', E>, D>
    : CommonDType<'einsum', T> extends infer M extends string
      ? M
      : OneOf<'einsum', 'an operand'>;

/** Operands of the shapes of `T` and one dtype: what may be one of several is none of them. */
type Operands<T extends readonly Typed[], D extends DType> = { readonly [K in keyof T]: Tensor<T[K]['shape'], D> };
