/**
 * Functions that wait for their tensor.
 */
import type { Tensor } from '../tensor.ts';
import type { NoResult, Refusal, Typed } from './dims.ts';

/**
 * What a data-last signature returns: `F`, once the call is resolved.
 *
 * While the checker infers an outer call it passes over every call to a function one of whose signatures is generic and returns
 * a function, even when another signature is meant, and decides about the outer call's other arguments without it. A return type that
 * is still a question, `Z` being a type parameter that is `0` by default, is no function to it.
 */
export type DataLast<Z, F> = Z extends 0 ? F : never;

/**
 * The signature of a function of a tensor and two numbers that is asked when no other takes a call of two arguments, which it does not either: it says
 * that `What` is missing behind a tensor.
 *
 * The signature that waits for its tensor would say that the tensor is no number.
 */
export type Lacking<F extends string, What extends string> = <X>(
  first: X extends Typed ? X : number,
  second: X extends Typed ? `${F}: ${What} is missing` : number,
) => never;

/**
 * The same of a function of a tensor and one argument, a `Rest`; no call of one argument is left to it but that of the tensor alone. What it returns is
 * no `never`, with which it would stand for any function of one tensor.
 */
export type LackingRest<F extends string, What extends string, Rest> = <X>(
  rest: X extends { readonly sizes: readonly number[] } ? X & Refusal<`${F}: ${What} is missing`> : Rest,
) => unknown;

/** Why a function that does not wait for its tensor is refused without it; `Call` is a whole call, and `X` the tensor in it. */
export type Unwaiting<
  F extends string,
  Call extends string,
  X extends string = 'x',
> = `${F}: waits for no tensor: write ${Call}, or (${X}) => ${Call} in a pipe`;

/**
 * The signature that is asked of a call with more arguments than a tensor and `What`, of which there is one: it says so, and how to write it, `Call`. What it
 * makes fits everywhere, as in `TwoOperands`.
 */
export type OneWhat<F extends string, What extends string, Call extends string> = (
  x: Typed,
  one: `${F}: takes one ${What}: write ${Call}`,
  more: unknown,
  ...rest: readonly unknown[]
) => Tensor<NoResult, NoResult>;

/** What stands behind the two operands of a function, in the signature that is asked of a call with more, of which none is taken. */
type Surplus<F extends string> = [more: `${F}: takes two operands, not more`, ...unknown[]];

/**
 * The first signature of a function of two operands. It takes no call; of one that no other takes either the checker says that it makes what this does,
 * the first signature that has as many parameters. So it fits everywhere: the call has been refused.
 */
export interface TwoOperands<F extends string> {
  (a: unknown, b: unknown, ...more: Surplus<F>): Tensor<NoResult, NoResult>;
}
