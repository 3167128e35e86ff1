/**
 * Formulas read off a trace: what a function computed, in the notation of a textbook.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Equation, equationOf, expressionOf, isEquation } from '@cotangent/core/primitives';

/** Names of the tensors at which a formula stops. */
export type Names = ReadonlyMap<AnyTensor, string>;

interface Text {
  readonly text: string;
  /** How tightly the outermost operator binds: 1 for sums, 2 for products, 3 for what needs no parentheses. */
  readonly binds: 1 | 2 | 3;
}

const sum = 1;
const product = 2;
const atom = 3;

const within = ({ text, binds }: Text, needed: number): string => (binds < needed ? `(${text})` : text);

const infix = (operator: string, binds: 1 | 2, [left, right]: readonly Text[]): Text => ({
  text:
    left && right
      ? `${within(left, binds)} ${operator} ${within(right, operator === '-' || operator === '/' ? binds + 1 : binds)}`
      : '?',
  binds,
});

const functionNames: Readonly<Record<string, string>> = { logistic: 'σ', negate: '-' };

const show = (equation: Equation, operands: readonly Text[]): Text => {
  const [first, second] = operands;
  if (first !== undefined && isEquation(equation, 'multiply') && equation.operands[0] === equation.operands[1]) {
    return { text: `${within(first, atom)}²`, binds: atom };
  }
  if (isEquation(equation, 'constant')) return { text: String(equation.attributes.value[0]), binds: atom };
  if (isEquation(equation, 'add')) return infix('+', sum, operands);
  if (isEquation(equation, 'subtract')) return infix('-', sum, operands);
  if (isEquation(equation, 'multiply')) return infix('·', product, operands);
  if (isEquation(equation, 'divide')) return infix('/', product, operands);
  const arguments_ = [first, second].flatMap((operand) => operand?.text ?? []).join(', ');
  return { text: `${functionNames[equation.primitive] ?? equation.primitive}(${arguments_})`, binds: atom };
};

/** The formula of a tensor in terms of the named ones. Recursive: for the few operations between two names. */
export const formula = (tensor: AnyTensor, names: Names): string => {
  const visit = (at: AnyTensor): Text => {
    const name = names.get(at);
    if (name !== undefined && at !== tensor) return { text: name, binds: atom };
    const equation = equationOf(at);
    return show(
      equation,
      equation.operands.map((operand) => visit(expressionOf(operand))),
    );
  };
  return visit(tensor).text;
};
