/**
 * Shapes as types: tuples of literal sizes and names, how they are compared, and how messages print them.
 *
 * The checker decides a conditional type at once, even about somebody's type parameters, when both sides are wrapped in an
 * interface and are the same type; otherwise it waits. So dimensions are compared as boxes, patterns are matched against
 * boxes, and every check answers with a shape or a message, never with "not known yet" where it can be helped.
 */
import type { DType } from '../dtype.ts';
import type { Several, SeveralShapes } from './single.ts';

/** A dimension: a literal size, or the name of a size that is known at run time. */
export type Dim = number | string;

/** The dimensions of a tensor, outermost first. */
export type Shape = readonly Dim[];

/** What checks need to see of a tensor. */
export interface Typed<S extends Shape = Shape, D extends DType = DType> {
  readonly shape: S;
  readonly dtype: D;
  /** Only tensors have it. */
  readonly sizes: readonly number[];
}

/** Why what is no tensor is refused where one should be. */
export type NoTensor<
  F extends string,
  T,
> = `${F}: expected a tensor, got ${Exclude<T, Typed> extends infer H ? Found<H> : never} make one with tensor(...), scalar(...) or fromArray(...)`;

/**
 * The shape that is inferred of what is no tensor: type parameters have it by default. Of an `any`, and of a tensor of which nothing is known, it is
 * `Shape`.
 */
export interface NoShape extends ReadonlyArray<Dim> {
  readonly none: never;
}

/** Why what is no tensor is refused, where nothing else is known of it. */
export type TensorExpected<F extends string> = `${F}: ${ExpectedTensor}`;

/** The same without the function. */
export type ExpectedTensor =
  'expected a tensor: take a part of an array, y[0], or make one with tensor(...), scalar(...) or fromArray(...)';

/** What run time calls a value that is no tensor, and where a tensor may be in it. */
type Found<T> = unknown extends T
  ? 'something unknown:'
  : T extends null
    ? 'null:'
    : T extends readonly unknown[]
      ? 'an array: take a part of it, y[0], or'
      : T extends (...args: never) => unknown
        ? 'function:'
        : T extends object
          ? 'object:'
          : T extends string
            ? 'string:'
            : T extends number
              ? 'number:'
              : T extends boolean
                ? 'boolean:'
                : T extends undefined
                  ? 'undefined:'
                  : T extends symbol
                    ? 'symbol:'
                    : 'bigint:';

/** `Box<A> extends Box<B>` holds when `A` and `B` are the same type. */
export interface Box<in out T> {
  readonly _: (t: T) => T;
}

/** `Co<A> extends Co<B>` holds when `A` is assignable to `B`. */
export interface Co<out T> {
  readonly _: T;
}

/** Whether two types are the same. Answers for what is looked up in another type too, where a box in place would wait. */
export type Equal<A, B> = Box<A> extends Box<B> ? true : false;

/** A dimension is a size or a name; the checker, trying whatever a type parameter could be, finds it to be both, as what may be any number is. */
export type Kind<D extends Dim> =
  Co<D> extends Co<number> ? (Co<D> extends Co<string> ? 'both' : 'size') : Co<-1> extends Co<D> ? 'both' : 'name';

/**
 * A field of it is `'generic'` when `T` is a type parameter, and its own when it is known: the length of a shape that is a tuple is a number, and
 * `'generic'` otherwise.
 */
export type Mark<T> = { [I in keyof T]: 'generic' };

/**
 * `[rest, last]` of a shape, or `undefined` when it has no last dimension or a generic one.
 *
 * The pattern is matched in a box: otherwise `[4, ...B]` would pass for `[...Shape, Dim]`.
 */
export type Pop<S extends Shape> =
  Box<S> extends Box<[...infer Rest extends Shape, infer Last extends Dim]> ? [Rest, Last] : undefined;

/** `[first, rest]` of a shape, or `undefined` when it has no first dimension or a generic one. */
export type Shift<S extends Shape> =
  Box<S> extends Box<[infer First extends Dim, ...infer Rest extends Shape]> ? [First, Rest] : undefined;

