/**
 * The entry for people who write interpretations of expressions (derivatives, engines, exporters): the primitives, their
 * builders, programs, access to the expression behind a tensor, and the algebra of shapes as types.
 */
export type {
  Attributes,
  Binary,
  Comparison,
  Convolution,
  CustomJvp,
  CustomTangent,
  CustomVjp,
  DotAxes,
  GatherAxes,
  None,
  Primitive,
  Primitives,
  Reduction,
  Scan,
  Sliding,
  Unary,
  WindowReduction,
  Windows,
} from './attributes.ts';
export { bind, bindOne } from './bind.ts';
export * as P from './builders.ts';
export { type Abstract, operandAt } from './rule.ts';
export { shapeRules } from './shapeRules.ts';
export { kernelEdges, transposedEdges, windowCount } from './windows.ts';
export { applyProgram, rebind } from './apply.ts';
export { byId, type Equation, isEquation } from '../equation.ts';
export { closedProgram, dependents, equationsBetween, type Program, program } from '../program.ts';
export { agree, checkAxes, checkAxis, showAxes, sizesApart } from '../dim.ts';
export { checkFloat } from '../dtype.ts';
export { checkKnown, checkOptions } from '../operations/untyped/options.ts';
export { type Behind, checkBehind, checkNone, type NoneBehind, type OptionsOf, type SecondCall } from '../misplaced.ts';
export { describe } from '../decodeError.ts';
export type { Described } from '../described.ts';
export { checkFunction } from '../checkFunction.ts';
export { checkOnly } from '../operations/untyped/signature.ts';
export { checkBeforeLabels, checkLabels } from '../operations/untyped/labels.ts';
export type { BeforeLabels, OrBoth, WholeNumbers } from '../shape/labels.ts';
export { inheritOrigin, rememberOrigin } from '../origin.ts';
export { axesOf, checkTensor, equationOf, type Expression, expressionOf, typed } from '../tensor.ts';
export { pathTo } from '../tree.ts';
export { callTraced, placeholders } from '../trace.ts';
export { asCondition, type TraceScope, traceScope } from '../traceScope.ts';
export type {
  Box,
  CannotTell,
  Co,
  Dims,
  Equal,
  ExpectedTensor,
  Kind,
  LiteralName,
  NoResult,
  NoShape,
  NothingKnown,
  OneName,
  Refusal,
  Show,
  ShowList,
  Told,
  TensorExpected,
  Typed,
  UnknownOf,
  WideDim,
  Wrapped,
} from '../shape/dims.ts';
export type { CutAt, DimAt, LastAxis } from '../shape/axes.ts';
export type { Plus, Product } from '../shape/names.ts';
export type { DimArgument, ShapeOf, Nameless, NamelessDim, NoSize, ShapeArgument, WhichSize } from '../shape/argument.ts';
export type { MayBeMissing, OneOf, Several, Unlisted } from '../shape/single.ts';
export type { DTypeDifference, Floats, NoDType, Operand, Takes } from '../shape/dtypes.ts';
export type { Decided, DTypeOr, OneFlag, Optional, OtherDType } from '../shape/optional.ts';
export type { FromZeroToBelowOne } from '../shape/unitInterval.ts';
export type { Divide } from '../shape/arithmetic.ts';
export { checkKey, type KeyOr, type NoKey } from '../random/key.ts';
export { flattenAlike } from '../alike.ts';
export { byPath, leadingAxis } from '../leadingAxis.ts';
export type { Precedes, Slices } from '../scanTypes.ts';
export type { Alike, Differences, Faultless, KindOf } from '../treeAlike.ts';
export type {
  At,
  Checked,
  CheckedArgument,
  CheckedResult,
  Fault,
  FloatBound,
  FloatRule,
  Holds,
  Rule,
  TreeArgument,
  TreeArguments,
  TreeOnly,
  TreeRule,
  UnboundFloats,
  UnboundResult,
} from '../treeChecks.ts';
export type { Leaf } from '../treeTypes.ts';
