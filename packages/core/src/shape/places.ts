/**
 * Places of dimensions in a shape. They depend on its rank and on axes alone, which many calls have in common: the checker works them out once, and
 * takes the dimensions from there.
 */

/** The entries of `D` at the places `P`. */
export type Taken<D extends readonly unknown[], P extends readonly number[]> = { -readonly [I in keyof P]: D[P[I]] };

/** Places `P` that are left where `N` axes are gone. */
export interface Left<out P extends readonly number[], out N extends number> {
  readonly places: P;
  readonly gone: N;
}

/**
 * The places of the dimensions that axes with the names `Names` leave of `R`; in place of each axis stands the place `One`, where that is a number.
 *
 * `P` are the places before the next one, `Rest` those from there on.
 */
export type LeftOf<
  R extends number,
  Names extends string,
  One,
  Rest extends readonly 0[] = Zeros<R>,
  P extends readonly 0[] = [],
  L extends readonly number[] = [],
  Gone extends readonly 0[] = [],
> = Rest extends readonly [0, ...infer After extends readonly 0[]]
  ? Extract<`${P['length']}` | `-${Rest['length']}`, Names> extends never
    ? LeftOf<R, Names, One, After, [...P, 0], [...L, P['length']], Gone>
    : LeftOf<R, Names, One, After, [...P, 0], One extends number ? [...L, One] : L, [...Gone, 0]>
  : Left<L, Gone['length']>;

/** As many as axes, 32 at most: the checker asks it of no number as well. */
type Zeros<N extends number, R extends readonly 0[] = []> = R['length'] extends N | 32 ? R : Zeros<N, [...R, 0]>;

/** The places of a permutation of `R` axes, or `undefined` when it is none. */
export type PermutationOf<
  R extends number,
  P extends readonly number[],
  L extends readonly number[] = [],
  T = PlaceOf<R>,
> = P extends readonly [infer I extends number, ...infer Rest extends readonly number[]]
  ? `${I}` extends keyof T
    ? Extract<T[`${I}`], L[number]> extends never
      ? PermutationOf<R, Rest, [...L, T[`${I}`] & number], T>
      : undefined
    : undefined
  : [L['length'], P] extends [R, readonly []]
    ? L
    : undefined;

/** Places by the texts of axes, from the front and from the end. */
type PlaceOf<R extends number, Rest extends readonly 0[] = Zeros<R>, P extends readonly 0[] = []> = Rest extends readonly [
  0,
  ...infer After extends readonly 0[],
]
  ? PlaceOf<R, After, [...P, 0]> & { readonly [I in `${P['length']}` | `-${Rest['length']}`]: P['length'] }
  : unknown;
