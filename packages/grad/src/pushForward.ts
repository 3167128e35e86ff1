/**
 * Forward mode: tangents pushed through equations, in the order in which they were built.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Equation, type Expression, type Primitive, rebind } from '@cotangent/core/primitives';
import { conform } from './conform.ts';
import { jvpRules } from './rules/jvp.ts';
import { type ForwardSite, isDifferentiable, type Pushed, type PushForward, type Tangent } from './rules/site.ts';

/** An equation's operands and outputs, some of them replaced. */
type Site = Pick<ForwardSite<Primitive>, 'primals' | 'tangents' | 'outputs'>;

/** Tangents of the outputs of one equation. Its outputs are those it was given, or others of the same value that the rule makes. */
const pushEquation = <K extends Primitive>(equation: Equation<K>, site: Site): Pushed => {
  const rule = jvpRules[equation.primitive];
  if (typeof rule === 'string' || site.tangents.every((tangent) => tangent === undefined))
    return { outputs: site.outputs, tangents: [] };
  return rule({ attributes: equation.attributes, ...site, pushForward });
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
    const { operands } = equation;
    const changed = operands.some((operand) => replaced.has(operand));
    if (!changed && !operands.some((operand) => found.has(operand))) continue;
    const primals = changed ? operands.map(primalOf) : operands;
    const outputs = changed ? rebind(equation, primals) : equation.outputs;
    const pushed = pushEquation(equation, { primals, tangents: operands.map((operand) => found.get(operand)), outputs });
    equation.outputs.forEach((output, index) =>
      keep(output, pushed.outputs[index] ?? output, pushed.tangents[index], equation.primitive),
    );
  }
  return { outputs: program.outputs.map(primalOf), tangents: program.outputs.map((output) => found.get(output)) };
};
