/**
 * What running a call says of it and what the compiler says of it.
 */
import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { named } from '../../../core/type-tests/tensors.ts';
import { withProject } from '../declarations.ts';
import { messagesIn } from '../typeTests/explained.ts';
import { type Diagnostic, diagnose } from '../typescript.ts';
import { axisOf, type Dim } from './dims.ts';
import { isRunTime, unspoken } from './unspoken.ts';

/** Another batch there is none of where there is none at all. */
const first = <B>(all: Iterable<B>): B => {
  for (const one of all) return one;
  throw new core.ShapeError('there are no batches');
};

const scope = {
  ...core,
  G: gradient,
  N: nn,
  R: training,
  first,
  named,
  t: (shape: readonly Dim[], dtype?: core.DType): core.AnyTensor => core.zeros(shape.map(axisOf) as never, dtype),
  d: axisOf,
};

/** A box is assignable to another where both hold the same type; and it is none where a type is `any`. */
const preamble = [
  `import { ${Object.keys(core).join(', ')} } from '@cotangent/core';`,
  `import type { Dim, Dimension, DType, Float, Numeric, Shape, Tensor } from '@cotangent/core';`,
  `import * as G from '@cotangent/grad';`,
  `import * as N from '@cotangent/nn';`,
  `import * as R from '@cotangent/train';`,
  `declare const first: <B>(all: Iterable<B>) => B;`,
  `declare const named: <const N extends string>(name: N) => Dimension<N>;`,
  `declare const d: typeof named;`,
  'declare const t: <const S extends Shape, const D extends DType = "f32">(shape: S, dtype?: D) => Tensor<S extends readonly [...infer T extends Shape] ? T : never, NoInfer<D>>;',
  `type Box<T> = 0 extends 1 & T ? 'any' : { readonly box: (value: T) => T };`,
  `declare const box: <T>(value: T) => Box<T>;`,
];

/** What running a call says: the type of its result, or the words in which it is refused. */
export interface Outcome {
  readonly code: string;
  readonly type?: string;
  readonly message?: string;
  /** The class of what was thrown, where it is none of ours. */
  readonly foreign?: string;
}

const typeOf = (result: unknown): string => {
  if (core.isTensor(result)) return `Tensor<${JSON.stringify(result.shape)}, '${result.dtype}'>`;
  if (Array.isArray(result)) return `readonly [${result.map(typeOf).join(', ')}]`;
  if (typeof result !== 'object' || result === null) return typeof result;
  return `{ ${Object.entries(result)
    .map(([name, value]) => `readonly ${name}: ${typeOf(value)}`)
    .join('; ')} }`;
};

/** What is thrown of purpose; a `RangeError` is of a number out of range, in the words of the compiler. */
const ours = [core.ShapeError, core.DTypeError, core.TreeError, training.ConfigError, RangeError] as const;

const refusal = (error: unknown): Pick<Outcome, 'message' | 'foreign'> => {
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  return ours.some((one) => error instanceof one) ? { message } : { message, foreign: name };
};

/** Values by their names. */
export type Values = Readonly<Record<string, unknown>>;

/** What code gives, or throws, in which there may be more names. */
export const resultOf = (code: string, more: Values = {}): unknown => {
  const names = { ...scope, ...more };
  const call: unknown = compileFunction(`return ${stripTypeScriptTypes(`(${code})`)}`, Object.keys(names));
  return typeof call === 'function' ? Reflect.apply(call, undefined, Object.values(names)) : undefined;
};

/** What running code says. */
export const run = (code: string, more: Values = {}): Outcome => {
  try {
    return { code, type: typeOf(resultOf(code, more)) };
  } catch (error) {
    return { code, ...refusal(error) };
  }
};

/** What the compiler says of each line of a program. */
export const diagnosed = async (lines: readonly string[]): Promise<readonly (readonly Diagnostic[])[]> => {
  const program = [...preamble, ...lines].join('\n');
  const found = await withProject({ 'calls.ts': program }, (folder) => diagnose(folder), { noErrorTruncation: true });
  const byLine = Map.groupBy(found, ({ line }) => line - preamble.length - 1);
  return lines.map((_, index) => byLine.get(index) ?? []);
};

/** A call that is refused must be refused; one that is not must have a result of exactly its type. */
export const statementOf = ({ code, type }: Outcome, index: number): string =>
  type === undefined ? `${code};` : `const call${index} = ${code}; export const box${index}: Box<${type}> = box(call${index});`;

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
  if (isRunTime(code, message ?? '')) return true;
  return foreign === undefined && diagnostics.flatMap((one) => messagesIn(one.message)).includes(message ?? '');
};

/** A call about which run time and the compiler do not say the same. */
export interface Disagreement extends Outcome {
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
  const outcomes = calls.map((code) => run(code));
  const found = await diagnosed(outcomes.map(statementOf));
  const disagreements = outcomes.flatMap((outcome, index) => {
    const diagnostics = found[index] ?? [];
    return agree(outcome, diagnostics) ? [] : [{ ...outcome, compiler: diagnostics.map(({ message }) => message) }];
  });
  const accepted = outcomes.filter(({ type }) => type !== undefined).length;
  return { accepted, refused: calls.length - accepted, disagreements };
};
