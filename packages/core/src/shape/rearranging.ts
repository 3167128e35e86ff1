/**
 * The shapes that patterns of axes make of shapes.
 */
import type { Axis } from '../dim.ts';
import type { DType } from '../dtype.ts';
import type { DimOf, Nameless, NamelessDim } from './argument.ts';
import type {
  About,
  CannotTell,
  Co,
  Dim,
  Equal,
  Fails,
  Fits,
  Join,
  NoResult,
  Quiet,
  Ranked,
  Shape,
  Show,
  TooFew,
  UnlessAny,
} from './dims.ts';
import type { Booleans, Floats, Numbers, Takes } from './dtypes.ts';
import type { Part, Parted } from './ellipsis.ts';
import type { Same } from './factors.ts';
import type { DividedBy, Product } from './names.ts';
import type { MayBeMissing, OneOf, Several } from './single.ts';
import type { Around, Check, NotNatural, Pattern, Plan, Result, Split } from './pattern.ts';
import type { PatternFunction, Token, Word } from './patternWords.ts';
import type { PartOf } from './terms.ts';

/** Sizes of axes by name: literals, or tokens of named dimensions. Bare names, and what may be missing, are refused with advice. */
export type Sizes = Readonly<Record<string, Axis | string | undefined>> | undefined;

/** No sizes. */
export type NoSizes = Readonly<Record<never, never>>;

/** How axes are reduced. */
export type ReductionKind = 'sum' | 'mean' | 'max' | 'min' | 'prod' | 'any' | 'all';

/** The dtypes that each reduction takes. */
interface Reducible {
  readonly sum: Numbers<"reduce: 'sum'">;
  readonly mean: Floats<"reduce: 'mean'">;
  readonly max: Numbers<"reduce: 'max'">;
  readonly min: Numbers<"reduce: 'min'">;
  readonly prod: Numbers<"reduce: 'prod'">;
  readonly any: Booleans<"reduce: 'any'">;
  readonly all: Booleans<"reduce: 'all'">;
}

/** The names of the reductions. */
export type Kinds = 'sum, mean, max, min, prod, any, all';

/** What messages call a kind that is none. */
export type NameOfKind<K> = [K] extends [string] ? (string extends K ? 'a `string`' : `'${K}'`) : 'missing';

/** What accepts tensors of dtype `D` for each of the reductions `K`, when there are several. */
export type Accepting<K extends string, D extends DType> = [ReductionKind] extends [K]
  ? `reduce: the kind is one of ${Kinds}`
  : (K extends ReductionKind ? (accepted: Takes<Reducible[K], D>) => void : never) extends (accepted: infer All) => void
    ? All
    : never;

/** The plan of a pattern with the sizes `A`, or why it is refused. `All` tells whether the record is one of several. */
type PlanOf<F extends PatternFunction, P extends string, A, All = A> = A extends unknown
  ? [All, { [W in keyof A]: NoSize<F, A[W]> }[keyof A]] extends [A, never]
    ? Pattern<F, P, keyof A & string>
    : SizeMessage<F, All>
  : never;

/** A size that is none: a bare name, a number that is not natural or not known, a token whose name nobody knows, or one of several. */
type NoSize<F extends string, V, All = V> = V extends number
  ? [All] extends [V]
    ? NotNatural<V>
    : V
  : V extends string | undefined
    ? V
    : [All] extends [V]
      ? V extends { readonly name: infer N }
        ? Nameless<F, N>
        : never
      : V;

/** Whether the text of a pattern makes sense with the sizes `A`. */
export type Sensible<F extends PatternFunction, P extends string, A> =
  PlanOf<F, P, A> extends infer X ? (X extends Plan ? Fits<[]> : Unplanned<X>) : never;

/** The message in place of one about a token that a refused call would have made. */
type Said = '\0';

/** Why there is no plan, unless of that the sentence has been said. */
type Unplanned<X> = [X] extends [Said] ? Fits<NoResult> : Fails<X & string>;

