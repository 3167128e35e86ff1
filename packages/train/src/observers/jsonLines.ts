/**
 * Metrics in a file, one JSON object a line. For Node only.
 */
import { appendFileSync, closeSync, openSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import type { IO } from 'fp-ts/lib/IO.js';
import type { IOEither } from 'fp-ts/lib/IOEither.js';
import { toJson } from './measurements.ts';
import type { Observer } from './observer.ts';

/** Why a file could not be opened or written. */
export interface FileError {
  readonly _tag: 'FileError';
  readonly path: string;
  readonly message: string;
}

/** A file that is being written. */
export interface MetricsFile {
  /** Appends a line for each step that it sees, until the file is closed: then it does nothing. */
  readonly observer: Observer;
  /**
   * Writes what is left and closes the file: how many lines were written, or what went wrong on the way. Closing it again does nothing
   * and says the same.
   */
  readonly close: IOEither<FileError, number>;
}

const fileError =
  (path: string) =>
  (error: unknown): FileError => ({
    _tag: 'FileError',
    path,
    message: `jsonLines: ${error instanceof Error ? error.message : String(error)}`,
  });

/** Text that waits is written when there is so much of it, after so many milliseconds, and at the end of each run. */
const full = 65_536;
const period = 1000;

const openFile = (path: string, descriptor: number): MetricsFile => {
  let [waiting, lines, written] = ['', 0, performance.now()];
  let fault: FileError | undefined;
  // A descriptor that has been closed may be that of another file by now.
  let closed = false;
  const attempt = (effect: IO<void>): void => {
    const done = E.tryCatch(effect, fileError(path));
    if (E.isLeft(done)) fault ??= done.left;
  };
  const flush = (): void => {
    const text = waiting;
    [waiting, written] = ['', performance.now()];
    if (text !== '' && fault === undefined) attempt(() => appendFileSync(descriptor, text));
  };
  return {
    observer: (event) => () => {
      if (closed) return;
      if (event._tag === 'Stepped') {
        [waiting, lines] = [`${waiting}${toJson(event.step, event.metrics)}\n`, lines + 1];
        if (waiting.length >= full || performance.now() - written >= period) flush();
      } else if (event._tag !== 'Started') flush();
    },
    close: () => {
      if (!closed) {
        flush();
        closed = true;
        attempt(() => closeSync(descriptor));
      }
      return fault === undefined ? E.right(lines) : E.left(fault);
    },
  };
};

/**
 * Opens a file to append metrics to, an object for each step: `{"step":1,"loss":0.6931}`.
 *
 * Nothing is thrown: a file that cannot be opened is a `Left` before the run, one that cannot be written to is a `Left` of `close`, and the
 * run goes on. Tensors are nested arrays; NaN and infinities are the texts "NaN", "Infinity" and "-Infinity".
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { foldObserved } from '@cotangent/train';
 * import { jsonLines } from '@cotangent/train/node';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
 * const path = join(folder, 'metrics.jsonl');
 * const file = jsonLines(path)();
 * assert.ok(file._tag === 'Right');
 * foldObserved((sum: number, x: number) => [sum + x, { sum: sum + x }], file.right.observer)(0, [1, 2])();
 * assert.deepEqual(file.right.close(), { _tag: 'Right', right: 2 });
 * assert.equal(readFileSync(path, 'utf8'), '{"step":1,"sum":1}\n{"step":2,"sum":3}\n');
 * rmSync(folder, { recursive: true });
 * ```
 */
export const jsonLines =
  (path: string): IOEither<FileError, MetricsFile> =>
  () =>
    E.tryCatch(() => openFile(path, openSync(path, 'a')), fileError(path));
