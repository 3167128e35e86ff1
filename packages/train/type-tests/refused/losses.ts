import {
  type Dim,
  type DType,
  type Float,
  key,
  multiply,
  ones,
  scalar,
  sum,
  type Tensor,
  type Tree,
  zeros,
} from '@cotangent/core';
import { applyUpdates, batches, fold, initialState, makeStep, trainTestSplit } from '@cotangent/train';
import { nothing, one, params, plain, vector, vectorStart, whole } from '../model.ts';

const start = <P>(p: P) => initialState({ params: p, state: nothing, optimizer: plain, key: key(1) });

// What is no loss.
makeStep({ loss: (p: Tensor<[2]>) => multiply(p, 2), optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => sum(p, [], { keepDims: true }), optimizer: plain })(vectorStart, one);
makeStep({ loss: (_p: Tensor<[2]>) => sum(whole), optimizer: plain })(vectorStart, one);
makeStep({ loss: (_p: Tensor<[2]>) => 1, optimizer: plain })(vectorStart, one);
makeStep({ loss: (_p: Tensor<[2]>) => 'loss', optimizer: plain })(vectorStart, one);
makeStep({ loss: (_p: Tensor<[2]>) => undefined, optimizer: plain })(vectorStart, one);
makeStep({ loss: (_p: Tensor<[2]>) => null, optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => ({ loss: sum(p) }), optimizer: plain })(vectorStart, one);
makeStep({ loss: async (p: Tensor<[2]>) => sum(p), optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => (q: Tensor<[2]>) => sum(multiply(p, q)), optimizer: plain })(vectorStart, one);
makeStep({
  loss: (p: Tensor<[2]>) => {
    sum(p);
  },
  optimizer: plain,
})(vectorStart, one);

// What is given beside it.
makeStep({ loss: (p: Tensor<[2]>) => [multiply(p, 2), { state: nothing, metrics: {} }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [1, { state: nothing, metrics: { p } }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), {}], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), { state: nothing }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), { metrics: {} }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), p], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), { state: nothing, metrics: sum(p) }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), { state: nothing, metrics: [sum(p), p] }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), 3], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), [p]], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), null], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p)], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), { state: nothing, metrics: { n: 3 } }], optimizer: plain })(vectorStart, one);
makeStep({ loss: (p: Tensor<[2]>) => [sum(p), { state: nothing, metrics: { best: [p, { at: 'end' }] } }], optimizer: plain })(
  vectorStart,
  one,
);
makeStep({
  loss: (p: Tensor<[2]>, _s: { readonly runs: Tensor<[]> }) => [sum(p), { state: { runs: p }, metrics: {} }],
  optimizer: plain,
});

// What cannot be trained.
makeStep({ loss: (p: Tensor<[2], 'i32'>) => sum(multiply(p, whole)), optimizer: plain })(start(whole), one);
makeStep({ loss: (_p: Tensor<[2], 'i32'>) => sum(vector), optimizer: plain })(start(whole), one);
makeStep({ loss: (p: { readonly w: Tensor<[2]>; readonly n: number }) => sum(p.w), optimizer: plain })(
  start({ w: vector, n: 3 }),
  one,
);
makeStep({
  loss: (p: { readonly w: Tensor<[2]>; readonly deep: readonly [{ readonly steps: Tensor<[2], 'i32'> }] }) => sum(p.w),
  optimizer: plain,
})(start({ w: vector, deep: [{ steps: whole }] }), one);
makeStep({ loss: (p: { readonly w: Tensor<[2]>; readonly name: string }) => sum(p.w), optimizer: plain })(
  start({ w: vector, name: 'w' }),
  one,
);
makeStep({ loss: (_p: number) => sum(vector), optimizer: plain })(start(3), one);

