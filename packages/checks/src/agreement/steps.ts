/**
 * The calls that may come next in a chain: functions of a tensor of a given shape, a function or a family of functions a row.
 */
import * as fc from 'fast-check';
import {
  alone,
  alongOne,
  alongTwo,
  between,
  broadcast,
  broadened,
  extended,
  multiplied,
  over,
  padded,
  parted,
  permuted,
  regrouped,
  repeated,
  type Shape,
  sliced,
  stacked,
  taken,
  takenAlong,
  thinned,
  tiled,
} from './given.ts';
import type { Row } from './rows.ts';

/** Of every shape. */
const always = (shape: Shape): readonly Row[] => [
  { names: ['add', 'multiply', 'less'], args: broadcast(shape), last: 2 },
  { names: ['sum'], args: over(shape), last: 1 },
  { names: ['flatten'], args: alone(shape) },
  { names: ['transpose'], args: permuted(shape), last: 1 },
  { names: ['expandDims'], args: between(shape), last: 1 },
  { names: ['broadcastTo'], args: broadened(shape), last: 1 },
  { names: ['stack'], args: stacked(shape) },
  { names: ['pad'], args: padded(shape) },
  { names: ['tile'], args: tiled(shape), last: 1 },
  { names: ['slice'], args: fc.oneof(sliced(shape), thinned(shape)), last: 1 },
];

/** Of shapes that have an axis. */
const along = (shape: Shape): readonly Row[] => [
  { names: ['flatten', 'squeeze'], args: alongOne(shape) },
  { names: ['softmax'], args: alongOne(shape), last: 1 },
  { names: ['swapAxes', 'moveAxis'], args: alongTwo(shape), last: 1 },
  { names: ['repeat'], args: repeated(shape) },
  { names: ['concatenate', 'concatenate', 'concatenate'], args: extended(shape) },
  { names: ['splitAxis'], args: parted(shape) },
  { names: ['take'], args: taken(shape) },
  { names: ['takeAlongAxis'], args: takenAlong(shape) },
  { names: ['matmul'], args: multiplied(shape), last: 2 },
];

/** Functions of a tensor of any shape, one with type parameters in it too. */
export const generalSteps = (shape: Shape): readonly Row[] => [...always(shape), ...(shape.length === 0 ? [] : along(shape))];

/** Functions of a tensor of a shape that has no type parameters: dimensions made of its own are known. */
export const steps = (shape: Shape): readonly Row[] => [
  ...generalSteps(shape),
  { names: ['reshape', 'reshape', 'reshape', 'reshape', 'reshape'], args: regrouped(shape), last: 1 },
];
