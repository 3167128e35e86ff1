/**
 * What the compiler says of a call is what running it says: both accept it and give the result one shape, or both refuse it in the same
 * words.
 */
import { compileFunction } from 'node:vm';
import * as core from '@cotangent/core';
import { type AnyTensor, type Axis, flatten, isTensor, zeros } from '@cotangent/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { named } from '../../../core/type-tests/tensors.ts';
import { withProject } from '../declarations.ts';
import { type Diagnostic, diagnose } from '../typescript.ts';
import { calls } from './calls.ts';
import { ourMessages } from './messages.ts';

/** The axis that a dimension stands for, which may be a product such as `'2*n'`. */
const axisOf = (dim: number | string): Axis =>
  typeof dim === 'number'
    ? dim
    : flatten(zeros(dim.split('*').map((factor) => (/^\d/.test(factor) ? Number(factor) : named(factor))) as never)).dim(0);

const scope = { ...core, named, t: (shape: readonly (number | string)[]): AnyTensor => zeros(shape.map(axisOf) as never) };

const preamble = [
  `import { einsum, rearrange, reduce, repeat, type Dimension, type Shape, type Tensor } from '@cotangent/core';`,
  'declare const named: <const N extends string>(name: N) => Dimension<N>;',
  'declare const t: <const S extends Shape>(shape: S) => Tensor<S extends readonly [...infer T extends Shape] ? T : never>;',
];

/** A call, with the shape that it results in or the words in which it is refused. */
interface Outcome {
  readonly code: string;
  readonly shape?: core.Shape;
  readonly message?: string;
}

const run = (code: string): Outcome => {
  try {
    const call: unknown = compileFunction(`return ${code}`, Object.keys(scope));
    const result: unknown = typeof call === 'function' ? Reflect.apply(call, undefined, Object.values(scope)) : undefined;
    return isTensor(result) ? { code, shape: result.shape } : { code };
  } catch (error) {
    return { code, message: error instanceof Error ? error.message : String(error) };
  }
};

/** A call that is refused must be refused; one that is not must have a result of exactly its shape. */
const statementOf = ({ code, shape }: Outcome, index: number): string =>
  `export const call${index}${shape === undefined ? '' : `: Tensor<${JSON.stringify(shape)}>`} = ${code};`;

const agree = ({ shape, message }: Outcome, diagnostics: readonly Diagnostic[]): boolean => {
  if (shape !== undefined) return diagnostics.length === 0;
  const messages = diagnostics.flatMap(ourMessages);
  return diagnostics.length > 0 && (messages.length === 0 || messages.includes(message ?? ''));
};

test('of calls with random equations and patterns', { timeout: 120_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const outcomes = [...new Set(fc.sample(calls, { numRuns: 600, seed }))].map(run);
  const program = [...preamble, ...outcomes.map(statementOf)].join('\n');
  const found = await withProject({ 'calls.ts': program }, (folder) => diagnose(folder));
  const disagreements = outcomes.flatMap((outcome, index) => {
    const diagnostics = found.filter(({ line }) => line === preamble.length + index + 1);
    return agree(outcome, diagnostics) ? [] : [{ ...outcome, compiler: diagnostics.map(({ message }) => message) }];
  });
  expect(disagreements, `with seed ${seed}`).toEqual([]);
  const accepted = outcomes.filter(({ shape }) => shape !== undefined).length;
  expect([accepted > 100, outcomes.length - accepted > 100], `${accepted} of ${outcomes.length} accepted`).toEqual([true, true]);
});
