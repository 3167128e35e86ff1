/**
 * The forward derivative of `scan`: a primal loop that stacks what its tangent needs, and a tangent loop, linear in all tangents.
 *
 * Both are scans again, so derivatives of any order and nested loops need no further rule.
 */
import type { AnyTensor } from '@cotangent/core';
import {
  closedProgram,
  dependents,
  type Equation,
  type Expression,
  expressionOf,
  P,
  type Program,
  program as programOf,
  type Scan,
} from '@cotangent/core/primitives';
import { instantiate } from './arithmetic.ts';
import { placeholder, programFrom, substitute } from './programs.ts';
import { at, type JvpRule, type Tangent } from './site.ts';

const isFloat = ({ dtype }: AnyTensor): boolean => dtype === 'f32' || dtype === 'f64';

/** `dependents` without what never has a tangent. */
const varyingTensors = (sources: Iterable<Expression>, equations: readonly Equation[]): ReadonlySet<Expression> => {
  const found = new Set(sources);
  for (const { primitive, operands, outputs } of equations) {
    if (primitive === 'stopGradient' || !operands.some((operand) => found.has(operand))) continue;
    for (const output of outputs) if (isFloat(output)) found.add(output);
  }
  return found;
};

/** Flags of a loop's inputs, grown until a flagged carry-out is a flagged carry-in: at most one round a carry. */
export const growCarries = (
  attributes: Scan,
  flags: readonly boolean[],
  reach: (sources: Iterable<Expression>, equations: readonly Equation[]) => ReadonlySet<Expression>,
): readonly boolean[] => {
  const { program, constants, carry } = attributes;
  const reached = reach(
    program.inputs.filter((_, index) => flags[index] === true),
    program.equations,
  );
  const grown = flags.map((flag, index) => {
    const output = index >= constants && index < constants + carry ? program.outputs[index - constants] : undefined;
    return flag || (output !== undefined && reached.has(output));
  });
  return grown.every((flag, index) => flag === flags[index]) ? flags : growCarries(attributes, grown, reach);
};

/** A loop's operands or inputs in their three groups. */
export interface Groups<T> {
  readonly constants: readonly T[];
  readonly carry: readonly T[];
  readonly stacked: readonly T[];
}

/** The groups of a list that runs along with a scan's operands. */
export const grouped = <T>(items: readonly T[], { constants, carry }: Scan): Groups<T> => ({
  constants: items.slice(0, constants),
  carry: items.slice(constants, constants + carry),
  stacked: items.slice(constants + carry),
});

const present = <T>(items: readonly (T | undefined)[]): readonly T[] => items.filter((item) => item !== undefined);

/** Where the tangent body's residuals come from. */
interface Residuals {
  /** The same in every step: computed once, outside. */
  readonly invariant: readonly Expression[];
  /** Slices of the loop's own stacked inputs. */
  readonly sliced: readonly Expression[];
  /** Computed from carries or slices: stacked by the primal loop. */
  readonly computed: readonly Expression[];
}

const classify = (residuals: readonly Expression[], program: Program, attributes: Scan): Residuals => {
  const { carry, stacked } = grouped(program.inputs, attributes);
  const varying = dependents([...carry, ...stacked], programFrom(program.inputs, residuals).equations);
  const slices = new Set(stacked);
  return {
    invariant: residuals.filter((residual) => !varying.has(residual)),
    sliced: residuals.filter((residual) => slices.has(residual)),
    computed: residuals.filter((residual) => varying.has(residual) && !slices.has(residual)),
  };
};

/** The loop again, with other outputs after the carry. */
const primalLoop = (operands: readonly AnyTensor[], attributes: Scan, outputs: readonly AnyTensor[]): readonly AnyTensor[] => {
  const { captured, program } = closedProgram(attributes.program.inputs, outputs.map(expressionOf));
  return P.scan([...captured, ...operands], { ...attributes, program, constants: captured.length + attributes.constants });
};

/** See the head of this file. */
export const scan: JvpRule<'scan'> = ({ primals, tangents, outputs, attributes, pushForward }) => {
  const { program, constants, carry, length, reverse } = attributes;
  const varies = growCarries(
    attributes,
    tangents.map((tangent) => tangent !== undefined),
    varyingTensors,
  );
  const inputs = program.inputs.map((input, index) => (varies[index] === true ? placeholder(input, 'd') : undefined));
  const body = pushForward(program, inputs);
  const results = body.tangents.map((tangent, index): Tangent =>
    index < carry ? (varies[constants + index] === true ? instantiate(tangent, at(body.outputs, index)) : undefined) : tangent,
  );
  if (results.every((result) => result === undefined)) return { outputs, tangents: [] };

  const linear = grouped(inputs, attributes);
  const tangentOutputs = present(results).map(expressionOf);
  const residuals = classify(closedProgram(present(inputs), tangentOutputs).captured, program, attributes);
  const primal =
    residuals.computed.length === 0 ? outputs : primalLoop(primals, attributes, [...body.outputs, ...residuals.computed]);

  const operand = grouped(primals, attributes);
  const given = grouped(
    tangents.map((tangent, index) => (varies[index] === true ? instantiate(tangent, at(primals, index)) : undefined)),
    attributes,
  );
  const invariant = substitute(
    programFrom(grouped(program.inputs, attributes).constants, residuals.invariant),
    operand.constants,
  );
  const slices = residuals.sliced.map((residual) => at(primals, program.inputs.indexOf(residual)));
  const groups: Groups<Expression> = {
    constants: [...residuals.invariant, ...present(linear.constants)],
    carry: present(linear.carry),
    stacked: [...present(linear.stacked), ...residuals.sliced, ...residuals.computed],
  };
  const loop = programOf([...groups.constants, ...groups.carry, ...groups.stacked], tangentOutputs);
  const pushed = P.scan(
    [
      ...invariant,
      ...present(given.constants),
      ...present(given.carry),
      ...present(given.stacked),
      ...slices,
      ...primal.slice(program.outputs.length),
    ],
    { program: loop, constants: groups.constants.length, carry: groups.carry.length, length, reverse },
  ).values();
  return {
    outputs: primal.slice(0, program.outputs.length),
    tangents: results.map((result) => (result === undefined ? undefined : pushed.next().value)),
  };
};
