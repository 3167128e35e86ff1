/**
 * Programs: closed expressions. Inputs, the equations between, outputs.
 */
import { byId, type Equation } from './equation.ts';
import type { Expression } from './tensor.ts';

/** A closed expression: every operand is an input or an output of an earlier equation. Any tensor can serve as an input. */
export interface Program {
  readonly inputs: readonly Expression[];
  readonly equations: readonly Equation[];
  readonly outputs: readonly Expression[];
}

/** The equations that `outputs` need and `known` tensors do not already give, in topological order. */
export const equationsBetween = (known: (tensor: Expression) => boolean, outputs: readonly Expression[]): readonly Equation[] => {
  const found = new Set<Equation>();
  const pending = outputs.filter((output) => !known(output));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next.equation)) continue;
    found.add(next.equation);
    for (const operand of next.equation.operands) if (!known(operand)) pending.push(operand);
  }
  return [...found].sort(byId);
};

/** The program from `inputs` to `outputs`; what lies behind them and does not pass through an input belongs to it. */
export const program = (inputs: readonly Expression[], outputs: readonly Expression[]): Program => {
  const known = new Set(inputs);
  const equations = equationsBetween((tensor) => known.has(tensor), outputs);
  return Object.freeze({ inputs: Object.freeze(inputs), equations: Object.freeze(equations), outputs: Object.freeze(outputs) });
};

/** The tensors that depend on any of `sources`, among those that `equations` (in topological order) make. */
export const dependents = (sources: Iterable<Expression>, equations: readonly Equation[]): ReadonlySet<Expression> => {
  const found = new Set(sources);
  for (const equation of equations) {
    if (equation.operands.some((operand) => found.has(operand))) for (const output of equation.outputs) found.add(output);
  }
  return found;
};

const staysInside = (equation: Equation): boolean => equation.primitive === 'constant' && equation.outputs[0]?.size === 1;

/**
 * The program from `inputs` to `outputs` in which all that does not depend on the inputs has become an input too.
 *
 * `captured` are those further inputs, which come first. Single-element constants stay inside.
 */
export const closedProgram = (
  inputs: readonly Expression[],
  outputs: readonly Expression[],
): { readonly captured: readonly Expression[]; readonly program: Program } => {
  const all = program(inputs, outputs);
  const inside = dependents(inputs, all.equations);
  const captured = new Set<Expression>();
  const visit = (tensor: Expression): void => {
    if (!inside.has(tensor) && !staysInside(tensor.equation)) captured.add(tensor);
  };
  for (const equation of all.equations) {
    if (equation.outputs.some((output) => inside.has(output))) equation.operands.forEach(visit);
  }
  outputs.forEach(visit);
  return { captured: [...captured], program: program([...captured, ...inputs], outputs) };
};
