/**
 * What a loss gives: a scalar alone, or with the next layer state and metrics.
 */
import {
  type AnyTensor,
  DTypeError,
  type Float,
  flattenTree,
  isTensor,
  ShapeError,
  type Tensor,
  type Tree,
  TraceError,
  TreeError,
} from '@cotangent/core';
import { flattenAlike } from '@cotangent/core/primitives';
import { isOptions } from '../config/options.ts';

/** What a loss with a layer state gives beside its value: the next layer state, and further metrics. */
export interface Auxiliary<S, M> {
  readonly state: S;
  readonly metrics: M;
}

type LossResult = readonly [loss: Tensor<[], Float>, auxiliary: Auxiliary<unknown, object>];

const checkScalar = ({ rank, shape, dtype }: AnyTensor): void => {
  if (rank > 0) {
    throw new ShapeError(
      `makeStep: the loss is a tensor of shape [${shape.join(', ')}], not a scalar: take its sum or mean first`,
    );
  }
  if (dtype !== 'f32' && dtype !== 'f64') {
    throw new DTypeError(`makeStep: the loss is ${dtype}, and only f32 and f64 have gradients: convert it first`);
  }
};

/** What a value is. */
const kindOf = (value: unknown): string => {
  if (isTensor(value)) return 'a tensor';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'a record' : `a ${typeof value}`;
};

const wanted = 'expected a scalar, or [scalar, { state, metrics }]';

const checkAuxiliary = (auxiliary: unknown): void => {
  if (!isOptions(auxiliary) || isTensor(auxiliary)) {
    throw new TreeError(`makeStep: what the loss function gives beside the loss is ${kindOf(auxiliary)}, ${wanted}`);
  }
  for (const name of ['state', 'metrics']) {
    if (auxiliary[name] === undefined) {
      throw new TreeError(`makeStep: the loss function gives no ${name} beside the loss, ${wanted}`);
    }
    flattenTree(auxiliary[name], `the loss function's ${name}`, 'makeStep');
  }
  const { metrics } = auxiliary;
  if (isTensor(metrics) || Array.isArray(metrics)) {
    throw new TreeError(`makeStep: the loss function's metrics are ${kindOf(metrics)}, expected a record: { accuracy: ... }`);
  }
};

/** Throws when the next state is not like the one before. */
const checkNext = (state: unknown, auxiliary: unknown): void => {
  // It has just been looked at.
  const { state: next } = auxiliary as Auxiliary<unknown, object>;
  flattenAlike('makeStep', flattenTree(state, 'state', 'makeStep'), next, "the loss function's state");
};

/** Throws, in the name of a function, when there are parameters that have no gradient. */
export const checkParams: (operation: string, params: unknown) => asserts params is Tree<Float> = (operation, params) => {
  const { leaves, paths } = flattenTree(params, 'params', operation);
  leaves.forEach(({ dtype }, index) => {
    if (dtype === 'f32' || dtype === 'f64') return;
    throw new TreeError(
      `${operation}: ${paths[index] ?? ''} is ${dtype}: only f32 and f64 tensors have gradients; keep it in the layers' state`,
    );
  });
};

/** The result of a loss function as a loss with state and metrics. Throws, in the name of `makeStep`, when it is neither. */
export const lossResult = (result: unknown, state: unknown): LossResult => {
  if (result instanceof Promise) throw new TraceError('makeStep: the loss function is async: return tensors, not a Promise');
  const pair: readonly unknown[] = Array.isArray(result) ? result : [result, { state, metrics: {} }];
  const [loss, auxiliary] = pair;
  if (!isTensor(loss)) throw new TreeError(`makeStep: the loss is ${kindOf(loss)}, ${wanted}`);
  checkScalar(loss);
  checkAuxiliary(auxiliary);
  if (pair === result) checkNext(state, auxiliary);
  // All of it has just been looked at.
  return [loss, auxiliary] as unknown as LossResult;
};
