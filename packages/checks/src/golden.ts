/**
 * Golden files: what is expected, as a text that people read when it changes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The text that a golden file expects; empty when there is no file. With `UPDATE_GOLDEN` in the environment the file is written anew with
 * what was found: read the difference before committing it.
 */
export const golden = (path: string, found: string): string => {
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, found);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
