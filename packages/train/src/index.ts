/**
 * Training: optimizers as gradient transformations, schedules, and steps as pure reducers.
 */
export { applyUpdates } from './applyUpdates.ts';
export { ConfigError } from './config/configError.ts';
export { adam, type Adam, type AdamOptions, type AdamState, adamW, type AdamWOptions } from './optimizers/adam.ts';
export { decodeOptimizer, type Opaque } from './optimizers/decodeOptimizer.ts';
export { type Momentum, type MomentumOptions, type MomentumState, sgd, type SgdOptions } from './optimizers/sgd.ts';
export type { Count } from './scalars.ts';
export { decodeSchedule } from './schedules/decodeSchedule.ts';
export { joinSchedules } from './schedules/joinSchedules.ts';
export { piecewise, type PiecewiseOptions } from './schedules/piecewise.ts';
export type { Rate, Schedule } from './schedules/schedule.ts';
export {
  constant,
  cosineDecay,
  type CosineDecayOptions,
  exponentialDecay,
  type ExponentialDecayOptions,
  linear,
  type LinearOptions,
  warmupCosine,
  type WarmupCosineOptions,
} from './schedules/schedules.ts';
export { addDecayedWeights, type Mask } from './transformations/addDecayedWeights.ts';
export { chain, type Chained } from './transformations/chain.ts';
export { clipByGlobalNorm, clipByValue } from './transformations/clip.ts';
export { type Counting, type CountState, scale, scaleBySchedule } from './transformations/scale.ts';
export type { Optimizer, OptimizerState, StateKind, Stateless, Transformation } from './transformations/transformation.ts';
export type { Folded } from './step/sources.ts';
export { type Fold, fold } from './step/fold.ts';
export type { Auxiliary } from './step/lossResult.ts';
export { type LossWithState, makeStep, type Reducer, type ScalarLoss, type StepOptions } from './step/makeStep.ts';
export type { AnyBatch, StepMetrics } from './step/lossTypes.ts';
export { type Initial, initialState, type TrainState } from './step/trainState.ts';
export { collect, type Collector } from './observers/collect.ts';
export { logLines } from './observers/logLines.ts';
export {
  every,
  getObserverMonoid,
  type Observer,
  observers,
  type Position,
  type RunEvent,
  silent,
} from './observers/observer.ts';
export { progressBar, type ProgressOptions } from './observers/progressBar.ts';
export type { Writer } from './observers/writer.ts';
export { foldAsync, foldObserved } from './step/foldObserved.ts';
export { type BatchOptions, batches, type Batches } from './data/batches.ts';
export { epochs, repeat } from './data/epochs.ts';
export type { WithLeading } from './data/rows.ts';
export { type SplitOptions, trainTestSplit } from './data/trainTestSplit.ts';
export { type ChartOptions, lineChart } from './lineChart.ts';
export { accuracy } from './metrics/accuracy.ts';
export { confusionMatrix, showConfusionMatrix } from './metrics/confusionMatrix.ts';
export type { Labeled, LabeledLater } from './metrics/labeled.ts';
