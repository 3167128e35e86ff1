/**
 * A function of many numbers on a line through its point.
 */
import type { Line } from './line.ts';
import { type Subject, valueOf } from './subject.ts';
import { absoluteDot, along, dot, entry } from './vector.ts';

/** The values on a line, each computed once. */
export type Values = (t: number) => Float64Array;

/** The values of a subject's function on the line through its point. */
export const values = (subject: Subject, direction: Float64Array): Values => {
  const known = new Map<number, Float64Array>([[0, subject.value]]);
  return (t) => {
    const found = known.get(t) ?? valueOf(subject, along(subject.at.floats, direction, t));
    known.set(t, found);
    return found;
  };
};

/** `<w, f>` on a line. */
export const weighted =
  (at: Values, w: Float64Array): Line =>
  (t) => ({ value: dot(at(t), w), magnitude: absoluteDot(at(t), w) });

/** One element of `f` on a line. */
export const component =
  (at: Values, index: number): Line =>
  (t) => ({ value: entry(at(t), index), magnitude: Math.abs(entry(at(t), index)) });
