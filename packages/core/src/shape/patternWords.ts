/**
 * What patterns of axes are made of.
 */

/** The name of an axis, its size, or `'...'`. */
export type Word = string | number;

/** What stands for an axis: a word, or several in parentheses; none, `()` or `1`, for an axis of size 1. */
export type Token = Word | readonly Word[];

/** The functions that take patterns. */
export type PatternFunction = 'rearrange' | 'reduce' | 'repeat';

/** The first name that stands a second time, or `undefined`. */
export type Twice<W extends readonly unknown[]> = W extends readonly [infer H, ...infer Rest]
  ? H extends string & Rest[number]
    ? H
    : Twice<Rest>
  : undefined;