/** The shape that a pattern makes of `S`. */
export type Rearrange<F extends PatternFunction, P extends string, S extends Shape, A> =
  PlanOf<F, P, A> extends infer X
    ? X extends Plan
      ? X['after'] extends readonly Token[]
        ? Part<X['before'], X['after'], S> extends Parted<infer Beside, infer Under>
          ? Fit<X, Beside, Under, Dims<X['names'], Beside, A>, F, P, S>
          : Fails<About<F, S, TooFew<F, S, `'${P}' fits ${Show<S>}`, `${F}: '${P}' names more axes than ${Show<S>} has`>>>
        : Co<S> extends Co<Ranked>
          ? S['length'] extends X['before']['length']
            ? Fit<X, S, [], Dims<X['names'], S, A>, F, P, S>
            : Quiet<S, Fails<`${F}: '${P}' and ${Show<S>} differ in rank: ${X['before']['length']} vs ${S['length']}`>>
          : Fails<About<F, S, `${F}: '${P}' names each axis, but how many ${Show<S>} has is generic: write '...' for those`>>
      : UnlessAny<P, Unplanned<X>>
    : never;

/** The dimensions of names: those that stand alone on the left, and those whose sizes are given. */
type Dims<N, S extends Shape, A> = { readonly [W in keyof N]: S[N[W] & number] } & {
  readonly [W in keyof A & string]: DimOf<A[W]>;
};

/** `B` are the dimensions beside the ellipsis, `E` those under it, `M` those of names. */
type Fit<
  X extends Plan,
  B extends Shape,
  E extends Shape,
  M extends Named,
  F extends PatternFunction,
  P extends string,
  S extends Shape,
> =
  Checked<X['checks'], B, M> extends true
    ? Splitted<X['splits'], B, M> extends Bound<infer N>
      ? Fits<Output<X['output'], N, E>>
      : Fails<SplitMessage<F, P, S, B, M, Splitted<X['splits'], B, M>>>
    : Fails<CheckMessage<F, P, S, B, M, Checked<X['checks'], B, M>>>;

/** Dimensions by name. */
type Named = Readonly<Record<string, Dim>>;

/** The dimensions of names. */
interface Bound<out M extends Named> {
  readonly names: M;
}

/** What type parameters leave open of an axis, by a check or a split. */
interface Unclear<out H> {
  readonly unclear: H;
}

/** `true` when axes are what their words make, or the first check that fails; of generic dimensions it is known that they are one and the same, no more. */
type Checked<C extends readonly Check[], B extends Shape, M extends Named> = C extends readonly [
  infer H extends Check,
  ...infer Rest extends readonly Check[],
]
  ? [M, Co<Co<'\0'> extends Co<B[H['at']] | Product<DimsOf<H['words'], M>>> ? 1 : 0>] extends [unknown, Co<0>]
    ? Equal<B[H['at']], Product<DimsOf<H['words'], M>>> extends true
      ? Checked<Rest, B, M>
      : H
    : Same<B, B[H['at']], Product<DimsOf<H['words'], M>>> extends true
      ? Checked<Rest, B, M>
      : Unclear<H>
  : true;

/** The dimensions `M` with what is left of split axes, or the first split that does not come out. */
type Splitted<Q extends readonly Split[], B extends Shape, M extends Named> = Q extends readonly [
  infer H extends Split,
  ...infer Rest extends readonly Split[],
]
  ? [M, Co<Co<'\0'> extends Co<B[H['at']]> ? 1 : 0>] extends [unknown, Co<0>]
    ? DividedBy<B[H['at']], Product<DimsOf<H['words'], M>>> extends infer D
      ? D extends Dim
        ? Splitted<Rest, B, M & { readonly [_ in H['rest']]: D }>
        : H
      : never
    : [M, Co<Co<'\0'> extends Co<Product<DimsOf<H['words'], M>>> ? 1 : 0>] extends [unknown, Co<0>]
      ? Product<DimsOf<H['words'], M>> extends infer N extends number
        ? PartOf<B, B[H['at']], N> extends [infer D extends Dim]
          ? Splitted<Rest, B, M & { readonly [_ in H['rest']]: D }>
          : Unclear<H>
        : Unclear<H>
      : Unclear<H>
  : Bound<M>;

/** The dimensions of words. */
type DimsOf<W extends readonly Word[], M extends Named> = { [I in keyof W]: W[I] extends keyof M ? M[W[I]] : W[I] };

