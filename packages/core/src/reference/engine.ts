/**
 * The reference engine: plain TypeScript, the oracle for all other engines.
 *
 * f32 is computed in float64 and rounded once for each equation; f64 is float64; sums are pairwise; NaN goes through.
 */
import type { TypedArray } from '../dtype.ts';
import type { Engine, Executable } from '../engine.ts';
import { InternalError } from '../errors.ts';
import type { Program } from '../program.ts';
import type { Expression } from '../tensor.ts';
import { kernelOf } from './kernels.ts';

/** An equation ready to run: its kernel, and the slots that it reads, writes (-1: it is given as an input) and is the last to need. */
interface Step {
  readonly kernel: Executable;
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly frees: readonly number[];
}

/** Values while a program runs, each in the slot of its tensor. */
type Slots = (TypedArray | undefined)[];

const missing = (what: string): never => {
  throw new InternalError(`reference engine: ${what}`);
};

const valueAt = (slots: Slots, slot: number): TypedArray => slots[slot] ?? missing(`slot ${slot} has no value`);

/** The slots of a program: inputs first, in their order, then the outputs of its equations. */
const assignSlots = ({ inputs, equations }: Program): ReadonlyMap<Expression, number> => {
  const slots = new Map(inputs.map((input, index) => [input, index]));
  let next = inputs.length;
  for (const { outputs } of equations) for (const output of outputs) if (!slots.has(output)) slots.set(output, next++);
  return slots;
};

/** Of the slots that each step touches, those that no later step does and that are not among `kept`. */
const lastTouches = (touches: readonly (readonly number[])[], kept: readonly number[]): readonly (readonly number[])[] => {
  const seen = new Set(kept);
  const isLast = (slot: number): boolean => !seen.has(slot) && seen.add(slot).has(slot);
  return touches
    .toReversed()
    .map((slots) => slots.filter(isLast))
    .toReversed();
};

const runStep = (slots: Slots, { kernel, reads, writes, frees }: Step): void => {
  const results = kernel(reads.map((slot) => valueAt(slots, slot)));
  writes.forEach((slot, index) => {
    if (slot >= 0) slots[slot] = results[index];
  });
  for (const slot of frees) slots[slot] = undefined;
};

const compile = (program: Program): Executable => {
  const { inputs, equations } = program;
  const slots = assignSlots(program);
  const slotOf = (tensor: Expression): number => slots.get(tensor) ?? missing(`a program uses a tensor that it does not make`);
  const outputs = program.outputs.map(slotOf);
  const reads = equations.map(({ operands }) => operands.map(slotOf));
  const writes = equations.map((equation) => equation.outputs.map(slotOf).map((slot) => (slot < inputs.length ? -1 : slot)));
  const frees = lastTouches(
    reads.map((slot, index) => [...slot, ...(writes[index] ?? [])]),
    [-1, ...outputs],
  );
  const steps = equations.map((equation, index): Step => ({
    kernel: kernelOf(equation, compile),
    reads: reads[index] ?? [],
    writes: writes[index] ?? [],
    frees: frees[index] ?? [],
  }));
  return (values) => {
    const held: Slots = [...values];
    for (const step of steps) runStep(held, step);
    return outputs.map((slot) => valueAt(held, slot));
  };
};

/** The engine that defines what every primitive means. */
export const referenceEngine: Engine = Object.freeze({ name: 'reference', compile });
