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
export type { OptimizerState, StateKind, Stateless, Transformation } from './transformations/transformation.ts';
