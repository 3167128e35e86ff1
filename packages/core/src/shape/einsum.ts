/**
 * Einstein summation: each letter is bound to one dimension, letters missing from the output are summed over.
 */
import type { DType } from '../dtype.ts';
import type { Co, Dim, Equal, Fails, Fits, Shape, Shift, Show, Typed } from './dims.ts';

/**
 * Binds the letters `L` to the dimensions `S`, then goes on with the next operand, then with the output `O`.
 *
 * `Inputs` is the text of the operands after this one, `T` their types, `M` the dimensions by letter; `L0`, `S0` and `E0` are the
 * letters and the shape of this operand and the text of all, for messages.
 */
type Bind<
  L extends string,
  S extends Shape,
  Inputs extends string | undefined,
  T extends readonly unknown[],
  M,
  O extends string,
  L0 extends string,
  S0 extends Shape,
  E0 extends string,
> = L extends `${infer C}${infer Rest}`
  ? C extends ' '
    ? Bind<Rest, S, Inputs, T, M, O, L0, S0, E0>
    : Shift<S> extends [infer D extends Dim, infer After extends Shape]
      ? C extends keyof M
        ? Equal<M[C], D> extends true
          ? Bind<Rest, After, Inputs, T, M, O, L0, S0, E0>
          : Fails<`einsum: index '${C}' is ${M[C] & Dim} and ${D}`>
        : Bind<Rest, After, Inputs, T, M & { readonly [K in C]: D }, O, L0, S0, E0>
      : Fails<`einsum: '${L0}' has more indices than ${Show<S0>} has axes`>
  : Co<S> extends Co<readonly []>
    ? Operands<Inputs, T, M, O, E0>
    : Fails<`einsum: '${L0}' has fewer indices than ${Show<S0>} has axes`>;

type Operands<
  Inputs extends string | undefined,
  T extends readonly unknown[],
  M,
  O extends string,
  E0 extends string,
> = Inputs extends string
  ? T extends readonly [infer H extends Typed, ...infer Rest]
    ? Inputs extends `${infer L},${infer More}`
      ? Bind<L, H['shape'], More, Rest, M, O, L, H['shape'], E0>
      : Bind<Inputs, H['shape'], undefined, Rest, M, O, Inputs, H['shape'], E0>
    : Fails<`einsum: '${E0}' has more operands than were given`>
  : T extends readonly []
    ? Output<O, M>
    : Fails<`einsum: '${E0}' has fewer operands than were given`>;

type Output<O extends string, M, R extends Shape = [], Seen extends string = never> = O extends `${infer C}${infer Rest}`
  ? C extends ' '
    ? Output<Rest, M, R, Seen>
    : C extends Seen
      ? Fails<`einsum: output index '${C}' stands twice`>
      : C extends keyof M
        ? Output<Rest, M, [...R, M[C] & Dim], Seen | C>
        : Fails<`einsum: output index '${C}' is in no operand`>
  : Fits<R>;

/** The shape of an Einstein summation `'ij,jk->ik'` of operands. */
export type Einsum<E extends string, T extends readonly unknown[]> = string extends E
  ? Fails<'einsum: the equation is a `string`, not a literal: write it in place, or `as const`'>
  : E extends `${string}.${string}`
    ? Fails<`einsum: '${E}' has an ellipsis, which is not supported: name every axis`>
    : E extends `${infer I}->${infer O}`
      ? Operands<I, T, unknown, O, I>
      : Fails<`einsum: '${E}' has no output: write it as 'ij,jk->ik'`>;

/** The common dtype of operands, or a message. */
export type CommonDType<F extends string, T extends readonly unknown[]> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? AllDType<F, H['dtype'], Rest>
  : never;

type AllDType<F extends string, D extends DType, T extends readonly unknown[]> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? Equal<D, H['dtype']> extends true
    ? AllDType<F, D, Rest>
    : `${F}: dtypes differ, ${D} and ${H['dtype']}: convert one of them`
  : true;

/** The dtype of operands that have one in common. */
export type DTypeOf<T extends readonly unknown[]> = T extends readonly [infer H extends Typed, ...unknown[]] ? H['dtype'] : never;
