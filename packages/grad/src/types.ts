/**
 * The types of derivatives, and the messages that wrong functions get in place of one.
 *
 * A function's parameters and its result are checked where they stand in the type of the function, so that the checker finds the type
 * parameters of a generic function as before. `Z` is as in `Checked`.
 */
import type { DType, Float, Shape } from '@cotangent/core';
import type {
  Alike,
  Box,
  CannotTell,
  Checked,
  CheckedResult,
  Co,
  Fault,
  Faultless,
  FloatBound,
  FloatRule,
  Leaf,
  MayBeMissing,
  OneFlag,
  Show,
  TreeOnly,
  TreeRule,
  UnboundResult,
  Wrapped,
} from '@cotangent/core/primitives';

/** Trees of floats called `Path`, for derivatives called `Of`. */
interface DerivativeRule<
  F extends string,
  Path extends string,
  Of extends string,
  Advice extends string,
  List extends boolean,
> extends FloatRule<F, Path, List> {
  readonly because: `only f32 and f64 tensors have ${Of}; ${Advice}`;
}

/** Why trees that depend on type parameters are refused. */
type Unbound<
  F extends string,
  What extends string,
> = `${F}: cannot tell whether the ${What} are floats: bound their type, <P extends Tree<Float>>, or wrap it, ${Wrapped}`;

/** `P` where it is a tree of floats, otherwise why it has no derivative. */
export type Params<F extends string, P, Z extends 0, Of extends string = 'derivatives'> = Checked<
  Unbound<F, 'params'>,
  P,
  P,
  DerivativeRule<F, 'params', Of, 'pass it as a later argument', false>,
  Z
>;

/** The same for a function whose result `R` is a scalar of floats. */
export type ParamsOf<F extends string, P, R, Z extends 0, Of extends string = 'gradients'> = FloatBound<
  UnboundResult<F>,
  R,
  Params<F, P, Z, Of>,
  Z
>;

/** `A` where its argument `I` is a tree of floats, otherwise why it has no gradient. */
export type ParamsAt<F extends string, A extends readonly unknown[], I extends number, R, Z extends 0> = FloatBound<
  UnboundResult<F>[],
  R,
  CheckedAt<F, A, I, IndexFault<A, I, Z>, Z>,
  Z
>;

/** An argument that is not there is blamed where its number is. */
type CheckedAt<F extends string, A extends readonly unknown[], I extends number, M, Z extends 0> = [M] extends [never]
  ? Checked<
      Unbound<F, 'params'>,
      A[I],
      A,
      DerivativeRule<F, `arguments[${I}]`, 'gradients', 'pass it as a later argument', true>,
      Z
    >
  : A;

/** The number of an argument, or why it is none. */
export type Index<F extends string, A extends readonly unknown[], I extends number, Z extends 0, G> = Faultless<
  Unknown<F>,
  I,
  IndexFault<A, I, Z, G, 'argument, a number'>,
  F
>;

/** Options with the number of an argument, or why it is none. */
export type IndexedBy<F extends string, A extends readonly unknown[], O, I extends number, Z extends 0, G> = OptionsBy<
  O,
  I,
  IndexFault<A, I, Z, G, 'argument, a number; auxiliary, true or false'>,
  F
>;

type Unknown<F extends string> = CannotTell<F, 'the function has the argument'>;

type OptionsBy<O, I extends number, M, F extends string> = [boolean, AuxiliaryOf<O>] extends [AuxiliaryOf<O>, boolean]
  ? { readonly auxiliary: OneFlag<F, 'auxiliary', boolean>; readonly argument?: number }
  : [M] extends [never]
    ? O extends { readonly argument: unknown }
      ? Known<F, O> & { readonly argument: I }
      : { readonly argument: MayBeMissing<F, 'argument'> }
    : O extends { readonly argument: unknown }
      ? { readonly argument: Faultless<Unknown<F>, I, M, F>; readonly auxiliary?: boolean }
      : [AuxiliaryOf<O>] extends [true]
        ? { readonly auxiliary: MayBeMissing<F, 'auxiliary'> }
        : { readonly argument: Faultless<Unknown<F>, I, M, F>; readonly auxiliary?: boolean };

/** Options, or why there are none of a name. */
export type Known<F extends string, O> = [Exclude<keyof O, OptionName>] extends [never]
  ? O
  : {
      readonly [K in keyof O]: K extends OptionName ? O[K] : `${F}: the options are argument, a number; auxiliary, true or false`;
    };

type OptionName = 'argument' | 'auxiliary';

type AuxiliaryOf<O> = O extends { readonly auxiliary?: infer X } ? X : never;

