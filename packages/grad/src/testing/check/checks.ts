/**
 * All checks in order, of a function and of its gradients.
 */
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

/** A pullback of one's own has no forward mode, which is no fault when it is known. */
const advice = (text: string): string =>
  text.includes('customVjp rule') ? `${text}; to check its reverse mode alone, say { forward: false }` : text;

const text = (error: unknown): string => advice(error instanceof Error ? `${error.name}: ${error.message}` : String(error));

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
