/** Functions that are generic in the model that they train. */
import { dim, type Dim, type Float, key, ones, type Shape, type Tensor, type Tree } from '@cotangent/core';
import { dense, dropout, evaluation, input, meanSquaredError, type Mode, type Model, relu, sequential } from '@cotangent/nn';
import {
  adam,
  applyUpdates,
  batches,
  fold,
  initialState,
  makeStep,
  sgd,
  type StateKind,
  type TrainState,
  type Transformation,
} from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';

const fit = <P extends Tree<Float>, S extends Tree, I extends Dim, O extends Dim, K extends StateKind>(
  model: Model<P, S, [I], [O]>,
  optimizer: Transformation<K>,
  x: Tensor<['examples', I]>,
  y: Tensor<['examples', O]>,
) => {
  interface Batch {
    readonly x: Tensor<['batch', I]>;
    readonly y: Tensor<['batch', O]>;
  }
  const step = makeStep({
    loss: (params: P, before: S, batch: Batch, mode: Mode) => {
      const [output, state] = model.apply(params, before, mode)(batch.x);
      return [meanSquaredError(output, batch.y), { state, metrics: { output } }];
    },
    optimizer,
  });
  const start = initialState({ ...model.init(key(0)), optimizer, key: key(1) });
  const [{ params, state }, metrics] = fold(step)(start, batches({ x, y }, dim('batch', 8)));
  const still = metrics?.output satisfies Tensor<['batch', O]> | undefined;
  return [(one: Tensor<[I]>): Tensor<[O]> => model.apply(params, state, evaluation)(one)[0], still, params] as const;
};

const examples = dim('examples', 16);
const [byPosition, , list] = fit(
  sequential(dense(4, 8), relu, dense(8, 3)),
  adam({ rate: 0.1 }),
  ones([examples, 4]),
  ones([examples, 3]),
);
export const three: Tensor<[3]> = byPosition(ones([4]));
export const weight: Tensor<[4, 8]> = list[0].weight;
const [byName, , record] = fit(
  pipe(input(4), dense('hidden', 8), dropout(0.5), dense('out', 2)),
  sgd({ rate: 0.1, momentum: 0.9 }),
  ones([examples, 4]),
  ones([examples, 2]),
);
export const two: Tensor<[2]> = byName(ones([4]));
export const bias: Tensor<[2]> = record.out.bias;

// Batches of generic sizes, and in one's own loop.
export const epoch =
  <P, S, O, I extends Dim>(
    step: (state: TrainState<P, S, O>, batch: Tensor<['batch', I]>) => readonly [TrainState<P, S, O>, {}],
  ) =>
  (state: TrainState<P, S, O>, all: readonly Tensor<['batch', I]>[]): TrainState<P, S, O> =>
    fold(step)(state, all)[0];
export const moved = <P extends Tree<Float>, S>(model: Model<P, S, [4], [3]>): Tensor<[3]> => {
  const { params, state } = model.init(key(0));
  return model.apply(applyUpdates(params, params), state, evaluation)(ones([4]))[0];
};
export const begun = <P, S, In extends Shape, Out extends Shape>(model: Model<P, S, In, Out>): P => model.init(key(0)).params;
export const begunBias: Tensor<[3]> = begun(sequential(dense(4, 8), relu, dense(8, 3)))[2].bias;
