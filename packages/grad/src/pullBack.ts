/**
 * Reverse mode: cotangents pulled back through the equations of a linear program, from the last to the first.
 */
import type { AnyTensor } from '@cotangent/core';
import { dependents, type Equation, type Expression, P, type Primitive } from '@cotangent/core/primitives';
import { conform } from './conform.ts';
import { notLinear } from './rules/notLinear.ts';
import { isDifferentiable, type PullBack, type Tangent } from './rules/site.ts';
import { transposeRules } from './rules/transpose.ts';

const pullEquation = <K extends Primitive>(
  equation: Equation<K>,
  linear: readonly boolean[],
  cotangents: readonly Tangent[],
): readonly Tangent[] => {
  const rule = transposeRules[equation.primitive];
  if (typeof rule === 'string') throw notLinear(equation.primitive, rule.replace('not linear: ', ''));
  if (equation.operands.some((operand, index) => linear[index] === true && !isDifferentiable(operand))) {
    throw notLinear(equation.primitive, 'what it chooses by varies');
  }
  return rule({ attributes: equation.attributes, operands: equation.operands, linear, cotangents, pullBack });
};

/** Pulls cotangents of a linear program's outputs back to its inputs. Linear time in the number of equations. */
export const pullBack: PullBack = (program, cotangents) => {
  const linear = dependents(program.inputs, program.equations);
  const found = new Map<Expression, AnyTensor>();
  const accumulate = (tensor: Expression, cotangent: Tangent, primitive: string): void => {
    if (cotangent === undefined || !linear.has(tensor)) return;
    const [before, now] = [found.get(tensor), conform(cotangent, tensor, primitive)];
    found.set(tensor, before === undefined ? now : P.add(before, now));
  };
  program.outputs.forEach((output, index) => accumulate(output, cotangents[index], 'output'));
  for (const equation of program.equations.toReversed()) {
    const flags = equation.operands.map((operand) => linear.has(operand));
    const incoming = equation.outputs.map((output) => found.get(output));
    if (!flags.includes(true) || incoming.every((cotangent) => cotangent === undefined)) continue;
    pullEquation(equation, flags, incoming).forEach((cotangent, index) => {
      const operand = equation.operands[index];
      if (operand !== undefined) accumulate(operand, cotangent, equation.primitive);
    });
  }
  return program.inputs.map((input) => found.get(input));
};
