/**
 * Plans: where the values of a program are kept while it runs, and for how long.
 */
import type { Equation } from '../equation.ts';
import { InternalError } from '../errors.ts';
import type { Program } from '../program.ts';
import type { Expression } from '../tensor.ts';

/** An equation with the slots that it reads, that it writes (-1: the program is given that value) and that nothing needs after it. */
export interface PlannedEquation {
  readonly equation: Equation;
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly frees: readonly number[];
}

/** The equations of a program with their slots, and the slots of its outputs. Its inputs have the first slots. */
export interface Plan {
  readonly equations: readonly PlannedEquation[];
  readonly outputs: readonly number[];
}

const assignSlots = ({ inputs, equations }: Program): ReadonlyMap<Expression, number> => {
  const slots = new Map(inputs.map((input, index) => [input, index]));
  let next = inputs.length;
  for (const { outputs } of equations) for (const output of outputs) if (!slots.has(output)) slots.set(output, next++);
  return slots;
};

/** Those of a step's slots that no later step touches. Runs through the steps from the last to the first. */
const takeLast = (touched: Set<number>, slots: readonly number[]): readonly number[] =>
  slots.filter((slot) => !touched.has(slot) && touched.add(slot).has(slot));

/** Plans a program. Throws `InternalError` when it uses a tensor that it neither is given nor makes. */
export const plan = (program: Program): Plan => {
  const slots = assignSlots(program);
  const slotOf = (tensor: Expression): number => {
    const slot = slots.get(tensor);
    if (slot === undefined)
      throw new InternalError(
        `reference engine: the program is not closed, the output of an equation '${tensor.equation.primitive}' is missing`,
      );
    return slot;
  };
  const outputs = program.outputs.map(slotOf);
  const touched = new Set([-1, ...outputs]);
  const backward = program.equations.toReversed().map((equation): PlannedEquation => {
    const reads = equation.operands.map(slotOf);
    const writes = equation.outputs.map(slotOf).map((slot) => (slot < program.inputs.length ? -1 : slot));
    return { equation, reads, writes, frees: takeLast(touched, [...reads, ...writes]) };
  });
  return { equations: backward.toReversed(), outputs };
};
