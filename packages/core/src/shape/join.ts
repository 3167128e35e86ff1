/**
 * Joining tensors along an axis they have, or along a new one.
 */
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type {
  About,
  Box,
  CannotTell,
  Co,
  Dim,
  Equal,
  Fails,
  Fits,
  NoTensor,
  Pop,
  Quiet,
  Ranked,
  Shape,
  Shift,
  Show,
  Typed,
} from './dims.ts';
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
  : `${F}: there is no list of tensors, or their number is unknown: write it in place, [x, y], or \`as const\``;

/** Why what is not one axis behind a list is refused, and tensors that are no list. */
export type NoList<F extends string> = `${F}: expected a list of tensors, and one axis or none: ${F}([x, y], 0)`;

/** That type parameters leave open whether tensors can be joined. */
type WhetherTogether<F extends string, S extends Shape, T extends Shape> = CannotTell<
  F,
  `${Show<S>} and ${Show<T>} fit together`
>;

/** `M`, a message of `F` about two shapes. */
type AboutEither<F extends string, S extends Shape, T extends Shape, M> = About<F, S, About<F, T, M>>;

/**
 * `M`, that shapes differ, where they do in a dimension or in how many they have, counted from either end; `'\0'` in the first stands for any dimension.
 * Otherwise that it is up to generic dimensions, `K`; of a shape that is nothing else the question stays open.
 */
export type Unlike<S extends Shape, T extends Shape, M extends string, K extends string> =
  Co<S | T> extends Co<Ranked>
    ? Fails<M>
    : Pop<S> extends [infer R extends Shape, infer D extends Dim]
      ? Pop<T> extends [infer Q extends Shape, infer E extends Dim]
        ? Box<D> extends Box<'\0'> | Box<E>
          ? Unlike<R, Q, M, K>
          : Fails<M>
        : UnlikeInFront<S, T, M, K>
      : UnlikeInFront<S, T, M, K>;

/** The same of shapes of which one does not end in a dimension. */
type UnlikeInFront<S extends Shape, T extends Shape, M extends string, K extends string> =
  Shift<S> extends [infer D extends Dim, infer R extends Shape]
    ? Shift<T> extends [infer E extends Dim, infer Q extends Shape]
      ? Box<D> extends Box<'\0'> | Box<E>
        ? Unlike<R, Q, M, K>
        : Fails<M>
      : Fails<Co<[]> extends Co<S | T> ? M : K>
    : Fails<Co<[]> extends Co<S | T> ? M : K>;

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
            Unlike<
              [...Before, '\0', ...After],
              H['shape'],
              AboutEither<
                'concatenate',
                S,
                H['shape'],
                `concatenate: ${Show<S>} and ${Show<H['shape']>} differ beside axis ${I}`
              >,
              AboutEither<'concatenate', S, H['shape'], WhetherTogether<'concatenate', S, H['shape']>>
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
      : Unlike<
          S,
          H['shape'],
          AboutEither<'stack', S, H['shape'], `stack: shapes differ, ${Show<S>} and ${Show<H['shape']>}`>,
          AboutEither<'stack', S, H['shape'], WhetherTogether<'stack', S, H['shape']>>
        >
    : never
  : T extends readonly []
    ? Insert<'stack', S, I, N>
    : Fails<NoTensors<'stack', T>, Shape>;
