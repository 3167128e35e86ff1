/**
 * Finding the element in which a derivative is wrong that is known to be wrong as a whole.
 */
import type { Difference, Settings } from './fault.ts';
import { compare, type Verdict } from './line.ts';
import { component, values, weighted } from './section.ts';
import type { Subject } from './subject.ts';
import { entry, range, unit } from './vector.ts';

/** How many elements of the arguments, and then of the result, are tried one by one. */
const searched = 256;

type Place = Pick<Difference, 'path' | 'direction' | 'analytic'>;

/** The numbers of a verdict, when it is that they differ. */
export const differs = (place: Place, verdict: Verdict): Difference | undefined =>
  verdict._tag === 'Differs' ? { ...place, numeric: verdict.numeric, tolerance: verdict.tolerance } : undefined;

/** The index of the worst of some differences. */
const worst = (differences: readonly (Difference | undefined)[]): number => {
  const excess = differences.map((found) =>
    found === undefined ? 0 : Math.abs(found.analytic - found.numeric) / found.tolerance || Number.POSITIVE_INFINITY,
  );
  const largest = Math.max(...excess);
  return largest > 0 ? excess.indexOf(largest) : -1;
};

/** The element of the arguments whose derivative of `<w, f>` is most wrong, and the element of the result in which it is, if there is one. */
export const locate = (
  subject: Subject,
  pull: (cotangent: Float64Array) => Float64Array,
  [gradient, w]: readonly [gradient: Float64Array, cotangent: Float64Array],
  settings: Settings,
): Difference | undefined => {
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
