/**
 * What checking a gradient tells.
 */
import type { CheckName, Difference } from './check/fault.ts';

/** Why a gradient is refused. `String(report)` tells it in a few lines. */
export interface GradientReport {
  /** Which check found it. */
  readonly check: CheckName;
  /** 1 for the function's derivative, 2 for the derivative of its gradient. */
  readonly order: number;
  /** Gives the same directions and the same report again. */
  readonly seed: number;
  readonly message: string;
  /** Where and by how much, for checks that compare numbers. */
  readonly difference: Difference | undefined;
  readonly toString: () => string;
}

/** What was checked of a gradient in which nothing is wrong. */
export interface GradientSummary {
  readonly seed: number;
  /** How many derivatives were compared with numerical ones. */
  readonly compared: number;
  /** How many of these comparisons a kink made void. */
  readonly discarded: number;
}

const ofOrder = (order: number): string => (order === 1 ? 'the derivative of the function' : 'the derivative of its gradient');

const numbers = ({ path, direction, analytic, numeric, tolerance }: Difference): readonly (readonly [string, string])[] => [
  ['at', path],
  ['along', direction],
  ['analytic', String(analytic)],
  ['numeric', String(numeric)],
  ['apart', `${Math.abs(analytic - numeric)}, of ${tolerance.toExponential(1)} allowed`],
];

const show = ({ check, order, seed, message, difference }: Omit<GradientReport, 'toString'>): string => {
  const lines = [
    ...(difference === undefined ? [] : numbers(difference)),
    ['order', `${order}, ${ofOrder(order)}`],
    ['seed', String(seed)],
  ];
  return [`${check}: ${message}`, ...lines.map(([name = '', value = '']) => `  ${name.padEnd(9)} ${value}`)].join('\n');
};

/** A report that prints itself. */
export const report = (found: Omit<GradientReport, 'toString'>): GradientReport =>
  Object.freeze({ ...found, toString: () => show(found) });

/** What a property of a wrong gradient throws. */
export class GradientError extends Error {
  override readonly name = 'GradientError';
  readonly report: GradientReport;

  constructor(found: GradientReport) {
    super(String(found));
    this.report = found;
  }
}
