/**
 * Whether types are trees of tensors, and where they are not.
 *
 * A tree of known type is decided at once. One that depends on somebody's type parameters is decided where it is the *source* of a
 * comparison, as the parameter of a function that is passed to another is: there the checker looks at what the parameters extend, but
 * only if it is a bare parameter whose bound is asked for. So `Parts` takes a tree apart into dtypes and type parameters, which are asked
 * for one by one. Where a tree is a *target*, as a result is, its own type is checked and type parameters in it pass.
 *
 * What is not known to the type system is left to run time: `unknown`, and the dtype of `AnyTensor`.
 *
 * `Z` is 0 in every call and a type parameter before that: it keeps questions open until then. Most are looked up at it, so that they are not even
 * asked where they are declared, which first calls would pay for; those about results are asked in a tuple, which is cheaper in each call.
 */
import type { DType, Float } from './dtype.ts';
import type { Box, Co, Refusal, Told, Wrapped } from './shape/dims.ts';
import type { AnyTensor } from './tensor.ts';
import type { Leaf, Tree } from './treeTypes.ts';

/** What stands in a tree where there is no tensor. */
interface NoTensor {
  readonly isTensor: false;
}

/** A dtype that passes every check, for what only run time knows. */
type Untold = 'f32';

/**
 * The dtypes of a tree's tensors, the type parameters in it, and `NoTensor`. The question is a definite no for type parameters.
 *
 * `Seen` are the trees that it stands in, so that types may refer to themselves.
 */
type Parts<T, Z extends 0, Seen = never> =
  { 0: Co<Co<-1> extends Co<T> ? 0 : 1> }[Z] extends Co<1>
    ? KnownParts<T, Z, Seen>
    : { 0: Co<[Co<''> extends Co<T> ? 1 : 0, Co<0> extends Co<1 & T> ? 1 : 0]> }[Z] extends Co<[1, 0]>
      ? Untold
      : T;

/** Arrays are asked for before objects: a type that is known to be both costs the checker all methods of arrays. */
type KnownParts<T, Z extends 0, Seen> = T extends Leaf
  ? Box<T['dtype']> extends Box<DType>
    ? T extends Pick<AnyTensor, 'size'>
      ? Untold
      : DType
    : T['dtype']
  : Box<T> extends Seen
    ? never
    : T extends readonly unknown[]
      ? unknown extends T[number]
        ? UnknownParts<T>
        : Parts<T[number], Z, Seen | Box<T>>
      : T extends (...args: never) => unknown
        ? NoTensor
        : T extends object
          ? RecordParts<Required<T>, Z, Seen | Box<T>>
          : NoTensor;

type RecordParts<T, Z extends 0, Seen> = {
  [K in keyof T]: T[K] extends Leaf<'f32'> ? Untold : Parts<T[K], Z, Seen>;
}[keyof T];

/** A list of whatever, of whatever length, is the usual bound of a list of arguments, and says nothing. */
type UnknownParts<T extends readonly unknown[]> = number extends T['length'] ? NoTensor : Untold;

/** What a check asks for, and what its messages say. */
export interface Rule {
  readonly operation: string;
  /** What the tree is called. */
  readonly path: string;
  readonly dtype: DType;
  /** Why other dtypes are refused. */
  readonly because: string;
  /** Whether the tree is a list of arguments. */
  readonly list: boolean;
}

/** What a tree of `D` and its parts must be. */
type Allowed<D extends DType> = D | Tree<D>;

/**
 * `Q` where `T` is a tree as the rule says, otherwise what is wrong in it. For the parameters of functions, where `Q` is `T`.
 *
 * A tree that depends on type parameters whose bounds do not tell is refused, and the checker prints this type by its name, with
 * `_Why` first. With `Q` for `_Why` it is left to run time.
 */
export type Checked<_Why, T, Q, R extends Rule, Z extends 0> =
  T extends Tree<R['dtype']>
    ? Q
    : { [K in keyof T]: T[K] } extends { readonly [name: string]: Leaf<R['dtype']> }
      ? Q
      : CheckedParts<_Why, T, Parts<T, Z>, Q, R, Z>;

type CheckedParts<Why, T, U, Q, R extends Rule, Z extends 0> =
  { 0: Co<Co<U> extends Co<Allowed<R['dtype']>> ? 1 : 0> }[Z] extends Co<0>
    ? Listed<NoParameter<Refused<T, R, Z>, T extends readonly unknown[] ? T[number] : T>, R['list']>
    : Bound<Why, U, Q, R, Z>;

