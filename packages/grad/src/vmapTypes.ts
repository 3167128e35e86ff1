/**
 * The types of batched functions.
 */
import type { Dim, DType, Shape, Tensor } from '@cotangent/core';
import type {
  At,
  CannotTell,
  Co,
  DimAt,
  Equal,
  Faultless,
  Leaf,
  NothingKnown,
  Precedes,
  Several,
  ShowList,
  Told,
} from '@cotangent/core/primitives';
import type { AxesIn, EachBlamed, OneBatch } from './vmapMisfit.ts';

/** Where a tree has its batch axis: a position for all its tensors, `null` for none, or one of these for each part of it. */
export type BatchAxes = number | null | readonly BatchAxes[] | { readonly [name: string]: BatchAxes };

type InsertFront<S extends Shape, I extends number, N extends Dim, Before extends Shape = []> = Before['length'] extends I
  ? [...Before, N, ...S]
  : S extends readonly [infer D extends Dim, ...infer Rest extends Shape]
    ? InsertFront<Rest, I, N, [...Before, D]>
    : never;

/** `I` is the axis without its sign, so one more than the number of dimensions after it. */
type InsertBack<S extends Shape, I extends number, N extends Dim, After extends Shape = []> = [N, ...After]['length'] extends I
  ? [...S, N, ...After]
  : S extends readonly [...infer Rest extends Shape, infer D extends Dim]
    ? InsertBack<Rest, I, N, [D, ...After]>
    : never;

/** A shape with a further dimension at a position of the result. */
export type Insert<S extends Shape, I extends number, N extends Dim> = I extends 0
  ? [N, ...S]
  : `${I}` extends `-${infer J extends number}`
    ? InsertBack<S, J, N>
    : InsertFront<S, I, N>;

type InsertAll<T, I extends number, N extends Dim> =
  T extends Tensor<infer S extends Shape, infer D extends DType>
    ? Inserted<Insert<S, I, N>, D>
    : T extends readonly unknown[]
      ? T[number][] extends T
        ? T extends unknown[]
          ? InsertAll<T[number], I, N>[]
          : readonly InsertAll<T[number], I, N>[]
        : { [K in keyof T]: InsertAll<T[K], I, N> }
      : { [K in keyof T]: InsertAll<T[K], I, N> };

/** Of a position that is refused where it stands nothing more is said. */
type Inserted<S extends Shape, D extends DType> = [S] extends [never] ? unknown : Tensor<S, D>;

/** The batch axes of arguments, or why they are none. */
export type InAxes<A extends readonly unknown[], I> = Faultless<
  CannotTell<'vmap', 'the arguments have the batch axes'>,
  I,
  InFault<A, I>,
  'vmap'
>;

/** The batch axes of results, or why they are none. */
export type OutAxes<R, O> = Faultless<CannotTell<'vmap', 'the result has the batch axes'>, O, OutFault<R, O>, 'vmap'>;

type OutFault<R, O> = [BatchAxes] extends [O] ? NoAxes<'out'> : AxesFault<R, O, 'result'>;

type InFault<A extends readonly unknown[], I> = [I] extends [0]
  ? never
  : [BatchAxes] extends [I]
    ? NoAxes<'in'>
    : [AxisIn<I>] extends [null]
      ? 'no argument has a batch axis: call the function itself'
      : AxesFault<A, I, 'arguments'>;

/** Of what is no batch axes the checker says no more than that. */
type NoAxes<Name extends string> = `option ${Name} is neither a batch axis, a number or null, nor a list or record of these`;

/** All positions in a tree of batch axes. */
type AxisIn<I> = I extends number | null | undefined
  ? I
  : I extends readonly unknown[]
    ? AxisIn<I[number]>
    : { [K in keyof I]: AxisIn<I[K]> }[keyof I];

/**
 * Where batch axes do not say where they are in each tensor of a tree; `never` where they do.
 *
 * They pass beside a tree that the checker does not know yet: it looks at axes before it looks at a function that a call gives.
 */
type AxesFault<T, I, Path extends string> = [I] extends [0]
  ? never
  : [I] extends [null]
    ? never
    : [Several<I>] extends [never]
      ? I extends number
        ? Co<number> extends Co<I>
          ? `the batch axis of ${Path} is a \`number\`, not a literal`
          : AxisFault<T, I, Path>
        : TreeFault<T, I, Path>
      : undefined extends I
        ? NeedsAxis<Path>
        : `the batch axis of ${Path} may be one of several: give one, or branch on it`;

