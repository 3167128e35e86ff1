/**
 * Numerical derivatives along a line, and when an analytic one agrees with them.
 */

/** The value of a function on a line, and the magnitude of what it was summed from. */
export interface Sample {
  readonly value: number;
  readonly magnitude: number;
}

/** A function of one number. */
export type Line = (t: number) => Sample;

/** How far two derivatives may be apart, and the step of the numerical one. */
export interface Precision {
  readonly step: number;
  readonly atol: number;
  readonly rtol: number;
}

/** What became of a comparison. A kink or a jump lets no derivative be told, if the analytic one is not farther off than it explains. */
export type Verdict =
  | { readonly _tag: 'Agrees' }
  | { readonly _tag: 'Kink' }
  | { readonly _tag: 'Differs'; readonly numeric: number; readonly tolerance: number };

const epsilon = 2 ** -52;

/** How many roundings of its summands a function's value is allowed to be off by. */
const roundings = 32;

/** `(f(h) - f(-h)) / 2h`, off by `h^2 f''' / 6` */
const central = (line: Line, h: number): number => (line(h).value - line(-h).value) / (2 * h);

/** Richardson's extrapolation of the central difference to step 0, off by `h^4 f''''' / 30`. */
export const richardson = (line: Line, h: number): number => (4 * central(line, h) - central(line, 2 * h)) / 3;

/** `|f(h) - 2 f(0) + f(-h)| / h`: `h |f''|` where `f` is smooth, the difference of the two slopes at a kink whatever `h` is. */
const bend = (line: Line, h: number): number => Math.abs(line(h).value - 2 * line(0).value + line(-h).value) / h;

/** What rounding of `f` does to a difference quotient. */
const noise = (line: Line, h: number): number => (roundings * epsilon * (line(h).magnitude + line(-h).magnitude)) / h;

/** `atol + rtol max(|a|, |n|) + C eps (|f+| + |f-|) / h`, not scaled by the size of anything. */
export const tolerance = (a: number, n: number, { atol, rtol }: Pick<Precision, 'atol' | 'rtol'>, rounding: number): number =>
  atol + rtol * Math.max(Math.abs(a), Math.abs(n)) + rounding;

/** The largest of `|f(h) - f(0)|` and `|f(-h) - f(0)|`: about `h |f'|` where `f` is smooth, the height of a jump whatever `h` is. */
const rise = (line: Line, h: number): number => Math.max(...[h, -h].map((t) => Math.abs(line(t).value - line(0).value)));

/** Whether the slope changes at once nearby, and by enough to explain how far two derivatives are apart. */
const isKink = (line: Line, h: number, distance: number): boolean => {
  const [wide, narrow] = [bend(line, h), bend(line, h / 2)];
  return wide > noise(line, h) && narrow > 0.7 * wide && distance <= 1.2 * wide;
};

/** Whether the value changes at once nearby, and by enough to explain how far two derivatives are apart. */
const isJump = (line: Line, h: number, distance: number): boolean => {
  const [wide, narrow] = [rise(line, h), rise(line, h / 8)];
  return wide > h * noise(line, h) && narrow > 0.5 * wide && distance <= (2 * wide) / h;
};

type Apart = Verdict & { readonly _tag: 'Differs' };

/** An analytic derivative beside the numerical one of some step. */
const measure = (analytic: number, line: Line, precision: Precision, h: number): Apart => {
  const numeric = richardson(line, h);
  return { _tag: 'Differs', numeric, tolerance: tolerance(analytic, numeric, precision, noise(line, h)) };
};

const agrees = (analytic: number, { numeric, tolerance: allowed }: Apart): boolean => Math.abs(analytic - numeric) <= allowed;

/**
 * Whether a smaller step shows that a derivative is right which a larger one puts at some distance from the numerical one.
 *
 * Its rounding must be less than half of what it is to explain: then it accepts nothing that is off by twice the tolerance.
 */
const resolves = (analytic: number, line: Line, precision: Precision, h: number, distance: number): boolean =>
  noise(line, h) <= distance / 2 && agrees(analytic, measure(analytic, line, precision, h));

/**
 * Compares an analytic derivative at 0 with the numerical one.
 *
 * With the step first; where that differs, with a quarter of it, whose truncation error is 256 times smaller, and with a sixteenth, which no kink
 * disturbs that is farther off than an eighth of the step. A nearer one shows in how the function bends or rises, so that what is
 * left is a derivative that differs.
 */
export const compare = (analytic: number, line: Line, precision: Precision): Verdict => {
  const { step } = precision;
  const first = measure(analytic, line, precision, step);
  const distance = Math.abs(analytic - first.numeric);
  if (!Number.isFinite(distance)) return first;
  const right = agrees(analytic, first) || [4, 16].some((part) => resolves(analytic, line, precision, step / part, distance));
  if (right) return { _tag: 'Agrees' };
  return isKink(line, step, distance) || isJump(line, step, distance) ? { _tag: 'Kink' } : first;
};