/** What is wrong with the number of an argument in what is given, `G`. Of other options than the `Known` the compiler says which. */
type IndexFault<A extends readonly unknown[], I extends number, Z extends 0, G = unknown, Known extends string = never> =
  Co<number> extends Co<I>
    ? G extends readonly [{ readonly argument: infer J }]
      ? J extends number
        ? `option argument is a \`number\`, not a literal`
        : `the options are ${Known}`
      : `the options are ${Known}`
    : HasArgument<A, I, Z> extends false
      ? `option argument is ${I}, and the function takes ${A['length']}: they are counted from 0`
      : IsCounted<A, I, Z> extends false
        ? `option argument is ${I}, and how many the function takes is not known: write them down, (x, y) => ...`
        : never;

/** `false` where a function has no argument of this number, and not where that depends on type parameters. */
type HasArgument<A extends readonly unknown[], I extends number, Z extends 0> = [Z, Co<Lacks<A, I>>] extends [0, Co<'it'>]
  ? false
  : true;

/** `false` where a function has however many arguments, and not one of this number always. */
type IsCounted<A extends readonly unknown[], I extends number, Z extends 0> = [Z, Co<Lacks<A, I>>] extends [0, Co<'count'>]
  ? false
  : true;

/** What a list of arguments lacks: that of a number, or that there is one always. */
type Lacks<A extends readonly unknown[], I extends number> =
  Co<`${I}`> extends Co<keyof A> ? 'nothing' : Co<number> extends Co<A['length']> ? 'count' : 'it';

/** `R` where it is a scalar of floats, otherwise why a function that returns it has no gradient. */
export type Scalar<F extends string, R, Z extends 0> = R extends Leaf
  ? Box<R['shape']> extends Box<[]>
    ? [Z, Co<Co<R['dtype']> extends Co<Float> ? 1 : 0>] extends [0, Co<0>]
      ? `${F}: the function returns ${Exclude<R['dtype'], Float> & DType}, and only f32 and f64 have gradients: convert it first`
      : R
    : `${F}: the function returns a tensor of shape ${ShowShape<R['shape']>}, not a scalar: take its sum or mean first`
  : [Z, Co<Fault<R, TreeRule<F, 'result', false>, 'result', Z>>] extends [0, Co<infer M>]
    ? NoTensor<F, M>
    : never;

type NoTensor<F extends string, M> = [M] extends [never]
  ? `${F}: the function returns no tensor: return a scalar, or a pair for valueAndGrad(f, { auxiliary: true })`
  : M extends string
    ? `${F}: ${M}`
    : never;

type ShowShape<S> = S extends Shape ? Show<S> : '[...]';

/** The scalar of a function that returns `[scalar, other]`. */
export type FirstScalar<F extends string, R, Z extends 0> = unknown extends R
  ? `${F}: with auxiliary: true the function returns [scalar, other]`
  : Scalar<F, R, Z>;

/** `A` where it is a list of trees of floats, otherwise why they have no tangents or cotangents. */
export type Primals<F extends string, A, Of extends string, Z extends 0, Path extends string = 'primals'> = Checked<
  Unbound<F, Path>,
  A,
  A,
  DerivativeRule<F, Path, Of, 'close over it instead', true>,
  Z
>;

/** `T` where it is like the primals `A`, otherwise where it is not: in each tangent, and in their number. */
export type Tangents<F extends string, A extends readonly unknown[], T extends readonly unknown[]> = {
  readonly [K in keyof T]: Alike<
    CannotTell<F, 'tangents are like their primals'>,
    T[K],
    K extends keyof A ? A[K] : never,
    F,
    `tangents[${K & string}]`,
    `primals[${K & string}]`
  >;
} & (Box<T['length']> extends Box<A['length']>
  ? unknown
  : `${F}: tangents is a list of ${T['length']}, and primals is a list of ${A['length']}`);

/** Why a function of the arguments `B` is refused where there are fewer of them; `A` is inferred here. */
export type Few<F extends string, B extends readonly unknown[], A extends readonly unknown[]> =
  TooFew<B, A> extends 1 ? `${F}: primals is a list of ${A['length']}, and the function takes ${B['length']}` : A;

/** That a function of the arguments `B` is given fewer of them, `A`; of a list of whatever length it is not asked. */
export type TooFew<B extends readonly unknown[], A extends readonly unknown[]> = number extends A['length']
  ? 0
  : B extends readonly [...{ [K in keyof A]: unknown }, unknown, ...unknown[]]
    ? 1
    : 0;

/** `R` where it is a tree and the function takes an argument to batch over, otherwise what is wrong. */
export type BatchResult<A extends readonly unknown[], R, Z extends 0> =
  HasArgument<A, 0, Z> extends false ? 'vmap: no argument has a batch axis: call the function itself' : TreeOnly<'vmap', R, Z>;

/** `R` where it is a tree of floats, otherwise what is wrong in it. */
export type FloatResult<F extends string, R, Z extends 0> = CheckedResult<
  R,
  DerivativeRule<F, 'result', 'derivatives', 'do not return it', false>,
  Z
>;

/** More arguments than anybody gives: a signature that is passed over in silence. */
export type Passed = [options: never, never, never, never, never, never, never, never];
