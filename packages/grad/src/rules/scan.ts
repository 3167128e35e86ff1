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
import { at, isDifferentiable, type JvpRule, type PushForward, type Tangent } from './site.ts';

/** Whether an output of an equation varies when an operand does. */
type Passes = (equation: Equation, output: Expression) => boolean;

/** Everything that comes from a tensor varies with it. */
export const always: Passes = () => true;

/** What never has a tangent stops it. */
const hasTangent: Passes = ({ primitive }, output) => primitive !== 'stopGradient' && isDifferentiable(output);

/** Flags of a loop's inputs, grown until a flagged carry-out is a flagged carry-in. Linear in the size of the program, however many carries there are. */
export const growCarries = (
  { program: { inputs, equations, outputs }, constants, carry }: Scan,
  flags: readonly boolean[],
  passes: Passes,
): readonly boolean[] => {
  const users = Map.groupBy(
    equations.flatMap((equation) => equation.operands.map((operand) => ({ operand, equation }))),
    ({ operand }) => operand,
  );
  const carried = Map.groupBy(inputs.slice(constants, constants + carry).entries(), ([index]) => at(outputs, index));
  const reached = new Set(inputs.filter((_, index) => flags[index] === true));
  // A set is gone through in the order in which it grows.
  for (const tensor of reached) {
    for (const { equation } of users.get(tensor) ?? [])
      for (const output of equation.outputs) if (passes(equation, output)) reached.add(output);
    for (const [, input] of carried.get(tensor) ?? []) reached.add(input);
  }
  return inputs.map((input, index) => flags[index] === true || reached.has(input));
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

/** The tangent of a loop's body: inputs and outputs are there for what varies only. */
interface BodyTangent {
  readonly inputs: readonly (Expression | undefined)[];
  /** The body's own outputs, or others of the same value. */
  readonly primals: readonly AnyTensor[];
  readonly results: readonly Tangent[];
}

const differentiateBody = (
  { program, constants, carry }: Scan,
  varies: readonly boolean[],
  pushForward: PushForward,
): BodyTangent => {
  const inputs = program.inputs.map((input, index) => (varies[index] === true ? placeholder(input) : undefined));
  const { outputs, tangents } = pushForward(program, inputs);
  const results = tangents.map((tangent, index): Tangent => {
    if (index >= carry) return tangent;
    return varies[constants + index] === true ? instantiate(tangent, at(outputs, index)) : undefined;
  });
  return { inputs, primals: outputs, results };
};

/** What the tangent loop gets from outside: residuals as values, in the order of `Residuals`, and the tangents of what varies. */
interface Given {
  readonly invariant: readonly AnyTensor[];
  readonly sliced: readonly AnyTensor[];
  readonly computed: readonly AnyTensor[];
  readonly tangents: Groups<Tangent>;
}

/** The loop over the tangent of the body. Its constants are residuals and tangents, as are its stacked inputs. */
const tangentLoop = (
  attributes: Scan,
  { inputs, results }: BodyTangent,
  residuals: Residuals,
  given: Given,
): readonly AnyTensor[] => {
  const linear = grouped(inputs, attributes);
  const constants = [...residuals.invariant, ...present(linear.constants)];
  const carry = present(linear.carry);
  const stacked = [...present(linear.stacked), ...residuals.sliced, ...residuals.computed];
  const program = programOf([...constants, ...carry, ...stacked], present(results).map(expressionOf));
  const { tangents } = given;
  const operands = [
    ...given.invariant,
    ...present(tangents.constants),
    ...present(tangents.carry),
    ...present(tangents.stacked),
    ...given.sliced,
    ...given.computed,
  ];
  return P.scan(operands, { ...attributes, program, constants: constants.length, carry: carry.length });
};

/** See the head of this file. */
export const scan: JvpRule<'scan'> = ({ primals, tangents, outputs, attributes, pushForward }) => {
  const { program } = attributes;
  const varies = growCarries(
    attributes,
    tangents.map((tangent) => tangent !== undefined),
    hasTangent,
  );
  const body = differentiateBody(attributes, varies, pushForward);
  if (present(body.results).length === 0) return { outputs, tangents: [] };
  const { captured } = closedProgram(present(body.inputs), present(body.results).map(expressionOf));
  const residuals = classify(captured, program, attributes);
  const primal =
    residuals.computed.length === 0 ? outputs : primalLoop(primals, attributes, [...body.primals, ...residuals.computed]);
  const constants = programFrom(grouped(program.inputs, attributes).constants, residuals.invariant);
  const next = tangentLoop(attributes, body, residuals, {
    invariant: substitute(constants, grouped(primals, attributes).constants),
    sliced: residuals.sliced.map((residual) => at(primals, program.inputs.indexOf(residual))),
    computed: primal.slice(program.outputs.length),
    tangents: grouped(
      tangents.map((tangent, index) => (varies[index] === true ? instantiate(tangent, at(primals, index)) : undefined)),
      attributes,
    ),
  }).values();
  // Outputs of the primal loop beyond the program's are residuals, which nobody but the tangent loop asks for.
  return { outputs: primal, tangents: body.results.map((result) => (result === undefined ? undefined : next.next().value)) };
};