/** A message that no parameter of type `T` takes for its own type. */
type NoParameter<M, T> = Co<''> extends Co<T> ? Refusal<M> : M;

/** Part by part, so that type parameters are asked for their bounds. A bound that is an interface is taken apart in its turn. */
type Bound<_Why, U, Q, R extends Rule, Z extends 0> = U extends Allowed<R['dtype']> ? Q : BoundParts<_Why, Parts<U, Z>, Q, R>;

type BoundParts<_Why, U, Q, R extends Rule> = U extends Allowed<R['dtype']> ? Q : Listed<_Why, R['list']>;

/**
 * `T`, a result, where it is a tree as the rule says or depends on type parameters, otherwise what is wrong in it.
 */
export type CheckedResult<T, R extends Rule, Z extends 0> = [Z, Co<Co<T> extends Co<Tree<R['dtype']>> ? 1 : 0>] extends [0, Co<0>]
  ? CheckedResultParts<T, Parts<T, Z>, R, Z>
  : T;

type CheckedResultParts<T, U, R extends Rule, Z extends 0> =
  { 0: Co<Co<U> extends Co<Allowed<R['dtype']>> ? 1 : 0> }[Z] extends Co<0> ? Refused<T, R, Z> : T;

/**
 * `T`, an argument, where it is a tree as the rule says, otherwise what is wrong in it.
 *
 * Where it depends on type parameters, the question stays open, and an argument has to be what either answer says: `T`, and `B`. The checker looks for
 * that at the bounds of type parameters, and prints this type by its name, with `_Why` first.
 */
export type CheckedArgument<_Why extends string, T, R extends Rule, Z extends 0, B = Tree<R['dtype']>> =
  Co<T> extends Co<Tree<R['dtype']>> ? T : OtherArgument<T, R, Z, B>;

type OtherArgument<T, R extends Rule, Z extends 0, B> = [Z, Co<Co<T> extends Co<Tree<R['dtype']>> ? 1 : 0>] extends [0, Co<0>]
  ? CheckedResultParts<T, Parts<T, Z>, R, Z>
  : B;

/** Why an argument is refused that depends on a type parameter whose bound does not tell. */
export type UnboundFloats<
  F extends string,
  Path extends string,
> = `${F}: cannot tell whether the ${Path} are floats: bound their type, <P extends Tree<Float>>`;

/** Trees of tensors called `Path`. */
export interface TreeRule<F extends string, Path extends string, List extends boolean> extends Rule {
  readonly operation: F;
  readonly path: Path;
  readonly dtype: DType;
  readonly list: List;
}

/** Trees of floats called `Path`. */
export interface FloatRule<F extends string, Path extends string, List extends boolean> extends Rule {
  readonly operation: F;
  readonly path: Path;
  readonly dtype: Float;
  readonly list: List;
}

/**
 * `Q`, a parameter, where the result `R` of its function is known, or depends on a type parameter that is bound to be a float; `_Why`
 * otherwise. Results of known dtypes are looked at where they are.
 */
export type FloatBound<_Why, R, Q, Z extends 0> = BoundDType<_Why, OpenDType<R, Z>, Q>;

type BoundDType<_Why, D, Q> = D extends Float ? Q : unknown extends D ? Q : _Why;

/** The dtype of a tensor where it depends on a type parameter. */
type OpenDType<R, Z extends 0> = R extends Leaf
  ? [Z, Co<Co<R['dtype']> extends Co<Float> ? 1 : 0>] extends [0, Co<0>]
    ? Float
    : R['dtype']
  : Float;

/** Why a result whose dtype depends on a type parameter is refused. */
export type UnboundResult<F extends string> =
  `${F}: cannot tell whether the result is a float: bound its dtype, <D extends Float>`;

/** `A` where it is a list of trees, otherwise what is wrong in it. For the parameters of functions. */
export type TreeArguments<F extends string, A, Z extends 0> = Checked<
  `${F}: cannot tell whether the arguments are trees of tensors: bound their type, <P extends Tree>, or wrap it, ${Wrapped}`,
  A,
  A,
  TreeRule<F, 'arguments', true>,
  Z
>;

/** `T`, the result of a function or an argument, where it is a tree or depends on type parameters, otherwise what is wrong in it. */
export type TreeOnly<F extends string, T, Z extends 0, Path extends string = 'result'> = CheckedResult<
  T,
  TreeRule<F, Path, false>,
  Z
>;

/**
 * `T`, an argument, where it is a tree, otherwise what is wrong in it. A type parameter needs a bound; what that holds, and what stands in a tree beside
 * other parts, is left to run time: the state of an optimizer of any kind is known to be nothing else.
 */
