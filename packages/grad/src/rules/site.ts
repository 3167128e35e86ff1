/**
 * What derivative rules are: functions of the place where a primitive is applied.
 */
import { type AnyTensor, type Axis, InternalError } from '@cotangent/core';
import type { Attributes, Primitive, Program } from '@cotangent/core/primitives';

/** A tangent or a cotangent; `undefined` is zero, and stays so: no tensor of zeros is made until somebody asks for one. */
export type Tangent = AnyTensor | undefined;

/** Values of a program's outputs with their tangents. */
export interface Pushed {
  readonly outputs: readonly AnyTensor[];
  readonly tangents: readonly Tangent[];
}

/** Pushes tangents of a program's inputs forward to its outputs, at the inputs themselves. */
export type PushForward = (program: Program, tangents: readonly Tangent[]) => Pushed;

/** Pulls cotangents of a program's outputs back to its inputs, in which it must be linear. */
export type PullBack = (program: Program, cotangents: readonly Tangent[]) => readonly Tangent[];

/** One equation on the way forward. At least one tangent is not zero. */
export interface ForwardSite<P extends Primitive> {
  readonly attributes: Attributes<P>;
  readonly primals: readonly AnyTensor[];
  readonly tangents: readonly Tangent[];
  readonly outputs: readonly AnyTensor[];
  readonly pushForward: PushForward;
}

/** One equation on the way back. At least one operand is linear and at least one cotangent is not zero. */
export interface BackwardSite<P extends Primitive> {
  readonly attributes: Attributes<P>;
  readonly operands: readonly AnyTensor[];
  /** Which operands depend on the linear inputs. */
  readonly linear: readonly boolean[];
  /** One for each output. */
  readonly cotangents: readonly Tangent[];
  readonly pullBack: PullBack;
}

/** Tangents of the outputs, and the outputs: those it was given, or others of the same value. */
export type JvpRule<P extends Primitive> = (site: ForwardSite<P>) => Pushed;

/** Cotangents of the operands; those of operands that are not linear are ignored. */
export type TransposeRule<P extends Primitive> = (site: BackwardSite<P>) => readonly Tangent[];

/** Tensors some of which have the batch axis in front. */
export interface Batched {
  readonly tensors: readonly AnyTensor[];
  readonly batched: readonly boolean[];
}

/** Runs a program for a whole batch of inputs, those that are not batched being the same for all members. */
export type RunBatch = (program: Program, inputs: Batched, axis: Axis) => Batched;

/** One equation of a batch. At least one operand is batched. */
export interface BatchSite<P extends Primitive> {
  readonly primitive: P;
  readonly attributes: Attributes<P>;
  /** Batched operands have the batch axis in front. */
  readonly operands: readonly AnyTensor[];
  readonly batched: readonly boolean[];
  readonly axis: Axis;
  readonly runBatch: RunBatch;
}

/** The outputs for the whole batch. */
export type BatchRule<P extends Primitive> = (site: BatchSite<P>) => Batched;

/** Why a primitive is never batched. */
export type NeverBatched = `never batched: ${string}`;

/** Why a primitive's tangent is always zero. */
export type NotDifferentiable = `not differentiable: ${string}`;

/** Why a primitive has no transpose. */
export type NotLinear = `not linear: ${string}`;

/** Whether a tensor has derivatives. */
export const isDifferentiable = ({ dtype }: AnyTensor): boolean => dtype === 'f32' || dtype === 'f64';

/** The item at a position that the primitive's shape rule has found to exist. */
export const at = <T>(items: readonly (T | undefined)[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new InternalError(`a derivative rule misses item ${index} of ${items.length}`);
  return item;
};
