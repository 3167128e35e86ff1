/**
 * The text of patterns of axes, after einops (Rogozhnikov 2022): `'b (h w) c -> b h w c'`. It is read apart from the shapes that it is
 * for, so a program pays once for each pattern.
 */
import type { PatternFault } from './patternFaults.ts';
import type { PatternFunction, Token, Twice, Word } from './patternWords.ts';

/** A counter: its length. */
export type Count = readonly 0[];

// Words.

/** A number that is no natural one, or that the compiler does not know. */
export type NotNatural<N extends number> = number extends N
  ? N
  : `${N}` extends `${string}${'.' | '-' | 'e'}${string}`
    ? N
    : never;

type Append<R extends readonly Token[], W extends string, One extends readonly Token[]> = W extends ''
  ? R
  : W extends '1'
    ? [...R, ...One]
    : W extends `${infer N extends number}`
      ? [...R, [NotNatural<N>] extends [never] ? N : W]
      : [...R, W];

type Words<L extends string, One extends readonly Token[], R extends readonly Token[] = []> = L extends `${infer W} ${infer Rest}`
  ? Words<Rest, One, Append<R, W, One>>
  : Append<R, L, One>;

/** The tokens of one side of a pattern. */
type Tokens<L extends string, R extends readonly Token[] = []> = L extends `${infer A}(${infer G})${infer Rest}`
  ? Tokens<Rest, [...Words<A, [[]], R>, Words<G, []>]>
  : Words<L, [[]], R>;

/** The words of tokens, those in parentheses too. */
export type Flat<T extends readonly unknown[], R extends readonly Word[] = []> = T extends readonly [infer H, ...infer Rest]
  ? Flat<Rest, H extends readonly Word[] ? [...R, ...H] : [...R, H & Word]>
  : R;

/** Whether the words `L` and `R` of the sides, and the names `K` of given sizes, go together; `G` are the words of groups on the left. */
type Sound<F extends PatternFunction, L extends readonly Word[], R extends readonly Word[], G, K> = [
  Twice<L>,
  Twice<R>,
  Extract<(L | R)[number], `${string}${'(' | ')' | '.'}${string}`>,
  K | G,
] extends [undefined, undefined, '...', Exclude<(L | R)[number], '...'>]
  ? [F, L[number], R[number]] extends
      | ['rearrange', string & R[number], string & L[number]]
      | ['reduce', Word, string & L[number]]
      | ['repeat', string & R[number], L[number] | K | number]
    ? true
    : false
  : false;

// Plans.

/** Axis `at` must be the product of `words`: 1 when there are none. Messages count it as `shown`. */
export interface Check<
  out I extends number = number,
  out J extends number = number,
  out W extends readonly Word[] = readonly Word[],
> {
  readonly at: I;
  readonly shown: J;
  readonly words: W;
}

/** Axis `at` is split into `words`, whose sizes are known, and the axis `rest`. */
export interface Split<
  out I extends number = number,
  out J extends number = number,
  out W extends readonly Word[] = readonly Word[],
  out U extends string = string,
> extends Check<I, J, W> {
  readonly rest: U;
}

/** A group on the right with an ellipsis among its words. */
export interface Around<out A extends readonly Word[] = readonly Word[], out Z extends readonly Word[] = readonly Word[]> {
  readonly front: A;
  readonly back: Z;
}

/** What stands for an axis of the result. */
export type Result = Token | Around;

/** What a pattern says, once it is known which sizes are given. */
export interface Plan<
  out B extends Count = Count,
  out A extends readonly Token[] | undefined = readonly Token[] | undefined,
  out N = unknown,
  out C extends readonly Check[] = readonly Check[],
  out S extends readonly Split[] = readonly Split[],
  out O extends readonly Result[] = readonly Result[],
> {
  /** The tokens before the ellipsis, counted, and those behind it. */
  readonly before: B;
  readonly after: A;
  /** The places of axes that stand alone and whose size is not given. */
  readonly names: N;
  readonly checks: C;
  readonly splits: S;
  readonly output: O;
}

