/**
 * All checks in order, of a function and of its gradients.
 */
import { DTypeError } from '@cotangent/core';
import * as E from 'fp-ts/lib/Either.js';
import { batching } from './batchChecks.ts';
import { primal, purity, structure } from './exactChecks.ts';
import { type Check, type CheckName, type Fault, fault, type Settings, tallies, type Tally } from './fault.ts';
import { linearity, symmetry, transpose } from './identityChecks.ts';
import { directional, jacobian } from './numericChecks.ts';
import { derive } from './random.ts';
import { gradientOf, type Subject } from './subject.ts';

/** The checks, cheapest first, and those that others rest upon before these. */
const checks: readonly (readonly [CheckName, Check])[] = [
  ['structure', structure],
  ['primal', primal],
  ['purity', purity],
  ['linearity', linearity],
  ['transpose', transpose],
  ['directional derivative', directional],
  ['jacobian', jacobian],
  ['symmetry', symmetry],
  ['batching', batching],
];

/** A fault and the order at which it was found. */
export interface Found extends Fault {
  readonly order: number;
}

/** What to do about an error that the checker itself brings about. */
const advice = (error: Error): string => {
  // A pullback of one's own has no forward mode, which is no fault when it is known.
  if (error.message.includes('customVjp rule')) return '; to check its reverse mode alone, say { forward: false }';
  if (error instanceof DTypeError && error.message.includes('f64'))
    return "; the function is run in f64, whatever its inputs are: make its layers and constants with dtype 'f64', or take them as arguments";
  return '';
};

const text = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}${advice(error)}` : String(error);

/** What throws does not pass. */
export const guarded = <A>(check: CheckName, run: () => E.Either<Fault, A>): E.Either<Fault, A> => {
  try {
    return run();
  } catch (error: unknown) {
    return fault(check, `it throws ${text(error)}`);
  }
};

const checkOne = (subject: Subject, settings: Settings): E.Either<Found, Tally> =>
  checks.reduce<E.Either<Found, Tally>>((before, [name, check]) => {
    if (E.isLeft(before)) return before;
    const after = guarded(name, () => check(subject, settings));
    return E.isLeft(after) ? E.left({ ...after.left, order: subject.order }) : E.right(tallies.concat(before.right, after.right));
  }, E.right(tallies.empty));

/** Checks a subject, then its gradient with fresh cotangents, up to an order. */
export const checkOrders = (subject: Subject, order: number, settings: Settings): E.Either<Found, Tally> => {
  const here = checkOne(subject, settings);
  if (E.isLeft(here) || subject.order >= order) return here;
  const next = guarded('evaluation', () => E.right(gradientOf(subject, derive(settings.seed, 30 + subject.order))));
  if (E.isLeft(next)) return E.left({ ...next.left, order: subject.order + 1 });
  const further = checkOrders(next.right, order, { ...settings, seed: derive(settings.seed, 40 + subject.order) });
  return E.isLeft(further) ? further : E.right(tallies.concat(here.right, further.right));
};
