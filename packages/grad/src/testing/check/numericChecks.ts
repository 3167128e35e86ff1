/**
 * Checks against numerical derivatives.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Check, type Difference, type Fault, fault, type Settings, tallies, type Tally } from './fault.ts';
import { compare, type Line, type Verdict } from './line.ts';
import { derive, grades, signs, weights } from './random.ts';
import { pullback, type Subject, valueOf } from './subject.ts';
import { absoluteDot, along, dot, entry, range, unit } from './vector.ts';

/** How many elements are searched, one by one, for the one whose derivative is wrong. */
const searched = 256;

/** The function on the line through its point, each value computed once. */
const values = (subject: Subject, direction: Float64Array): ((t: number) => Float64Array) => {
  const known = new Map<number, Float64Array>([[0, subject.value]]);
  return (t) => {
    const found = known.get(t) ?? valueOf(subject, along(subject.at.floats, direction, t));
    known.set(t, found);
    return found;
  };
};

/** `<w, f>` on a line. */
const weighted =
  (at: (t: number) => Float64Array, w: Float64Array): Line =>
  (t) => ({ value: dot(at(t), w), magnitude: absoluteDot(at(t), w) });

/** One element of `f` on a line. */
const component =
  (at: (t: number) => Float64Array, index: number): Line =>
  (t) => ({ value: entry(at(t), index), magnitude: Math.abs(entry(at(t), index)) });

const counted = (verdict: Verdict): Tally => ({ compared: 1, discarded: verdict._tag === 'Kink' ? 1 : 0 });

type Place = Pick<Difference, 'path' | 'direction' | 'analytic'>;

const differs = (place: Place, verdict: Verdict): Difference | undefined =>
  verdict._tag === 'Differs' ? { ...place, numeric: verdict.numeric, tolerance: verdict.tolerance } : undefined;

/** The element in which a gradient of `<w, f>` is most wrong. */
const worst = (subject: Subject, gradient: Float64Array, w: Float64Array, settings: Settings): Difference | undefined => {
  const { from } = subject;
  const found = range(Math.min(from.size, searched)).flatMap((index) => {
    const line = weighted(values(subject, unit(from.size, index)), w);
    const analytic = entry(gradient, index);
    const place = { path: from.pathOf(index), direction: 'that element, of the result against a random cotangent', analytic };
    return differs(place, compare(analytic, line, settings)) ?? [];
  });
  const excess = ({ analytic, numeric, tolerance }: Difference): number => Math.abs(analytic - numeric) / tolerance;
  return found.sort((a, b) => excess(b) - excess(a))[0];
};

const message = 'the derivative differs from the numerical one';

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
  return fault('directional derivative', message, worst(subject, gradient, w, settings) ?? whole);
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
      if (found !== undefined) return fault('jacobian', message, found);
      tally = tallies.concat(tally, counted(verdict));
    }
  }
  return E.right(tally);
};
