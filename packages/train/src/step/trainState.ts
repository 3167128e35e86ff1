/**
 * All that a training run carries along, as one immutable tree of tensors.
 */
import { flattenTree, type Float, isTensor, type Key, type Tree } from '@cotangent/core';
import type { CheckedArgument, KeyOr, TreeArgument, UnboundFloats } from '@cotangent/core/primitives';
import { checkNames } from '../config/checkNames.ts';
import { argument, expected, type Guard, isOptions } from '../config/options.ts';
import { type Count, zeroCount } from '../scalars.ts';
import { transformation } from '../transformations/isTransformation.ts';
import { checkParams } from './lossResult.ts';
import type { Needs, ParamsRule } from './lossTypes.ts';
import type {
  NoOptimizer,
  OptimizerState,
  StateKind,
  Transformation,
  TransformationOr,
} from '../transformations/transformation.ts';

/**
 * The state of a training run: parameters `P`, layer state `S`, optimizer state `O`, the key of its randomness, and the step.
 *
 * It holds everything that the next step depends on: saved and loaded, a run goes on with the same bits.
 *
 * @example
 * ```ts
 * import type { Tensor } from '@cotangent/core';
 * import type { AdamState, TrainState } from '@cotangent/train';
 *
 * type Params = { readonly weight: Tensor<[2, 1]>; readonly bias: Tensor<[1]> };
 * const weightOf = ({ params }: TrainState<Params, {}, AdamState<Params>>): Tensor<[2, 1]> => params.weight;
 * console.log(weightOf);
 * ```
 */
export interface TrainState<P, S, O> {
  readonly params: P;
  readonly state: S;
  readonly optimizer: O;
  readonly key: Key;
  readonly step: Count;
}

/** What a training run starts from. */
export interface Initial<P, S, K extends StateKind> {
  readonly params: P;
  /** The layers' state; `{}` when they have none. */
  readonly state: S;
  readonly optimizer: Transformation<K>;
  /** The key of all that is random in training. */
  readonly key: Key;
}

/** The same, of which the checker looks at each, whether the others are there or not. */
interface Parts<P, S, K extends StateKind> {
  readonly params?: P;
  readonly state?: S;
  readonly optimizer?: TransformationOr<K, NoOptimizer<'initialState'>>;
  readonly key?: KeyOr<NoStartKey>;
}

/** What to write where something is missing. */
type WriteAll = 'initialState: write initialState({ params, state, optimizer, key })';

type NoStartKey = 'initialState: expected a key, such as key(0)';

/** That there is nothing else. */
type Names<N extends PropertyKey> = {
  readonly [M in N]: M extends keyof Initial<unknown, unknown, StateKind>
    ? unknown
    : `initialState: ${M & string} is no option: the options are params, state, optimizer, key`;
};

const initial = expected('an object { params, state, optimizer, key }', isOptions);

const tree = <T>(name: string): Guard<T> => expected(name, (value): value is T => typeof value === 'object' && value !== null);

const isKey: Guard<Key> = expected(
  'a key, such as key(0)',
  (value): value is Key => isTensor(value) && value.dtype === 'u32' && value.shape.join() === '2',
);

/**
 * The state before the first step. A model's `init` gives `params` and `state`, so that both can be spread into it. Throws `ConfigError`
 * when a part is missing or is none, `TreeError` when params are no tree of floats or state is no tree.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, zeros } from '@cotangent/core';
 * import { initialState, sgd } from '@cotangent/train';
 *
 * const params = { weight: zeros([2, 1]), bias: zeros([1]) };
 * const state = initialState({ params, state: {}, optimizer: sgd({ rate: 0.1, momentum: 0.9 }), key: key(0) });
 * assert.equal(state.step.item(), 0);
 * assert.deepEqual(state.optimizer.momentum.bias.toNested(), [0]);
 * ```
 */
export const initialState = <P, S, K extends StateKind, const N extends PropertyKey = never, Z extends 0 = 0>(
  from: Needs<keyof Initial<unknown, unknown, StateKind>, WriteAll> &
    Names<N> &
    Parts<
      CheckedArgument<UnboundFloats<'initialState', 'params'>, P, ParamsRule<'initialState'>, Z, Tree<Float>>,
      TreeArgument<'initialState', S, Z, 'state'>,
      K
    >,
): TrainState<P, S, OptimizerState<K, P>> => {
  const given = argument('initialState', 'the argument', initial, from);
  checkNames('initialState', given, ['params', 'state', 'optimizer', 'key']);
  const params = argument('initialState', 'params', tree<P>('a tree of parameters'), given['params']);
  const state = argument('initialState', 'state', tree<S>("the layers' state, {} when they have none"), given['state']);
  const optimizer = argument(
    'initialState',
    'optimizer',
    transformation<K>('an optimizer, such as sgd({ rate: 0.1 })'),
    given['optimizer'],
  );
  const key = argument('initialState', 'key', isKey, given['key']);
  checkParams('initialState', params);
  flattenTree(state, 'state', 'initialState');
  // What is known of the parameters beside their type makes no other state.
  const memory = optimizer.init(params) as OptimizerState<K, P>;
  return Object.freeze({ params, state, optimizer: memory, key, step: zeroCount() });
};
