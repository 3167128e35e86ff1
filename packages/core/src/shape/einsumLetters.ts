/**
 * The letters and ellipses of Einstein summations, and the dimensions that they stand for.
 */
import type { Broadcast } from './broadcast.ts';
import type { Co, Dim, Fits, Join, Ranked, Shape } from './dims.ts';
import type { Parted, Part } from './ellipsis.ts';

export interface Shaped<out S extends Shape = Shape> {
  readonly shape: S;
}

/** A counter: its length. */
export type Count = readonly 0[];

export type Next<I extends Count> = [...I, 0]['length'];

/** A dimension that a letter is bound to. Two of them are assignable when the dimensions are the same. */
export interface Bound<in out D> {
  readonly dim: D;
}

/** The dimensions by letter; a letter that is not bound yet takes every dimension. */
export interface Bindings {
  readonly [letter: string]: { readonly dim: unknown };
}

/** Operand `K` has more dimensions than letters, or fewer; or there are more operands than texts. */
export interface Misfit<out K extends Count> {
  readonly operand: K;
}

/** The letter `C` stands for `D` in operand `K`, but is bound to another dimension. */
export interface Clash<out K extends Count, out C extends string, out D> extends Misfit<K> {
  readonly letter: C;
  readonly dim: D;
}

/** Binds the letters of all operands; the next one is that of dimension `I` of operand `K`, whose shape is `S`. */
export type Bind<
  L extends string,
  T extends readonly Shaped[],
  S extends Shape = T[0]['shape'],
  M extends Bindings = Bindings,
  K extends Count = [],
  I extends Count = [],
> = L extends `${infer C}${infer Rest}`
  ? C extends ','
    ? S['length'] extends I['length']
      ? Bind<Rest, T, T[Next<K>]['shape'], M, [...K, 0]>
      : Misfit<K>
    : Bound<S[I['length']]> extends infer B extends M[C]
      ? Bind<Rest, T, S, M & { readonly [N in C]: B }, K, [...I, 0]>
      : Clash<K, C, S[I['length']]>
  : [S['length'], T['length']] extends [I['length'], Next<K>]
    ? M
    : Misfit<K>;

/** The first operand whose number of dimensions is not known. */
export type Unranked<T extends readonly Shaped[], K extends Count = []> =
  Co<T[K['length']]['shape']> extends Co<Ranked> ? Unranked<T, [...K, 0]> : Misfit<K>;

/** The dimensions of the letters `O`; not a shape when a letter is not bound. */
export type Lookup<O extends string, M extends Bindings> = LookupEach<Letters<O>, M>;

type LookupEach<L extends readonly string[], M extends Bindings> = { [I in keyof L]: M[L[I]]['dim'] };

/** The letters `O` where none of them stands twice, and otherwise one that is never bound. */
export type Once<O extends string, Whole extends string = O> = O extends `${infer C}${infer Rest}`
  ? Rest extends `${string}${C}${string}`
    ? ' '
    : Once<Rest, Whole>
  : Whole;

// Ellipses.

export type Letters<L extends string, R extends string[] = []> = L extends `${infer C}${infer Rest}`
  ? Letters<Rest, [...R, C]>
  : R;

export type Undotted<L extends string> = L extends `${infer A}...${infer Z}` ? Undotted<`${A}${Z}`> : L;

/** The dimensions of an operand that letters name; of no known number when it has too few. */
export type Beside<L extends string, S extends Shape> = L extends `${infer A}...${infer Z}`
  ? Part<Letters<A>, Letters<Z>, S> extends Parted<infer B, infer _>
    ? B
    : Shape
  : S;

/** The texts of the operands. */
export type Texts<I extends string, R extends readonly string[] = []> = I extends `${infer L},${infer More}`
  ? Texts<More, [...R, L]>
  : [...R, I];

/**
 * Operands with the texts `L` cut into the dimensions that letters name, of no known number when there are too few, and those under the ellipsis,
 * none when there is no ellipsis.
 */
export type Apart<L extends readonly string[], T extends readonly Shaped[]> = {
  readonly [K in keyof T]: CutApart<K extends keyof L ? L[K] : '', T[K]['shape']>;
};

type CutApart<L, S extends Shape> = L extends `${infer A}...${infer Z}`
  ? Part<Letters<A>, Letters<Z>, S> extends infer P extends Parted
    ? P
    : Parted<Shape, []>
  : Parted<S, []>;

/** What is under the ellipses. */
export type Unders<B extends readonly Parted[]> = { readonly [K in keyof B]: B[K]['under'] };

/** The common shape of what is under ellipses, or why there is none. */
export type Stretched<U extends readonly Shape[]> = U extends readonly [
  infer H extends Shape,
  ...infer Rest extends readonly Shape[],
]
  ? StretchedBy<Rest, Fits<H>>
  : Fits<[]>;

type StretchedBy<U extends readonly Shape[], V> = U extends readonly [
  infer H extends Shape,
  ...infer Rest extends readonly Shape[],
]
  ? StretchedBy<Rest, V extends Fits<infer R> ? Broadcast<R, H> : V>
  : V;

/** `R`, the dimensions of the letters of an output, with `V` in the place of its ellipsis. */
export type Over<O extends string, R extends Shape, V extends Shape, Front extends Shape = []> = O extends `...${string}`
  ? R extends readonly []
    ? Join<Front, V>
    : [...Front, ...V, ...R]
  : R extends readonly [infer D extends Dim, ...infer Rest extends Shape]
    ? Over<O extends `${infer _}${infer Z}` ? Z : never, Rest, V, [...Front, D]>
    : never;