type Output<O extends readonly Result[], M extends Named, E extends Shape, R extends Shape = []> = O extends readonly [
  infer H,
  ...infer Rest extends readonly Result[],
]
  ? H extends keyof M
    ? Output<Rest, M, E, [...R, M[H]]>
    : H extends '...'
      ? Output<Rest, M, E, Join<R, E>>
      : H extends Around<infer A, infer Z>
        ? Output<Rest, M, E, [...R, Product<[...DimsOf<A, M>, ...E, ...DimsOf<Z, M>]>]>
        : H extends readonly Word[]
          ? Output<Rest, M, E, [...R, Product<DimsOf<H, M>>]>
          : Output<Rest, M, E, [...R, H & number]>
  : R;

// Messages.

/** What is wrong with the sizes that are none. */
type SizeMessage<F extends PatternFunction, A> = [A] extends [number]
  ? `${F}: ${A} where the sizes should be: write them as { r: ${A} }`
  : [Several<A>] extends [never]
    ? {
        readonly [W in keyof A & string]: [Several<A[W]>] extends [never]
          ? OneSizeMessage<F, W, A[W]>
          : undefined extends A[W]
            ? MayBeMissing<F, `the size of '${W}'`>
            : OneOf<F, `the size of '${W}'`>;
      }[keyof A & string]
    : [Sizes] extends [A]
      ? `${F}: the sizes are integers from 0 to 2^31 - 1, or tokens from dim`
      : undefined extends A
        ? MayBeMissing<F, 'the record of sizes'>
        : OneOf<F, 'the record of sizes'>;

type OneSizeMessage<F extends PatternFunction, W extends string, V> = V extends number
  ? number extends V
    ? `${F}: the size of '${W}' is a \`number\`, not a literal: name it with dim("${W}", size)`
    : [NoSize<F, V>] extends [never]
      ? never
      : `${F}: the size of '${W}' is ${V}, not an integer from 0 to 2^31 - 1`
  : V extends string
    ? `${F}: the size of '${W}' is the bare name '${V}': give its size with dim('${V}', size), or take x.dim(axis) of a tensor`
    : V extends undefined
      ? MayBeMissing<F, `the size of '${W}'`>
      : V extends { readonly name: infer N }
        ? [Nameless<F, N>] extends [never]
          ? never
          : 0 extends 1 & N
            ? Said
            : `${F}: nothing is known of the size of '${W}': ${NamelessDim}`
        : never;

type CheckMessage<F extends PatternFunction, P extends string, S extends Shape, B extends Shape, M extends Named, H> =
  H extends Unclear<infer C extends Check>
    ? CannotTell<F, `axis ${C['shown']} of ${Show<S>} is ${ShowWords<C['words'], M>}, as '${P}' says`>
    : H extends Check
      ? `${F}: '${P}': axis ${H['shown']} of ${Show<S>} is ${B[H['at']]}, not ${ShowWords<H['words'], M>}`
      : never;

type SplitMessage<F extends PatternFunction, P extends string, S extends Shape, B extends Shape, M extends Named, H> =
  H extends Unclear<infer C extends Check>
    ? CannotTell<F, `${ShowWords<C['words'], M>} divides axis ${C['shown']} of ${Show<S>}, as '${P}' says`>
    : H extends Check
      ? `${F}: '${P}': axis ${H['shown']} of ${Show<S>} is ${B[H['at']]}, which ${ShowWords<H['words'], M>} does not divide`
      : never;

/** Words with their sizes: `h=5`, `(h=5 w=2)`, or 1 when there are none. */
type ShowWords<W extends readonly Word[], M extends Named> = W extends readonly []
  ? '1'
  : W extends readonly [infer H extends Word]
    ? ShowWord<H, M>
    : `(${ShowList<W, M>})`;

type ShowList<W extends readonly Word[], M extends Named, R extends string = ''> = W extends readonly [
  infer H extends Word,
  ...infer Rest extends readonly Word[],
]
  ? ShowList<Rest, M, R extends '' ? ShowWord<H, M> : `${R} ${ShowWord<H, M>}`>
  : R;

type ShowWord<H extends Word, M extends Named> = H extends keyof M ? `${H}=${M[H]}` : `${H}`;
