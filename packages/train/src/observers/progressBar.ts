/**
 * The progress of a run on a terminal, or in plain lines.
 */
import type { IO } from 'fp-ts/lib/IO.js';
import { checked, count, expected, optional, options } from '../config/options.ts';
import { stepLine } from './logLines.ts';
import type { Observer, Position, RunEvent } from './observer.ts';
import { progressLine } from './progressLine.ts';
import { checkWriter, type Writer } from './writer.ts';

/** Options of `progressBar`. */
export interface ProgressOptions {
  /** What stands before the bar. */
  readonly label?: string;
  /**
   * A lasting line for one step in so many. When left out, a terminal gets none, and plain output about ten in a run of known
   * length and one in a hundred steps else.
   */
  readonly every?: number;
  /** Milliseconds that rise; the clock of the platform when left out. */
  readonly now?: IO<number>;
}

const progressOptions = options<ProgressOptions>({
  label: optional(expected('a text', (value) => typeof value === 'string')),
  every: optional(count),
  now: optional(expected('a function that tells the time', (value): value is IO<number> => typeof value === 'function')),
});

/** The carriage returns, the line is written over, and what is left of the one before it is erased: nothing is blank in between. */
const redraw = (line: string): string => `\r${line}\u001b[K`;

/** A terminal that does not know its width says 0, or nothing. The last column stays free: some terminals wrap once it is filled. */
const widthOf = ({ columns = 0 }: Writer): number => (columns > 0 ? columns : 80) - 1;

/** Milliseconds between two pictures: 20 a second. */
const period = 50;

type Stepped = Extract<RunEvent<unknown, unknown>, { readonly _tag: 'Stepped' }>;
type Ended = Exclude<RunEvent<unknown, unknown>, { readonly _tag: 'Started' | 'Stepped' }>;

/** A line that stays. */
const lasting = (label: string | undefined, event: Stepped): string =>
  `${label === undefined ? '' : `${label} `}${stepLine(event, event.metrics)}`;

/** How one kind of output follows a run. */
interface View {
  readonly start: (position: Position) => void;
  readonly step: (event: Stepped) => void;
  readonly end: (event: Ended) => void;
}

const onTerminal = (writer: Writer, { label, every, now = () => performance.now() }: ProgressOptions): View => {
  let [start, drawn, first] = [0, 0, 0];
  let last: unknown;
  const picture = ({ step, total }: Position, metrics: unknown, ended: boolean): string =>
    redraw(
      progressLine({ label, step, total, metrics, ended, done: step - first, seconds: (now() - start) / 1000 }, widthOf(writer)),
    );
  return {
    start: (position) => {
      [start, first, last] = [now(), position.step, undefined];
      drawn = start;
      writer.write(picture(position, undefined, false));
    },
    step: (event) => {
      last = event.metrics;
      const isLasting = every !== undefined && event.step % every === 0;
      if (!isLasting && now() - drawn < period) return;
      drawn = now();
      writer.write((isLasting ? `${redraw(lasting(label, event))}\n` : '') + picture(event, last, false));
    },
    end: (event) => writer.write(`${picture(event, last, true)}\n`),
  };
};

const inPlainLines = (writer: Writer, { label, every }: ProgressOptions): View => {
  let [spacing, written] = [1, 0];
  let last: Stepped | undefined;
  const write = (event: Stepped): void => {
    written = event.step;
    writer.write(`${lasting(label, event)}\n`);
  };
  return {
    start: ({ step, total }) => {
      spacing = every ?? (total === undefined ? 100 : Math.max(1, Math.round((total - step) / 10)));
      [written, last] = [step, undefined];
    },
    step: (event) => {
      last = event;
      if (event.step % spacing === 0) write(event);
    },
    end: () => {
      if (last !== undefined && last.step !== written) write(last);
    },
  };
};

/**
 * Shows how far a run is: on a terminal in one line that is redrawn at most 20 times a second, else in plain lines, one in so many steps.
 *
 * The line has a bar, the step, steps a second, the time left and the metrics, which are read only when they are shown. With `every`
 * it leaves lasting lines behind, above the bar. Plain lines hold nothing that depends on time. Throws `ConfigError` for wrong options.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { foldObserved, progressBar } from '@cotangent/train';
 *
 * const lines: string[] = [];
 * const progress = progressBar({ write: (line) => lines.push(line) }, { label: 'sum', every: 2 });
 * foldObserved((sum: number, x: number) => [sum + x, { sum: sum + x }], progress)(0, [1, 2, 3])();
 * assert.deepEqual(lines, ['sum step 2/3  sum 3\n', 'sum step 3/3  sum 6\n']);
 * ```
 */
export const progressBar = (writer: Writer, given: ProgressOptions = {}): Observer => {
  checkWriter('progressBar', writer);
  const settings = checked('progressBar', progressOptions, given);
  const view = writer.isTTY === true ? onTerminal(writer, settings) : inPlainLines(writer, settings);
  return (event) => () => {
    if (event._tag === 'Started') view.start(event);
    else if (event._tag === 'Stepped') view.step(event);
    else view.end(event);
  };
};