/** What shapes of a known number of dimensions, up to 32, are assignable to, and no others. */
export type Ranked = readonly [...Any8, ...Any8, ...Any8, ...Any8];

type Any8 = [unknown?, unknown?, unknown?, unknown?, unknown?, unknown?, unknown?, unknown?];

/** A shape as messages print it: `[batch, 10]`; generic leading dimensions `B` stay visible as `[${Dims<B>}, 10]`. */
export type Show<S extends Shape> = `[${Dims<S>}]`;

/** The dimensions of a shape, separated by commas. */
export type Dims<S extends Shape> =
  Co<S> extends Co<readonly []>
    ? ''
    : Co<S> extends Co<readonly [infer D extends Dim]>
      ? `${D}`
      : Pop<S> extends [infer Rest extends Shape, infer Last extends Dim]
        ? `${Dims<Rest>}, ${Last}`
        : Shift<S> extends [infer First extends Dim, infer Rest extends Shape]
          ? `${First}, ${Dims<Rest>}`
          : Uncounted<S>;

/** What messages print of dimensions that cannot be told apart: of those of a `readonly` tuple also the way out. */
type Uncounted<S extends Shape> = S extends readonly [infer First extends Dim, ...infer Rest extends Shape]
  ? `readonly ${First}${Further<Rest>}: write Tensor<[...typeof shape]>`
  : '...';

type Further<S extends Shape> = S extends readonly [infer First extends Dim, ...infer Rest extends Shape]
  ? `, ${First}${Further<Rest>}`
  : '';

/** A list of numbers and names as messages print it. */
export type ShowList<N extends readonly unknown[], R extends string = ''> = N extends readonly [infer H, ...infer T]
  ? ShowList<T, R extends '' ? `${H & (Dim | null)}` : `${R}, ${H & (Dim | null)}`>
  : `[${R}]`;

/**
 * `[...Before, ...After]`, which is `Before` or `After` itself, and not a copy of it, when the other is empty.
 *
 * The second half of each question makes it a definite no for a generic shape beside one that is none.
 */
export type Join<Before extends Shape, After extends Shape> = [Box<After>, Co<[...After]['length'] & -1>] extends [
  Box<[]>,
  Co<Mark<Before>[number]>,
]
  ? Before
  : [Box<Before>, Co<[...Before]['length'] & -1>] extends [Box<[]>, Co<Mark<After>[number]>]
    ? After
    : [...Before, ...After];

/** A name as an argument: one literal, or why it is none. Of a type parameter it cannot tell. */
export type OneName<F extends string, N extends string | number> =
  Box<N> extends (N extends unknown ? (string extends N ? never : Box<N>) : never) ? N : NoName<F, N>;

/**
 * The same of a name that may be a type parameter, which stands for one literal: whatever that could be, it is assignable to any text, so
 * that the question is a definite no. `Z` is 0 in every call, and keeps it open before.
 */
export type LiteralName<F extends string, N extends string, Z extends 0> = [
  Z,
  Co<Co<N> extends Co<'\0'> ? 0 : [OneName<never, N>] extends [never] ? 1 : 0>,
] extends [0, Co<1>]
  ? NoName<F, N>
  : N;

type NoName<F extends string, N> = string extends N
  ? `${F}: the name is not a literal, such as 'batch': write it in place, or \`as const\``
  : `${F}: the name may be one of several: give one, or branch on it`;

/** Why a shape argument is refused. */
export type WideDim = 'the dimension is a `number`, not a literal: name it with dim("name", size), or write the shape `as const`';

/** The answer of a check: the shape of the result. */
export interface Fits<out S extends Shape> {
  readonly ok: true;
  readonly shape: S;
  readonly message: never;
}

/**
 * A shape of one dimension that is worked out. (In place, `Fits<[Product<S>]>`, the checker would put off what the dimension is: two shapes of which it
 * has put that off it does not find to be one.)
 */
export type FitsOne<D extends Dim> = Fits<[D]>;