/** Reads the tokens `T` of the left: `I` counts those before them, `B` those before the ellipsis, `A` are those behind it. */
type Planned<
  T extends readonly Token[],
  K,
  O extends readonly Result[],
  I extends Count = [],
  B extends Count | undefined = undefined,
  A extends readonly Token[] | undefined = undefined,
  N = unknown,
  C extends readonly Check[] = [],
  S extends readonly Split[] = [],
> = T extends readonly [infer H, ...infer Rest extends readonly Token[]]
  ? H extends '...'
    ? Planned<Rest, K, O, I, I, Rest, N, C, S>
    : H extends K | number | readonly Word[]
      ? PlannedGroup<H extends readonly Word[] ? H : [H & Word], K, I['length'], Shown<T, I, A>> extends infer X
        ? X extends Single<infer W, infer J>
          ? Planned<Rest, K, O, [...I, 0], B, A, N & { readonly [_ in W]: J }, C, S>
          : X extends Split
            ? Planned<Rest, K, O, [...I, 0], B, A, N, C, [...S, X]>
            : X extends Check
              ? Planned<Rest, K, O, [...I, 0], B, A, N, [...C, X], S>
              : undefined
        : never
      : Planned<Rest, K, O, [...I, 0], B, A, N & { readonly [_ in H & string]: I['length'] }, C, S>
  : Plan<B extends Count ? B : I, A, N, C, S, O>;

/** An axis behind an ellipsis is counted from the end. */
type Shown<T extends readonly Token[], I extends Count, A> = A extends undefined
  ? I['length']
  : `-${T['length']}` extends `${infer J extends number}`
    ? J
    : never;

/** A name that stands alone. */
interface Single<out W extends string, out I extends number> {
  readonly name: W;
  readonly at: I;
}

/** What a group says of axis `I`; `undefined` when the sizes of two names in it are unknown. */
type PlannedGroup<
  G extends readonly Word[],
  K,
  I extends number,
  J extends number,
  Known extends readonly Word[] = [],
  U extends string | undefined = undefined,
> = G extends readonly [infer H extends Word, ...infer Rest extends readonly Word[]]
  ? H extends K | number
    ? PlannedGroup<Rest, K, I, J, [...Known, H], U>
    : U extends undefined
      ? PlannedGroup<Rest, K, I, J, Known, H & string>
      : undefined
  : U extends string
    ? Known extends readonly []
      ? Single<U, I>
      : Split<I, J, Known, U>
    : Check<I, J, Known>;

type Results<O extends readonly Token[], R extends readonly Result[] = []> = O extends readonly [
  infer H,
  ...infer Rest extends readonly Token[],
]
  ? Results<Rest, [...R, H extends readonly Word[] ? Grouped<H> : H & Word]>
  : R;

type Grouped<G extends readonly Word[], A extends readonly Word[] = [], T extends readonly Word[] = G> = T extends readonly [
  infer H extends Word,
  ...infer Z extends readonly Word[],
]
  ? H extends '...'
    ? Around<A, Z>
    : Grouped<G, [...A, H], Z>
  : G;

type Read<F extends PatternFunction, P extends string, T extends readonly Token[], O extends readonly Token[], K extends string> =
  Sound<F, Flat<T>, Flat<O>, Extract<T[number], readonly Word[]>[number], K> extends true
    ? Planned<T, K, Results<O>> extends infer X extends Plan
      ? X
      : PatternFault<F, P, T, Flat<T>, Flat<O>, K>
    : PatternFault<F, P, T, Flat<T>, Flat<O>, K>;

/** The plan of the pattern `P` when the sizes of `K` are given, or why it is refused. */
export type Pattern<F extends PatternFunction, P extends string, K extends string> = string extends K
  ? `${F}: the sizes are no literals or tokens: write them in place, as { h: 2 }`
  : P extends `${infer L}->${infer R}`
    ? Read<F, P, Tokens<L>, Tokens<R>, K>
    : string extends P
      ? `${F}: the pattern is a \`string\`, not a literal: write it in place, or \`as const\``
      : `${F}: '${P}' has no arrow: write it as 'h w -> w h'`;
