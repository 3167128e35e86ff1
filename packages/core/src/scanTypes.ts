/**
 * The types of loops and of stacked data: what runs along a leading axis, and what is carried.
 */
import type { DType } from './dtype.ts';
import type { CannotTell, Co, Dim, Equal, Shape, Show } from './shape/dims.ts';
import type { OneOf, Several } from './shape/single.ts';
import type { Tensor } from './tensor.ts';
import type { Alike, Faultless, ShowLeaf } from './treeAlike.ts';
import type { At, Holds, NameOf, TreeArgument } from './treeChecks.ts';
import type { Leaf, Tree } from './treeTypes.ts';

/** `X`, called `What`, where all its tensors have one leading axis, otherwise which have not. */
export type Slices<F extends string, What extends string, X> = SlicesOf<
  CannotTell<F, `${What} has one leading axis`>,
  F,
  What,
  X
>;

/** The same; `_Why` is what is said of types that depend on type parameters. */
type SlicesOf<_Why extends string, F extends string, What extends string, X> =
  X extends Tensor<[infer _N extends Dim, ...infer _R extends Shape], infer _D extends DType>
    ? X
    : WithLeads<_Why, F, What, X, Leads<X, What>>;

/** The same of what a loop runs over, whose number of steps is one. (Where slices alone are taken, a tensor may be one of several.) */
export type Steppable<F extends string, What extends string, X> = SteppableOf<
  CannotTell<F, `${What} has one leading axis`>,
  F,
  What,
  X
>;

type SteppableOf<_Why extends string, F extends string, What extends string, X> = [X] extends [
  Tensor<[infer _N extends Dim, ...infer _R extends Shape], infer _D extends DType>,
]
  ? X
  : WithLeads<_Why, F, What, X, Leads<X, What>>;

type WithLeads<_Why extends string, F extends string, What extends string, X, L> = [L] extends [never]
  ? `${F}: ${What} holds no tensor`
  : Faultless<_Why, X, LeadFault<L, L>, F>;

/**
 * `C`, what is carried, where it is one tree, otherwise what is wrong in it: of what may be one of several a step may give another one back. A type
 * parameter needs a bound.
 */
export type Carry<_Why extends string, C, Z extends 0> = Co<C> extends Co<Single<C>> ? C : OtherCarry<C, Z>;

type OtherCarry<C, Z extends 0> = [Z, Co<Co<C> extends Co<Single<C>> ? 1 : 0>] extends [0, Co<0>] ? NoCarry<C, Z> : object;

type NoCarry<C, Z extends 0> = C extends Tree ? OneOf<'scan', 'the carry'> : TreeArgument<'scan', C, Z, 'carry'>;

/** A tree of which nothing may be one of several. */
type Single<T> = [Several<T>] extends [never]
  ? T extends Leaf
    ? T
    : T extends Tree
      ? { [K in keyof T]: Single<T[K]> }
      : never
  : never;

/** What a step gives, a carry and what is stacked. Where it is something else, the checker prints this by its name, with `_Why`. */
export type Pair<_Why extends string, N, Y> = readonly [carry: N, y: Y];

/** What a step carries on, `N`, where it is like what is carried, `C`, otherwise where it is not. */
export type NextCarry<N, C> = unknown extends N
  ? N
  : Alike<CannotTell<'scan', 'the step keeps its carry'>, N, C, 'scan', "the step's carry", 'carry'>;

/** A tensor of a tree with its leading dimension. */
interface Lead<Path, D, S> {
  readonly path: Path;
  readonly dim: D;
  readonly shape: S;
}

/** A tensor of which only run time knows whether it has one. */
interface Untold {
  readonly untold: true;
}

/** The tensors of a tree, and messages for those that have no leading dimension. */
type Leads<T, Path extends string> =
  T extends Tensor<[infer First extends Dim, ...infer R extends Shape], infer _D extends DType>
    ? Lead<Path, First, [First, ...R]>
    : T extends Tensor<infer _S extends Shape, infer _D extends DType>
      ? `${Path} is ${ShowLeaf<T>}, which has no leading axis`
      : T extends Leaf
        ? Untold
        : T extends readonly unknown[]
          ? number extends T['length']
            ? Leads<Leaf<DType> extends T[number] ? Leaf : T[number], `${Path}[0]`>
            : { [K in keyof T & `${number}`]: Leads<T[K], `${Path}[${K}]`> }[keyof T & `${number}`]
          : T extends object
            ? string extends keyof T
              ? Leads<Leaf<DType> extends T[keyof T] ? Leaf : T[keyof T], At<Path, keyof T & string>>
              : { [K in keyof T & string]-?: Leads<T[K], At<Path, K>> }[keyof T & string]
            : unknown extends T
              ? Untold
              : `${Path} is ${NameOf<T>}: ${Holds}`;

/**
 * Messages, and each pair of tensors whose leading dimensions differ, once: the one whose path comes first in front.
 *
 * Bounds on what is inferred here would leave the question open where dimensions are type parameters.
 */
type LeadFault<L, M> =
  L extends Lead<infer Path, infer D, infer S>
    ? M extends Lead<infer Other, infer E, infer T>
      ? Precedes<Other, Path> extends true
        ? never
        : OtherLead<D, E, [Path, S], [Other, T]>
      : never
    : L extends string
      ? L
      : never;

type OtherLead<D, E, L extends readonly [unknown, unknown], M extends readonly [unknown, unknown]> =
  Equal<D, E> extends true
    ? never
    : L[0] extends M[0]
      ? `${L[0] & string} may be one of several: give one, or branch on it`
      : `leading axes differ, ${L[0] & string} is ${ShowShape<L[1]>} and ${M[0] & string} is ${ShowShape<M[1]>}: ${D & Dim} vs ${E & Dim}`;

/** Printable characters in their order. */
type Characters = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~';

/** Whether one path is known to come before another: neither does where other characters tell them apart. */
export type Precedes<A, B> = A extends `${infer a}${infer x}`
  ? B extends `${infer b}${infer y}`
    ? a extends b
      ? Precedes<x, y>
      : Characters extends `${string}${a}${string}${b}${string}`
        ? true
        : false
    : false
  : [A, B] extends ['', `${infer _b}${infer _y}`]
    ? true
    : false;

type ShowShape<S> = S extends Shape ? Show<S> : '[...]';
