/**
 * Batched against one by one.
 */
import type { AnyTensor, DType, TypedArray } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import * as E from 'fp-ts/lib/Either.js';
import { type Check, type Fault, fault, passed, type Settings, type Tally } from './fault.ts';
import { tolerance } from './line.ts';
import { derive, signs } from './random.ts';
import { type Space, space } from './space.ts';
import type { Arguments, Subject } from './subject.ts';
import { along, entry, range } from './vector.ts';

type Tensors = readonly AnyTensor[];

const makers: { readonly [D in DType]: (values: readonly number[]) => TypedArray } = {
  f32: (values) => Float32Array.from(values),
  f64: (values) => Float64Array.from(values),
  i32: (values) => Int32Array.from(values),
  u32: (values) => Uint32Array.from(values),
  bool: (values) => Uint8Array.from(values),
};

/** Lists of tensors of equal shapes as one list of tensors with a new leading axis. */
const stack = (lists: readonly Tensors[]): Tensors =>
  (lists[0] ?? []).map((leaf, index) => {
    const values = lists.flatMap((list) => [...(list[index]?.toArray() ?? [])]);
    return P.constant(makers[leaf.dtype](values), [lists.length, ...axesOf(leaf)], leaf.dtype);
  });

const stackedSpace = ({ paths, shapes }: Space, count: number): Space =>
  space(
    paths,
    shapes.map((axes) => [count, ...axes]),
  );

/** Points near the subject's own. */
const nearby = ({ from, at }: Subject, seed: number): readonly Arguments[] =>
  [1, 2].map((turn) => ({ ...at, floats: along(at.floats, signs(derive(seed, 20 + turn), from.size), turn / 256) }));

const compareRows = (stacked: Space, found: Tensors, wanted: Float64Array, settings: Settings): E.Either<Fault, Tally> => {
  const misfit = stacked.misfit(found);
  if (misfit !== undefined) return fault('batching', `vmap gives ${misfit}`);
  const values = stacked.toVector(found);
  const allowed = (index: number): number => tolerance(entry(values, index), entry(wanted, index), settings, 0);
  // Nearby points may lie outside the function's domain, where both are NaN.
  const isSame = (value: number, at: number): boolean =>
    Object.is(value, entry(wanted, at)) || Math.abs(value - entry(wanted, at)) <= allowed(at);
  const index = values.findIndex((value, at) => !isSame(value, at));
  if (index < 0) return passed;
  return fault('batching', 'vmap gives something else than the function gives for the examples one by one', {
    path: stacked.pathOf(index),
    direction: 'none: values; the first index is the example',
    analytic: entry(values, index),
    numeric: entry(wanted, index),
    tolerance: allowed(index),
  });
};

/** A batch over those arguments for which `over` holds; the others are those of the first example. */
const batchOver = (
  { call, from, to, transformations: { vmap } }: Subject,
  examples: readonly Tensors[],
  over: (argument: number) => boolean,
  settings: Settings,
): E.Either<Fault, Tally> => {
  const [first = []] = examples;
  const run = (all: Tensors): Tensors => call(all.slice(0, from.paths.length), all.slice(from.paths.length));
  const merge = (batched: Tensors): Tensors => {
    const next = batched.values();
    return first.map((leaf, argument) => (over(argument) ? (next.next().value ?? leaf) : leaf));
  };
  const rows = examples.map((example) => example.filter((_, argument) => over(argument)));
  const stacked = stackedSpace(to, examples.length);
  const wanted = stacked.toVector(stack(rows.map((row) => run(merge(row)))));
  return compareRows(stacked, vmap((batched) => run(merge(batched)))(stack(rows)), wanted, settings);
};

/** A batch over all arguments, and over each of several alone. */
export const batching: Check = (subject, settings) => {
  if (!settings.batched) return passed;
  const given = subject.examples.length > 0;
  const points = [subject.at, ...(given ? subject.examples : nearby(subject, settings.seed))];
  const examples = points.map(({ floats, fixed }) => [...subject.from.toTensors(floats), ...fixed]);
  const count = subject.from.paths.length + (given ? subject.at.fixed.length : 0);
  const alone = range(count > 1 ? count : 0).map((one) => (argument: number) => argument === one);
  return [(argument: number) => argument < count, ...alone].reduce<E.Either<Fault, Tally>>(
    (before, over) => (E.isLeft(before) ? before : batchOver(subject, examples, over, settings)),
    passed,
  );
};
