/**
 * Kernels of primitives with sub-programs, and of those that nothing can run.
 */
import { sizeOf } from '../dim.ts';
import { makeArray } from '../dtype.ts';
import { InternalError, TraceError } from '../errors.ts';
import { operandAt } from '../primitives/rule.ts';
import type { Row, Rows } from './kernel.ts';

/** Compiles the body once and runs it over the slices of the stacked operands. */
const scan: Row<'scan'> = ({ attributes, outputs }, compile) => {
  const { program, constants, carry, reverse } = attributes;
  const length = sizeOf(attributes.length);
  const body = compile(program);
  const sliceSizes = program.inputs.slice(constants + carry).map(({ size }) => size);
  const stackedOutputs = outputs.slice(carry);
  const resultSizes = program.outputs.slice(carry).map(({ size }) => size);
  return (operands) => {
    const fixed = operands.slice(0, constants);
    const stacked = operands.slice(constants + carry);
    const results = stackedOutputs.map(({ dtype, size }) => makeArray(dtype, size));
    let state = operands.slice(constants, constants + carry);
    for (let step = 0; step < length; step++) {
      const at = reverse ? length - 1 - step : step;
      const slices = stacked.map((xs, index) =>
        xs.slice(at * operandAt(sliceSizes, index), (at + 1) * operandAt(sliceSizes, index)),
      );
      const values = body([...fixed, ...state, ...slices]);
      results.forEach((ys, index) => ys.set(operandAt(values, carry + index), at * operandAt(resultSizes, index)));
      state = values.slice(0, carry);
    }
    return [...state, ...results];
  };
};

/** Kernels of sub-programs. */
export const control: Rows<'scan' | 'customJvp' | 'customVjp' | 'customTangent' | 'input'> = {
  scan,
  customJvp: ({ attributes }, compile) => compile(attributes.program),
  customVjp: ({ attributes }, compile) => compile(attributes.program),
  customTangent: ({ attributes: { name } }) => {
    throw new TraceError(
      `${name}: a function with its own pullback cannot be differentiated in forward mode, whose tangent it does not give: ` +
        'define it with customJvp instead of customVjp',
    );
  },
  input: ({ attributes: { name } }) => {
    throw new InternalError(`reference engine: '${name}' is an input without a value`);
  },
};
