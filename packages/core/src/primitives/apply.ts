/**
 * Applying programs to other tensors: substitution in an expression.
 */
import type { Equation } from '../equation.ts';
import type { Program } from '../program.ts';
import type { AnyTensor, Expression } from '../tensor.ts';
import { bind } from './bind.ts';
import { operandAt } from './rule.ts';

/** The same equation on other operands. */
export const rebind = (equation: Equation, operands: readonly AnyTensor[]): readonly Expression[] =>
  bind(equation.primitive, operands, equation.attributes);

/** The outputs of a program for given inputs: its equations built again on them. */
export const applyProgram = (program: Program, inputs: readonly AnyTensor[]): readonly AnyTensor[] => {
  const results = new Map<Expression, AnyTensor>();
  const lookUp = (tensor: Expression): AnyTensor => results.get(tensor) ?? tensor;
  program.inputs.forEach((input, index) => results.set(input, operandAt(inputs, index)));
  for (const equation of program.equations) {
    rebind(equation, equation.operands.map(lookUp)).forEach((result, index) =>
      results.set(operandAt(equation.outputs, index), result),
    );
  }
  return program.outputs.map(lookUp);
};
