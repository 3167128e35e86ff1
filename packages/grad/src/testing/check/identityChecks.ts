/**
 * Checks of what any derivative is: linear, its two modes transposes of each other, its own derivative symmetric.
 */
import type * as E from 'fp-ts/lib/Either.js';
import { type Check, type CheckName, fault, type Fault, passed, type Settings, type Tally } from './fault.ts';
import { tolerance } from './line.ts';
import { derive, signs, weights } from './random.ts';
import { pullback, pushforward, type Subject } from './subject.ts';
import { absoluteDot, dot, entry, range, unit } from './vector.ts';

const epsilon = 2 ** -52;

/** Two numbers that must agree up to rounding of sums of a given magnitude. */
const agree = (analytic: number, other: number, magnitude: number, settings: Settings): number | undefined => {
  const allowed = tolerance(analytic, other, settings, 64 * epsilon * magnitude);
  return Math.abs(analytic - other) <= allowed ? undefined : allowed;
};

/** `pb(-2 u + w) = -2 pb(u) + pb(w)` and `pb(0) = 0` */
export const linearity: Check = (subject, settings) => {
  const { from, to } = subject;
  const pull = pullback(subject);
  const [u, w] = [weights(derive(settings.seed, 1), to.size), weights(derive(settings.seed, 2), to.size)];
  const [pulledU, pulledW, together] = [pull(u), pull(w), pull(w.map((value, index) => value - 2 * entry(u, index)))];
  const zero = pull(new Float64Array(to.size));
  const wrong = (index: number, analytic: number, numeric: number, message: string): E.Either<Fault, Tally> | undefined => {
    const magnitude = Math.abs(entry(pulledU, index)) + Math.abs(entry(pulledW, index));
    const allowed = agree(analytic, numeric, magnitude, settings);
    if (allowed === undefined) return undefined;
    const direction = 'cotangents drawn from the seed';
    return fault('linearity', message, { path: from.pathOf(index), direction, analytic, numeric, tolerance: allowed });
  };
  for (const index of range(from.size)) {
    const combined = entry(pulledW, index) - 2 * entry(pulledU, index);
    const found =
      wrong(index, entry(zero, index), 0, 'the pullback of 0 is not 0') ??
      wrong(index, entry(together, index), combined, 'the pullback is not linear: pb(w - 2 u) is not pb(w) - 2 pb(u)');
    if (found !== undefined) return found;
  }
  return passed;
};

/** `<J v, w> = <v, J' w>`; where they differ, for which element of the arguments. */
export const transpose: Check = (subject, settings) => {
  if (!settings.forward) return passed;
  const { from, to } = subject;
  const [v, w] = [signs(derive(settings.seed, 3), from.size), weights(derive(settings.seed, 4), to.size)];
  const [gradient, tangent] = [pullback(subject)(w), pushforward(subject, v)];
  const [analytic, numeric] = [dot(gradient, v), dot(tangent, w)];
  const allowed = agree(analytic, numeric, absoluteDot(gradient, v) + absoluteDot(tangent, w), settings);
  if (allowed === undefined) return passed;
  const message = "forward and reverse mode are not transposes of each other: <J'w, v> is not <w, Jv>";
  const element = range(Math.min(from.size, 256)).find((index) => {
    const column = pushforward(subject, unit(from.size, index));
    return agree(entry(gradient, index), dot(column, w), absoluteDot(column, w), settings) !== undefined;
  });
  const [path, direction] =
    element === undefined
      ? [from.paths.join(', '), 'a random sign vector over all arguments']
      : [from.pathOf(element), 'that element, against a random cotangent'];
  return element === undefined
    ? fault('transpose', message, { path, direction, analytic, numeric, tolerance: allowed })
    : fault('transpose', message, {
        path,
        direction,
        analytic: entry(gradient, element),
        numeric: dot(pushforward(subject, unit(from.size, element)), w),
        tolerance: allowed,
      });
};

/** The second derivative along a direction; for a gradient, its first arguments and its results are the same tensors. */
const curvature = (subject: Subject, direction: Float64Array, forward: boolean): Float64Array => {
  const { from, to } = subject;
  if (!forward) return pullback(subject)(direction).slice(0, to.size);
  const full = new Float64Array(from.size);
  full.set(direction);
  return pushforward(subject, full);
};

/** `<u, H v> = <v, H u>` for the gradient `x -> J' w` with derivative `H`. */
export const symmetry: Check = (subject, settings) => {
  if (subject.order < 2) return passed;
  const { size } = subject.to;
  const [u, v] = [weights(derive(settings.seed, 5), size), weights(derive(settings.seed, 6), size)];
  const [alongU, alongV] = [curvature(subject, u, settings.forward), curvature(subject, v, settings.forward)];
  const [analytic, numeric] = [dot(v, alongU), dot(u, alongV)];
  const allowed = agree(analytic, numeric, absoluteDot(v, alongU) + absoluteDot(u, alongV), settings);
  if (allowed === undefined) return passed;
  const name: CheckName = 'symmetry';
  const difference = {
    path: subject.to.paths.join(', '),
    direction: 'two random vectors',
    analytic,
    numeric,
    tolerance: allowed,
  };
  return fault(name, 'the Hessian is not symmetric: <v, H u> is not <u, H v>', difference);
};
