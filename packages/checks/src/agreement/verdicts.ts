/**
 * What running a call says of it and what the compiler says of it.
 */
import { compileFunction } from 'node:vm';
import * as core from '@cotangent/core';
import { named } from '../../../core/type-tests/tensors.ts';
import { withProject } from '../declarations.ts';
import { ourMessages } from '../typeTests/messages.ts';
import { type Diagnostic, diagnose } from '../typescript.ts';
import { axisOf, type Dim } from './dims.ts';
import { unspoken } from './unspoken.ts';

const scope = {
  ...core,
  named,
  t: (shape: readonly Dim[], dtype?: core.DType): core.AnyTensor => core.zeros(shape.map(axisOf) as never, dtype),
  d: axisOf,
};

/** A box is assignable to another where both hold the same type; and it is none where a type is `any`. */
const preamble = [
  `import { ${Object.keys(core).join(', ')} } from '@cotangent/core';`,
  `import type { Dimension, DType, Shape, Tensor } from '@cotangent/core';`,
  `declare const named: <const N extends string>(name: N) => Dimension<N>;`,
  `declare const d: typeof named;`,
  'declare const t: <const S extends Shape, const D extends DType = "f32">(shape: S, dtype?: D) => Tensor<S extends readonly [...infer T extends Shape] ? T : never, NoInfer<D>>;',
  `type Box<T> = 0 extends 1 & T ? 'any' : { readonly box: (value: T) => T };`,
  `declare const box: <T>(value: T) => Box<T>;`,
];

/** What running a call says: the type of its result, or the words in which it is refused. */
interface Outcome {
  readonly code: string;
  readonly type?: string;
  readonly message?: string;
  /** The class of what was thrown, where it is none of ours. */
  readonly foreign?: string;
}

const typeOf = (result: unknown): string => {
  if (core.isTensor(result)) return `Tensor<${JSON.stringify(result.shape)}, '${result.dtype}'>`;
  return Array.isArray(result) ? `readonly [${result.map(typeOf).join(', ')}]` : typeof result;
};

const ours = [core.ShapeError, core.DTypeError, core.TreeError] as const;

const refusal = (error: unknown): Pick<Outcome, 'message' | 'foreign'> => {
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  return ours.some((one) => error instanceof one) ? { message } : { message, foreign: name };
};

const run = (code: string): Outcome => {
  try {
    const call: unknown = compileFunction(`return ${code}`, Object.keys(scope));
    return { code, type: typeOf(typeof call === 'function' ? Reflect.apply(call, undefined, Object.values(scope)) : undefined) };
  } catch (error) {
    return { code, ...refusal(error) };
  }
};

/** A call that is refused must be refused; one that is not must have a result of exactly its type. */
const statementOf = ({ code, type }: Outcome, index: number): string =>
  type === undefined ? `${code};` : `const call${index} = ${code}; export const box${index}: Box<${type}> = box(call${index});`;

/** Whether names are long enough for a slice, only run time can know. */
const onlyAtRunTime = /^slice: range \[-\d+, \d.*\] does not fit axis/;

/** Both accept a call and give it one type; or both refuse it, in words of ours that are the same, and with an error of ours. */
const agree = ({ code, type, message, foreign }: Outcome, diagnostics: readonly Diagnostic[]): boolean => {
  if (type !== undefined) return diagnostics.length === 0;
  if (
    diagnostics.length > 0 &&
    unspoken(
      code,
      diagnostics.map((one) => one.message),
    )
  )
    return true;
  if (foreign !== undefined) return false;
  return onlyAtRunTime.test(message ?? '') || diagnostics.flatMap(ourMessages).includes(message ?? '');
};

/** A call about which run time and the compiler do not say the same. */
interface Disagreement extends Outcome {
  readonly compiler: readonly string[];
}

/** What was found of calls, which are compiled as one file. */
export interface Verdicts {
  readonly accepted: number;
  readonly refused: number;
  readonly disagreements: readonly Disagreement[];
}

/** Runs and compiles calls. */
export const judge = async (calls: readonly string[]): Promise<Verdicts> => {
  const outcomes = calls.map(run);
  const program = [...preamble, ...outcomes.map(statementOf)].join('\n');
  const found = await withProject({ 'calls.ts': program }, (folder) => diagnose(folder));
  const byLine = Map.groupBy(found, ({ line }) => line - preamble.length - 1);
  const disagreements = outcomes.flatMap((outcome, index) => {
    const diagnostics = byLine.get(index) ?? [];
    return agree(outcome, diagnostics) ? [] : [{ ...outcome, compiler: diagnostics.map(({ message }) => message) }];
  });
  const accepted = outcomes.filter(({ type }) => type !== undefined).length;
  return { accepted, refused: calls.length - accepted, disagreements };
};
