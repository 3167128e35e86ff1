/**
 * Gradient checking: arbitraries of shapes and tensors for fast-check, and the checker of derivatives.
 */
export { axes, type AxesOptions } from './arbitraries/axes.ts';
export { broadcastableShapes } from './arbitraries/broadcastableShapes.ts';
export { dims, type DimOptions } from './arbitraries/dims.ts';
export {
  awayFrom,
  between,
  booleans,
  distinct,
  type Domain,
  inFloat32,
  integers,
  nonzero,
  positive,
  real,
  small,
  unitInterval,
} from './arbitraries/domain.ts';
export { shapes, type ShapeOptions } from './arbitraries/shapes.ts';
export { tensors } from './arbitraries/tensors.ts';
export { type TensorTree, type TreeOptions, trees } from './arbitraries/trees.ts';
export { checkGradient, type GradientOptions } from './checkGradient.ts';
export { gradientProperty } from './gradientProperty.ts';
export { GradientError, type GradientReport, type GradientSummary } from './report.ts';
export {
  type CaseRuns,
  casesOf,
  type GradientCase,
  gradientCase,
  type GradientRow,
  type GradientTable,
  uncovered,
} from './gradientTable.ts';
