/**
 * Which options there are.
 */
import { ConfigError } from './configError.ts';

/** Throws `ConfigError` for an option that there is not, and for a needed one that is missing. */
export const checkNames = (
  operation: string,
  given: Readonly<Record<string, unknown>>,
  needed: readonly string[],
  more: readonly string[] = [],
): void => {
  const names = [...needed, ...more];
  const stranger = Object.keys(given).find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new ConfigError(`${operation}: ${stranger} is no option: the options are ${names.join(', ')}`);
  const missing = needed.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) {
    throw new ConfigError(`${operation}: ${missing} is missing: write ${operation}({ ${needed.join(', ')} })`);
  }
};
