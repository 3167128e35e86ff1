/**
 * Evaluation: from expressions to values.
 */
import type { TypedArray } from './dtype.ts';
import { makeArray } from './dtype.ts';
import type { Engine } from './engine.ts';
import { isEquation } from './equation.ts';
import { TraceError } from './errors.ts';
import { equationsBetween, type Program } from './program.ts';
import { referenceEngine } from './reference/engine.ts';
import type { Expression } from './tensor.ts';

const refuseInputs = (operation: string, { equations }: Program): void => {
  for (const equation of equations) {
    if (isEquation(equation, 'input')) {
      throw new TraceError(
        `${operation}: this tensor depends on '${equation.attributes.name}', an argument of ${equation.attributes.scope.name} while it is traced, ` +
          'and has no value yet: return it and read the result, or choose with where(condition, x, y)',
      );
    }
  }
};

/** The part of the expression graph that has to be computed: known tensors are its inputs. */
const unknownPart = (outputs: readonly Expression[]): Program => {
  const equations = equationsBetween((tensor) => tensor.known !== undefined, outputs);
  const inputs = new Set<Expression>();
  for (const { operands } of equations) for (const operand of operands) if (operand.known !== undefined) inputs.add(operand);
  return { inputs: [...inputs], equations, outputs };
};

/** Computes tensors together, so that what they share is computed once, and remembers their values. */
export const evaluateAll = (outputs: readonly Expression[], operation: string, engine: Engine = referenceEngine): void => {
  const unknown = outputs.filter((output) => output.known === undefined);
  if (unknown.length === 0) return;
  const program = unknownPart(unknown);
  refuseInputs(operation, program);
  const values = engine.compile(program)(program.inputs.map((input) => input.known ?? makeArray(input.dtype, 0)));
  unknown.forEach((output, index) => {
    const value = values[index];
    if (value !== undefined) output.remember(value);
  });
};

/** The value of a tensor, computed when it is not known yet. Not to be changed or handed out. */
export const valueOf = (tensor: Expression, operation: string): TypedArray => {
  evaluateAll([tensor], operation);
  return tensor.known ?? makeArray(tensor.dtype, 0);
};
