/**
 * Whether a tensor has one element.
 */
import type { Co, Dim, Shape, Show } from './dims.ts';
import type { Product } from './names.ts';

/**
 * What a tensor must be for its single element to be read: anything, or why it has more, or none.
 *
 * Only a size that is written down can tell; a name, and a type parameter, may be 1. `S` keeps the question open until the tensor is known.
 */
export type Alone<S extends Shape> = [S, Co<Crowded<S[number]>>] extends [unknown, Co<1>] ? NotAlone<S> : unknown;

/** The same words of a readonly tuple, so that of two such shapes it is not this in which they differ. */
type NotAlone<S extends Shape> = S extends readonly [...infer T extends Shape]
  ? `item: ${Show<T>} has ${Product<T>} elements, not one: use toArray`
  : never;

/** 1 when one of the dimensions is another number than 1. */
type Crowded<N extends Dim> = Co<N> extends Co<string | 1> ? 0 : number extends N ? 0 : 1;
