/**
 * Reverse mode as it is built here: a function is linearized at a point, and the linear map is transposed.
 *
 * See Radul, Paszke, Frostig, Johnson & Maclaurin, "You Only Linearize Once" (2022).
 */
import { type AnyTensor, InternalError } from '@cotangent/core';
import { type Expression, expressionOf } from '@cotangent/core/primitives';
import { pullBack } from './pullBack.ts';
import { pushForward } from './pushForward.ts';
import { placeholder, programFrom } from './rules/programs.ts';
import { isDifferentiable, type Tangent } from './rules/site.ts';

/** A function at a point: its outputs, and the transpose of its derivative there. */
export interface Linearization {
  readonly outputs: readonly AnyTensor[];
  /** Cotangents of the inputs from those of the outputs. */
  readonly pull: (cotangents: readonly Tangent[]) => readonly Tangent[];
}

const present = <T>(items: readonly (T | undefined)[]): readonly T[] => items.filter((item) => item !== undefined);

/** Linearizes the expression that leads from `inputs`, all of them floats, to `outputs`. */
export const linearizeExpression = (inputs: readonly Expression[], outputs: readonly Expression[]): Linearization => {
  if (!inputs.every(isDifferentiable)) throw new InternalError('linearizeExpression: an input is no float');
  const tangents = inputs.map((input) => placeholder(input));
  const pushed = pushForward(programFrom(inputs, outputs), tangents);
  const linear = programFrom(tangents, present(pushed.tangents).map(expressionOf));
  return {
    outputs: pushed.outputs,
    pull: (cotangents) =>
      pullBack(
        linear,
        cotangents.filter((_, index) => pushed.tangents[index] !== undefined),
      ),
  };
};
