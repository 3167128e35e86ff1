/**
 * An ellipsis in the text of a shape: it stands for the dimensions that are not named.
 */
import type { Box, Dim, Pop, Shape, Shift } from './dims.ts';

/** A shape cut into the dimensions beside an ellipsis and those under it. */
export interface Parted<out Beside extends Shape = Shape, out Under extends Shape = Shape> {
  readonly shape: Beside;
  readonly under: Under;
}

/** A shape with a dimension for each of `A` at its front and of `Z` at its end; `undefined` when it has too few. */
export type Part<
  A extends readonly unknown[],
  Z extends readonly unknown[],
  S extends Shape,
  Front extends Shape = [],
  Back extends Shape = [],
> = A extends readonly [unknown, ...infer Rest]
  ? Shift<S> extends [infer D extends Dim, infer T extends Shape]
    ? Part<Rest, Z, T, [...Front, D], Back>
    : undefined
  : Z extends readonly [unknown, unknown]
    ? Box<S> extends Box<[...infer T extends Shape, infer D extends Dim, infer E extends Dim]>
      ? Parted<[...Front, D, E, ...Back], T>
      : undefined
    : Z extends readonly [unknown, unknown, unknown]
      ? Box<S> extends Box<[...infer T extends Shape, infer C extends Dim, infer D extends Dim, infer E extends Dim]>
        ? Parted<[...Front, C, D, E, ...Back], T>
        : undefined
      : Z extends readonly [unknown, ...infer Rest]
        ? Pop<S> extends [infer T extends Shape, infer D extends Dim]
          ? Part<A, Rest, T, Front, [D, ...Back]>
          : undefined
        : Parted<[...Front, ...Back], S>;
