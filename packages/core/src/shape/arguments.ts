/**
 * Shapes that users write: arrays of literal sizes and of tokens from `dim(name, size)` or `x.dim(axis)`.
 */
import type { Axis, Dimension } from '../dim.ts';
import type { Co, Dim, Shape } from './dims.ts';

/** A shape as an argument. */
export type ShapeArgument = readonly Axis[];

/** The dimension that an axis of a shape argument stands for. */
export type DimOf<A> = A extends Dimension<infer N> ? N : A extends number ? A : never;

/** The shape that a shape argument stands for. */
export type ShapeOf<A extends ShapeArgument, R extends Shape = []> = A extends readonly [infer H, ...infer T extends ShapeArgument]
  ? ShapeOf<T, [...R, DimOf<H>]>
  : R;

/**
 * A shape argument, or, at the axis at fault, why it is refused: a plain `number` says nothing about the size, and a plain
 * `string` nothing about the name.
 */
export type ShapeCheck<F extends string, A extends ShapeArgument> = number extends A['length']
  ? `${F}: the rank is not known: write the shape in place, or \`as const\``
  : { readonly [I in keyof A]: Literal<F, A[I]> };

type Literal<F extends string, A> = A extends Dimension<infer N>
  ? Co<string> extends Co<N>
    ? `${F}: the name is a \`string\`, not a literal: write dim('name', size)`
    : Co<number> extends Co<N>
      ? `${F}: the size is a \`number\`, not a literal: name it with dim('name', size)`
      : A
  : Co<number> extends Co<A>
    ? `${F}: the size is a \`number\`, not a literal: write it in place, or name it with dim('name', size)`
    : A;
