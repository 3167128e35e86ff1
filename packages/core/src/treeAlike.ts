/**
 * Whether one tree is like another: the same structure, shapes and dtypes.
 */
import type { DType } from './dtype.ts';
import type { Box, Equal, Shape, Show, Told } from './shape/dims.ts';
import type { At, Holds, NameOf } from './treeChecks.ts';
import type { Leaf } from './treeTypes.ts';

/** `Got` where it is like `Want`, otherwise where they differ. */
export type Alike<Why extends string, Got, Want, F extends string, Path extends string, Other extends string> = Faultless<
  Why,
  Got,
  Differences<Got, Want, Path, Other>,
  F
>;

/**
 * `T` where there is no message `M`, otherwise the message.
 *
 * Where type parameters leave that open, the checker refuses every argument and prints this type by its name, with `_Why` first.
 * The message is an argument, and inferred once more, for the checker's sake: otherwise it would compute it anew for what it does not
 * know yet, and not come to an end.
 */
export type Faultless<_Why extends string, T, M, F extends string> = [M] extends [never]
  ? T
  : [M] extends [infer N]
    ? Told<T, Worded<N, F>>
    : never;

type Worded<M, F extends string> = M extends string ? `${F}: ${M}` : never;

/** What differs, where something does. */
export type Differences<Got, Want, Path extends string, Other extends string> =
  Box<Got> extends Box<Want>
    ? never
    : Got extends Leaf
      ? Want extends Leaf
        ? LeafDifference<Got, Want, Path, Other>
        : OtherKind<Got, Want, Path, Other>
      : Want extends Leaf
        ? OtherKind<Got, Want, Path, Other>
        : Got extends readonly unknown[]
          ? Want extends readonly unknown[]
            ? ListDifferences<Got, Want, Path, Other>
            : OtherKind<Got, Want, Path, Other>
          : Want extends readonly unknown[]
            ? OtherKind<Got, Want, Path, Other>
            : Got extends object
              ? RecordDifferences<Got, Want, Path, Other>
              : OtherKind<Got, Want, Path, Other>;

type LeafDifference<Got, Want, Path extends string, Other extends string> = [Got, Want] extends [
  { readonly shape: infer S; readonly dtype: infer D },
  { readonly shape: infer T; readonly dtype: infer E },
]
  ? Equal<[S, D], [T, E]> extends true
    ? never
    : `${Path} is ${ShowLeaf<Got>}, not ${ShowLeaf<Want>} as ${Other}`
  : never;

/** A tensor as messages print it: `f32[batch, 10]`. */
export type ShowLeaf<T> = T extends { readonly shape: infer S extends Shape; readonly dtype: infer D extends DType }
  ? `${D}${Show<S>}`
  : 'a tensor';

type ListDifferences<
  Got extends readonly unknown[],
  Want extends readonly unknown[],
  Path extends string,
  Other extends string,
> = [Got['length'], Want['length']] extends [infer N, infer M]
  ? Equal<N, M> extends true
    ? number extends Got['length']
      ? Differences<Got[number], Want[number], `${Path}[0]`, `${Other}[0]`>
      : {
          [K in keyof Got & `${number}`]: Differences<Got[K], Want[K & keyof Want], `${Path}[${K}]`, `${Other}[${K}]`>;
        }[keyof Got & `${number}`]
    : OtherKind<Got, Want, Path, Other>
  : never;

type RecordDifferences<Got, Want, Path extends string, Other extends string> =
  | { [K in Exclude<keyof Want, keyof Got> & string]: `${Path} has no field '${K}', which ${Other} has` }[Exclude<
      keyof Want,
      keyof Got
    > &
      string]
  | {
      [K in keyof Got & string]-?: K extends keyof Want
        ? Differences<Got[K], Want[K], At<Path, K>, At<Other, K>>
        : `${Path} has a field '${K}', which ${Other} has not`;
    }[keyof Got & string];

type OtherKind<Got, Want, Path extends string, Other extends string> =
  KindOf<Got> extends `a ${'tensor' | 'record' | `list of ${string}`}`
    ? `${Path} is ${KindOf<Got>}, and ${Other} is ${KindOf<Want>}`
    : `${Path} is ${KindOf<Got>}: ${Holds}`;

/** What a value is, as messages say it. */
export type KindOf<T> = T extends Leaf
  ? 'a tensor'
  : T extends readonly unknown[]
    ? `a list of ${T['length']}`
    : T extends (...args: never) => unknown
      ? 'a function'
      : T extends object
        ? 'a record'
        : NameOf<T>;
