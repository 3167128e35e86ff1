/**
 * Options of functions whose windows slide, and what is wrong with them.
 */
import type { Fails, Fits, ShowList } from './dims.ts';
import type { Padding, PerAxis, Sliding } from './window.ts';

/** Options of pooling. */
export interface PoolOptions<T extends PerAxis = PerAxis, P extends Padding = Padding, L extends PerAxis = PerAxis> {
  /** From one window to the next; their sizes when left out. */
  readonly stride?: T;
  /** What is added around, `'valid'` (nothing) when left out. */
  readonly padding?: P;
  /** From one element of a window to the next. */
  readonly dilation?: L;
}

/** Options of convolutions. */
export interface ConvOptions<
  T extends PerAxis = PerAxis,
  P extends Padding = Padding,
  L extends PerAxis = PerAxis,
  J extends PerAxis = PerAxis,
  G extends number = number,
> {
  /** From one window to the next, 1 when left out. */
  readonly stride?: T;
  /** What is added around, `'valid'` (nothing) when left out. */
  readonly padding?: P;
  /** From one element of a kernel to the next, 1 when left out. */
  readonly dilation?: L;
  /** From one element of the input to the next when it is spread, zeros between; 1 when left out. */
  readonly inputDilation?: J;
  /** In how many groups channels and kernels fall, which know nothing of each other; 1 when left out. */
  readonly groups?: G;
}

/** That an option is there, and not only may be, where it is not what it would be anyway. */
type There<Name extends string, V, Default> = [V] extends [Default] ? unknown : { readonly [K in Name]: V };

/** Options of which none may be missing that were found. */
export type ConvOptionsThere<
  T extends PerAxis,
  P extends Padding,
  L extends PerAxis,
  J extends PerAxis,
  G extends number,
> = ConvOptions<T, P, L, J, G> &
  There<'stride', T, 1> &
  There<'padding', P, 'valid'> &
  There<'dilation', L, 1> &
  There<'inputDilation', J, 1> &
  There<'groups', G, 1>;

/** Options of pooling with windows `W`, of which none may be missing that were found. */
export type PoolOptionsThere<W, T extends PerAxis, P extends Padding, L extends PerAxis> = PoolOptions<T, P, L> &
  There<'stride', T, W> &
  There<'padding', P, 'valid'> &
  There<'dilation', L, 1>;

/** An option, or what it is when left out. */
export type Option<O, Name extends string, Default> = Name extends keyof O ? O[Name] : Default;

/** How windows slide by options `O`, strides being `T` when left out. */
export type SlidingOf<O, T = 1> = Sliding<
  Option<O, 'stride', T>,
  Option<O, 'padding', 'valid'>,
  Option<O, 'dilation', 1>,
  Option<O, 'inputDilation', 1>
>;

/** Options that are not in `Names`. */
export type Unknown<O, Names extends string> = Exclude<keyof O, Names>;

/** A number that is no positive integer, `'wide'` when the compiler does not know it. */
type NotPositive<N> = N extends number
  ? number extends N
    ? 'wide'
    : `${N}` extends '0' | `${string}${'.' | '-' | 'e'}${string}`
      ? N
      : never
  : 'wide';

/** A number that is no natural one, `'wide'` when the compiler does not know it. */
type NotNatural<N> = N extends number
  ? number extends N
    ? 'wide'
    : `${N}` extends `${string}${'.' | '-' | 'e'}${string}`
      ? N
      : never
  : 'wide';

/** Of two things that may be wrong the one that is told: both would be a union, which the compiler prints by its name. */
type Earlier<A, B> = [A] extends [never] ? B : A;

/** The first of several that is no positive integer. */
type NotPositiveIn<V> = V extends readonly [infer H, ...infer Rest] ? Earlier<NoPositive<H>, NotPositiveIn<Rest>> : never;

/** The first of several, alone or in pairs, that is no natural number. */
type NotNaturalIn<V> = V extends readonly [infer H, ...infer Rest] ? Earlier<NoNatural<H>, NotNaturalIn<Rest>> : never;

