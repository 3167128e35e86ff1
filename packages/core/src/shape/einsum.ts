/**
 * Einstein summation: each letter is bound to one dimension, an ellipsis to those that no letter names; letters missing from the
 * output are summed over.
 */
import type { Numeric } from '../dtype.ts';
import type { Box, Co, Equal, Fails, Fits, Ranked, Shape, Typed } from './dims.ts';
import type { CommonDType, Numbers } from './dtypes.ts';
import type { Apart, Bind, Bindings, Lookup, Over, Shaped, Texts, Undotted, Unranked } from './einsumLetters.ts';
import type { DotsMessage, OutputMessage, Refusal } from './einsumMessages.ts';
import type { One } from './single.ts';

/** The shape of an Einstein summation `'...ij,...jk->...ik'` of operands. */
export type Einsum<E extends string, T extends readonly Typed[]> = E extends `${infer A} ${infer B}`
  ? Einsum<`${A}${B}`, T>
  : E extends `${infer I}->${infer O}`
    ? E extends `${string}.${string}`
      ? Dotted<I, O, T>
      : Co<T[number]['shape']> extends Co<Ranked>
        ? Bind<I, T> extends infer M
          ? M extends Bindings
            ? Lookup<O, M> extends infer R extends Shape
              ? Fits<R>
              : Fails<OutputMessage<O, M>>
            : Fails<Refusal<I, O, T, M>>
          : never
        : Fails<Refusal<I, O, T, Unranked<T>>>
    : Fails<
        string extends E
          ? 'einsum: the equation is a `string`, not a literal: write it in place, or `as const`'
          : `einsum: '${E}' has no output: write it as 'ij,jk->ik'`
      >;

/** The same for an equation with ellipses: the dimensions beside them are bound, those under them broadcast. */
type Dotted<I extends string, O extends string, T extends readonly Typed[]> =
  DotsMessage<I, O> extends infer Why extends string
    ? Fails<Why>
    : Apart<Texts<I>, T> extends readonly [infer B extends readonly Shaped[], infer V]
      ? Bind<Undotted<I>, B> extends infer M
        ? M extends Bindings
          ? Lookup<Undotted<O>, M> extends infer R extends Shape
            ? V extends Fits<infer U>
              ? Fits<Over<O, R, U>>
              : V extends Fails<infer Why>
                ? Fails<`einsum: under the ellipses: ${Why}`>
                : never
            : Fails<OutputMessage<Undotted<O>, M>>
          : Fails<Refusal<I, O, T, M>>
        : never
      : never;

/** Equations by the dtype of their operands. */
interface Numerical<E extends string> extends Readonly<Record<Numeric, E>> {
  readonly bool: Numbers<'einsum'>['bool'];
}

type DTypes<T extends readonly Typed[]> = { readonly [K in keyof T]: Box<T[K]['dtype']> };

/**
 * An equation that fits its operands, or why it does not. The last branch is never taken: it is where the checker infers `E`, which
 * it cannot from what is looked up in a table.
 */
export type Equation<_Why extends string, E extends string, T extends readonly Typed[]> =
  Equal<Einsum<E, T>['ok'], true> extends true
    ? DTypes<T> extends readonly Box<T[0]['dtype']>[]
      ? Numerical<One<'einsum', 'the equation', E>>[T[0]['dtype']]
      : CommonDType<'einsum', T> extends infer M extends string
        ? M
        : [E] extends [never]
          ? E
          : never
    : Einsum<E, T>['message'];
