/**
 * What shape rules are made of: the checks of operands and attributes that many primitives share.
 */
import { type Axes, nameOf, namedAxis, sameAxis, showAxes } from '../dim.ts';
import { type DType, isFloat } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import type { Expression } from '../tensor.ts';
import type { Attributes, Primitive } from './attributes.ts';

/** Shape and dtype of one output. */
export interface Abstract {
  readonly axes: Axes;
  readonly dtype: DType;
}

/** The shape rule of a primitive. */
export type Rule<P extends Primitive> = (
  operands: readonly Expression[],
  attributes: Attributes<P>,
  primitive: P,
) => readonly Abstract[];

/** The operand at a position; a missing one is a misuse of `bind`. */
export const operandAt = <T>(operands: readonly T[], index: number): T => {
  const operand = operands[index];
  if (operand === undefined) throw new ShapeError(`operand ${index} is missing`);
  return operand;
};

/** A single output. */
export const one = (axes: Axes, dtype: DType): readonly Abstract[] => [{ axes, dtype }];

/** Throws what is wrong with a primitive's operands or attributes. */
export const refuse = (primitive: string, message: string): never => {
  throw new ShapeError(`${primitive}: ${message}`);
};

/** The common axes of operands that must agree; of a name and a literal of its size, the name. */
export const agree = (primitive: string, operands: readonly Expression[]): Axes => {
  const first = operandAt(operands, 0).axes;
  return operands.slice(1).reduce((axes, { axes: other }) => {
    if (axes.length !== other.length) refuse(primitive, `ranks differ, ${showAxes(axes)} and ${showAxes(other)}`);
    return axes.map((axis, index) => {
      const against = operandAt(other, index);
      if (sameAxis(axis, against)) return namedAxis(axis, against);
      return refuse(
        primitive,
        `shapes differ, ${showAxes(axes)} and ${showAxes(other)}: axis ${index} is ${nameOf(axis)} and ${nameOf(against)}`,
      );
    });
  }, first);
};

/** The dtype of operands that must have one in common. */
export const sameDTypes = (primitive: string, operands: readonly Expression[]): DType => {
  const { dtype } = operandAt(operands, 0);
  for (const other of operands) {
    if (other.dtype !== dtype)
      throw new DTypeError(`${primitive}: dtypes differ, ${dtype} and ${other.dtype}: convert one of them`);
  }
  return dtype;
};

/** Checks that an operand has a dtype that the primitive takes. */
export const wantDType = (primitive: string, operand: Expression, accepts: (dtype: DType) => boolean, wanted: string): void => {
  if (!accepts(operand.dtype)) throw new DTypeError(`${primitive}: needs ${wanted}, got ${operand.dtype}: convert it first`);
};

export const isNumeric = (dtype: DType): boolean => dtype !== 'bool';
export const isWhole = (dtype: DType): boolean => !isFloat(dtype);
export const isBool = (dtype: DType): boolean => dtype === 'bool';
export const isIndex = (dtype: DType): boolean => dtype === 'i32' || dtype === 'u32';

/** Checks that there is an axis at a position. */
export const checkAxis = (primitive: string, axes: Axes, axis: number): void => {
  if (!Number.isInteger(axis) || axis < 0 || axis >= axes.length) {
    refuse(primitive, `axis ${axis} is out of range for ${showAxes(axes)}`);
  }
};

/** Checks that positions are axes, each another. */
export const checkDistinct = (primitive: string, axes: Axes, positions: readonly number[]): void => {
  for (const position of positions) checkAxis(primitive, axes, position);
  if (new Set(positions).size !== positions.length) refuse(primitive, `axes [${positions.join(', ')}] repeat one`);
};

/** Attributes with an integer for each axis. */
export const checkCounts = (primitive: string, name: string, counts: readonly number[], axes: Axes): void => {
  if (counts.length !== axes.length || !counts.every(Number.isInteger)) {
    refuse(primitive, `${name} [${counts.join(', ')}] needs an integer for each axis of ${showAxes(axes)}`);
  }
};
