import {
  add,
  dim,
  type Dim,
  type Float,
  type Integer,
  key,
  mapTree,
  matmul,
  mean,
  multiply,
  ones,
  scan,
  type Shape,
  sigmoid,
  square,
  subtract,
  sum,
  tanh,
  type Tensor,
  type Tree,
  zeros,
} from '@cotangent/core';
import {
  accuracy,
  adam,
  applyUpdates,
  batches,
  confusionMatrix,
  fold,
  initialState,
  makeStep,
  type OptimizerState,
  type Reducer,
  sgd,
  type StateKind,
  type StepMetrics,
  type TrainState,
  trainTestSplit,
  type Transformation,
} from '@cotangent/train';
import { grad } from '@cotangent/grad';
import { one, plain, vector, vectorStart } from '../model.ts';

/** Holds when two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(answer: Same<A, B>): boolean => answer;

// What is given beside the loss needs no `as const`.
const measured = makeStep({
  loss: (p: Tensor<[2]>, s: { readonly runs: Tensor<[]> }) => [
    sum(p),
    { state: { runs: add(s.runs, 1) }, metrics: { norm: sum(square(p)), best: [p] } },
  ],
  optimizer: plain,
});
same<
  typeof measured,
  Reducer<
    TrainState<
      Tensor<[2]>,
      { readonly runs: Tensor<[]> },
      OptimizerState<typeof plain extends Transformation<infer K> ? K : never, Tensor<[2]>>
    >,
    Parameters<typeof measured>[1],
    StepMetrics<'f32', { readonly norm: Tensor<[]>; readonly best: readonly [Tensor<[2]>] }>
  >
>(true);
export const norm: Tensor<[]> = measured({ ...vectorStart, state: { runs: zeros([]) } }, one)[1].norm;

// A function that states its result, and one that gives either.
const stated = (p: Tensor<[2]>): readonly [Tensor<[]>, { readonly state: {}; readonly metrics: { readonly p: Tensor<[2]> } }] => [
  sum(p),
  { state: {}, metrics: { p } },
];
export const kept: Tensor<[2]> = makeStep({ loss: stated, optimizer: plain })(vectorStart, one)[1].p;

// Interfaces, lists and lists of records as parameters.
interface Cell {
  readonly input: Tensor<[3, 8]>;
  readonly hidden: Tensor<[2, 8]>;
  readonly bias?: Tensor<[8]>;
}
export const cells = makeStep({
  loss: (p: readonly Cell[]) => (p[0] === undefined ? sum(vector) : sum(p[0].input)),
  optimizer: plain,
});
export const cellsAfter: readonly Cell[] = cells(
  initialState({
    params: [{ input: ones([3, 8]), hidden: ones([2, 8]) }] as readonly Cell[],
    state: {},
    optimizer: plain,
    key: key(0),
  }),
  one,
)[0].params;
export const pairs: readonly [Tensor<[2]>, { readonly b: Tensor<[], 'f64'> }] = applyUpdates(
  [vector, { b: ones([], 'f64') }] as const,
  [vector, { b: ones([], 'f64') }],
);

// Generic in the tree of parameters.
export const trained = <P extends Tree<Float>>(loss: (p: P) => Tensor<[]>, params: P): P => {
  const step = makeStep({ loss, optimizer: plain });
  return fold(step)(initialState({ params, state: {}, optimizer: plain, key: key(0) }), [one, one])[0].params;
};
export const vectorAfter: Tensor<[2]> = trained((p: Tensor<[2]>) => sum(p), vector);
export const withBatches = <P extends Tree<Float>, B extends Tree, K extends StateKind>(
  loss: (p: P, state: {}, batch: B) => Tensor<[]>,
  optimizer: Transformation<K>,
  data: Iterable<B>,
) => {
  const step = makeStep({ loss, optimizer });
  return (params: P): P => fold(step)(initialState({ params, state: {}, optimizer, key: key(0) }), data)[0].params;
};
export const regression = withBatches(
  (
    p: { readonly w: Tensor<[4]>; readonly b: Tensor<[]> },
    _s,
    { x, y }: { readonly x: Tensor<['batch', 4]>; readonly y: Tensor<['batch']> },
  ) => mean(square(subtract(add(matmul(x, p.w), p.b), y))),
  sgd({ rate: 0.1, momentum: 0.9 }),
  batches({ x: ones([12, 4]), y: ones([12]) }, dim('batch', 5)),
);
export const bias: Tensor<[]> = regression({ w: ones([4]), b: ones([]) }).b;

// Generic in dtype, and in sizes.
export const anyFloat = <D extends Float>(p: Tensor<[2], D>): Tensor<[2], D> => trainedOne(p);
const trainedOne = <D extends Float>(p: Tensor<[2], D>): Tensor<[2], D> =>
  makeStep({ loss: (q: Tensor<[2], D>) => sum(q), optimizer: plain })(
    initialState({ params: p, state: {}, optimizer: plain, key: key(0) }),
    one,
  )[0].params;
export const anySize = <In extends Dim, Out extends Dim>(x: Tensor<['batch', In]>, y: Tensor<['batch', Out]>) =>
  makeStep({
    loss: (p: { readonly w: Tensor<[In, Out]>; readonly b: Tensor<[Out]> }) =>
      mean(square(subtract(add(matmul(x, p.w), p.b), y))),
    optimizer: plain,
  });
export const recurrent = <B extends Dim, T extends Dim, H extends Dim>(xs: Tensor<[T, B, H]>, start: Tensor<[B, H]>) =>
  makeStep({
    loss: (p: { readonly input: Tensor<[H, H]>; readonly hidden: Tensor<[H, H]> }) => {
      const [last, all] = scan(
        (h: Tensor<[B, H]>, x: Tensor<[B, H]>) => {
          const next = tanh(add(matmul(x, p.input), matmul(h, p.hidden)));
          return [next, sigmoid(next)];
        },
        start,
        xs,
      );
      return [mean(square(last)), { state: {}, metrics: { all } }];
    },
    optimizer: plain,
  });
export const allOf: Tensor<[7, 'batch', 5]> = recurrent(ones([7, dim('batch', 2), 5]), ones([dim('batch', 2), 5]))(
  initialState({ params: { input: ones([5, 5]), hidden: ones([5, 5]) }, state: {}, optimizer: plain, key: key(0) }),
  one,
)[1].all;
export const halves = <N extends Dim>(x: Tensor<[N, 4]>, y: Tensor<[N], 'i32'>) => trainTestSplit({ x, y }, { test: 0.5 });
export const calledParts: readonly [Tensor<['letters', 4]>, Tensor<['rest', 4]>] = trainTestSplit(ones([12, 4]), {
  test: 0.5,
  names: ['letters', 'rest'],
});
export const fullBatches = <N extends Dim>(x: Tensor<[N, 4]>): Iterable<Tensor<[3, 4]>> => batches(x, 3, { dropLast: true });
export const someBatches = <N extends Dim>(x: Tensor<[N, 4]>): Iterable<Tensor<['batch', 4]>> => batches(x, dim('batch', 3));
export const namedExamples: Iterable<Tensor<[5, 4]>> = batches(ones([dim('examples', 10), 4]), 5);
export const perhapsDropped = (options: { readonly dropLast: boolean }) => batches(ones([10, 4]), 5, options);
export const scaled = <P extends Tree<Float>>(params: P): P => applyUpdates(params, params);
export const product = <N extends Dim>(p: Tensor<[N]>): Tensor<[N]> => applyUpdates(p, multiply(p, 2));
export const measures = <B extends Dim, C extends Dim, D extends Float, I extends Integer>(
  x: Tensor<[B, C], D>,
  y: Tensor<[B], I>,
) => [accuracy(x, y), accuracy(y)(x), confusionMatrix(x, y)] as const;

// Rules of one's own, for any parameters.
export const descended = <P extends Tree<Float>>(loss: (p: P) => Tensor<[]>, params: P, rate: number): P =>
  mapTree((p, g) => subtract(p, multiply(g, rate)), params, grad(loss)(params));
export const decayedBy = <P extends Tree<Float>>(params: P, decay: number): P =>
  applyUpdates(
    params,
    mapTree((p) => multiply(p, -decay), params),
  );
export const averageOf = <P extends Tree<Float>>(average: P, params: P): P =>
  mapTree((a, p) => add(multiply(a, 0.99), multiply(p, 0.01)), average, params);
export const started = <P extends Tree<Float>, S extends Tree>(params: P, state: S): P =>
  initialState({ params, state, optimizer: adam({ rate: 0.1 }), key: key(0) }).params;
export const partUpdated = <P extends Tree<Float>>(params: { readonly left: P; readonly right: Tensor<[2]> }): typeof params =>
  applyUpdates(params, params);
export const anyShapeUpdated = <S extends Shape, D extends Float>(params: { readonly w: Tensor<S, D> }): typeof params =>
  applyUpdates(params, params);

// Batches of a loss that says nothing of them, or is generic in them, or takes what it is given.
const quiet = makeStep({ loss: (p: Tensor<[2]>) => sum(p), optimizer: plain });
export const ranQuiet = [
  quiet(vectorStart, one),
  quiet(vectorStart, {}),
  quiet(vectorStart, { x: one, more: [one] }),
  fold(quiet)(vectorStart, [one, [one]]),
];
export const anyTreeOfBatch = <B extends Tree>(f: (p: Tensor<[2]>, s: {}, b: B) => Tensor<[]>, b: B) =>
  makeStep({ loss: f, optimizer: plain })(vectorStart, b);
export const anyBatch = makeStep({ loss: (p: Tensor<[2]>, _s: {}, _b: Tree) => sum(p), optimizer: plain })(vectorStart, [one]);