type TreeFault<T, I, Path extends string> = T extends Leaf
  ? NeedsAxis<Path>
  : T extends readonly unknown[]
    ? ListFault<T, I, Path>
    : T extends object
      ? I extends readonly unknown[]
        ? `${Path} is a record and needs a record of batch axes`
        : RecordFault<T, I, Path>
      : never;

type ListFault<T extends readonly unknown[], I, Path extends string> = number extends T['length']
  ? unknown extends T[number]
    ? never
    : I extends readonly unknown[]
      ? `${Path} has no length that types know: give one batch axis for all of it`
      : NeedsList<T, Path>
  : I extends readonly unknown[]
    ? [I['length'], T['length']] extends [infer N, infer M]
      ? Equal<N, M> extends true
        ? { [K in keyof T & `${number}`]: AxesFault<T[K], I[K & keyof I], `${Path}[${K}]`> }[keyof T & `${number}`]
        : NeedsList<T, Path>
      : never
    : NeedsList<T, Path>;

type NeedsAxis<Path extends string> = `${Path} needs a batch axis: a number, or null`;
type NeedsList<
  T extends readonly unknown[],
  Path extends string,
> = `${Path} needs a list of ${T['length']} batch axes: a number or null for each, ${ListBut<T, '1', null, 0>}`;

/** A list as long as `T`, of `E` at `K` and `F` elsewhere, as messages print it. */
type ListBut<T extends readonly unknown[], K, E, F> = ShowList<{ [J in keyof T]: J extends K ? E : F }>;

type RecordFault<T, I, Path extends string> =
  | {
      [K in keyof T & string]-?: K extends keyof I ? AxesFault<T[K], I[K], At<Path, K>> : NeedsAxis<At<Path, K>>;
    }[keyof T & string]
  | {
      [K in Exclude<keyof I, keyof T> & string]: `${Path} has no field '${K}', and the batch axes have one`;
    }[Exclude<keyof I, keyof T> & string];

/** One position for all the tensors of a tree. */
type AxisFault<T, I extends number, Path extends string> = I extends 0
  ? never
  : T extends Leaf
    ? T extends Tensor<infer S extends Shape, infer _ extends DType>
      ? [Insert<S, I, 1>] extends [never]
        ? OutOfRank<S, I, Path>
        : never
      : never
    : T extends readonly unknown[]
      ? { [K in keyof T & `${number}`]: AxisFault<T[K], I, `${Path}[${K}]`> }[keyof T & `${number}`]
      : { [K in keyof T & string]-?: AxisFault<T[K], I, At<Path, K>> }[keyof T & string];

/** Of the result of a refused call, an `any`, the sentence has been said. */
type OutOfRank<S extends Shape, I extends number, Path extends string> = 0 extends 1 & S
  ? never
  : number extends S['length']
    ? NothingKnown
    : `${Path} has no axis ${I}: its rank is ${[1, ...S]['length']}`;

/**
 * A tree with a batch axis `N` at the positions `I`. Where these do not fit, which is refused where they stand, it is anything. Lists of any length are
 * put off: `Tree`, the bound of generic bodies, is a list of itself.
 */
export type Batch<T, I, N extends Dim> = I extends 0
  ? T extends Tensor<infer S extends Shape, infer D extends DType>
    ? Tensor<[N, ...S], D>
    : T extends readonly unknown[]
      ? T[number][] extends T
        ? T extends unknown[]
          ? Batch<T[number], 0, N>[]
          : readonly Batch<T[number], 0, N>[]
        : { [K in keyof T]: Batch<T[K], 0, N> }
      : { [K in keyof T]: Batch<T[K], 0, N> }
  : I extends null | undefined
    ? T
    : I extends number
      ? InsertAll<T, I, N>
      : T extends Leaf
        ? unknown
        : { [K in keyof T]: K extends keyof I ? Batch<T[K], I[K], N> : unknown };

/** A function of batches of `A`, whose result is a batch of `R`. A single tensor has no other whose batch axis could differ. */
export type Vmapped<A extends readonly unknown[], R, I, O> = A extends readonly [Leaf]
  ? <N extends Dim, X extends readonly unknown[] = BatchArguments<A, I, N>>(
      ...args: OneBatch<IsBatch, I, BatchArguments<A, I, N>, BatchArguments<A, I, N>, X>
    ) => Batch<R, O, N>
  : <N extends Dim, X extends readonly unknown[] = BatchArguments<A, I, N>>(
      ...args: Batched<OneBatchAxis, I, BatchArguments<A, I, N>, BatchArguments<A, I, N>, X>
    ) => Batch<R, O, N>;

