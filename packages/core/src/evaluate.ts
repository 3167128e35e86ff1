/**
 * Evaluation: from expressions to values.
 */
import type { TypedArray } from './dtype.ts';
import type { Engine, Executable } from './engine.ts';
import { isEquation } from './equation.ts';
import { InternalError, TraceError } from './errors.ts';
import { equationsBetween, type Program } from './program.ts';
import { referenceEngine } from './reference/engine.ts';
import { known, settle, uses } from './settled.ts';
import type { Expression } from './tensor.ts';
import { markConditionUsed } from './traceScope.ts';

const refuseInputs = (operation: string, { equations }: Program): void => {
  for (const equation of equations) {
    if (!isEquation(equation, 'input')) continue;
    const { name, scope } = equation.attributes;
    const when = scope.isOpen()
      ? `while it is traced, and has no value yet`
      : `that has been traced to its end, and never gets a value`;
    throw new TraceError(
      `${operation}: this tensor depends on '${name}', an argument of ${scope.name} ${when}: ` +
        'return it and read the result, or choose with where(condition, x, y)',
    );
  }
};

/** How often each tensor is an operand in some equations. */
const usesWithin = ({ equations }: Pick<Program, 'equations'>): ReadonlyMap<Expression, number> => {
  const counts = new Map<Expression, number>();
  for (const { operands } of equations) for (const operand of operands) counts.set(operand, (counts.get(operand) ?? 0) + 1);
  return counts;
};

/**
 * The part of the expression graph that has to be computed: known tensors are its inputs.
 *
 * Tensors that something outside uses as well are outputs too, so that they are computed once, whoever asks next.
 */
const unknownPart = (wanted: readonly Expression[]): Program => {
  const equations = equationsBetween((tensor) => tensor[known] !== undefined, wanted);
  const outputs = new Set(wanted);
  const inputs: Expression[] = [];
  for (const [operand, count] of usesWithin({ equations })) {
    if (operand[known] !== undefined) inputs.push(operand);
    else if (operand[uses] > count) outputs.add(operand);
  }
  return { inputs, equations, outputs: [...outputs] };
};

/** The value of a tensor that has been computed. */
export const knownValue = (tensor: Expression): TypedArray => {
  const value = tensor[known];
  if (value === undefined) throw new InternalError(`tensor ${tensor.id} has not been computed`);
  return value;
};

/** Runs a compiled program, and refuses results of an engine that are not what the program says. */
export const runChecked = (
  engine: Engine,
  run: Executable,
  outputs: readonly Expression[],
  inputs: readonly TypedArray[],
): readonly TypedArray[] => {
  const values = run(inputs);
  const wrong = outputs.findIndex((output, index) => values[index]?.length !== output.size);
  if (wrong >= 0 || values.length !== outputs.length) {
    throw new InternalError(
      `engine '${engine.name}': output ${wrong} should have ${outputs[wrong]?.size} elements and has ${values[wrong]?.length}`,
    );
  }
  return values;
};

/** Computes tensors together, so that what they share is computed once, and remembers their values. */
export const evaluateAll = (outputs: readonly Expression[], operation: string, engine: Engine = referenceEngine): void => {
  const unknown = outputs.filter((output) => output[known] === undefined);
  if (unknown.length === 0) return;
  const program = unknownPart(unknown);
  refuseInputs(operation, program);
  const values = runChecked(engine, engine.compile(program), program.outputs, program.inputs.map(knownValue));
  values.forEach((value, index) => program.outputs[index]?.[settle](value));
};

/** The value of a tensor, computed when it is not known yet. Not to be changed or handed out. A condition that is read has found its use. */
export const valueOf = (tensor: Expression, operation: string): TypedArray => {
  markConditionUsed(tensor);
  evaluateAll([tensor], operation);
  return knownValue(tensor);
};