/** Whether the compiler knows one value, and not several of which it is one. */
export type IsOne<V, All = V> = (V extends unknown ? ([All] extends [V] ? true : false) : never) extends true ? true : false;

/** The first number of an option that is no positive integer. */
type NoPositive<V> = [IsOne<V>] extends [true]
  ? V extends readonly unknown[]
    ? number extends V['length']
      ? 'wide'
      : NotPositiveIn<V>
    : NotPositive<V>
  : 'wide';

/** The first number of an option that is no natural one. */
type NoNatural<V> = [IsOne<V>] extends [true]
  ? V extends readonly unknown[]
    ? number extends V['length']
      ? 'wide'
      : NotNaturalIn<V>
    : NotNatural<V>
  : 'wide';

/** What is wrong with an option `V` for `N` axes; `Bad` is its first number that makes no sense. */
type Fault<F extends string, Name extends string, V, Bad, N extends number, Wanted extends string> = [Bad] extends [never]
  ? V extends readonly unknown[]
    ? V['length'] extends N
      ? never
      : `${F}: ${Name} lists ${V['length']}, not ${N}: one for each axis that windows slide over`
    : never
  : 'wide' extends Bad
    ? `${F}: ${Name} is not a literal: write it in place, or \`as const\``
    : `${F}: ${Name} ${Bad & number} is not ${Wanted}`;

type Positive<F extends string, Name extends string, V, N extends number> = [V] extends [1]
  ? never
  : Fault<F, Name, V, NoPositive<V>, N, 'a positive integer'>;

type Natural<F extends string, V, N extends number> = [V, IsOne<V>] extends ['valid' | 'same', true]
  ? never
  : Fault<F, 'padding', V, NoNatural<V>, N, 'a natural number: crop with slice'>;

/** What is wrong with how windows slide over `N` axes, in `G` groups: `never` when it makes sense. */
export type Nonsense<F extends string, O extends Sliding, G, N extends number> =
  | Positive<F, 'stride', O['stride'], N>
  | Natural<F, O['padding'], N>
  | Positive<F, 'dilation', O['dilation'], N>
  | Positive<F, 'inputDilation', O['inputDilation'], N>
  | Positive<F, 'groups', G, N>;

/** Of all that is wrong what is told first, as at run time. */
type FirstNonsense<F extends string, O extends Sliding, G, N extends number> = Earlier<
  Earlier<Positive<F, 'stride', O['stride'], N>, Natural<F, O['padding'], N>>,
  Earlier<
    Positive<F, 'dilation', O['dilation'], N>,
    Earlier<Positive<F, 'inputDilation', O['inputDilation'], N>, Positive<F, 'groups', G, N>>
  >
>;

/** That there is no window where there should be one. */
export type NoWindow<F extends string> = `${F}: the window is no list of 1 to 3 literal sizes, such as [2, 2]`;

/** Why `W` are no sizes of a window over one to three axes, `never` when they are. */
export type NotWindow<F extends string, W extends readonly unknown[]> = W['length'] extends 1 | 2 | 3
  ? Positive<F, 'window', W, W['length']>
  : number extends W['length']
    ? NoWindow<F>
    : `${F}: the window needs 1 to 3 numbers, got ${ShowList<W>}`;

/** Whether options make sense; those of another kind are inferred to be all that there are. */
export type Sensible<F extends string, Names extends string, O extends Sliding, G, N extends number> = [PerAxis, Padding] extends
  | [O['stride'] | O['dilation'] | O['inputDilation'], unknown]
  | [unknown, O['padding']]
  ? Fails<Kinds<F, Names>>
  : OrFails<FirstNonsense<F, O, G, N>>;

type OrFails<M extends string> = [M] extends [never] ? Fits<[]> : Fails<M>;

/** What options there are. */
export type Kinds<
  F extends string,
  Names extends string,
> = `${F}: the options are ${Names}: literal numbers, a list of one for each axis, padding 'valid' or 'same'`;
