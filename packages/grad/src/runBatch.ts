/**
 * Batching: a program run for many inputs at once, as a rewrite of its equations.
 */
import { type AnyTensor, type Axis, InternalError } from '@cotangent/core';
import { type Equation, type Expression, type Primitive, rebind } from '@cotangent/core/primitives';
import { batchRules } from './rules/batch.ts';
import type { Batched, RunBatch } from './rules/site.ts';

const batchEquation = <K extends Primitive>(equation: Equation<K>, operands: Batched, axis: Axis): Batched => {
  const rule = batchRules[equation.primitive];
  if (typeof rule === 'string') throw new InternalError(`vmap: ${equation.primitive} is ${rule}`);
  const { primitive, attributes } = equation;
  return rule({ primitive, attributes, operands: operands.tensors, batched: operands.batched, axis, runBatch });
};

/** Runs a program for a batch. What does not depend on a batched input is computed once. Linear time in the number of equations. */
export const runBatch: RunBatch = (program, inputs, axis) => {
  const replaced = new Map<Expression, AnyTensor>();
  const batched = new Set<Expression>();
  const keep = (tensor: Expression, by: AnyTensor | undefined, isBatched: boolean): void => {
    if (by !== undefined && by !== tensor) replaced.set(tensor, by);
    if (isBatched) batched.add(tensor);
  };
  const lookUp = (tensors: readonly Expression[]): Batched => ({
    tensors: tensors.map((tensor) => replaced.get(tensor) ?? tensor),
    batched: tensors.map((tensor) => batched.has(tensor)),
  });
  program.inputs.forEach((input, index) => keep(input, inputs.tensors[index], inputs.batched[index] === true));
  for (const equation of program.equations) {
    if (!equation.operands.some((operand) => replaced.has(operand))) continue;
    const operands = lookUp(equation.operands);
    const results = operands.batched.includes(true)
      ? batchEquation(equation, operands, axis)
      : { tensors: rebind(equation, operands.tensors), batched: [] };
    equation.outputs.forEach((output, index) => keep(output, results.tensors[index], results.batched[index] === true));
  }
  return lookUp(program.outputs);
};