/**
 * The shape of an answer; of a message a shape that holds it, which a pipe prints before all that it has to say about its functions. As
 * `Refused` is, it is cheaper than `R['shape']` where the answer is not known yet.
 */
export type ShapeIn<R> = R extends Fits<infer S> ? S : [Refused<R>];

/**
 * The shape of no result. The call is refused for its argument; a result type that is written down, `const y: Tensor<[3]> = sum(x, 5)`, is not refused as
 * well, since this fits every one. (Which `never` does not: a tensor has its shape on both sides.)
 */
export type NoResult = any; // oxlint-disable-line typescript/no-explicit-any -- reached beside a refused argument alone: it lets nothing wrong compile

/**
 * The answer of a check: why there is no result. Its shape is `Shape` where nothing is known of an operand: an `any` passes all the same, and must not
 * make what fits everywhere.
 */
export interface Fails<out M extends string, out S extends Shape = NoResult> {
  readonly ok: false;
  readonly shape: S;
  readonly message: M;
}

/**
 * `R`, an answer that there is no result, unless it is about an `any`, `A`: that passes every check, and the shape of the result, which nobody knows, is
 * then not `NoResult`, which would fit everywhere.
 */
export type UnlessAny<A, R> = 0 extends 1 & A ? Fits<Shape> : R;

/**
 * The shape of an answer `R`; `NoResult` where somebody's type parameters leave it open: the call is refused for its argument then. `Z` is 0 in every
 * call, and keeps the question open before. Of `A`, an argument beside the tensor, an `any` passes, and so does one among its entries.
 */
export type Resulting<Z, R extends Answer, A extends readonly unknown[] | string = ''> = {
  known: R['shape'];
  open: Beside<Z, A[number]>;
}[Openness<Z, R['ok']>];

/** `Shape` beside an `any`. (What is inferred is the bound where it is not assignable to that, which the checker finds out at once of type parameters as well.) */
type Beside<Z, T> = [T] | Z extends [infer K extends '\0'] | object | 0 ? (0 extends 1 & K ? Shape : NoResult) : never;

/** The same where there is an `S` if there is a result. */
export type Keeping<Z, R extends { readonly ok: boolean }, S> = { known: S; open: NoResult }[Certainty<Z, R['ok']>];

/**
 * `'open'`, beside another, when nobody knows what `K` is: then it is left when all that it could be is taken out, which the checker does at once, where it
 * puts off every question about it. For known ones the checker works it out once.
 */
type Openness<Z, K> = [K] | Z extends [true] | [false] | (infer Left) ? (Left extends 0 ? 'known' : 'open') : never;

/** The same, and when `K` is not `true`. */
type Certainty<Z, K> = [K] | Z extends [true] | (infer Left) ? (Left extends 0 ? 'known' : 'open') : never;

/** A message in place of a parameter that would take any text, or beside a number, whose intersection with a text would be `never`. */
export interface Refusal<out M> {
  readonly message: M;
}

/**
 * Messages about a `T`. Several about a list are held together: of a union of texts the checker would say, element by element, that a
 * tensor is no `string`.
 */
export type Told<T, M> = T extends readonly unknown[] ? HeldTogether<M> : M;

type HeldTogether<M, All = M> = M extends unknown ? ([All] extends [M] ? M : Refusal<All>) : never;

/** An answer that is a shape. */
export interface Passes {
  readonly ok: true;
}

/** What a check answers. */
export type Answer = Fits<Shape> | Fails<string, Shape>;

/**
 * A checked argument: `T` where the answer `R` is a shape, otherwise the message in its place.
 *
 * The answer is asked for whole: `R['ok'] extends true` would be taken for true of some answers that are not known yet. An answer that
 * depends on somebody's type parameters is neither. Then the checker refuses every argument and prints this type by its name,
 * with `_Why` first, what could not be decided and the way out, and then `_Of`, the shapes that it was asked of.
 */
export type Unproven<_Why extends string, _Of, R extends Answer, T> = R extends Passes ? T : Refused<R>;

