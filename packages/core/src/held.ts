/**
 * Which numbers and booleans a dtype holds, for types: the twin of `elements.ts`. What is only known to be a `number` is left to run time.
 *
 * A table indexed by the dtype decides inside generic bodies too.
 */
import type { Described } from './described.ts';
import type { DType } from './dtype.ts';
import type { Expected } from './elements.ts';
import type { AtMost } from './shape/arithmetic.ts';
import type { Refusal } from './shape/dims.ts';

/** The members of `V` that are no elements of a dtype. Infinities and numbers beyond `f32` are not told apart. */
export interface NoElements<V> {
  readonly f32: Exclude<V, number>;
  readonly f64: Exclude<V, number>;
  readonly i32: Exclude<V, number> | NoInteger<V, 2147483648, 2147483647>;
  readonly u32: Exclude<V, number> | NoInteger<V, 0, 4294967295>;
  readonly bool: NoBoolean<V>;
}

type NoBoolean<V> = V extends boolean | 0 | 1 ? never : number extends V ? never : V;

/** Integers are compared only where they have ten characters: smaller ones lie between all bounds but 0. */
type NoInteger<V, Least extends number, Most extends number> = V extends number
  ? number extends V
    ? never
    : `${V}` extends `${string}.${string}` | `${string}e${string}`
      ? V
      : `${V}` extends `-${infer N extends number}`
        ? Least extends 0
          ? N extends 0
            ? never
            : V
          : TooLarge<N, Least, V>
        : TooLarge<V, Most, V>
  : never;

type TooLarge<N extends number, Most extends number, V> = `${N}` extends TenCharacters
  ? AtMost<N, Most> extends true
    ? never
    : V
  : never;

type TenCharacters = `${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}`;

/** What to do about a value that is no element. */
type ElementFix<V, D> = V extends boolean
  ? "write 1 and 0, or use dtype 'bool'"
  : V extends number
    ? NumberFix<V, D>
    : V extends null | undefined
      ? 'fill in missing values, with NaN in f32 and f64'
      : D extends 'bool'
        ? 'turn it into a boolean first'
        : V extends string | bigint
          ? 'convert it first, with Number(...)'
          : 'put a number there';

type NumberFix<V extends number, D> = D extends 'bool'
  ? 'compare it first, as in x !== 0'
  : `${V}` extends `${string}e+${string}`
    ? Larger
    : `${V}` extends `${string}.${string}` | `${string}e${string}`
      ? "round it first, or use dtype 'f32' or 'f64'"
      : Larger;

type Larger = "use a dtype that holds it, such as 'f64'";

type Message<Where extends string, V, D extends DType, For extends string> = V extends unknown
  ? `${Where}: expected ${Expected[D]}${For}, found ${Described<V>}: ${ElementFix<V, D>}`
  : never;

type Said<F extends string, U, D extends DType> = [U] extends [never] ? unknown : Refusal<Message<F, U, D, ` for ${D}`>>;

/** For each dtype `unknown`, which accepts everything, where it holds `V`, otherwise why `F` refuses it. */
export interface Held<F extends string, V> {
  readonly f32: Said<F, NoElements<V>['f32'], 'f32'>;
  readonly f64: Said<F, NoElements<V>['f64'], 'f64'>;
  readonly i32: Said<F, NoElements<V>['i32'], 'i32'>;
  readonly u32: Said<F, NoElements<V>['u32'], 'u32'>;
  readonly bool: Said<F, NoElements<V>['bool'], 'bool'>;
}

/** A value that a dtype holds, or why `F` refuses it. (What is missing is no part of an intersection.) */
export type HeldValue<F extends string, V, D extends DType> = [V] extends [null | undefined]
  ? Message<F, V, D, ` for ${D}`>
  : V & Held<F, V>[D];

/** The elements of nested arrays. */
type ElementsOf<T> = T extends readonly unknown[] ? ElementsOf<T[number]> : T;

type SaidOf<T, U, D extends DType> = [U] extends [never] ? unknown : Refusal<FirstFault<T, D, 'tensor: data'>>;

/** The message about the first element that a dtype does not hold. */
type FirstFault<T, D extends DType, Path extends string> = T extends readonly unknown[]
  ? RowFault<T, D, Path>
  : NoElements<T>[D] extends never
    ? undefined
    : Message<Path, T, D, ''>;

type RowFault<T, D extends DType, Path extends string, Before extends readonly unknown[] = []> = T extends readonly [
  infer First,
  ...infer Rest,
]
  ? FirstFault<First, D, `${Path}[${Before['length']}]`> extends infer M
    ? M extends string
      ? M
      : RowFault<Rest, D, Path, [...Before, 0]>
    : never
  : undefined;

/** The same for all elements of nested arrays, with the place of the first that a dtype does not hold. */
export interface AllHeld<T> {
  readonly f32: SaidOf<T, NoElements<ElementsOf<T>>['f32'], 'f32'>;
  readonly f64: SaidOf<T, NoElements<ElementsOf<T>>['f64'], 'f64'>;
  readonly i32: SaidOf<T, NoElements<ElementsOf<T>>['i32'], 'i32'>;
  readonly u32: SaidOf<T, NoElements<ElementsOf<T>>['u32'], 'u32'>;
  readonly bool: SaidOf<T, NoElements<ElementsOf<T>>['bool'], 'bool'>;
}
