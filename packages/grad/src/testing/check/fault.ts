/**
 * What a check finds.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Monoid } from 'fp-ts/lib/Monoid.js';
import type { Precision } from './line.ts';
import type { Subject } from './subject.ts';

/** The checks, cheapest first. */
export type CheckName =
  | 'evaluation'
  | 'primal'
  | 'structure'
  | 'purity'
  | 'linearity'
  | 'transpose'
  | 'directional derivative'
  | 'jacobian'
  | 'symmetry'
  | 'batching'
  | 'kinks';

/** Two numbers that ought to agree. */
export interface Difference {
  /** Where the derivative is wrong: `params.hidden.weight[1,2]`. */
  readonly path: string;
  /** Along which direction, and of what. */
  readonly direction: string;
  readonly analytic: number;
  /** What it is compared with. */
  readonly numeric: number;
  readonly tolerance: number;
}

/** What is wrong. */
export interface Fault {
  readonly check: CheckName;
  readonly message: string;
  readonly difference: Difference | undefined;
}

/** How many derivatives were compared with numerical ones, and how many of these comparisons a kink made void. */
export interface Tally {
  readonly compared: number;
  readonly discarded: number;
}

/** Tallies add up. */
export const tallies: Monoid<Tally> = {
  empty: { compared: 0, discarded: 0 },
  concat: (x, y) => ({ compared: x.compared + y.compared, discarded: x.discarded + y.discarded }),
};

/** How thoroughly and how closely to check. */
export interface Settings extends Precision {
  readonly seed: number;
  readonly directions: number;
  readonly jacobian: number;
  readonly forward: boolean;
  readonly batched: boolean;
}

/** A check of a subject. */
export type Check = (subject: Subject, settings: Settings) => E.Either<Fault, Tally>;

/** What a check finds that has nothing to say. */
export const passed: E.Either<Fault, Tally> = E.right(tallies.empty);

/** A fault, with the numbers that show it if there are any. */
export const fault = (check: CheckName, message: string, difference?: Difference): E.Either<Fault, never> =>
  E.left({ check, message, difference });
