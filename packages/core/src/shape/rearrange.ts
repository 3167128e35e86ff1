/**
 * Permuting, inserting and dropping axes.
 */
import type { AxisMessage, CutAt } from './axes.ts';
import type { Box, Co, Dim, Fails, Fits, Join, Pop, Shape, Shift, Show } from './dims.ts';
import type { Product } from './names.ts';

/** `S` with `D` in the place of the dimension at `I`. */
export type ReplaceAt<S extends Shape, I extends number, D extends Dim> = [...CutAt<S, I>['before'], D, ...CutAt<S, I>['after']];

/** `S` without the dimension at `I`. */
export type RemoveAt<S extends Shape, I extends number> = Join<CutAt<S, I>['before'], CutAt<S, I>['after']>;

type InsertFront<S extends Shape, I extends number, D extends Dim, R extends Shape = []> = R['length'] extends I
  ? Fits<[...R, D, ...S]>
  : Shift<S> extends [infer H extends Dim, infer T extends Shape]
    ? InsertFront<T, I, D, [...R, H]>
    : Nowhere;

type InsertBack<S extends Shape, I extends number, D extends Dim, R extends Shape = []> = [0, ...R]['length'] extends I
  ? Fits<[...S, D, ...R]>
  : Pop<S> extends [infer T extends Shape, infer H extends Dim]
    ? InsertBack<T, I, D, [H, ...R]>
    : Nowhere;

type Nowhere = Fails<'out of range'>;

/** `S` with `D` as a new axis at `I` of the result. */
export type Insert<F extends string, S extends Shape, I extends number, D extends Dim> = number extends I
  ? Fails<AxisMessage<F, S, I>>
  : (`${I}` extends `-${infer N extends number}` ? InsertBack<S, N, D> : InsertFront<S, I, D>) extends infer R
    ? R extends Fits<Shape>
      ? R
      : Fails<`${F}: axis ${I} is out of range for a new axis of ${Show<S>}`>
    : never;

/** The axes in reverse order. */
export type Reversed<S extends Shape, R extends Shape = []> =
  Co<S> extends Co<readonly []>
    ? Fits<R>
    : Pop<S> extends [infer T extends Shape, infer H extends Dim]
      ? Reversed<T, [...R, H]>
      : Fails<`transpose: ${Show<S>} has generic dimensions: name the axes, or use swapAxes`>;

/** Axis `i` of the result is axis `P[i]` of `S`. */
export type Permute<S extends Shape, P extends readonly number[], P0 extends readonly number[] = P, R extends Shape = [], Seen = never> =
  P extends readonly [infer I extends number, ...infer Rest extends readonly number[]]
    ? CutAt<S, I>['ok'] extends true
      ? CutAt<S, I>['before']['length'] extends Seen
        ? NoPermutation<S, P0>
        : Permute<S, Rest, P0, [...R, CutAt<S, I>['at']], Seen | CutAt<S, I>['before']['length']>
      : Fails<AxisMessage<'transpose', S, I>>
    : R['length'] extends S['length']
      ? Fits<R>
      : NoPermutation<S, P0>;

type NoPermutation<S extends Shape, P extends readonly number[]> =
  Fails<`transpose: ${Show<P>} is no permutation of the axes of ${Show<S>}`>;

/** `S` with two axes exchanged. */
export type Swap<S extends Shape, I extends number, J extends number> = CutAt<S, I>['ok'] extends true
  ? CutAt<S, J>['ok'] extends true
    ? Fits<ReplaceAt<ReplaceAt<S, I, CutAt<S, J>['at']>, J, CutAt<S, I>['at']>>
    : Fails<AxisMessage<'swapAxes', S, J>>
  : Fails<AxisMessage<'swapAxes', S, I>>;

/** `S` with axis `I` moved to `J`. */
export type Move<S extends Shape, I extends number, J extends number> = CutAt<S, I>['ok'] extends true
  ? Insert<'moveAxis', RemoveAt<S, I>, J, CutAt<S, I>['at']>
  : Fails<AxisMessage<'moveAxis', S, I>>;

/** `S` without axis `I`, which must have size 1; without all such axes when `I` is `undefined`. */
export type Squeeze<S extends Shape, I extends number | undefined> = undefined extends I
  ? Squeezed<S>
  : I extends number
    ? CutAt<S, I>['ok'] extends true
      ? Box<CutAt<S, I>['at']> extends Box<1>
        ? Fits<RemoveAt<S, I>>
        : Fails<`squeeze: axis ${I} of ${Show<S>} is ${CutAt<S, I>['at']}, not 1`>
      : Fails<AxisMessage<'squeeze', S, I>>
    : never;

type Squeezed<S extends Shape, R extends Shape = []> =
  Co<S> extends Co<readonly []>
    ? Fits<R>
    : Pop<S> extends [infer T extends Shape, infer D extends Dim]
      ? Box<D> extends Box<1>
        ? Squeezed<T, R>
        : Squeezed<T, [D, ...R]>
      : Fails<`squeeze: ${Show<S>} has generic dimensions: say which axis`>;

/** `S` with the axes from `I` on merged into one. */
export type Ravel<S extends Shape, I extends number> =
  Co<S> extends Co<readonly []>
    ? Fits<[1]>
    : CutAt<S, I>['ok'] extends true
      ? Fits<[...CutAt<S, I>['before'], Product<[CutAt<S, I>['at'], ...CutAt<S, I>['after']]>]>
      : Fails<AxisMessage<'ravel', S, I>>;

/** The shape of the last two axes' diagonals. */
export type Diagonal<S extends Shape> =
  Pop<S> extends [infer T extends Shape, infer N extends Dim]
    ? Pop<T> extends [infer B extends Shape, infer M extends Dim]
      ? Box<M> extends Box<N>
        ? Fits<[...B, N]>
        : Fails<`diagonal: ${Show<S>} is not square: ${M} vs ${N}`>
      : Fails<`diagonal: needs matrices, got ${Show<S>}`>
    : Fails<`diagonal: needs matrices, got ${Show<S>}`>;

/** `S` when it has at least two axes. */
export type Matrices<F extends string, S extends Shape> =
  Pop<S> extends [infer T extends Shape, Dim] ? (Pop<T> extends [Shape, Dim] ? Fits<S> : NoMatrix<F, S>) : NoMatrix<F, S>;

type NoMatrix<F extends string, S extends Shape> = Fails<`${F}: needs matrices, got ${Show<S>}`>;
