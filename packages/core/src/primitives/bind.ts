/**
 * `bind`: the one place where equations are made.
 */
import { checkNames } from '../dim.ts';
import type { Equation } from '../equation.ts';
import { type AnyTensor, Expression, expressionOf } from '../tensor.ts';
import { use } from '../settled.ts';
import { markConditionUsed, outermost, type TraceScope } from '../traceScope.ts';
import type { Attributes, Primitive } from './attributes.ts';
import type { Abstract } from './rule.ts';
import { shapeRules } from './shapeRules.ts';

let equations = 0;

/** Counts a use as an operand; a condition has found its use with it. */
const markUsed = (operand: Expression): void => {
  operand[use]();
  if (operand.dtype === 'bool') markConditionUsed(operand);
};

const scopeOf = <P extends Primitive>(operands: readonly Expression[], attributes: Attributes<P>): TraceScope | undefined => {
  let found = 'scope' in attributes ? outermost(undefined, attributes.scope) : undefined;
  for (const { scope } of operands) if (scope !== undefined) found = outermost(found, scope);
  return found;
};

/** Applies a primitive: checks shapes and dtypes, computes nothing. Throws `ShapeError` or `DTypeError`. */
export const bind = <P extends Primitive>(
  primitive: P,
  operands: readonly AnyTensor[],
  attributes: Attributes<P>,
): readonly Expression[] => {
  const from = Object.freeze(operands.map(expressionOf));
  if (from.length > 1) checkNames(primitive, from);
  const results: readonly Abstract[] = shapeRules[primitive](from, attributes, primitive);
  checkNames(primitive, results);
  from.forEach(markUsed);
  const scope = scopeOf(from, attributes);
  const outputs: Expression[] = [];
  const equation: Equation<P> = Object.freeze({ id: equations++, primitive, operands: from, attributes, outputs });
  results.forEach(({ axes, dtype }, index) => outputs.push(new Expression(equation, index, axes, dtype, scope)));
  Object.freeze(outputs);
  return outputs;
};

/** Applies a primitive with a single output. */
export const bindOne = <P extends Primitive>(
  primitive: P,
  operands: readonly AnyTensor[],
  attributes: Attributes<P>,
): Expression =>
  // Every primitive but scan and the custom rules has exactly one output.
  bind(primitive, operands, attributes)[0] as Expression;
