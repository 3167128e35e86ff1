/**
 * Finding the element in which a derivative is wrong that is known to be wrong as a whole.
 */
import { type CheckName, type Difference, type Fault, fault, type Settings } from './fault.ts';
import type * as E from 'fp-ts/lib/Either.js';
import { compare, type Verdict } from './line.ts';
import { component, values, weighted } from './section.ts';
import type { Subject } from './subject.ts';
import { entry, range, unit } from './vector.ts';

/** How many elements of the arguments, and then of the result, are tried one by one. */
const searched = 256;

type Place = Pick<Difference, 'path' | 'direction' | 'analytic'>;

/** Numbers that differ, and whether the numerical one is settled. */
export interface Apart {
  readonly difference: Difference;
  readonly settled: boolean;
}

/** The numbers of a verdict, when it is that they differ. */
export const differs = (place: Place, verdict: Verdict): Apart | undefined =>
  verdict._tag === 'Differs'
    ? { difference: { ...place, numeric: verdict.numeric, tolerance: verdict.tolerance }, settled: verdict.settled }
    : undefined;

/** A fault of the derivative, or else of the step and the point. */
export const apart = (check: CheckName, { difference, settled }: Apart): E.Either<Fault, never> =>
  fault(
    check,
    settled
      ? 'the derivative differs from the numerical one'
      : 'the numerical derivative has not settled, so it cannot tell whether the derivative is right: ' +
          'choose a smaller step, or a point farther from where the function is singular',
    difference,
  );

/** The index of the worst of some differences: of those that are settled, if there are any. */
const worst = (differences: readonly (Apart | undefined)[]): number => {
  const isSettled = differences.some((found) => found?.settled === true);
  const excess = differences.map((found) => {
    if (found === undefined || (isSettled && !found.settled)) return 0;
    const { analytic, numeric, tolerance } = found.difference;
    return Math.abs(analytic - numeric) / tolerance || Number.POSITIVE_INFINITY;
  });
  const largest = Math.max(...excess);
  return largest > 0 ? excess.indexOf(largest) : -1;
};

/** The element of the arguments whose derivative of `<w, f>` is most wrong, and the element of the result in which it is, if there is one. */
export const locate = (
  subject: Subject,
  pull: (cotangent: Float64Array) => Float64Array,
  [gradient, w]: readonly [gradient: Float64Array, cotangent: Float64Array],
  settings: Settings,
): Apart | undefined => {
  const { from, to } = subject;
  const inputs = range(Math.min(from.size, searched)).map((index) => {
    const analytic = entry(gradient, index);
    const place = { path: from.pathOf(index), direction: 'that element, of the result against a random cotangent', analytic };
    return differs(place, compare(analytic, weighted(values(subject, unit(from.size, index)), w), settings));
  });
  const input = worst(inputs);
  if (input < 0) return undefined;
  const at = values(subject, unit(from.size, input));
  const outputs = range(Math.min(to.size, searched)).map((row) => {
    const analytic = entry(pull(unit(to.size, row)), input);
    const place = { path: from.pathOf(input), direction: `that element, of ${to.pathOf(row)}`, analytic };
    return differs(place, compare(analytic, component(at, row), settings));
  });
  return outputs[worst(outputs)] ?? inputs[input];
};