// What is no batch.
makeStep({ loss: (p: Tensor<[2]>) => sum(p), optimizer: plain })(vectorStart, 3);
makeStep({ loss: (p: Tensor<[2]>) => sum(p), optimizer: plain })(vectorStart, { x: one, n: 'x' });
fold(makeStep({ loss: (p: Tensor<[2]>) => sum(p), optimizer: plain }))(vectorStart, [3]);
makeStep({ loss: (p: Tensor<[2]>, _s, _x) => sum(p), optimizer: plain })(vectorStart, 'x');
makeStep({ loss: (p: Tensor<[2]>, _s: {}, _x: string) => sum(p), optimizer: plain })(vectorStart, 'x');
makeStep({ loss: (p: Tensor<[2]>, _s: {}, _x: { readonly x: Tensor<[]>; readonly n: number }) => sum(p), optimizer: plain })(
  vectorStart,
  { x: one, n: 3 },
);

// Updates that are not like the parameters.
applyUpdates(params, { hidden: params.hidden });
applyUpdates(params, { ...params, more: vector });
applyUpdates(params, { ...params, hidden: { ...params.hidden, bias: vector } });
applyUpdates(params, { ...params, hidden: vector });
applyUpdates(params, vector);
applyUpdates(params.hidden.weight, ones([8, 4]));
applyUpdates(params.hidden.bias, ones([8], 'f64'));
applyUpdates([vector, vector], [vector]);
applyUpdates(whole, whole);
applyUpdates({ w: vector, n: 3 }, { w: vector, n: 3 });
applyUpdates({ w: vector, steps: [whole] }, { w: vector, steps: [whole] });
applyUpdates({ w: vector }, { w: 3 });

// Data of different lengths, or none.
batches({ x: ones([12, 4]), y: zeros([11], 'i32') }, 3);
batches({ x: ones([12, 4]), y: zeros([], 'i32') }, 3);
batches({ x: ones([12, 4]), deep: [{ y: ones([4, 12]) }] }, 3);
batches(scalar(1), 3);
batches({}, 3);
batches({ x: ones([12, 4]), n: 3 }, 3);
batches(ones([10, 4]), 4);
batches({ x: ones([60_000, 4]), y: zeros([60_000], 'i32') }, 128, { dropLast: false });
batches(ones([3]), 4);
batches(ones([10, 4]), 0);
batches(ones([10, 4]), 'batch');
batches(ones([10, 4]), [5]);
batches(ones([10, 4]), -2);
batches(ones([10, 4]), 2.5, { dropLast: true });
trainTestSplit({ x: ones([12, 4]), y: zeros([11], 'i32') }, { test: 0.25 });
trainTestSplit([ones([12, 4]), scalar(1)], { test: 0.25 });
trainTestSplit({}, { test: 0.25 });

// In generic bodies: what is not true of every type.
export const withVector = <P extends Tree<Float>>(f: (p: P) => Tensor<[2]>) => makeStep({ loss: f, optimizer: plain });
export const anyParams = <P>(f: (p: P) => Tensor<[]>) => makeStep({ loss: f, optimizer: plain });
export const anyLeaves = <P extends Tree>(f: (p: P) => Tensor<[]>) => makeStep({ loss: f, optimizer: plain });
export const anyDType = <D extends DType>(f: (p: Tensor<[2]>) => Tensor<[], D>) => makeStep({ loss: f, optimizer: plain });
export const unboundBatch = <B>(f: (p: Tensor<[2]>, s: {}, batch: B) => Tensor<[]>) => makeStep({ loss: f, optimizer: plain });
export const anyUpdates = <P extends Tree<Float>, Q extends Tree<Float>>(p: P, q: Q) => applyUpdates(p, q);
export const anyData = <T extends Tree>(data: T) => batches(data, 3);
export const anyRest = <N extends Dim>(x: Tensor<[N, 4]>) => batches(x, 3);
export const twoLengths = <N extends number, M extends number>(x: Tensor<[N, 4]>, y: Tensor<[M], 'i32'>) => batches({ x, y }, 3);
