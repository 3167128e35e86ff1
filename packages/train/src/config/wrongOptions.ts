/**
 * Why options are refused, in types: the words of `configError` about what `options` decodes.
 */
import type { Fraction } from './literals.ts';

export type RateWords = 'a finite number of at least 0, or a schedule';

export type FractionWords = 'a number from 0 up to, but not, 1';

/** A value in words. */
export type Shown<V> = V extends undefined
  ? 'missing'
  : V extends string
    ? `"${V}"`
    : V extends number | boolean | null
      ? `${V}`
      : V extends readonly unknown[]
        ? `an array of ${V['length']}`
        : V extends (...given: never) => unknown
          ? 'a function'
          : 'an object';

/** Names with commas between them. */
type Joined<N extends readonly string[]> = N extends readonly [infer H extends string, ...infer Rest extends readonly string[]]
  ? Rest extends readonly []
    ? H
    : `${H}, ${Joined<Rest>}`
  : '';

/** Shares, of which a literal is looked at. */
type Share = 'momentum' | 'beta1' | 'beta2';

/** Why an option `V` is refused where `T` is expected, in words `W`. Of functions the compiler says itself in what they differ. */
type Wrong<F extends string, K extends string, V, T, W extends string> = [V] extends [T]
  ? K extends Share
    ? Extract<V extends number ? Fraction<F, K, V> : never, string>
    : never
  : V extends (...given: never) => unknown
    ? never
    : `${F}: ${K} is ${Shown<V>}, expected ${W}`;

/** The first fault of options `G`: `O` are those that there are, `W` what is expected of each, `N` their names in order. */
type FirstFault<F extends string, G, O, W, N> = N extends readonly [infer K extends string, ...infer Rest]
  ? [Wrong<F, K, At<G, K>, At<O, K>, At<W, K> & string>] extends [never]
    ? FirstFault<F, G, O, W, Rest>
    : Wrong<F, K, At<G, K>, At<O, K>, At<W, K> & string>
  : never;

type At<T, K> = K extends keyof T ? T[K] : undefined;

/** Options that there are not, if there are any. */
type Strangers<F extends string, G, N extends readonly string[]> = {
  [K in Exclude<keyof G & string, N[number]>]: `${F}: ${K} is ${Shown<G[K]>}, expected one of the options ${Joined<N>}`;
}[Exclude<keyof G & string, N[number]>];

/**
 * Why `G` are no options of `F`, of which `More` says what else may be wrong; options `O` themselves where only the compiler can say it: beside `G`, which
 * it infers there.
 */
export type WrongOptions<F extends string, G, O, W, N extends readonly string[], More = never> = G extends
  | readonly unknown[]
  | ((...given: never) => unknown)
  | string
  | number
  | boolean
  | null
  | undefined
  ? `${F}: the argument is ${Shown<G>}, expected an object of options`
  : [Strangers<F, G, N>] extends [never]
    ? [FirstFault<F, G, O, W, N>] extends [never]
      ? [More] extends [never]
        ? O & G
        : More
      : FirstFault<F, G, O, W, N>
    : Strangers<F, G, N>;
