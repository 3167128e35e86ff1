/**
 * Checks on element types. A table indexed by the dtype decides inside generic bodies too: `Floats<F>[D]` is what accepts
 * everything for each `D extends Float`.
 */
import type { DType, Numeric } from '../dtype.ts';
import type { Box, Co, Fails, Fits, Refusal, TensorExpected, Typed } from './dims.ts';

/**
 * Which dtypes an operation accepts, an object for each, and why others are refused, a text.
 *
 * A type parameter is accepted when all is that it could be. `needs` begins the text about a union. What is looked up at `one` is not asked
 * where it is declared, for a table that is not known yet.
 */
export interface Accepts {
  readonly f32: unknown;
  readonly f64: unknown;
  readonly i32: unknown;
  readonly u32: unknown;
  readonly bool: unknown;
  readonly one: 1;
  readonly needs: string;
}

/**
 * What a tensor of dtype `D` must be besides, or why `Ok` refuses it.
 *
 * Of a type parameter the answer is not known, and the checker asks a tensor to be what either answer says: `unknown`, and what `Refused`
 * looks up. When that is a text it prints this type by its name, with the `_Bound` of the table.
 */
export type Takes<Ok extends Accepts, D extends DType> = Ok[D] extends object ? unknown : Refused<Ok, D>;

/**
 * The same for the operand that comes first of two that must have one dtype: a union of dtypes is none. A type parameter is one, whichever
 * branch the checker takes.
 */
export type TakesOne<F extends string, Ok extends Accepts, D extends DType> = Ok[D] extends object
  ? Boxed[D] extends Box<D>
    ? unknown
    : NotOne<F, Ok, D>
  : Refused<Ok, D>;

/** `unknown` when a dtype is one, and otherwise why it is refused. */
export type IsOne<F extends string, D extends DType> = TakesOne<F, AllDTypes, D>;

type NotOne<F extends string, Ok extends Accepts, D extends DType> =
  { 1: Co<{ [I in keyof D]: 'generic' }['length']> }[Ok['one']] extends Co<'generic'> ? unknown : `${F}: ${MayDiffer}`;

/**
 * Of a type parameter its entry, which is asked for its bound. What is mapped over `D` has the length `'generic'` when `D` is a type parameter, and
 * `number` when it is known.
 */
type Refused<Ok extends Accepts, D extends DType> =
  { 1: Co<{ [I in keyof D]: 'generic' }['length']> }[Ok['one']] extends Co<'generic'>
    ? Ok[D]
    : Ok[D] extends string
      ? Ok[D]
      : Box<D> extends Box<NoDType>
        ? NoOperand<Ok['needs']>
        : unknown extends Ok['bool']
          ? unknown
          : `${Ok['needs']}, ${Uncertain<D>}`;

/**
 * The dtype that is inferred of what is no tensor: type parameters have it by default. It is a union that no tensor has, of which every
 * table refuses some.
 */
export type NoDType = 'f64' | 'u32' | 'bool';

/** Why what is no tensor is refused, which is no text: of that the checker would say, element by element, that a number is no `string`. */
type NoOperand<Needs> = Needs extends `${infer F}: ${string}` ? Refusal<TensorExpected<F>> : never;

/** What an operand must be of which nothing else is asked: a tensor. */
export type Operand<F extends string, D extends DType> = Takes<Operands<F>, D>;

/** Accepts all dtypes. That of booleans is found late, so that the question is asked what is no tensor. */
interface Operands<F extends string> extends Readonly<Record<Numeric, object>> {
  readonly bool: unknown;
  readonly one: 1;
  readonly needs: `${F}: needs tensors`;
}

/** What is the matter with a dtype that is not one. */
type Uncertain<D extends DType> = Box<D> extends Box<DType> ? `and ${UnknownDType}` : `got ${Either<D>}: ${Branch}`;

/** What to do about a dtype of which nothing is known. */
type UnknownDType = 'nothing is known of the dtype: prove it with refine(x, shape, dtype)';

/** The way out of a dtype that is one of several. */
type Branch = 'branch where the dtype is chosen, or make the function generic in it';

/** A union of dtypes, in the order of `DType`: `f32 or f64`. */
type Either<
  D extends DType,
  All extends readonly DType[] = ['f32', 'f64', 'i32', 'u32', 'bool'],
  R extends string = '',
