/**
 * Programs cut out of the expression graph, and rebuilt on other inputs.
 */
import type { AnyTensor, Axis } from '@cotangent/core';
import {
  equationsBetween,
  type Expression,
  type Program,
  P,
  rebind,
  type TraceScope,
  traceScope,
} from '@cotangent/core/primitives';

/**
 * The program from `inputs` to `outputs`, without equations older than every input: ids rise, so those cannot depend on them.
 *
 * What is left out counts as constant. Keeps a derivative inside another, or in a long computation, from walking all of it.
 */
export const programFrom = (inputs: readonly Expression[], outputs: readonly Expression[]): Program => {
  const known = new Set(inputs);
  const first = inputs.reduce((least, { equation }) => Math.min(least, equation.id), Infinity);
  return { inputs, equations: equationsBetween((tensor) => known.has(tensor) || tensor.equation.id < first, outputs), outputs };
};

/** The outputs of a program for other inputs; only what depends on an input that is another is built again. */
export const substitute = (program: Program, inputs: readonly AnyTensor[]): readonly AnyTensor[] => {
  const replaced = new Map<Expression, AnyTensor>();
  const keep = (tensor: Expression, by: AnyTensor | undefined): void => {
    if (by !== undefined && by !== tensor) replaced.set(tensor, by);
  };
  const lookUp = (tensor: Expression): AnyTensor => replaced.get(tensor) ?? tensor;
  program.inputs.forEach((input, index) => keep(input, inputs[index]));
  for (const equation of program.equations) {
    if (!equation.operands.some((operand) => replaced.has(operand))) continue;
    const results = rebind(equation, equation.operands.map(lookUp));
    equation.outputs.forEach((output, index) => keep(output, results[index]));
  }
  return program.outputs.map(lookUp);
};

/** The scope of inputs that rules make for sub-programs: no function runs in it, so it is closed from the start. */
const internal: TraceScope = traceScope('a derivative rule');
internal.close();

/** A fresh input like a tensor, for the sub-program of a rule. */
export const placeholder = (like: Expression): Expression => P.input('operand', like.axes, like.dtype, internal);

/** A fresh input for a batch of tensors. */
export const batchPlaceholder = (like: Expression, axis: Axis): Expression =>
  P.input('operand', [axis, ...like.axes], like.dtype, internal);
