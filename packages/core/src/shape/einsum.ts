/**
 * Einstein summation: each letter is bound to one dimension, letters missing from the output are summed over.
 */
import type { DType } from '../dtype.ts';
import type { Box, Co, Dim, Fails, Fits, Shape, Shift, Show, Typed } from './dims.ts';

type Bind<L extends string, S extends Shape, M, L0 extends string, S0 extends Shape> = L extends `${infer C}${infer Rest}`
  ? C extends ' ' ? Bind<Rest, S, M, L0, S0> :
    Shift<S> extends [infer D extends Dim, infer T extends Shape]
    ? C extends keyof M
      ? Box<M[C]> extends Box<D>
        ? Bind<Rest, T, M, L0, S0>
        : `einsum: index '${C}' is ${M[C] & Dim} and ${D}`
      : Bind<Rest, T, M & { readonly [K in C]: D }, L0, S0>
    : `einsum: '${L0}' has more indices than ${Show<S0>} has axes`
  : Co<S> extends Co<readonly []>
    ? { readonly bound: M }
    : `einsum: '${L0}' has fewer indices than ${Show<S0>} has axes`;

type BindAll<E extends string, T extends readonly Typed[], M, E0 extends string> = T extends readonly [
  infer H extends Typed,
  ...infer Rest extends readonly Typed[],
]
  ? E extends `${infer L},${infer More}`
    ? Rest extends readonly []
      ? `einsum: '${E0}' has more operands than were given`
      : Bound<Bind<L, H['shape'], M, L, H['shape']>, More, Rest, E0>
    : Rest extends readonly []
      ? Bind<E, H['shape'], M, E, H['shape']>
      : `einsum: '${E0}' has fewer operands than were given`
  : `einsum: there are no operands, or their number is unknown`;

type Bound<B, More extends string, Rest extends readonly Typed[], E0 extends string> = B extends { readonly bound: infer M }
  ? BindAll<More, Rest, M, E0>
  : B;

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
export type Einsum<E extends string, T extends readonly Typed[]> = string extends E
  ? Fails<'einsum: the equation is a `string`, not a literal: write it in place, or `as const`'>
  : E extends `${string}.${string}`
    ? Fails<`einsum: '${E}' has an ellipsis, which is not supported: name every axis`>
    : E extends `${infer I}->${infer O}`
      ? BindAll<I, T, unknown, I> extends infer B
        ? B extends { readonly bound: infer M }
          ? Output<O, M>
          : Fails<B & string>
        : never
      : Fails<`einsum: '${E}' has no output: write it as 'ij,jk->ik'`>;

/** The common dtype of operands, or a message. */
export type CommonDType<F extends string, T extends readonly Typed[]> = T extends readonly [infer H extends Typed, ...infer Rest extends readonly Typed[]]
  ? AllDType<F, H['dtype'], Rest>
  : never;

type AllDType<F extends string, D extends DType, T extends readonly Typed[]> = T extends readonly [infer H extends Typed, ...infer Rest extends readonly Typed[]]
  ? Box<D> extends Box<H['dtype']>
    ? AllDType<F, D, Rest>
    : `${F}: dtypes differ, ${D} and ${H['dtype']}: convert one of them`
  : true;
