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

/**
 * What became of a comparison. A kink or a jump lets no derivative be told, if the analytic one is not farther off than it explains.
 *
 * `settled`: a smaller step has given the same numerical derivative. Where none does (near a singularity, of what oscillates fast) the
 * numerical derivative is wrong, and tells nothing about the analytic one.
 */
export type Verdict =
  | { readonly _tag: 'Agrees' }
  | { readonly _tag: 'Kink' }
  | { readonly _tag: 'Differs'; readonly numeric: number; readonly tolerance: number; readonly settled: boolean };

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

/** The numerical derivative of some step. */
interface Level {
  readonly h: number;
  readonly numeric: number;
  readonly rounding: number;
}

const levelAt = (line: Line, h: number): Level => ({ h, numeric: richardson(line, h), rounding: noise(line, h) });

const allowedAt = (analytic: number, { numeric, rounding }: Level, precision: Precision): number =>
  tolerance(analytic, numeric, precision, rounding);

const agrees = (analytic: number, level: Level, precision: Precision): boolean => {
  const distance = Math.abs(analytic - level.numeric);
  return Number.isFinite(distance) && distance <= allowedAt(analytic, level, precision);
};

/** Whether two steps give the same derivative. The finer one's truncation error is 256 times smaller, so it is then right. */
const settles = (coarse: Level, fine: Level, precision: Precision): boolean =>
  Math.abs(coarse.numeric - fine.numeric) <= tolerance(coarse.numeric, fine.numeric, precision, coarse.rounding + fine.rounding);

/**
 * The step is divided by these: each time truncation is 256 times smaller and rounding 4 times larger.
 *
 * `2^-11 / 2^14` is as far as it goes: beyond, the rounding of an argument near 1 shows in the derivative.
 */
const parts: readonly number[] = [4, 16, 64, 256, 1024, 4096, 16_384];

/** These are always tried: they get out of the way of kinks that are farther off than an eighth of the step. */
const near = 16;

/**
 * Whether a smaller step may show that a derivative is right.
 *
 * Its rounding must be less than the tolerance without it, or less than half of what it is to explain: then it accepts nothing that is
 * off by twice the tolerance.
 */
const isSharp = (analytic: number, level: Level, precision: Precision, distance: number): boolean =>
  level.rounding <= tolerance(analytic, level.numeric, precision, 0) || level.rounding <= distance / 2;

/** What smaller steps tell: that the derivative is right, or the first one that gives the same as the one before it, or else the last one. */
interface Refined {
  readonly right: boolean;
  readonly level: Level;
  readonly settled: boolean;
}

/** Tries smaller steps. One that agrees while its truncation error is large does so by chance: the next must agree as well, if it is sharp. */
const refine = (analytic: number, line: Line, precision: Precision, first: Level): Refined => {
  const distance = Math.abs(analytic - first.numeric);
  let [level, settled, agreed] = [first, false, false];
  for (const part of parts) {
    const next = levelAt(line, precision.step / part);
    const sharp = isSharp(analytic, next, precision, distance);
    if (agreed && (!sharp || agrees(analytic, next, precision))) return { right: true, level, settled };
    if (part > near && (settled || next.rounding > tolerance(analytic, next.numeric, precision, 0))) break;
    agreed = sharp && agrees(analytic, next, precision);
    if (!settled) [level, settled] = [next, settles(level, next, precision)];
  }
  return { right: false, level, settled };
};

/**
 * Compares an analytic derivative at 0 with the numerical one.
 *
 * With the step first; where that differs, with smaller ones, until two of them give the same. A kink or a jump too near for that shows in how
 * the function bends or rises. What is left is a derivative that differs, or a numerical one that has not settled.
 */
export const compare = (analytic: number, line: Line, precision: Precision): Verdict => {
  const first = levelAt(line, precision.step);
  if (agrees(analytic, first, precision)) return { _tag: 'Agrees' };
  const { right, level, settled } = refine(analytic, line, precision, first);
  if (right) return { _tag: 'Agrees' };
  // A settled derivative is judged where it has settled, which may be clear of a kink that disturbs the larger steps.
  const { h, numeric } = settled ? level : first;
  const distance = Math.abs(analytic - numeric);
  if (Number.isFinite(distance) && (isKink(line, h, distance) || isJump(line, h, distance))) return { _tag: 'Kink' };
  return { _tag: 'Differs', numeric: level.numeric, tolerance: allowedAt(analytic, level, precision), settled };
};