type IsBatch = CannotTell<'vmap', 'the argument is a batch'>;

type OneBatchAxis = CannotTell<'vmap', 'the arguments have one batch axis'>;

/**
 * `Q`, arguments with their batch axis, where those that were given, `X`, fit; otherwise each of these, or what is said of its batch axes.
 *
 * What is asked about is `Q` again, as `B`, so that functions that take batched functions find their arguments.
 */
export type Batched<_Why extends string, I, B, Q extends readonly unknown[], X extends readonly unknown[]> = B extends (
  X extends Q ? unknown : never
)
  ? Q
  : [X] extends [infer Y]
    ? Differ<I, Q, Y>
    : X;

/** Each argument that was given, or what is said of its batch axes; where these agree, what is said of the arguments one by one. */
type Differ<I, B extends readonly unknown[], X> = X extends readonly [unknown, ...unknown[]]
  ? [Differing<BatchAxesOf<X, I, 'arguments'>, I, X>] extends [never]
    ? X['length'] extends B['length']
      ? EachBlamed<I, B, X>
      : B
    : Said<X, I, BatchAxesOf<X, I, 'arguments'>>
  : B;

type Said<X extends readonly unknown[], I, L> = {
  [K in keyof X]: [Differing<L, I, X, BatchAxesOf<X[K], AxesIn<I, K>, `arguments[${K & string}]`>>] extends [infer M]
    ? [M] extends [never]
      ? X[K]
      : Told<X[K], M>
    : never;
};

/** The batch axis of a tensor, and where it is. */
interface BatchAxis<Path, D> {
  readonly path: Path;
  readonly dim: D;
}

/** The batch axes of all tensors of a tree. */
type BatchAxesOf<T, I, Path extends string> = I extends null
  ? never
  : T extends Tensor<infer S extends Shape, infer _ extends DType>
    ? I extends number
      ? BatchAxis<Path, DimAt<S, I>>
      : never
    : T extends Leaf
      ? never
      : T extends readonly unknown[]
        ? { [K in keyof T & `${number}`]: BatchAxesOf<T[K], AxesIn<I, K>, `${Path}[${K}]`> }[keyof T & `${number}`]
        : T extends object
          ? { [K in keyof T & string]-?: BatchAxesOf<T[K], AxesIn<I, K>, At<Path, K>> }[keyof T & string]
          : never;

/** What is said of those of `M` that differ from one of `L` before them. */
type Differing<L, I, X extends readonly unknown[], M = L> =
  L extends BatchAxis<infer Path, infer D>
    ? M extends BatchAxis<infer Other, infer E>
      ? Precedes<Path, Other> extends true
        ? Equal<D, E> extends true
          ? never
          : `vmap: batch axes differ, ${D & Dim} in ${Path & string} and ${E & Dim} in ${Other & string}${Sharing<Path, Other, D, E, I, X>}`
        : never
      : never
    : never;

/** How an argument is shared that is no batch, as it seems: its own axes differ, or have sizes where those of another have a name. */
type Sharing<Path, Other, D, E, I, X extends readonly unknown[]> = [I, Path, Other] extends [
  infer J extends number,
  `arguments[${infer K}]${string}`,
  `arguments[${infer L}]${string}`,
]
  ? X['length'] extends 1
    ? ''
    : K extends L
      ? Shared<K, J, X>
      : [D, E] extends [number, string]
        ? Shared<K, J, X>
        : [D, E] extends [string, number]
          ? Shared<L, J, X>
          : ''
  : '';

type Shared<
  K extends string,
  I extends number,
  X extends readonly unknown[],
> = `: where all examples share arguments[${K}], write { in: ${ListBut<X, K, null, I>} }`;

/**
 * A list of arguments with a batch axis `N`: at `I` in all of them, or at `I[k]` in argument `k`. Most often it is in front of tensors, which
 * costs the checker least in place.
 */
export type BatchArguments<A extends readonly unknown[], I, N extends Dim> = I extends 0
  ? {
      [K in keyof A]: A[K] extends Tensor<infer S extends Shape, infer D extends DType>
        ? Tensor<[N, ...S], D>
        : InsertAll<A[K], 0, N>;
    }
  : I extends readonly unknown[]
    ? { [K in keyof A]: K extends keyof I ? Batch<A[K], I[K], N> : unknown }
    : { [K in keyof A]: Batch<A[K], I, N> };