> = All extends readonly [infer H extends DType, ...infer Rest extends readonly DType[]]
  ? Either<D, Rest, H extends D ? (R extends '' ? H : `${R} or ${H}`) : R>
  : R;

/** Accepts numbers. */
export interface Numbers<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the elements are numbers: bound their dtype, <D extends Numeric>`,
> {
  readonly f32: object;
  readonly f64: object;
  readonly i32: object;
  readonly u32: object;
  readonly bool: `${F}: needs numbers, got bool: convert it first`;
  readonly one: 1;
  readonly needs: `${F}: needs numbers`;
}

/** Accepts floats. */
export interface Floats<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the elements are floats: bound their dtype, <D extends Float>`,
> {
  readonly f32: object;
  readonly f64: object;
  readonly i32: `${F}: needs floats, got i32: convert it first`;
  readonly u32: `${F}: needs floats, got u32: convert it first`;
  readonly bool: `${F}: needs floats, got bool: convert it first`;
  readonly one: 1;
  readonly needs: `${F}: needs floats`;
}

/** Accepts integers. */
export interface Integers<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the elements are integers: bound their dtype, <D extends Integer>`,
> {
  readonly f32: `${F}: needs integers, got f32: convert it first`;
  readonly f64: `${F}: needs integers, got f64: convert it first`;
  readonly i32: object;
  readonly u32: object;
  readonly bool: `${F}: needs integers, got bool: convert it first`;
  readonly one: 1;
  readonly needs: `${F}: needs integers`;
}

/** Accepts integers and booleans. */
export interface Bits<
  F extends string,
  _Bound extends string =
    `${F}: cannot tell whether the elements are integers or booleans: bound their dtype, <D extends Integer | 'bool'>`,
> {
  readonly f32: `${F}: needs integers or booleans, got f32: convert it first`;
  readonly f64: `${F}: needs integers or booleans, got f64: convert it first`;
  readonly i32: object;
  readonly u32: object;
  readonly bool: object;
  readonly one: 1;
  readonly needs: `${F}: needs integers or booleans`;
}

/** Accepts booleans. */
export interface Booleans<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the elements are booleans: bound their dtype, <D extends 'bool'>`,
> {
  readonly f32: `${F}: needs booleans, got f32: compare it first`;
  readonly f64: `${F}: needs booleans, got f64: compare it first`;
  readonly i32: `${F}: needs booleans, got i32: compare it first`;
  readonly u32: `${F}: needs booleans, got u32: compare it first`;
  readonly bool: object;
  readonly one: 1;
  readonly needs: `${F}: needs booleans`;
}

/** Accepts all dtypes. */
export interface AllDTypes {
  readonly f32: object;
  readonly f64: object;
  readonly i32: object;
  readonly u32: object;
  readonly bool: object;
  readonly one: 1;
  readonly needs: '';
}

/** What a tensor has to be whose partner has the dtype `E`: `never` is a number's, and a number does not stand beside booleans. */
export type Beside<F extends string, E extends DType> = [E] extends [never] ? BesideNumber<F> : AllDTypes;

interface BesideNumber<
  F extends string,
  _Bound extends string = `${F}: cannot tell whether the elements are numbers: bound their dtype, <D extends Numeric>`,
> {
  readonly f32: object;
  readonly f64: object;
  readonly i32: object;
  readonly u32: object;
  readonly bool: `${F}: a number beside a bool tensor: convert the tensor first`;
  readonly one: 1;
  readonly needs: `${F}: beside a number, needs numbers`;
}

/** A number beside tensors whose elements are numbers. */
export interface PlainNumber {
  readonly f32: number;
  readonly f64: number;
  readonly i32: number;
  readonly u32: number;
  readonly bool: never;
}

/**
 * A number beside a tensor of dtype `D`, which is `never` for another number; or why none stands there.
 *
 * As in `Takes`, a number is asked to be what either answer says where `D` is a type parameter. `_Table` is printed then, with its bound.
 */
export type NumberBeside<F extends string, D extends DType, _Table = BesideNumber<F>> =
  { [_ in F]: Box<BesideNumber<F>[D]> }[F] extends Box<object> ? number : NumberRefused<F, D>;

