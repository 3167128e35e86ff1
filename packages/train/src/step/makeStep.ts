/**
 * The training step: a pure reducer made of a loss and an optimizer.
 */
import { compile, type Engine, evaluate, flattenTree, foldIn, type Float, referenceEngine, type Tensor } from '@cotangent/core';
import { valueAndGrad } from '@cotangent/grad';
import { type Mode, train } from '@cotangent/nn';
import { applyUpdates } from '../applyUpdates.ts';
import { checkNames } from '../config/checkNames.ts';
import { ConfigError } from '../config/configError.ts';
import { checked, expected, flag, type Guard, isOptions, optional, options, required } from '../config/options.ts';
import { increment } from '../scalars.ts';
import { hasMethods, transformation } from '../transformations/isTransformation.ts';
import type {
  NoOptimizer,
  OptimizerState,
  StateKind,
  Transformation,
  TransformationOr,
} from '../transformations/transformation.ts';
import { type Auxiliary, checkParams, lossResult } from './lossResult.ts';
import type {
  AnyBatch,
  AnyFunction,
  Anything,
  LossBatch,
  LossParams,
  LossResult,
  MetricsOf,
  Needs,
  SaidElsewhere,
  NoTree,
  OneObject,
  StepNames,
  WriteBoth,
} from './lossTypes.ts';
import type { TrainState } from './trainState.ts';

/** A pure step: from a state and what comes next to the next state, and what is worth knowing about it. */
export type Reducer<S, B, M> = (state: S, batch: B) => readonly [state: S, metrics: M];

/** A loss that gives the next layer state and metrics with it. */
export type LossWithState<P, S, B, D extends Float, M> = (
  params: P,
  state: S,
  batch: B,
  mode: Mode,
) => readonly [loss: Tensor<[], D>, auxiliary: Auxiliary<S, M>];

/** A loss alone: the layer state, if there is any, stays as it is. */
export type ScalarLoss<P, S, B, D extends Float> = (params: P, state: S, batch: B, mode: Mode) => Tensor<[], D>;

/** What steps are made of. */
export interface StepOptions<L, K extends StateKind> {
  readonly loss: L;
  readonly optimizer: Transformation<K>;
  /** Whether the step is traced once for each shape of its arguments, and then run as a whole; `true` when left out. The bits are the same. */
  readonly compile?: boolean;
  /** What runs it; the reference engine when left out. */
  readonly engine?: Engine;
}

/** The same, of which the checker looks at each, whether the others are there or not. */
interface Parts<L, K extends StateKind> {
  readonly loss?: L;
  readonly optimizer?: TransformationOr<K, NoOptimizer<'makeStep'>>;
  readonly compile?: boolean;
  readonly engine?: Engine;
}

type AnyState = TrainState<unknown, unknown, unknown>;
type AnyLoss = (params: unknown, state: unknown, batch: unknown, mode: Mode) => unknown;

/** Any kind of loss as one with state and metrics. */
const withAuxiliary =
  (loss: AnyLoss): LossWithState<unknown, unknown, unknown, Float, object> =>
  (params, state, batch, mode) =>
    lossResult(loss(params, state, batch, mode), state);

const reducer = <K extends StateKind>(loss: AnyLoss, optimizer: Transformation<K>): Reducer<AnyState, unknown, object> => {
  const differentiated = valueAndGrad(withAuxiliary(loss), { auxiliary: true });
  return ({ params, state, optimizer: before, key, step }, batch) => {
    checkParams('makeStep', params);
    const mode = train(foldIn(key, step));
    const [[value, { state: next, metrics }], gradients] = differentiated(params, state, batch, mode);
    // Gradients are like what they are of.
    const [updates, after] = optimizer.update(gradients as typeof params, before, params);
    const result = { params: applyUpdates(params, updates), state: next, optimizer: after, key, step: increment(step) };
    // The loss comes first, and is the loss whatever the function's own metrics are called.
    return [Object.freeze(result), Object.freeze(Object.assign({ loss: value }, metrics, { loss: value }))];
  };
};

/** A step whose results are computed at once, so that no step holds on to those before it. */
const evaluated =
  (step: Reducer<AnyState, unknown, object>, engine: Engine): Reducer<AnyState, unknown, object> =>
  (state, batch) =>
    evaluate(step(state, batch), { engine });

