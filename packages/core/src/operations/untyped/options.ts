/**
 * Options at run time: those that a function has, and of their kinds.
 */
import { ShapeError } from '../../errors.ts';
import { isTensor } from '../../tensor.ts';

/** What an option is. */
type Kind = 'boolean' | 'number';

const words: Readonly<Record<Kind, string>> = { boolean: 'true or false', number: 'a number' };

const isOptions = (options: unknown): options is object =>
  typeof options === 'object' && options !== null && !Array.isArray(options) && !isTensor(options);

/** An option that a function does not have, if there is one. */
const strangerIn = (known: readonly string[], options: object): string | undefined =>
  Object.keys(options).find((name) => !known.includes(name));

/** Checks that options are some of those that a function has, if there are any. What their values are is looked at where they are read. */
export const checkKnown = <O>(operation: string, known: readonly (keyof NoInfer<O> & string)[], options: O | undefined): void => {
  if (options === undefined) return;
  if (!isOptions(options)) throw new ShapeError(`${operation}: the options are an object of ${known.join(', ')}`);
  const stranger = strangerIn(known, options);
  if (stranger === undefined) return;
  throw new ShapeError(`${operation}: ${stranger} is no option: the options are ${known.join(', ')}`);
};

/** Checks that options are some of those that a function has, and of their kinds. What is `undefined` is left out. */
export const checkOptions = (operation: string, kinds: Readonly<Record<string, Kind>>, options: unknown): void => {
  const isOne = ([name, value]: readonly [string, unknown]): boolean =>
    Object.hasOwn(kinds, name) && (value === undefined || typeof value === kinds[name]);
  if (isOptions(options) && Object.entries(options).every(isOne)) return;
  const stranger = isOptions(options) ? strangerIn(Object.keys(kinds), options) : undefined;
  const said = Object.entries(kinds).map(([name, kind]) => `${name}, ${words[kind]}`);
  throw new ShapeError(
    `${operation}: ${stranger === undefined ? '' : `${stranger} is no option: `}the options are ${said.join('; ')}`,
  );
};
