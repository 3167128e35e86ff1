/**
 * Reductions of windows: `[...B, ...spatial] -> [...B, ...windows]`.
 */
import type { About, Box, Fails, Fits, NoResult, Shape, Show, ShowList, TooFew } from './dims.ts';
import type { IsOne, Nonsense, NotWindow, NoWindow } from './slidingOptions.ts';
import type { NoWindows, Slid, Slide, Sliding } from './window.ts';

/** Whether `W` are the sizes of a window. */
export type IsWindow<F extends string, W extends readonly unknown[]> = [NotWindow<F, W>] extends [never]
  ? Fits<[]>
  : Fails<NotWindow<F, W>>;

/**
 * The shape of windows `W` over the last axes of `S`, sliding by `O`; none, but no objection, when the options make no sense.
 *
 * The first question has the answer no for all that a window can be: so the checker, when it wonders what a window that it has not inferred yet
 * could come to, does not try its arithmetic on it.
 */
export type Pool<F extends string, S extends Shape, W, O extends Sliding, All = W> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : W extends readonly [number, ...number[]]
      ? [IsOne<All>] extends [true]
        ? [NotWindow<F, W>] extends [never]
          ? [Nonsense<F, O, 1, W['length']>] extends [never]
            ? Slide<S, [], W, O> extends Slid<infer B, infer N>
              ? Fits<[...B, ...N]>
              : Fails<NoPool<F, S, W, O, Slide<S, [], W, O>>>
            : Fits<NoResult>
          : Fails<NotWindow<F, W>, 0 extends 1 & W ? Shape : NoResult>
        : Fails<`${F}: the window may be one of several: give one, or branch on it`>
      : Fails<W extends readonly unknown[] ? NotWindow<F, W> : NoWindow<F>, 0 extends 1 & W ? Shape : NoResult>;

type NoPool<F extends string, S extends Shape, W extends readonly number[], O extends Sliding, Y> = Y extends 'other'
  ? About<
      F,
      S,
      TooFew<F, S, `window ${ShowList<W>} fits ${Show<S>}`, `${F}: ${Show<S>} has fewer axes than window ${ShowList<W>}`>
    >
  : NoWindows<F, 'window', ShowList<W>, Show<S>, Y, W, O>;