export type TreeArgument<F extends string, T, Z extends 0, Path extends string> = CheckedArgument<
  `${F}: cannot tell whether the ${Path} holds tensors: bound its type, <P extends Tree>`,
  T,
  TreeRule<F, Path, false>,
  Z,
  object
>;

/** What is wrong in a tree of known type. */
export type Refused<T, R extends Rule, Z extends 0> = [Z, Co<Fault<T, R, R['path'], Z>>] extends [0, Co<infer M>]
  ? Told<T, Worded<M, R['operation']>>
  : never;

type Worded<M, F extends string> = [M] extends [never] ? `${F}: ${Holds}` : M extends string ? `${F}: ${M}` : never;

/** A message for all arguments of a list, or for one tree. */
type Listed<M, List extends boolean> = List extends true ? readonly M[] : M;

/** What trees are. */
export type Holds = 'trees hold tensors, arrays and plain records only';

/** What is wrong in a tree of known type, without the operation; `never` when nothing is. */
export type Fault<T, R extends Rule, Path extends string, Z extends 0, Seen = never> = [
  Z,
  Co<Co<-1> extends Co<T> ? 0 : 1>,
] extends [0, Co<1>]
  ? KnownFault<T, R, Path, Z, Seen>
  : Co<T> extends Co<number>
    ? `${Path} is a number: ${Holds}`
    : never;

type KnownFault<T, R extends Rule, Path extends string, Z extends 0, Seen> = T extends Leaf
  ? Co<T['dtype']> extends Co<R['dtype']>
    ? never
    : Box<T['dtype']> extends Box<DType>
      ? never
      : `${Path} ${[Extract<T['dtype'], R['dtype']>] extends [never] ? 'is' : 'may be'} ${Exclude<T['dtype'], R['dtype']> & DType}: ${R['because']}`
  : T extends (...args: never) => unknown
    ? `${Path} is a function: ${Holds}`
    : T extends object
      ? Box<T> extends Seen
        ? never
        : T extends readonly unknown[]
          ? ListFault<T, R, Path, Z, Seen | Box<T>>
          : RecordFault<Required<T>, R, Path, Z, Seen | Box<T>>
      : `${Path} is ${NameOf<T>}: ${Holds}`;

type ListFault<T extends readonly unknown[], R extends Rule, Path extends string, Z extends 0, Seen> = number extends T['length']
  ? unknown extends T[number]
    ? `${Path} is a list of unknown: write down what it holds, or wrap it, ${Wrapped}`
    : Fault<T[number], R, `${Path}[0]`, Z, Seen>
  : { [K in keyof T & `${number}`]-?: Fault<T[K], R, `${Path}[${K}]`, Z, Seen> }[keyof T & `${number}`];

type RecordFault<T, R extends Rule, Path extends string, Z extends 0, Seen> = [ClassOf<T>] extends [never]
  ? { [K in keyof T & string]: Fault<T[K], R, At<Path, K>, Z, Seen> }[keyof T & string]
  : [ClassOf<T>, Path] extends ['Promise', R['path']]
    ? 'the function is async: return tensors, not a Promise'
    : `${Path} is a ${ClassOf<T>}: ${Holds}`;

/** The class of an object that is no plain record, as far as types tell. */
type ClassOf<T> =
  T extends PromiseLike<unknown>
    ? 'Promise'
    : T extends ReadonlyMap<unknown, unknown>
      ? 'Map'
      : T extends ReadonlySet<unknown>
        ? 'Set'
        : T extends Date
          ? 'Date'
          : T extends { readonly [Symbol.toStringTag]: infer Name extends string }
            ? string extends Name
              ? 'class instance'
              : Name
            : never;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** What names that are no words are told by. */
type Odd = ' ' | '-' | '.' | ':' | '/' | '@' | '#' | '+' | '*' | '[' | ']' | '(' | ')';

/** A path one step further, as run time says it: `params.hidden`, `params["two words"]`. */
export type At<Path extends string, Name extends string> = Name extends `${Digit}${string}` | `${string}${Odd}${string}`
  ? `${Path}["${Name}"]`
  : `${Path}.${Name}`;

/** What messages call a value that is no object. */
export type NameOf<T> = T extends string
  ? 'a string'
  : T extends number
    ? 'a number'
    : T extends boolean
      ? 'a boolean'
      : T extends null
        ? 'null'
        : T extends void
          ? 'undefined'
          : 'no tensor';
