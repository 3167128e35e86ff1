/**
 * Where text goes.
 */

/**
 * Anything that takes text: `process.stdout`, or an object with `write` in a browser.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import type { Writer } from '@cotangent/train';
 *
 * const lines: string[] = [];
 * const writer: Writer = { write: (text) => lines.push(text) };
 * writer.write('step 1\n');
 * assert.deepEqual(lines, ['step 1\n']);
 * ```
 */
export interface Writer {
  readonly write: (text: string) => unknown;
  /** Whether it is a terminal, on which a line can be drawn again. */
  readonly isTTY?: boolean;
  /** The width of the terminal; 80 when it is not known, or 0. */
  readonly columns?: number;
}

/** Throws `TypeError` for what nothing can be written to, which only untyped callers can pass. */
export const checkWriter = (operation: string, writer: unknown): void => {
  if (typeof writer === 'object' && writer !== null && 'write' in writer) return;
  throw new TypeError(`${operation}: expected a writer, such as process.stdout`);
};
