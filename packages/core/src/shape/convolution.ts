/**
 * Convolutions: `[...B, in, ...spatial] x [out, in / groups, ...window] -> [...B, out, ...windows]`.
 */
import type { About, Box, Co, Dim, Fails, Fits, Mark, NoResult, Pop, Shape, Show, TooFew, UnknownOf } from './dims.ts';
import type { DividedBy, Times } from './names.ts';
import type { Nonsense } from './slidingOptions.ts';
import type { NoWindows, Slid, Slide, Sliding } from './window.ts';

/** How many axes kernels slide over, by how many they have. */
export interface SlidingAxes {
  readonly [rank: number]: number;
  readonly 3: 1;
  readonly 4: 2;
  readonly 5: 3;
}

/**
 * Whether `K` are kernels, for an input in `G` groups.
 *
 * Whether the window is empty has the answer no for type parameters, which may be all that there is, -1 among it: who is generic in the size of a
 * window means one that has elements. `G` keeps the question open until all are known.
 */
export type IsKernel<K extends Shape, G> =
  Box<K> extends Box<'\0'>
    ? Fits<NoResult>
    : K extends readonly [infer _Out extends Dim, infer _In extends Dim, ...infer W extends Shape]
      ? W['length'] extends 1 | 2 | 3
        ? [G, Co<0>, Co<Co<-1> extends Co<W[number]> ? 0 : 1>] extends [unknown, Co<W[number]>, Co<1>]
          ? Fails<`conv: the window of kernel ${Show<K>} is empty`>
          : Fits<[]>
        : Fails<NoKernel<K>, UnknownOf<K>>
      : Fails<NoKernel<K>, UnknownOf<K>>;

/** No answer about a kernel, whatever its dtype, since the options make no sense, which they are refused for themselves. */
interface Unasked {
  readonly ok: undefined;
  readonly shape: NoResult;
  readonly message: never;
}

/**
 * The shape of the convolution of `S` with kernels `K` that slide by `O`, in `G` groups; none, but no objection, when the options make no sense.
 *
 * Whether the window is empty is asked as in `IsKernel`.
 */
export type Conv<S extends Shape, K extends Shape, O extends Sliding, G> =
  Box<S | K> extends Box<'\0'>
    ? Fits<NoResult>
    : K extends readonly [infer Out extends Dim, infer In extends Dim, ...infer W extends Shape]
      ? [G, Co<0>, Co<Co<-1> extends Co<W[number]> ? 0 : 1>] extends [unknown, Co<W[number]>, Co<1>]
        ? W['length'] extends 1 | 2 | 3
          ? Fails<`conv: the window of kernel ${Show<K>} is empty`>
          : Fails<NoKernel<K>, UnknownOf<K>>
        : [Nonsense<'conv', O, G, W['length']>] extends [never]
          ? Slide<S, [Channels<In, G>], W, O> extends Slid<infer B, infer N>
            ? Divided<Out, G> extends true
              ? Fits<[...B, Out, ...N]>
              : Fails<`conv: kernel ${Show<K>} does not divide into ${G & Dim} groups: ${Out} kernels`>
            : Fails<NoConv<S, K, W, O, Channels<In, G>, G>>
          : W['length'] extends 1 | 2 | 3
            ? Unasked
            : Fails<NoKernel<K>, UnknownOf<K>>
      : Fails<NoKernel<K>, UnknownOf<K>>;

/** The channels of an input, by those that a kernel sees. */
type Channels<In extends Dim, G> = G extends 1 ? In : Times<In, G & Dim>;

/** Whether kernels make groups. */
type Divided<Out extends Dim, G> = G extends 1 ? true : DividedBy<Out, G & Dim> extends Dim ? true : false;

/** Why a kernel does not slide over `S`, which it would if there were `C` channels. */
type NoConv<S extends Shape, K extends Shape, W extends Shape, O extends Sliding, C extends Dim, G> =
  Slide<S, [C], W, O> extends infer Y
    ? Y extends 'other'
      ? Slide<S, [], W, O> extends { readonly before: infer B extends Shape }
        ? [G, Co<Mark<B>['length']>] extends [unknown, Co<'generic'>]
          ? NoAxes<S, K, W>
          : Pop<B> extends [infer _ extends Shape, infer D extends Dim]
            ? `conv: channels differ, ${Show<S>} x ${Show<K>}${G extends 1 ? '' : ` in ${G & Dim} groups`}: ${D} vs ${C}`
            : NoAxes<S, K, W>
        : NoAxes<S, K, W>
      : Y extends 'rank'
        ? NoKernel<K>
        : NoWindows<'conv', 'kernel', Show<K>, Show<S>, Y, W, O>
    : never;

type NoAxes<S extends Shape, K extends Shape, W extends Shape> = About<
  'conv',
  S,
  TooFew<
    'conv',
    S,
    `kernel ${Show<K>} fits ${Show<S>}`,
    `conv: ${Show<S>} has too few axes for kernel ${Show<K>}: it needs one of channels and ${W['length']} behind it`
  >
>;

type NoKernel<K extends Shape> = About<'conv', K, `conv: the kernel needs 3 to 5 axes, [out, in, ...window], got ${Show<K>}`>;
