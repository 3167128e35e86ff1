/**
 * The types of loss functions, and the messages that wrong ones get in place of a step. `Z` is as in `Checked`.
 */
import type { DType, Float, Shape, Tensor, Tree } from '@cotangent/core';
import type {
  Box,
  Checked,
  Co,
  FloatBound,
  FloatRule,
  Holds,
  KindOf,
  Leaf,
  NoDType,
  Show,
  TreeOnly,
  TreeRule,
  UnboundResult,
  Wrapped,
} from '@cotangent/core/primitives';
import type { Auxiliary } from './lossResult.ts';

/** Parameters that are trained. */
export interface ParamsRule<F extends string> extends FloatRule<F, 'params', false> {
  readonly because: "only f32 and f64 tensors have gradients; keep it in the layers' state";
}

/** What is beside a refused loss: the sentence stands there, and what is done with this says nothing further. */
// oxlint-disable-next-line typescript/no-explicit-any -- reached beside a refused loss or call alone: it lets nothing wrong compile
export type SaidElsewhere = any;

/** The options of a step. */
type Option = 'loss' | 'optimizer' | 'compile' | 'engine';

/** What has a type: anything but `unknown`. */
type Known = object | string | number | bigint | boolean | symbol | null | undefined;

/**
 * `1` for parameters that have a type. Those of which nothing is known are made `never`, so that they are no further errors in the loss: `0`. Of a type
 * parameter all questions are true, which leaves it to those about its bound.
 */
type Typedness<P> = Co<P> extends Co<Known> ? (Co<P> extends Co<never> ? (Co<0> extends Co<P> ? 1 : 0) : 1) : 0;

/** `P`, the parameters of a loss with result `R`, where they are a tree of floats, otherwise why they cannot be trained. */
export type LossParams<P, R, Z extends 0> = [Z, Co<Co<P> extends Co<Known> ? 1 : 0>] extends [0, Co<0>]
  ? never
  : FloatBound<
      UnboundResult<'makeStep'>,
      LossIn<R>,
      Checked<
        `makeStep: cannot tell whether the params are floats: bound their type, <P extends Tree<Float>>, or wrap it, ${Wrapped}`,
        P,
        P,
        ParamsRule<'makeStep'>,
        Z
      >,
      Z
    >;

/**
 * The batch of a loss that says nothing of it: any tree. The checker prints it by this name, with `Why`, where a batch is something else.
 *
 * It is what the type parameter for the batch is when nothing is inferred for it, which costs the checker nothing.
 */
export type AnyBatch<Why extends string> = Tree | NoBatch<Why>;

/** Why a batch is none. */
export type NoTree = `makeStep: ${Holds}`;

/** What nothing is, with `_Why`. */
interface NoBatch<_Why extends string> {
  readonly isBatch: never;
}

/** `B`, the batch of a loss, where it is a tree, otherwise why it is none. Of `unknown` run time decides. */
export type LossBatch<B, Z extends 0> = Checked<
  `makeStep: cannot tell whether the batch is a tree of tensors: bound its type, <B extends Tree>, or wrap it, ${Wrapped}`,
  B,
  B,
  TreeRule<'makeStep', 'batch', false>,
  Z
>;

/** That there are no options but those of a step. */
export type StepNames<N extends PropertyKey> = {
  readonly [M in N]: M extends Option
    ? unknown
    : `makeStep: ${M & string} is no option: the options are loss, optimizer, compile, engine`;
};

/** What stands in the place of the options where arguments are given one by one. */
export type OneObject = 'makeStep: takes one object: write makeStep({ loss, optimizer })';

/** That options `N` are there, whatever they are. `_Why` is printed where one is not. */
export type Needs<N extends string, _Why extends string> = { readonly [K in N]: unknown };

/** What to write where the loss or the optimizer of a step is missing. */
export type WriteBoth = 'makeStep: write makeStep({ loss, optimizer })';

