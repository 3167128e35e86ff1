/**
 * Checks against numerical derivatives.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Check, type Fault, type Settings, tallies, type Tally } from './fault.ts';
import { compare, type Verdict } from './line.ts';
import { apart, differs, locate } from './locate.ts';
import { derive, grades, signs, weights } from './random.ts';
import { component, values, weighted } from './section.ts';
import { pullback, type Subject } from './subject.ts';
import { dot, entry, range, unit } from './vector.ts';

const counted = (verdict: Verdict): Tally => ({ compared: 1, discarded: verdict._tag === 'Kink' ? 1 : 0 });

/** `<J' w, v>` against Richardson's derivative of `<w, f>` along `v`. */
const alongDirection = (
  subject: Subject,
  pull: (cotangent: Float64Array) => Float64Array,
  [v, w]: readonly [direction: Float64Array, cotangent: Float64Array],
  settings: Settings,
): E.Either<Fault, Tally> => {
  const gradient = pull(w);
  const analytic = dot(gradient, v);
  const verdict = compare(analytic, weighted(values(subject, v), w), settings);
  const place = { path: subject.from.paths.join(', '), direction: 'a random direction over all arguments', analytic };
  const whole = differs(place, verdict);
  if (whole === undefined) return E.right(counted(verdict));
  return apart('directional derivative', locate(subject, pull, [gradient, w], settings) ?? whole);
};

/** The derivative along a random sign vector, in which all elements move alike, and along directions in which no two elements need to. */
export const directional: Check = (subject, settings) => {
  const { from, to } = subject;
  const pull = pullback(subject);
  return range(settings.directions).reduce<E.Either<Fault, Tally>>((before, turn) => {
    if (E.isLeft(before)) return before;
    const direction = (turn === 0 ? signs : grades)(derive(settings.seed, 10 + 2 * turn), from.size);
    const after = alongDirection(subject, pull, [direction, weights(derive(settings.seed, 11 + 2 * turn), to.size)], settings);
    return E.isLeft(after) ? after : E.right(tallies.concat(before.right, after.right));
  }, E.right(tallies.empty));
};

/** Every entry of the Jacobian, when there are few. */
export const jacobian: Check = (subject, settings) => {
  const { from, to } = subject;
  if (from.size * to.size > settings.jacobian) return E.right(tallies.empty);
  const pull = pullback(subject);
  const rows = range(to.size).map((row) => pull(unit(to.size, row)));
  let tally = tallies.empty;
  for (const column of range(from.size)) {
    const at = values(subject, unit(from.size, column));
    for (const [row, gradient] of rows.entries()) {
      const analytic = entry(gradient, column);
      const verdict = compare(analytic, component(at, row), settings);
      const found = differs({ path: from.pathOf(column), direction: `that element, of ${to.pathOf(row)}`, analytic }, verdict);
      if (found !== undefined) return apart('jacobian', found);
      tally = tallies.concat(tally, counted(verdict));
    }
  }
  return E.right(tally);
};
