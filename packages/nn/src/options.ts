/**
 * Options that are none, in types: the words of `checkKnown`.
 */
import type { Typed } from '@cotangent/core/primitives';
import type { Initialized } from './layer.ts';

/** What is no record of options. */
type NoRecord =
  | readonly unknown[]
  | ((...given: never) => unknown)
  | string
  | number
  | bigint
  | symbol
  | boolean
  | null
  | Typed
  | Initialized;

/** Why `G` are no options of `F`: it is no object, or holds an option that is none of `N`; in words `Names` what there are. */
export type NoOptions<F extends string, N extends string, Names extends string, G> = G extends NoRecord
  ? `${F}: the options are an object of ${Names}`
  : {
      [K in Exclude<keyof G & string, N>]: `${F}: ${K} is no option: the options are ${Names}`;
    }[Exclude<keyof G & string, N>];

/** An option as it was given. */
export type OptionOf<G, K extends string> = K extends keyof G ? G[K] : undefined;
