/**
 * Which dimension is which in an Einstein summation, by position: what depends on the equation alone, and the checker works out once for all calls
 * that share it.
 */
import type { Shaped } from './einsumLetters.ts';

/**
 * The dimensions of all operands in one list, with a comma before each operand: `first` is where each letter stood first, so the list is that of right
 * operands when it stays the same with each dimension taken from there; `out` is where those of the output are.
 */
export interface Plan<out First extends readonly number[], out Out extends readonly number[]> {
  readonly first: First;
  readonly out: Out;
}

/** Positions by letter. */
type Positions = Readonly<Record<string, number>>;

/** The plan of letters, or `undefined` where one of the output stands twice, or in no operand; a comma is no letter. */
export type PlanOf<I extends string, O extends string> = O extends `${string},${string}`
  ? undefined
  : Firsts<`,${I}`> extends readonly [infer F extends readonly number[], infer P extends Positions]
    ? Outs<O, P> extends infer R extends readonly number[]
      ? Plan<F, R>
      : undefined
    : never;

type Firsts<L extends string, P = unknown, R extends number[] = []> = L extends `${infer C}${infer Rest}`
  ? C extends keyof P
    ? Firsts<Rest, P, [...R, P[C] & number]>
    : Firsts<Rest, P & { readonly [N in C]: R['length'] }, [...R, R['length']]>
  : readonly [R, P];

type Outs<O extends string, P extends Positions, R extends number[] = []> = O extends `${infer C}${infer Rest}`
  ? Rest extends `${string}${C}${string}`
    ? undefined
    : C extends keyof P
      ? Outs<Rest, P, [...R, P[C]]>
      : undefined
  : R;

/** The dimensions of operands, with a comma before each. Two operands and three, as most equations have, are written out. */
export type Listed<T extends readonly Shaped[]> = T['length'] extends 2
  ? [',', ...T[0]['shape'], ',', ...T[1]['shape']]
  : T['length'] extends 3
    ? [',', ...T[0]['shape'], ',', ...T[1]['shape'], ',', ...T[2]['shape']]
    : ListedAll<T>;

type ListedAll<T extends readonly Shaped[], R extends readonly unknown[] = []> = T extends readonly [
  infer A extends Shaped,
  ...infer Rest extends readonly Shaped[],
]
  ? ListedAll<Rest, [...R, ',', ...A['shape']]>
  : R;
