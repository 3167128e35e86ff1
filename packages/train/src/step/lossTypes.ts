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

/** `P`, the parameters of a loss with result `R`, where they are a tree of floats, otherwise why they cannot be trained. */
export type LossParams<P, R, Z extends 0> = FloatBound<
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

/** The loss in a result. */
type LossIn<R> = R extends readonly [infer V, unknown] ? V : R;

/** `R` where it is a scalar, or one with a state like `S` and metrics, otherwise why it is no loss. */
export type LossResult<R, S, Z extends 0> = R extends readonly unknown[]
  ? readonly [Loss<R[0], Z>, Beside<R[1], S, Z>]
  : Loss<R, Z>;

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

/** The metrics of no loss: the call is refused for it, and what is done with them says nothing further. */
// oxlint-disable-next-line typescript/no-explicit-any -- reached beside a refused loss alone: it lets nothing wrong compile
type NoMetrics = any;

/** The metrics of a step whose loss function has the result `R`. */
export type MetricsOf<R> = R extends readonly [{ readonly dtype: infer D extends Float }, { readonly metrics: infer M }]
  ? StepMetrics<D, M>
  : R extends { readonly dtype: infer D extends Float }
    ? StepMetrics<D, {}>
    : NoMetrics;
