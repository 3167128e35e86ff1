/**
 * What the compiler knows of states, and what it refuses. The lines under `@ts-expect-error` are never run.
 */
import { type Float, key, type Key, multiply, scalar, sum, tensor, type Tensor, type Tree } from '@cotangent/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  adam,
  type Adam,
  type AdamState,
  adamW,
  applyUpdates,
  chain,
  clipByGlobalNorm,
  fold,
  initialState,
  linear,
  makeStep,
  type MomentumState,
  type OptimizerState,
  type Reducer,
  scaleBySchedule,
  sgd,
  type StateKind,
  type TrainState,
  type Transformation,
} from './index.ts';

interface Params {
  readonly weight: Tensor<[2, 3]>;
  readonly bias: Tensor<[3], 'f64'>;
}

const params: Params = {
  weight: tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]),
  bias: tensor([1, 2, 3], 'f64'),
};
type Count = Tensor<[], 'i32'>;

describe('the type of a state', () => {
  it('is visible, in the tree of the parameters', () => {
    const plain = sgd({ rate: 0.1 }).init(params);
    expectTypeOf(plain).toEqualTypeOf<{ readonly count: Count }>();
    const heavy = sgd({ rate: 0.1, momentum: 0.9 }).init(params);
    expectTypeOf(heavy).toEqualTypeOf<MomentumState<Params>>();
    expectTypeOf(heavy.momentum.weight).toEqualTypeOf<Tensor<[2, 3]>>();
    const state = adam({ rate: 0.1 }).init(params);
    expectTypeOf(state).toEqualTypeOf<AdamState<Params>>();
    expectTypeOf(state.variance).toEqualTypeOf<Params>();
    const chained = chain(
      clipByGlobalNorm(1),
      adamW({ rate: 0.1 }),
      chain(scaleBySchedule(linear({ from: 1, to: 0, steps: 9 }))),
    ).init(params);
    expectTypeOf(chained).toEqualTypeOf<
      readonly [{ readonly [K in never]: never }, AdamState<Params>, readonly [{ readonly count: Count }]]
    >();
    expect([Object.keys(plain), Object.keys(heavy), Object.keys(state), chained.length]).toEqual([
      ['count'],
      ['count', 'momentum'],
      ['count', 'mean', 'variance'],
      3,
    ]);
  });

  it('is known inside functions generic in the parameters', () => {
    const halved = <P extends Tree<Float> | object>(tree: P, optimizer: Transformation<Adam>): AdamState<P> => {
      const state = optimizer.init(tree);
      const [updates, next] = optimizer.update(tree, state, tree);
      const same: P = updates;
      expect(same).not.toBe(tree);
      return next;
    };
    expect(halved(params, adam({ rate: 0.1 })).count.item()).toBe(1);
  });

  it("is that of the kind, for transformations of one's own", () => {
    interface LastState<P> {
      readonly last: P;
    }
    interface Last extends StateKind {
      readonly state: LastState<this['params']>;
    }
    // Gives the gradients of the step before.
    const late: Transformation<Last> = {
      init: (first) => ({ last: first }),
      update: (gradients, { last }) => [last, { last: gradients }],
    };
    expectTypeOf<OptimizerState<Last, Params>>().toEqualTypeOf<LastState<Params>>();
    const [[updates]] = [late.update(params, late.init(params), params)];
    expect(updates).toBe(params);
  });
});

describe('the type of a step', () => {
  const loss = (x: Tensor<[2]>, _state: {}, batch: Tensor<[2]>) => sum(multiply(x, batch));
  const optimizer = sgd({ rate: 0.1 });

  it('follows from its loss and its optimizer', () => {
    const step = makeStep({
      loss: (x: Tensor<[2]>, state: { readonly runs: Tensor<[]> }, batch: Tensor<[2]>) =>
        [sum(multiply(x, batch)), { state, metrics: { twice: multiply(x, 2) } }] as const,
      optimizer,
    });
    const start = initialState({ params: tensor([1, 2]), state: { runs: scalar(0) }, optimizer, key: key(0) });
    const [next, metrics] = step(start, tensor([3, 4]));
    expectTypeOf(next.params).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(next.state).toEqualTypeOf<{ readonly runs: Tensor<[]> }>();
    expectTypeOf(next.optimizer).toEqualTypeOf<{ readonly count: Count }>();
    expectTypeOf(next.key).toEqualTypeOf<Key>();
    expectTypeOf(metrics).toEqualTypeOf<{ readonly loss: Tensor<[]>; readonly twice: Tensor<[2]> }>();
    const [, last] = fold(step)(start, []);
    expectTypeOf(last).toEqualTypeOf<typeof metrics | undefined>();
    expect(metrics.loss.item()).toBe(11);
  });

  it('keeps the dtype of the loss', () => {
    const step = makeStep({ loss: (x: Tensor<[], 'f64'>) => multiply(x, x), optimizer });
    expectTypeOf(step).returns.toEqualTypeOf<
      readonly [
        state: TrainState<Tensor<[], 'f64'>, unknown, { readonly count: Count }>,
        metrics: { readonly loss: Tensor<[], 'f64'> },
      ]
    >();
    expect(typeof step).toBe('function');
  });

  it('refuses what does not fit', () => {
    const square = tensor([
      [1, 2],
      [3, 4],
    ]);
    const step = makeStep({ loss, optimizer });
    const start = initialState({ params: tensor([1, 2]), state: {}, optimizer, key: key(0) });
    const refused = [
      // @ts-expect-error a state of sgd has no momentum unless it is asked for
      (): unknown => sgd({ rate: 0.1 }).init(params).momentum,
      // @ts-expect-error nesterov needs momentum
      () => sgd({ rate: 0.1, nesterov: true }),
      // @ts-expect-error of a momentum that may be missing the state is not known
      (momentum: number | undefined): unknown => sgd({ rate: 0.1, momentum }).init(params).momentum,
      // @ts-expect-error an unknown option, misspelt
      () => adam({ rate: 0.1, beta3: 0.9 }),
      // @ts-expect-error updates of another tree
      () => applyUpdates(params, { weight: params.weight }),
      // @ts-expect-error updates of another shape
      () => applyUpdates(params.weight, square),
      // @ts-expect-error a state of another optimizer
      () => adam({ rate: 1 }).update(params, sgd({ rate: 1 }).init(params), params),
      // @ts-expect-error a batch of another shape
      () => step(start, tensor([1, 2, 3])),
      // @ts-expect-error a state made with another optimizer
      () => makeStep({ loss, optimizer: adam({ rate: 1 }) })(start, tensor([1, 2])),
      // @ts-expect-error a loss that is no scalar
      () => makeStep({ loss: (x: Tensor<[2]>) => multiply(x, 2), optimizer }),
      // @ts-expect-error a chain of something that is no transformation
      () => chain(sgd({ rate: 1 }), 0.1),
    ];
    expect(refused.length).toBe(11);
    const custom: Reducer<number, string, number> = (count, text) => [count + text.length, count];
    // @ts-expect-error batches of another type
    expect(() => fold(custom)(0, [1, 2])).not.toThrow();
  });
});
