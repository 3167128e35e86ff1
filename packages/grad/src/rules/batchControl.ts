/**
 * Batching of primitives with sub-programs: their programs are batched, and so are the rules that users defined for them.
 */
import { type AnyTensor, type Axis, TraceError } from '@cotangent/core';
import { dependents, type Expression, expressionOf, P, type Program, program as programOf } from '@cotangent/core/primitives';
import { allBatched, movedToFront, repeated } from './lead.ts';
import { batchPlaceholder, placeholder, programFrom } from './programs.ts';
import { always, growCarries } from './scan.ts';
import { type BatchRule, isDifferentiable, type RunBatch } from './site.ts';

/** Inputs of a batched program: fresh ones in place of those that are batched. The others stay, because rules may close over them. */
const batchInputs = (inputs: readonly Expression[], batched: readonly boolean[], axis: Axis): readonly Expression[] =>
  inputs.map((input, index) => (batched[index] === true ? batchPlaceholder(input, axis) : input));

/** Stacked inputs and outputs have the batch axis after the loop's. */
const swapped = (x: AnyTensor): AnyTensor => movedToFront(x, 1);

/** A loop over batches. A carry is batched when it starts so or becomes so. */
export const batchScan: BatchRule<'scan'> = ({ operands, batched, axis, attributes, runBatch }) => {
  const { program, constants, carry } = attributes;
  const flags = growCarries(attributes, batched, always);
  const inputs = batchInputs(program.inputs, flags, axis);
  const body = runBatch(program, { tensors: inputs, batched: flags }, axis);
  const outFlags = body.batched.map((flag, index) => (index < carry ? flags[constants + index] === true : flag));
  const outputs = body.tensors.map((x, index) =>
    outFlags[index] === true && body.batched[index] !== true ? repeated(x, axis) : x,
  );
  const given = operands.map((x, index) => {
    if (flags[index] !== true) return x;
    if (batched[index] !== true) return repeated(x, axis);
    return index < constants + carry ? x : swapped(x);
  });
  const results = P.scan(given, { ...attributes, program: programOf(inputs, outputs.map(expressionOf)) });
  return { tensors: results.map((x, index) => (index >= carry && outFlags[index] === true ? swapped(x) : x)), batched: outFlags };
};

/** The program of a custom rule for a batch: all its outputs batched. */
const batchProgram = (program: Program, batched: readonly boolean[], axis: Axis, runBatch: RunBatch): Program => {
  const inputs = batchInputs(program.inputs, batched, axis);
  const outputs = allBatched(runBatch(program, { tensors: inputs, batched }, axis), axis);
  return programOf(inputs, outputs.map(expressionOf));
};

const refuseCaptured = (what: string, name: string, batched: readonly boolean[]): void => {
  if (batched.includes(true)) {
    throw new TraceError(
      `${what}: ${name} closes over a value that vmap batches, which its rule does not see: pass it as an argument`,
    );
  }
};

const placeholders = (like: readonly AnyTensor[]): readonly Expression[] => like.map((x) => placeholder(expressionOf(x)));

const allTrue = (items: readonly unknown[]): readonly boolean[] => items.map(() => true);

export const batchCustomJvp: BatchRule<'customJvp'> = ({ operands, batched, axis, attributes, runBatch }) => {
  const { name, program, captured, rule } = attributes;
  const members = program.inputs.slice(captured);
  const flags = batched.slice(captured);
  const outputs = P.customJvp(operands, {
    ...attributes,
    program: batchProgram(program, batched, axis, runBatch),
    rule: (primals, tangents) => {
      refuseCaptured('customJvp', name, batched.slice(0, captured));
      const [x, t] = [placeholders(members), placeholders(members)];
      const member = programFrom([...x, ...t], rule(x, t).map(expressionOf));
      return allBatched(runBatch(member, { tensors: [...primals, ...tangents], batched: [...flags, ...flags] }, axis), axis);
    },
  });
  return { tensors: outputs, batched: allTrue(outputs) };
};

/** The cotangent of an operand that is the same for all members is the sum of theirs. */
const summed = (cotangent: AnyTensor): AnyTensor => (isDifferentiable(cotangent) ? P.reduceSum(cotangent, [0]) : cotangent);

export const batchCustomVjp: BatchRule<'customVjp'> = ({ operands, batched, axis, attributes, runBatch }) => {
  const { name, program, captured, forward, backward } = attributes;
  const flags = batched.slice(captured);
  const x = placeholders(program.inputs.slice(captured));
  const [values, residuals] = forward(x);
  const forwards = programFrom(x, [...values, ...residuals].map(expressionOf));
  const varying = dependents(
    x.filter((_, index) => flags[index] === true),
    forwards.equations,
  );
  const residualFlags = residuals.map((residual) => varying.has(expressionOf(residual)));
  const outputs = P.customVjp(operands, {
    ...attributes,
    program: batchProgram(program, batched, axis, runBatch),
    forward: (primals) => {
      const result = runBatch(forwards, { tensors: primals, batched: flags }, axis);
      const count = values.length;
      const head = { tensors: result.tensors.slice(0, count), batched: result.batched.slice(0, count) };
      return [allBatched(head, axis), result.tensors.slice(count)];
    },
    backward: (kept, cotangents) => {
      refuseCaptured('customVjp', name, batched.slice(0, captured));
      const [r, c] = [placeholders(residuals), placeholders(values)];
      const member = programFrom([...r, ...c], backward(r, c).map(expressionOf));
      const given = { tensors: [...kept, ...cotangents], batched: [...residualFlags, ...allTrue(c)] };
      const results = allBatched(runBatch(member, given, axis), axis);
      return results.map((result, index) => (flags[index] === true ? result : summed(result)));
    },
  });
  return { tensors: outputs, batched: allTrue(outputs) };
};

export const batchCustomTangent: BatchRule<'customTangent'> = ({ attributes: { name } }) => {
  throw new TraceError(`vmap: ${name} has a customVjp rule, which gives no forward derivative: define it with customJvp`);
};
