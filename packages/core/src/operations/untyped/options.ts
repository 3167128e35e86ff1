/**
 * Options at run time: those that a function has, and of their kinds.
 */
import { ShapeError } from '../../errors.ts';

/** What an option is. */
type Kind = 'boolean' | 'number';

const words: Readonly<Record<Kind, string>> = { boolean: 'true or false', number: 'a number' };

const isOptions = (options: unknown): options is object =>
  typeof options === 'object' && options !== null && !Array.isArray(options);

/** Checks that options are some of those that a function has. What is `undefined` is left out. */
export const checkOptions = (operation: string, kinds: Readonly<Record<string, Kind>>, options: unknown): void => {
  const isOne = ([name, value]: readonly [string, unknown]): boolean =>
    Object.hasOwn(kinds, name) && (value === undefined || typeof value === kinds[name]);
  if (isOptions(options) && Object.entries(options).every(isOne)) return;
  const said = Object.entries(kinds).map(([name, kind]) => `${name}, ${words[kind]}`);
  throw new ShapeError(`${operation}: the options are ${said.join('; ')}`);
};
