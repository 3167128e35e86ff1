/**
 * Functions as arguments at run time.
 */
import { describe } from './decodeError.ts';

/** Throws `TypeError` for what is no function, which only untyped callers can pass. */
export const checkFunction = (operation: string, f: unknown): void => {
  if (typeof f !== 'function') throw new TypeError(`${operation}: expected a function, found ${describe(f)}`);
};
