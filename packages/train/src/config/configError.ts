/**
 * What is wrong with options, in code or from JSON.
 */
import type * as t from 'io-ts';

/**
 * Options that are refused: the message names the function, the option, what was found and what is expected.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { ConfigError, sgd } from '@cotangent/train';
 *
 * assert.throws(() => sgd({ rate: -0.1 }), ConfigError);
 * assert.throws(() => sgd({ rate: -0.1 }), /sgd: rate is -0.1, expected a finite number of at least 0/);
 * ```
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A value in words, for messages. */
export const describe = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

const pathOf = (context: t.Context): string =>
  context.slice(1).reduce((path, { key }) => (/^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`), '');

/** The first fault that a decoder has found, as an error; `what` names the function whose options they are. */
export const configError = (what: string, faults: t.Errors): ConfigError => {
  const [fault] = faults;
  if (fault === undefined) return new ConfigError(`${what}: the options are refused`);
  const path = pathOf(fault.context);
  const expected = fault.message ?? `expected ${fault.context.at(-1)?.type.name ?? 'something else'}`;
  return new ConfigError(`${what}: ${path === '' ? 'the argument' : path} is ${describe(fault.value)}, ${expected}`);
};
