/**
 * What the compiler says of a call is what running it says: both accept it and give the result one type, or both refuse it in the same
 * words of ours. What run time throws is a `ShapeError`, a `DTypeError`, a `TreeError` or, of a number out of range, a `RangeError`.
 */
import * as core from '@cotangent/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodies, instances } from './bodies.ts';
import { calls } from './calls.ts';
import { instantiate } from './instantiation.ts';
import { rows } from './rows.ts';
import { judge } from './verdicts.ts';
import { walks } from './walks.ts';

/** The same calls in every run, so that a change is judged by what it changes; `AGREEMENT_SEED=random` draws others. */
const { AGREEMENT_SEED = '1' } = process.env;
const seed = AGREEMENT_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(AGREEMENT_SEED);
const numRuns = Number(process.env['AGREEMENT_CALLS'] ?? 1200);

test(`of random calls: AGREEMENT_SEED=${seed}`, { timeout: 120_000 }, async () => {
  const drawn = [...new Set(fc.sample(calls, { numRuns, seed }))];
  const { accepted, refused, disagreements } = await judge(drawn);
  expect(disagreements, `AGREEMENT_SEED=${seed} draws these calls again`).toEqual([]);
  expect([accepted > drawn.length / 4, refused > drawn.length / 4], `${accepted} of ${drawn.length} accepted`).toEqual([
    true,
    true,
  ]);
});

/** Eight calls each. */
const chains = Math.ceil(numRuns / 16);

test(`of chains of random calls: AGREEMENT_SEED=${seed}`, { timeout: 120_000 }, async () => {
  const drawn = [...new Set(fc.sample(walks, { numRuns: chains, seed }).flat())];
  const { accepted, disagreements } = await judge(drawn);
  expect(disagreements, `AGREEMENT_SEED=${seed} draws these calls again`).toEqual([]);
  expect(accepted, `${accepted} of ${drawn.length} accepted`).toBeGreaterThan(drawn.length / 4);
});

const generics = fc.record({ body: bodies, instances: fc.array(instances, { minLength: 4, maxLength: 4 }) });

test(`of generic functions, whatever their type parameters stand for: AGREEMENT_SEED=${seed}`, { timeout: 120_000 }, async () => {
  const drawn = fc.sample(generics, { numRuns: Math.ceil(numRuns / 3), seed });
  const { compiled, disagreements } = await instantiate(drawn);
  expect(disagreements, `AGREEMENT_SEED=${seed} draws these functions again`).toEqual([]);
  expect(compiled, `${compiled} of ${drawn.length} compile`).toBeGreaterThan(drawn.length / 4);
});

/** Functions of core whose calls are not drawn, and why. */
const undrawn: ReadonlyMap<string, readonly string[]> = new Map([
  ['classes of errors', ['DTypeError', 'InternalError', 'ShapeError', 'TraceError', 'TreeError']],
  ['what all calls are drawn with', ['dim', 'key']],
  ['an unknown value, of which only run time knows anything', ['isTensor', 'fromUnknown', 'fromArray', 'fromNested']],
  [
    'what it gives is no tensor and no tree of them',
    ['refine', 'tensorCodec', 'showProgram', 'trace', 'flattenTree', 'flattenTreeLike'],
  ],
  ['what it gives is of functions', ['compile', 'getBooleanAlgebra', 'getProductMonoid', 'getRing', 'getSumMonoid']],
  ['any tree at all', ['evaluate', 'mapTree', 'unflattenTree']],
]);

test('calls of every function of core are drawn', () => {
  const others = fc.sample(calls, { numRuns: 4000, seed: 1 }).map((call) => /^\w+/.exec(call)?.[0] ?? '');
  const drawn = new Set([...rows.flatMap(({ names }) => names), ...others]);
  const missing = Object.entries(core).flatMap(([name, value]) =>
    typeof value === 'function' && !drawn.has(name) ? [name] : [],
  );
  expect(missing.toSorted()).toEqual([...undrawn.values()].flat().toSorted());
});
