/**
 * Whether a state is the transformation's own: one of another optimizer, from a file or a run before, is refused by name.
 */
import { TreeError } from '@cotangent/core';
import { describe } from '../config/configError.ts';
import { isOptions } from '../config/options.ts';

const refuse = (operation: string, wanted: string, found: string): never => {
  throw new TreeError(
    `${operation}: the state is that of another optimizer: expected ${wanted}, got ${found}. A state begins with the optimizer's init`,
  );
};

/** Throws `TreeError` when a state has other fields than these. */
export const checkState = (operation: string, state: unknown, ...fields: readonly string[]): void => {
  const wanted = `{ ${fields.join(', ')} }`;
  if (!isOptions(state)) return refuse(operation, wanted, describe(state));
  const found = Object.keys(state);
  if (found.length !== fields.length || fields.some((field) => state[field] === undefined)) {
    refuse(operation, wanted, found.length === 0 ? '{}' : `{ ${found.join(', ')} }`);
  }
};

/** Throws `TreeError` when the state of a chain is no list of as many states as it has members. */
export const checkStates = (states: unknown, members: number): void => {
  if (!Array.isArray(states) || states.length !== members) refuse('chain', `an array of ${members}`, describe(states));
};