/** The message of an answer. (`R['message']` says the same, but the checker walks through all of an answer that it does not know yet to look it up.) */
type Refused<R> = R extends infer P extends Answer ? P['message'] : never;

/**
 * `Unproven` where an argument may be one of several, which makes as many answers: `T` where they are one and the same shape.
 *
 * The question has to be asked of one answer after the other, as it is, and the answer has to be part of what comes of it: otherwise the checker
 * takes `T` for an answer that it does not know yet.
 */
export type UnprovenEach<_Why extends string, _Of, R extends Answer, T, All = R> = R extends Passes
  ? [All] extends [R]
    ? T
    : SeveralShapes<_Why>
  : Refused<R>;

/**
 * `Unproven` for what is inferred at a `const` type parameter `T`: the checker only takes it for constant when it sees `T` in an answer that
 * does not depend on what `R` is of.
 */
export type Known<_Why extends string, _Of, R extends Answer, T> = [R] extends [Passes] ? T : Refused<R>;

/** `Known` where an argument may be one of several. */
export type KnownEach<_Why extends string, _Of, R extends { readonly ok: boolean; readonly message: string }, T> = [
  Several<R>,
] extends [never]
  ? [R] extends [Passes]
    ? T
    : R['message']
  : SeveralShapes<_Why>;

/** A generic function with the type of its tensor written down. */
export type Wrapped = '(x: Tensor<[2, 3]>) => f(x)';

/** What to do about a shape of which nothing is known. */
export type UnknownShape = `nothing is known of the shape: ${Remedy}`;

/** The same where it may be that of a function that is passed on. */
export type NothingKnown = OrWrap<UnknownShape>;

/**
 * A message of a function that waits for its tensor: where it is passed on, what is not known are the type parameters of the function before it,
 * and there is no tensor to refine.
 */
export type OrWrap<M extends string> = `${M}, or wrap the function that is passed on, ${Wrapped}`;

/**
 * `M`, a message of `F` about `S`, in whose place stands what to do where nothing is known of `S`, or where it is of no tensor.
 *
 * That is the shape of an `any`, and what the checker puts for that of a generic function that is passed to another one before there is a tensor.
 */
export type About<F extends string, S extends Shape, M> =
  Box<S> extends Box<Shape> ? `${F}: ${NothingKnown}` : Box<S> extends Box<NoShape> ? TensorExpected<F> : M;

/** The shape of a result where nothing is known of that of an operand, which is one of `S`, or where it may be an `any`. */
export type UnknownOf<S extends Shape> = [
  S extends unknown ? (Box<S> extends Box<Shape> | Box<NoShape> ? S : never) : never,
] extends [never]
  ? NoResult
  : Shape;

/** The shape of a result where an argument is an `any`. */
export type AnyShape<A> = 0 extends 1 & A ? Shape : NoResult;

/** The way out where type parameters leave a question open. */
export type Remedy = 'prove it with refine(x, shape)';

/** What is wrong with operands of which a dimension is not one. No operation makes such a dimension, but a type can say so. */
export type SeveralDims = `a dimension may be one of several: ${Remedy}`;

/** That the checker cannot decide a question about shapes, and the way out. */
export type CannotTell<F extends string, Question extends string> = `${F}: cannot tell whether ${Question}: ${Remedy}`;

/** `R`, a refusal of tensors of shapes `S`, unless a call that was refused has made one: of that the sentence has been said. */
export type Quiet<S, R> = Box<S> extends Box<'\0'> ? Fits<NoResult> : R;

/**
 * 1 of an `any`, which a refused call makes, in place of a dimension or a shape; of type parameters this is a definite no. What is mapped over an `any` is
 * an object.
 */
export type Said<N> = Co<{ [K in keyof N]: 1 }> extends Co<Dim | Shape> ? 0 : 1;

/** `M`, that a shape has too few axes for `Question`; of one of which generic dimensions are a part nobody can tell. */
export type TooFew<F extends string, S extends Shape, Question extends string, M extends string> =
  Co<S> extends Co<Ranked> ? M : CannotTell<F, Question>;