type NumberRefused<F extends string, D extends DType> =
  { [_ in F]: Box<{ [I in keyof D]: 'generic' }['length']> }[F] extends Box<'generic'>
    ? PlainNumber[D]
    : [D] extends [never]
      ? `${F}: needs at least one tensor: make one with scalar(...)`
      : Takes<BesideNumber<F>, D>;

/** A box for each dtype. What is found at a union of dtypes is no box of that union: which of them an operand has is not known. */
export interface Boxed {
  readonly f32: Box<'f32'>;
  readonly f64: Box<'f64'>;
  readonly i32: Box<'i32'>;
  readonly u32: Box<'u32'>;
  readonly bool: Box<'bool'>;
}

/** The boxes of a union's members, none of which is the box of the union; of a type parameter, its own. */
export type Boxes<D extends DType> = { [K in D]: Box<K> }[D];

/** Whether two operands have one dtype; `never` is that of a number, which takes the other's. A type parameter stands for one dtype, a union for several. */
export type DTypesAgree<F extends string, D extends DType, E extends DType> =
  Co<Box<D | E> | Boxes<D | E>> extends Co<Box<D> | Box<E>>
    ? Fits<[]>
    : [D] extends [never]
      ? Fits<[]>
      : [E] extends [never]
        ? Fits<[]>
        : Fails<`${F}: ${DTypesDiffer<D, E>}`>;

/** The same for two tensors, without a question about numbers. */
export type OneDType<F extends string, D extends DType, E extends DType> =
  Co<Boxes<D>> extends Co<Box<E>> ? Fits<[]> : Fails<`${F}: ${DTypesDiffer<D, E>}`>;

/** Whether an operand has the dtype `E`, which is one. */
export type DTypeFollows<F extends string, D extends DType, E extends DType> =
  Box<D> extends Box<E> ? Fits<[]> : Fails<`${F}: ${DTypeDiffers<D, E>}`>;

/** What is wrong with two dtypes of operands that have one, without the function; `never` when nothing is. */
export type DTypeDifference<D extends DType, E extends DType> = Co<Boxes<D>> extends Co<Box<E>> ? never : DTypesDiffer<D, E>;

type DTypesDiffer<D extends DType, E extends DType> = Co<Boxed[E]> extends Co<Box<E>> ? DTypeDiffers<D, E> : MayDiffer;

/** The same when `E` is one. */
type DTypeDiffers<D extends DType, E extends DType> =
  Boxed[D] extends Box<D> ? `dtypes differ, ${D} and ${E}: convert one of them` : MayDiffer;

type MayDiffer = `a dtype that is one of several may differ from that of the other operand: ${Branch}`;

/** Why operands are refused of a dtype that is one of several. */
export type DifferingDTypes<F extends string> = `${F}: ${MayDiffer}`;

/** `R` when operands have one dtype, or a message. Most often they do, and all are looked at together. */
export type CommonDType<F extends string, T extends readonly unknown[], R = true> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? Rest extends readonly (infer G extends Typed)[]
    ? Co<Boxes<G['dtype']>> extends Co<Box<H['dtype']>>
      ? R
      : EachDType<F, T, R>
    : R
  : R;

/** The same, one after the other. That of the second tells whether it is one, too; a single operand is asked nothing. */
type EachDType<F extends string, T extends readonly unknown[], R> = T extends readonly [
  infer H extends Typed,
  infer G extends Typed,
  ...infer Rest,
]
  ? Co<Boxes<G['dtype']>> extends Co<Box<H['dtype']>>
    ? AllDType<F, H['dtype'], Rest, R>
    : `${F}: ${DTypesDiffer<H['dtype'], G['dtype']>}`
  : R;

/** The same of operands behind one of the dtype `D`. */
type AllDType<F extends string, D extends DType, T extends readonly unknown[], R> = T extends readonly [
  infer H extends Typed,
  ...infer Rest,
]
  ? Box<H['dtype']> extends Box<D>
    ? AllDType<F, D, Rest, R>
    : `${F}: ${DTypesDiffer<D, H['dtype']>}`
  : R;

/** That type parameters leave open whether operands have one dtype. */
export type WhetherOneDType<F extends string> =
  `${F}: cannot tell whether the operands have one dtype: give them one type parameter for it`;

/** The dtype of operands that have one in common. */
export type DTypeOf<T extends readonly unknown[]> = T extends readonly [infer H extends Typed, ...unknown[]]
  ? H['dtype']
  : number extends T['length']
    ? DType
    : never;