/** A step that says itself what is no batch of tensors, compiled or not. */
const named =
  (step: Reducer<AnyState, unknown, object>): Reducer<AnyState, unknown, object> =>
  (state, batch) => {
    flattenTree(batch, 'batch', 'makeStep');
    return step(state, batch);
  };

const isLoss: Guard<AnyLoss> = expected(
  'a function (params, state, batch, mode) => loss',
  (value): value is AnyLoss => typeof value === 'function',
);
const isEngine: Guard<Engine> = expected('an engine', (value): value is Engine => hasMethods(value, 'compile'));

/** Throws `ConfigError` for arguments one by one, for an option that there is not, and for one that is missing. */
const checkOneObject = (given: unknown, more: readonly unknown[]): void => {
  if (more.length > 0 || typeof given === 'function' || hasMethods(given, 'init', 'update')) {
    throw new ConfigError('makeStep: takes one object: write makeStep({ loss, optimizer })');
  }
  if (isOptions(given)) checkNames('makeStep', given, ['loss', 'optimizer'], ['compile', 'engine']);
};

/**
 * A training step from a loss and an optimizer: `(state, batch) -> [state, metrics]`, pure.
 *
 * The loss takes parameters, the layers' state, a batch and a mode, and gives a scalar, or `[scalar, { state, metrics }]` when layers
 * have a state or there is more to measure. The mode carries a key of its own for each step: `foldIn(state.key, state.step)`. Metrics
 * are what the loss measured, and `loss` itself; none is computed before it is read. The step is compiled, once for each shape of a batch.
 * Under `vmap` or `grad` it is the plain function, so that many runs can be trained side by side.
 * A batch is a tree of tensors; of a loss that says nothing of its batch it is any tree. Throws `ConfigError` when an option is missing or
 * unknown; a step throws `TreeError` for a batch that is no tree.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, multiply, subtract, sum, tensor, type Tensor } from '@cotangent/core';
 * import { initialState, makeStep, sgd } from '@cotangent/train';
 *
 * type Params = { readonly w: Tensor<[2]> };
 * const optimizer = sgd({ rate: 0.25 });
 * const step = makeStep({
 *   loss: ({ w }: Params, _state: {}, target: Tensor<[2]>) => sum(multiply(subtract(w, target), subtract(w, target))),
 *   optimizer,
 * });
 * const start = initialState({ params: { w: tensor([0, 0]) }, state: {}, optimizer, key: key(0) });
 * const [next, { loss }] = step(start, tensor([1, 2]));
 * assert.deepEqual(next.params.w.toNested(), [0.5, 1]);
 * assert.equal(loss.item(), 5);
 * ```
 */
export function makeStep<
  P,
  S,
  const R,
  K extends StateKind,
  B = AnyBatch<NoTree>,
  const N extends PropertyKey = never,
  Z extends 0 = 0,
>(
  given: Needs<'loss' | 'optimizer', WriteBoth> &
    StepNames<N> &
    Parts<(params: LossParams<P, R, Z>, state: S, batch: LossBatch<B, Z>, mode: Mode) => LossResult<P, R, S, Z, N>, K>,
): Reducer<TrainState<P, S, OptimizerState<K, P>>, B, MetricsOf<R>>;
/** Fits no call: what is given one by one. */
export function makeStep(first: Anything, second: OneObject & AnyFunction, ...more: readonly unknown[]): SaidElsewhere;
export function makeStep<K extends StateKind>(given: unknown, ...more: readonly unknown[]): unknown {
  checkOneObject(given, more);
  const {
    loss,
    optimizer,
    compile: isCompiled = true,
    engine = referenceEngine,
  } = checked(
    'makeStep',
    options<StepOptions<AnyLoss, K>>({
      loss: required(isLoss),
      optimizer: required(transformation<K>('an optimizer, such as sgd({ rate: 0.1 })')),
      compile: optional(flag),
      engine: optional(isEngine),
    }),
    given,
  );
  const step = reducer(loss, optimizer);
  // The overloads give it the types of its loss and optimizer.
  return named(isCompiled ? compile(step, { engine }) : evaluated(step, engine));
}
