/**
 * Forward mode: tangents pushed through equations, in the order in which they were built.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Equation, type Expression, type Primitive, rebind } from '@cotangent/core/primitives';
import { conform, isDifferentiable } from './conform.ts';
import { jvpRules } from './rules/jvp.ts';
import type { Pushed, PushForward, Tangent } from './rules/site.ts';

/**
 * Tangents of the outputs of one equation; its outputs are its own, rebuilt when an operand was replaced, or the rule's.
 * Zero in, zero out.
 */
const pushEquation = <K extends Primitive>(
  equation: Equation<K>,
  primals: readonly AnyTensor[],
  tangents: readonly Tangent[],
  outputs: readonly AnyTensor[],
): Pushed => {
  const rule = jvpRules[equation.primitive];
  if (typeof rule === 'string' || tangents.every((tangent) => tangent === undefined)) return { outputs, tangents: [] };
  return rule({ attributes: equation.attributes, primals, tangents, outputs, pushForward });
};

/** Pushes tangents of a program's inputs to its outputs. Linear time in the number of equations. */
export const pushForward: PushForward = (program, tangents) => {
  const replaced = new Map<Expression, AnyTensor>();
  const found = new Map<Expression, AnyTensor>();
  const primalOf = (tensor: Expression): AnyTensor => replaced.get(tensor) ?? tensor;
  const keep = (tensor: Expression, primal: AnyTensor, tangent: Tangent, primitive: string): void => {
    if (primal !== tensor) replaced.set(tensor, primal);
    if (tangent !== undefined && isDifferentiable(tensor)) found.set(tensor, conform(tangent, tensor, primitive));
  };
  program.inputs.forEach((input, index) => keep(input, input, tangents[index], 'input'));
  for (const equation of program.equations) {
    const primals = equation.operands.map(primalOf);
    const changed = primals.some((primal, index) => primal !== equation.operands[index]);
    const outputs = changed ? rebind(equation, primals) : equation.outputs;
    const pushed = pushEquation(
      equation,
      primals,
      equation.operands.map((operand) => found.get(operand)),
      outputs,
    );
    equation.outputs.forEach((output, index) =>
      keep(output, pushed.outputs[index] ?? output, pushed.tangents[index], equation.primitive),
    );
  }
  return { outputs: program.outputs.map(primalOf), tangents: program.outputs.map((output) => found.get(output)) };
};
