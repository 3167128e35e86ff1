/**
 * Why the text of patterns is refused.
 */
import type { PatternFunction, Token, Twice, Word } from './patternWords.ts';

/** The first word that is one of `Of` and none of `But`, or `undefined`. */
type FirstWord<W extends readonly Word[], Of, But = never> = W extends readonly [
  infer H extends Word,
  ...infer Rest extends readonly Word[],
]
  ? H extends But
    ? FirstWord<Rest, Of, But>
    : H extends Of
      ? H
      : FirstWord<Rest, Of, But>
  : undefined;

/** The first group of more than one word whose size is not known, as these words. */
type OpenGroup<T extends readonly Token[], K> = T extends readonly [infer H, ...infer Rest extends readonly Token[]]
  ? H extends readonly Word[]
    ? Unknown<H, K> extends readonly [infer U, infer V, ...Word[]]
      ? readonly [U, V]
      : OpenGroup<Rest, K>
    : OpenGroup<Rest, K>
  : undefined;

type Unknown<G extends readonly Word[], K, R extends readonly string[] = []> = G extends readonly [
  infer H,
  ...infer Rest extends readonly Word[],
]
  ? Unknown<Rest, K, H extends K | number ? R : [...R, H & string]>
  : R;

/** Why the text of a pattern is refused, or `undefined`; `T` are the tokens on its left, `L` and `R` the words of either side. */
export type PatternFault<
  F extends PatternFunction,
  P extends string,
  T extends readonly Token[],
  L extends readonly Word[],
  R extends readonly Word[],
  K extends string,
> =
  FirstWord<[...L, ...R], `${string}${'(' | ')'}${string}`> extends string
    ? `${F}: '${P}': the parentheses do not match`
    : FirstWord<[...L, ...R], `${string}.${string}`, '...'> extends infer W extends string
      ? `${F}: '${P}': '${W}' is no name; an ellipsis is three dots`
      : '...' extends Extract<T[number], readonly Word[]>[number]
        ? `${F}: '${P}': an ellipsis stands in parentheses on the right only`
        : Twice<L> extends infer W extends string
          ? `${F}: '${P}': '${W}' stands twice on the left`
          : Twice<R> extends infer W extends string
            ? `${F}: '${P}': '${W}' stands twice on the right`
            : NumberFault<F, P, L, R> extends infer M extends string
              ? M
              : SideFault<F, P, L, R> extends infer M extends string
                ? M
                : SizeFault<F, P, T, L, R, K>;

/** A number stands for an axis that is reduced, or repeated. */
type NumberFault<F extends PatternFunction, P extends string, L extends readonly Word[], R extends readonly Word[]> =
  FirstWord<F extends 'reduce' ? R : F extends 'repeat' ? L : [...L, ...R], number> extends infer N extends number
    ? `${F}: '${P}': name the axis of size ${N}`
    : undefined;

/** An axis stands on the left only when it is reduced, on the right only when it is repeated. */
type SideFault<F extends PatternFunction, P extends string, L extends readonly Word[], R extends readonly Word[]> =
  FirstWord<F extends 'reduce' ? [] : L, string, R[number]> extends infer W extends string
    ? `${F}: '${P}': '${W}' is on the left only`
    : FirstWord<F extends 'repeat' ? [] : R, string, L[number]> extends infer W extends string
      ? `${F}: '${P}': '${W}' is on the right only`
      : undefined;

/** Sizes are given to axes of the pattern: to those that are repeated, and to all of a group but one. */
type SizeFault<
  F extends PatternFunction,
  P extends string,
  T extends readonly Token[],
  L extends readonly Word[],
  R extends readonly Word[],
  K extends string,
  X = Exclude<K, Exclude<L[number] | R[number], '...'>>,
> = [X] extends [never]
  ? FirstWord<F extends 'repeat' ? R : [], string, L[number] | K> extends infer W extends string
    ? `${F}: '${P}': the size of '${W}' is not given: write { ${W}: 2 }`
    : OpenGroup<T, K> extends readonly [infer U extends string, infer V extends string]
      ? `${F}: '${P}': the sizes of '${U}' and '${V}' are unknown: give one of them, as { ${U}: 2 }`
      : undefined
  : `${F}: '${P}' has no axis '${X & string}', whose size is given`;
