/**
 * Arguments and options that may be left out, where that decides about types.
 *
 * Left out and given make different types, so what may be either is refused: `axis?: 0` is no 0. The checker hides it: of a parameter marked by
 * `?`, and of a field, it takes `undefined` off what it is given before it infers. So these arguments may be `void`, which can be left out as well, and what stands there
 * is inferred a second time, whole, at a type parameter of its own, `G`.
 */
import type { Co, Fails, Mark, Refusal } from './dims.ts';
import type { MayBeMissing, Several } from './single.ts';

/** An argument that may be left out, or `undefined` alone; `G` is what is given. */
export type Optional<T, G = never> = T | (G extends undefined ? G : never) | void;

/** A dtype that may be left out. Beside what is none, the checker prints this type by its name, with `_Why`. */
export type DTypeOr<_Why extends string, D> = D | void;

/** The same of one that may not: it stands beside what nothing is, which keeps the name. */
export type DTypeIn<_Why extends string, D> = D | Refusal<never>;

/** Why what is none of the dtypes in a list is refused. */
export type OtherDType<
  F extends string,
  List extends string = 'f32, f64, i32, u32, bool',
> = `${F}: the dtype is not one of ${List}`;

/** An axis, or the default when it is left out. */
export type Or<I, Default extends number> = [I] extends [number] ? I : Default;

/** An answer about an axis that is there, or left out. */
export type Given<F extends string, I, R> = [I] extends [number] ? R : [I] extends [undefined] ? R : Fails<NotOneAxis<F>>;

/** Why what is no axis is refused, and what may be one or none: of the first the checker says no more than that it is the second. */
export type NotOneAxis<F extends string> = `${F}: expected one axis or none, written in place or \`as const\``;

/** An option that is true or false, or why it is refused: it may be either, or is neither. */
export type OneFlag<F extends string, Name extends string, K extends boolean> = [boolean] extends [K]
  ? EitherFlag<F, Name, K>
  : K;

/** The second half of the question keeps it open until `F` is known. */
type EitherFlag<F extends string, Name extends string, K extends boolean> = [Co<Mark<K>['valueOf']>, Co<F>] extends [
  Co<'generic'>,
  Co<string>,
]
  ? K
  : `${F}: ${Name} is either true or false: give one, or branch on it`;

/**
 * That options hold `Name`, found to be `V`, unless it is what it would be anyway; and that there are options, which are given as `G`.
 *
 * What may be one of several is refused elsewhere, or is as true when it is missing.
 */
export type Decided<F extends string, Name extends string, V, Default, G = object> = [V] extends [Default]
  ? unknown
  : [Several<V>] extends [never]
    ? [G] extends [object]
      ? Needed<MayBeMissing<F, Name>, Name, V>
      : MayBeMissing<F, Name>
    : unknown;

/** That an option is there. `_Why` is printed where it is not. */
type Needed<_Why extends string, Name extends string, V> = { readonly [K in Name]: V };