/** A function, whose parameters are no further errors where they have no type. */
export type AnyFunction = (...given: readonly never[]) => unknown;

/** Anything, a function among it. */
export type Anything = AnyFunction | {} | null | undefined;

/** The loss in a result. */
type LossIn<R> = R extends readonly [infer V, unknown] ? V : R;

/** `R` where it is a scalar, or one with a state like `S` and metrics, otherwise why it is no loss. */
export type LossResult<P, R, S, Z extends 0, N> = [Z, Co<Typedness<P>>] extends [0, Co<0>] ? Untyped<R, N> : Result<R, S, Z>;

/** Why a loss is refused whose parameters have no type; unless there is an option that there is not, for which the checker does not look at the loss. */
type Untyped<R, N> = [N] extends [Option]
  ? 'makeStep: nothing is known of the params of the loss: write it with their type, (params: Params) => ...'
  : R;

type Result<R, S, Z extends 0> = R extends readonly unknown[]
  ? number extends R['length']
    ? Loose
    : readonly [Loss<R[0], Z>, Beside<R[1], S, Z>]
  : Loss<R, Z>;

/** Why a list of unknown length is no loss: that of a function that is declared apart, and not `as const`. */
type Loose = 'makeStep: the loss function gives a list of unknown length: write [loss, { state, metrics }] as const';

/** What a loss may be. */
type Wanted = 'expected a scalar, or [scalar, { state, metrics }]';

type Loss<V, Z extends 0> = V extends Leaf
  ? Box<V['shape']> extends Box<[]>
    ? [Z, Co<Co<V['dtype']> extends Co<Float> | Co<NoDType> ? 1 : 0>] extends [0, Co<0>]
      ? `makeStep: the loss is ${Exclude<V['dtype'], Float> & DType}, and only f32 and f64 have gradients: convert it first`
      : V
    : `makeStep: the loss is a tensor of shape ${ShowShape<V['shape']>}, not a scalar: take its sum or mean first`
  : 0 extends 1 & V
    ? V
    : V extends PromiseLike<unknown>
      ? 'makeStep: the loss function is async: return tensors, not a Promise'
      : `makeStep: the loss is ${KindOf<V>}, ${Wanted}`;

type ShowShape<S> = S extends Shape ? Show<S> : '[...]';

type Beside<X, S, Z extends 0> = X extends Leaf
  ? NoAuxiliary<X>
  : X extends readonly unknown[]
    ? NoAuxiliary<X>
    : X extends object
      ? X extends { readonly state: unknown }
        ? X extends { readonly metrics: infer M }
          ? Auxiliary<S, Metrics<M, Z>>
          : `makeStep: the loss function gives no metrics beside the loss, ${Wanted}`
        : `makeStep: the loss function gives no state beside the loss, ${Wanted}`
      : NoAuxiliary<X>;

/** Metrics, which have names: a tensor or a list of them has none. */
type Metrics<M, Z extends 0> = [Z, Co<Co<M> extends Co<Leaf | readonly unknown[]> ? 1 : 0>] extends [0, Co<0>]
  ? TreeOnly<'makeStep', M, Z, "the loss function's metrics">
  : `makeStep: the loss function's metrics are ${KindOf<M>}, expected a record: { accuracy: ... }`;

type NoAuxiliary<X> = `makeStep: what the loss function gives beside the loss is ${KindOf<X>}, ${Wanted}`;

/** What metrics hold: the loss, and what the loss function measured beside it. */
export type StepMetrics<D extends Float, M> = {
  readonly [N in 'loss' | keyof M]: N extends 'loss' ? Tensor<[], D> : N extends keyof M ? M[N] : never;
};

/** The metrics of a step whose loss function has the result `R`. */
export type MetricsOf<R> = R extends readonly [{ readonly dtype: infer D extends Float }, { readonly metrics: infer M }]
  ? StepMetrics<D, M>
  : R extends { readonly dtype: infer D extends Float }
    ? StepMetrics<D, {}>
    : SaidElsewhere;
