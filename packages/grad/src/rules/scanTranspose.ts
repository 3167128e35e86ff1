/**
 * The transpose of a linear loop: the loop run the other way.
 *
 * It carries the cotangent of the carry, and the sums of what each step gives back to the linear constants; it stacks the
 * cotangents of the linear stacked inputs. Residuals are its constants and stacked inputs, as they were the linear loop's.
 */
import { closedProgram, type Expression, expressionOf, P, type Scan } from '@cotangent/core/primitives';
import { instantiate, sum, zerosLike } from './arithmetic.ts';
import { notLinear } from './notLinear.ts';
import { placeholder } from './programs.ts';
import { always, growCarries, grouped } from './scan.ts';
import { at, type Tangent, type TransposeRule } from './site.ts';

const linearFlags = (attributes: Scan, linear: readonly boolean[]): readonly boolean[] => {
  const flags = growCarries(attributes, linear, always);
  if (grouped(flags, attributes).carry.includes(false)) {
    throw notLinear('scan', 'it carries a value that is not linear beside one that is, which needs a loop of its own');
  }
  return flags;
};

/** See the head of this file. */
export const transposeScan: TransposeRule<'scan'> = ({ operands, linear, cotangents, attributes, pullBack }) => {
  const { program, carry, length, reverse } = attributes;
  const flags = linearFlags(attributes, linear);
  const split = <T>(items: readonly T[], wanted: boolean) =>
    grouped(
      items.map((item, index) => (flags[index] === wanted ? item : undefined)),
      attributes,
    );
  const present = <T>(items: readonly (T | undefined)[]): readonly T[] => items.filter((item) => item !== undefined);

  const [varying, fixed] = [split(program.inputs, true), split(program.inputs, false)];
  const [constants, carries, stacked] = [present(varying.constants), present(varying.carry), present(varying.stacked)];
  const sums = constants.map((input) => placeholder(input));
  const incoming = program.outputs.map((output, index) =>
    index < carry ? placeholder(at(carries, index)) : cotangents[index] === undefined ? undefined : placeholder(output),
  );
  const pulled = pullBack(
    { inputs: [...constants, ...carries, ...stacked], equations: program.equations, outputs: program.outputs },
    incoming,
  );
  const toStacked = pulled.slice(constants.length + carry);
  const results: readonly Expression[] = [
    ...sums.map((total, index) => sum(total, pulled[index]) ?? total),
    ...carries.map((input, index) => instantiate(pulled[constants.length + index], input)),
    ...present(toStacked),
  ].map(expressionOf);

  const body = closedProgram([...present(fixed.constants), ...sums, ...present(incoming), ...present(fixed.stacked)], results);
  const operand = split(operands, false);
  const outputs = P.scan(
    [
      ...body.captured,
      ...present(operand.constants),
      ...constants.map(zerosLike),
      ...carries.map((input, index) => instantiate(cotangents[index], input)),
      ...present(cotangents.slice(carry)),
      ...present(operand.stacked),
    ],
    {
      program: body.program,
      constants: body.captured.length + present(fixed.constants).length,
      carry: constants.length + carry,
      length,
      reverse: !reverse,
    },
  );
  return distribute(flags, attributes, outputs, toStacked);
};

/** The loop's outputs as cotangents of the operands: sums, carries, then those stacked cotangents that are not zero. */
const distribute = (
  flags: readonly boolean[],
  { constants, carry }: Scan,
  outputs: readonly Expression[],
  toStacked: readonly Tangent[],
): readonly Tangent[] => {
  const next = outputs.values();
  const stacked = toStacked.values();
  return flags.map((flag, index) => {
    if (!flag) return undefined;
    if (index < constants + carry) return next.next().value;
    return stacked.next().value === undefined ? undefined : next.next().value;
  });
};
