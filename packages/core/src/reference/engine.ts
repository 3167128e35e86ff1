/**
 * The reference engine: plain TypeScript, the oracle for all other engines.
 *
 * f32 is computed in float64 and rounded once for each equation; f64 is float64; sums are pairwise; NaN goes through.
 */
import type { TypedArray } from '../dtype.ts';
import type { Engine, Executable } from '../engine.ts';
import { InternalError } from '../errors.ts';
import type { Program } from '../program.ts';
import { kernelOf } from './kernels.ts';
import { plan, type PlannedEquation } from './plan.ts';

/** Values while a program runs, each in its slot for as long as something needs it. */
type Slots = (TypedArray | undefined)[];

type Step = (slots: Slots) => void;

const valueAt = (slots: Slots, slot: number): TypedArray => {
  const value = slots[slot];
  if (value === undefined) throw new InternalError(`reference engine: slot ${slot} has no value`);
  return value;
};

const stepOf = ({ equation, reads, writes, frees }: PlannedEquation): Step => {
  const kernel = kernelOf(equation, compile);
  return (slots) => {
    const results = kernel(reads.map((slot) => valueAt(slots, slot)));
    writes.forEach((slot, index) => {
      if (slot >= 0) slots[slot] = results[index];
    });
    for (const slot of frees) slots[slot] = undefined;
  };
};

const compile = (program: Program): Executable => {
  const { equations, outputs } = plan(program);
  const steps = equations.map(stepOf);
  return (inputs) => {
    const slots: Slots = [...inputs];
    for (const step of steps) step(slots);
    return outputs.map((slot) => valueAt(slots, slot));
  };
};

/**
 * The engine that defines what every primitive means.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { compile, multiply, referenceEngine, tensor, type Tensor } from '@cotangent/core';
 *
 * const twice = compile((x: Tensor<[2]>) => multiply(x, 2), { engine: referenceEngine });
 * assert.deepEqual(twice(tensor([1, 2])).toNested(), [2, 4]);
 * ```
 */
export const referenceEngine: Engine = Object.freeze({ name: 'reference', compile });
