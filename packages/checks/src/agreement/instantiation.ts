/**
 * What becomes of generic functions whose bodies compile: whatever their type parameters stand for, they run and give what their types say.
 * Bodies that do not compile are refused in words of ours, and so are, by the compiler, calls with two tokens of two dimensions under one type parameter.
 */
import { messagesIn } from '../typeTests/explained.ts';
import { argumentsOf, type Body, definition, type Instance } from './bodies.ts';
import { isRunTime, unspoken } from './unspoken.ts';
import { diagnosed, type Disagreement, type Outcome, resultOf, run, statementOf } from './verdicts.ts';

/** A function, and what its type parameters are to stand for. */
export interface Generic {
  readonly body: Body;
  readonly instances: readonly Instance[];
}

/** What was found of generic functions. */
interface Instantiations {
  /** How many compile. */
  readonly compiled: number;
  readonly disagreements: readonly Disagreement[];
}

/** A call, what running it says, and whether its tokens are what type parameters ask for. */
interface Called {
  readonly call: string;
  readonly outcome: Outcome;
  readonly fits: boolean;
}

/** What running a call of the function by that name says, and the call. */
const outcomeOf = (name: string, body: Body, instance: Instance): Called => {
  const given = argumentsOf(body, instance);
  const list = Object.values(given).join(', ');
  const values = Object.fromEntries(Object.entries(given).map(([parameter, code]) => [parameter, resultOf(code)]));
  const outcome = { ...run(body.code, values), code: `(${definition(body)})(${list})` };
  return { call: `${name}(${list})`, outcome, fits: instance.C === instance.A };
};

/** Compiles functions, and of those that do compiles and runs calls. */
export const instantiate = async (generics: readonly Generic[]): Promise<Instantiations> => {
  const definitions = generics.map(({ body }, index) => `export const f${index} = ${definition(body)};`);
  const refusals = (await diagnosed(definitions)).map((found) => found.map(({ message }) => message));
  const silent = generics.flatMap(({ body }, index) => {
    const compiler = refusals[index] ?? [];
    const code = definition(body);
    const speaks = compiler.length === 0 || compiler.some((text) => messagesIn(text).length > 0);
    return speaks || unspoken(code, compiler) ? [] : [{ code, compiler }];
  });
  const compiles = (index: number): boolean => refusals[index]?.length === 0;
  const calls = generics.flatMap(({ body, instances }, index) =>
    compiles(index) ? instances.map((instance) => outcomeOf(`f${index}`, body, instance)) : [],
  );
  const lines = [
    ...definitions.map((line, index) => (compiles(index) ? line : '')),
    ...calls.map(({ call, outcome }, index) => statementOf({ ...outcome, code: call }, index)),
  ];
  const found = (await diagnosed(lines)).slice(definitions.length);
  const mistaken = calls.flatMap(({ outcome, fits }, index) => {
    const compiler = (found[index] ?? []).map(({ message }) => message);
    const runs = outcome.type === undefined ? isRunTime(outcome.code, outcome.message ?? '') : compiler.length === 0;
    const agrees = fits ? runs : compiler.length > 0;
    return agrees ? [] : [{ ...outcome, compiler }];
  });
  return { compiled: definitions.filter((_, index) => compiles(index)).length, disagreements: [...silent, ...mistaken] };
};
