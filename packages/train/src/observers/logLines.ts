/**
 * A line of text for each step.
 */
import { showMeasurements } from './measurements.ts';
import type { Observer, Position } from './observer.ts';
import { checkWriter, type Writer } from './writer.ts';

/** `step  1000/10000`, as wide for each step. */
export const showPosition = ({ step, total }: Position): string =>
  total === undefined ? `step ${step}` : `step ${String(step).padStart(String(total).length)}/${total}`;

/** A step and its metrics in one line: `step  1000/10000  loss 0.6931`. */
export const stepLine = (position: Position, metrics: unknown): string =>
  `${showPosition(position)}  ${showMeasurements(metrics)}`.trimEnd();

/**
 * Writes a line with the metrics of every step that it sees. With `every` it sees fewer.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { every, foldObserved, logLines } from '@cotangent/train';
 *
 * const lines: string[] = [];
 * const log = logLines({ write: (line) => lines.push(line) });
 * foldObserved((sum: number, x: number) => [sum + x, { sum: sum + x }], every(2, log))(0, [1, 2, 3, 4])();
 * assert.deepEqual(lines, ['step 2/4  sum 3\n', 'step 4/4  sum 10\n']);
 * ```
 */
export const logLines = (writer: Writer): Observer => {
  checkWriter('logLines', writer);
  return (event) => () => {
    if (event._tag === 'Stepped') writer.write(`${stepLine(event, event.metrics)}\n`);
  };
};
