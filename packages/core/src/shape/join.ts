/**
 * Joining tensors along an axis they have, or along a new one.
 */
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type { About, Box, Co, Dim, Equal, Fails, Fits, NoTensor, Quiet, Shape, Show, Typed } from './dims.ts';
import type { Plus } from './names.ts';
import type { Insert } from './rearrange.ts';
import type { SumOf } from './terms.ts';

/** The shape of tensors joined along axis `I`; an answer for each of the tensors that an element may be. */
export type Concatenate<T extends readonly unknown[], I extends number> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? H extends unknown
    ? CutAt<H['shape'], I> extends Cut<infer Before, infer At, infer After>
      ? Append<H['shape'], Rest, I, Before, At, After>
      : Quiet<H['shape'], Fails<AxisMessage<'concatenate', H['shape'], I>>>
    : never
  : Fails<NoTensors<'concatenate', T>, Shape>;

/**
 * What is wrong with a list of tensors, or with the rest of one, that does not begin with a tensor. Nothing is known of what would be made of it,
 * which an `any` is inferred as too.
 */
type NoTensors<F extends string, T extends readonly unknown[]> = T extends readonly [infer H, ...unknown[]]
  ? NoTensor<F, H>
  : `${F}: there is no list of tensors, or their number is unknown`;

/** Why what is not one axis behind a list is refused, and tensors that are no list. */
export type NoList<F extends string> = `${F}: expected a list of tensors, and one axis or none: ${F}([x, y], 0)`;

/** `M`, a message of `F` about two shapes. */
type AboutEither<F extends string, S extends Shape, T extends Shape, M> = About<F, S, About<F, T, M>>;

/** `S` is the first shape, cut into `Before`, what has been joined so far, and `After`. How long an `any` is, which passes, nobody knows. */
type Append<
  S extends Shape,
  T extends readonly unknown[],
  I extends number,
  Before extends Shape,
  D extends Dim,
  After extends Shape,
> = T extends readonly [infer H extends Typed, ...infer Rest]
  ? H extends unknown
    ? unknown extends H
      ? OfUnknownLength<Append<S, Rest, I, Before, D, After>>
      : Box<H['shape']> extends Box<[...Before, infer At extends Dim, ...After]>
        ? Append<S, Rest, I, Before, Plus<D, At>, After>
        : Quiet<
            S | H['shape'],
            Fails<
              AboutEither<'concatenate', S, H['shape'], `concatenate: ${Show<S>} and ${Show<H['shape']>} differ beside axis ${I}`>
            >
          >
    : never
  : T extends readonly []
    ? [I, Co<Co<'\0'> extends Co<D> ? 1 : 0>] extends [unknown, Co<0>]
      ? Fits<[...Before, D, ...After]>
      : Fits<[...Before, SumOf<I, [D]>, ...After]>
    : Fails<NoTensors<'concatenate', T>, Shape>;

type OfUnknownLength<R> = R extends Fits<infer _> ? Fits<Shape> : R;

/** The shape of equal tensors stacked along a new axis `I`; an answer for each of the tensors that an element may be. */
export type Stack<T extends readonly unknown[], I extends number> = T extends readonly [infer H extends Typed, ...infer Rest]
  ? H extends unknown
    ? Alike<H['shape'], Rest, I, T['length']>
    : never
  : Fails<NoTensors<'stack', T>, Shape>;

/** `N` tensors of shape `S` stacked, when those of the rest `T` are of that shape. */
type Alike<S extends Shape, T extends readonly unknown[], I extends number, N extends number> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? H extends unknown
    ? Equal<S, H['shape']> extends true
      ? Alike<S, Rest, I, N>
      : Fails<AboutEither<'stack', S, H['shape'], `stack: shapes differ, ${Show<S>} and ${Show<H['shape']>}`>>
    : never
  : T extends readonly []
    ? Insert<'stack', S, I, N>
    : Fails<NoTensors<'stack', T>, Shape>;
