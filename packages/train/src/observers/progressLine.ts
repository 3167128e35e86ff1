/**
 * The progress of a run in one line of text.
 */
import { showMeasurements } from './measurements.ts';
import { showPosition } from './logLines.ts';
import type { Position } from './observer.ts';

/** What a progress line shows. */
export interface Progress extends Position {
  readonly label: string | undefined;
  /** Steps done in this run. */
  readonly done: number;
  /** Seconds since the run started. */
  readonly seconds: number;
  /** Whether the run has ended: it then shows how long it took, not how long it will. */
  readonly ended: boolean;
  readonly metrics: unknown;
}

const widest = 30;
const narrowest = 6;

const pad = (value: number): string => String(value).padStart(2, '0');

/** Seconds as a clock shows them: `0:07`, `12:34`, `1:02:03`. */
export const showDuration = (seconds: number): string => {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
};

/** Steps a second in three digits: `24.7k steps/s`. */
export const showRate = (rate: number): string => {
  const [scaled, unit] = rate >= 1e6 ? [rate / 1e6, 'M'] : rate >= 1e3 ? [rate / 1e3, 'k'] : [rate, ''];
  return `${scaled.toFixed(scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2)}${unit} steps/s`;
};

/** A bar filled to a share between 0 and 1. */
export const showBar = (share: number, width: number): string => {
  const filled = Math.floor(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
};

const timing = ({ done, seconds, ended, step, total }: Progress): readonly string[] => {
  const rate = done / seconds;
  if (done === 0 || seconds <= 0) return [];
  if (ended) return [showRate(rate), `in ${showDuration(seconds)}`];
  return total === undefined
    ? [showRate(rate), showDuration(seconds)]
    : [showRate(rate), `ETA ${showDuration((total - step) / rate)}`];
};

/**
 * The line: `label ██████░░░░ step 6000/10000  60%  24.7k steps/s  ETA 0:01  loss 0.1234`, at most `columns` wide.
 *
 * The bar shrinks first and then disappears; what still does not fit is cut off.
 */
export const progressLine = (progress: Progress, columns: number): string => {
  const { label, step, total, metrics } = progress;
  const share = total === undefined ? undefined : total === 0 ? 1 : step / total;
  const text = [
    showPosition(progress),
    ...(share === undefined ? [] : [`${Math.floor(share * 100)}%`.padStart(4)]),
    ...timing(progress),
    showMeasurements(metrics),
  ]
    .filter((part) => part !== '')
    .join('  ');
  const before = label === undefined ? '' : `${label} `;
  const room = Math.min(widest, columns - before.length - text.length - 1);
  const bar = share === undefined || room < narrowest ? '' : `${showBar(share, room)} `;
  return `${before}${bar}${text}`.slice(0, columns);
};
