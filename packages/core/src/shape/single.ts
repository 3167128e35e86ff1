/**
 * Arguments that must be known in full: one literal, not one of several; a list of so many, not of some.
 *
 * `0 | 1` and `0 | undefined` are both true of what a program gives, and say nothing of the shape that it gets. Where each of the values
 * makes the same shape, any may be given. Where they make different ones the call is refused: a result of the type
 * `Tensor<[3] | [4]>` could be added to another of the same type and another shape.
 */

/** `true` when `T` is a union, `never` when it is a single type. */
export type Several<T, U = T> = T extends unknown ? (U extends T ? never : true) : never;

/** An argument that is one, or why it is refused. */
export type One<F extends string, What extends string, T> = [Several<T>] extends [never] ? T : OneOf<F, What>;

/** What is open in a list: which of several it is, how many entries it has, or which of several one of them is; `never` when nothing is. */
export type Open<L extends readonly unknown[], All = L> = L extends unknown
  ? [All] extends [L]
    ? number extends L['length']
      ? true
      : Several<L['length']> | { [I in keyof L]: Several<L[I]> }[number]
    : true
  : never;

/** Why an argument is refused that may be one of several. */
export type OneOf<F extends string, What extends string> = `${F}: ${What} may be one of several: give one, or branch on it`;

/** Why arguments are refused that make one shape or another. */
export type SeveralShapes<Why extends string> = OneOf<NameIn<Why>, 'the shape of the result'>;

/** Why a list is refused of which it is not known how long it is. */
export type Unlisted<
  F extends string,
  What extends string,
> = `${F}: the number of ${What} is unknown: write the list in place, or \`as const\``;

/** The same of what may be no list at all: of that the checker says no more than of a list of which nothing is known. */
export type NotListed<F extends string, What extends string, L extends readonly unknown[]> = readonly number[] extends L
  ? `${F}: expected a list of ${What}, written in place or \`as const\``
  : Unlisted<F, What>;

/** Why an option is refused that may be there or not, where that decides about types. */
export type MayBeMissing<F extends string, What extends string> = `${F}: ${What} may be missing: give it, or branch on it`;

type NameIn<Why extends string> = Why extends `${infer F}:${string}` ? F : never;
